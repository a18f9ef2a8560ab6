"""A figure said wrongly and put right in one breath: "I said 50 dollars but it's 500", "16 GB, no wait, 12"."""

from __future__ import annotations

from dataclasses import replace

from advisor.understand.amounts.amounts import Amount
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_WITHIN = 3
"""Tokens between the words that tell of the figure and the figure."""
_BESIDE = 6
"""Tokens between a size of memory and the words that take it back, and from these to the right one."""
_MEMORY = ("", "gb")
_GOING_ON = wordset("que porque y pero con lo la because and but with the i it since which")
"""Words after a bare number that are not what it counts."""


def mended(reading: Reading, found: list[Amount]) -> list[Amount]:
    """The amounts without those that the message takes back; the right one is in the same unit, period and bound."""
    if reading.of("misspoke", "mend"):
        found = _resized(reading, found)
    if not reading.of("misspoke", "said"):
        return found
    kept: list[Amount] = []
    for k, amount in enumerate(found):
        after = found[k + 1] if k + 1 < len(found) else None
        if after is None or not _is_wrong(reading, amount, after):
            kept.append(amount)
        elif not after.unit:
            bound = amount.bound if after.bound == "exact" else after.bound
            if bound == "exact" and any(h.value == amount.unit for h in reading.of("currency")):
                bound = "max"  # a sum that is put right was given for a ceiling
            found[k + 1] = replace(after, unit=amount.unit, period=after.period or amount.period, bound=bound)
    return kept


def _is_wrong(reading: Reading, amount: Amount, after: Amount) -> bool:
    said = any(0 <= amount.start - h.end <= _WITHIN for h in reading.of("misspoke", "said"))
    meant = any(amount.end <= h.start and 0 <= after.start - h.end <= _WITHIN for h in reading.of("misspoke", "meant"))
    return said and meant and reading.sentence(amount.start) == reading.sentence(after.start)


def _resized(reading: Reading, found: list[Amount]) -> list[Amount]:
    """With "64 GB of RAM. Sorry, 32" as the one size that is meant; the wrong one, said again, is nobody's."""
    kept: list[Amount] = []
    wrong: list[float] = []
    for amount in found:
        first = kept[-1] if kept else None
        if amount.high in wrong and amount.unit in _MEMORY:
            continue
        if first is None or not _takes_back(reading, first, amount):
            kept.append(amount)
            continue
        wrong.append(first.high)
        kept[-1] = replace(amount, unit=amount.unit or first.unit, start=first.start)
    return kept


def _takes_back(reading: Reading, first: Amount, second: Amount) -> bool:
    between = [
        h
        for h in reading.of("misspoke", "mend")
        if 0 <= h.start - first.end <= _BESIDE and 0 <= second.start - h.end <= _BESIDE
    ]
    if not between or first.unit not in _MEMORY or second.unit not in (first.unit, "") or second.period or first.period:
        return False
    if not first.unit and not (first.start > 1 and reading.taken[first.start - 2]) and not second.unit:
        return False  # no machine that it could be the size of
    return _memory_after(reading, second) in ("", _memory_after(reading, first)) and not _counts(reading, second)


def _memory_after(reading: Reading, amount: Amount) -> str:
    """The memory named right after a size: "16 GB of RAM, sorry, 8 of VRAM" are two."""
    hits = [h for h in reading.longest("memory") if 0 <= h.start - amount.end <= 1]
    return hits[0].value if hits else ""


def _counts(reading: Reading, amount: Amount) -> bool:
    """Whether a bare number counts what follows it ("sorry, 2 questions")."""
    after = reading.message.tokens[amount.end : amount.end + 1]
    if amount.unit or not after or after[0].kind != "word" or after[0].text in _GOING_ON:
        return False
    return after[0].clause == reading.message.tokens[amount.start].clause and not reading.at(
        amount.end, "memory", "scope"
    )
