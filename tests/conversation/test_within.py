"""A model asked for within one house is recommended from it; and whether a named one runs is told first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from advisor.conversation.deps import Deps
from advisor.conversation.within import asked_house

Ask = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("best OpenAI model for translating", "OpenAI"),
        ("el mejor modelo de OpenAI para traducir", "OpenAI"),
        ("which Claude is best for a novel?", "Claude"),
        ("¿qué Claude me recomiendas para una novela?", "Claude"),
        ("only Mistral models, to sum up minutes", "Mistral"),
        ("solo modelos de Mistral, para resumir actas", "Mistral"),
        ("I want a model from Meta for my app", "Meta"),
        ("quiero un modelo de Meta para mi app", "Meta"),
        ("best Qwen?", "Qwen"),
        ("¿mejor Qwen?", "Qwen"),
    ],
)
def test_the_house_that_is_asked_for(deps: Deps, text: str, house: str) -> None:
    found = asked_house(text, deps.catalogue)
    assert found is not None
    assert found.name == house


@pytest.mark.parametrize(
    "text",
    [
        "best alternative to OpenAI models",
        "la mejor alternativa a los modelos de OpenAI",
        "best model like Claude for a novel",
        "el mejor modelo parecido a Claude para una novela",
        "which model beats the GPT models?",
        "¿qué modelo supera, sin ser de Google, a los demás?",
        "best local model with an OpenAI compatible API",
        "I use a Google model and want something cheaper",
        "uso un modelo de Google y quiero algo más barato",
        "best model, not from OpenAI or Google",
        "which is better, Claude or GPT?",
        "¿qué es mejor, Claude o GPT?",
    ],
)
def test_a_house_that_is_no_bound(deps: Deps, text: str) -> None:
    assert asked_house(text, deps.catalogue) is None


@pytest.mark.parametrize(
    ("text", "vendor", "told"),
    [
        ("best OpenAI model for translating", "openai", "I kept to the models of OpenAI"),
        ("el mejor modelo de OpenAI para traducir", "openai", "Me he ceñido a los modelos de OpenAI"),
        ("best Qwen model?", "alibaba", "I kept to the models of Qwen"),
        ("¿cuál es el mejor modelo de Qwen?", "alibaba", "Me he ceñido a los modelos de Qwen"),
    ],
)
def test_only_its_models_are_recommended(ask: Ask, text: str, vendor: str, told: str) -> None:
    turn = ask(text)
    assert {item["model"].partition("/")[0] for item in turn["recommendations"]} == {vendor}
    assert told in turn["answer"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("best Anthropic model to run on my 8 GB card", "No model of Anthropic meets"),
        ("el mejor modelo de Anthropic para correr en mi gráfica de 8 GB", "Ningún modelo de Anthropic cumple"),
    ],
)
def test_where_none_of_the_house_will_do(ask: Ask, text: str, told: str) -> None:
    turn = ask(text)
    assert told in turn["answer"]
    assert turn["recommendations"]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Can I run Llama 3.3 70B on a 3060 12GB?", "No. **Llama 3.3 70B Instruct**"),
        ("¿Puedo correr Llama 3.3 70B en una 3060 de 12 GB?", "No. **Llama 3.3 70B Instruct**"),
        ("Is it feasible to run DeepSeek R1 on my laptop?", "No. **DeepSeek-R1**"),
        ("¿Es viable ejecutar DeepSeek R1 en mi portátil?", "No. **DeepSeek-R1**"),
        ("I want to run gpt-oss 20b on my 3060 12GB, will it fit?", "No. **gpt-oss 20B**"),
        ("quiero correr gpt-oss 20b en mi 3060 de 12 GB, ¿cabe?", "No. **gpt-oss 20B**"),
        ("can I run Qwen3 8B on a 3060 12GB?", "Yes. **Qwen3 8B**"),
        ("¿puedo mover Qwen3 8B en una 3060 de 12 GB?", "Sí. **Qwen3 8B**"),
    ],
)
def test_whether_it_runs_is_told_first(ask: Ask, text: str, starts: str) -> None:
    assert ask(text)["answer"].startswith(starts)
