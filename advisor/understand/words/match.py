"""Finding the phrases of the lexicon in a message: all of them, in one pass, in time linear in its length."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from advisor.domain.lexicon import Entry
from advisor.understand.words.text import Message, Token, fold, wordset

_GROUP = re.compile(r"\(([^()]*)\)|\[([^\[\]()]*\s[^\[\]()]*)\]")
"""Alternatives "(in the eu|in europe)"; several words that may be left out together, "[of us]"."""
_OR = re.compile(r"\|(?![^\[]*\])")
"""Between alternatives, outside of what may be left out."""
_STEM = 3
"""Letters by which stems are filed."""
_CLOSING = wordset("para for y and o or que that sin without pero but ni nor porque because no not nada nothing dont")
"""Words that open something new: a gap does not reach over them."""
_PAIRS_KEPT = 50_000
_GAP = 4
"""Words that "..." skips at most."""


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
    """One position of a phrase: any of these words, stems or (`#`) a number; `_` any word; `...` up to four of them.

    One that is `optional` may be passed over.
    """

    exact: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    number: bool = False
    anything: bool = False
    gap: bool = False
    optional: bool = False

    def takes(self, token: Token) -> bool:
        if token.text in self.exact:
            return True
        if token.kind == "number":
            return self.number or self.anything
        return token.kind == "word" and (self.anything or (bool(self.stems) and token.text.startswith(self.stems)))


_Sequence = tuple[_Slot, ...]
_Item = tuple[_Sequence, str, str]
_Written = tuple[str, str, str]
"""A phrase as written, its kind and its value."""


class Phrases:
    """The lexicon, filed by first words; a phrase is compiled when a message first holds a word that may begin it."""

    def __init__(self, entries: Iterable[Entry], classes: Mapping[str, Sequence[str]] | None = None) -> None:
        self._classes = dict(classes or {})
        self._slots_of = cache(self._slots)
        self._sequences_of = cache(self._sequences)
        self._by_word: dict[str, list[_Written]] = defaultdict(list)
        self._by_stem: dict[str, list[_Written]] = defaultdict(list)
        self._by_number: list[_Written] = []
        self.vocabulary: set[str] = set()
        self.stems: set[str] = set()
        self._compiled: dict[tuple[str, str], list[_Item]] = {}
        self._pairs: dict[tuple[str, str, str, str], list[_Item]] = {}
        for entry in entries:
            for phrase in entry.phrases:
                for plain in _expanded(phrase):
                    self._file(plain, entry)

    def _file(self, phrase: str, entry: Entry) -> None:
        """Under every word, stem or number that may come first: several, where the first words are optional."""
        words = phrase.split()
        written = (phrase, entry.kind, entry.value)
        slots = [self._slots_of(word) for word in words]
        for word, first in zip(words, slots, strict=True):
            for exact in first[0].exact:
                self._by_word[exact].append(written)
            for stem in first[0].stems:
                self._by_stem[stem[:_STEM]].append(written)
            if first[0].number:
                self._by_number.append(written)
            if not _is_optional(word):
                break

    def find(self, message: Message) -> list[Hit]:
        """Every phrase found, in order of place; of one meaning only the longest at a place."""
        tokens = message.tokens
        hits: dict[tuple[str, str, int], int] = {}
        for i, token in enumerate(tokens):
            for sequence, kind, value in self._candidates(token, tokens[i + 1] if i + 1 < len(tokens) else None):
                end = _end(sequence, tokens, i)
                if end and end > hits.get((kind, value, i), 0):
                    hits[kind, value, i] = end
        return [Hit(kind, value, start, end) for (kind, value, start), end in hits.items()]

    def _candidates(self, token: Token, after: Token | None) -> list[_Item]:
        """The phrases that two neighbouring words may begin; pairs of words come back, so what is found is kept."""
        key = (token.text, token.kind, after.text if after else "", after.kind if after else "")
        known = self._pairs.get(key)
        if known is None:
            known = [item for item in self._beginning_with(token) if _begins(item[0], token, after)]
            if len(self._pairs) > _PAIRS_KEPT:
                self._pairs = {}
            self._pairs[key] = known
        return known

    def _beginning_with(self, token: Token) -> list[_Item]:
        """The phrases that the word or number may begin, compiled."""
        key = (token.text, token.kind)
        found = self._compiled.get(key)
        if found is None:
            phrases = list(self._by_word.get(token.text, ()))
            if token.kind == "word":
                phrases += self._by_stem.get(token.text[:_STEM], ())
            elif token.kind == "number":
                phrases += self._by_number
            found = [
                (sequence, kind, value)
                for phrase, kind, value in phrases
                for sequence in self._sequences_of(phrase)
                if sequence[0].takes(token)
            ]
            if len(self._compiled) > _PAIRS_KEPT:
                self._compiled = {}
            self._compiled[key] = found
        return found

    def _sequences(self, phrase: str) -> list[_Sequence]:
        """A phrase that may begin with several words, because the first are optional, is several sequences."""
        sequences: list[_Sequence] = [()]
        for word in phrase.split():
            if not _is_optional(word):
                slots = self._slots_of(word)
                sequences = [sequence + slots for sequence in sequences]
                continue
            slots, may = self._slots_of(word.strip("[]")), self._slots_of(word)
            if len(slots) == 1:
                sequences = [s + may for s in sequences if s] + [s for r in sequences if not r for s in (slots, r)]
            else:
                sequences = [sequence + slots for sequence in sequences] + sequences
        return [sequence for sequence in sequences if sequence]

    def _slots(self, word: str) -> _Sequence:
        """The positions that one written word takes: "gpt-4" and "n8n" are cut as messages are."""
        if _is_optional(word):
            return tuple(
                slot if slot.gap else replace(slot, optional=True) for slot in self._slots_of(word.strip("[]"))
            )
        if word == "...":
            return (_Slot(gap=True),)
        if word == "_":
            return (_Slot(anything=True),)
        if word == "#":
            return (_Slot(number=True),)
        options = [o for part in word.split("|") for o in self._expanded(part)]
        if len(options) == 1 and not options[0].endswith("*"):
            tokens = _tokens(fold(word))
            self.vocabulary.update(tokens)
            return tuple(_Slot(exact=frozenset([token])) for token in tokens)
        exact = frozenset(fold(option) for option in options if not option.endswith("*") and option != "#")
        stems = tuple(fold(option[:-1]) for option in options if option.endswith("*"))
        self.vocabulary.update(exact, stems)
        self.stems.update(stems)
        return (_Slot(exact=exact, stems=stems, number="#" in options),)

    def _expanded(self, option: str) -> Sequence[str]:
        """`<docs>` stands for the words of the class `docs`."""
        if option.startswith("<") and option.endswith(">") and len(option) > 2:
            return self._classes[option[1:-1]]
        return [option]


def _is_one_word(option: str) -> bool:
    """Whether it is one token in a message, or stands for one."""
    return option == "#" or (option.removesuffix("*").isascii() and option.removesuffix("*").isalpha())


def _is_optional(word: str) -> bool:
    return word.startswith("[") and word.endswith("]")


def _tokens(word: str) -> tuple[str, ...]:
    """As a message would be cut; what is letters alone is one token."""
    return (word,) if word.isascii() and word.isalpha() else Message(word).words


def _begins(sequence: _Sequence, token: Token, after: Token | None) -> bool:
    if not sequence[0].takes(token):
        return False
    for slot in sequence[1:]:
        if slot.gap and not (after is not None and _closes(after)):
            return True
        if after is not None and slot.takes(after):
            return True
        if not (slot.optional or slot.gap):
            return False
    return True


def _expanded(phrase: str) -> list[str]:
    """A phrase with groups, "(in the eu|in europe)" or "[of us]", is one phrase for each choice of their members."""
    found = _GROUP.search(phrase)
    if not found:
        return [phrase]
    before, after = phrase[: found.start()], phrase[found.end() :]
    options = _OR.split(found[1]) if found[2] is None else [*found[2].split("|"), ""]
    stands_free = not before[-1:].strip() and not after[:1].strip()
    if stands_free and all(map(_is_one_word, options)):  # "(en|de) casa" is "en|de casa": one phrase
        options = ["|".join(options)]
    return [p for option in options for p in _expanded(before + option + after)]


def _end(sequence: _Sequence, tokens: Sequence[Token], i: int, k: int = 0) -> int:
    """Where the phrase ends whose slots from k on begin at token i; 0 where it does not match.

    Gaps are taken as short as possible, optional words wherever they let the phrase end later.
    """
    for at in range(k, len(sequence)):
        slot = sequence[at]
        if slot.gap:
            return _past_gap(sequence, tokens, i, at + 1)
        fits = i < len(tokens) and slot.takes(tokens[i])
        if slot.optional:
            without = _end(sequence, tokens, i, at + 1)
            return max(without, _end(sequence, tokens, i + 1, at + 1)) if fits else without
        if not fits:
            return 0
        i += 1
    return i


def _closes(token: Token) -> bool:
    """Whether no gap goes on over the token."""
    return token.kind == "mark" or token.text in _CLOSING


def _past_gap(sequence: _Sequence, tokens: Sequence[Token], i: int, k: int) -> int:
    for skipped in range(_GAP + 1):
        at = i + skipped
        if at > len(tokens) or (skipped and _closes(tokens[at - 1])):
            return 0
        end = _end(sequence, tokens, at, k)
        if end:
            return end
    return 0
