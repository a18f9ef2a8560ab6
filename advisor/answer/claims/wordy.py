"""Figures written in more words than one: "nine out of ten models", "a dollar and a half", "almost six"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.answer.claims.quantities import Quantity

_TENTHS = {
    "un": 1, "una": 1, "uno": 1, "one": 1, "dos": 2, "two": 2, "tres": 3, "three": 3, "cuatro": 4, "four": 4, "cinco": 5,
    "five": 5, "seis": 6, "six": 6, "siete": 7, "seven": 7, "ocho": 8, "eight": 8, "nueve": 9, "nine": 9, "diez": 10, "ten": 10,
}  # fmt: skip
_COUNT = rf"(?:{'|'.join(_TENTHS)}|\d{{1,2}})"
_SHARE = re.compile(
    rf"\b(?P<part>{_COUNT}) (?:(?:modelos |models )?(?:de|por) cada|out of(?: every)?|in(?: every)?|of every) (?P<whole>{_COUNT})"
    r"(?=\s+(?:(?:de |of )?(?:los |the |our |other |otros )*(?:models|modelos|fichas|cards)|(?:del?|of|in|en) (?:the |el )?catalog|en el catalog))"
)
HALF_AFTER = re.compile(r"\s+(?:y medi[oa]|and a half)\b")
""" "Un dólar y medio": half of the unit more."""

_CENTS = re.compile(r"cent|¢")
""" "9 cents in and 18 out": the second is in cents as well."""


def shares(text: str) -> Iterator[tuple[int, int, float]]:
    """(start, end, per cent) of shares of the catalogue told by heads: "nueve de cada diez modelos"."""
    for match in _SHARE.finditer(text):
        part, whole = (float(_TENTHS.get(w, 0) or w) for w in match.group("part", "whole"))
        if whole and part <= whole:
            yield match.start(), match.end(), 100 * part / whole


_ABOUT = re.compile(
    r"(?:\b(?:unos|unas|casi|apenas|alrededor de|cerca de|mas de|menos de|about|around|almost|nearly|roughly|barely|over|under|more than|less than|close to|some)|[~≈])\s*$"
)
_STOPS = re.compile(r"\s*(?:[.,;:)]|$|\b(?:y|and|pero|but|libres?|free|left|spare|de los|of the|al mes|a month)\b)")


def told_alone(text: str, start: int, end: int) -> bool:
    """ "Granite leaves almost six.": a small number in words that measures something, its unit left out."""
    return bool(_ABOUT.search(text[max(0, start - 20) : start]) and _STOPS.match(text, end))


_OTHER_OF_PAIR = re.compile(r"\s*(?:usd)?\s*(?:y|and|/)\s*(?:us)?\$?")


def second_pairs(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "A asks 1.50 USD in and 7.50 out per million; B, 2.85 and 14.25": the second pair is of prices too."""
    for i in range(2, len(found) - 1):
        here, after, unit = found[i], found[i + 1], found[i - 1].unit
        bare = all(q.unit in ("bare", "usd") and not q.scaled for q in (here, after))
        first = unit in ("usd/M", "usd") and found[i - 2].unit == unit != here.unit
        if bare and first and _OTHER_OF_PAIR.fullmatch(text[here.end : after.start]):
            found[i], found[i + 1] = replace(here, unit=unit), replace(after, unit=unit)
    return found


def in_cents(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "9 cents in and 18 out": a bare number after cents may be cents as well."""
    first = next((q for q in found if q.unit.startswith("usd") and _CENTS.search(text[q.start : q.end])), None)
    for i, here in enumerate(found):
        lent = here.unit == "bare" or (
            here.unit.startswith("usd") and not re.search(r"[a-z$]", text[here.start : here.end])
        )
        if first and here.start > first.end and lent and not here.scaled:
            found[i] = replace(here, readings=(*here.readings, *((v / 100, s / 100) for v, s in here.readings)))
    return found


_FACES = re.compile(
    r"\s*(?:vs\.?|versus|against|to|frente al?|contra)\s+(?:los |the )?(?:\w+ (?:del?|of|for) (?:el |la |the )?(?:\w+ )?)?"
)


def faced(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "82 out of 100 against 83": the second is out of 100, too."""
    for i, (before, here) in enumerate(pairwise(found), start=1):
        joined = before.unit == "score" and _FACES.fullmatch(text[before.end : here.start])
        if here.unit in ("bare", "score") and joined and 1 < here.readings[0][0] <= 100:
            found[i] = replace(here, readings=tuple((v / 100, s / 100) for v, s in here.readings), unit="score")
    return found
