"""What a reasoning model thinks aloud is left out, however the tags arrive."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from advisor.answer.chunks import Chunk, Pause, Text
from advisor.answer.thoughts import without_thoughts


def stream(text: str, size: int) -> Generator[Chunk, None, None]:
    for i in range(0, len(text), size):
        yield Text(text[i : i + size])


def heard(text: str, size: int) -> str:
    return "".join(c.text for c in without_thoughts(stream(text, size)) if isinstance(c, Text))


@pytest.mark.parametrize("size", [1, 3, 50])
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<think>I must lie.</think>\n\nHola.", "Hola."),
        ("\n<thinking>x</thinking>Hola.", "Hola."),
        ("Hola <think>no</think>.", "Hola <think>no</think>."),
        ("< 3 GB", "< 3 GB"),
        ("<think>never closed", ""),
        ("Hola.", "Hola."),
        ("<", "<"),
    ],
)
def test_only_a_leading_thought_goes(text: str, left: str, size: int) -> None:
    assert heard(text, size) == left


def test_pauses_pass() -> None:
    def chunks() -> Generator[Chunk, None, None]:
        yield Text("<think>a")
        yield Pause()
        yield Text("</think>b")

    assert list(without_thoughts(chunks())) == [Pause(), Text("b")]
