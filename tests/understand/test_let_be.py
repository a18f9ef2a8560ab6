"""What is wished and let be again in one breath; questions why, of energy and of the law."""

from __future__ import annotations

from typing import Any

import pytest

FIRST = "algo local para traducir cartas"


@pytest.mark.parametrize(
    "text",
    [
        "¿y que me hable también? no, déjalo, no quiero complicarlo",
        "and could it do Dutch too? nah, forget it",
        "quita lo local. no, déjalo",
        "make it free. actually, never mind",
        "¿y si fuera con fotos? bah, mejor no",
    ],
)
def test_what_is_let_be_changes_nothing(talk: Any, text: str) -> None:
    assert talk(FIRST, text) == talk(FIRST)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("actually never mind, it should speak Dutch", "languages", ["nl"]),
        ("quiero que sea barato. mejor no, calidad", "priority", ["quality"]),
        ("olvídalo, que hable holandés", "languages", ["nl"]),
    ],
)
def test_what_is_wished_instead_is_heard(talk: Any, text: str, key: str, value: Any) -> None:
    assert talk(FIRST, text)[key] == value


def test_the_text_alone_is_enough(talk: Any) -> None:
    calls = "clasificar las llamadas grabadas de atención al cliente"
    assert "modalities" in talk(calls)
    assert "modalities" not in talk(calls, "ya las transcribe otra empresa, tú solo el texto")
    assert "modalities" not in talk(calls, "another firm transcribes them, only the text for you")


@pytest.mark.parametrize(
    "text",
    [
        "why do answers get cut off?",
        "¿por qué se corta la respuesta?",
        "¿cuánta luz gasta un modelo en mi pc?",
        "how much electricity does a model draw on my pc?",
        "is it legal to clone a dead relative's voice?",
    ],
)
def test_how_things_are_is_asked_of_the_guide(read: Any, text: str) -> None:
    understanding = read(text)
    assert understanding.intent == "ask_guide"
    assert "use_case" not in {c.key for c in understanding.changes}
