from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf_samples import CARDS, card

from advisor.library.names import EXACT, PARTIAL, Names, pieces

NAMES = Names(CARDS)


@given(
    st.sampled_from(["", " ", "-", "_"]), st.sampled_from(["", " ", "-"]), st.sampled_from([str, str.upper, str.title])
)
def test_a_name_is_found_however_it_is_written(first: str, second: str, case: object) -> None:
    written = case(f"bolt{first}2{second or ' '}mini")  # type: ignore[operator]
    found = NAMES.find(f"¿cuánto cuesta {written}?")
    assert (found[0].model, found[0].strength) == ("acme/bolt-2-mini", EXACT)


def test_the_longest_name_wins() -> None:
    assert [named.model for named in NAMES.find("bolt 2 mini") if named.strength == EXACT] == ["acme/bolt-2-mini"]
    assert [named.model for named in NAMES.find("bolt 2") if named.strength == EXACT] == ["acme/bolt-2"]


def test_numbers_are_exact() -> None:
    assert all(named.strength < EXACT for named in NAMES.find("bolt 20 o bolt 2.5"))


def test_a_name_in_part_leads_to_every_card_it_fits() -> None:
    found = {named.model: named.strength for named in NAMES.find("llama 8b")}
    assert 0 < found["globex/llama-9-8b"] <= PARTIAL


def test_a_verb_that_looks_like_a_family_is_weak() -> None:
    assert all(named.strength < PARTIAL / 2 for named in NAMES.find("¿el modelo llama a herramientas?"))


def test_short_names_are_not_put_together_from_loose_words() -> None:
    names = Names([card("openai/gpt-4o", "GPT-4o", "OpenAI", "GPT-4o", "4o")])
    assert names.find("tengo 4 o 5 modelos") == ()
    assert names.find("que tal 4o")[0].strength == EXACT


@pytest.mark.parametrize("text", ["", "   ", "?!", "hola", "8"])
def test_texts_without_a_name(text: str) -> None:
    assert NAMES.find(text) == ()


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(0 < named.strength <= EXACT for named in NAMES.find(text))


def test_pieces() -> None:
    assert pieces("Llama-3.1-8B (Instruct)") == ("llama", "3.1", "8", "b", "instruct")
