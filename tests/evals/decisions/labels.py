"""The labelled rows, and whether a model's name matches a label (rules in README.md)."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Row:
    id: str
    text: str
    lang: str
    needs: dict[str, Any]
    acceptable: tuple[str, ...]
    wrong: tuple[str, ...]
    text_only: bool

    def is_wrong(self, *names: str) -> bool:
        return matches(self.wrong, names)

    def is_acceptable(self, *names: str) -> bool:
        return matches(self.acceptable, names) and not self.is_wrong(*names)


def load(split: str) -> list[Row]:
    rows = [json.loads(line) for line in (HERE / f"{split}.jsonl").read_text(encoding="utf-8").splitlines() if line]
    return [
        Row(
            r["id"],
            r["text"],
            r["lang"],
            r["needs"],
            tuple(r["acceptable"]),
            tuple(r["wrong"]),
            bool(r.get("text_only")),
        )
        for r in rows
    ]


def normalise(name: str) -> str:
    text = unicodedata.normalize("NFKD", name).lower().split("/")[-1].replace("+", "-plus")
    text = re.sub(r"-+", "-", re.sub(r"[\s_()]+", "-", text)).strip("-")
    return re.sub(r"-(instruct|it|chat)$", "", text)


def matches(labels: Sequence[str], names: Sequence[str]) -> bool:
    shapes = [normalise(name) for name in names]
    return any(
        any(re.search(label[3:], shape) for shape in shapes) if label.startswith("re:") else normalise(label) in shapes
        for label in labels
    )
