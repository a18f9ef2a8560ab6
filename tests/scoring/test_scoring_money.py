"""Monthly costs, break-even and the customization ladder."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from advisor.domain.advice import RUNGS, LadderStep
from advisor.domain.cards import Card
from advisor.domain.needs import Needs
from advisor.scoring.cost import costs
from advisor.scoring.hosting import DEFAULT_HOSTING, HOURS_A_MONTH, break_even, hosting
from advisor.scoring.ladder import ladder
from advisor.scoring.records import records as records_in
from advisor.scoring.situation import Workload
from advisor.scoring.use_cases import UseCase
from tests.scoring.cards import card, fact, local_card, scorer


def test_a_month_costs_tokens_times_price_at_each_provider_cheapest_first() -> None:
    one = card(
        price_in_usd_per_m=[fact(1.0, provider="Dear"), fact(0.5, provider="Cheap"), fact(0.1, provider="Lonely")],
        price_out_usd_per_m=[fact(4.0, provider="Dear"), fact(2.0, provider="Cheap")],
    )
    found = costs(one, Workload(3_000_000, 1_000_000, assumed=False))
    assert [(cost.provider, cost.usd_month) for cost in found] == [("Cheap", 3.5), ("Dear", 7.0)]
    assert found[0].basis.es.startswith("3M tokens de entrada × 0,50 USD")


def test_a_batch_price_does_not_pass_for_the_plain_one() -> None:
    one = card(
        price_in_usd_per_m=[fact(1.0, provider="A"), fact(0.5, provider="A", variant="batch")],
        price_out_usd_per_m=[fact(2.0, provider="A"), fact(1.0, provider="A", variant="batch")],
    )
    assert [cost.usd_month for cost in costs(one, Workload(1e6, 1e6, assumed=True))] == [3.0]


def test_break_even_is_where_both_bills_are_the_same() -> None:
    plan = hosting(tokens_per_s=50, utilisation=0.5)
    found = break_even(10.0, plan)
    volume = found.owned_tokens_month
    assert volume is not None
    hours = volume / (50 * 3600)
    owned = plan.hardware_usd / plan.lifetime_months + hours * plan.power_w / 1000 * plan.electricity_usd_kwh
    assert owned == pytest.approx(volume / 1e6 * 10.0)
    assert found.rented_tokens_month == pytest.approx(plan.rental_usd_hour * HOURS_A_MONTH / 10.0 * 1e6)


def test_an_api_cheaper_than_the_electricity_is_never_beaten() -> None:
    found = break_even(0.05)
    assert found.owned_tokens_month is None
    assert found.rented_tokens_month is None
    assert "más barata" in found.text.es
    assert "cheaper" in found.text.en


def test_a_volume_beyond_what_the_machine_can_do_is_no_break_even() -> None:
    slow = break_even(2.0, hosting(tokens_per_s=2))
    assert slow.capacity_tokens_month < 5e6
    assert slow.owned_tokens_month is None


def test_hosting_assumptions_are_checked_and_say_what_they_are() -> None:
    assert "Supuestos" in DEFAULT_HOSTING.basis.es
    with pytest.raises(ValueError, match="positive"):
        hosting(utilisation=0)
    with pytest.raises(ValueError, match="utilisation"):
        hosting(utilisation=1.5)


def rungs(one: Card, **needs: object) -> dict[str, LadderStep]:
    return {step.rung: step for step in ladder(one, Needs.of(needs))}


def recommended(steps: tuple[LadderStep, ...]) -> list[str]:
    return [step.rung for step in steps if step.state == "recommended"]


@pytest.mark.parametrize(
    ("needs", "records", "rung"),
    [
        ({"use_case": "brainstorming"}, None, "prompt"),
        ({"use_case": "classification"}, None, "few_shot"),
        ({"use_case": "rag"}, None, "rag"),
        ({"use_case": "classification", "fine_tuning": "lora"}, 1500, "lora"),
        ({"use_case": "classification", "fine_tuning": "lora"}, 30, "few_shot"),
        ({"use_case": "classification", "fine_tuning": "lora", "vram_gb": 4}, 1500, "few_shot"),
        ({"fine_tuning": "full", "vram_gb": 96}, 5000, "full"),
        ({"fine_tuning": "full", "vram_gb": 24}, 5000, "lora"),
        ({"fine_tuning": "full", "vram_gb": 4}, 5000, "prompt"),
    ],
)
def test_the_ladder_recommends_one_rung_and_tunes_only_when_asked_and_able(
    needs: dict[str, object], records: int | None, rung: str
) -> None:
    steps = ladder(local_card("a/b-8b", 8), Needs.of(needs), records=records)
    assert [step.rung for step in steps] == list(RUNGS)
    assert recommended(steps) == [rung]


def test_tuning_states_its_memory_and_what_is_missing() -> None:
    steps = rungs(local_card("a/b-8b", 8), vram_gb=24)
    assert steps["lora"].memory_gb == pytest.approx(6.8)
    assert steps["full"].state == "impossible"
    assert "68,8" in steps["full"].reason.es


def test_a_closed_model_is_tuned_only_by_who_offers_it() -> None:
    offered = rungs(
        card(open_weights=False, fine_tuning_api=[fact("SFT", provider="OpenAI")], deprecation_date="2027-05-01")
    )
    assert offered["lora"].state != "impossible"
    assert "OpenAI" in offered["lora"].reason.en
    assert "2027" in offered["lora"].reason.en
    assert rungs(card(open_weights=False, fine_tuning_api="none"))["lora"].state == "impossible"


def test_what_comes_before_the_recommended_rung_is_tried_first_and_what_comes_next_can_help() -> None:
    states = {
        step.rung: step.state for step in ladder(local_card("a/b-8b", 8), Needs.of({"use_case": "classification"}))
    }
    assert states["prompt"] == "before"
    assert states["few_shot"] == "recommended"
    assert states["lora"] == "next", "labels need no knowledge of one's own: retrieval is not the next step"
    tuned = rungs(local_card("a/b-8b", 8), use_case="classification", fine_tuning="lora")
    assert [tuned[rung].state for rung in ("prompt", "few_shot", "rag")] == ["before"] * 3
    assert "Antes" in tuned["lora"].reason.es


@pytest.mark.parametrize(("records", "word"), [(40, "memoria"), (300, "probar"), (4000, "bastan"), (None, "habitual")])
def test_tuning_weighs_the_examples_at_hand(records: int | None, word: str) -> None:
    steps = ladder(local_card("a/b-8b", 8), Needs.of({"fine_tuning": "lora"}), records=records)
    lora = next(step for step in steps if step.rung == "lora")
    assert word in lora.reason.es
    if records == 40:
        assert lora.state == "later"


def test_nothing_is_repeated_where_nothing_can_be_tuned() -> None:
    assert rungs(card(open_weights=False))["repeated"].state == "impossible"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("ajustar con 200 ejemplos míos", 200),
        ("I have 1,500 labelled examples", 1500),
        ("tengo 2 mil registros y 40 muestras", 2000),
        ("2 millones de registros", 2_000_000),
        ("clasifico 2 millones de registros al mes", None),
        ("5000 records per day", None),
        ("una 3060 y ejemplos", None),
        ("1.5k rows", 1500),
    ],
)
def test_examples_at_hand_are_read_and_a_flow_is_no_stock(text: str, count: int | None) -> None:
    assert records_in(text) == count


def test_batches_and_the_cache_are_reckoned_at_the_same_provider_only() -> None:
    one = card(
        price_in_usd_per_m=[fact(1.0, provider="A"), fact(1.2, provider="B")],
        price_out_usd_per_m=[fact(4.0, provider="A"), fact(4.8, provider="B")],
        price_cached_in_usd_per_m=[fact(0.1, provider="A")],
        price_batch_in_usd_per_m=[fact(0.5, provider="A")],
        price_batch_out_usd_per_m=[fact(2.0, provider="A")],
    )
    a, b = costs(one, Workload(3_000_000, 1_000_000, assumed=False))
    assert (a.usd_month, a.batch_usd_month, b.batch_usd_month, b.cached_usd_month) == (7.0, 3.5, None, None)
    assert a.cached_usd_month == pytest.approx(7.0 - 1.5 * 0.9)
    assert "por lotes, sin prisa, 3,50 USD" in a.basis.es
    assert "with half the input cached, 5.65 USD" in a.basis.en
    assert ";" not in b.basis.es


@pytest.mark.parametrize("method", ["lora", "full"])
def test_what_nobody_could_tune_does_not_lead_where_it_is_to_be_tuned(uses: Mapping[str, UseCase], method: str) -> None:
    giant = local_card("a/giant", 700, scores={"Chat": 1400}, price=(0.5, 1.0))
    modest = local_card("a/modest", 30, scores={"Chat": 1300}, price=(0.5, 1.0))
    ranked = {
        wanted: scorer((giant, modest), uses).rank(Needs.of({"use_case": "writing", **wanted_needs}))
        for wanted, wanted_needs in (("plain", {}), ("tuned", {"fine_tuning": method}))
    }
    assert ranked["plain"].recommendations[0].card.model == "a/giant"
    assert ranked["tuned"].recommendations[0].card.model == "a/modest"
