"""One place for a line of versions: the newer one stands for the older where nothing speaks against it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from advisor.domain.cards import Card
from advisor.domain.needs import Needs
from advisor.scoring.engine import Scorer
from tests.scoring.cards import TODAY, card, local_card

Engine = Callable[..., Scorer]


def version(model: str, price: float = 1.0, score: float = 60.0, **facts: Any) -> Card:
    base: dict[str, Any] = {
        "context_tokens": 200_000,
        "training_type": "instruct",
        "open_weights": False,
        "modalities": ("text",),
        "release_date": "2026-06-01",
    }
    return card(model, price=(price, 4 * price), scores={"Code": score, "Reason": score}, **{**base, **facts})


def shown(scorer: Scorer, needs: dict[str, Any]) -> list[str]:
    return [r.card.model for r in scorer.rank(Needs.of(needs), 10, today=TODAY).recommendations]


OLD = version("a/old", score=61.0, successor="a/new")
OTHERS = tuple(version(f"b/m{n:02}", score=10.0 + 2 * n) for n in range(25))


def test_the_newer_version_stands_for_the_older_one(engine: Engine) -> None:
    assert "a/old" not in shown(engine(OLD, version("a/new"), *OTHERS), {"use_case": "coding"})


@pytest.mark.parametrize(
    "heir",
    [
        pytest.param(version("a/new", price=2.0), id="dearer"),
        pytest.param(version("a/new", score=5.0), id="much worse"),
        pytest.param(version("a/new", tool_calling=False), id="breaks a need"),
        pytest.param(version("a/new", deprecation_date="2026-12-01"), id="leaves before it"),
    ],
)
def test_the_older_one_keeps_its_place_where_the_newer_is_no_match(engine: Engine, heir: Card) -> None:
    old = version("a/old", score=61.0, successor="a/new", tool_calling=True)
    needs = {"use_case": "coding", **({"tool_calling": True} if heir.value("tool_calling") is False else {})}
    assert "a/old" in shown(engine(old, heir, *OTHERS), needs)


def test_weights_that_one_can_run_are_not_replaced_by_a_service_or_a_giant(engine: Engine) -> None:
    own = {"use_case": "chatbot", "vram_gb": 12, "local": True}
    old = local_card("a/old", 8, successor="a/new", scores={"Chat": 1250})
    for heir in (local_card("a/new", 14, scores={"Chat": 1300}), version("a/new")):
        assert "a/old" in shown(engine(old, heir), own)
    heir = local_card("a/new", 9, scores={"Chat": 1300})
    assert shown(engine(old, heir), own) == ["a/new"]


def test_a_chain_is_followed_and_a_circle_is_left(engine: Engine) -> None:
    oldest = version("a/oldest", successor="a/old")
    scorer = engine(oldest, OLD, version("a/new", successor="a/oldest"), *OTHERS)
    rows = scorer.table.rows
    assert set(scorer.table.heirs[rows["a/oldest"]]) == {rows["a/old"], rows["a/new"]}


def test_a_replaced_version_stands_behind_what_replaces_it(engine: Engine) -> None:
    scorer = engine(OLD, version("a/new", score=60.5), *OTHERS)
    needs = Needs.of({"use_case": "coding"})
    positions = {
        model: scorer.verdict(model, needs, today=TODAY).position for model in ("a/new", "a/old", "b/m24", "b/m23")
    }
    assert positions == {"a/new": 1, "a/old": 2, "b/m24": 2, "b/m23": 3}


def test_an_unmeasured_successor_is_expected_to_be_as_quick(engine: Engine) -> None:
    old = version("a/old", successor="a/new", throughput_tokens_per_s=140.0)
    new = card(
        "a/new",
        price=(1.0, 4.0),
        **{
            k: f[0].value
            for k, f in OLD.facts.items()
            if k in ("context_tokens", "training_type", "open_weights", "modalities", "release_date")
        },
    )
    scorer = engine(old, new, *OTHERS)
    needs = Needs.of({"use_case": "voice"})
    speeds = {
        r.card.model: next(f.value for f in r.factors if f.factor == "performance")
        for r in scorer.rank(needs, 40, today=TODAY).recommendations
    }
    assert "a/new" in speeds
    strict = Needs.of({"use_case": "voice", "min_tokens_per_s": 100})
    assert [u.card.model for u in scorer.rank(strict, 9, today=TODAY).unconfirmed].count("a/new") == 1
    slow = engine(version("a/old", successor="a/new", throughput_tokens_per_s=9.0), new, *OTHERS)
    other = {
        r.card.model: next(f.value for f in r.factors if f.factor == "performance")
        for r in slow.rank(needs, 40, today=TODAY).recommendations
    }
    assert other["a/new"] < speeds["a/new"]


def family(speeds: bool = False, **needs: Any) -> tuple[list[Card], dict[str, Any]]:
    small = local_card("a/line-4b", 4, family="Line", scores={"Code": 55, "Reason": 55})
    large = local_card("a/line-9b", 9, family="Line", scores={"Code": 58, "Reason": 58})
    crowd = [local_card(f"b/m{n:02}-8b", 8, scores={"Code": 10 + 2 * n, "Reason": 10 + 2 * n}) for n in range(25)]
    return [small, large, *crowd], {"use_case": "coding", "vram_gb": 16, "local": True, **needs}


@pytest.mark.parametrize(
    ("more", "stays"),
    [
        pytest.param({}, False, id="the larger one runs as well"),
        pytest.param({"latency": "low"}, True, id="speed was asked for"),
        pytest.param({"use_case": "sentiment"}, True, id="small is enough"),
        pytest.param({"vram_gb": 6}, True, id="the larger one hardly fits"),
        pytest.param({"fine_tuning": "lora"}, True, id="tuning takes memory"),
    ],
)
def test_a_smaller_sibling_makes_way_where_it_offers_nothing(engine: Engine, more: dict[str, Any], stays: bool) -> None:
    cards, needs = family(**more)
    listed = [r.card.model for r in engine(*cards).rank(Needs.of(needs), 40, today=TODAY).recommendations]
    assert ("a/line-4b" in listed) is stays


def test_a_model_tuned_for_code_is_not_put_before_a_general_one_for_talk(engine: Engine) -> None:
    def pair(scores: dict[str, float]) -> list[Card]:
        return [local_card("a/big-coder-8b", 8, scores=scores), local_card("b/talker-8b", 8, scores=scores)]

    scorer = engine(*pair({"Chat": 1250, "Code": 50, "Reason": 50}))
    for use, first in (("creative_writing", "b/talker-8b"), ("rag", "b/talker-8b"), ("coding", "a/big-coder-8b")):
        listed = [r.card.model for r in scorer.rank(Needs.of({"use_case": use}), 2, today=TODAY).recommendations]
        assert listed[0] == first, use


def test_a_successor_that_waits_to_be_confirmed_is_named_as_such(engine: Engine) -> None:
    old = local_card("a/old", 12, status="legacy", successor="a/new", speaks={"es": 1.5}, scores={"Chat": 1200})
    other = local_card("b/other", 12, speaks={"es": 1.6}, scores={"Chat": 1210})
    new = local_card("a/new", 12, languages_official_count=140)
    needs = Needs.of({"use_case": "chatbot", "languages": ["es"]})
    ranking = engine(old, other, new).rank(needs, today=TODAY)
    assert [u.card.model for u in ranking.unconfirmed] == ["a/new"]
    told = next(r.cautions for r in ranking.recommendations if r.card.model == "a/old")
    assert any("encajaría si se confirma lo que no consta (idiomas)" in caution.es for caution in told)
    assert any("would fit if what is unknown were confirmed (languages)" in caution.en for caution in told)
