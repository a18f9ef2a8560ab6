"""Which newer versions of a line can stand for an older one, and who are siblings: vendors name successors and families."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.cards import Card

HEAVIER = 1.35
"""How many times the parameters of the old version an heir may have: about one quantization step of memory."""


def heirs(cards: Sequence[Card]) -> dict[int, tuple[int, ...]]:
    """By row, the rows further along the vendor's chain of successors that are as open and about as heavy.

    Rows without any are absent. Whether an heir also meets the needs and the price is for the ranking to say.
    """
    rows = {card.model: row for row, card in enumerate(cards)}
    found: dict[int, tuple[int, ...]] = {}
    for row, card in enumerate(cards):
        chain: list[int] = []
        at = rows.get(card.successor or "")
        while at is not None and at != row and at not in chain:
            chain.append(at)
            at = rows.get(cards[at].successor or "")
        fitting = tuple(heir for heir in chain if _as_light_and_open(cards[heir], card))
        if fitting:
            found[row] = fitting
    return found


def _as_light_and_open(heir: Card, card: Card) -> bool:
    if card.value("open_weights") is True and heir.value("open_weights") is not True:
        return False
    then, now = card.number("params_total_b"), heir.number("params_total_b")
    return then is None or now is None or now <= HEAVIER * then


def siblings(cards: Sequence[Card]) -> dict[int, tuple[int, ...]]:
    """By row, the others of its vendor's family that are dense as it is, or mixtures as it is; rows without are absent."""
    families: dict[tuple[str, str, bool], list[int]] = {}
    for row, card in enumerate(cards):
        families.setdefault((card.vendor, card.family, card.number("params_active_b") is not None), []).append(row)
    return {row: tuple(at for at in rows if at != row) for rows in families.values() if len(rows) > 1 for row in rows}
