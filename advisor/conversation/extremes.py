"""Which models of the catalogue go furthest in one thing: "which model has the most context?", "¿cuál es el más nuevo?"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from advisor.conversation.within import asked_house
from advisor.domain.cards import Card
from advisor.domain.needs import Dialogue, Understanding

TOLD = 5
_LONGEST = 14
"""Words beyond which a message asks for more than that."""
_OFFERED = ("current", "preview")
_MODEL = r"(?:models?|llms?|ais?|ones?|modelos?|ias?|inteligencia artificial)"
_ASKS = re.compile(r"\b(?:which|what|whats|what's|who|cu[aá]l(?:es)?|qu[eé]|dime|tell me|show me|list)\b")
_THINGS: tuple[tuple[re.Pattern[str], str, bool], ...] = (
    (
        re.compile(
            r"\b(?:longest|largest|biggest|most|highest|maximum|max|m[aá]s|mayor)\b(?: \w+){0,2} (?:context|contexto|window|ventana)\b"
        ),
        "context_tokens",
        True,
    ),
    (
        re.compile(
            r"\b(?:longest|largest|biggest|most|highest|m[aá]s|mayor)\b(?: \w+){0,2} (?:output|outputs|salida|respuestas?|answers?|replies)\b"
        ),
        "max_output_tokens",
        True,
    ),
    (
        re.compile(
            rf"\b(?:newest|latest|most recent|last)\b(?: \w+){{0,2}} {_MODEL}\b|{_MODEL}(?: [\w.]+){{0,3}} (?:m[aá]s (?:nuev[oa]|reciente|modern[oa])|(?:is|are) "
            rf"(?:the )?(?:newest|latest|most recent))|(?:[uú]ltim[oa]s?|m[aá]s (?:nuev[oa]|reciente)s?) {_MODEL}\b|\bm[aá]s (?:nuev[oa]|reciente)s? de\b"
        ),
        "release_date",
        True,
    ),
    (
        re.compile(
            rf"\b(?:biggest|largest)\b(?: open)? {_MODEL}\b|{_MODEL}(?: abierto)? m[aá]s grande\b|most parameters|m[aá]s par[aá]metros"
        ),
        "params_total_b",
        True,
    ),
    (
        re.compile(
            rf"\b(?:smallest|tiniest)\b(?: open)? {_MODEL}\b|{_MODEL}(?: abierto)? m[aá]s peque[nñ]o\b|fewest parameters|menos par[aá]metros"
        ),
        "params_total_b",
        False,
    ),
)


_WHY = re.compile(r"\b(?:por qu[eé]|why|para qu[eé]|what for)\b")
"""Asks for a reason, and for no model: "why do they charge more for output?"."""


def extremes(
    text: str, cards: Iterable[Card], read: Understanding, now: Dialogue
) -> tuple[str, bool, tuple[Card, ...], str] | None:
    """(field, largest first, the cards, the house they are of or ""), where nothing else is asked or told."""
    cards = tuple(cards)
    house = asked_house(text, cards)
    folded = " ".join(text[:400].casefold().split())
    needs = set(now.needs.values) - {"mentioned_models", "open_weights"}
    named = [m for m in read.mentions if m.models and not (house and set(m.models) <= house.models)]
    if needs or named or read.outlook or now.shown or len(folded.split()) > _LONGEST or not _ASKS.search(folded):
        return None
    if _WHY.search(folded):
        return None
    found = next(((field, most) for pattern, field, most in _THINGS if pattern.search(folded)), None)
    if found is None:
        return None
    field, most = found
    open_only = now.needs.flag("open_weights") is True
    own = [
        card
        for card in cards
        if card.status in _OFFERED
        and card.value(field) is not None
        and (house is None or card.model in house.models)
        and not (open_only and card.value("open_weights") is not True)
    ]
    first = sorted(own, key=lambda card: (_rank(card, field), card.name), reverse=most)[:TOLD]
    return (field, most, tuple(first), house.name if house else "") if first else None


def _rank(card: Card, field: str) -> float | str:
    return str(card.value(field)) if field == "release_date" else card.number(field) or 0.0
