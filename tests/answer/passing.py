"""Whether the guard lets a text through, sentence by sentence."""

from __future__ import annotations

from advisor.answer.claims.thread import Thread
from advisor.answer.sentences import split
from tests.evals.grounding.frozen import frozen
from tests.evals.grounding.run import guard


def passes(name: str, text: str) -> bool:
    """`name`: the conversation whose evidence it is held against."""
    checker, thread, held = guard(name, frozen(name).language), Thread(), True
    for piece in split(text):
        verdict = checker.check(piece.lead + piece.text, thread, piece.line_start)
        thread, held = verdict.thread, held and verdict.ok
    return held
