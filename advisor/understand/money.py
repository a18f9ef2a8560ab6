"""Budgets and price ceilings in US dollars, whatever currency and period they were said in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from advisor.domain.formats import day
from advisor.domain.formats import number as shown
from advisor.domain.language import Localised
from advisor.domain.lexicon import Rate
from advisor.domain.needs import Change
from advisor.understand.acts import Acts, Keep
from advisor.understand.amounts import Amount
from advisor.understand.numbers import Numeral
from advisor.understand.reading import Reading
from advisor.understand.text import wordset

PER_MONTH = {"day": 30.0, "week": 52 / 12, "month": 1.0, "quarter": 1 / 3, "year": 1 / 12, "hour": 720.0}
"""How many of a period make a month."""
_PRICES = ("max_price_in_usd_per_m", "max_price_out_usd_per_m")
_PER_TOKENS = ("million_tokens", "thousand_tokens")
_CHARGING = frozenset(("charge", "charges", "cobra", "cobran", "vale", "price", "priced", "sale"))
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
        key = _price_key(reading, amount, unit_of_price) if is_money or amount.unit == "" else None
        if (
            last_key
            and not key
            and amount.unit == ""
            and amount.bound == "max"
            and not (amount.period or amount.scaled)
        ):
            key = last_key  # "they charge 20 per million, above 5 I don't pay"
        last_key = key or last_key
        if key:
            unit = amount.unit or unit_of_price or _price_currency(reading)
            unit_of_price = unit
            usd = currencies.usd(amount.high, unit) * (1000 if amount.period == "thousand_tokens" else 1)
            new, said = [reading.change("set", key, usd, amount.start, amount.end)], unit
            if _is_pair(reading, amount):
                low = usd * amount.low / amount.high
                new = [
                    reading.change("set", k, v, amount.start, amount.end)
                    for k, v in zip(_PRICES, (low, usd), strict=True)
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


def _price_key(reading: Reading, amount: Amount, unit_of_price: str) -> str | None:
    """Which price per million tokens an amount caps; None where it is no such price."""
    per_tokens = amount.period in _PER_TOKENS
    if not amount.unit and not reading.message.words[amount.end - 1][:1].isdigit() and amount.high == 1:
        return None
    if (amount.period and not per_tokens) or _is_told(reading, amount):
        return None
    side = _price_side(reading, amount)
    if per_tokens:
        return side or _PRICES[0]
    if amount.scaled or amount.high >= 1000:
        return None
    start, end = reading.sentence(amount.start)
    priced = [h for h in reading.of("topic", *_PRICES) if start <= h.start < end]
    beside = any(-1 <= h.start - amount.end <= 3 or 0 <= amount.start - h.end <= 3 for h in priced)
    if priced and (amount.unit or unit_of_price or beside):
        return side or priced[0].value
    rate = reading.has("period", *_PER_TOKENS, start=start, end=end)
    if amount.unit and (_both_sides(reading, start, end) or _closing_side(reading, amount)):
        return side
    known = [key for key in _PRICES if key in reading.dialogue.needs]
    about = reading.has("aspect", "cost", start=start, end=end) or reading.has("currency", start=start, end=end)
    if not (unit_of_price or known or rate):
        return None
    if not amount.unit and not (unit_of_price or known or about or _side_beside(reading, amount)):
        return None
    if side:
        return side
    return known[0] if amount.unit and len(known) == 1 and "budget_usd_month" not in reading.dialogue.needs else None


def _price_currency(reading: Reading) -> str:
    """The currency that a price was said in before."""
    quotes = " ".join(reading.dialogue.quotes.get(key, "") for key in _PRICES).lower()
    return "EUR" if "€" in quotes or "eur" in quotes else "GBP" if "£" in quotes or "gbp" in quotes else "USD"


def _is_told(reading: Reading, amount: Amount) -> bool:
    """What a model named costs, or what is paid today, is no ceiling."""
    if amount.bound in ("max", "about") or reading.corrects:
        return False
    start, end = reading.sentence(amount.start)
    if reading.has("scope", "want", start=start, end=end):
        return False
    named = any(reading.taken[start : amount.start])
    return (named and any(w.startswith(_PAYING) or w in _CHARGING for w in reading.message.words[start:end])) or any(
        start <= h.start < amount.start for h in reading.of("scope", "today")
    )


def _both_sides(reading: Reading, start: int, end: int) -> bool:
    """ "$2.50 on input and $10 on output": two sums, one for each side, are prices even without "per million"."""
    sums = [h for h in reading.of("currency") if start <= h.start < end]
    sides = {h.value for h in reading.longest("side") if start <= h.start < end}
    return len(sums) > 1 and {"input", "output"} <= sides


def _closing_side(reading: Reading, amount: Amount) -> bool:
    """ "Under $3 in": the side right after the sum, and nothing after it that "in" could belong to."""
    tokens = reading.message.tokens
    return any(
        h.start == amount.end and (h.end == len(tokens) or tokens[h.end].kind == "mark" or tokens[h.end].text in _AND)
        for h in reading.longest("side")
        if h.value in ("input", "output")
    )


_AND = wordset("y and or o")


def _side_beside(reading: Reading, amount: Amount) -> bool:
    return any(
        h.start - amount.end == 0 or amount.start - h.end == 0
        for h in reading.longest("side")
        if h.value in ("input", "output")
    )


def _is_pair(reading: Reading, amount: Amount) -> bool:
    """ "0.15/0.60 per million": one price in, one out."""
    raw = reading.quote(amount.start, amount.end)
    return (
        amount.period in _PER_TOKENS and amount.low < amount.high and "/" in raw.partition("per")[0].partition("por")[0]
    )


def _price_side(reading: Reading, amount: Amount) -> str | None:
    start, end = reading.sentence(amount.start)
    hits = [
        h
        for h in reading.longest("side")
        if start <= h.start < end
        and (h.value in ("input", "output") or reading.message.words[h.start] in ("leer", "lea", "read", "reading"))
    ]
    sums = [n for n in reading.numbers if start <= n.start < end and not _is_unit(reading, n)]
    before = max((n.end for n in sums if n.end <= amount.start), default=start)
    after = min((n.start for n in sums if n.start >= amount.end), default=end)
    leading = [h for h in hits if before <= h.start and h.end <= amount.start + 1]
    trailing = [h for h in hits if amount.start < h.start and h.end <= after]
    first = min((n.start for n in sums), default=amount.start)
    leads = any(h.end <= first for h in hits) and not any(amount.end == h.start for h in trailing)
    chosen = (leading[-1:] if leads else trailing[:1]) or trailing[:1] or leading[-1:]
    if not chosen:
        return None
    return _PRICES[1] if chosen[0].value == "output" else _PRICES[0]


def _is_unit(reading: Reading, number: Numeral) -> bool:
    return any(h.start <= number.start < h.end for h in reading.of("period", "million_tokens", "thousand_tokens"))


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
    free = amount.high == 0 and any(w.startswith(_PAYING) for w in reading.message.words[start : amount.start][-3:])
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
    about = any(key in reading.dialogue.needs for key in ("budget_usd_month", *_PRICES))
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
_PAYING = tuple(
    wordset(
        "pay paying spend spending cost costs costing subscri budget pag gast cuest cost suscrip cuota presupuest "
        "afford"
    )
)


def _speaks_of_paying(reading: Reading, amount: Amount, start: int, end: int) -> bool:
    """ "Not paying more than 100 a month": no currency, but a verb of paying, and not what is paid today."""
    if any(start <= h.start < amount.start for h in reading.of("scope", "today")) and amount.bound != "max":
        return False
    if any(start <= h.start < end for h in reading.of("unit", *_COUNTED)):
        return False
    return any(w.startswith(_PAYING) for w in reading.message.words[start:end])


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
