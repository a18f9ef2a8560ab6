"""Model names in a text: found exactly, whatever stands between their letters and numbers.

"gpt4o mini", "GPT-4o-mini" and "gpt 4o mini" are the same pieces: gpt, 4, o, mini. A name given in part ("llama 8b")
leads to every card whose name has those pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from advisor.domain.cards import Card, Catalogue
from advisor.library.words import fold

_PIECE = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)*")
_TOKEN = re.compile(r"\S+")
MAX_PIECES = 14
EXACT = 1.0
WORD = 0.6
"""A name that is one plain word may be just that word: "bloom", "sonar" (and "soñar")."""
PARTIAL = 0.6
"""At most what a name given in part is worth; it is shared among the cards that it fits."""


@dataclass(frozen=True, slots=True)
class Named:
    """How surely a text names a card: 1 by a full name or alias, less by a part of it."""

    model: str
    strength: float


def pieces(name: str) -> tuple[str, ...]:
    """ "GPT-4o (mini)" -> ("gpt", "4", "o", "mini"); "Llama-3.1-8B" -> ("llama", "3.1", "8", "b")."""
    return tuple(_PIECE.findall(fold(name)))


class Names:
    def __init__(self, catalogue: Catalogue | Iterable[Card]) -> None:
        self._full: dict[tuple[str, ...], set[str]] = {}
        self._parts: dict[str, list[frozenset[str]]] = {}
        self._families: set[str] = set()
        for card in catalogue:
            slug = card.model.rpartition("/")[2]
            spellings = {pieces(name) for name in (card.name, slug, card.model, *card.aliases)} - {()}
            for spelling in spellings:
                if any(piece[0].isalpha() for piece in spelling):
                    self._full.setdefault(spelling, set()).add(card.model)
            self._parts[card.model] = [frozenset(spelling) for spelling in spellings]
            self._families |= {piece for piece in pieces(card.family)[:1] if len(piece) > 2 and piece.isalpha()}
        self._words = {piece for spelling in self._full for piece in spelling}

    def find(self, text: str) -> tuple[Named, ...]:
        """The cards that a text names, surest first. Longer names win over names inside them."""
        found: dict[str, float] = {}
        tokens = [pieces(token) for token in _TOKEN.findall(text)]
        flat = [(piece, at) for at, token in enumerate(tokens) for piece in token]
        used = [False] * len(flat)
        for length in range(min(MAX_PIECES, len(flat)), 0, -1):
            for start in range(len(flat) - length + 1):
                if any(used[start : start + length]):
                    continue
                span = tuple(piece for piece, _ in flat[start : start + length])
                models = self._full.get(span)
                if models is None or (sum(map(len, span)) <= 3 and flat[start][1] != flat[start + length - 1][1]):
                    continue
                if not _whole(flat, start, length):
                    continue
                used[start : start + length] = [True] * length
                strength = WORD if length == 1 and span[0].isalpha() else EXACT
                found |= {model: max(found.get(model, 0.0), strength) for model in models}
        for run in _runs(flat, used, self._words):
            if not self._families.intersection(run):
                continue
            fitting = {model: best for model, sets in self._parts.items() if (best := _cover(run, sets)) > 0}
            for model, cover in fitting.items():
                found[model] = max(found.get(model, 0.0), PARTIAL * cover)
        return tuple(Named(model, found[model]) for model in sorted(found, key=lambda model: (-found[model], model)))


def _whole(flat: Sequence[tuple[str, int]], start: int, length: int) -> bool:
    """A span may not end inside a written token: "4o" is not named by "4omni", nor "o1" by "o1b"."""
    end = start + length
    before = start > 0 and flat[start - 1][1] == flat[start][1] and length < 3
    after = end < len(flat) and flat[end][1] == flat[end - 1][1] and length < 3
    return not (before or after)


def _runs(flat: Sequence[tuple[str, int]], used: Sequence[bool], known: set[str]) -> Iterable[frozenset[str]]:
    """Maximal stretches of neighbouring pieces that occur in some card's name and no full name has taken."""
    run: list[str] = []
    for (piece, _), taken in zip(flat, used, strict=True):
        if not taken and piece in known:
            run.append(piece)
        elif run:
            yield frozenset(run)
            run = []
    if run:
        yield frozenset(run)


def _cover(run: frozenset[str], spellings: Iterable[frozenset[str]]) -> float:
    """Share of a name's pieces that a run names; 0 where the run holds a piece that no spelling has."""
    return max((len(run) / len(spelling) for spelling in spellings if run <= spelling), default=0.0)


def named(found: Iterable[Named]) -> Mapping[str, float]:
    return {name.model: name.strength for name in found}
