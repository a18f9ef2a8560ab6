"""Assembling cards from tiny made-up copies of the sources: the order of trust, and the traps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from advisor.curation.__main__ import main
from advisor.curation.findings import Finding, Origin, Trust
from advisor.curation.gather import gather
from advisor.curation.plan import Entry, read_plan
from advisor.curation.raw import RawFolder
from advisor.curation.settle import agree, settle
from advisor.domain.cards import Card
from advisor.errors import KnowledgeError
from advisor.library.cards import card_from_text

PLAN = """\
vendor: Acme
origin: ES
sources:
  page: {title: Acme models, url: "https://acme.example.com", date: 2026-11-01}
groups:
  - cards: [acme/one]
    facts: {licence: {value: MIT, source: page}}
cards:
  - model: acme/one
    name: One
    family: One
    status: current
    aliases: [uno]
    keys: {litellm: one, genai: "acme:one", models_dev: acme/one, aa: [one-high, one-low], euroeval: acme/one, config: acme/one}
    facts:
      knowledge_cutoff: {value: 2026-01, source: page}
      pretraining_tokens_t: {value: null, source: page}
"""
LITELLM: dict[str, Any] = {
    "one": {
        "input_cost_per_token": 1e-6,
        "output_cost_per_token": 2e-6,
        "max_input_tokens": 128000,
        "max_output_tokens": 128000,
        "source": "https://acme.example.com/prices",
        "supports_function_calling": True,
        "supports_reasoning": False,
    }
}
GENAI = [
    {
        "id": "acme",
        "models": [
            {
                "id": "one",
                "prices": [
                    {"prices": {"input_mtok": 5, "output_mtok": 9}},
                    {
                        "constraint": {"_type": "StartDateConstraint", "start_date": "2026-08-01"},
                        "prices": {
                            "input_mtok": {"base": 1, "tiers": [{"start": 200000, "price": 4}]},
                            "output_mtok": 2,
                        },
                    },
                    {"constraint": {"_type": "TimeOfDateConstraint"}, "prices": {"input_mtok": 77}},
                    {
                        "constraint": {"_type": "StartDateConstraint", "start_date": "2027-01-01"},
                        "prices": {"input_mtok": 3, "output_mtok": 2},
                    },
                ],
            }
        ],
    }
]
MODELS_DEV = {
    "models": {
        "acme/one": {
            "limit": {"context": 131072, "output": 131072},
            "knowledge": "2025-06",
            "tool_call": True,
            "release_date": "2026-05-01",
            "modalities": {"input": ["text", "image"], "output": ["text"]},
        }
    },
    "providers": {},
}


def evaluations(**scores: float | None) -> dict[str, float | None]:
    return {"gpqa": None, "artificial_analysis_intelligence_index": None} | scores


ANALYSIS = {
    "models": [
        {
            "slug": "one-high",
            "name": "One (high)",
            "evaluations": evaluations(gpqa=0.5),
            "speed": {"output_tokens_per_second": 0, "ttft_seconds": 0.4, "ttfat_seconds": 30.25},
        },
        {
            "slug": "one-low",
            "name": "One (low)",
            "evaluations": evaluations(gpqa=0.1),
            "speed": {"output_tokens_per_second": 50.5, "ttft_seconds": 0.4, "ttfat_seconds": 0},
        },
    ]
}


def row(language: str, board: str, rank: float, setting: str, variant: str = "") -> dict[str, Any]:
    return {
        "language": language, "board": board, "model": "acme/one", "variant": variant, "setting": setting,
        "rank_score": rank, "parameters": "7000000000.0",
    }  # fmt: skip


EUROEVAL = [
    row("spanish", "all", 1.1, ""),
    row("spanish", "nlu", 2.0, "zero-shot"),
    row("spanish", "nlu", 2.5, "", "thinking"),
    row("spanish", "nlu", 3.5, "", "no-thinking"),
    row("catalan", "nlu", 100.0, ""),
    row("french", "all", 1.7, "val"),
]
CONFIGURATIONS = [
    {"name": "acme/one", "parameters_raw": 7_000_000_000, "num_hidden_layers": 30, "context_length": 999999}
]


@pytest.fixture
def raw(tmp_path: Path) -> RawFolder:
    folder = tmp_path / "raw"
    files: dict[str, Any] = {
        "litellm/model_prices_and_context_window_backup.json": LITELLM,
        "genai-prices/genai_prices_0.2.3.json": GENAI,
        "models.dev/models_dev_export.json": MODELS_DEV,
        "artificial-analysis/aa_api_llms_2026-08-22.json": ANALYSIS,
        "euroeval/scores_2026-04-20.json": EUROEVAL,
        "llmfit/hf_models_2026-05-12.json": CONFIGURATIONS,
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    (tmp_path / "knowledge" / "curation").mkdir(parents=True)
    (tmp_path / "knowledge" / "curation" / "acme.yaml").write_text(PLAN, encoding="utf-8")
    return RawFolder(folder)


def entry(tmp_path: Path) -> Entry:
    return read_plan(tmp_path / "knowledge" / "curation")[0]


@pytest.fixture
def card(raw: RawFolder, tmp_path: Path) -> Card:
    assert main(["--knowledge", str(tmp_path / "knowledge"), "assemble", "--raw", str(tmp_path / "raw")]) == 0
    text = (tmp_path / "knowledge" / "models" / "acme" / "one.yaml").read_text(encoding="utf-8")
    return card_from_text(text, "acme/one.yaml")


def test_what_a_person_read_wins_over_an_aggregator(card: Card) -> None:
    cutoff = card.fact("knowledge_cutoff")
    assert cutoff is not None
    assert (cutoff.value, cutoff.url) == ("2026-01", "https://acme.example.com")


def test_a_group_gives_its_facts_to_each_card(card: Card) -> None:
    assert card.value("licence") == "MIT"


def test_equal_limits_mean_that_the_output_is_not_given(card: Card) -> None:
    assert card.fact("max_output_tokens") is None
    assert card.number("context_tokens") == 128000


def test_a_flag_that_is_off_says_nothing(card: Card) -> None:
    assert card.value("tool_calling") is True
    assert card.fact("reasoning") is None


def test_prices_are_those_in_force_with_what_is_announced_and_dearer_long_prompts(card: Card) -> None:
    assert [(f.number, f.provider, f.variant) for f in card.all("price_in_usd_per_m")] == [(1, "Acme", None)]
    assert [(f.number, f.variant) for f in card.all("price_in_long_usd_per_m")] == [(4, "200000")]
    assert [(f.number, f.variant) for f in card.all("price_in_next_usd_per_m")] == [(3, "2027-01-01")]
    assert card.fact("price_out_next_usd_per_m") is None


def test_zero_is_missing_and_waiting_ends_with_the_answer(card: Card) -> None:
    assert [(f.number, f.variant) for f in card.all("throughput_tokens_per_s")] == [(50.5, "One (low)")]
    assert [(f.number, f.variant) for f in card.all("time_to_first_token_s")] == [(30.25, "One (high)")]
    assert [(f.name, f.number) for f in card.all("benchmarks")] == [("GPQA Diamond (AA)", 50)]


def test_a_language_is_measured_on_one_board_in_the_best_documented_way(card: Card) -> None:
    assert {f.name: (f.number, f.variant) for f in card.all("languages_measured")} == {
        "es": (2.5, "acme/one, thinking, few-shot, understanding tasks"),
        "fr": (1.7, "acme/one, few-shot, validation split, all tasks"),
    }


def test_a_scraped_window_is_never_taken(card: Card) -> None:
    assert card.number("layers") == 30
    assert card.number("params_total_b") == 7


def test_conflicts_are_listed(card: Card, tmp_path: Path) -> None:
    report = (tmp_path / "knowledge" / "CONFLICTS.md").read_text(encoding="utf-8")
    assert "`acme/one` knowledge_cutoff: 2026-01 (Acme models), against 2025-06 (models.dev)" in report


def test_a_key_that_is_not_there_is_named(raw: RawFolder, tmp_path: Path) -> None:
    plan = tmp_path / "knowledge" / "curation" / "acme.yaml"
    plan.write_text(PLAN.replace("litellm: one", "litellm: two").replace("config: acme/one", "config: acme/two"))
    with pytest.raises(KnowledgeError, match=r"acme/one: .*litellm: 'two'; config: 'acme/two'"):
        gather(raw, entry(tmp_path))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("source: page}}", "source: nowhere}}", "no source 'nowhere'"),
        ("knowledge_cutoff:", "cutoff:", "cutoff is not a field"),
        ("cards: [acme/one]", "cards: [acme/other]", "a group names no card"),
        ("keys: {litellm", "keys: {lightllm", "unknown keys lightllm"),
    ],
)
def test_a_wrong_plan_is_refused(tmp_path: Path, old: str, new: str, reason: str) -> None:
    assert old in PLAN
    (tmp_path / "acme.yaml").write_text(PLAN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=reason):
        read_plan(tmp_path)


def found(value: Any, trust: Trust, field: str = "context_tokens") -> Finding:
    return Finding(
        field, value, "declared", Origin(trust.name, trust.name, "https://x.example.com", "2026-01-01"), trust
    )


def test_sources_that_nobody_trusts_and_that_disagree_settle_nothing() -> None:
    facts, conflicts = settle("acme/one", [found(8192, Trust.AGGREGATOR), found(131072, Trust.PRICE_LIST)])
    assert not facts
    assert conflicts[0].chosen is None
    assert len(conflicts[0].others) == 2


def test_equally_trusted_sources_that_disagree_settle_nothing() -> None:
    facts, conflicts = settle("acme/one", [found(8192, Trust.VENDOR_PRICES), found(131072, Trust.VENDOR_PRICES)])
    assert not facts
    assert conflicts[0].chosen is None


def test_the_vendor_settles_and_the_others_are_reported() -> None:
    facts, conflicts = settle("acme/one", [found(131072, Trust.AGGREGATOR), found(8192, Trust.VENDOR)])
    assert [fact.value for fact in facts] == [8192]
    assert conflicts[0].chosen == facts[0]


def test_rounding_is_no_disagreement() -> None:
    assert agree(found(128000, Trust.VENDOR), found(131072, Trust.AGGREGATOR))
    assert agree(found("2026-05", Trust.VENDOR, "release_date"), found("2026-05-03", Trust.VENDOR, "release_date"))
    assert agree(
        found(("text", "image", "pdf"), Trust.VENDOR, "modalities"),
        found(("image", "text"), Trust.VENDOR, "modalities"),
    )
    assert not agree(found(True, Trust.VENDOR, "reasoning"), found(False, Trust.VENDOR, "reasoning"))
    assert not agree(found(8192, Trust.VENDOR), found(32768, Trust.VENDOR))
