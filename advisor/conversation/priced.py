"""An amount of work that is priced on its own: so many requests of so many tokens, beside what the month takes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from advisor.domain.advice import Priced, Recommendation
from advisor.scoring.cost import costs
from advisor.scoring.situation import Workload

_NUMBER = r"(\d+(?:[.,]\d+)*) ?(k\b|mil\b|thousand|m\b|millones|millon|million)?"
_ITEMS = (
    r"(?:calls?|requests?|queries|messages?|prompts?|conversations?|documents?|tickets?|emails?|llamadas?|peticiones|peticion|consultas?|mensajes?"
    r"|conversaciones|documentos?|correos?)"
)
_EACH = re.compile(
    rf"\b(?:per|for|cada|por|of|de|cuestan|costarian|cost|would|son)\b (?:each |every |las |unas |unos )?{_NUMBER} ?{_ITEMS}\b"
    rf".{{0,30}}?\b(?:of|with|at|de|con|a)\b (?:about |around |unos |unas |some )?{_NUMBER} ?tokens?\b"
)
_ASKS = re.compile(r"\b(?:price|cost\w*|how much|precio|cuanto|cuesta\w*|saldria\w*|sale)\b")
_THOUSANDS = {"k": 1e3, "mil": 1e3, "thousand": 1e3, "m": 1e6, "millon": 1e6, "millones": 1e6, "million": 1e6}
OUTPUT_SHARE = 0.25
"""Of tokens of which nobody said how many are written."""


def priced(text: str) -> tuple[float, float] | None:
    """(requests, tokens of each) of "what's the price per 1000 calls of 2k tokens?"; None where nothing of the kind is asked."""
    folded = unicodedata.normalize("NFKD", text[:300].lower())
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    found = _EACH.search(folded) if _ASKS.search(folded) else None
    if found is None:
        return None
    count, scale, each, scale_each = found.groups()
    return _number(count) * _THOUSANDS.get(scale or "", 1.0), _number(each) * _THOUSANDS.get(scale_each or "", 1.0)


def _number(text: str) -> float:
    """ "1.000" and "1,000" are a thousand, "1.5" and "1,5" are not."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text):
        return float(re.sub(r"[.,]", "", text))
    return float(text.replace(",", "."))


def workload(count: float, each: float) -> Workload:
    total = count * each
    return Workload(total * (1 - OUTPUT_SHARE), total * OUTPUT_SHARE, assumed=False, once=True)


def priced_with(item: Recommendation, count: float, each: float) -> Priced | None:
    """The model with what that amount costs; None without a price."""
    found = costs(item.card, workload(count, each))
    return Priced(replace(item, cost=found[0]), count, each, OUTPUT_SHARE) if found else None
