"""A ceiling for each case, and work that is done once: what is ruled out, what it costs, how it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain.needs import Granted, Needs
from advisor.scoring.engine import Scorer
from advisor.scoring.use_cases import UseCase
from tests.scoring.cards import card, scorer

Engine = Callable[..., Scorer]
CHEAP, DEAR = card("a/cheap", price=(0.1, 0.4)), card("b/dear", price=(5.0, 20.0))


@given(read=st.integers(100, 50_000), written=st.integers(1, 5000))
def test_no_model_above_the_ceiling_is_recommended(uses: Mapping[str, UseCase], read: int, written: int) -> None:
    dear = (5.0 * read + 20.0 * written) / 1e6
    said = {"item_tokens": read + written, "output_share": written / (read + written)}
    engine = scorer((CHEAP, DEAR), uses)
    below = engine.rank(Needs.of({**said, "max_usd_per_item": dear * 0.99}))
    assert {r.card.model for r in below.recommendations} == {"a/cheap"}
    at = engine.rank(Needs.of({**said, "max_usd_per_item": dear}))
    assert {r.card.model for r in at.recommendations} == {"a/cheap", "b/dear"}


def test_a_length_that_nobody_said_is_told_and_can_be_dropped(engine: Engine, uses: Mapping[str, UseCase]) -> None:
    needs = Needs.of({"use_case": "chatbot", "max_usd_per_item": 0.002})
    found = engine(CHEAP, DEAR).rank(needs)
    item = uses["chatbot"].item
    assumed = next(a for a in found.assumptions if a.key == "item_tokens")
    assert assumed.value == item.tokens_in + item.tokens_out
    assert [r.card.model for r in found.recommendations] == ["a/cheap"]
    dropped = engine(CHEAP, DEAR).rank(needs, granted=Granted(dropped=frozenset({"item_tokens"})))
    assert len(dropped.recommendations) == 2


def test_who_breaks_it_is_told_by_how_much_and_what_to_give_up(engine: Engine) -> None:
    needs = Needs.of({"item_tokens": 2000, "output_share": 0.25, "max_usd_per_item": 0.0001})
    found = engine(CHEAP, DEAR)
    verdict = found.verdict("b/dear", needs)
    assert [key for key, _ in verdict.broken] == ["max_usd_per_item"]
    assert "0,018 USD" in verdict.broken[0][1].es or "0,02 USD" in verdict.broken[0][1].es
    first = found.rank(needs).relaxations[0]
    assert first.keys == ("max_usd_per_item",)
    assert first.needs.number("max_usd_per_item") == pytest.approx(0.00035)
    assert "por caso" in first.text.es
    assert "per case" in first.text.en


@given(count=st.integers(2, 10**8), read=st.integers(10, 10**5))
def test_work_done_once_costs_all_of_it_and_no_month(uses: Mapping[str, UseCase], count: int, read: int) -> None:
    found = scorer((CHEAP,), uses).rank(Needs.of({"items_once": count, "item_tokens": read, "output_share": 0.2}))
    cost = found.recommendations[0].cost
    assert cost is not None
    assert cost.once
    assert cost.usd_month == pytest.approx(count * read * (0.1 * 0.8 + 0.4 * 0.2) / 1e6)
    assert "tokens_per_month" not in {a.key for a in found.assumptions}


def test_what_is_done_once_is_paid_by_the_sum_told_for_it(engine: Engine) -> None:
    needs = Needs.of({"use_case": "extraction", "items_once": 1000, "item_tokens": 10_000, "output_share": 0.1})
    assert len(engine(CHEAP, DEAR).rank(needs.with_("budget_usd_once", 10)).recommendations) == 1
    assert len(engine(CHEAP, DEAR).rank(needs.with_("budget_usd_month", 10)).recommendations) == 1
    assert len(engine(CHEAP, DEAR).rank(needs.with_("budget_usd_once", 100)).recommendations) == 2
    nothing = engine(DEAR).rank(needs.with_("budget_usd_once", 10))
    assert "en total" in nothing.relaxations[0].text.es
    assert "in all" in nothing.relaxations[0].text.en


def test_a_month_counted_beside_comes_first(engine: Engine) -> None:
    found = engine(CHEAP).rank(Needs.of({"items_once": 1000, "items_per_month": 10, "item_tokens": 100}))
    cost = found.recommendations[0].cost
    assert cost is not None
    assert (cost.once, cost.tokens_in) == (False, 1000)


def test_people_ask_once_a_working_day_until_they_are_counted(engine: Engine, uses: Mapping[str, UseCase]) -> None:
    needs = Needs.of({"use_case": "education", "users": 300})
    found = engine(CHEAP).rank(needs)
    item = uses["education"].item
    assumed = next(a for a in found.assumptions if a.key == "tokens_per_month")
    assert assumed.value == 300 * 20 * (item.tokens_in + item.tokens_out)
    assert "300 personas × 20 veces al mes" in assumed.reason.es
    assert "300 people × 20 times a month" in assumed.reason.en
    counted = engine(CHEAP).rank(needs.with_("items_per_month", 1000)).recommendations[0].cost
    assert counted is not None
    assert counted.tokens_in == 1000 * item.tokens_in
