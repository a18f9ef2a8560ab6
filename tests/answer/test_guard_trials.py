"""How many of one's own cases to try is advice; how many somebody else has tried is a claim."""

from __future__ import annotations

import pytest

from advisor.answer.compose import sources_of
from advisor.answer.ground import Guard
from tests.evals.grounding.frozen import frozen, real_vocabulary

ADVICE = [
    ("n-en-budget", "Start by labelling fifty reviews yourself and see how often the model agrees with you."),
    ("n-en-budget", "Have a native speaker read twenty answers before you go live."),
    ("r-es-rest", "Prueba primero con veinte correos tuyos."),
    ("r-es-rest", "Compara las respuestas a 30 preguntas reales antes de decidir."),
]
CLAIMS = [
    ("n-en-budget", "It was tested on 7,300 reviews."),
    ("n-en-budget", "It answers 50 questions a second."),
    ("r-es-rest", "Se ha probado con 4.700 preguntas de restaurantes."),
]


@pytest.mark.parametrize(("bundle", "text"), ADVICE)
def test_advice_passes(bundle: str, text: str) -> None:
    evidence = frozen(bundle)
    assert Guard(evidence, sources_of(evidence), real_vocabulary()).check(text, None, True).ok


@pytest.mark.parametrize(("bundle", "text"), CLAIMS)
def test_claims_do_not(bundle: str, text: str) -> None:
    evidence = frozen(bundle)
    assert not Guard(evidence, sources_of(evidence), real_vocabulary()).check(text, None, True).ok
