"""Settling what the sources say: the order of trust decides, and what it cannot decide is left out and reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.curation.findings import Finding, Trust
from advisor.domain.fields import FIELDS

_TOLERANCE = {"params_total_b": 0.05, "params_active_b": 0.05, "context_tokens": 0.05, "max_output_tokens": 0.05}
"""Relative difference that is rounding (128K is 128,000 or 131,072), not disagreement."""


@dataclass(frozen=True)
class Conflict:
    """`chosen` is None where the fact was left out."""

    model: str
    chosen: Finding | None
    others: tuple[Finding, ...]


def settle(model: str, findings: Iterable[Finding]) -> tuple[list[Finding], list[Conflict]]:
    """One finding a slot, in the order of the fields' table, and the disagreements.

    The most trusted source wins. Where equally trusted sources disagree, or only price lists and aggregators speak and
    they disagree, nobody wins.
    """
    slots: dict[tuple[str, str | None, str | None, str | None], list[Finding]] = {}
    for finding in findings:
        slots.setdefault(finding.slot, []).append(finding)
    facts, conflicts = [], []
    for rivals in slots.values():
        ranked = sorted(rivals, key=lambda finding: finding.trust)
        best, against = ranked[0], tuple(f for f in ranked[1:] if not agree(ranked[0], f))
        equals = any(finding.trust == best.trust for finding in against)
        if against and (equals or best.trust > Trust.CONFIGURATION):
            conflicts.append(Conflict(model, None, tuple(ranked)))
            continue
        if against:
            conflicts.append(Conflict(model, best, against))
        facts.append(best)
    order = list(FIELDS)
    return sorted(facts, key=lambda f: (order.index(f.field), f.name or "", f.provider or "")), conflicts


def agree(a: Finding, b: Finding) -> bool:
    """Whether two findings say the same within rounding."""
    if isinstance(a.value, tuple) and isinstance(b.value, tuple):
        return set(a.value) - {"pdf"} == set(b.value) - {"pdf"}
    if isinstance(a.value, bool) or isinstance(b.value, bool):
        return a.value is b.value
    if isinstance(a.value, int | float) and isinstance(b.value, int | float):
        return abs(a.value - b.value) <= _TOLERANCE.get(a.field, 1e-9) * max(abs(a.value), abs(b.value))
    if FIELDS[a.field].type == "date":
        return str(a.value).startswith(str(b.value)) or str(b.value).startswith(str(a.value))
    return a.value == b.value
