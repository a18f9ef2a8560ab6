"""The report of conflicts: where sources disagree, listed rather than settled in silence."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.curation.findings import Finding
from advisor.curation.settle import Conflict

_HEAD = """# Where the sources disagree

Written by `python -m advisor.curation assemble`; do not edit. A fact that a more trusted source settles is on the card;
one on which only price lists and aggregators speak, and disagree, is left out until somebody reads the vendor's page.
"""


def conflicts_text(conflicts: Iterable[Conflict]) -> str:
    rows = sorted(conflicts, key=lambda c: (c.model, c.others[0].slot[0], str(c.others[0].slot)))
    open_ = [c for c in rows if c.chosen is None]
    settled = [c for c in rows if c.chosen is not None]
    lines = [_HEAD, f"## Left out ({len(open_)})", "", *map(_line, open_)]
    lines += ["", f"## Settled by the order of trust ({len(settled)})", "", *map(_line, settled)]
    return "\n".join(lines) + "\n"


def _line(conflict: Conflict) -> str:
    first = conflict.others[0]
    what = " ".join(part for part in (first.field, first.name, first.provider, first.variant) if part)
    others = "; ".join(_said(f) for f in conflict.others)
    taken = f"{_said(conflict.chosen)}, against " if conflict.chosen else ""
    return f"- `{conflict.model}` {what}: {taken}{others}"


def _said(finding: Finding) -> str:
    value = ", ".join(finding.value) if isinstance(finding.value, tuple) else finding.value
    return f"{value} ({finding.origin.title})"
