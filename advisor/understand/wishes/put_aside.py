"""Languages, of people and of programs, that are taken out again or put off."""

from __future__ import annotations

from advisor.understand.words.classes import IN_A_ROW, TOWARDS
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset


def is_put_out(reading: Reading, hit: Hit) -> bool:
    """ "Take Thai out", "kick Russian", "fuera árabe", "el francés fuera"."""
    words = reading.message.words
    start, end = reading.clause(hit.start)
    before = [w for w in words[max(hit.start - 3, start) : hit.start] if w not in _ARTICLES]
    after = words[hit.end : min(hit.end + 2, end)]
    if before[-1:] and before[-1] in _OUT_BEFORE:
        return True
    if after[:1] and after[0] in _OUT_AFTER and (before[-1:] == [] or before[-1] in _TAKING | IN_A_ROW):
        return True
    if after[:1] and after[0] in TOWARDS and any(w.startswith(_SWAPPING) for w in before):
        return True  # "swap French for Dutch"
    return after[:1] == ("dejalo",) or after[:2] == ("lo", "dejamos")


_ARTICLES = wordset("el la los las the lo de del y ah and oh")
_OUT_BEFORE = wordset("fuera kick out")
_OUT_AFTER = wordset("out off fuera sobra sobran")
_SWAPPING = ("swap", "replac", "chang", "switch", "trade", "cambi", "sustitu", "reemplaz")
_TAKING = wordset("take leave kick cut strip throw toss drop strike keep rule")


def is_put_off(reading: Reading, hit: Hit) -> bool:
    """ "Swedish later, not now", "Greek? No, ...": not wished for today."""
    start, end = reading.clause(hit.start)
    if any(start <= h.start and h.end <= end for h in reading.of("later")):
        return True
    words = reading.message.words
    opening, closing = reading.sentence(hit.start)
    alone = sum(w.isalpha() for w in words[opening:closing]) <= _ALONE and reading.message.is_question(hit.start)
    after = next((w for w in words[closing : closing + 2] if w.isalpha()), "")
    return alone and after in ("no", "nah", "nope")


_ALONE = 3
"""Words of a question that is a language's name and no more."""
