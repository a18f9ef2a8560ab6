"""The corpus' own true sentences with one figure altered: none may pass, however the sentence is put."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from advisor.answer.ground import Guard

_FIGURE = re.compile(r"(?<![\w.,\[-])(\d+(?:[.,]\d{1,2})?)(?=\s|[KMB%$),.;:/x]|$|–|-)(?![.,]\d)")
_BOUND = re.compile(
    r"(?:menos|m[áa]s|under|over|less|more|below|above|least|most|pasan?|llegan?|supera|exceed)s?\s*(?:de|than|a)?\s*(?:los\s)?\W*$",
    re.IGNORECASE,
)
FACTORS = (1.37, 0.61, 2.3)


def altered(text: str, guard: Guard, chance: random.Random) -> Iterator[str]:
    """The sentence with each of its figures changed in turn. Names, citations, list marks and bounds ("under 5") stay."""
    names = [(m.start, m.end) for m in guard.mentions(text)]
    for match in _FIGURE.finditer(text):
        head = text[: match.start()]
        cited = re.search(r"\[[\d, -]*$", head) or re.fullmatch(r"[\s*]*", head)
        if cited or _BOUND.search(head) or any(start <= match.start() < end for start, end in names):
            continue
        written = match.group(1)
        mark = "," if "," in written else "."
        places = len(written.partition(mark)[2])
        value = float(written.replace(",", "."))
        changed = f"{max(value * chance.choice(FACTORS), 10.0**-places):.{places}f}".replace(".", mark)
        yield head + (changed if changed != written else f"{value + 3:.{places}f}") + text[match.end() :]
