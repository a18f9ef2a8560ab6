"""Ranking, verdicts, comparison, relaxations, what-ifs, Pareto fronts: what a person gets to see."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from advisor.domain.cards import Card
from advisor.domain.needs import USE_CASES, Needs
from advisor.errors import InputError, KnowledgeError
from advisor.library.cards import load_catalogue
from advisor.scoring.engine import Scorer
from advisor.scoring.stakes import stakes
from advisor.scoring.use_cases import UseCase, parse_benchmarks, parse_use_cases
from tests.scoring.cards import TODAY, card, fact, local_card

Engine = Callable[..., Scorer]


def hosted(model: str, price: float, chat: float, **facts: Any) -> Card:
    base: dict[str, Any] = {
        "context_tokens": 200_000,
        "training_type": "instruct",
        "open_weights": False,
        "modalities": ("text",),
        "release_date": "2026-06-01",
        "tool_calling": True,
    }
    return card(model, price=(price, 4 * price), scores={"Chat": chat, "Reason": chat / 18}, **{**base, **facts})


def shelf() -> list[Card]:
    return [
        hosted("a/cheap", 0.1, 1250, languages_official=("en", "es")),
        hosted("a/middle", 0.8, 1370, languages_official=("en", "es")),
        hosted("a/best", 6.0, 1480, languages_official=("en", "es", "ca")),
        local_card("b/small-4b", 4, scores={"Chat": 1180, "Reason": 40}, languages_official=("en", "es")),
        local_card("b/large-70b", 70, scores={"Chat": 1330, "Reason": 70}, languages_official=("en",)),
    ]


def order(engine: Scorer, **needs: Any) -> list[str]:
    return [item.card.model for item in engine.rank(Needs.of(needs), today=TODAY).recommendations]


def test_priorities_move_the_order(engine: Engine) -> None:
    scorer = engine(*shelf())
    assert order(scorer, priority=["quality"])[0] == "a/best"
    assert order(scorer, priority=["cost"])[0] in ("a/cheap", "b/small-4b")


def test_sliders_replace_the_derived_weights(engine: Engine) -> None:
    scorer = engine(*shelf())
    ranking = scorer.rank(Needs(), weights={"size": 3.0, "context": 1.0}, today=TODAY)
    assert ranking.weights["size"] == 0.75
    assert ranking.weights["performance"] == 0.0
    assert scorer.rank(Needs(), weights={}, today=TODAY).weights["performance"] > 0.3


def test_near_equal_scores_are_called_a_tie(engine: Engine) -> None:
    one = hosted("a/one", 1.0, 1300)
    ranking = engine(one, replace(one, model="z/two", name="two"), hosted("a/bad", 10, 1000)).rank(Needs(), today=TODAY)
    assert [item.tie for item in ranking.recommendations] == [False, True, False]


def test_near_duplicates_appear_once(engine: Engine) -> None:
    plain = hosted("a/model", 1.0, 1300)
    copies = [
        replace(plain, model=m, name=m) for m in ("a/model-2026-01-02", "a/model-awq", "a/model-0613", "a/model-mini")
    ]
    assert set(order(engine(plain, *copies))) == {"a/model", "a/model-mini"}


def test_the_newer_of_two_equals_comes_first_and_a_legacy_one_behind(engine: Engine) -> None:
    old = hosted("a/old", 1.0, 1300, release_date="2024-01-01")
    new = hosted("a/znew", 1.0, 1300, release_date="2026-08-01")
    assert order(engine(old, new)) == ["a/znew", "a/old"]
    current = hosted("a/zcurrent", 1.0, 1300)
    legacy = replace(hosted("a/legacy", 1.0, 1300), status="legacy")
    assert order(engine(legacy, current)) == ["a/zcurrent", "a/legacy"]


def test_a_small_model_suffices_for_sentiment_and_not_for_brainstorming(engine: Engine) -> None:
    small = local_card("a/small-3b", 3, scores={"Chat": 1200}, price=(0.03, 0.05))
    large = local_card("a/large-400b", 400, scores={"Chat": 1400}, price=(2.0, 6.0))
    scorer = engine(small, large, *shelf()[:3])
    sentiment, brainstorm = order(scorer, use_case="sentiment"), order(scorer, use_case="brainstorming")
    assert sentiment.index("a/small-3b") < sentiment.index("a/large-400b")
    assert brainstorm.index("a/large-400b") < brainstorm.index("a/small-3b")


def test_unknown_facts_are_named(engine: Engine) -> None:
    item = engine(card("a/blank")).rank(Needs.of({"latency": "low"}), today=TODAY).recommendations[0]
    assert {"benchmarks", "params_total_b", "time_to_first_token_s", "price_in_usd_per_m"} <= set(item.unknown)
    assert not any(factor.known for factor in item.factors)
    assert all(0 < factor.value < 1 for factor in item.factors)


def test_why_not_names_what_is_broken_with_its_figures(engine: Engine) -> None:
    verdict = engine(*shelf()).verdict("b/large-70b", Needs.of({"vram_gb": 12, "languages": ["es"]}), today=TODAY)
    assert not verdict.eligible
    told = dict(verdict.broken)
    assert set(told) == {"vram_gb", "languages"}
    assert "45," in told["vram_gb"].es
    assert "12 GB" in told["vram_gb"].en
    assert "español" in told["languages"].es
    assert verdict.rival is not None
    assert verdict.rival.card.model == "b/small-4b"


def test_why_shows_the_points_against_the_first(engine: Engine) -> None:
    scorer = engine(*shelf())
    needs = Needs.of({"priority": ["quality"], "local": False})
    first, other = (scorer.verdict(m, needs, today=TODAY) for m in ("a/best", "a/cheap"))
    assert first.position == 1
    assert other.position is not None
    assert other.position > 1
    assert other.rival is not None
    assert other.recommendation is not None
    assert other.rival.card.model == "a/best"
    assert other.losses[0][0] == "performance"
    assert sum(points for _, points in other.losses) == pytest.approx(other.rival.score - other.recommendation.score)


def test_a_model_that_is_not_there_is_an_error_that_can_be_shown(engine: Engine) -> None:
    with pytest.raises(InputError) as error:
        engine(*shelf()).verdict("a/none", Needs(), today=TODAY)
    assert "a/none" in error.value.text.es


def test_comparison_puts_what_was_asked_and_differs_first(engine: Engine) -> None:
    scorer = engine(*shelf())
    needs = Needs.of({"budget_usd_month": 500})
    comparison = scorer.compare(["a/cheap", "a/best"], needs, today=TODAY)
    rows = {row.key: row for row in comparison.rows}
    assert comparison.rows[0].key == "cost"
    assert rows["cost"].best == (0,)
    assert rows["quality"].best == (1,)
    assert rows["context_tokens"].best == ()
    assert [len(row.cells) for row in comparison.rows] == [2] * len(comparison.rows)
    alike = [len({cell.en for cell in row.cells}) == 1 for row in comparison.rows]
    assert alike == sorted(alike)
    assert [verdict.card.model for verdict in comparison.verdicts] == ["a/cheap", "a/best"]
    with pytest.raises(InputError):
        scorer.compare(["a/cheap"], needs, today=TODAY)


def test_comparison_on_own_hardware_shows_memory_and_a_range_of_speed(engine: Engine) -> None:
    comparison = engine(*shelf()).compare(["b/small-4b", "b/large-70b"], Needs.of({"vram_gb": 48}), today=TODAY)
    rows = {row.key: row for row in comparison.rows}
    assert rows["memory"].best == (0,)
    assert "-" in rows["speed"].cells[0].es
    assert "cost" not in rows


def test_when_nothing_fits_the_smallest_steps_are_named(engine: Engine) -> None:
    ranking = engine(*shelf()).rank(Needs.of({"vram_gb": 2, "languages": ["es"], "local": True}), today=TODAY)
    assert ranking.eligible == 0
    by_keys = {relaxation.keys: relaxation for relaxation in ranking.relaxations}
    more = by_keys["vram_gb",]
    assert more.needs.number("vram_gb") == 6
    assert "6 GB de gráfica en lugar de 2" in more.text.es
    assert more.best[0].model == "b/small-4b"
    cloud = by_keys["local",]
    assert "nube" in cloud.text.es
    assert cloud.eligible == 4


def test_a_budget_is_raised_just_enough(engine: Engine) -> None:
    needs = Needs.of(
        {"budget_usd_month": 3, "tokens_per_month": 100_000_000, "open_weights": False, "tool_calling": True}
    )
    ranking = engine(*shelf()).rank(needs, today=TODAY)
    raised = next(r for r in ranking.relaxations if r.keys == ("budget_usd_month",))
    assert raised.needs.number("budget_usd_month") == 18  # 75M in at 0.1 and 25M out at 0.4 are 17.5
    assert [c.model for c in raised.best] == ["a/cheap"]


def test_what_if_finds_new_leaders_and_the_price_that_would_tip_it(engine: Engine) -> None:
    scorer = engine(*shelf()[:3])
    changes = scorer.what_if(Needs.of({"priority": ["cost"]}), today=TODAY)
    assert changes
    leader = order(scorer, priority=["cost"])[0]
    for change in changes:
        assert change.best.model != leader
        if change.needs is not None:
            assert order(scorer, **change.needs.to_json())[0] == change.best.model
    priced = [change for change in changes if change.needs is None]
    for change in priced:
        assert "USD" in change.text.es


def test_a_price_said_to_tip_the_order_does(engine: Engine) -> None:
    field = [hosted(f"c/m{n}", 2.0, 1100 + 30 * n) for n in range(10)]
    leader, runner = hosted("a/one", 1.0, 1400), hosted("a/two", 1.6, 1400)
    scorer = engine(leader, runner, *field)
    assert order(scorer)[:2] == ["a/one", "a/two"]
    change = next(c for c in scorer.what_if(Needs(), today=TODAY) if c.needs is None and c.best.model == "a/two")
    told = float(change.text.en.split(" cost ")[1].split(" USD")[0])
    blended_per_unit = 0.75 * 1 + 0.25 * 4
    for share, first in ((0.97, "a/two"), (1.03, "a/one")):
        cut = hosted("a/two", told * share / blended_per_unit, 1400)
        assert order(engine(leader, cut, *field))[0] == first


def test_no_point_of_a_front_is_beaten_on_both(engine: Engine) -> None:
    dominated = hosted("a/dominated", 7.0, 1300)
    scorer = engine(*shelf(), dominated)
    points = scorer.pareto(Needs(), today=TODAY)
    cost = [point for point in points if point.axis == "cost"]
    assert [point.card.model for point in cost] == ["a/best", "a/middle", "a/cheap"]
    for axis, sign in (("cost", -1), ("size", -1)):
        own = [point for point in points if point.axis == axis]
        for one in own:
            assert not any(o.quality >= one.quality and sign * o.value > sign * one.value for o in own if o is not one)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("un chatbot para mi restaurante", 0),
        ("resumir historias clínicas de pacientes", 1),
        ("contracts and legal advice", 1),
        ("hello", 0),
    ],
)
def test_high_stakes_bring_a_caution(text: str, count: int) -> None:
    assert len(stakes(text)) == count


def test_the_shipped_table_of_uses_is_complete_and_its_tiers_follow_the_guide(uses: Mapping[str, UseCase]) -> None:
    assert set(uses) == set(USE_CASES)
    assert uses["sentiment"].size_low_b <= 1
    assert 5 <= uses["chatbot"].size_low_b <= 10
    assert uses["brainstorming"].size_low_b >= 50
    for use in uses.values():
        for shares in (use.weights, use.performance, use.capabilities):
            assert sum(shares.values()) == pytest.approx(1.0)
        assert use.rationale


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"weights": {"price": 1}}, "chatbot.weights"),
        ({"size_b": {"low": 9, "high": 2}}, "chatbot.size_b"),
        ({"helps": ["magic"]}, "chatbot.helps"),
        ({"capabilities": {}}, "chatbot.capabilities"),
    ],
)
def test_a_wrong_table_of_uses_is_refused_by_name(knowledge: Path, change: dict[str, Any], said: str) -> None:
    raw = yaml.safe_load((knowledge / "use_cases.yaml").read_text(encoding="utf-8"))
    raw["uses"]["chatbot"] |= change
    with pytest.raises(KnowledgeError, match=said):
        parse_use_cases(raw)
    raw["uses"].pop("rag")
    with pytest.raises(KnowledgeError, match="rag"):
        parse_use_cases(raw)


def test_a_benchmark_of_an_unknown_capability_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="Dance"):
        parse_benchmarks({"Dance": {"capability": "dancing"}})


def test_the_shipped_catalogue_ranks_for_every_use_within_reason(knowledge: Path) -> None:
    scorer = Scorer.of(load_catalogue(knowledge / "models"), knowledge)
    for use in USE_CASES:
        ranking = scorer.rank(Needs.of({"use_case": use}), 5, today=TODAY)
        assert ranking.total == len(scorer.catalogue)
        for item in ranking.recommendations:
            assert item.card.status not in ("retired", "historical")
            assert item.card.value("training_type") != "base"
            assert item.reasons


def test_sliders_hold_in_everything_that_is_derived_from_the_ranking(engine: Engine) -> None:
    """A what-if names another model than the one that the person's own weights put first, never that one."""
    scorer = engine(*shelf())
    needs = Needs.of({"use_case": "chatbot", "languages": ["es"]})
    for only in ("performance", "size", "context", "customization"):
        own: dict[Any, float] = {only: 1.0}
        first = scorer.rank(needs, 1, weights=own, today=TODAY).recommendations[0]
        changes = [w for w in scorer.what_if(needs, weights=own, today=TODAY) if w.needs is not None]
        assert first.card.model not in [w.best.model for w in changes]
        for change in changes:
            assert change.needs is not None
            again = scorer.rank(change.needs, 1, weights=own, today=TODAY).recommendations[0]
            assert again.card == change.best
        verdict = scorer.verdict(first.card.model, needs, weights=own, today=TODAY)
        assert verdict.position == 1
        assert verdict.recommendation is not None
        assert {f.factor: f.weight for f in verdict.recommendation.factors}[only] == 1.0
        compared = scorer.compare(["a/cheap", "a/best"], needs, weights=own, today=TODAY)
        assert [v.recommendation and v.recommendation.score for v in compared.verdicts] == [
            pytest.approx(scorer.scored(needs, own, today=TODAY).score(scorer.table.rows[m]))
            for m in ("a/cheap", "a/best")
        ]


def test_a_model_made_for_a_language_counts_where_nobody_was_measured_in_it(engine: Engine) -> None:
    of_many = local_card(
        "a/many-8b",
        8,
        scores={"Chat": 1250, "Reason": 50},
        languages_official=("en", "es", "eu", *"abcdefghij"),
        languages_official_count=119,
    )
    of_two = local_card("b/two-8b", 8, scores={"Chat": 1250, "Reason": 50}, languages_official=("eu", "en"))
    measured = [
        local_card(f"c/m{n}-8b", 8, scores={"Chat": 1200 + n, "Reason": 40 + n}, speaks={"es": 2.0 + n / 10})
        for n in range(5)
    ]
    scorer = engine(of_many, of_two, *measured)

    def language(model: str, code: str) -> float:
        item = scorer.verdict(model, Needs.of({"languages": [code]}), today=TODAY).recommendation
        assert item is not None
        return next(f.value for f in item.factors if f.factor == "language")

    assert language("b/two-8b", "eu") > language("a/many-8b", "eu")


def test_a_general_model_for_transcription_says_what_it_is(engine: Engine) -> None:
    hears = hosted("a/ears", 0.5, 1300, modalities=("text", "audio"))
    first = engine(hears, *shelf()).rank(Needs.of({"use_case": "transcription"}), today=TODAY).recommendations[0]
    assert any("reconocedores" in caution.es for caution in first.cautions)


def test_speed_in_one_mode_and_quality_in_another_are_told_apart(engine: Engine) -> None:
    def told(needs: dict[str, Any], measured: str) -> bool:
        waits = tuple(fact(w, "measured", variant=v) for w, v in ((30.0, "Thinking"), (0.5, "Direct")))
        tests = tuple(fact(v, "measured", name=n, variant=measured) for n, v in (("Chat", 1400), ("Reason", 80)))
        plain = hosted("a/modes", 0.5, 1400)
        one = replace(plain, facts={**plain.facts, "time_to_first_token_s": waits, "benchmarks": tests})
        first = engine(one).rank(Needs.of(needs), today=TODAY).recommendations[0]
        return any("sin razonar" in caution.es for caution in first.cautions)

    assert told({"use_case": "voice"}, "Thinking")
    assert told({"latency": "low"}, "Thinking")
    assert not told({"use_case": "voice"}, "Direct")
    assert not told({"use_case": "chatbot"}, "Thinking")


@pytest.mark.parametrize(("use", "first"), [("sentiment", "a/small"), ("coding", "a/large")])
def test_labels_are_had_for_cheap_and_hard_work_is_not(engine: Engine, use: str, first: str) -> None:
    small = local_card("a/small", 8, price=(0.03, 0.1), scores={"Chat": 1200, "Code": 40})
    large = local_card("a/large", 14, price=(0.3, 1.0), scores={"Chat": 1300, "Code": 70})
    others = [local_card(f"b/m{n}", 10, price=(0.3, 1.0), scores={"Chat": 1210 + n, "Code": 45 + n}) for n in range(4)]
    found = engine(small, large, *others).rank(Needs.of({"use_case": use, "priority": ["cost"]}), today=TODAY)
    assert found.recommendations[0].card.model == first


@pytest.mark.parametrize(
    ("needs", "warned"),
    [
        ({"priority": ["privacy"]}, True),
        ({"priority": ["privacy"], "local": False}, True),
        ({"priority": ["privacy"], "local": True}, False),
        ({"priority": ["cost"]}, False),
    ],
)
def test_who_cares_for_privacy_hears_what_a_service_does_with_data(
    engine: Engine, needs: dict[str, object], warned: bool
) -> None:
    told = engine(local_card("a/open", 8)).rank(Needs.of({"use_case": "chatbot", **needs})).cautions
    assert any("los datos salen de tu equipo" in caution.es for caution in told) is warned
    assert any("the data leave your computer" in caution.en for caution in told) is warned
