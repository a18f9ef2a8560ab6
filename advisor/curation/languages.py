"""Measured language quality out of EuroEval: one row a language, always of the same board, so that ranks compare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from advisor.curation.findings import Finding, Origin, Trust
from advisor.curation.raw import RawFolder

CODES = {
    "spanish": "es",
    "catalan": "ca",
    "portuguese": "pt",
    "english": "en",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "dutch": "nl",
    "polish": "pl",
    "romanian": "ro",
    "swedish": "sv",
    "danish": "da",
    "norwegian": "no",
    "finnish": "fi",
    "icelandic": "is",
    "faroese": "fo",
    "estonian": "et",
    "latvian": "lv",
    "lithuanian": "lt",
    "czech": "cs",
    "slovak": "sk",
    "slovene": "sl",
    "croatian": "hr",
    "bosnian": "bs",
    "serbian": "sr",
    "bulgarian": "bg",
    "greek": "el",
    "hungarian": "hu",
    "ukrainian": "uk",
    "albanian": "sq",
}
_SETTINGS = {"": "few-shot", "val": "few-shot, validation split", "zero-shot": "zero-shot"}
_SETTINGS["zero-shot, val"] = "zero-shot, validation split"
_BOARDS = {"nlu": "understanding tasks", "all": "all tasks"}
NOT_RANKED = 99.0
"""EuroEval writes 100 where a model lacks a task."""


def euroeval(raw: RawFolder, model: str) -> Iterator[Finding]:
    """The understanding board where the language has one (it ranks far more models), else the board of all tasks.

    Of several rows the test split wins over the validation split, few-shot over zero-shot, then the better mode; the
    variant says which it was.
    """
    rows = raw.euroeval[model]
    for language, code in CODES.items():
        boards = _boards(raw, language)
        ranked = [
            r for r in rows if r["language"] == language and r["board"] == boards and r["rank_score"] < NOT_RANKED
        ]
        if ranked:
            best = min(ranked, key=lambda row: (list(_SETTINGS).index(row["setting"]), row["rank_score"]))
            yield _finding(best, language, code)


def _finding(row: dict[str, Any], language: str, code: str) -> Finding:
    url = f"https://euroeval.com/leaderboards/Monolingual/{language}/"
    said = [row["model"], row["variant"], _SETTINGS[row["setting"]], _BOARDS[row["board"]]]
    return Finding(
        "languages_measured",
        row["rank_score"],
        "measured",
        Origin("euroeval", "EuroEval leaderboard", "https://euroeval.com/leaderboards/", "2026-04-20"),
        Trust.AGGREGATOR,
        name=code,
        variant=", ".join(part for part in said if part),
        url=url,
    )


def _boards(raw: RawFolder, language: str) -> str:
    has_understanding = any(
        row["board"] == "nlu" for rows in raw.euroeval.values() for row in rows if row["language"] == language
    )
    return "nlu" if has_understanding else "all"
