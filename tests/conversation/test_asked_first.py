"""What is asked first is answered first: the model before the guide where a model is asked for."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from advisor.conversation.checkpoints import memory_checkpointer
from advisor.conversation.deps import Deps
from advisor.conversation.talk import Talk

BOTH = [
    ("qué es RAG y qué modelo me recomiendas para eso?", "mpezaría por **", "notes"),
    ("recomiéndame un modelo para RAG y explícame qué es la ventana de contexto", "mi primera opción es **", "ventana"),
    ("what is RAG and which model do you recommend for it?", "my first choice is **", "retrieval"),
    ("explain quantization and tell me which model to run on a 3060", "my first choice is **", "bits"),
]


@pytest.fixture(scope="module")
def talk(deps: Deps) -> Talk:
    return Talk(deps, memory_checkpointer())


def _asked(talk: Talk, text: str) -> dict[str, Any]:
    return talk.ask(uuid.uuid4().hex, text)


@pytest.mark.parametrize(("text", "advice", "notion"), BOTH)
def test_a_model_and_a_notion(talk: Talk, text: str, advice: str, notion: str) -> None:
    answer = _asked(talk, text)["answer"]
    title = next(
        line for line in answer.splitlines() if line.startswith("**") and line.endswith("]") and "**." not in line
    )
    assert 0 <= answer.index(advice) < answer.index(title)
    assert any(source["id"].startswith("guide/") for source in _asked(talk, text)["sources"])


@pytest.mark.parametrize(
    "text",
    [
        "which local models come close to claude for coding?",
        "¿qué modelos locales igualan a gpt-4o?",
    ],
)
def test_a_yardstick_is_not_compared_but_looked_past(talk: Talk, text: str) -> None:
    told = _asked(talk, text)
    assert told["needs"]["local"] is True
    assert told["recommendations"]
    assert "| --- |" not in told["answer"]
    assert "|---|" not in told["answer"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("mac studio 256gb, deepseek r1 or glm 4.5?", "my first choice is **"),
        ("mac studio de 256 GB, ¿deepseek r1 o glm 4.5?", "mi primera opción es **"),
    ],
)
def test_where_none_of_those_compared_will_do_what_would_is_told(talk: Talk, text: str, told: str) -> None:
    assert told in _asked(talk, text)["answer"]


def test_a_family_stands_for_its_model_that_is_named_in_full(talk: Talk) -> None:
    told = _asked(talk, "Gemma vs Qwen? 36 GB of VRAM, my picks: Qwen3.6 27B, Gemma 4 31B")
    assert told["needs"]["mentioned_models"] == ["qwen3.6 27b", "gemma 4 31b"]
    assert "| Qwen3.6 27B | Gemma 4 31B |" in told["answer"]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("que es un token y que modelo uso para mi blog?", "guide/context/tokens"),
        ("what's a token and which model should i use for my blog?", "guide/context/tokens"),
        ("¿ventajas y desventajas de tenerlo en local?", "guide/performance/local-or-cloud"),
        ("pros and cons of running it locally?", "guide/performance/local-or-cloud"),
    ],
)
def test_the_notion_is_looked_up_and_not_the_model(talk: Talk, text: str, section: str) -> None:
    session = uuid.uuid4().hex
    talk.ask(session, "para redactar en una 4090")
    assert talk.ask(session, text)["sources"][0]["id"] == section


@pytest.mark.parametrize(
    "text", ["¿qué ventajas tiene el primero sobre el segundo?", "what advantages does the first have over the second?"]
)
def test_what_one_has_over_another_is_a_comparison(talk: Talk, text: str) -> None:
    session = uuid.uuid4().hex
    talk.ask(session, "para redactar en una 4090")
    assert talk.ask(session, text)["intent"] == "compare"
