"""Dates in folded text: days, months and years, in both languages and in ISO form."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "enero ene january jan", "febrero feb february", "marzo mar march", "abril abr april apr", "mayo may",
            "junio jun june", "julio jul july", "agosto ago august aug", "septiembre setiembre sept sep september",
            "octubre oct october", "noviembre nov november", "diciembre dic december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_NAME = "(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_LONG = "(?P<{}>" + "|".join(sorted((n for n in _MONTHS if len(n) > 4), key=len, reverse=True)) + ")"
_YEAR = r"(?P<{}>(?:19|20)\d\d)"


@dataclass(frozen=True, slots=True)
class Date:
    """`iso` is as exact as what was written: "2026-03-05", "2026-03" or "2026"."""

    start: int
    end: int
    iso: str


_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\w-])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)(?:-(?P<d>\d\d))?(?![\w-])",
        r"(?<![\w/])(?P<d>\d\d?)/(?P<m>\d\d?)/(?P<y>(?:19|20)\d\d)(?![\w/])",
        rf"(?<!\w)(?:(?P<d>\d\d?)\.?(?:st|nd|rd|th|o)?\s+(?:de\s+|of\s+)?)?{_NAME.format('n')},?\s+(?:de\s+|del\s+|of\s+)?(?:ano\s+)?{_YEAR.format('y')}(?!\w)",
        rf"(?<!\w){_NAME.format('n')}\s+(?P<d>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR.format('y')}(?!\w)",
        rf"(?<!\w)(?P<d>\d\d?)\.?(?:st|nd|rd|th)?\s+(?:de\s+|of\s+)?{_LONG.format('n')}(?!\w)",
        rf"(?<!\w){_LONG.format('n')}\s+(?P<d>\d\d?)(?:st|nd|rd|th)?(?![\w.,]\d|\w)",
        rf"(?<!\w){_NAME.format('n')}\s+(?:de\s+|of\s+)?(?:est[ea] (?:mismo )?ano|this (?:same )?year|del? ano pasado|last year)\b|\b(?:(?:el )?pasado (?:mes de )?|last |this past ){_LONG.format('n2')}(?!\w)",
        rf"(?<![\w.,$-]){_YEAR.format('y')}(?![\w%€$]|[.,]\d|\s*(?:tok|usd|dolar|dollar|euro|gb|param|registro|record|pagin|page|palabra|word|ejempl|example|mil))",
    )
)


def find_dates(folded: str) -> list[Date]:
    """All dates; a four-digit year that carries no unit counts as one."""
    found: list[Date] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            if any(match.start() < d.end and d.start < match.end() for d in found):
                continue
            parts = match.groupdict()
            month = _MONTHS.get(parts.get("n") or parts.get("n2") or "", int(parts.get("m") or 0))
            iso = parts.get("y") or ""
            if 1 <= month <= 12:
                iso += f"-{month:02d}"
                if parts.get("d"):
                    iso += f"-{int(parts['d']):02d}"
            found.append(Date(match.start(), match.end(), iso))
    return found
