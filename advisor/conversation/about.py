"""What a question asks of a model beyond what its card holds: its portrait would be no answer to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from advisor.domain.cards import Card
from advisor.domain.needs import Dialogue
from advisor.domain.passages import SearchResult
from advisor.understand.words.text import fold, wordset

SURE = 0.85
"""Score from which a section answers what is asked of a named model: the name is left out of what is searched."""
DOUBTFUL = 0.4
"""Score below which a section hardly answers a question put amid a talk about models."""
KIN = 3
"""Models with open weights that are named in place of a closed one."""

_PORTRAIT = wordset(
    "que es son un una unos unas el la los las lo de del al a y o en con por para quien quienes cual cuales como dime "
    "cuentame hablame sobre info informacion datos ficha fichas detalles caracteristicas especificaciones specs resumen "
    "opinas opinion opiniones piensas parece tal bueno buena buenos buenas bien mal vale pena recomiendas conoces sabes "
    "modelo modelos ia llm version versiones nuevo nueva ultimo ultima este esta ese esa eso esto me te se si no hay hola "
    "gracias porfa favor sirve sirven tengo tienes hace puede hacer what is whats are was were who whos which how good any "
    "worth it its know think you do does did of the a an model models ai llm llms have has tell me about details "
    "explain describe summary and or in on with for to that this these those one ones ok hi hello please new version "
    "versions latest can could would should i my we your there so well use using used thoughts opinion opinions review "
    "uso usar usas info more mas again still really actually"
)
"""Words of a question that asks for nothing in particular: the portrait answers it."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def in_particular(asked: str) -> bool:
    """Whether the question, without the models' names, asks for something of its own: "is _ down?", not "what about _?"."""
    return any(word not in _PORTRAIT for word in _WORD.findall(fold(asked)))


def surely(asked: str, search: Callable[[str], SearchResult]) -> tuple[SearchResult, tuple[str, ...]] | None:
    """The section that answers what is asked of a model; None where none does for sure."""
    result = search(asked)
    first = result.hits[0] if result.found and result.hits else None
    if first is None or first.score < SURE or not first.id.startswith("guide/"):
        return None
    return result, (first.id,)


def amid(before: Dialogue, result: SearchResult) -> SearchResult:
    """What was found for a question, less what is doubtful where models are being talked about: "and how is it in Wolof?"
    leans on the talk, and finds anything."""
    doubtful = bool(before.shown and result.hits) and result.hits[0].score < DOUBTFUL
    return replace(result, found=False) if doubtful else result


def open_kin(card: Card, candidates: Sequence[Card], catalogue: Sequence[Card]) -> tuple[Card, ...]:
    """Models with open weights to name beside one that has none for sure: those the name could mean too, else the vendor's."""
    if card.value("open_weights") is True:
        return ()
    pools = (candidates, [other for other in catalogue if other.vendor == card.vendor and other.status == "current"])
    for pool in pools:
        found = [other for other in pool if other.value("open_weights") is True and other.model != card.model]
        if found:
            newest = sorted(found, key=lambda other: str(other.value("release_date") or ""), reverse=True)
            return tuple(newest[:KIN])
    return ()
