"""Principles by example (said.jsonl): what a number counts, whose machine it is, what is denied, what a correction is of.

A turn's needs are given whole but for use, priority, models mentioned and latency; "~key" may be absent or have that value.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from advisor.domain.needs import Dialogue
from advisor.understand.apply import after

CASES = [json.loads(line) for line in (Path(__file__).parent / "said.jsonl").read_text("utf-8").splitlines()]
_ELSEWHERE = frozenset(("use_case", "priority", "mentioned_models", "latency"))
_ROUGH = frozenset(("min_context_tokens", "min_output_tokens", "tokens_per_month"))
"""Pages and words become tokens by a rule of thumb."""


def _is(key: str, right: Any, found: Any) -> bool:
    if isinstance(right, bool | str) or right is None or found is None:
        return bool(right == found)
    if isinstance(right, list):
        return set(right) <= set(found) if key == "excluded_vendors" else set(right) == set(found)
    return bool(abs(found - right) <= (0.5 if key in _ROUGH else 0.05) * right)


@pytest.mark.parametrize("case", CASES, ids=[case["turns"][-1][0][:60] for case in CASES])
def test_what_is_said(reader: Any, case: dict[str, Any]) -> None:
    dialogue = Dialogue()
    for text, expected in case["turns"]:
        dialogue = after(dialogue, reader.read(text, dialogue))
        if expected is None:
            continue
        needs, _ = dialogue.needs.split_json()
        sure = {key: value for key, value in expected.items() if not key.startswith("~")}
        maybe = {key[1:]: value for key, value in expected.items() if key.startswith("~")}
        told = _ELSEWHERE - set(sure) - set(maybe)
        for key in {*sure, *needs} - told:
            allowed = [sure[key]] if key in sure else [None]
            allowed += [maybe[key]] if key in maybe else []
            assert any(_is(key, right, needs.get(key)) for right in allowed), (text, key, needs.get(key))
