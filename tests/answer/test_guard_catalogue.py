"""The guard on the real catalogue: our own answers pass, and statements made by rule are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from advisor.answer.claims.vocabulary import Vocabulary
from advisor.answer.compose import compose, sources_of
from advisor.answer.ground import Guard
from advisor.answer.sentences import split
from advisor.domain.answers import Evidence
from advisor.domain.needs import Dialogue
from tests.evals.grounding.generated import statements

if TYPE_CHECKING:
    from advisor.conversation.deps import Deps

QUESTIONS = (
    "un chatbot para mi restaurante, barato y en catalán",
    "something for coding on a 3060 12GB",
    "compara qwen3 8b y llama 3.1 8b",
    "why not GPT-5 mini for long documents?",
    "long context API under $1 per million tokens",
)


@pytest.fixture(scope="module")
def vocabulary(deps: Deps) -> Vocabulary:
    return Vocabulary.of(deps.catalogue)


def evidence(deps: Deps, question: str) -> Evidence:
    from advisor.conversation.gather import gather
    from advisor.understand.apply import after

    before = Dialogue()
    read = deps.reader.read(question, before)
    return gather(deps, question, before, after(before, read), read, weights={})


@pytest.mark.parametrize("question", QUESTIONS)
def test_our_own_answers_pass(deps: Deps, vocabulary: Vocabulary, question: str) -> None:
    held = evidence(deps, question)
    answer = compose(held)
    guard, thread = Guard(held, answer.sources, vocabulary, (answer.markdown,)), None
    for piece in split(answer.markdown):
        verdict = guard.check(piece.lead + piece.text, thread, piece.line_start)
        thread = verdict.thread
        assert verdict.ok, (piece.text, verdict.problems)


def test_statements_made_by_rule_are_told_apart(deps: Deps, vocabulary: Vocabulary) -> None:
    missed, dropped, false, true = [], [], 0, 0
    for seed, question in enumerate(QUESTIONS):
        held = evidence(deps, question)
        guard = Guard(held, sources_of(held), vocabulary, (compose(held).markdown,))
        for made in statements(held, seed):
            ok = guard.check(made.text, None, True).ok
            true, false = true + made.true, false + (not made.true)
            (dropped if made.true else missed).extend([made.text] if ok != made.true else [])
    assert true > 200
    assert false > 200
    assert len(missed) <= 0.01 * false, missed
    assert len(dropped) <= 0.03 * true, dropped
