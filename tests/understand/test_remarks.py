"""Remarks amid the talk change nothing and ask for nothing; facts of what is sought do refine it."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.domain.needs import Dialogue, Needs

HELD = Dialogue(needs=Needs.of({"use_case": "summarization"}), shown=("x/a", "x/b"), turns=1)


@pytest.mark.parametrize(
    "text",
    [
        "el presidente no las lee nunca",
        "the chairman reads none of it anyway",
        "hoy los de tercero me han pintado la moto de verde",
        "dentists have ruined more of my mornings than the trains have",
        "mi socio quiso meter también las de su tía y acabamos a gritos",
        "she thinks the tax office is a person",
        "él dice que con eso no hago nada",
        "we once paid eleven grand for a logo. Never forget",
    ],
)
def test_a_remark_is_small_talk(read: Any, text: str) -> None:
    understanding = read(text, HELD)
    assert understanding.intent == "smalltalk"
    assert not understanding.changes


@pytest.mark.parametrize(
    "text",
    [
        "son unos 400 pdf",
        "some are scanned sideways",
        "y que lo anote solo en la agenda",
        "it must not change what he means",
        "la compré",
        "he should get an email when it is done",
    ],
)
def test_what_bears_on_it_refines(read: Any, text: str) -> None:
    assert read(text, HELD).intent == "refine"
