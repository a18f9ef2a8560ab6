"""Typos of the lexicon's longer words, put right before anything is read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from advisor.understand.words.text import Message

_SHORTEST = 5
_LONGEST = 18
_SHORTEST_STEM = 6
_TWO_SLIPS_FROM = 9
_NAMES = frozenset(("scala", "swift", "julia", "cobol", "basic", "lisp", "perl", "elixir", "clojure", "erlang"))
"""Names that are hardly meant by a word one slip away ("scada")."""
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?<![a-z])h|(?<=[aeiou])h(?=[aeiou])", ""),
        (r"qu(?=[ei])", "k"),
        (r"gu(?=[ei])", "g"),
        (r"g(?=[ei])", "j"),
        (r"c(?=[ei])|z", "s"),
        (r"c(?!h)|q", "k"),
        (r"v", "b"),
        (r"ll", "y"),
        (r"(.)\1", r"\1"),
    )
)
"""How Spanish sounds: letters that people take one for another ("erramientas", "ekiboque", "presicion")."""
_MOST = 400
"""Unknown words looked up in one message: a bound on the time that pasted gibberish takes."""


class Speller:
    """Corrects a word that is in neither language to the lexicon's word one slip away (two, if it is long).

    The first letter must be right, and the word's length within the slips: most real typos are so, and few others.
    """

    def __init__(
        self,
        vocabulary: Iterable[str],
        stems: Iterable[str],
        shorthand: Mapping[str, str],
        is_word: Callable[[str], bool],
        names: Iterable[str] = (),
    ) -> None:
        """`names` are of models: right as they stand, and nobody's typo is put right to them here."""
        self.shorthand = shorthand
        self._is_word = is_word
        self._known = frozenset(vocabulary)
        self._right = self._known | frozenset(names)
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):  # of two words as near, the same one every time
            if _SHORTEST <= len(word) <= _LONGEST and word.isalpha() and word not in _NAMES:
                self._by_first[word[0]].append(word)
        self._stems: dict[str, list[str]] = defaultdict(list)
        for stem in sorted(stems, key=lambda stem: (-len(stem), stem)):
            if len(stem) >= _SHORTEST_STEM:
                self._stems[stem[0]].append(stem)
        self._by_sound = {_sound(word): word for word in sorted(self._known) if len(word) >= _SHORTEST_STEM}
        self.corrected = lru_cache(maxsize=20_000)(self._corrected)

    def spelt(self, message: Message) -> Message:
        """The message with its typos put right; quotes still show the person's own letters."""
        tokens = list(message.tokens)
        looked_up = 0
        changed = False
        for i, token in enumerate(tokens):
            if token.kind != "word" or len(token.text) < _SHORTEST or token.text in self._right:
                continue
            if looked_up >= _MOST:
                break
            looked_up += 1
            right = self.corrected(token.text)
            if right != token.text:
                tokens[i] = replace(token, text=right)
                changed = True
        return message.with_tokens(tuple(tokens)) if changed else message

    def _corrected(self, word: str) -> str:
        if len(word) > _LONGEST or not word.isascii():
            return word
        slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        found = process.extractOne(word, self._by_first.get(word[0], ()), scorer=OSA.distance, score_cutoff=slips)
        if found and not self._is_inflected(word, found[0]):
            return word if self._is_word(word) else str(found[0])
        mended = self._mended_stem(word)
        if mended == word and len(word) >= _SHORTEST_STEM:
            mended = self._by_sound.get(_sound(word), word)
        return word if mended == word or self._is_word(word) else mended

    def _mended_stem(self, word: str) -> str:
        """A slip in the stem of a word whose ending is free ("clasficar" for "clasific*" and "ar")."""
        for stem in self._stems.get(word[0], ()):
            if len(word) < len(stem) or word.startswith(stem):
                continue
            for cut in (len(stem) - 1, len(stem), len(stem) + 1):
                if OSA.distance(word[:cut], stem, score_cutoff=1) <= 1 and word[cut - 1 : cut] == stem[-1]:
                    return stem + word[cut:]
        return word

    def _is_inflected(self, word: str, right: str) -> bool:
        """A plural or a clitic form is no typo of the word that it begins with."""
        return word.startswith(right) or right.startswith(word)


def _sound(word: str) -> str:
    """A word by how it sounds in Spanish: words of one sound are one."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
