"""What a message says of its workload: how many, of how many people, how long each is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from advisor.understand.amounts.amounts import PER_MONTH, Amount
from advisor.understand.amounts.lengths import TOKENS_PER_PAGE, TOKENS_PER_WORD
from advisor.understand.words.reading import Reading

TIMES_A_MONTH = {"second": 2_592_000.0, "minute": 43_200.0, **PER_MONTH}
TOKENS_IN = {"tokens": 1.0, "words": TOKENS_PER_WORD, "pages": TOKENS_PER_PAGE}
"""What texts are told in, each in tokens."""
_BESIDE = 8
"""Tokens between a count of who knows what and the length that it is multiplied with."""
COUNTS = ("requests", "documents")
"""Units of things that a model is to work on."""
EACH = frozenset({"cada", "each", "apiece"})
_OF = (("de",), ("of",))
_PER = frozenset(("cada", "por", "per", "every"))
_HEADS = (
    "uno",
    "una",
    "person",
    "emplead",
    "employee",
    "agent",
    "usuari",
    "user",
    "head",
    "cabeza",
    "alumn",
    "student",
)
_SHORTEST = 20


@dataclass(frozen=True, slots=True)
class Workload:
    """What a message says of its workload; None where it is silent."""

    users: Amount | None
    count: Amount | None
    length: Amount | None
    answer: float = 0.0
    """Tokens of the other of two lengths: what goes in and what comes out are both used."""


def workload(reading: Reading | None, amounts: list[Amount]) -> Workload:
    """The parts among these amounts; without a reading, those of words that were quoted before."""
    amounts = [a for a in amounts if not (reading and _is_how_often(reading, a))]
    users = next((a for a in amounts if a.unit == "users" and not (reading and _sizes_a_firm(reading, a))), None)
    users = with_others(reading, users, amounts) if reading and users else users
    count = next((a for a in amounts if a.unit in COUNTS and a.period in TIMES_A_MONTH), None)
    if count is None:
        loose = next(
            (
                a
                for a in amounts
                if a.unit in COUNTS or (a.unit == "" and a.scaled and not a.period and not _of_text(reading, a))
            ),
            None,
        )
        period = next((a for a in amounts if a.unit == "" and a.period in TIMES_A_MONTH), None)
        if period and period is not loose:
            count = period
        elif loose and reading:
            count = _with_period_elsewhere(reading, loose)
    timed = [
        a for a in amounts if a.unit in TOKENS_IN and a.period in TIMES_A_MONTH and count and a.start > count.start
    ]
    lengths = [
        a
        for a in amounts
        if a.unit in TOKENS_IN and a.period in ("", "request", "user") and (a.low > 1 or a.low == 0.5)
    ]
    lengths += timed if count and count.end < min((a.start for a in timed), default=0) else []
    if count and count.unit == "requests":
        lengths = [a for a in lengths if a.unit != "pages" or a.period]
    if count and count.unit == "":
        lengths = [a for a in lengths if abs(a.start - count.end) <= _BESIDE or _for_each(reading, a)]
    if reading and count and len(sided := _in_and_out(reading, amounts, count)) == 2:
        return Workload(users, count, replace(sided[0], unit="tokens"), sided[1].high)
    length = lengths[-1] if len(lengths) > 1 else lengths[0] if lengths else None
    answer = lengths[-2].high if len(lengths) > 1 and {a.unit for a in lengths[-2:]} == {"tokens"} else 0.0
    return Workload(users, count, length, answer)


def with_others(reading: Reading, users: Amount, amounts: list[Amount]) -> Amount:
    """ "40 nurses and 15 doctors each": those who use it are all of them."""
    words, whole = reading.message.words, users
    for other in amounts:
        between = words[whole.end : other.start]
        joined = other.unit == "users" and other.start >= whole.end and between in _JOINED
        served = {words[whole.end - 1][:5], words[other.end - 1][:5]} & _SERVED
        if joined and not served:
            high = whole.high + other.high
            whole = replace(whole, low=high, high=high, end=other.end, period=whole.period or other.period)
    return whole


_JOINED = (("and",), ("y",), ("e",), ("plus",), ("mas",), (",", "and"), ("&",), ("+",), (",",))
_SERVED = frozenset(("clien", "custo", "pacie", "patie", "guest", "huesp", "ofici", "offic"))
"""How the nouns begin of those who are served, beside those who use it."""


def total_of(parts: Workload) -> float | None:
    """Tokens a month; None where the count or the length is not told."""
    if parts.count is None or parts.length is None:
        return None
    count = parts.count.high * TIMES_A_MONTH[parts.count.period]
    users = parts.users.high if parts.users else 1.0
    return count * users * (parts.length.high * TOKENS_IN[parts.length.unit] + parts.answer)


def _sizes_a_firm(reading: Reading, users: Amount) -> bool:
    """ "A call centre of 90 people, 6,000 calls a day": how large it is, where nothing is said to be of each of them."""
    words = reading.message.words
    each = "each" in words or any(a in _PER and b.startswith(_HEADS) for a, b in pairwise(words))
    return words[max(users.start - 1, 0) : users.start] in _OF and not users.period and not each


def _in_and_out(reading: Reading, amounts: list[Amount], count: Amount) -> list[Amount]:
    """The lengths of "2k in and 500 out", "1500 tokens de entrada y 300 de salida"."""
    sides = [h for h in reading.longest("side") if h.value in ("input", "output")]
    return [
        a
        for a in amounts
        if a.start > count.start
        and a.unit in ("", "tokens")
        and a.high >= _SHORTEST
        and any(a.start < h.start <= a.end for h in sides)
    ]


def _of_text(reading: Reading | None, amount: Amount) -> bool:
    """ "8k context": a length, and no count."""
    return bool(reading and reading.at(amount.end, "side", "topic"))


def _is_how_often(reading: Reading, amount: Amount) -> bool:
    """The "once" of "once a month", which is eleven in Spanish."""
    words = reading.message.words
    return words[amount.start] == "once" and words[amount.start + 1 : amount.start + 2] in (
        ("a",),
        ("per",),
        ("every",),
    )


def _for_each(reading: Reading | None, amount: Amount) -> bool:
    """ "Cada una son 1500 tokens", "500 tokens each"."""
    if reading is None:
        return False
    start, end = reading.clause(amount.start)
    return bool(set(reading.message.words[start:end]) & {*EACH, "per", "every"})


def _with_period_elsewhere(reading: Reading, amount: Amount) -> Amount | None:
    """ "15 questions each a day": the period stands further along the sentence."""
    start, end = reading.sentence(amount.start)
    hits = [h for h in reading.longest("period") if start <= h.start < end and h.value in PER_MONTH]
    near = reading.nearest(hits, amount.start, amount.end, 16)
    if near is None:
        return None
    return Amount(
        amount.low, amount.high, amount.unit, amount.bound, near.value, amount.start, amount.end, amount.scaled
    )
