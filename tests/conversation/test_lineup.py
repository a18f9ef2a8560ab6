"""Which models there are, of a vendor or of all: a list out of the cards, and nothing recommended."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest

from advisor.conversation.checkpoints import memory_checkpointer
from advisor.conversation.deps import Deps
from advisor.conversation.talk import Talk

OF_ONE = [
    ("qué modelos tiene mistral?", "mistral"),
    ("lista de los modelos de anthropic", "anthropic"),
    ("cuáles son los modelos de google", "google"),
    ("what models does deepseek have?", "deepseek"),
    ("list the openai models", "openai"),
    ("which models are there from alibaba", "alibaba"),
]


@pytest.fixture(scope="module")
def talk(deps: Deps) -> Talk:
    return Talk(deps, memory_checkpointer())


def _asked(talk: Talk, text: str) -> dict[str, Any]:
    return talk.ask(uuid.uuid4().hex, text)


@pytest.mark.parametrize(("question", "slug"), OF_ONE)
def test_of_one_vendor(talk: Talk, deps: Deps, question: str, slug: str) -> None:
    told = _asked(talk, question)
    assert (told["intent"], told["recommendations"]) == ("ask_model", [])
    own = {card.name: card for card in deps.catalogue if card.model.startswith(f"{slug}/")}
    rows = [line for line in told["answer"].splitlines() if line.startswith("- **")]
    shown = [own[line.split("**")[1]] for line in rows]
    assert shown
    assert all(card.status in ("current", "preview") for card in shown)
    assert re.search(rf"\b{len(own)} (?:modelos|models)\b", told["answer"])
    dates = [str(card.value("release_date") or "") for card in shown]
    assert dates == sorted(dates, reverse=True)
    assert all(re.search(r"\[\d+\]", line) for line in rows)


@pytest.mark.parametrize("question", ["¿qué modelos conoces?", "what models do you know?"])
def test_of_all(talk: Talk, deps: Deps, question: str) -> None:
    told = _asked(talk, question)["answer"]
    vendors = {card.vendor for card in deps.catalogue}
    assert all(vendor in told for vendor in vendors)
    counts = [int(n) for n in re.findall(r"\((\d+)\)", told)]
    assert (len(counts), sum(counts)) == (len(vendors), len(deps.catalogue))


@pytest.mark.parametrize("question", ["¿qué modelos tiene apple?", "what models does apple have?"])
def test_of_nobody_known(talk: Talk, question: str) -> None:
    told = _asked(talk, question)["answer"]
    assert "Apple" in told.splitlines()[0]
    assert not [line for line in told.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize(
    "question",
    ["¿qué modelos hay para programar?", "what models are there for translating?", "which models fit in 8 GB?"],
)
def test_a_need_with_it_is_advised_on(talk: Talk, question: str) -> None:
    assert _asked(talk, question)["recommendations"]


@pytest.mark.parametrize(
    ("need", "question", "asks"),
    [
        ("un chatbot para mi tienda", "¿qué modelos tiene mistral?", "Dime para qué"),
        ("a chatbot for my shop", "what models does mistral have?", "Tell me what"),
    ],
)
def test_what_it_is_for_is_asked_once(talk: Talk, need: str, question: str, asks: str) -> None:
    thread = uuid.uuid4().hex
    assert asks in _asked(talk, question)["answer"]
    talk.ask(thread, need)
    assert asks not in talk.ask(thread, question)["answer"]
