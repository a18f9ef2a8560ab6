"""Finding the phrases of the lexicon in a message: all of them, in one pass, in time linear in its length."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisor.domain.lexicon import Entry
from advisor.understand.text import Message, fold

_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: tokens `start` to before `end`."""

    kind: str
    value: str
    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class _Slot:
    """One position of a phrase: any of these words, stems or (`#`) a number; `_` is anything that is no mark."""

    exact: frozenset[str]
    stems: tuple[str, ...]
    number: bool
    anything: bool

    def takes(self, word: str, kind: str) -> bool:
        if word in self.exact:
            return True
        if kind == "number":
            return self.number or self.anything
        return (kind == "word" and self.anything) or (bool(self.stems) and word.startswith(self.stems))


_Sequence = tuple[_Slot, ...]


class Phrases:
    """The compiled lexicon."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_word: dict[str, list[tuple[_Sequence, str, str]]] = defaultdict(list)
        self._by_stem: dict[str, list[tuple[_Sequence, str, str]]] = defaultdict(list)
        self._by_number: list[tuple[_Sequence, str, str]] = []
        self.vocabulary: set[str] = set()
        for entry in entries:
            for phrase in entry.phrases:
                for sequence in _sequences(phrase):
                    self._file(sequence, entry)

    def _file(self, sequence: _Sequence, entry: Entry) -> None:
        item = (sequence, entry.kind, entry.value)
        first = sequence[0]
        for word in first.exact:
            self._by_word[word].append(item)
        for stem in first.stems:
            self._by_stem[stem[:_SHORTEST_STEM]].append(item)
        if first.number:
            self._by_number.append(item)
        for slot in sequence:
            self.vocabulary.update(slot.exact, slot.stems)

    def find(self, message: Message) -> list[Hit]:
        """Every phrase found, in order of place; of one meaning only the longest at a place."""
        words, tokens = message.words, message.tokens
        hits: dict[tuple[str, str, int], int] = {}
        for i, word in enumerate(words):
            kind = tokens[i].kind
            candidates = list(self._by_word.get(word, ()))
            if kind == "word":
                candidates += self._by_stem.get(word[:_SHORTEST_STEM], ())
            elif kind == "number":
                candidates += self._by_number
            for sequence, meaning, value in candidates:
                end = i + len(sequence)
                if end <= len(words) and all(
                    slot.takes(words[i + k], tokens[i + k].kind) for k, slot in enumerate(sequence)
                ):
                    key = (meaning, value, i)
                    hits[key] = max(hits.get(key, 0), end)
        return [Hit(meaning, value, start, end) for (meaning, value, start), end in hits.items()]


def _sequences(phrase: str) -> list[_Sequence]:
    """A phrase with optional words is several sequences."""
    sequences: list[list[_Slot]] = [[]]
    for word in phrase.split():
        optional = word.startswith("[") and word.endswith("]")
        slots = _slots(word.strip("[]"))
        longer = [sequence + slots for sequence in sequences]
        sequences = longer + sequences if optional else longer
    return [tuple(sequence) for sequence in sequences if sequence]


def _slots(word: str) -> list[_Slot]:
    """The positions that one written word takes: "gpt-4" and "n8n" are cut as messages are."""
    if word == "_":
        return [_Slot(frozenset(), (), False, True)]
    if word == "#":
        return [_Slot(frozenset(), (), True, False)]
    options = word.split("|")
    if len(options) == 1 and not word.endswith("*"):
        return [_Slot(frozenset([token]), (), False, False) for token in Message(fold(word)).words]
    exact = frozenset(fold(option) for option in options if not option.endswith("*"))
    stems = tuple(fold(option[:-1]) for option in options if option.endswith("*"))
    return [_Slot(exact, stems, False, False)]


def covered(hit: Hit, by: Sequence[Hit]) -> bool:
    """Whether a longer hit of another sort lies over this one."""
    return any(o.start <= hit.start and hit.end <= o.end and o.length > hit.length for o in by)
