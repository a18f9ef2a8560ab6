"""Of a card's memory, the part that may be used: "I've a 4090 but only 10 GB free"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from advisor.understand.amounts.amounts import Amount
from advisor.understand.machines.devices import Mention
from advisor.understand.machines.sizes import is_share
from advisor.understand.words.reading import Reading


def usable_part(reading: Reading, found: Sequence[Mention], sizes: Sequence[Amount]) -> Amount | None:
    """The size that is left of the one card named, or of the memory said before it; None where nothing of the sort is said."""
    cards = [m for m in found if not m.device.unified]
    totals = [m.owned.memory_gb * m.count for m in cards] if len(cards) == 1 else []
    whole = max(totals, default=0.0)
    for size in sorted(sizes, key=lambda size: size.start):
        if size.high < whole and is_share(reading, size):
            return size
        if not cards:
            whole = max(whole, size.high)
    return None


def with_part(found: list[Mention], sizes: list[Amount], part: Amount) -> tuple[list[Mention], list[Amount]]:
    """The card, or the memory said before, with no more than the part."""
    kept = [s for s in sizes if s is not part]
    cards = [m for m in found if not m.device.unified]
    if cards:
        rest = [replace(m, memory_gb=part.high / m.count) if m is cards[0] else m for m in found]
        return rest, [s for s in kept if s.high >= part.high and s.high != cards[0].owned.memory_gb]
    whole = max((s for s in kept if s.end <= part.start), key=lambda s: s.high)
    return found, [replace(s, low=part.high, high=part.high) if s is whole else s for s in kept]
