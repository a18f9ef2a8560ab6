"""How much work a sum of money buys: told with figures, for the models talked about, and gone on with."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from advisor.conversation.deps import Deps

Ask = Callable[[str], dict[str, Any]]


def counts(told: dict[str, Any]) -> list[int]:
    """The counts told, model by model."""
    found = re.findall(r"^- \*\*[^*]+\*\*: ([\d.,]+)", told["answer"], flags=re.MULTILINE)
    return [int(re.sub(r"[.,]", "", text)) for text in found]


@pytest.mark.parametrize(
    "text",
    [
        "how many requests do I get for $80 a month?",
        "with 40 euros, how many contracts could I summarise",
        "how far does $60 take me?",
        "¿cuántas consultas me salen con 80 € al mes?",
        "con 40 euros cuántos contratos podría resumir",
        "¿qué puedo hacer con 60 dólares al mes?",
    ],
)
def test_a_sum_is_told_in_cases_with_the_length_that_is_assumed(ask: Ask, text: str) -> None:
    told = ask(text)
    assert told["intent"] in ("ask_model", "recommend")
    assert len(counts(told)) == 3
    assert "tokens" in told["answer"]
    assert told["sources"]


def test_the_sum_is_that_of_the_prices(ask: Ask, deps: Deps) -> None:
    told = ask("how many requests of 2000 tokens in and 500 out for $100 with claude haiku 4.5?")
    card = next(c for c in deps.catalogue if c.name == "Claude Haiku 4.5")
    read, written = (card.fact(f"price_{way}_usd_per_m").number for way in ("in", "out"))  # type: ignore[union-attr]
    assert read
    assert written
    assert counts(told) == [int(float(f"{100 / ((2000 * read + 500 * written) / 1e6):.2g}"))]


@pytest.mark.parametrize(
    ("first", "more", "other"),
    [
        ("how many requests for $100 a month?", "and for $200?", "and with claude haiku 4.5?"),
        ("¿cuántas consultas me dan 100 € al mes?", "¿y con 200?", "¿y con claude haiku 4.5?"),
    ],
)
def test_it_is_gone_on_with(ask: Ask, first: str, more: str, other: str) -> None:
    before, after = counts(ask(first)), counts(ask(more))
    assert after[0] == pytest.approx(2 * before[0], rel=0.1)
    told = ask(other)
    assert len(counts(told)) == 1
    assert "Claude Haiku 4.5" in told["answer"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("a support bot for at most $30 a month", "how many questions is that?"),
        ("un bot de soporte por 30 dólares al mes como mucho", "¿cuántas preguntas son?"),
    ],
)
def test_the_budget_said_before_is_the_sum(ask: Ask, first: str, then: str) -> None:
    ask(first)
    assert counts(ask(then))


@pytest.mark.parametrize(
    "text",
    [
        "how many users at once can it take for 50 euros?",
        "¿cuántos usuarios a la vez aguanta con 50 euros?",
        "how many GB of VRAM do I get for $500?",
        "¿cuántos gigas de gráfica me dan por 500 euros?",
        "a bot for 30 dollars a month",
        "un bot por 30 dólares al mes",
    ],
)
def test_other_sums_are_not_counted_in_cases(ask: Ask, text: str) -> None:
    assert not counts(ask(text))


def test_needs_beside_it_are_answered_too(ask: Ask) -> None:
    told = ask("¿cuántas consultas me salen con 90 dólares al mes? es un chatbot para una tienda")
    assert told["needs"]["use_case"] == "chatbot"
    assert counts(told)
    assert told["recommendations"]


@pytest.mark.parametrize(
    ("first", "more"),
    [
        ("what's the cost per 1000 requests with claude haiku 4.5, 2k tokens in and 300 out?", "what about 10k requests"),
        ("¿cuánto cuestan 1000 consultas de 2k tokens de entrada y 300 de salida con claude haiku 4.5?", "¿y 10.000 consultas?"),
    ],
)  # fmt: skip
def test_so_many_cases_are_told_what_they_cost(ask: Ask, deps: Deps, first: str, more: str) -> None:
    card = next(c for c in deps.catalogue if c.name == "Claude Haiku 4.5")
    read, written = (card.fact(f"price_{way}_usd_per_m").number for way in ("in", "out"))  # type: ignore[union-attr]
    assert read
    assert written
    each = (2000 * read + 300 * written) / 1e6
    for text, count in ((first, 1000), (more, 10_000)):
        found = re.search(r"^- \*\*Claude Haiku 4\.5\*\*: ([\d.,]+) USD", ask(text)["answer"], flags=re.MULTILINE)
        assert found
        digits = found[1].replace(",", ".") if text.startswith("¿") else found[1]
        assert float(digits) == pytest.approx(each * count, rel=0.05)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("how many pages can I summarise for 25 dollars with claude haiku 4.5?", "a page"),
        ("¿cuántas páginas puedo resumir por 25 dólares con claude haiku 4.5?", "por página"),
    ],
)
def test_pages_are_paid_by_the_page(ask: Ask, text: str, told: str) -> None:
    answer = ask(text)
    each = re.search(r"([\d.,]+) USD (?:a page|por página)", answer["answer"])
    assert each
    assert told in answer["answer"]
    assert counts(answer)[0] * float(each[1].replace(",", ".")) == pytest.approx(25, rel=0.1)
