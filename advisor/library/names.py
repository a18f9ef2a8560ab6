"""Model names in a text: found exactly, whatever stands between their letters and numbers, and with a slip of the finger.

"gpt4o mini", "GPT-4o-mini" and "gpt 4o mini" are the same pieces: gpt, 4, o, mini. A name given in part ("llama 8b")
leads to every card whose name has those pieces; a nickname of a family ("qwen coder") to the cards it may mean. Letters
may be mistyped ("deepsek v3.2"), numbers never.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from advisor.domain.cards import Card, Catalogue
from advisor.errors import KnowledgeError
from advisor.library.plain_yaml import PlainYamlError, read_plain
from advisor.library.words import fold

_PIECE = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)*")
_TOKEN = re.compile(r"\S+")
MAX_PIECES = 14
EXACT = 1.0
WORD = 0.6
"""A name that is one plain word may be just that word: "bloom", "sonar" (and "soñar"). So with mistyped words alone."""
PARTIAL = 0.6
"""At most what a name given in part is worth; it is shared among the cards that it fits."""
NICKNAME = 0.6
"""A family's nickname, for the first of its cards; STEP less for each that follows."""
STEP = 0.02
EVERYDAY = frozenset(
    ["aya", "command", "fable", "falcon", "granite", "haiku", "llama", "muse", "nova", "opus", "phi", "sonnet"]
)
EVERYDAY_NICKNAME = 0.28
"""Nicknames that are words of Spanish or English too: "¿llama a herramientas?", "write a haiku"."""


@dataclass(frozen=True, slots=True)
class Named:
    """How surely a text names a card: 1 by a full name or alias, less by a part of it."""

    model: str
    strength: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """`token` numbers the written word it stands in; `meant` is the text with its letters put right."""

    text: str
    token: int
    meant: str

    @property
    def slipped(self) -> bool:
        return self.meant != self.text


def pieces(name: str) -> tuple[str, ...]:
    """ "GPT-4o (mini)" -> ("gpt", "4", "o", "mini"); "Llama-3.1-8B" -> ("llama", "3.1", "8", "b")."""
    return tuple(_PIECE.findall(fold(name)))


def read_nicknames(knowledge: Path) -> dict[str, tuple[str, ...]]:
    """Names that people give to families, with the cards they may mean, best first; none where the file is missing.

    Raises KnowledgeError.
    """
    file = knowledge / "nicknames.yaml"
    try:
        raw = read_plain(file.read_text("utf-8")) if file.exists() else {}
        return {str(name): tuple(map(str, cards)) for name, cards in raw.items()}
    except (OSError, PlainYamlError, AttributeError, TypeError) as error:
        raise KnowledgeError(f"nicknames.yaml: no se puede leer ({error}).", f"nicknames.yaml: {error}.") from error


class Names:
    def __init__(
        self, catalogue: Catalogue | Iterable[Card], nicknames: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self._full: dict[str, set[str]] = {}
        self._parts: dict[str, list[frozenset[str]]] = {}
        self._families: set[str] = set()
        known: set[str] = set()
        makers: set[str] = set()
        for card in catalogue:
            slug = card.model.rpartition("/")[2]
            spellings = {pieces(name) for name in (card.name, slug, card.model, *card.aliases)} - {()}
            for spelling in spellings:
                if any(piece[0].isalpha() for piece in spelling):
                    self._full.setdefault(_key(spelling), set()).add(card.model)
                    known.update(spelling)
            self._parts[card.model] = [frozenset(spelling) for spelling in spellings]
            self._families |= {piece for piece in pieces(card.family)[:1] if len(piece) > 2 and piece.isalpha()}
            makers.update(pieces(card.vendor), pieces(card.model.partition("/")[0]))
        self._makers = frozenset(makers)
        self._nicknames: dict[str, list[str]] = {}
        for name, models in (nicknames or {}).items():
            if meant := [model for model in models if model in self._parts]:
                self._nicknames.setdefault(_key(pieces(name)), meant)
                known.update(pieces(name))
        self._keys = sorted({*self._full, *self._nicknames})
        self._words = frozenset(known)
        self._letters = sorted(word for word in known if word.isalpha() and len(word) > 2)

    def find(self, text: str) -> tuple[Named, ...]:
        """The cards that a text names, surest first. Longer names win over names inside them."""
        found: dict[str, float] = {}
        tokens = [pieces(token) for token in _TOKEN.findall(text)]
        flat = self._mend([(piece, at) for at, token in enumerate(tokens) for piece in token])
        used = [False] * len(flat)
        self._take(flat, used, found)
        for run in _runs(flat, used, self._words):
            if not self._families.intersection(run) or run <= self._makers:
                continue  # who made it alone is no name: "does OpenAI store our data?"
            fitting = {model: best for model, sets in self._parts.items() if (best := _cover(run, sets)) > 0}
            for model, cover in fitting.items():
                found[model] = max(found.get(model, 0.0), PARTIAL * cover)
        return tuple(Named(model, found[model]) for model in sorted(found, key=lambda model: (-found[model], model)))

    def _take(self, flat: Sequence[_Piece], used: list[bool], found: dict[str, float]) -> None:
        """Full names and nicknames, longest first: their cards into `found`, their pieces into `used`."""
        spans = [span for start in range(len(flat)) for span in self._spans(flat, start)]
        for start, end, slipped, key in sorted(spans, key=lambda span: (span[0] - span[1], span[2], span[0])):
            if any(used[start:end]) or not _whole(flat, start, end - start):
                continue
            if strengths := self._meant(key, flat[start:end], slipped):
                used[start:end] = [True] * (end - start)
                for model, strength in strengths.items():
                    found[model] = max(found.get(model, 0.0), strength)

    def _spans(self, flat: Sequence[_Piece], start: int) -> Iterator[tuple[int, int, bool, str]]:
        """(start, end, with words put right, key) of all that begins at a piece and is a name, as written or as meant."""
        for slipped in (False, True):
            key = ""
            for end in range(start, min(start + MAX_PIECES, len(flat))):
                key = _key([key, flat[end].meant if slipped else flat[end].text])
                at = bisect_left(self._keys, key)
                if at == len(self._keys) or not self._keys[at].startswith(key):
                    break
                if self._keys[at] == key and slipped == any(
                    piece.slipped for piece in flat[start : end + 1] if slipped
                ):
                    yield start, end + 1, slipped, key

    def _meant(self, key: str, span: Sequence[_Piece], slipped: bool) -> dict[str, float]:
        """The cards that a key names, each with its strength; a mistyped word alone names none."""
        if slipped and len(span) == 1:
            return {}
        written = [piece.text for piece in span]
        if models := self._full.get(key):
            if sum(map(len, written)) <= 3 and span[0].token != span[-1].token:
                return {}
            sure = any(text[0].isdigit() for text in written) or (len(span) > 1 and not slipped)
            return dict.fromkeys(models, EXACT if sure else WORD)
        first = EVERYDAY_NICKNAME if key in EVERYDAY else NICKNAME
        return {model: first - STEP * place for place, model in enumerate(self._nicknames.get(key, ()))}

    def _mend(self, flat: Sequence[tuple[str, int]]) -> list[_Piece]:
        """Unknown words beside a number or a word of some name are read as the nearest word of a name."""
        mended = []
        for at, (text, token) in enumerate(flat):
            meant = None
            if text.isalpha() and len(text) > 2 and text not in self._words:
                beside = [near for near, _ in (*flat[max(0, at - 1) : at], *flat[at + 1 : at + 2])]
                if any(near[0].isdigit() or near in self._words for near in beside):
                    meant = self._nearest(text)
            mended.append(_Piece(text, token, meant or text))
        return mended

    def _nearest(self, word: str) -> str | None:
        """The word of a name one slip away, two for a long one; in a word of three letters only two swapped ones."""
        allowed = 2 if len(word) >= 8 else 1
        close = process.extract(word, self._letters, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        fitting = [
            (distance, meant)
            for meant, distance, _ in close
            if meant[0] == word[0] and word != f"{meant}s" and (len(meant) > 3 or sorted(meant) == sorted(word))
        ]
        return min(fitting)[1] if fitting else None


def _key(spelling: Sequence[str]) -> str:
    """Letters and numbers in one, whatever was written between them: "claude sonnet 4.5" is "claudesonnet4.5"; only two
    numbers stay apart."""
    key = ""
    for piece in spelling:
        key += f"|{piece}" if key[-1:].isdigit() and piece[:1].isdigit() else piece
    return key


def _whole(flat: Sequence[_Piece], start: int, length: int) -> bool:
    """A span may not end inside a written token: "4o" is not named by "4omni", nor "o1" by "o1b"."""
    end = start + length
    before = start > 0 and flat[start - 1].token == flat[start].token and length < 3
    after = end < len(flat) and flat[end].token == flat[end - 1].token and length < 3
    return not (before or after)


def _runs(flat: Sequence[_Piece], used: Sequence[bool], known: frozenset[str]) -> Iterator[frozenset[str]]:
    """Maximal stretches of neighbouring pieces that occur in some card's name and no full name has taken; a mistyped word
    alone is none."""
    run: list[_Piece] = []
    for piece, taken in [*zip(flat, used, strict=True), (_Piece("", -1, ""), True)]:
        if not taken and piece.meant in known:
            run.append(piece)
            continue
        if len(run) > 1 or (run and not run[0].slipped):
            yield frozenset(piece.meant for piece in run)
        run = []


def _cover(run: frozenset[str], spellings: Iterable[frozenset[str]]) -> float:
    """Share of a name's pieces that a run names; 0 where the run holds a piece that no spelling has."""
    return max((len(run) / len(spelling) for spelling in spellings if run <= spelling), default=0.0)


def named(found: Iterable[Named]) -> Mapping[str, float]:
    return {name.model: name.strength for name in found}
