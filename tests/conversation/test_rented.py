"""What was recommended, on hardware of others: the price of the same models, and no invented price of a card by the hour."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize(
    ("first", "then", "unknown"),
    [
        ("something for coding on my 3060 12GB", "and if I rent it in the cloud instead?", "not in my catalogue"),
        ("algo para programar en mi 3060 de 12GB", "¿y si lo alquilo en la nube?", "no están en mi catálogo"),
        ("algo para programar en mi 3060 de 12GB", "¿cuánto me costaría por api?", "no están en mi catálogo"),
    ],
)
def test_the_same_models_are_priced_over_an_api_and_the_machine_stays(
    ask: Ask, first: str, then: str, unknown: str
) -> None:
    told = ask(first)
    names = [r["name"] for r in told["recommendations"][:3]]
    turn = ask(then)
    assert turn["needs"]["local"] is True
    assert turn["needs"]["vram_gb"] == 12
    assert any(name in turn["answer"] for name in names)
    assert "USD" in turn["answer"]
    assert unknown in turn["answer"]


def test_a_change_to_the_cloud_is_still_a_change(ask: Ask) -> None:
    ask("something for coding on my 3060 12GB")
    assert ask("ok, in the cloud then")["needs"]["local"] is False


@pytest.mark.parametrize(
    ("first", "then", "at_home", "table"),
    [
        ("compara Qwen3 8B con Claude Haiku 4.5 para un chatbot, tengo una 3060", "¿cuánto sería al año?", "no hay cuota", "Terminal"),
        ("compare Qwen3 8B and Gemma 3 12B on my 3060", "and per year?", "no fee", "Terminal"),
    ],
)  # fmt: skip
def test_a_year_of_models_at_home_is_told_and_not_the_table_again(
    ask: Ask, first: str, then: str, at_home: str, table: str
) -> None:
    assert table in ask(first)["answer"]
    answer = ask(then)["answer"]
    assert at_home in answer
    assert table not in answer


def test_asked_of_the_same_comparison_only_what_is_asked_is_told(ask: Ask) -> None:
    ask("compare Llama 3.1 8B and Gemma 3 12B for summarizing")
    answer = ask("how much a year?")["answer"]
    assert "Yearly cost" in answer
    assert "What sets them apart" not in answer
