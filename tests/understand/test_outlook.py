"""Questions on the ranking as a whole, and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.domain.needs import Dialogue, Needs

TALKED = Dialogue(needs=Needs.of({"use_case": "coding", "vram_gb": 12, "local": True}), shown=("a/b", "c/d"))


@pytest.mark.parametrize(
    ("text", "view", "intent"),
    [
        ("¿qué tendría que cambiar para que ganara otro?", "what_if", "explain_why"),
        ("¿qué cambiaría el resultado?", "what_if", "explain_why"),
        ("¿en qué caso recomendarías otro?", "what_if", "explain_why"),
        ("what would put another model first?", "what_if", "explain_why"),
        ("what would change your mind?", "what_if", "explain_why"),
        ("under which conditions would another one win?", "what_if", "explain_why"),
        ("¿cuál es el frente de Pareto?", "front", "compare"),
        ("enséñame calidad frente a precio", "front", "compare"),
        ("¿qué modelos no supera ninguno en calidad y velocidad?", "front", "compare"),
        ("show me the Pareto front", "front", "compare"),
        ("quality against speed, please", "front", "compare"),
        ("what are the trade-offs?", "front", "compare"),
    ],
)
def test_asked(read: Any, text: str, view: str, intent: str) -> None:
    told = read(text, TALKED)
    assert (told.outlook, told.intent) == (view, intent)
    assert not [change for change in told.changes if change.key != "mentioned_models"]


@pytest.mark.parametrize(
    "text",
    [
        "¿qué es el frente de Pareto?",
        "what is a Pareto front?",
        "mejor con 24 GB",
        "and with 24 GB?",
        "¿por qué ese?",
        "why that one?",
        "me importa la calidad",
        "compara los dos primeros",
    ],
)
def test_not_asked(read: Any, text: str) -> None:
    assert read(text, TALKED).outlook is None


@pytest.mark.parametrize("text", ["what would put another model first?", "¿cuál es el frente de Pareto?"])
def test_with_nothing_to_rank_for_there_is_no_outlook(read: Any, text: str) -> None:
    assert read(text).outlook is None
