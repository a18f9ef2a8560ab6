"""The reader over the real lexicon and hardware, with a small catalogue, and a way of talking to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from advisor.domain.cards import Card, Catalogue
from advisor.domain.needs import Dialogue, Understanding
from advisor.library.hardware import load_devices
from advisor.library.lexicon import load_lexicon
from advisor.understand.apply import after
from advisor.understand.reader import Reader
from advisor.understand.senses.sense import Sense
from advisor.understand.senses.senses import load_senses

Talk = Callable[..., dict[str, Any]]


def card(model: str, name: str, family: str, *aliases: str) -> Card:
    vendor = model.partition("/")[0]
    return Card(model, name, vendor, family, "current", aliases, MappingProxyType({}))


CARDS = (
    card("alibaba/qwen3-32b", "Qwen3 32B", "Qwen3", "qwen 3 32b"),
    card("alibaba/qwen3-8b", "Qwen3 8B", "Qwen3"),
    card("anthropic/claude-sonnet-4.5", "Claude Sonnet 4.5", "Claude", "sonnet 4.5"),
    card("meta/llama-3.3-70b", "Llama 3.3 70B Instruct", "Llama 3.3"),
    card("openai/gpt-5", "GPT-5", "GPT-5"),
    card("openai/gpt-5-mini", "GPT-5 mini", "GPT-5"),
)


@pytest.fixture(scope="session")
def senses(knowledge: Path) -> dict[str, Sense]:
    return load_senses(knowledge / "senses")


@pytest.fixture(scope="session")
def reader(knowledge: Path, senses: dict[str, Sense]) -> Reader:
    catalogue = Catalogue(CARDS, "2026-11-22", "test")
    devices = load_devices(knowledge / "hardware.yaml")
    return Reader(
        catalogue,
        devices,
        load_lexicon(knowledge / "lexicon"),
        {"el de alibaba": ("alibaba/qwen3-32b",)},
        senses=senses,
    )


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Understanding]:
    return reader.read


@pytest.fixture(scope="session")
def talk(reader: Reader) -> Talk:
    """The needs after the messages, said one after the other."""

    def say(*messages: str, **start: Any) -> dict[str, Any]:
        dialogue = Dialogue(**start)
        for message in messages:
            dialogue = after(dialogue, reader.read(message, dialogue))
        return dialogue.needs.to_json()

    return say
