"""Nothing to pay, own hardware that nobody named, and a card beside main memory: what is assumed and what is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from advisor.domain.needs import Needs
from advisor.scoring.engine import Scorer
from tests.scoring.cards import card, local_card

Engine = Callable[..., Scorer]


def test_nothing_to_pay_and_not_at_home_leaves_only_what_is_free(engine: Engine) -> None:
    scorer = engine(local_card("a/open", 8), card("b/paid"))
    found = scorer.rank(Needs.of({"budget_usd_month": 0, "local": False}))
    assert not found.recommendations
    assert "vram_gb" not in {a.key for a in found.assumptions}
    assert ("local",) in [relaxation.keys for relaxation in found.relaxations]
    at_home = next(r for r in found.relaxations if r.keys == ("local",))
    assert at_home.text.es.startswith("Si se ejecuta en equipo propio")
    assert at_home.text.en.startswith("If it runs on own hardware")


def test_nothing_to_pay_alone_still_offers_open_weights(engine: Engine) -> None:
    found = engine(local_card("a/open", 8), card("b/paid")).rank(Needs.of({"budget_usd_month": 0}))
    assert [r.card.model for r in found.recommendations] == ["a/open"]
    assert "vram_gb" in {a.key for a in found.assumptions}


@pytest.mark.parametrize(("more", "assumed"), [({}, True), ({"local": True}, False), ({"vram_gb": 12}, False)])
def test_a_volume_is_assumed_only_where_tokens_are_paid_for(
    engine: Engine, more: dict[str, object], assumed: bool
) -> None:
    found = engine(local_card("a/open", 8)).rank(Needs.of({"budget_usd_month": 20, **more}))
    assert ("tokens_per_month" in {a.key for a in found.assumptions}) is assumed


def test_on_unnamed_hardware_what_a_common_card_carries_comes_first(engine: Engine) -> None:
    scorer = engine(local_card("a/modest", 9), local_card("a/heavy", 31), card("b/silent", open_weights=True))
    found = scorer.rank(Needs.of({"use_case": "coding", "local": True}))
    assert found.recommendations[0].card.model == "a/modest"
    size = {r.card.model: next(f.value for f in r.factors if f.factor == "size") for r in found.recommendations}
    assert size["a/modest"] > 0.9
    assert size["a/heavy"] < 0.1
    assert all(r.fit is None for r in found.recommendations)


@pytest.mark.parametrize("params_b", [60, 400])
def test_a_card_beside_main_memory_is_told_with_both_figures(engine: Engine, params_b: float) -> None:
    verdict = engine(local_card("a/large", params_b)).verdict("a/large", Needs.of({"vram_gb": 12, "ram_gb": 64}))
    told = dict(verdict.broken)["vram_gb"]
    assert all(part in told.es for part in ("tu gráfica tiene 12 GB", "60 GB", "RAM"))
    assert all(part in told.en for part in ("your card has 12 GB", "60 GB", "RAM"))
    assert ("no llegan" in told.es) is (params_b == 400)
    assert ("are not enough" in told.en) is (params_b == 400)


def test_a_dense_giant_on_plain_main_memory_yields_to_a_quick_mixture(engine: Engine) -> None:
    scorer = engine(local_card("a/dense", 31), local_card("b/mixture", 30, params_active_b=3.0))
    found = scorer.rank(Needs.of({"ram_gb": 64, "local": True}))
    assert found.recommendations[0].card.model == "b/mixture"
    ease = {r.card.model: next(f.value for f in r.factors if f.factor == "architecture") for r in found.recommendations}
    assert ease["a/dense"] < 0.2 < ease["b/mixture"]


def test_at_home_nothing_to_pay_does_not_outweigh_what_fits(engine: Engine) -> None:
    scorer = engine(local_card("a/fits", 9), local_card("b/giant", 700))
    bare = scorer.rank(Needs.of({"local": True})).weights
    free = scorer.rank(Needs.of({"budget_usd_month": 0, "priority": ["cost"]})).weights
    assert free["size"] == pytest.approx(bare["size"])
    fast = scorer.rank(Needs.of({"budget_usd_month": 0, "priority": ["speed"]})).weights
    assert fast["performance"] > bare["performance"]
