"""What a small model gets wrong, and what it gets right, in sentences of our own (small_models.jsonl), each about one bundle
of evidence: requirements nobody has, comparisons with "the others", right and left, yes and no, who is first, what is tied, what
is on record, what follows from what."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from advisor.answer.compose import sources_of
from advisor.answer.ground import Guard
from tests.evals.grounding.frozen import frozen, real_vocabulary

CASES = [json.loads(line) for line in (Path(__file__).parent / "small_models.jsonl").read_text("utf-8").splitlines()]
FALSE = [(case["evidence"], case["said"]) for case in CASES if not case["holds"]]
TRUE = [(case["evidence"], case["said"]) for case in CASES if case["holds"]]


@cache
def guard(name: str) -> Guard:
    evidence = frozen(name)
    return Guard(evidence, sources_of(evidence), real_vocabulary())


@pytest.mark.parametrize(("name", "said"), FALSE)
def test_what_does_not_hold_is_refused(name: str, said: str) -> None:
    assert not guard(name).check(said, line_start=True).ok


@pytest.mark.parametrize(("name", "said"), TRUE)
def test_what_holds_is_let_through(name: str, said: str) -> None:
    assert guard(name).check(said, line_start=True).problems == ()
