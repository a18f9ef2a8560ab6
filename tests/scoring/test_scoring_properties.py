"""What must hold for any catalogue and any needs, against a brute-force reading of the same cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.domain.cards import Card
from advisor.domain.factors import FACTORS
from advisor.domain.needs import Needs
from advisor.scoring.distinct import distinct, standing_for
from advisor.scoring.use_cases import UseCase, parse_use_cases
from tests.scoring.cards import HIDDEN, TODAY, card, scorer
from tests.scoring.oracle import broken

USES: Mapping[str, UseCase] = parse_use_cases(
    yaml.safe_load(Path("knowledge/use_cases.yaml").read_text(encoding="utf-8"))
)
FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FLAG = st.sampled_from([True, True, False, None, HIDDEN])


def optional(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), st.just(HIDDEN), values)


@st.composite
def cards(draw: st.DrawFn, number: int = 0) -> Card:
    params = draw(optional(st.floats(0.2, 700).map(lambda n: round(n, 2))))
    facts = {
        "params_total_b": params,
        "params_active_b": draw(st.sampled_from([None, 0.3])),
        "context_tokens": draw(optional(st.sampled_from([4096, 32768, 131072, 1_000_000]))),
        "max_output_tokens": draw(optional(st.sampled_from([2048, 8192, 64000]))),
        "open_weights": draw(FLAG),
        "commercial_use": draw(FLAG),
        "tool_calling": draw(FLAG),
        "structured_output": draw(FLAG),
        "reasoning": draw(FLAG),
        "languages_official": draw(optional(st.sampled_from([("en",), ("en", "es"), ("ca", "en", "es", "fr")]))),
        "training_type": draw(optional(st.sampled_from(["base", "instruct", "chat", "reasoning"]))),
        "modalities": draw(optional(st.sampled_from([("text",), ("text", "image"), ("text", "image", "audio")]))),
        "release_date": draw(optional(st.sampled_from(["2023-03-01", "2025-06", "2026-09-30"]))),
        "deprecation_date": draw(st.sampled_from([None, None, None, "2026-11-01", "2027-10-01"])),
        "throughput_tokens_per_s": draw(optional(st.floats(5, 300).map(round))),
        "fine_tuning_api": draw(st.sampled_from([None, None, "SFT", "none", HIDDEN])),
        "layers": draw(st.sampled_from([None, 24, 60])),
        "kv_heads": 8,
        "head_dim": 128,
    }
    if isinstance(params, float) and facts["params_active_b"]:
        facts["params_active_b"] = max(0.05, round(params * 0.1, 2))
    elif params is HIDDEN or params is None:
        facts["params_active_b"] = None
    price = draw(
        st.one_of(st.none(), st.tuples(st.sampled_from([0, 0.05, 0.5, 3]), st.sampled_from([0, 0.2, 1.5, 15])))
    )
    scores = {
        name: value
        for name, value in (
            ("Chat", draw(st.sampled_from([None, 1150, 1300, 1450]))),
            ("Code", draw(st.sampled_from([None, 12, 40, 78]))),
            ("Reason", draw(st.sampled_from([None, 20, 55, 91]))),
            ("Slips", draw(st.sampled_from([None, 1.5, 6, 20]))),
        )
        if value is not None
    }
    vendor = draw(st.sampled_from(["acme", "globex", "initech"]))
    status = draw(
        st.sampled_from(["current", "current", "current", "preview", "legacy", "deprecated", "retired", "historical"])
    )
    speaks = draw(st.sampled_from([{}, {"es": 1.4}, {"ca": 2.8, "es": 2.0}, {"es": 4.2}]))
    given_facts = {name: value for name, value in facts.items() if value is not None}
    origin = draw(st.sampled_from(["ES", "US", "US", None]))
    return card(f"{vendor}/m{number}", status, price=price, scores=scores, speaks=speaks, origin=origin, **given_facts)


@st.composite
def catalogues(draw: st.DrawFn, least: int = 1) -> list[Card]:
    return [draw(cards(number)) for number in range(draw(st.integers(least, 9)))]


WANTED: dict[str, st.SearchStrategy[Any]] = {
    "use_case": st.sampled_from(["chatbot", "coding", "agent", "sentiment", "rag", "brainstorming", "vision"]),
    "languages": st.sampled_from([["es"], ["ca", "es"], ["en"], ["de"]]),
    "min_context_tokens": st.sampled_from([8000, 100_000, 400_000]),
    "min_output_tokens": st.sampled_from([4000, 32000]),
    "max_params_b": st.sampled_from([4, 14, 100]),
    "min_params_b": st.sampled_from([1, 30]),
    "vram_gb": st.sampled_from([6, 12, 24, 96]),
    "ram_gb": st.sampled_from([16, 64]),
    "budget_usd_month": st.sampled_from([0, 5, 100]),
    "max_price_in_usd_per_m": st.sampled_from([0.1, 1]),
    "max_price_out_usd_per_m": st.sampled_from([0.5, 5]),
    "tokens_per_month": st.sampled_from([100_000, 50_000_000]),
    "items_per_month": st.sampled_from([500, 2_000_000]),
    "output_share": st.sampled_from([0.0, 0.2, 0.9]),
    "open_weights": st.booleans(),
    "commercial_use": st.just(True),
    "local": st.booleans(),
    "tool_calling": st.just(True),
    "structured_output": st.just(True),
    "reasoning": st.booleans(),
    "modalities": st.sampled_from([["image"], ["image", "audio"]]),
    "fine_tuning": st.sampled_from(["prompt", "lora", "full"]),
    "latency": st.just("low"),
    "min_tokens_per_s": st.sampled_from([10, 60]),
    "priority": st.sampled_from([["cost"], ["quality"], ["speed", "privacy"]]),
    "excluded_vendors": st.just(["acme"]),
    "vendor_origin": st.sampled_from([["eu"], ["us"]]),
    "training_type": st.sampled_from(["base", "instruct", "chat", "reasoning"]),
}


@st.composite
def needs(draw: st.DrawFn) -> Needs:
    keys = draw(st.lists(st.sampled_from(sorted(WANTED)), max_size=4, unique=True))
    return Needs.of({key: draw(WANTED[key]) for key in keys})


VOLUME = ("tokens_per_month", "items_per_month", "output_share")
"""What the work is, and no limit: without it a usual one is assumed, which may cost more or less."""
JUDGED = [key for key in WANTED if key not in ("use_case", "latency", "priority", *VOLUME, "min_tokens_per_s")]


@pytest.mark.parametrize("key", JUDGED)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(catalogue=catalogues(least=4), wanted=needs(), data=st.data())
def test_no_recommended_model_breaks_a_hard_need(
    key: str, catalogue: list[Card], wanted: Needs, data: st.DataObject
) -> None:
    """Every need on its own and beside others."""
    engine = scorer(catalogue, USES)
    alone = Needs.of({key: data.draw(WANTED[key])})
    for some in (alone, Needs({**wanted.values, **alone.values})):
        for item in engine.rank(some, 50, today=TODAY).recommendations:
            assert not broken(item.card, some, TODAY)


@FEW
@given(catalogues(least=3), needs(), st.data())
def test_whatever_is_left_out_of_the_list_has_something_in_its_place(
    catalogue: list[Card], wanted: Needs, data: st.DataObject
) -> None:
    """Successors and families at random, circles among them: an eligible card is shown, or another eligible one stands
    for it; and where any is eligible, one is shown."""
    names = [None, *(c.model for c in catalogue)]
    linked = [
        replace(c, vendor="acme", family=data.draw(st.sampled_from("xy")), successor=data.draw(st.sampled_from(names)))
        for c in catalogue
    ]
    engine = scorer(linked, USES)
    result = engine.scored(wanted, today=TODAY)
    shown = distinct(result, 50)
    assert bool(shown) == bool(len(result.order))
    assert shown == [row for row in result.order if row in shown]
    for row in map(int, result.order):
        others = standing_for(result, row)
        assert (row in shown) or others
        assert all(result.gates.eligible[other] for other in others)


@FEW
@given(catalogues(), needs())
def test_every_card_is_eligible_unconfirmed_or_excluded(catalogue: list[Card], wanted: Needs) -> None:
    engine = scorer(catalogue, USES)
    ranking = engine.rank(wanted, 50, today=TODAY)
    verdicts = [engine.verdict(c.model, wanted, today=TODAY) for c in catalogue]
    assert ranking.total == len(catalogue)
    assert ranking.eligible == sum(v.eligible for v in verdicts)
    assert {u.card.model for u in ranking.unconfirmed} == {
        v.card.model for v in verdicts if not v.eligible and not v.broken
    }
    for verdict in verdicts:
        assert verdict.eligible == (not verdict.broken and not verdict.unknown)
        assert (verdict.position is None) == (not verdict.eligible)
    counted = {key for v in verdicts for key, _ in v.broken}
    assert counted == set(ranking.excluded)


@FEW
@given(catalogues(), needs())
def test_scores_are_exactly_the_sum_of_their_shown_parts(catalogue: list[Card], wanted: Needs) -> None:
    ranking = scorer(catalogue, USES).rank(wanted, 50, today=TODAY)
    for item in ranking.recommendations:
        assert [f.factor for f in item.factors] == list(FACTORS)
        assert item.score == sum(f.value * f.weight for f in item.factors)
        assert all(0.0 <= f.value <= 1.0 and f.weight >= 0.0 for f in item.factors)
        assert sum(f.weight for f in item.factors) == pytest.approx(1.0)
    scores = [item.score for item in ranking.recommendations]
    assert scores == sorted(scores, reverse=True)


def relaxed(wanted: Needs) -> list[Needs]:
    """Every need dropped in turn. What is owned and how much is used are facts rather than needs, "no" to running it
    at home and "base" are choices of another kind: they are not dropped alone."""
    kept = {"use_case", *VOLUME, "vram_gb", "ram_gb"}
    found = []
    for key in wanted.values:
        if key in kept or wanted.get(key) == "base":
            continue
        if key == "local":
            if wanted.flag("local"):
                found.append(wanted.without("local").without("vram_gb").without("ram_gb"))
            continue
        found.append(wanted.without(key))
    for key, factor in (("vram_gb", 2), ("ram_gb", 2), ("budget_usd_month", 3), ("max_params_b", 2)):
        if (value := wanted.number(key)) is not None:
            found.append(wanted.with_(key, value * factor))
    if (value := wanted.number("min_context_tokens")) is not None:
        found.append(wanted.with_("min_context_tokens", value / 4))
    return found


@FEW
@given(catalogues(least=3), needs())
def test_relaxing_a_need_never_shrinks_the_eligible_set(catalogue: list[Card], wanted: Needs) -> None:
    engine = scorer(catalogue, USES)

    def eligible(some: Needs) -> set[str]:
        return {c.model for c in catalogue if engine.verdict(c.model, some, today=TODAY).eligible}

    before = eligible(wanted)
    for looser in relaxed(wanted):
        assert before <= eligible(looser), looser


@FEW
@given(catalogues(), cards(99), needs(), st.floats(0.1, 0.95))
def test_a_cheaper_twin_never_ranks_below(catalogue: list[Card], one: Card, wanted: Needs, share: float) -> None:
    dear = card("twin/dear", "current", price=(1.0, 4.0), **values(one))
    cheap = card("twin/zcheap", "current", price=(1.0 * share, 4.0 * share), **values(one))
    assert_not_below(catalogue, cheap, dear, wanted)


@FEW
@given(catalogues(), cards(99), needs(), st.sampled_from([("Chat", 1200, 1260), ("Code", 30, 33), ("Slips", 9, 7)]))
def test_a_better_measured_twin_never_ranks_below(
    catalogue: list[Card], one: Card, wanted: Needs, step: tuple[str, float, float]
) -> None:
    name, worse, better = step
    weak = card("twin/weak", "current", scores={"Reason": 50, name: worse}, **values(one))
    strong = card("twin/zstrong", "current", scores={"Reason": 50, name: better}, **values(one))
    assert_not_below(catalogue, strong, weak, wanted)


def values(one: Card) -> dict[str, Any]:
    """A card's facts as plain values, less price and measurements, never retiring."""
    left_out = ("price", "benchmarks", "languages_measured", "deprecation")
    return {
        name: HIDDEN if facts[0].value is None else facts[0].value
        for name, facts in one.facts.items()
        if not name.startswith(left_out)
    }


def assert_not_below(catalogue: list[Card], better: Card, worse: Card, wanted: Needs) -> None:
    engine = scorer([*catalogue, worse, better], USES)
    wanted = wanted.without("excluded_vendors").without("vendor_origin")
    good, bad = (engine.verdict(c.model, wanted, today=TODAY) for c in (better, worse))
    if bad.eligible:
        assert good.eligible
        assert good.position is not None
        assert bad.position is not None
        assert good.position < bad.position


@FEW
@given(catalogues(least=3), needs())
def test_removing_a_loser_changes_no_order(catalogue: list[Card], wanted: Needs) -> None:
    engine = scorer(catalogue, USES)
    before = [(r.card.model, r.score) for r in engine.rank(wanted, 50, today=TODAY).recommendations]
    for loser, _ in before[1:]:
        fewer = wanted.with_("excluded_models", [loser])
        after = [(r.card.model, r.score) for r in engine.rank(fewer, 50, today=TODAY).recommendations]
        assert after == [pair for pair in before if pair[0] != loser]


@FEW
@given(catalogues(least=2), needs(), st.randoms())
def test_the_order_of_the_cards_does_not_matter(catalogue: list[Card], wanted: Needs, random: Any) -> None:
    before = scorer(catalogue, USES).rank(wanted, 50, today=TODAY)
    random.shuffle(catalogue)
    after = scorer(catalogue, USES).rank(wanted, 50, today=TODAY)
    assert [r.card.model for r in before.recommendations] == [r.card.model for r in after.recommendations]
    assert [u.card.model for u in before.unconfirmed] == [u.card.model for u in after.unconfirmed]


@FEW
@given(catalogues(), needs())
def test_relaxations_let_models_in_and_every_text_is_complete(catalogue: list[Card], wanted: Needs) -> None:
    engine = scorer(catalogue, USES)
    ranking = engine.rank(wanted, 5, today=TODAY)
    for relaxation in ranking.relaxations:
        assert not ranking.eligible
        again = engine.rank(relaxation.needs, 5, today=TODAY)
        assert again.eligible == relaxation.eligible > 0
        assert [c.model for c in relaxation.best][:1] == [again.recommendations[0].card.model]
    texts = [text for item in ranking.recommendations for text in (*item.reasons, *item.cautions)]
    texts += [f.reason for item in ranking.recommendations for f in item.factors]
    texts += [relaxation.text for relaxation in ranking.relaxations]
    texts += [text for c in catalogue for _, text in engine.verdict(c.model, wanted, today=TODAY).broken]
    texts += [change.text for change in engine.what_if(wanted, today=TODAY)]
    for text in texts:
        assert text.es.strip()
        assert text.en.strip()
        assert "{" not in text.es + text.en
        assert "nan" not in text.es.lower().split()
