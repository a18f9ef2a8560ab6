"""Who asks for the best hears what quality alone would put first; who asks the guide is answered before any model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("best model for programming", "If quality alone counts"),
        ("el mejor modelo para programar", "Si solo cuenta la calidad"),
        ("what is the best AI right now?", "If quality alone counts"),
        ("¿cuál es la mejor IA ahora mismo?", "Si solo cuenta la calidad"),
    ],
)
def test_the_best_by_quality_alone(ask: Ask, text: str, told: str) -> None:
    turn = ask(text)
    (said,) = (line for line in turn["answer"].split("\n\n") if told in line)
    assert f"**{turn['recommendations'][0]['name']}**" not in said


@pytest.mark.parametrize(
    "text",
    [
        "a model for programming",
        "un modelo para programar",
        "the best model for programming, as cheap as it gets",
        "el mejor modelo para programar, y lo más barato posible",
        "best model for my 3060 12GB",
        "el mejor modelo para mi 3060 de 12 GB",
    ],
)
def test_not_where_price_or_hardware_has_a_say(ask: Ask, text: str) -> None:
    answer = ask(text)["answer"]
    assert "quality alone" not in answer
    assert "Si solo cuenta" not in answer


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("¿Puedo subir PDFs privados a una IA?", "**Privacidad"),
        ("Can I upload private PDFs to an AI?", "**Privacy"),
    ],
)
def test_a_question_to_the_guide_is_answered_first(ask: Ask, text: str, starts: str) -> None:
    assert ask(text)["answer"].startswith(starts)
