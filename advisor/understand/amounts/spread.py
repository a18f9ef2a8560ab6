"""Amounts put back where they belong: a period behind the length of each case, and people counted as a team."""

from __future__ import annotations

import itertools
from dataclasses import replace

from advisor.understand.amounts.amounts import PER_MONTH, Amount
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_OF = wordset("de of")
_TEXTS = ("tokens", "words", "pages")
_COUNTS = ("", "requests", "documents")
_TIME = wordset("hora horas minuto minutos segundo segundos min mins hour hours minute minutes second seconds hr hrs h")
_BETWEEN = 4
"""Tokens between a count and the length of each: its noun, with what describes it."""
_TEAMS = wordset("team teams equipo grupo group plantilla staff")
_EACH = (("cada", "uno"), ("cada", "una"), ("por", "persona"), ("por", "cabeza"))
_MOST_PEOPLE = 100_000


def put_back(reading: Reading, amounts: list[Amount]) -> list[Amount]:
    """ "2,000 descriptions of 150 words a month", "500 reuniones de una hora al mes": the month is of how many there are."""
    found = _teams(reading, amounts)
    out: list[Amount] = []
    for amount in found:
        last = out[-1] if out else None
        timed = _is_time(reading, amount)
        if last and (timed or amount.unit in _TEXTS) and amount.period in PER_MONTH and _counts(reading, last, amount):
            out[-1] = replace(last, unit=last.unit or "documents", period=amount.period)
            if not timed:
                out.append(replace(amount, period=""))
            continue
        out.append(amount)
    return out


def _is_time(reading: Reading, amount: Amount) -> bool:
    """ "De una hora al mes", "of 5 minutes a month": how long one of them lasts."""
    said = reading.message.words[amount.start : amount.end]
    return amount.unit in ("", "seconds") and bool(_TIME & set(said[1:3]))


def _counts(reading: Reading, count: Amount, each: Amount) -> bool:
    """Whether a number before a length counts what is so long."""
    if count.period or count.unit not in _COUNTS or count.high < _FEWEST or count.high != int(count.high):
        return False
    between = reading.message.words[count.end : each.start]
    if len(between) > _BETWEEN or reading.sentence(count.start) != reading.sentence(each.start):
        return False
    named = any(w.isalpha() for w in between) or count.unit != ""
    return (
        (bool(between) and between[-1] in _OF and named)
        or (not between and _is_time(reading, each))
        or (reading.message.words[each.start] in _OF and named)
    )


_FEWEST = 2


def _teams(reading: Reading, amounts: list[Amount]) -> list[Amount]:
    """ "My team of 8 asks 30 questions a day each"."""
    words = reading.message.words
    each = "each" in words or any(pair in _EACH for pair in itertools.pairwise(words))
    if not each or any(a.unit == "users" for a in amounts):
        return amounts
    return [
        replace(a, unit="users")
        if a.unit == "" and not a.period and words[a.start - 1 : a.start] in (("of",), ("de",))
        and words[max(a.start - 2, 0)] in _TEAMS and 2 <= a.high <= _MOST_PEOPLE
        else a
        for a in amounts
    ]  # fmt: skip
