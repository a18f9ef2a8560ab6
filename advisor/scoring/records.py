"""How many examples a person has at hand for tuning, out of their own words."""

from __future__ import annotations

import re
import unicodedata

_COUNT = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,\s]\d{3})+|\d+(?:[.,]\d+)?)\s*(k\b|mil(?:es)?\b|thousand\b|millon(?:es)?\b|millions?\b)?\s*(?:de\s+|of\s+)?(?:(?:labell?ed|annotated|training|good|own|past|real)\s+)?"
    r"(?:ejemplos?|registros?|muestras?|pares|filas|casos|examples?|records?|samples?|pairs|rows)\b"
    r"(?!\s*(?:al|a|por|per|each|every|cada)\s+(?:mes|month|dia|day|hora|hour|semana|week|segundo|second))"
)


def records(text: str) -> int | None:
    """The largest number of examples, records, samples ... named; what comes by the month or day is no stock of them."""
    folded = unicodedata.normalize("NFKD", text.lower())
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    found = [_number(match[1], match[2]) for match in _COUNT.finditer(folded)]
    return max(found, default=None)


def _number(digits: str, unit: str | None) -> int:
    grouped = re.fullmatch(r"\d{1,3}(?:[.,\s]\d{3})+", digits)
    value = float(re.sub(r"[.,\s]", "", digits) if grouped else digits.replace(",", "."))
    return round(value * (1 if not unit else 1_000_000 if unit.startswith("mill") else 1000))
