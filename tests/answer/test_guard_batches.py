"""Answers put together sentence by sentence, true and false in turn, each batch written before it was run.

`batches/*.txt`: "@" names the conversation, "+" is true and leads on, "-" is false, "=" is true and only leads on (it is still
dropped); an empty line begins a new answer. What each batch came to at first sight stands in the README of the grounding corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.answer.claims.thread import Thread
from advisor.answer.sentences import split
from tests.evals.grounding.frozen import frozen
from tests.evals.grounding.run import guard

BATCHES = sorted((Path(__file__).parent / "batches").glob("*.txt"))


def judged(path: Path) -> Iterator[tuple[str, str, bool]]:
    """(mark, text, whether the guard lets it through after the true ones before it)."""
    thread, name = Thread(), ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("@"):
            thread, name = Thread(), line[1:] or name
            continue
        checker, after, held = guard(name, frozen(name).language), thread, True
        for piece in split(line[2:]):
            verdict = checker.check(piece.lead + piece.text, after, piece.line_start)
            after, held = verdict.thread, held and verdict.ok
        thread = thread if line[0] == "-" else after
        yield line[0], f"{name}: {line[2:]}", held


@pytest.mark.parametrize("path", BATCHES, ids=lambda p: p.stem)
def test_true_ones_pass_and_false_ones_do_not(path: Path) -> None:
    rows = list(judged(path))
    assert [text for mark, text, held in rows if mark == "+" and not held] == []
    assert [text for mark, text, held in rows if mark == "-" and held] == []
    assert min(sum(mark == m for mark, _, _ in rows) for m in "+-") > 15
