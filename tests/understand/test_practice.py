"""How to begin, trials, free tiers, limits and caching are asked of the guide; a wish for free use stays a need."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.domain.needs import Dialogue, Needs

HELD = Dialogue(needs=Needs.of({"use_case": "chatbot"}), shown=("openai/gpt-5",), focus=("openai/gpt-5",), turns=1)


@pytest.mark.parametrize(
    "text",
    [
        "me gustaría verlo en modo de prueba",
        "prefiero probar antes de comprometerme",
        "¿hay algún plan gratuito?",
        "¿qué son los límites de uso?",
        "me sale un 429",
        "¿cómo funciona la caché?",
        "I would rather test it before signing",
        "any free plan?",
        "what are their request limits?",
        "I keep getting error 429",
        "is prompt caching worth it?",
    ],
)
def test_what_stands_around_a_model_is_asked_of_the_guide(reader: Any, text: str) -> None:
    read = reader.read(text, HELD)
    assert read.intents == ("ask_guide",)
    assert not read.changes


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("free tier only, I've got no money", "budget_usd_month"),
        ("solo gratis, no puedo pagar nada", "budget_usd_month"),
        ("quiero un bot con plan gratuito", "use_case"),
        ("a bot with a free plan", "use_case"),
    ],
)
def test_who_asks_for_it_states_a_need(talk: Any, text: str, key: str) -> None:
    assert key in talk(text)
