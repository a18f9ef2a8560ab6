"""How much work a sum of money buys: "how many requests do 200 euros a month get me?", "¿y con 400?"."""

from __future__ import annotations

from dataclasses import replace

from advisor.domain.needs import Change, Intent, Purse, Work
from advisor.understand.amounts.amounts import PER_MONTH, Amount
from advisor.understand.amounts.currencies import Currencies
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_WORK = ("requests", "documents", "pages", "tokens")
_NEAR = 3
"""Words between "how many" and what is counted: "how many of those short questions"."""
_FOLLOWS = wordset("y e and con with what about how")
_SHORT = 8
_FEWEST = 10
_LENGTHS = frozenset({"item_tokens", "output_share"})
_TOLD = frozenset({"mentioned_models", "budget_usd_month", "budget_usd_once"}) | _LENGTHS
"""What the question itself tells; any other change asks for a recommendation too."""


def read_purse(
    reading: Reading, acts: Acts, amounts: list[Amount], currencies: Currencies, changes: list[Change]
) -> Purse | None:
    """None where no sum is asked for how much it buys. A sum named before counts where the question names none."""
    sums = [
        a
        for a in amounts
        if currencies.knows(a.unit)
        and a.high > 0
        and a.period in ("", "once", *PER_MONTH)
        and acts.keep(a.start) < Keep.NOTHING
    ]
    before = reading.dialogue.purse
    if not sums and (counted := _count_asked(reading, acts, amounts, before)):
        return counted
    asked, noun, of = _asked(reading)
    if not asked:
        if before and changes and all(c.key in _LENGTHS for c in changes):
            return before  # "1500 tokens in and 200 out each": as it was asked
        return _goes_on(reading, before, sums, amounts, currencies) if before else None
    if sums:
        return replace(_sum(reading, sums[0], currencies), noun=noun, of=of)
    held = next((c for c in changes if c.key in ("budget_usd_month", "budget_usd_once") and c.op == "set"), None)
    needs = reading.dialogue.needs
    for key, monthly in (("budget_usd_once", False), ("budget_usd_month", True)):
        usd = held.value if held and held.key == key else needs.number(key)
        said = held.quote if held and held.key == key else reading.dialogue.quotes.get(key, "")
        if noun and isinstance(usd, int | float) and usd > 0 and not reading.numbers:
            return Purse(float(usd), said, monthly, noun, of)
    return None


def _count_asked(reading: Reading, acts: Acts, amounts: list[Amount], before: Purse | None) -> Purse | None:
    """ "What do 1000 requests cost?", "coste por cada 10.000 consultas"; after such a question so many of them are enough."""
    asked = reading.has("asks", "cost", "each") or reading.has("aspect", "cost")
    goes_on = before is not None and bool(before.count) and len(reading.message.words) <= _SHORT
    if not (goes_on or (asked and not {"items_per_month", "tokens_per_month"} & set(reading.dialogue.needs.values))):
        return None
    counts = [a for a in amounts if a.unit in ("requests", "documents") and a.period == "" and a.high >= _FEWEST]
    if len(counts) != 1 or acts.keep(counts[0].start) >= Keep.NOTHING:
        return None
    amount = counts[0]
    noun = reading.quote(amount.end - 1, amount.end)
    return Purse(0.0, reading.quote(amount.start, amount.end), False, noun, amount.unit, amount.high)  # type: ignore[arg-type]


def _asked(reading: Reading) -> tuple[bool, str, Work]:
    """Whether it is asked how much there is to be had, and of what: as typed, and the unit that it is."""
    for hit in reading.of("purse", "how_many"):
        counted = _counted(reading, hit)
        if counted:
            return True, reading.quote(counted.start, counted.end), counted.value  # type: ignore[return-value]
    return reading.has("purse", "how_far"), "", "requests"


def _counted(reading: Reading, hit: Hit) -> Hit | None:
    """The work right after "how many", and not how much of it at once."""
    if reading.has("purse_not"):
        return None
    units = [h for h in reading.of("unit", *_WORK) if hit.end <= h.start < hit.end + _NEAR]
    return units[0] if units else None


def _sum(reading: Reading, amount: Amount, currencies: Currencies) -> Purse:
    period = amount.period
    if not period:
        start, end = reading.sentence(amount.start)
        hits = [h for h in reading.longest("period") if start <= h.start < end and h.value in PER_MONTH]
        near = reading.nearest(hits, amount.start, amount.end, _NEAR)
        period = near.value if near else ""
    usd = currencies.usd(amount.high, amount.unit) * PER_MONTH.get(period, 1.0)
    said = reading.quote(amount.start, amount.end)
    return Purse(usd, said, period in PER_MONTH, coin_usd=usd / amount.high)


def _goes_on(
    reading: Reading, before: Purse, sums: list[Amount], amounts: list[Amount], currencies: Currencies
) -> Purse | None:
    """ "And with deepseek?", "¿y con 400?" after such a question."""
    words = [w for w in reading.message.words if w.isalnum()]
    if len(words) > _SHORT or not words or words[0] not in _FOLLOWS:
        return None
    if sums:
        purse = _sum(reading, sums[0], currencies)
        return replace(purse, monthly=before.monthly or purse.monthly, noun=before.noun, of=before.of)
    bare = [a for a in amounts if not a.unit and not a.period]
    if len(bare) == 1 and not any(reading.taken):
        return replace(before, usd=before.coin_usd * bare[0].high, said=reading.quote(bare[0].start, bare[0].end))
    return before if any(reading.taken) and not amounts else None


def asking(wanted: tuple[Intent, ...], changes: tuple[Change, ...]) -> tuple[Intent, ...]:
    """What such a question asks: a figure, and a recommendation too where the message states needs."""
    ranked = tuple(i for i in wanted if i in ("recommend", "refine"))
    return ranked if ranked and any(c.key not in _TOLD for c in changes) else ("ask_model",)
