"""Budgets and price ceilings in US dollars, whatever currency and period they were said in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from advisor.domain.formats import day
from advisor.domain.formats import number as shown
from advisor.domain.language import Localised
from advisor.domain.lexicon import Rate
from advisor.domain.needs import Change
from advisor.understand.acts import Acts, Keep
from advisor.understand.amounts import PER_MONTH, Amount
from advisor.understand.prices import (
    PAYING,
    PRICES,
    holds_already,
    is_pair,
    of_both_sides,
    per_million,
    price_currency,
    price_key,
    price_unit,
)
from advisor.understand.reading import Reading

_PARTS = {"": 1.0, "CENT": 0.01, "THOUSAND": 1000.0}
"""What the suffix of a currency's unit makes of it: cents, and slang for a thousand ("lucas")."""
_SMALLEST_YEARLY = 1e10


class Currencies:
    """Rates into US dollars."""

    def __init__(self, rates: Iterable[Rate]) -> None:
        self._rates: Mapping[str, Rate] = {rate.currency: rate for rate in rates}

    def usd(self, value: float, unit: str) -> float:
        """A sum in dollars; `unit` is a currency code, with `_CENT` for hundredths of it, `_THOUSAND` for thousands."""
        code, _, part = unit.partition("_")
        return round(value * self._rates[code].usd * _PARTS[part], 6)

    def knows(self, unit: str) -> bool:
        return unit.partition("_")[0] in self._rates

    def notice(self, unit: str) -> Localised | None:
        """The rate that was used, said aloud; None for dollars."""
        code = unit.partition("_")[0]
        if code == "USD" or code not in self._rates:
            return None
        rate = self._rates[code]
        return Localised(
            es=f"1 {code} = {shown(rate.usd, 'es', 4)} USD (cambio aproximado, fijado el {day(rate.date, 'es')}).",
            en=f"1 {code} = {shown(rate.usd, 'en', 4)} USD (approximate rate, fixed on {day(rate.date, 'en')}).",
        )


def read_money(
    reading: Reading, acts: Acts, amounts: list[Amount], currencies: Currencies, used: set[int]
) -> tuple[list[Change], list[Localised]]:
    """Budget, price ceilings and "free", with a notice for each rate used. Claims its amounts in `used`."""
    changes: list[Change] = []
    notices: list[Localised] = []
    unit_of_price, last_key = "", None
    for amount in amounts:
        if amount.start in used or acts.keep(amount.start) >= Keep.SITUATION:
            continue
        is_money = currencies.knows(amount.unit)
        if (is_money and amount.bound != "max" and _is_asked(reading, amount)) or holds_already(reading, amount):
            used.add(amount.start)
            continue
        key = price_key(reading, amount, unit_of_price) if is_money or amount.unit == "" else None
        bare_cap = amount.unit == "" and amount.bound == "max" and not (amount.period or amount.scaled)
        if last_key and not key and bare_cap:
            key = last_key  # "they charge 20 per million, above 5 I don't pay"
        last_key = key or last_key
        if key:
            unit = amount.unit or price_unit(amount, unit_of_price) or price_currency(reading)
            unit_of_price = unit
            usd = currencies.usd(amount.high, unit) * per_million(reading, amount)
            new, said = [reading.change("set", key, usd, amount.start, amount.end)], unit
            if is_pair(reading, amount) or of_both_sides(reading, amount):
                low = usd * amount.low / amount.high
                new = [
                    reading.change("set", k, v, amount.start, amount.end)
                    for k, v in zip(PRICES, (low, usd), strict=True)
                ]
        elif is_money:
            new, said = _budget(reading, amount, amounts, currencies), amount.unit
        else:
            new, said = _bare_budget(reading, amount, currencies), ""
        if not new:
            if is_money:
                used.add(amount.start)
            continue
        used.add(amount.start)
        polarity = reading.polarity(amount.start, amount.start + 1)
        if polarity == "retracted" or (polarity == "optional" and "budget_usd_month" in reading.dialogue.needs):
            changes += [
                reading.change("clear", c.key, None, amount.start, amount.end)
                for c in new
                if c.key in reading.dialogue.needs
            ]
            continue
        changes += new
        rate = currencies.notice(said) if said else None
        if rate and rate not in notices:
            notices.append(rate)
    return changes + _free(reading, acts), notices


def _is_asked(reading: Reading, amount: Amount) -> bool:
    """ "If it is $3 in and $15 out, how much is a page?": what something costs is worked out, and capped by nobody."""
    start, end = reading.sentence(amount.start)
    return reading.has("asks", "cost", start=start, end=end)


def _budget(reading: Reading, amount: Amount, amounts: list[Amount], currencies: Currencies) -> list[Change]:
    """A monthly ceiling out of a sum of money; nothing for what is spent today, paid once, or for something else."""
    start, end = reading.clause(amount.start)
    opening = start if reading.has("scope", "want", start=start, end=end) else reading.sentence(amount.start)[0]
    before_is_today = any(opening <= h.start < amount.start for h in reading.of("scope", "today"))
    bounded = amount.bound == "max"
    if before_is_today and not bounded:
        return []
    if any(start <= h.start < end for h in reading.of("money_not")):
        return []
    if not amount.period and _buys_hardware(reading, amount):
        return []
    sentence = reading.sentence(amount.start)
    if amount.bound != "max" and any(sentence[0] <= h.start < sentence[1] for h in reading.of("act", "past")):
        return []
    about = reading.has(
        "topic", "budget_usd_month", start=reading.sentence(amount.start)[0], end=reading.sentence(amount.start)[1]
    )
    asked = reading.dialogue.asked == "budget_usd_month" or "budget_usd_month" in reading.dialogue.needs
    if amount.period == "once" or (reading.has("period", "once") and amount.period not in PER_MONTH):
        return []
    if amount.period == "request":
        count = _requests_a_month(amounts)
        if count is None:
            return []
        usd = currencies.usd(amount.high, amount.unit) * count
        return [reading.change("set", "budget_usd_month", usd, amount.start, amount.end)]
    if amount.period and amount.period not in (*PER_MONTH, "user", "once"):
        return []  # five cents a minute
    factor = PER_MONTH.get(amount.period)
    if factor is None:
        periods = [
            h for h in reading.longest("period") if sentence[0] <= h.start < sentence[1] and h.value in PER_MONTH
        ]
        near = reading.nearest(periods, amount.start, amount.end, 5)
        factor = (
            PER_MONTH[near.value]
            if near and not any(a.start != amount.start and a.end == near.end for a in amounts)
            else None
        )
    if factor is None:
        if amount.high and (not (about or bounded or asked) or (reading.has("fine_tuning", "any") and not about)):
            return []
        factor = 1.0
    usd = currencies.usd(amount.high, amount.unit) * factor
    return _as_budget(reading, amount, usd)


def spent_today(reading: Reading, acts: Acts, amounts: list[Amount], currencies: Currencies) -> str:
    """The words that tell what is paid today, with its currency and period; empty where the message does not."""
    for amount in amounts:
        if not currencies.knows(amount.unit) or amount.bound == "max" or acts.keep(amount.start) >= Keep.NAMES:
            continue
        start, end = reading.clause(amount.start)
        told = any(reading.sentence(amount.start)[0] <= h.start < amount.start for h in reading.of("scope", "today"))
        if told and not any(start <= h.start < end for h in reading.of("money_not")):
            return reading.quote(amount.start, amount.end)
    return ""


def _buys_hardware(reading: Reading, amount: Amount) -> bool:
    """ "A laptop under 900 dollars" is a price of a machine."""
    hits = [*reading.of("machine", "laptop", "desktop", "server", "phone", "mac"), *reading.of("memory", "vram")]
    return any(0 <= amount.start - h.end <= 2 for h in hits)


def _requests_a_month(amounts: list[Amount]) -> float | None:
    for other in amounts:
        factor = PER_MONTH.get(other.period)
        if factor and other.unit in ("requests", "documents", ""):
            return other.high * factor
    return None


def _bare_budget(reading: Reading, amount: Amount, currencies: Currencies) -> list[Change]:
    """ "Make the budget 350": a number without a unit beside the word budget, or in answer to it."""
    said = reading.message.words[amount.start]
    if (
        amount.unit
        or amount.period not in ("", *PER_MONTH)
        or amount.high > 1e6
        or amount.high == 1
        or said in ("un", "una", "uno", "one", "a")
    ):
        return []
    start, end = reading.sentence(amount.start)
    about = [h for h in reading.of("topic", "budget_usd_month") if start <= h.start < end]
    asked = reading.dialogue.asked == "budget_usd_month"
    spent = (
        amount.period in PER_MONTH
        and amount.high <= 100_000
        and not amount.scaled
        and (_speaks_of_paying(reading, amount, start, end) or _follows_money(reading, amount))
    )
    beside = _currency_beside(reading, amount)
    capped = amount.bound == "max" and amount.period in PER_MONTH and amount.period != "hour" and amount.high <= 100_000
    capped = capped and not reading.has("unit", *_COUNTED) and "tokens_per_month" not in reading.dialogue.needs
    free = amount.high == 0 and any(w.startswith(PAYING) for w in reading.message.words[start : amount.start][-3:])
    if not (
        asked or spent or beside or capped or free or (about and reading.nearest(about, amount.start, amount.end, 6))
    ):
        return []
    unit = beside or _currency_before(reading)
    usd = currencies.usd(amount.high, unit) * PER_MONTH.get(amount.period, 1.0)
    return _as_budget(reading, amount, usd)


_LOWERING = ("baj", "reduc", "recort", "cut", "bring", "lower", "get", "trim", "drop", "slash")


def _follows_money(reading: Reading, amount: Amount) -> bool:
    """ "No más de 20 al mes": where money is the subject already, or nothing else could be counted."""
    start, _ = reading.sentence(amount.start)
    words = reading.message.words[start : amount.start]
    if words[-1:] in (("a",), ("to",), ("below",), ("under",), ("de",)) and any(
        w.startswith(_LOWERING) for w in words[-4:]
    ):
        return reading.has("scope", "today")
    about = any(key in reading.dialogue.needs for key in ("budget_usd_month", *PRICES))
    about = about or "cost" in reading.dialogue.needs.names("priority")
    return amount.bound == "max" and about and "tokens_per_month" not in reading.dialogue.needs


def _currency_beside(reading: Reading, amount: Amount) -> str:
    """The currency of a sum said earlier, that a bare ceiling after it is in too ("$900 now, get it below 300"); "" for none."""
    if amount.bound != "max" or amount.scaled or reading.has("period", "million_tokens", "thousand_tokens"):
        return ""
    earlier = [h for h in reading.of("currency") if h.end <= amount.start]
    counted = any(abs(h.start - amount.end) <= 2 for h in reading.of("unit"))
    return earlier[-1].value if earlier and not counted else ""


_COUNTED = ("tokens", "documents", "requests", "words", "pages", "users", "tps")


def _speaks_of_paying(reading: Reading, amount: Amount, start: int, end: int) -> bool:
    """ "Not paying more than 100 a month": no currency, but a verb of paying, and not what is paid today."""
    if any(start <= h.start < amount.start for h in reading.of("scope", "today")) and amount.bound != "max":
        return False
    if any(start <= h.start < end for h in reading.of("unit", *_COUNTED)):
        return False
    return any(w.startswith(PAYING) for w in reading.message.words[start:end])


def _as_budget(reading: Reading, amount: Amount, usd: float) -> list[Change]:
    """A monthly ceiling; of nothing at all, it makes cost a priority too."""
    budget = reading.change("set", "budget_usd_month", usd, amount.start, amount.end)
    cost = reading.change("add", "priority", ("cost",), amount.start, amount.end)
    return [budget] if usd else [budget, cost]


def _currency_before(reading: Reading) -> str:
    """The currency that the budget was said in before."""
    quote = reading.dialogue.quotes.get("budget_usd_month", "").lower()
    return (
        "EUR"
        if "€" in quote or "eur" in quote
        else "GBP"
        if "£" in quote or "gbp" in quote or "libras" in quote
        else "USD"
    )


def _free(reading: Reading, acts: Acts) -> list[Change]:
    """Free as a condition is a budget of nothing, and makes cost a priority."""
    others = reading.of("free", "other_sense")
    changes: list[Change] = []
    for hit in reading.of("free", "free"):
        if any(o.start <= hit.start and hit.end <= o.end for o in others) or acts.keep(hit.start) >= Keep.SITUATION:
            continue
        polarity = reading.polarity(hit.start, hit.end)
        if polarity == "yes" and not _wished_only(reading, hit.start):
            changes.append(reading.change("set", "budget_usd_month", 0.0, hit.start, hit.end))
            changes.append(reading.change("add", "priority", ("cost",), hit.start, hit.end))
            break
    return changes


def _wished_only(reading: Reading, i: int) -> bool:
    """ "Free would be nice" is no condition."""
    start, end = reading.sentence(i)
    return any(start <= h.start < end for h in reading.of("stance", "nice_to_have"))
