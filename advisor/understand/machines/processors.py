"""Names of processors ("ryzen 7 5700x", "i7-12700", "xeon e5-2650v2"): their numbers are neither cards nor amounts."""

from __future__ import annotations

from advisor.understand.words.reading import Reading
from advisor.understand.words.text import Message, wordset

_FAMILIES = wordset("ryzen xeon epyc threadripper core celeron pentium athlon snapdragon")
_LETTERS = wordset("e v x k kf h hx hs u g f ai hq d de ultra elite gold silver pro th va")
"""What stands among the figures of a processor's name."""
_APART = wordset("ultra ai gold silver pro elite e")
"""Those of them that stand apart from the figures."""
_UNITS = wordset("gb gigas giga ram gib g tb")
_LONGEST = 7


def processors(reading: Reading) -> list[tuple[int, int]]:
    """Their spans."""
    message, words = reading.message, reading.message.words
    spans = []
    for i, word in enumerate(words):
        intel = word == "i" and words[i + 1 : i + 2] in (("3",), ("5",), ("7",), ("9",)) and message.adjacent(i)
        if _is_code(message, i):
            spans.append((i, i + 2))
        if word not in _FAMILIES and not intel:
            continue
        end = i + 1
        while end < len(words) and end - i < _LONGEST and _belongs(message, end):
            end += 1
        spans.append((i, end))
    return spans


def _is_code(message: Message, i: int) -> bool:
    """ "The 13600k" by itself: nobody writes millions as thousands of "k"."""
    digits = message.words[i]
    follows = message.words[i + 1 : i + 2]
    return digits.isdigit() and len(digits) in (4, 5) and follows in (("k",), ("kf",), ("ks",)) and message.adjacent(i)


def _belongs(message: Message, end: int) -> bool:
    word = message.words[end]
    if message.tokens[end].kind == "number":
        return message.words[end + 1 : end + 2] == () or message.words[end + 1] not in _UNITS
    return word in _LETTERS and (message.adjacent(end - 1) or word in _APART)
