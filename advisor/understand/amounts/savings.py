"""A budget told against what is paid today: "half of that", "bring it down to 200"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from advisor.domain.needs import Change
from advisor.understand.amounts.amounts import PER_MONTH, Amount
from advisor.understand.amounts.currencies import Currencies
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

FACTORS = {
    "double": 2.0,
    "triple": 3.0,
    "half": 0.5,
    "third": 1 / 3,
    "quarter": 0.25,
    "fifth": 0.2,
    "tenth": 0.1,
    "tenfold": 10.0,
}
"""What a phrase of the lexicon makes of a figure."""
_LOWERING = ("baj", "reduc", "recort", "cut", "bring", "lower", "get", "trim", "drop", "slash", "dej", "lleg", "qued")
_TOWARDS = wordset("a to below under en at de down")
_PAYING = (
    "pag",
    "gast",
    "cost",
    "cuest",
    "pay",
    "spend",
    "bill",
    "factur",
    "target",
    "budget",
    "presupuest",
    "objetiv",
)
_REACH = 4


def read_savings(
    reading: Reading, acts: Acts, amounts: list[Amount], currencies: Currencies, paid: list[Amount], used: set[int]
) -> list[Change]:
    """A monthly ceiling; `paid` is the sum told before as paid today. Claims its amount in `used`."""
    if lowered := _from_to(reading, acts, amounts, currencies, used):
        return [lowered]
    sums = [a for a in paid if currencies.knows(a.unit) or (not a.unit and a.period in PER_MONTH)]
    if len(sums) != 1:
        return []
    today = sums[0] if sums[0].unit else replace(sums[0], unit="USD")
    usual = PER_MONTH.get(today.period, 1.0)
    words = reading.message.words
    spoken_of = any(w.startswith(_PAYING) for w in words) or not reading.dialogue.needs.number("budget_usd_month")
    for hit in reading.longest("multiply"):
        if spoken_of and acts.keep(hit.start) < Keep.SITUATION:
            usd = currencies.usd(today.high, today.unit) * usual * FACTORS[hit.value]
            return [reading.change("set", "budget_usd_month", usd, hit.start, hit.end)]
    if less := _by_a_share(reading, acts):
        share, start, end = less
        used.update(a.start for a in amounts if start <= a.start < end)
        usd = currencies.usd(today.high, today.unit) * usual * (1 - share)
        return [reading.change("set", "budget_usd_month", usd, start, end)]
    for amount in amounts:
        number = reading.number_from(amount.start)
        until = number.start if number and number.start < amount.end else amount.start + 1
        before = words[max(amount.start - _REACH, 0) : until]  # "que baje de 50": its bound holds the verb
        lowers = any(w.startswith(_LOWERING) for w in before) and bool(_TOWARDS & set(before))
        lowers = lowers or any(0 <= amount.start - h.end <= 1 for h in reading.of("paid", "goal"))
        unit = amount.unit or today.unit
        itself = amount.high == today.high and amount.bound == today.bound
        claimed = amount.start in used and not amount.unit
        if not currencies.knows(unit) or claimed or acts.keep(amount.start) >= Keep.SITUATION or not lowers or itself:
            continue
        used.add(amount.start)
        usd = currencies.usd(amount.high, unit) * PER_MONTH.get(amount.period, usual)
        return [reading.change("set", "budget_usd_month", usd, amount.start, amount.end)]
    return []


def _by_a_share(reading: Reading, acts: Acts) -> tuple[float, int, int] | None:
    """ "Reducirlo un 40 %", "cut it by 60%": the share that is to go, and where it stands."""
    words = reading.message.words
    for number in reading.numbers:
        before = words[max(number.start - _REACH, 0) : number.start]
        percent = words[number.end : number.end + 1] in (("%",), ("percent",)) or words[
            number.end : number.end + 2
        ] == ("por", "ciento")
        lowers = any(w.startswith(_LOWERING) or w.startswith("ahorr") or w == "save" for w in before)
        if percent and lowers and 0 < number.value < 100 and acts.keep(number.start) < Keep.SITUATION:
            return number.value / 100, number.start, number.end + 1
    return None


def _from_to(
    reading: Reading, acts: Acts, amounts: list[Amount], currencies: Currencies, used: set[int]
) -> Change | None:
    """ "Bajar la factura de 600 a 200 euros al mes": the second sum is the aim."""
    words = reading.message.words
    for first, second in pairwise(amounts):
        told = words[first.start - 1 : first.start] in (("de",), ("from",)) and words[first.end : second.start] in (
            ("a",),
            ("to",),
        )
        unit = second.unit or first.unit
        if not (told and currencies.knows(unit) and second.high < first.high):
            continue
        if not any(w.startswith(_LOWERING) for w in words[: first.start]):
            continue
        if acts.keep(second.start) < Keep.SITUATION:
            used.update((first.start, second.start))
            usd = currencies.usd(second.high, unit) * PER_MONTH.get(second.period or first.period, 1.0)
            return reading.change("set", "budget_usd_month", usd, first.start, second.end)
    return None
