"""What is assumed enters the ranking, and what is dropped leaves it: volume, memory, commercial use; with what is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain.language import LANGUAGES, Localised
from advisor.domain.needs import USE_CASES, Assumption, Granted, Needs
from advisor.scoring.engine import Scorer
from advisor.scoring.use_cases import UseCase
from tests.scoring.cards import card, local_card, scorer

Engine = Callable[..., Scorer]
WHY = Localised("porque sí", "because")


def granted(*dropped: str, **assumed: Any) -> Granted:
    return Granted(tuple(Assumption(key, value, WHY) for key, value in assumed.items()), frozenset(dropped))


def names(found: Any) -> list[str]:
    return [r.card.model for r in found.recommendations]


@given(use=st.sampled_from(USE_CASES), count=st.integers(1, 10**9))
def test_a_count_costs_count_times_the_assumed_length(uses: Mapping[str, UseCase], use: str, count: int) -> None:
    item = uses[use].item
    outputs = {"modalities_out": uses[use].outputs} if uses[use].outputs else {}
    shown = card("a/one", price=(0.5, 2.0), tool_calling=True, modalities=("text", "image", "audio"), **outputs)
    found = scorer((shown,), uses).rank(Needs.of({"use_case": use, "items_per_month": count}))
    cost = found.recommendations[0].cost
    assert cost is not None
    assert (cost.tokens_in, cost.tokens_out) == (count * item.tokens_in, count * item.tokens_out)
    assert cost.usd_month == pytest.approx(count * (0.5 * item.tokens_in + 2.0 * item.tokens_out) / 1e6)
    assumed = next(a for a in found.assumptions if a.key == "tokens_per_month")
    assert assumed.value == count * (item.tokens_in + item.tokens_out)


def test_the_sum_is_told_in_both_languages(engine: Engine) -> None:
    found = engine(card("a/one", price=(0.5, 2.0))).rank(
        Needs.of({"use_case": "sentiment", "items_per_month": 2_000_000})
    )
    reason = next(a.reason for a in found.assumptions if a.key == "tokens_per_month")
    assert "2.000.000 al mes × (190 tokens de entrada + 10 de salida) = 400M" in reason.es
    assert "2,000,000 a month × (190 tokens in + 10 out) = 400M" in reason.en


def test_every_use_says_what_one_of_its_calls_is(uses: Mapping[str, UseCase]) -> None:
    for use in uses.values():
        assert all(use.item.what.in_(language).strip() for language in LANGUAGES)
        assert 0.0 <= use.output_share < 1.0


def test_tokens_said_come_before_a_count(engine: Engine) -> None:
    needs = Needs.of({"items_per_month": 1000, "tokens_per_month": 5_000_000})
    found = engine(card("a/one", price=(1.0, 1.0))).rank(needs)
    assert found.recommendations[0].cost is not None
    assert found.recommendations[0].cost.usd_month == pytest.approx(5.0)
    assert not found.assumptions


def test_a_count_is_held_to_the_budget(engine: Engine) -> None:
    offered = engine(card("a/dear", price=(10.0, 10.0)), card("a/cheap", price=(0.01, 0.01)))
    needs = Needs.of({"use_case": "sentiment", "items_per_month": 2_000_000, "budget_usd_month": 20})
    assert names(offered.rank(needs)) == ["a/cheap"]


def test_without_a_volume_no_cost_is_told_and_the_budget_buys_what_it_buys(engine: Engine) -> None:
    offered = engine(card("a/dear", price=(10.0, 10.0)), card("a/cheap", price=(0.01, 0.01)))
    found = offered.rank(Needs.of({"budget_usd_month": 20}), granted=granted("tokens_per_month"))
    assert set(names(found)) == {"a/dear", "a/cheap"}
    assert all(r.cost is None for r in found.recommendations)
    assert "tokens_per_month" not in {a.key for a in found.assumptions}
    dear = next(r for r in found.recommendations if r.card.model == "a/dear")
    assert any("2M tokens" in c.es and "20 USD al mes" in c.es for c in dear.cautions)
    assert any("2M tokens" in c.en and "20 USD a month" in c.en for c in dear.cautions)


def test_dropped_memory_is_unknown_memory_and_said_to_be(engine: Engine) -> None:
    scorer_ = engine(local_card("a/modest", 9), local_card("a/strong", 70))
    needs = Needs.of({"use_case": "coding", "local": True})
    before, after = scorer_.rank(needs), scorer_.rank(needs, granted=granted("vram_gb"))
    assert names(before)[0] == "a/modest"
    assert names(after)[0] == "a/strong"
    assert not after.assumptions
    assert any("No sé cuánta memoria" in c.es and "do not know how much memory" in c.en for c in after.cautions)
    told = {r.card.model: r.memory_gb for r in after.recommendations}
    assert told["a/modest"] is not None
    assert 5 < told["a/modest"] < 8
    assert told["a/strong"] is not None
    assert 42 < told["a/strong"] < 50


def test_an_assumed_memory_rules_out_what_does_not_fit_until_it_is_dropped(engine: Engine) -> None:
    scorer_ = engine(local_card("a/modest", 3), local_card("a/strong", 70))
    needs = Needs.of({"local": True})
    assert names(scorer_.rank(needs, granted=granted(ram_gb=8.0))) == ["a/modest"]
    assert len(names(scorer_.rank(needs, granted=granted("ram_gb", ram_gb=8.0)))) == 2
    said = scorer_.rank(Needs.of({"local": True, "ram_gb": 128}), granted=granted(ram_gb=8.0))
    assert len(names(said)) == 2


def test_where_an_assumption_leaves_nothing_giving_it_up_is_a_way_out(engine: Engine) -> None:
    scorer_ = engine(local_card("a/hobby", 9, commercial_use=False))
    found = scorer_.rank(Needs.of({"use_case": "chatbot"}), granted=granted(commercial_use=True))
    assert not found.recommendations
    way = next(r for r in found.relaxations if r.keys == ("commercial_use",))
    assert "commercial_use" not in way.needs
    assert way.eligible == 1


@pytest.mark.parametrize("key", ["ram_gb", "fine_tuning", "commercial_use"])
def test_assumed_and_said_rank_alike(engine: Engine, key: str) -> None:
    value: Any = {"ram_gb": 16.0, "fine_tuning": "lora", "commercial_use": True}[key]
    cards = [local_card(f"a/m{size}", size, commercial_use=size != 7) for size in (2, 7, 30)]
    scorer_ = engine(*cards, card("b/closed", open_weights=False, price=(1.0, 2.0)))
    said = scorer_.rank(Needs.of({"local": True, key: value}))
    assumed = scorer_.rank(Needs.of({"local": True}), granted=granted(**{key: value}))
    assert [(r.card.model, r.score) for r in said.recommendations] == [
        (r.card.model, r.score) for r in assumed.recommendations
    ]


def test_free_means_run_by_oneself_without_prices(engine: Engine) -> None:
    open_card = local_card("a/open", 8, price=(0.1, 0.2), throughput_tokens_per_s=90.0)
    found = engine(open_card, card("b/paid", price=(1.0, 2.0))).rank(Needs.of({"budget_usd_month": 0}))
    first = found.recommendations[0]
    assert names(found) == ["a/open"]
    assert first.cost is None
    assert not any("USD" in reason.es or "API" in reason.es for reason in first.reasons)
    assert any("niveles gratuitos" in c.es and "free tiers" in c.en for c in found.cautions)
    assert "tokens_per_month" not in {a.key for a in found.assumptions}


def test_free_as_a_service_is_said_not_to_be_on_the_cards(engine: Engine) -> None:
    found = engine(card("b/paid", price=(1.0, 2.0))).rank(Needs.of({"budget_usd_month": 0, "local": False}))
    assert not found.recommendations
    assert any("niveles gratuitos" in c.es and "free tiers" in c.en for c in found.cautions)


def test_each_way_out_is_named_once(engine: Engine) -> None:
    cards = [local_card(f"a/m{size}", size, context_tokens=window) for size in (9, 30, 70) for window in (8192, 262144)]
    needs = Needs.of({"max_params_b": 1, "ram_gb": 4, "local": True, "min_context_tokens": 1_000_000})
    ways = engine(*cards).rank(needs).relaxations
    assert ways
    assert len({way.change.es for way in ways}) == len({way.change.en for way in ways}) == len(ways)


def test_a_speed_that_cannot_be_estimated_can_be_given_up(engine: Engine) -> None:
    found = engine(local_card("a/open", 8)).rank(Needs.of({"local": True, "min_tokens_per_s": 400}))
    assert not found.recommendations
    assert [way.keys for way in found.relaxations] == [("min_tokens_per_s",)]
    assert "min_tokens_per_s" not in found.relaxations[0].needs


def test_an_assumed_language_weighs_and_rules_nothing_out(engine: Engine) -> None:
    speaks = [local_card(f"a/s{n}", 9, scores={"Chat": 1200 + n}, speaks={"es": 1.4 + n / 10}) for n in range(4)]
    silent = local_card("b/silent", 9, scores={"Chat": 1203}, languages_official=("en",))
    scorer_ = engine(*speaks, silent)
    needs = Needs.of({"use_case": "writing"})
    spanish = scorer_.rank(needs, granted=granted(languages=("es",)))
    assert spanish.eligible == 5
    told = {r.card.model: next(f.value for f in r.factors if f.factor == "language") for r in spanish.recommendations}
    assert told["a/s0"] > told["b/silent"]
    dropped = scorer_.rank(needs, granted=granted("languages", languages=("es",)))
    assert [r.score for r in dropped.recommendations] == [r.score for r in scorer_.rank(needs).recommendations]
    first = next(f for f in spanish.recommendations[0].factors if f.factor == "language")
    assert first.reason.es.startswith("Español")
    assert first.reason.en.startswith("Spanish")


@pytest.mark.parametrize(("use", "code"), [("coding", "es"), ("writing", "en")])
def test_where_the_language_says_little_the_assumed_one_changes_nothing(engine: Engine, use: str, code: str) -> None:
    cards = [local_card(f"a/m{n}", 9, scores={"Chat": 1200 + n}, speaks={"es": 1.4 + n}) for n in range(3)]
    needs = Needs.of({"use_case": use})
    plain, assumed = engine(*cards).rank(needs), engine(*cards).rank(needs, granted=granted(languages=(code,)))
    assert [r.score for r in plain.recommendations] == [r.score for r in assumed.recommendations]


def test_the_sides_that_were_said_are_what_is_paid(engine: Engine) -> None:
    needs = Needs.of({"use_case": "chatbot", "tokens_per_month": 40_000_000, "output_share": 0.1})
    cost = engine(card("a/one", price=(1.0, 10.0))).rank(needs).recommendations[0].cost
    assert cost is not None
    assert (cost.tokens_in, cost.tokens_out) == (36_000_000, 4_000_000)
    assert cost.usd_month == pytest.approx(36.0 + 40.0)


def test_the_sides_that_were_said_mix_the_prices(engine: Engine) -> None:
    reads = card("a/reads", price=(0.1, 10.0), scores={"Chat": 1200})
    writes = card("b/writes", price=(1.0, 1.5), scores={"Chat": 1200})
    scorer_ = engine(reads, writes)
    for share, first in ((0.01, "a/reads"), (0.9, "b/writes")):
        assert names(scorer_.rank(Needs.of({"use_case": "chatbot", "output_share": share})))[0] == first
