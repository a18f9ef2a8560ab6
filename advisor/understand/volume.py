"""How many tokens a month: said outright, or as requests, users and lengths multiplied."""

from __future__ import annotations

from dataclasses import dataclass, replace

from advisor.domain.needs import Change
from advisor.understand.acts import Acts, Keep
from advisor.understand.amounts import Amount
from advisor.understand.capacity import TOKENS_PER_PAGE, TOKENS_PER_WORD
from advisor.understand.reading import Reading

_PER_MONTH = {
    "second": 2_592_000.0,
    "minute": 43_200.0,
    "hour": 720.0,
    "day": 30.0,
    "week": 52 / 12,
    "month": 1.0,
    "year": 1 / 12,
    "quarter": 1 / 3,
}
_LENGTHS = {"tokens": 1.0, "words": TOKENS_PER_WORD, "pages": TOKENS_PER_PAGE}
_MOST = 1e13
"""Tokens a month beyond which something was multiplied that does not belong together."""
_BESIDE = 8
"""Tokens between a count of who knows what and the length that it is multiplied with."""
_COUNTS = ("requests", "documents")


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a message says of its workload; None where it is silent."""

    users: Amount | None
    count: Amount | None
    length: Amount | None
    answer: float = 0.0
    """Tokens of the other of two lengths: what goes in and what comes out are both used."""


def read_volume(
    reading: Reading, acts: Acts, amounts: list[Amount], used: set[int], earlier: list[Amount]
) -> list[Change]:
    """tokens_per_month, where the message gives enough of it. `earlier` are the amounts behind the figure that holds,
    so that one part of it can be corrected ("we are 60, in fact"). Claims its amounts in `used`."""
    mine = [a for a in amounts if a.start not in used and acts.keep(a.start) < Keep.SITUATION]
    if direct := _direct(reading, mine):
        used.update(a.start for a in direct)
        period = direct[-1].period
        flow = sum(a.high * _PER_MONTH[a.period or period] for a in direct)
        return [reading.change("set", "tokens_per_month", round(flow), direct[0].start, direct[-1].end)]
    parts = _parts(reading, mine)
    old = _parts(None, earlier) if earlier else None
    if old and old.count and parts.count is None and (loose := next((a for a in mine if a.unit in _COUNTS), None)):
        parts = replace(parts, count=replace(loose, period=old.count.period))
    known = [p for p in (parts.users, parts.count, parts.length) if p]
    if not known:
        return []
    if old and (parts.count is None or parts.length is None):
        users = parts.users or old.users
        answer = parts.answer if parts.length else old.answer
        merged = _Parts(users, parts.count or old.count, parts.length or old.length, answer)
        total = _total(merged)
    else:
        total = _total(parts)
    if total is None or total > _MOST:
        return []
    used.update(p.start for p in known)
    start, end = min(p.start for p in known), max(p.end for p in known)
    return [reading.change("set", "tokens_per_month", round(total), start, end)]


def _direct(reading: Reading, amounts: list[Amount]) -> list[Amount]:
    """Tokens with a period; of "30M in and 5M out every month" both. Empty where none are said."""
    timed = [a for a in amounts if a.period in _PER_MONTH and a.period != "second"]
    sides = reading.of("side", "input", "output")

    def is_flow(a: Amount) -> bool:
        beside = any(a.start <= h.start <= a.end + 1 for h in sides)
        if any(c.unit in _COUNTS and not c.period and 0 <= a.start - c.end <= 1 for c in amounts):
            return False  # "500 tickets of 300 tokens a month": the tickets are a month's
        return a.unit == "tokens" or (a.unit == "" and a.scaled and a.high >= 1e5 and beside)

    last = next((a for a in timed if is_flow(a)), None)
    if last is None:
        return []
    sentence = reading.sentence(last.start)
    before = [a for a in amounts if a.start < last.start and a.period == "" and reading.sentence(a.start) == sentence]
    parts = [a for a in before if is_flow(a) and a.scaled and a.high >= 1e5]
    return [*parts[-1:], last] if any(last.end <= h.start + 4 for h in sides) and parts else [last]


def _parts(reading: Reading | None, amounts: list[Amount]) -> _Parts:
    users = next((a for a in amounts if a.unit == "users"), None)
    count = next((a for a in amounts if a.unit in _COUNTS and a.period in _PER_MONTH), None)
    if count is None:
        loose = next((a for a in amounts if a.unit in _COUNTS), None)
        period = next((a for a in amounts if a.unit == "" and a.period in _PER_MONTH), None)
        if period and period is not loose:
            count = period
        elif loose and reading:
            count = _with_period_elsewhere(reading, loose)
    timed = [a for a in amounts if a.unit in _LENGTHS and a.period in _PER_MONTH and count and a.start > count.start]
    lengths = [a for a in amounts if a.unit in _LENGTHS and a.period in ("", "request", "user") and a.low > 1]
    lengths += timed if count and count.end < min((a.start for a in timed), default=0) else []
    if count and count.unit == "requests":
        lengths = [a for a in lengths if a.unit != "pages" or a.period]
    if count and count.unit == "":
        lengths = [a for a in lengths if abs(a.start - count.end) <= _BESIDE or _for_each(reading, a)]
    length = lengths[-1] if len(lengths) > 1 else lengths[0] if lengths else None
    answer = lengths[-2].high if len(lengths) > 1 and {a.unit for a in lengths[-2:]} == {"tokens"} else 0.0
    return _Parts(users, count, length, answer)


def _for_each(reading: Reading | None, amount: Amount) -> bool:
    """ "Cada una son 1500 tokens", "500 tokens each"."""
    if reading is None:
        return False
    start, end = reading.clause(amount.start)
    return bool(set(reading.message.words[start:end]) & {"cada", "each", "apiece", "per", "every"})


def _with_period_elsewhere(reading: Reading, amount: Amount) -> Amount | None:
    """ "15 questions each a day": the period stands further along the sentence."""
    start, end = reading.sentence(amount.start)
    hits = [h for h in reading.longest("period") if start <= h.start < end and h.value in _PER_MONTH]
    near = reading.nearest(hits, amount.start, amount.end, 16)
    if near is None:
        return None
    return Amount(
        amount.low, amount.high, amount.unit, amount.bound, near.value, amount.start, amount.end, amount.scaled
    )


def _total(parts: _Parts) -> float | None:
    if parts.count is None or parts.length is None:
        return None
    count = parts.count.high * _PER_MONTH[parts.count.period]
    users = parts.users.high if parts.users else 1.0
    return count * users * (parts.length.high * _LENGTHS[parts.length.unit] + parts.answer)
