"""The evaluation files keep their shape, and the check can fail."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evals.understanding.check_labels import dialogue_faults, faults, rows_of


def line(**turn: Any) -> dict[str, Any]:
    return {"id": "x", "lang": "es", "turns": [{"user": "hola", "intent": "recommend", "expect_state": {}, **turn}]}


def test_files_are_well_formed() -> None:
    assert faults() == []


@pytest.mark.parametrize("kind", ["dialogues", "messages"])
def test_sixth_set_is_well_formed(kind: str) -> None:
    rows = rows_of(f"dev6_{kind}.jsonl")
    assert len({row["id"] for row in rows}) == len(rows) > 0
    assert [fault for row in rows for fault in dialogue_faults(row, kind)] == []


@pytest.mark.parametrize(
    "turn",
    [
        {"intent": "chat"},
        {"user": " "},
        {"expect_state": {"budget": 3}},
        {"expect_state": {"vram_gb": True}},
        {"expect_state": {"priority": ["cheap"]}},
        {"expect_state": {"languages": ["cat"]}},
        {"expect_state": {"min_context_tokens": 4.5}},
        {"accept": {"use_case": [None]}},
        {"approx": ["vram_gb"]},
        {"intent": "smalltalk", "expect_state": {"local": True}},
    ],
)
def test_wrong_label_is_reported(turn: dict[str, Any]) -> None:
    assert list(dialogue_faults(line(**turn), "messages"))
