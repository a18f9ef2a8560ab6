"""Names that an "x" ties into one: "gpt4-x-alpaca-13b" is one mixture, and not two models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.understand.words.text import Message

if TYPE_CHECKING:
    from advisor.understand.models.names import Named

_TIES = ("-x-", "_x_", " x ")


def tied(message: Message, found: Sequence[Named]) -> list[Named]:
    """`found`, in order of place, with two in one where nothing but a tie stands between them."""
    joined: list[Named] = []
    for name in found:
        last = joined[-1] if joined else None
        if last and _gap(message, last.end, name.start) in _TIES:
            text = " ".join(message.quote(last.start, name.end).lower().split())
            joined[-1] = replace(last, end=name.end, text=text, bare=False)
        else:
            joined.append(name)
    return joined


def _gap(message: Message, end: int, start: int) -> str:
    return message.text[message.tokens[end - 1].end : message.tokens[start].start].lower()
