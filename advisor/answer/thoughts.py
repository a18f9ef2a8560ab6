"""Leaves out what a reasoning model thinks aloud between <think> and </think> in the text itself."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from advisor.answer.chunks import Chunk, Text

_OPEN = re.compile(r"<(think|thinking|reasoning)>", re.IGNORECASE)
_CLOSE = re.compile(r"</(?:think|thinking|reasoning)>\s*", re.IGNORECASE)
_LONGEST_TAG = len("</reasoning>")


def without_thoughts(chunks: Generator[Chunk, None, None]) -> Iterator[Chunk]:
    """The same stream without thoughts. Only an opening tag at the very start of the answer begins them."""
    try:
        yield from _spoken(chunks)
    finally:
        chunks.close()


def _spoken(chunks: Iterator[Chunk]) -> Iterator[Chunk]:
    held, state = "", "start"
    for chunk in chunks:
        if not isinstance(chunk, Text) or state == "answer":
            yield chunk
            continue
        held += chunk.text
        if state == "start":
            opened = _OPEN.match(held.lstrip())
            if opened:
                held, state = held.lstrip()[opened.end() :], "thinking"
            elif not _may_open(held):
                state = "answer"
                yield Text(held)
                held = ""
        if state == "thinking":
            closed = _CLOSE.search(held)
            if closed:
                held, state = held[closed.end() :], "spoken"
            else:
                held = held[-_LONGEST_TAG:]
        if state == "spoken" and held.strip():
            yield Text(held.lstrip())
            held, state = "", "answer"
    if held and state == "start":
        yield Text(held)


def _may_open(held: str) -> bool:
    text = held.lstrip().lower()
    return len(text) <= _LONGEST_TAG and any(tag.startswith(text) for tag in ("<think>", "<thinking>", "<reasoning>"))
