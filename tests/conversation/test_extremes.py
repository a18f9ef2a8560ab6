"""Which model goes furthest in one thing is told from the cards, and only where nothing else is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from advisor.conversation.deps import Deps

Ask = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "told", "field", "most"),
    [
        ("¿qué modelo tiene más contexto?", "los que admiten más contexto", "context_tokens", True),
        ("which model has the longest context window?", "those with the longest context", "context_tokens", True),
        ("¿cuál es el modelo más nuevo?", "los más recientes", "release_date", True),
        ("what is the newest model?", "the newest are", "release_date", True),
        ("¿cuál es el modelo más grande?", "los más grandes", "params_total_b", True),
        ("which is the biggest model?", "the largest", "params_total_b", True),
        ("¿cuál es el modelo más pequeño?", "los más pequeños", "params_total_b", False),
        ("which is the smallest model?", "the smallest", "params_total_b", False),
    ],
)
def test_the_furthest_in_one_thing(ask: Ask, deps: Deps, text: str, told: str, field: str, most: bool) -> None:
    answer = ask(text)["answer"]
    assert told in answer
    offered = [c for c in deps.catalogue if c.status in ("current", "preview") and c.value(field) is not None]
    values = [c.value(field) if field == "release_date" else c.number(field) for c in offered]
    best = max(values) if most else min(values)  # type: ignore[type-var]
    assert any(
        f"- **{c.name}**" in answer.split("\n- ")[0] + "\n- " + answer.split("\n- ")[1]
        for c in offered
        if c.value(field) == best
    )


@pytest.mark.parametrize(
    ("text", "house"),
    [("what's the newest Google model?", "Google"), ("¿cuál es el modelo más nuevo de Google?", "Google")],
)
def test_within_a_house(ask: Ask, text: str, house: str) -> None:
    rows = [line for line in ask(text)["answer"].splitlines() if line.startswith("- ")]
    assert rows
    assert all(f"({house})" in row for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        "which model with the longest context runs on 8 GB?",
        "¿qué modelo con más contexto va en 8 GB?",
        "the newest model for coding on a 3060",
        "el modelo más nuevo para programar en una 3060",
        "why do they charge more for output?",
        "¿por qué cobran más por la salida?",
        "what is the latest news",
        "¿cuál es la última noticia?",
    ],
)
def test_beside_a_need_it_is_a_recommendation(ask: Ask, text: str) -> None:
    answer = ask(text)["answer"]
    assert "In my catalogue, " not in answer
    assert "De mi catálogo, " not in answer
