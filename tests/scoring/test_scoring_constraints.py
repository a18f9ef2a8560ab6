"""Hard needs one by one: what passes, what is out, what stays open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from advisor.domain.cards import Card
from advisor.domain.needs import Needs
from advisor.scoring.engine import Scorer
from tests.scoring.cards import HIDDEN, TODAY, card, fact, local_card

Engine = Callable[..., Scorer]


def outcome(engine: Engine, one: Card, **needs: Any) -> str:
    verdict = engine(one).verdict(one.model, Needs.of(needs), today=TODAY)
    return "in" if verdict.eligible else "out" if verdict.broken else "open"


def test_a_listed_language_passes_and_a_complete_list_without_it_does_not(engine: Engine) -> None:
    listed = card(languages_official=("en", "es"))
    assert outcome(engine, listed, languages=["es"]) == "in"
    assert outcome(engine, listed, languages=["ca"]) == "out"


def test_a_count_of_languages_without_a_list_leaves_the_language_open_unless_measured_well(engine: Engine) -> None:
    assert outcome(engine, card(languages_official_count=140), languages=["ca"]) == "open"
    assert outcome(engine, card(languages_official_count=140, speaks={"ca": 1.9}), languages=["ca"]) == "in"
    assert outcome(engine, card(languages_official_count=140, speaks={"ca": 4.4}), languages=["ca"]) == "out"


def test_a_partial_list_does_not_refute_a_language(engine: Engine) -> None:
    partial = card(languages_official=("en", "es"), languages_official_count=29)
    assert outcome(engine, partial, languages=["ca"]) == "open"


def test_measurement_redeems_a_language_left_out_of_the_list_only_when_it_is_good(engine: Engine) -> None:
    left_out = {"languages_official": ("en", "es")}
    assert outcome(engine, card(**left_out, speaks={"ca": 2.8}), languages=["ca"]) == "out"
    assert outcome(engine, card(**left_out, speaks={"ca": 1.8}), languages=["ca"]) == "in"


def test_a_language_board_of_the_arena_counts_as_measured(engine: Engine) -> None:
    spoken = card(languages_official=HIDDEN, language_arena=[fact(1420.0, "measured", name="es")])
    assert outcome(engine, spoken, languages=["es"]) == "in"
    assert outcome(engine, spoken, languages=["gl"]) == "open"


@pytest.mark.parametrize("key", ["open_weights", "commercial_use", "tool_calling", "structured_output", "reasoning"])
def test_a_flag_is_kept_three_valued(engine: Engine, key: str) -> None:
    assert outcome(engine, card(**{key: True}), **{key: True}) == "in"
    assert outcome(engine, card(**{key: False}), **{key: True}) == "out"
    assert outcome(engine, card(**{key: HIDDEN}), **{key: True}) == "open"
    assert outcome(engine, card(), **{key: True}) == "open"


def test_no_open_weights_asked_for_is_no_ban_on_them(engine: Engine) -> None:
    assert outcome(engine, card(open_weights=True), open_weights=False) == "in"


def test_without_reasoning_keeps_models_that_can_switch_it_off(engine: Engine) -> None:
    assert outcome(engine, card(training_type="reasoning", reasoning=True), reasoning=False) == "out"
    assert outcome(engine, card(training_type="instruct", reasoning=True), reasoning=False) == "in"


def test_the_window_must_hold_the_input_even_where_the_total_is_larger(engine: Engine) -> None:
    split = card(context_tokens=400_000, max_input_tokens=272_000)
    assert outcome(engine, split, min_context_tokens=250_000) == "in"
    assert outcome(engine, split, min_context_tokens=300_000) == "out"
    assert outcome(engine, card(context_tokens=HIDDEN), min_context_tokens=1000) == "open"


def test_open_weights_write_as_much_as_their_window_holds(engine: Engine) -> None:
    assert outcome(engine, local_card("a/b", 8), min_output_tokens=32_000) == "in"
    assert outcome(engine, card(context_tokens=131072), min_output_tokens=32_000) == "open"
    assert outcome(engine, card(max_output_tokens=8000), min_output_tokens=32_000) == "out"


def test_a_known_input_limit_says_that_the_window_is_at_least_as_long(engine: Engine) -> None:
    assert outcome(engine, card(max_input_tokens=900_000), min_context_tokens=300_000) == "in"


def test_base_models_are_for_those_who_ask(engine: Engine) -> None:
    base = local_card("a/base", 8, training_type="base")
    assert outcome(engine, base, use_case="chatbot") == "out"
    assert outcome(engine, base, training_type="base") == "in"
    assert outcome(engine, local_card("a/tuned", 8), training_type="base") == "out"


def test_embedding_models_are_for_search_and_nothing_else(engine: Engine) -> None:
    vectors = card("a/embed", modalities_out=("embedding",))
    chat = card("a/chat", modalities_out=("text",))
    assert outcome(engine, vectors, use_case="semantic_search") == "in"
    assert outcome(engine, chat, use_case="semantic_search") == "out"
    assert outcome(engine, vectors, use_case="chatbot") == "out"


def test_nothing_in_the_catalogue_makes_images_is_said_so(engine: Engine) -> None:
    ranking = engine(card("a/chat"), card("a/other")).rank(Needs.of({"use_case": "image_generation"}), today=TODAY)
    assert ranking.eligible == 0
    assert ranking.recommendations == ()
    assert ranking.excluded == {"use_case": 2}
    assert ranking.relaxations == ()


def test_retired_and_soon_retired_models_are_out_and_later_ones_flagged(engine: Engine) -> None:
    assert outcome(engine, card(status="retired")) == "out"
    assert outcome(engine, card(status="historical")) == "out"
    assert outcome(engine, card(status="deprecated", deprecation_date="2026-12-31")) == "out"
    later = card(status="deprecated", deprecation_date="2027-10-01", successor="acme/two")
    item = engine(later).rank(Needs(), today=TODAY).recommendations[0]
    assert any("acme/two" in caution.en and "2027" in caution.en for caution in item.cautions)


def test_local_wants_open_weights_and_room(engine: Engine) -> None:
    assert outcome(engine, local_card("a/b", 8), vram_gb=12) == "in"
    assert outcome(engine, local_card("a/b", 70), vram_gb=12) == "out"
    assert outcome(engine, local_card("a/b", 70), vram_gb=12, local=False) == "in"
    assert outcome(engine, card(open_weights=False), local=True) == "out"
    assert outcome(engine, card(open_weights=True), vram_gb=12) == "open"


def test_a_budget_of_nothing_leaves_free_offers_and_own_hardware(engine: Engine) -> None:
    assert outcome(engine, card(price=(0, 0)), budget_usd_month=0) == "in"
    assert outcome(engine, card(price=(0.1, 0.2)), budget_usd_month=0) == "out"
    assert outcome(engine, card(open_weights=True), budget_usd_month=0) == "in"
    assert outcome(engine, card(), budget_usd_month=0) == "open"


def test_a_budget_meets_the_volume(engine: Engine) -> None:
    priced = card(price=(1.0, 1.0))
    assert outcome(engine, priced, budget_usd_month=10, tokens_per_month=9_000_000) == "in"
    assert outcome(engine, priced, budget_usd_month=10, tokens_per_month=11_000_000) == "out"
    ranking = engine(priced).rank(Needs.of({"budget_usd_month": 1000}), today=TODAY)
    assert [assumption.key for assumption in ranking.assumptions] == ["tokens_per_month"]


def test_both_price_ceilings_hold_at_one_provider(engine: Engine) -> None:
    split = card(
        price_in_usd_per_m=[fact(0.1, provider="A"), fact(1.0, provider="B")],
        price_out_usd_per_m=[fact(9.0, provider="A"), fact(1.0, provider="B")],
    )
    assert outcome(engine, split, max_price_in_usd_per_m=0.5) == "in"
    assert outcome(engine, split, max_price_out_usd_per_m=2) == "in"
    assert outcome(engine, split, max_price_in_usd_per_m=0.5, max_price_out_usd_per_m=2) == "out"


def test_a_licence_that_leaves_the_eu_out_has_to_be_confirmed_for_business_with_pictures(engine: Engine) -> None:
    seeing = local_card("a/sees-8b", 8, modalities=("text", "image"), licence_limits=("no_eu_multimodal",))
    scorer = engine(seeing, local_card("b/other-8b", 8, modalities=("text", "image")))
    business = scorer.rank(Needs.of({"use_case": "vision", "commercial_use": True}), today=TODAY)
    assert [u.card.model for u in business.unconfirmed] == ["a/sees-8b"]
    assert business.unconfirmed[0].unknown == ("commercial_use",)
    for other in ({"use_case": "vision"}, {"use_case": "chatbot", "commercial_use": True}):
        assert scorer.rank(Needs.of(other), today=TODAY).eligible == 2


def test_fine_tuning_wants_weights_or_an_offer(engine: Engine) -> None:
    assert outcome(engine, card(open_weights=False, fine_tuning_api="SFT"), fine_tuning="lora") == "in"
    assert outcome(engine, card(open_weights=False, fine_tuning_api="none"), fine_tuning="lora") == "out"
    assert outcome(engine, local_card("a/b", 8), fine_tuning="lora", vram_gb=12) == "in"
    assert outcome(engine, local_card("a/b", 14), fine_tuning="full", vram_gb=24) == "out"


@pytest.mark.parametrize("typed", ["open ai", "OpenAI", "chatgpt", "open-ai"])
def test_vendors_are_excluded_as_people_type_them(engine: Engine, typed: str) -> None:
    assert outcome(engine, card("openai/gpt-x", vendor="OpenAI"), excluded_vendors=[typed]) == "out"
    assert outcome(engine, card("google/gemini-x", vendor="Google"), excluded_vendors=[typed]) == "in"


def test_a_country_excludes_its_vendors(engine: Engine) -> None:
    assert outcome(engine, card("a/b", origin="CN"), excluded_vendors=["chinos"]) == "out"
    assert outcome(engine, card("a/b", origin="FR"), excluded_vendors=["chinese"]) == "in"


def test_a_vendors_home_is_kept(engine: Engine) -> None:
    assert outcome(engine, card("a/b", origin="ES"), vendor_origin=["eu"]) == "in"
    assert outcome(engine, card("a/b", origin="US"), vendor_origin=["eu"]) == "out"
    assert outcome(engine, card("a/b", origin="US"), vendor_origin=["eu", "us"]) == "in"
    assert outcome(engine, card("a/b"), vendor_origin=["eu"]) == "open"


def test_an_exact_model_name_excludes_only_that_one_and_a_family_all_of_it(engine: Engine) -> None:
    mini = card("openai/gpt-4o-mini", name="GPT-4o mini", family="GPT-4o")
    full = card("openai/gpt-4o", name="GPT-4o", family="GPT-4o")
    llama = card("meta/llama-3.1-8b-instruct", name="Llama 3.1 8B Instruct", family="Llama 3.1")
    scorer = engine(mini, full, llama)

    def left(*typed: str) -> set[str]:
        ranking = scorer.rank(Needs.of({"excluded_models": list(typed)}), today=TODAY)
        return {item.card.name for item in ranking.recommendations}

    assert left("gpt-4o") == {"GPT-4o mini", "Llama 3.1 8B Instruct"}
    assert left("llama") == {"GPT-4o mini", "GPT-4o"}
    assert left("gpt 4o mini", "llama 3.1") == {"GPT-4o"}


def test_mentioned_models_are_no_constraint(engine: Engine) -> None:
    assert outcome(engine, card(), mentioned_models=["gpt-4o"]) == "in"


def test_speed_at_home_is_kept_as_a_range(engine: Engine) -> None:
    one = local_card("a/b", 8)
    assert outcome(engine, one, vram_gb=24, min_tokens_per_s=20) == "in"
    assert outcome(engine, one, vram_gb=24, min_tokens_per_s=90) == "open"
    assert outcome(engine, one, vram_gb=24, min_tokens_per_s=900) == "out"
    assert outcome(engine, one, local=True, min_tokens_per_s=20) == "open"
    assert outcome(engine, card(throughput_tokens_per_s=80.0), min_tokens_per_s=50) == "in"


def test_a_speed_within_the_estimate_passes_with_a_warning_and_one_beyond_it_does_not(engine: Engine) -> None:
    scorer = engine(local_card("a/b-8b", 8))
    needs = {"use_case": "chatbot", "vram_gb": 12, "local": True}
    fit = scorer.rank(Needs.of(needs), today=TODAY).recommendations[0].fit
    assert fit is not None
    assert fit.tokens_per_s is not None
    low, high = fit.tokens_per_s
    sure = scorer.rank(Needs.of({**needs, "min_tokens_per_s": low * 0.9}), today=TODAY).recommendations[0]
    assert not any("podría no llegar" in caution.es for caution in sure.cautions)
    within = scorer.rank(Needs.of({**needs, "min_tokens_per_s": 45}), today=TODAY).recommendations[0]
    assert within.fit is not None
    assert within.fit.tokens_per_s is not None
    assert within.fit.tokens_per_s[0] < 45 < within.fit.tokens_per_s[1]
    assert any("podría no llegar" in caution.es for caution in within.cautions)
    beyond = scorer.rank(Needs.of({**needs, "min_tokens_per_s": 4 * high}), today=TODAY)
    assert beyond.eligible == 0
    assert beyond.relaxations
