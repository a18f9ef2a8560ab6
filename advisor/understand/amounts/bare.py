"""Sums said without a currency: "make the budget 350", "we have 60 a month", "no más de 20 al mes"."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.amounts.amounts import PER_MONTH, Amount
from advisor.understand.amounts.currencies import Currencies
from advisor.understand.amounts.means import is_hedged_sum, is_to_be_done_for
from advisor.understand.amounts.prices import PAYING, PRICES
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset


def bare_budget(reading: Reading, amount: Amount, currencies: Currencies) -> list[Change]:
    """ "Make the budget 350": a number without a unit beside the word budget, or in answer to it."""
    if amount.unit or amount.period not in ("", *PER_MONTH) or amount.high > 1e6 or amount.high == 1:
        return []
    start, end = reading.sentence(amount.start)
    about = [h for h in reading.of("topic", "budget_usd_month") if start <= h.start < end]
    about = [] if _of_another_limit(reading, about) or _counts_things(reading, amount, start, end) else about
    asked = reading.dialogue.asked == "budget_usd_month"
    if _counts_a_noun(reading, amount) and amount.high and not (asked or amount.bound == "max"):
        return []  # "300 folletos al mes, que cueste poco"
    spent = (
        amount.period in PER_MONTH
        and amount.high <= 100_000
        and not amount.scaled
        and (_speaks_of_paying(reading, amount, start, end) or _follows_money(reading, amount))
    )
    beside = _currency_beside(reading, amount)
    hedged = is_hedged_sum(reading, amount, [])
    if not beside and (hedged or is_to_be_done_for(reading, amount)):
        beside = next((h.value for h in reversed(reading.of("currency")) if h.end <= amount.start), "")
    capped = amount.bound == "max" and amount.period in PER_MONTH and amount.period != "hour" and amount.high <= 100_000
    capped = capped and not _counts_beside(reading, amount) and "tokens_per_month" not in reading.dialogue.needs
    capped = capped and not (amount.period in _OFTEN and reading.dialogue.needs)  # "unos 5 al día como mucho": things
    capped = capped or _capped_by_paying(reading, amount) or _is_had(reading, amount) or _stands_alone(reading, amount)
    capped = (
        capped
        or _below_a_price(reading, amount)
        or _of_money(reading, amount)
        or _mends(reading, amount)
        or _is_wished(reading, amount)
        or is_to_be_done_for(reading, amount)
    )
    free = amount.high == 0 and any(w.startswith(PAYING) for w in reading.message.words[start : amount.start][-3:])
    if not (
        asked or spent or beside or capped or free or (about and reading.nearest(about, amount.start, amount.end, 6))
    ):
        return []
    signs = {h.value for h in reading.longest("currency") if not h.value.endswith("_CENT")}
    unit = beside or (signs.pop() if len(signs) == 1 else currency_before(reading))
    usd = currencies.usd(amount.high, unit) * PER_MONTH.get(amount.period, 1.0)
    return as_budget(reading, amount, usd)


_OFTEN = ("day", "week")
"""Periods for which hardly anybody sets a budget."""


def _of_another_limit(reading: Reading, about: list[Hit]) -> bool:
    """ "El límite súbelo a 12" where what was spoken of last is a size: a limit of that."""
    words = reading.message.words
    if not about or any(not set(words[h.start : h.end]) <= _ANY_LIMIT for h in about):
        return False
    last = next((key for key in reversed(list(reading.dialogue.quotes)) if key in reading.dialogue.needs), "")
    return last in _LIMITED and "budget_usd_month" not in reading.dialogue.needs


_ANY_LIMIT = wordset("el the cap limite limit tope techo ceiling my our max maximo mi nuestro es son")
_LIMITED = frozenset(
    ("max_params_b", "min_params_b", "min_tokens_per_s", "min_context_tokens", "min_output_tokens", *PRICES)
)


def _counts_things(reading: Reading, amount: Amount, start: int, end: int) -> bool:
    """ "Budget $5 to tag 5k tracks": beside a sum of money, a number with a noun counts something else."""
    sums = any(start <= h.start < end for h in reading.longest("currency"))
    return sums and _counts_a_noun(reading, amount)


def _counts_a_noun(reading: Reading, amount: Amount) -> bool:
    """Whether the number is followed by a word that it counts, and that is no money."""
    number = reading.number_from(amount.start)
    if number is None or number.end >= len(reading.message.tokens):
        return False
    after = reading.message.tokens[number.end]
    return after.kind == "word" and after.text not in _AFTER_SUM and not reading.at(number.end, "period", "currency")


def _counts_beside(reading: Reading, amount: Amount) -> bool:
    """Whether the clause of a bare number, or the words right before it, tell of things that it could count."""
    start, end = reading.clause(amount.start)
    return any(start <= h.start < max(end, amount.end) for h in reading.of("unit", *_COUNTED)) or any(
        n.start != amount.start and not amount.start <= n.start < amount.end for n in reading.numbers_in(start, end)
    )


def _is_wished(reading: Reading, amount: Amount) -> bool:
    """ "Quiero pagar 15", "cheap, like under 15": a number that counts nothing, after a wish to pay or beside "cheap"."""
    number = reading.number_from(amount.start)
    if number is None or amount.scaled or amount.high < _LEAST or amount.period not in ("", "month"):
        return False
    after = reading.message.tokens[number.end] if number.end < len(reading.message.tokens) else None
    if after and after.kind == "word" and after.text not in _AFTER_SUM and not reading.at(number.end, "period"):
        return False
    start, end = reading.clause(amount.start)
    words = reading.message.words
    wished = reading.has("scope", "want", start=start, end=end) and words[number.start - 1] in _TO_PAY
    opening, closing = reading.sentence(amount.start)
    cheap = amount.bound == "max" and any(w.startswith(_CHEAP) for w in words[opening:closing])
    return (wished and number.start > 0) or cheap


_LEAST = 3
_TO_PAY = wordset("pagar gastar gastarme pagarme pay spend")
_CHEAP = ("barat", "cheap", "economic")


def _mends(reading: Reading, amount: Amount) -> bool:
    """ "Scratch that, 30 a week": a correction, where the budget was spoken of last."""
    last = next((key for key in reversed(list(reading.dialogue.quotes)) if key in reading.dialogue.needs), "")
    return (
        reading.corrects and last == "budget_usd_month" and bool(amount.period) and not _counts_beside(reading, amount)
    )


def _capped_by_paying(reading: Reading, amount: Amount) -> bool:
    """ "No quiero gastar más de 15": the words that bound it are of paying, and nothing is counted."""
    number = next(iter(reading.numbers_in(amount.start, amount.end)), None)
    if reading.of("later"):
        return False
    if amount.bound != "max" or number is None or amount.scaled or reading.has("period", "million_tokens"):
        return False
    after = reading.message.tokens[number.end] if number.end < len(reading.message.tokens) else None
    noun = after and after.kind == "word" and after.text not in _AFTER_SUM and not reading.at(number.end, "period")
    said = reading.message.words[amount.start : number.start]
    return not noun and any(w.startswith(PAYING) for w in said)


def _below_a_price(reading: Reading, amount: Amount) -> bool:
    """ "The Pro plan is 200 a month, I want something under 50": capped beside a price that is told."""
    start = reading.sentence(amount.start)[0]
    number = reading.number_from(amount.start)
    if amount.bound != "max" or amount.scaled or number is None:
        return False
    after = reading.message.tokens[number.end] if number.end < len(reading.message.tokens) else None
    noun = after and after.kind == "word" and after.text not in _AFTER_SUM and not reading.at(number.end, "period")
    told = any(
        any(h.value == "month" for h in reading.at(n.end, "period")) for n in reading.numbers_in(start, amount.start)
    )
    return told and not noun


def _is_had(reading: Reading, amount: Amount) -> bool:
    """ "We have 60 a month", "con 10 al mes me apaño": what one has, with nothing counted, is money."""
    words, number = reading.message.words, reading.number_from(amount.start)
    if amount.period not in ("month", "year", "quarter") or number is None or amount.high > _MOST_HAD:
        return False
    if reading.of("later"):
        return False
    counted = not any(h.start == number.end for h in reading.longest("period"))
    before = words[max(amount.start - 2, 0) : amount.start]
    given = any(w.startswith(_GIVEN) for w in words[max(amount.start - 3, 0) : amount.start])
    had = given or any(w in _HAVING for w in before[-1:]) or before in _CAN_DO
    return had and not counted and "tokens_per_month" not in reading.dialogue.needs


def _of_money(reading: Reading, amount: Amount) -> bool:
    """ "Money's tight so 10 a month": the sentence speaks of money, and counts nothing."""
    if amount.period not in ("month", "year", "week") or amount.scaled:
        return False
    start, end = reading.sentence(amount.start)
    said = any(w in _MONEY for w in reading.message.words[start:end])
    return said and not _counts_beside(reading, amount)


_MONEY = wordset("dinero money moneys pasta plata cash guita lana perras pelas bolsillo wallet")


def _stands_alone(reading: Reading, amount: Amount) -> bool:
    """ "PHP plugins. 15 a month": a sentence or clause of its own, too little to be a count of work and round as sums are."""
    held = {"tokens_per_month", "items_per_month"} & set(reading.dialogue.needs.values)
    number = reading.number_from(amount.start)
    if number is None or not reading.at(number.end, "period", "bound"):
        return False  # "about 15 movies a month"
    if held or amount.period != "month" or amount.scaled:
        return False
    if any(h.value in _PIECEWISE for h in reading.of("use_case")):
        return False
    if amount.high in _ROUND_SUMS and _is_alone(reading, amount, *reading.sentence(amount.start)):
        return True
    return (
        not reading.of("unit", *_COUNTED)
        and amount.high in _ROUNDER
        and _is_alone(reading, amount, *reading.clause(amount.start))
    )


def _is_alone(reading: Reading, amount: Amount, start: int, end: int) -> bool:
    tokens = reading.message.tokens
    words = [t for t in tokens[start : amount.start] if t.kind != "mark" and t.text not in _ABOUT]
    after = [t for t in tokens[amount.end : end] if t.kind != "mark"]
    return not words and (not after or after[0].text in _FOR_IT)


_FOR_IT = wordset("para for y and con with")
_ROUNDER = (5, 10, 15, 20, 25, 30, 35, 40, 50, 60, 75, 80, 100)
_PIECEWISE = wordset("summarization transcription classification extraction translation sentiment proofreading")
"""Uses whose work comes in pieces that are counted."""


_AFTER_SUM = wordset(
    "para for y and o or en al a por per si if que porque please eh pa pero but tops max ni now ahora instead total then entonces"
)
_HAVING = wordset("tengo tenemos hay dispongo disponemos have got weve ive con dan pongo afford spare")
_CAN_DO = (
    ("can", "do"),
    ("could", "do"),
    ("can", "put"),
    ("could", "put"),
    ("puedo", "poner"),
    ("podemos", "poner"),
    ("puedo", "meter"),
    ("podemos", "meter"),
    ("nos", "dan"),
    ("me", "dan"),
    ("can", "spare"),
)
_ABOUT = wordset(
    "unos unas como about around roughly some like tipo a say pues so bueno vale ok well then entonces y and"
)
_MOST_HAD = 3000
_GIVEN = ("gave", "dieron", "allocat", "approv", "aprob", "asign", "pone", "ponen", "set", "apart")
_ROUND_SUMS = (5, 10, 15, 20, 25)


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


def as_budget(reading: Reading, amount: Amount, usd: float) -> list[Change]:
    """A monthly ceiling; of nothing at all, it makes cost a priority too."""
    budget = reading.change("set", "budget_usd_month", usd, amount.start, amount.end)
    cost = reading.change("add", "priority", ("cost",), amount.start, amount.end)
    return [budget] if usd else [budget, cost]


def currency_before(reading: Reading) -> str:
    """The currency that the budget was said in before."""
    quote = reading.dialogue.quotes.get("budget_usd_month", "").lower()
    return (
        "EUR"
        if "€" in quote or "eur" in quote
        else "GBP"
        if "£" in quote or "gbp" in quote or "libras" in quote
        else "USD"
    )


def paid_before(reading: Reading, amount: Amount) -> bool:
    """ "We pay about 4k a month": a verb of paying before a number that counts nothing."""
    start = reading.clause(amount.start)[0]
    paying = any(w.startswith(PAYING) for w in reading.message.words[start : amount.start])
    number = reading.number_from(amount.start)
    monthly = number is not None and any(h.value in PER_MONTH for h in reading.at(number.end, "period"))
    if monthly and any(
        w.startswith(PAYING) for w in reading.message.words[max(amount.start - 2, start) : amount.start]
    ):
        return True  # "pago 90 al mes por el de tres personas"
    return paying and not _counts_beside(reading, amount)
