"""Figures set against each other in a sentence, and a model put first in words that name no place."""

from __future__ import annotations

import pytest

from advisor.answer.compose import sources_of
from advisor.answer.ground import Guard
from tests.evals.grounding.frozen import frozen, real_vocabulary

FALSE = [
    ("n-en-budget", "Gemini 3.5 Flash-Lite has a score of 70, which is higher than Llama 4 Scout, with 72."),
    ("n-en-budget", "Llama 4 Scout costs 3.75 USD a month, more than your 30 USD."),
    ("n-en-budget", "Llama 4 Scout reads 10M tokens, which is less than the 1.05M of Gemini 3.5 Flash-Lite."),
    ("n-en-budget", "Gemini 3.5 Flash-Lite is the first model that meets all your needs."),
    ("n-en-budget", "Gemini 3.5 Flash-Lite is the most suitable option for you."),
    ("r-es-rest", "Gemma 4 26B A4B tiene 78 puntos, por encima de los 79 de Gemma 4 31B."),
    ("r-es-rest", "Gemma 4 31B sale por 1,92 USD al mes, más que tus 23,20 USD."),
    ("r-es-rest", "El primer modelo que cumple lo que pides es Qwen3.5 9B."),
    ("r-es-rest", "Qwen3.5 9B es la opción más atractiva."),
]
TRUE = [
    ("n-en-budget", "Llama 4 Scout has a score of 72, which is higher than Gemini 3.5 Flash-Lite, with 70."),
    ("n-en-budget", "Llama 4 Scout costs 3.75 USD a month, less than your 30 USD."),
    ("n-en-budget", "Llama 4 Scout reads 10M tokens, which is more than the 1.05M of Gemini 3.5 Flash-Lite."),
    ("n-en-budget", "Gemini 3.5 Flash-Lite costs 17.50 USD a month more than Llama 4 Scout (3.75 USD)."),
    ("n-en-budget", "Llama 4 Scout is the first model that meets all your needs."),
    ("n-en-budget", "The most suitable option for you is Llama 4 Scout."),
    ("r-es-rest", "Gemma 4 31B tiene 79 puntos, por encima de los 78 de Gemma 4 26B A4B."),
    ("r-es-rest", "Gemma 4 31B sale por 1,92 USD al mes, menos que tus 23,20 USD."),
    ("r-es-rest", "El primer modelo que cumple lo que pides es Gemma 4 31B."),
    ("r-es-rest", "Qwen3.5 9B es la opción más atractiva si quieres gastar menos."),
]


def guard(name: str) -> Guard:
    evidence = frozen(name)
    return Guard(evidence, sources_of(evidence), real_vocabulary())


@pytest.mark.parametrize(("name", "said"), FALSE)
def test_what_does_not_hold_is_refused(name: str, said: str) -> None:
    assert not guard(name).check(said).ok


@pytest.mark.parametrize(("name", "said"), TRUE)
def test_what_holds_is_let_through(name: str, said: str) -> None:
    assert guard(name).check(said).problems == ()
