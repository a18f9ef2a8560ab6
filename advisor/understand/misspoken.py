"""A figure said wrongly and put right in one breath: "I said 50 dollars but it's 500"."""

from __future__ import annotations

from dataclasses import replace

from advisor.understand.amounts import Amount
from advisor.understand.reading import Reading

_WITHIN = 3
"""Tokens between the words that tell of the figure and the figure."""


def mended(reading: Reading, found: list[Amount]) -> list[Amount]:
    """The amounts without those that the message takes back; the right one is in the same unit, period and bound."""
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
