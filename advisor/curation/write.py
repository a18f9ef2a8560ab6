"""Writing a card: one line a fact, so that a change is one line in a diff."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from advisor.curation.findings import Finding, Origin
from advisor.curation.plan import Entry
from advisor.domain.fields import FIELDS

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ._/+()%-]*[A-Za-z0-9.)%+]|[A-Za-z]")
_RESERVED = {"null", "true", "false"}
_HEAD = ("name", "vendor", "family", "status", "origin", "aliases", "runtimes", "successor")


def card_text(entry: Entry, facts: Iterable[Finding]) -> str:
    """The card's file. Facts must be sorted by field."""
    facts = list(facts)
    keys = _source_keys(facts)
    lines = [f"model: {entry.model}"]
    lines += [f"{key}: {_flow(entry.head[key])}" for key in _HEAD if entry.head.get(key)]
    lines.append("sources:")
    for origin, key in keys.items():
        lines.append(f"  {key}: {_flow({'title': origin.title, 'url': origin.url, 'date': origin.date})}")
    lines.append("facts:")
    for field, group in groupby(facts, key=lambda fact: fact.field):
        rows = list(group)
        if FIELDS[field].many:
            lines.append(f"  {field}:")
            lines += [f"    - {_flow(_row(row, keys))}" for row in rows]
        else:
            lines.append(f"  {field}: {_flow(_row(rows[0], keys))}")
    return "\n".join(lines) + "\n"


def _source_keys(facts: list[Finding]) -> dict[Origin, str]:
    """A short, unique key for every origin, in the order of first use."""
    keys: dict[Origin, str] = {}
    for fact in facts:
        if fact.origin not in keys:
            key, number = fact.origin.key, 2
            while key in keys.values():
                key, number = f"{fact.origin.key}-{number}", number + 1
            keys[fact.origin] = key
    return keys


def _row(fact: Finding, keys: dict[Origin, str]) -> dict[str, Any]:
    row: dict[str, Any] = {"name": fact.name, "provider": fact.provider}
    row = {key: value for key, value in row.items() if value is not None}
    row |= {"value": list(fact.value) if isinstance(fact.value, tuple) else fact.value, "kind": fact.kind}
    if fact.variant is not None:
        row["variant"] = fact.variant
    row["source"] = keys[fact.origin]
    if fact.url is not None and fact.url != fact.origin.url:
        row["url"] = fact.url
    return row


def _flow(value: Any) -> str:
    """A value in YAML's flow style, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(member)}" for key, member in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(member) for member in value) + "]"
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) or re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value)
        return value if plain and value.lower() not in _RESERVED else json.dumps(value, ensure_ascii=False)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value)
