"""Lengths that are only mentioned: told of a model, of an error or of a text once read, asked about, or found too short."""

from __future__ import annotations

from itertools import pairwise

from advisor.understand.amounts.amounts import Amount
from advisor.understand.amounts.figures import asked_about
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_NOBODY = wordset("nobody noone nadie")


def is_mentioned(reading: Reading, amount: Amount) -> bool:
    """A figure asked about, explained, found too short, or told of a text that nothing is to be done with."""
    start, end = reading.sentence(amount.start)
    if amount.bound == "exact" and (
        asked_about(reading, amount) or reading.has("asks", "meaning", start=start, end=end)
    ):
        return True
    if (
        _is_of_a_model(reading, amount)
        or _is_a_rate(reading, amount, start)
        or reading.has("told_limit", start=start, end=end)
    ):
        return True
    if _NOBODY & set(reading.message.words[reading.clause(amount.start)[0] : amount.start]):
        return True  # "nobody needs a million tokens of context"
    clause = reading.clause(amount.start)[1]
    asked = reading.has("fits", start=start, end=end)
    if not asked and any(
        amount.end <= h.start < clause for h in [*reading.of("stance", "useless"), *reading.of("too_short")]
    ):
        return True
    if amount.unit in ("pages", "words") and _of_something_read(reading, amount, clause):
        return True
    if amount.unit not in ("pages", "words") or reading.dialogue.needs:
        return False
    before = reading.message.words[max(amount.start - 2, 0) : amount.start + 1]
    told = any(w in _TELLS_OF for w in before) and not reading.has("scope", "want")
    return told and (before[0] in _READ or not any(h.kind in _ANY_WISH for h in reading.hits))


def _is_of_a_model(reading: Reading, amount: Amount) -> bool:
    """ "El contexto de Gemini es de un millón": what a model has."""
    start, _ = reading.clause(amount.start)
    words = reading.message.words
    told = set(words[max(amount.start - 2, start) : amount.start]) & _HAS
    return amount.bound == "exact" and bool(told) and any(reading.taken[max(amount.start - 4, start) : amount.start])


_HAS = wordset("es is tiene has son are")


def _of_something_read(reading: Reading, amount: Amount, end: int) -> bool:
    """ "I read a 900 page book about it", "el paper de 12 páginas dice que ...": told, and nothing to be done with it."""
    words = reading.message.words
    start, _ = reading.clause(amount.start)
    before = words[max(amount.start - 3, start) : amount.start]
    noun = words[amount.end : min(amount.end + 3, end)]
    read = any(pair in _HAVE_READ for pair in pairwise(words[start : amount.start])) and set(before) & _READING
    return bool(read) or (amount.bound == "exact" and bool(set(noun) & _SAYING))


_HAVE_READ = frozenset(
    (("i", "read"), ("i", "wrote"), ("ive", "read"), ("just", "read"), ("he", "leido"), ("me", "lei"))
)
_READING = wordset("read wrote leido lei")
_SAYING = wordset("says said argues claims explains dice decia explica cuenta afirma concluye")


def _is_a_rate(reading: Reading, amount: Amount, start: int) -> bool:
    """ "20 seconds to write 200 tokens": how fast something is."""
    rates = reading.of("unit", "tps")
    timed = [
        h.end
        for h in reading.of("unit", "seconds")
        if start <= h.start < amount.start
        and not (reading.taken[h.start] or any(r.start <= h.start < r.end for r in rates))
    ]
    told = bool(timed) and not reading.has("scope", "want", start=timed[-1], end=amount.start)
    return told and amount.bound in ("exact", "about")


_TELLS_OF = wordset("tiene es llevo escritas has is was")
_READ = wordset("llevo leido read")
_ANY_WISH = wordset("use_case use_hint errand")
