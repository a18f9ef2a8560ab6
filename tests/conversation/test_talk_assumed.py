"""Whole turns: what is assumed is shown, edited, dropped and remembered, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from advisor.conversation.deps import Deps
from advisor.conversation.talk import Talk

Ask = Callable[[str], dict[str, Any]]


COUNTS = [
    ("clasificar 500.000 tickets al mes", "cada uno son 100 tokens", "500.000 al mes × (380 tokens de entrada + 20"),
    ("classify 500,000 tickets a month", "each one is 100 tokens", "500,000 a month × (380 tokens in + 20"),
]


@pytest.mark.parametrize(("text", "length", "told"), COUNTS)
def test_a_count_gives_the_cost_until_the_length_is_told(
    talk: Talk, thread: str, text: str, length: str, told: str
) -> None:
    first = talk.ask(thread, text)
    assert "tokens_per_month" not in first["needs"]
    assert first["more_needs"] == {"items_per_month": 500_000}
    assert first["assumed"]["tokens_per_month"] == 200_000_000
    assert told in first["assumed_reasons"]["tokens_per_month"][first["language"]]
    assert told in first["answer"]
    assert first["recommendations"][0]["cost"]["tokens"] == 200_000_000
    then = talk.ask(thread, length)
    assert then["needs"]["tokens_per_month"] == 50_000_000
    assert "tokens_per_month" not in then["assumed"]
    assert then["recommendations"][0]["cost"]["tokens"] == 50_000_000


@pytest.mark.parametrize("text", [text for text, _, _ in COUNTS])
def test_an_assumed_volume_can_be_edited_and_dropped(talk: Talk, thread: str, text: str) -> None:
    talk.ask(thread, text)
    edited = talk.edit(thread, [{"key": "tokens_per_month", "value": 1_000_000, "assumed": False}])
    assert edited["recommendations"][0]["cost"]["tokens"] == 1_000_000
    back = talk.edit(thread, [{"key": "tokens_per_month", "value": None, "assumed": False}])
    assert back["assumed"]["tokens_per_month"] == 200_000_000
    gone = talk.edit(thread, [{"key": "tokens_per_month", "value": None, "assumed": True}])
    assert "tokens_per_month" not in gone["assumed"]
    assert gone["recommendations"][0]["cost"] is None


MEMORY = [
    ("un chatbot sin internet en mi móvil", "No sé cuánta memoria", 8.0, "ram_gb"),
    ("an offline chatbot on my phone", "do not know how much memory", 8.0, "ram_gb"),
    ("programar en mi propio equipo, sin internet", "No sé cuánta memoria", 12.0, "vram_gb"),
    ("coding on my own machine, offline", "do not know how much memory", 12.0, "vram_gb"),
]


@pytest.mark.parametrize(("text", "told", "gb", "key"), MEMORY)
def test_a_dropped_memory_reaches_the_ranking(
    talk: Talk, thread: str, text: str, told: str, gb: float, key: str
) -> None:
    first = talk.ask(thread, text)
    assert first["assumed"][key] == gb
    gone = talk.edit(thread, [{"key": key, "value": None, "assumed": True}])
    assert not {"vram_gb", "ram_gb"} & set(gone["assumed"])
    assert told in gone["answer"]
    assert [r["model"] for r in gone["recommendations"]] != [r["model"] for r in first["recommendations"]]
    assert all(r["memory_gb"] for r in gone["recommendations"])
    assert not {"vram_gb", "ram_gb"} & set(talk.ask(thread, "rápido / fast")["assumed"])


@pytest.mark.parametrize("text", ["programar en una RTX 3060", "coding on an RTX 3060"])
def test_a_named_cards_memory_taken_out_is_not_assumed_again(talk: Talk, thread: str, text: str) -> None:
    assert talk.ask(thread, text)["needs"]["vram_gb"] == 12
    gone = talk.edit(thread, [{"key": "vram_gb", "value": None, "assumed": False}])
    assert "vram_gb" not in gone["needs"]
    assert "vram_gb" not in gone["assumed"]
    assert all(r["fit"] is None and r["memory_gb"] for r in gone["recommendations"])


@pytest.mark.parametrize(
    ("text", "then"),
    [("un chatbot en catalán para mi tienda", "que sea barato"), ("a Catalan chatbot for my shop", "a cheap one")],
)
def test_a_firm_is_offered_nothing_that_forbids_it(talk: Talk, thread: str, deps: Deps, text: str, then: str) -> None:
    for turn in (talk.ask(thread, text), talk.ask(thread, then)):
        assert turn["assumed"]["commercial_use"] is True
        assert "commercial_use" not in turn["needs"]
        shown = [deps.catalogue.by_id[r["model"]] for r in turn["recommendations"]]
        assert shown
        assert all(card.value("commercial_use") is True for card in shown)
    gone = talk.edit(thread, [{"key": "commercial_use", "value": None, "assumed": True}])
    assert "commercial_use" not in gone["assumed"]
    assert gone["eligible"] > turn["eligible"]


@pytest.mark.parametrize(
    ("text", "then", "key"),
    [
        ("un chatbot sin internet en mi móvil", "tiene 6 GB", "ram_gb"),
        ("an offline chatbot on my phone", "it has 6 GB", "ram_gb"),
    ],
)
def test_the_advisor_asks_for_what_it_had_to_assume(talk: Talk, thread: str, text: str, then: str, key: str) -> None:
    first = talk.ask(thread, text)
    assert first["question"]
    assert talk.dialogue(thread)["asked"] == key
    second = talk.ask(thread, then)
    assert second["needs"][key] == 6
    assert key not in second["assumed"]
    assert second["question"] != first["question"]


OUTLOOKS = [
    ("programar en una 3060 de 12 GB", "¿qué cambiaría el resultado?", "Qué pondría otro modelo", "Con 16 GB"),
    ("coding on a 3060 with 12 GB", "what would put another model first?", "What would put another", "With 16 GB"),
    ("un chatbot en español por API", "enséñame el frente de Pareto", "ninguno los supera", "Calidad y coste"),
    ("a chatbot in Spanish by API", "show me the Pareto front", "none beats these", "Quality and cost"),
]


@pytest.mark.parametrize(("text", "asked", "lead", "part"), OUTLOOKS)
def test_what_would_change_it_and_the_front_are_told_in_the_chat(
    talk: Talk, thread: str, text: str, asked: str, lead: str, part: str
) -> None:
    before = talk.ask(thread, text)
    turn = talk.ask(thread, asked)
    assert lead in turn["answer"]
    assert part in turn["answer"]
    assert turn["needs"] == before["needs"]


@pytest.mark.parametrize(
    ("text", "forget", "key"),
    [
        ("un bot para mi hotel", "quita lo del uso comercial", "commercial_use"),
        ("a bot for my hotel", "forget the commercial use", "commercial_use"),
        ("un bot para la web", "olvida el volumen", "tokens_per_month"),
        ("a chatbot for a website", "forget the volume", "tokens_per_month"),
    ],
)
def test_an_assumption_is_taken_back_by_saying_so(talk: Talk, thread: str, text: str, forget: str, key: str) -> None:
    assert key in talk.ask(thread, text)["assumed"]
    for message in (forget, "y barato / and cheap"):
        turn = talk.ask(thread, message)
        assert key not in turn["assumed"]
        assert key not in turn["needs"]
