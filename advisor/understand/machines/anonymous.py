"""Graphics memory of cards without a name: several of a size, each with its own, or what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from advisor.understand.amounts.amounts import Amount
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

if TYPE_CHECKING:
    from advisor.understand.machines.places import Size


def memory_in_all(reading: Reading, vram: Sequence[Size]) -> float:
    """What the cards have together, GB: "two 24 GB cards", "two cards, one of 8 and one of 12"."""
    most = max(vram, key=lambda size: size.gb)
    apart = {size.start: size for size in vram}
    if len(apart) > 1 and len(apart) == _cards_said(reading, min(apart)):
        return sum(size.gb for size in apart.values())
    return most.gb * _times(reading, most)


def is_of_one_card(reading: Reading, amount: Amount) -> bool:
    """The 8 and the 12 of "dos tarjetas, una de 8 y otra de 12"."""
    words = reading.message.words
    one = words[max(amount.start - 2, 0) : amount.start]
    said = len(one) == 2 and one[0] in _ONE and one[1] in ("de", "with", "of", "con")
    return said and _cards_said(reading, amount.start) > 1


def _cards_said(reading: Reading, before: int) -> int:
    """How many cards are said in front; 0 where none are counted."""
    cards = {h.start for h in reading.of("memory", "vram")}
    near = [n for n in reading.numbers_in(max(before - _WITHIN, 0), before) if n.end in cards or n.end + 1 in cards]
    return int(near[-1].value) if near and near[-1].value in _FEW else 0


_ONE = wordset("una otra one other another")
_FEW = (2, 3, 4)
_WITHIN = 12
_TOTAL = wordset("total totales combined altogether overall juntas sumadas")


def _times(reading: Reading, size: Size) -> int:
    """Several cards of a size without a name: "two 24 GB cards", "4 gpus, 24 GB each"."""
    if _TOTAL & set(reading.message.words[size.start : size.end + 3]):
        return 1
    each = {"each", "cada", "apiece"} & set(reading.message.words[size.start : size.end + 2])
    start, _ = reading.sentence(size.start) if each else reading.clause(size.start)
    cards = [h for h in reading.of("memory", "vram") if start <= h.start < size.start]
    near = [
        n
        for n in reading.numbers
        if start <= n.start and n.end <= size.start and size.start - n.end <= 4 and 2 <= n.value <= 16
    ]
    for n in reversed(near):
        if n.end == size.start or any(n.end <= h.start <= n.end + 1 for h in cards):
            return int(n.value)
    return 1
