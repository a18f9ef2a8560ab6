"""Scores and speeds out of the leaderboards. Percentages are 0 to 100; `knowledge/benchmarks.yaml` explains each name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache

from advisor.curation.findings import Finding, Origin, Trust
from advisor.curation.raw import RawFolder

_AA_DATE = "2026-08-22"
_AA_EVALS = {  # column: (benchmark, factor to the scale used here)
    "artificial_analysis_intelligence_index": ("AA Intelligence Index", 1),
    "artificial_analysis_coding_index": ("AA Coding Index", 1),
    "gpqa": ("GPQA Diamond (AA)", 100),
    "mmlu_pro": ("MMLU-Pro (AA)", 100),
    "livecodebench": ("LiveCodeBench (AA)", 100),
    "aime_25": ("AIME 2025 (AA)", 100),
    "ifbench": ("IFBench (AA)", 100),
    "lcr": ("AA-LCR", 100),
    "tau2": ("tau2-Bench Telecom (AA)", 100),
    "terminalbench_hard": ("Terminal-Bench Hard (AA)", 100),
}
API_MEDIAN = "API median"
"""Artificial Analysis publishes the median over the providers that it measures."""


def artificial_analysis(raw: RawFolder, slug: str) -> Iterator[Finding]:
    """Scores of one variant; its name there says model and effort. 0 means missing."""
    row = raw.artificial_analysis[slug]
    for column, (name, factor) in _AA_EVALS.items():
        value = row["evaluations"].get(column)
        if value:
            yield _score(name, round(value * factor, 1), _aa_origin(), row["name"], url=_aa_url(slug))


def speed(raw: RawFolder, slug: str) -> Iterator[Finding]:
    """Tokens per second, and seconds to the first token of the answer (not of the reasoning)."""
    row = raw.artificial_analysis[slug]
    columns = {"throughput_tokens_per_s": "output_tokens_per_second", "time_to_first_token_s": "ttfat_seconds"}
    for field, column in columns.items():
        value = row["speed"].get(column)
        if value:
            yield Finding(
                field,
                round(value, 2),
                "measured",
                _aa_origin(),
                Trust.AGGREGATOR,
                provider=API_MEDIAN,
                variant=row["name"],
                url=_aa_url(slug),
            )


def _aa_origin() -> Origin:
    return Origin("aa", "Artificial Analysis", "https://artificialanalysis.ai/", _AA_DATE)


def _aa_url(slug: str) -> str:
    return f"https://artificialanalysis.ai/models/{slug}"


def arena_text(raw: RawFolder, key: str) -> Iterator[Finding]:
    """Human preference with style control, and the Spanish board as a fact of the language."""
    row = raw.arena_text[key]
    origin = Origin("arena", "LMArena text leaderboard", "https://arena.ai/leaderboard/text", "2026-08-19")
    for category, name in (("overall", "LMArena text"), ("coding", "LMArena coding"), ("math", "LMArena math")):
        if category in row:
            yield _score(name, round(row[category]["rating"]), origin, key)
    if "spanish" in row:
        rating = round(row["spanish"]["rating"])
        yield Finding(
            "language_arena",
            rating,
            "measured",
            origin,
            Trust.AGGREGATOR,
            name="es",
            variant=key,
            url=f"{origin.url}/spanish",
        )


def arena_vision(raw: RawFolder, key: str) -> Iterator[Finding]:
    origin = Origin("arena-vision", "LMArena vision leaderboard", "https://arena.ai/leaderboard/vision", "2026-08-06")
    yield _score("LMArena vision", round(raw.arena_vision[key]["rating"]), origin, key)


def arena_webdev(raw: RawFolder, key: str) -> Iterator[Finding]:
    origin = Origin("arena-webdev", "LMArena WebDev leaderboard", "https://arena.ai/leaderboard/webdev", "2026-08-19")
    yield _score("LMArena WebDev", round(raw.arena_webdev[key]["rating"]), origin, key)


def livebench(raw: RawFolder, key: str) -> Iterator[Finding]:
    """`key` is "release:row", as in "2026_06_25:gpt-5.6-sol-max". Averages are computed as LiveBench does: the mean of
    the categories' means. Releases differ in their questions, so each has a benchmark name of its own."""
    release, _, model = key.partition(":")
    rows = {row["model"]: row for row in raw.csv(f"livebench/table_{release}.csv")}
    categories = _livebench_categories(raw, release)
    means = []
    for tasks in categories.values():
        cells = [rows[model][task] for task in tasks]
        if not all(cells):
            return
        means.append(sum(map(float, cells)) / len(cells))
    date = release.replace("_", "-")
    origin = Origin("livebench", f"LiveBench {date}", "https://livebench.ai/", "2026-08-22")
    yield _score(f"LiveBench {date}", round(sum(means) / len(means), 1), origin, model)


@lru_cache(maxsize=4)
def _livebench_categories(raw: RawFolder, release: str) -> dict[str, list[str]]:
    return dict(json.loads(raw._path(f"livebench/categories_{release}.json").read_text(encoding="utf-8")))


def aider(raw: RawFolder, key: str) -> Iterator[Finding]:
    row = raw.aider[key]
    origin = Origin("aider", "Aider polyglot leaderboard", "https://aider.chat/docs/leaderboards/", str(row["date"]))
    yield _score("Aider polyglot", float(row["pass_rate_2"]), origin, key)


def vectara(raw: RawFolder, key: str) -> Iterator[Finding]:
    url = "https://github.com/vectara/hallucination-leaderboard"
    origin = Origin("vectara", "Vectara hallucination leaderboard", url, "2026-03-10")
    yield _score("Vectara hallucination rate", raw.vectara[key], origin, key)


_VENDOR_SCORES = {  # LLM Stats' name: the name here
    "MMLU-Pro": "MMLU-Pro (vendor)",
    "GPQA": "GPQA (vendor)",
    "HumanEval": "HumanEval (vendor)",
    "MATH": "MATH (vendor)",
    "IFEval": "IFEval (vendor)",
    "LiveCodeBench": "LiveCodeBench (vendor)",
    "MMMU": "MMMU (vendor)",
    "SWE-Bench Verified": "SWE-bench Verified (vendor)",
    "MMLU": "MMLU (vendor)",
    "SimpleQA": "SimpleQA (vendor)",
}


def llm_stats(raw: RawFolder, key: str) -> Iterator[Finding]:
    """Scores that vendors report of themselves, each at the vendor's page that LLM Stats links to."""
    for row in raw.llm_stats[key]["benchmarks"]:
        name, score = _VENDOR_SCORES.get(row["benchmark_name"]), row["score"]
        link = row.get("self_reported_source_link")
        if name and row["is_self_reported"] and link and score and 0 < score <= 1:
            origin = Origin("llmstats", "Vendor's report, in LLM Stats", "https://llm-stats.com", "2025-10-16")
            yield Finding(
                "benchmarks",
                round(score * 100, 1),
                "declared",
                origin,
                Trust.AGGREGATOR,
                name=name,
                url=link,
            )


def _score(name: str, value: float, origin: Origin, variant: str | None, url: str | None = None) -> Finding:
    return Finding("benchmarks", value, "measured", origin, Trust.AGGREGATOR, name=name, variant=variant, url=url)
