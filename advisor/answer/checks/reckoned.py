"""Figures worked out of two that a passage tells: "beat a model four times its size", "31 points above"."""

from __future__ import annotations

import re
from functools import lru_cache

from advisor.answer.checks.sentence import Sentence
from advisor.answer.claims.folding import fold
from advisor.answer.claims.quantities import Quantity, find_quantities
from advisor.answer.figure import content_words
from advisor.answer.support import Support
from advisor.domain.language import Language

_APART = re.compile(
    r"(?:\s+(?:points?|puntos?))?\s+(?:(?:de )?(?:mas|menos|diferencia|ventaja)|more|less|fewer|higher|lower|above|below|over|ahead|behind|apart|por (?:encima|debajo|delante|detras))\b"
)
_BY = re.compile(r"\b(?:by|por|con|with) (?:unos |about |some |only |solo )?$")
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_SMALLER = re.compile(
    r"\s*(?:veces |times )?(?:smaller|less|fewer|lower|menos|menor|mas pequen\w+|mas barat\w+|cheaper)\b"
)
_A_RIVAL = re.compile(r"\b(?:an?|un|una|uno|otro|another|one|rival(?:es)?)\s+(?:[a-z]+\s+){0,2}$")
""" "A model four times its size": the other one is so large."""


def is_reckoned(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure claims to be a multiple or a difference of others."""
    by = _BY.search(sentence.folded[: quantity.start])
    return quantity.unit == "x" or bool(by or _APART.match(sentence.folded, quantity.end))


def reckoned(sentence: Sentence, quantity: Quantity, passage: str, language: Language) -> bool:
    """Whether a multiple or a difference is that of one figure told in the sentence and one of the passage.

    A difference needs only two of the passage's, for the names tell which; its sign is the words' own.
    """
    held = _figures_in(passage, language)
    value, step = quantity.readings[0]
    if quantity.unit != "x":
        pairs = ((a, b) for i, a in enumerate(held) for b in held[:i] if a.unit == b.unit)
        return any(abs(abs(a.readings[0][0] - b.readings[0][0]) - value) <= 0.5 * step for a, b in pairs)
    if any(q.unit == "x" and q.readings[0][0] == value for q in held):
        return True
    told = [q for q in sentence.quantities if q is not quantity and q.readings and q.readings[0][0]]
    theirs = bool(_A_RIVAL.search(sentence.folded[: quantity.start]))
    more = theirs != bool(_SMALLER.match(sentence.folded, quantity.end))
    for one in told:
        for other in (q for q in held if q.unit == one.unit):
            ratio = other.readings[0][0] / one.readings[0][0]
            if abs((ratio if more else 1 / ratio) - value) <= max(0.06, 0.1 if quantity.approx else 0) * value:
                return True
    return False


def of_a_passage(sentence: Sentence, quantity: Quantity, support: Support) -> bool:
    """Whether a multiple or a difference, in a sentence that names no model at hand, is of one that a passage tells there."""
    if sentence.owners.named or not is_reckoned(sentence, quantity):
        return False
    told = {q.readings[0][0] for q in sentence.quantities if q is not quantity and q.readings}
    words = content_words(sentence.folded)
    for part in (p for owner, text, _ in support.texts if owner is None for p in _SENTENCES.split(fold(text))):
        if len(words & content_words(part)) < 2:
            continue
        held = {q.readings[0][0] for q in _figures_in(part, support.evidence.language)}
        if held & told and reckoned(sentence, quantity, part, support.evidence.language):
            return True
    return False


@lru_cache(maxsize=512)
def _figures_in(passage: str, language: Language) -> tuple[Quantity, ...]:
    return tuple(q for q in find_quantities(passage, language) if q.readings and q.readings[0][0])
