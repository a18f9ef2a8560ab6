"""A table's cells, put into words so that they can be read as sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NO = re.compile(r"(?:no|✗|✘|❌|✖)\s*(\[\d+\])?", re.IGNORECASE)
_UNKNOWN = re.compile(r"(?:-|–|—|\?|n/?[ad]|sin datos?|unknown|desconocid[oa]|no consta)\s*(\[\d+\])?", re.IGNORECASE)


def in_words(labels: Sequence[str], cell: str) -> tuple[str, ...]:
    """A cell's sentences: "1 / 5" under "Input / output ($/M)" is two, whose unit stands once at the end."""
    label = labels[-1] if labels else ""
    unit = re.search(r"\s*\([^)]*\)\s*$", label)
    heads = (label[: unit.start()] if unit else label).split("/")
    values = cell.split("/")
    if len(heads) != len(values) or len(heads) != 2:
        return (_in_one(labels, cell),)
    tail = unit.group() if unit else ""
    return tuple(
        _in_one([*labels[:-1], f"{head.strip()}{tail}"], value.strip())
        for head, value in zip(heads, values, strict=True)
    )


def _in_one(labels: Sequence[str], cell: str) -> str:
    """A table's cell as a sentence: "Qwen3 8B: no tool calling"."""
    if _NO.fullmatch(cell):
        return ": no ".join([": ".join(labels[:-1]), labels[-1]]) if len(labels) > 1 else f"no {labels[0]}"
    if _UNKNOWN.fullmatch(cell):
        return f"{': '.join(labels)}: no consta"
    return f"{': '.join(labels)}: {cell}"


def is_row(text: str) -> bool:
    stripped = text.strip()
    return stripped.startswith("|") and stripped.count("|") >= 2
