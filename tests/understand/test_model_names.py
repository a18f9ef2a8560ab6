"""Models by name: exact, family with version, typo, everyday words that are none."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("uso gpt-5 mini", ["gpt-5 mini"]),
        ("Sonnet 4.5 vs. Gemini", ["sonnet 4.5", "gemini"]),
        ("deepseek r1 or Kimi 2", ["deepseek r1", "kimi 2"]),
        ("can I run gpt oss 120B", ["gpt oss 120b"]),
        ("qwen2.5-coder 7b para esto", ["qwen2.5-coder 7b"]),
        ("mixtral 8x22b", ["mixtral 8x22b"]),
        ("o3 y o4-mini", ["o3", "o4-mini"]),
        ("estoy con cluade", ["claude"]),
        ("una nova en el cielo, a command line, step by step", []),
        ("entre 3 o 4 modelos", []),
        ("llama a mi madre mañana 3 veces", []),
        # What follows a version: dates of release, variants after a space, a plus sign.
        ("glm 4.6 air or deepseek v3 0324?", ["glm 4.6 air", "deepseek v3 0324"]),
        ("qwen3 4b 2507 thinking en español", ["qwen3 4b 2507 thinking"]),
        ("gpt-4o 2024-11-20, command r+", ["gpt-4o 2024-11-20", "command r+"]),
        ("gemma 3 1200 palabras", ["gemma 3"]),
        ("qwen3 in 2025 was fine", ["qwen3"]),
        # Derived models are names of their own; programs and verbs are none.
        ("faster-whisper, WhisperX or TinyLLaVA", ["faster-whisper", "whisperx", "tinyllava"]),
        ("llama_index, llama factory y llama.cpp", []),
        ("un agente que llama bien a las apis", []),
        ("prefiero llama a qwen", ["llama", "qwen"]),
        ("step thinking, the seed vision", []),
        ("gpt-style answers, non-claude", ["gpt", "claude"]),
        ("kling, wan, sora", ["kling", "wan", "sora"]),
        # In one piece, and with a slip before a number; a word that is no slip stays one.
        ("gpt5mini o claudesonnet4.5?", ["gpt5mini", "claude sonnet 4.5"]),
        ("is qwen332b any good", ["qwen3 32b"]),
        ("lama 3.3 70b", ["llama 3.3 70b"]),
        ("una gema de 3 quilates, la gema 3", []),
    ],
)
def test_find(reader: Any, text: str, names: list[str]) -> None:
    assert [named.text for named in reader.names.find(text)] == names


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("qwen3 32b", "alibaba/qwen3-32b"),
        ("Qwen 3 32B", "alibaba/qwen3-32b"),
        ("claude", "anthropic/claude-sonnet-4.5"),
        ("gpt-5", "openai/gpt-5"),
        ("llama 3.3", "meta/llama-3.3-70b"),
        ("el de alibaba", "alibaba/qwen3-32b"),
        ("openai/gpt-5-mini", "openai/gpt-5-mini"),
        ("gpt-5 0807", "openai/gpt-5"),
    ],
)
def test_resolve(reader: Any, name: str, first: str) -> None:
    assert reader.names.resolve(name)[0] == first


@pytest.mark.parametrize("name", ["", "qwen3 99b", "gpt-7", "mi abuela"])
def test_no_card_is_made_up(reader: Any, name: str) -> None:
    assert reader.names.resolve(name) == ()


def test_chatgpt_like_names_no_candidate(talk: Any) -> None:
    assert "mentioned_models" not in talk("something chatgpt-like for my website")


def test_a_shorter_name_said_again_is_the_same_model(talk: Any) -> None:
    assert talk("gpt-oss 20b or claude sonnet 4.5? sonnet looks dear")["mentioned_models"] == [
        "gpt-oss 20b",
        "claude sonnet 4.5",
    ]
