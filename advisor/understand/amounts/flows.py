"""What goes in and what comes out, told of one piece of work: "9000 words go in, 1500 come out"."""

from __future__ import annotations

from itertools import pairwise

from advisor.domain.needs import Change
from advisor.understand.amounts.amounts import Amount
from advisor.understand.amounts.lengths import LENGTHS, notable
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading

_KEYS = {"in": "min_context_tokens", "out": "min_output_tokens"}
_REACH = 5
"""Tokens between an amount and the words that say which way it goes."""
_MOST = 1e6
"""Tokens of one piece of work; more is what passes in a month."""


def read_flows(reading: Reading, amounts: list[Amount], used: set[int]) -> list[Change]:
    """Context and output where two lengths of one sentence go opposite ways. The second may lack its unit. Claims both."""
    for first, second in pairwise(amounts):
        if first.start in used or second.start in used or not _is_pair(reading, first, second):
            continue
        ways = _ways(reading, first, second)
        if ways is None:
            continue
        used.update((first.start, second.start))
        told = ((ways[0], first, first.unit), (ways[1], second, second.unit or first.unit))
        return [
            reading.change("set", _KEYS[way], round(amount.high * LENGTHS[unit]), amount.start, amount.end)
            for way, amount, unit in told
            if notable(amount.high, unit, way == "out")
        ]
    return []


def _is_pair(reading: Reading, first: Amount, second: Amount) -> bool:
    same = reading.sentence(first.start) == reading.sentence(second.start)
    counted = first.unit in LENGTHS and (second.unit in LENGTHS or (not second.unit and second.high >= _LEAST))
    whole = not any(
        a.period not in ("", "request") or a.high * LENGTHS.get(a.unit, 1.0) > _MOST for a in (first, second)
    )
    return same and counted and whole


_LEAST = 5


def _ways(reading: Reading, first: Amount, second: Amount) -> tuple[str, str] | None:
    start, end = reading.sentence(first.start)
    hits = [h for h in reading.longest("flow") if start <= h.start < end]
    one = _nearest([h for h in hits if h.end <= second.start], first)
    two = _nearest([h for h in hits if h.start >= first.end and h is not one], second)
    return (one.value, two.value) if one and two and one.value != two.value else None


def _nearest(hits: list[Hit], amount: Amount) -> Hit | None:
    near = [(_gap(h, amount), h.start, h) for h in hits if _gap(h, amount) <= _REACH]
    return min(near)[2] if near else None


def _gap(hit: Hit, amount: Amount) -> int:
    return max(amount.start - hit.end, hit.start - amount.end, 0)
