"""Every need has a widget, in both languages, whose values are usable as they are."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest
from ui_samples import card

from advisor.domain.cards import Catalogue
from advisor.domain.language import Language
from advisor.domain.needs import NEEDS, checked

CATALOGUE = Catalogue((card("acme/one"), card("acme/two")), "2026-11-22", "x")
GIVEN = {
    "languages": ["es", "tlh"], "excluded_vendors": ["acme"], "modalities": ["image"], "local": False,
    "budget_usd_month": 0.0, "min_context_tokens": 128_000, "use_case": "coding", "programming_languages": ["brainfuck"],
}  # fmt: skip


def _all(language, given, catalogue):  # type: ignore[no-untyped-def] # its source is run by itself, without the imports above
    import streamlit as st

    from advisor.domain.needs import NEEDS
    from advisor.ui.widgets import value_widget

    st.session_state["held"] = {key: value_widget(key, given.get(key), language, catalogue) for key in NEEDS}


@pytest.mark.parametrize("language", ["es", "en"])
def test_values_are_usable(language: Language) -> None:
    at = AppTest.from_function(_all, args=(language, {}, CATALOGUE)).run()
    assert not at.exception
    held = at.session_state["held"]
    for key in NEEDS:
        if held[key] != []:
            checked(key, held[key])


def test_a_given_value_is_held_even_where_it_is_no_option() -> None:
    held = AppTest.from_function(_all, args=("es", GIVEN, CATALOGUE)).run().session_state["held"]
    assert {key: held[key] for key in GIVEN} == GIVEN


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_number_says_what_it_counts(language: Language) -> None:
    at = AppTest.from_function(_all, args=(language, {}, CATALOGUE)).run()
    assert len(at.number_input) >= 10
    counted = ("token", "gb", "usd", "mil", "billion", "casos", "cases", "personas", "people", "0 a 1", "0 to 1")
    assert [n.label for n in at.number_input if not any(unit in n.label.lower() for unit in counted)] == []
