"""Names that no list here has, versions that share a name, slips beside the right name, and what is paid and no model."""

from __future__ import annotations

from typing import Any

import pytest

NAMED: list[tuple[str, list[str]]] = [
    ("Qwen3 32B vs Foobarix 30B for summaries?", ["qwen3 32b", "foobarix 30b"]),
    ("Nimbus 2 or GLM 4.6, which writes better?", ["nimbus 2", "glm 4.6"]),
    ("¿Qwen3 o Zentrix 4 para programar?", ["qwen3", "zentrix 4"]),
    ("Minimax 2.7 vs lagarta S 2.1 q5 vs Deepseek v4 flash q2", ["minimax 2.7", "lagarta s 2.1", "deepseek v4 flash"]),
    ("Gemini 3.6 and 3.1 pro vs GPT 5.6: which reasons better?", ["gemini 3.6", "3.1 pro", "gpt 5.6"]),
    ("llama 3.1 y 3.2, ¿qué cambia?", ["llama 3.1", "3.2"]),
    ("what's the best minimax h3 model?", ["minimax h3"]),
    ("deepseek or claude? calude seems smarter", ["deepseek", "claude"]),
    ("command r o mixtral?", ["command r", "mixtral"]),
    ("some people say qwen could be a good option", ["qwen"]),
    ("dicen que mistral sería una buena opción", ["mistral"]),
    ("Gemma vs Qwen? I mean Gemma 4 31B and Qwen3.6 27B", ["gemma 4 31b", "qwen3.6 27b"]),
    ("replace my ChatGPT: what rivals ChatGPT 4o?", ["chatgpt 4o"]),
    # What stands beside a name and is none.
    ("Qwen on Ollama or vLLM?", ["qwen"]),
    ("Claude vs a local model?", ["claude"]),
    ("llama 3 vs rtx 4090", ["llama 3"]),
    ("Qwen3 o Windows 11", ["qwen3"]),
    ("gpt 4.1, 1.5 seconds per answer at most", ["gpt 4.1"]),
    ("Claude 4.5 and 2.5 million tokens a day", ["claude 4.5"]),
    ("llama h100 throughput?", ["llama"]),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_the_models_that_are_named(talk: Any, text: str, names: list[str]) -> None:
    assert sorted(talk(text)["mentioned_models"]) == sorted(names)


@pytest.mark.parametrize(
    "text",
    ["can't afford gpt plus or claude pro, something local?", "no puedo pagar chatgpt plus ni claude pro, algo local"],
)
def test_a_subscription_is_no_model_to_exclude(talk: Any, text: str) -> None:
    assert "excluded_models" not in talk(text)


def test_a_licence_called_by_its_model_excludes_nothing(talk: Any) -> None:
    assert "excluded_models" not in talk("not usable commercially due to the Vicuna license")


def test_makers_are_called_by_origin(talk: Any) -> None:
    assert {"alibaba", "deepseek"} <= set(talk("I don't want to touch Chinese-originating models")["excluded_vendors"])


def test_a_model_not_wanted_is_excluded(talk: Any) -> None:
    assert talk("no quiero Claude Opus")["excluded_models"] == ["claude opus"]
