"""The shipped catalogue: enough of it, every fact with its origin, nothing inferred, every name to one card."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from advisor.curation.coverage import factors_answered
from advisor.domain.cards import Catalogue
from advisor.domain.fields import CAPABILITIES, FIELDS
from advisor.library.cards import fold, load_catalogue
from advisor.library.plain_yaml import read_plain

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
BENCHMARKS = read_plain((KNOWLEDGE / "benchmarks.yaml").read_text(encoding="utf-8"))
NICKNAMES = read_plain((KNOWLEDGE / "nicknames.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(KNOWLEDGE / "models")


def test_there_are_enough_cards_and_most_answer_six_factors(catalogue: Catalogue) -> None:
    assert len(catalogue) >= 150
    assert sum(len(factors_answered(card)) >= 6 for card in catalogue) >= 120


def test_every_kind_of_model_is_there(catalogue: Catalogue) -> None:
    statuses = Counter(card.status for card in catalogue)
    assert statuses["current"] >= 60
    assert statuses["historical"] >= 20
    assert {card.value("training_type") for card in catalogue} >= {"base", "instruct", "chat", "reasoning"}
    sizes = [card.number("params_total_b") or 0 for card in catalogue]
    assert any(0 < size < 0.5 for size in sizes)
    assert any(size > 1000 for size in sizes)


@pytest.mark.parametrize("maker", ["bsc", "iic", "hitz", "utter", "swiss-ai"])
def test_iberian_and_european_models_are_first_class(catalogue: Catalogue, maker: str) -> None:
    cards = [card for card in catalogue if card.model.startswith(f"{maker}/")]
    assert cards
    assert all(card.texts("languages_official") or card.number("languages_official_count") for card in cards)


def test_every_fact_has_an_origin(catalogue: Catalogue) -> None:
    for card in catalogue:
        for field, facts in card.facts.items():
            for fact in facts:
                assert fact.source, (card.model, field)
                assert fact.url.startswith("https://"), (card.model, field)
                assert "2017" <= fact.date <= catalogue.date, (card.model, field, fact.date)


def test_no_undisclosed_figure_is_inferred(catalogue: Catalogue) -> None:
    for card in catalogue:
        if card.value("open_weights") is False:
            for field in ("params_total_b", "params_active_b", "layers", "experts"):
                for fact in card.all(field):
                    assert fact.kind in {"declared", "not_disclosed"}, (card.model, field)
        assert all(fact.kind != "estimated" for facts in card.facts.values() for fact in facts)


def test_measured_values_say_what_was_measured(catalogue: Catalogue) -> None:
    for card in catalogue:
        for field in ("languages_measured", "language_arena", "throughput_tokens_per_s", "time_to_first_token_s"):
            assert all(fact.kind == "measured" and fact.variant for fact in card.all(field)), (card.model, field)
        for fact in card.all("benchmarks"):
            assert fact.kind == ("declared" if fact.name and fact.name.endswith("(vendor)") else "measured"), card.model


def test_unranked_rows_of_euroeval_are_left_out(catalogue: Catalogue) -> None:
    assert all((fact.number or 0) < 50 for card in catalogue for fact in card.all("languages_measured"))


def test_names_that_people_type_reach_one_card(catalogue: Catalogue) -> None:
    names = {fold(name): card.model for card in catalogue for name in (card.name, *card.aliases)}
    for typed, model in {
        "gpt4o": "openai/gpt-4o",
        "gpt 4o mini": "openai/gpt-4o-mini",
        "sonnet 4.5": "anthropic/claude-sonnet-4.5",
        "qwen 3 8b": "alibaba/qwen3-8b",
        "llama3.1:8b": "meta/llama-3.1-8b-instruct",
        "mixtral": "mistral/mixtral-8x7b-instruct",
    }.items():
        assert names[typed] == model


def test_nicknames_lead_to_cards_and_are_nobodys_alias(catalogue: Catalogue) -> None:
    cards = catalogue.by_id
    aliases = {fold(name) for card in catalogue for name in (card.name, *card.aliases)}
    for nickname, models in NICKNAMES.items():
        assert fold(nickname) not in aliases
        assert 1 <= len(models) <= 5
        assert all(model in cards for model in models), nickname
        usable = [cards[model].status not in {"retired", "historical"} for model in models]
        assert usable == sorted(usable, reverse=True), nickname


def test_successors_are_cards_that_can_be_recommended(catalogue: Catalogue) -> None:
    cards = catalogue.by_id
    for card in catalogue:
        if card.successor:
            assert cards[card.successor].status not in {"retired", "historical"}, card.model


def test_benchmarks_on_cards_are_explained(catalogue: Catalogue) -> None:
    used = {fact.name for card in catalogue for fact in card.all("benchmarks")}
    assert used <= set(BENCHMARKS)
    assert all(entry["capability"] in CAPABILITIES for entry in BENCHMARKS.values())


def test_open_models_can_be_sized_for_memory(catalogue: Catalogue) -> None:
    """Small open models, those that people run themselves, carry what the memory arithmetic needs."""
    small = [c for c in catalogue if c.value("open_weights") and 0 < (c.number("params_total_b") or 0) <= 40]
    ready = [
        c for c in small if all(c.number(f) for f in ("layers", "kv_heads", "head_dim")) or c.number("kv_lora_rank")
    ]
    assert len(ready) >= 0.85 * len(small), [c.model for c in small if c not in ready]


def test_every_field_is_used(catalogue: Catalogue) -> None:
    """A field that no card fills is a promise that nobody keeps."""
    filled = {name for card in catalogue for name in card.facts}
    assert set(FIELDS) - filled <= {"programming_languages", "max_input_tokens"}
