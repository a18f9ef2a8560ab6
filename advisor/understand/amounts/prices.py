"""Ceilings on the price of a million tokens: which side of a price list a sum caps, if it caps one at all."""

from __future__ import annotations

from advisor.understand.amounts.amounts import Amount
from advisor.understand.words.numbers import Numeral
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

PRICES = ("max_price_in_usd_per_m", "max_price_out_usd_per_m")
PAYING = tuple(
    wordset(
        "pay paying spend spending cost costs costing subscri budget pag gast cuest cost suscrip cuota presupuest "
        "afford"
    )
)
"""How words of paying begin."""
_PER_TOKENS = ("million_tokens", "thousand_tokens")
_CHARGING = frozenset(("charge", "charges", "cobra", "cobran", "vale", "price", "priced", "sale"))
_ARTICLES = wordset("un una a an")
_AND = wordset("y and or o e")
_FEW_COINS = 5
"""Up to this a bare number after a sum in cents is of whole coins ("40 cents in, 2 out")."""


def price_key(reading: Reading, amount: Amount, unit_of_price: str) -> str | None:
    """Which price per million tokens an amount caps; None where it is no such price."""
    per_tokens = amount.period in _PER_TOKENS
    if not amount.unit and amount.high == 1 and not _says_one(reading, amount, unit_of_price):
        return None
    if (amount.period and not per_tokens) or _is_told(reading, amount):
        return None
    side = side_of(reading, amount)
    if per_tokens:
        return side or PRICES[0]
    if amount.scaled or amount.high >= 1000:
        return None
    start, end = reading.sentence(amount.start)
    if not amount.unit and side and _bare_pair(reading, start, end):
        return side
    priced = [h for h in reading.of("topic", *PRICES) if start <= h.start < end]
    beside = any(-1 <= h.start - amount.end <= 3 or 0 <= amount.start - h.end <= 3 for h in priced)
    if priced and (amount.unit or unit_of_price or beside):
        return side or priced[0].value
    rate = reading.has("period", *_PER_TOKENS, start=start, end=end)
    if amount.unit and (_both_sides(reading, start, end) or _closing_side(reading, amount)):
        return side
    known = [key for key in PRICES if key in reading.dialogue.needs]
    about = reading.has("aspect", "cost", start=start, end=end) or reading.has("currency", start=start, end=end)
    if not (unit_of_price or known or rate):
        return None
    if not amount.unit and not (unit_of_price or known or about or _side_beside(reading, amount)):
        return None
    if side:
        return side
    start, end = reading.clause(amount.start)
    if amount.unit and not amount.period and reading.has("period", *_PER_TOKENS, start=start, end=end):
        return PRICES[0]
    return known[0] if amount.unit and len(known) == 1 and "budget_usd_month" not in reading.dialogue.needs else None


def price_currency(reading: Reading, amount: Amount, of: str) -> str:
    """The currency that a price was said in before, this one first; after cents a bare number is of cents, unless small."""
    said = [reading.quoted(key).of("currency") for key in (of, *PRICES)]
    unit = next((hits[-1].value for hits in said if hits), "USD")
    return price_unit(amount, unit)


def per_million(reading: Reading, amount: Amount) -> float:
    """What a price is multiplied by to be one of a million tokens: a thousand where it is said to be of a thousand."""
    period = amount.period
    if not period:
        start, end = reading.sentence(amount.start)
        said = {h.value for h in reading.of("period", *_PER_TOKENS) if start <= h.start < end}
        period = "thousand_tokens" if said == {"thousand_tokens"} else ""
    return 1000.0 if period == "thousand_tokens" else 1.0


def price_unit(amount: Amount, before: str) -> str:
    """The currency of a bare price, after the sum said before it."""
    return before.removesuffix("_CENT") if before.endswith("_CENT") and amount.high < _FEW_COINS else before


def of_both_sides(reading: Reading, amount: Amount) -> bool:
    """ "2 dollars per million both ways": one price for what goes in and for what comes out."""
    start, end = reading.sentence(amount.start)
    sums = {h.start for h in reading.longest("currency") if start <= h.start < end}
    return len(sums) == 1 and reading.has("side", "both", start=start, end=end)


def holds_already(reading: Reading, amount: Amount) -> bool:
    """ "60 cents in, 4 stays": the figure of a ceiling that holds is said again."""
    return not amount.unit and any(reading.dialogue.needs.number(key) == amount.high for key in PRICES)


def _says_one(reading: Reading, amount: Amount, unit_of_price: str) -> bool:
    """ "1 in / 4 out", "input por debajo de uno": a number, and not an article."""
    words = reading.message.words
    if words[amount.end - 1][:1].isdigit():
        return True
    noun = amount.end < len(words) and reading.message.tokens[amount.end].kind == "word"
    noun = noun and words[amount.end] not in _AND and not reading.at(amount.end, "side", "period", "bound")
    return bool(unit_of_price) and words[amount.end - 1] in ("uno", "one") and not noun


def _is_told(reading: Reading, amount: Amount) -> bool:
    """What a model named costs, or what is paid today, is no ceiling."""
    if amount.bound in ("max", "about") or reading.corrects:
        return False
    clause = reading.clause(amount.start)
    if reading.has("scope", "want", start=clause[0], end=clause[1]):
        return False
    start, end = reading.sentence(amount.start)
    if set(reading.message.words[start : amount.start]) & _OF_BEFORE and reading.has("aspect", "cost", start=start):
        return True
    named = any(reading.taken[start : amount.start])
    return (named and any(w.startswith(PAYING) or w in _CHARGING for w in reading.message.words[start:end])) or any(
        start <= h.start < amount.start for h in reading.of("scope", "today")
    )


_OF_BEFORE = wordset("old previous former last antiguo anterior viejo")


def _both_sides(reading: Reading, start: int, end: int) -> bool:
    """ "$2.50 on input and $10 on output": two sums, one for each side, are prices even without "per million"."""
    sums = [h for h in reading.of("currency") if start <= h.start < end]
    sides = {h.value for h in reading.longest("side") if start <= h.start < end}
    return len(sums) > 1 and {"input", "output"} <= sides


def _bare_pair(reading: Reading, start: int, end: int) -> bool:
    """ "0,30 de entrada, 1,20 de salida": two small numbers with a fraction, one for each side, are prices."""
    values = [n.value for n in reading.numbers_in(start, end)]
    sides = {h.value for h in reading.longest("side") if start <= h.start < end}
    small = len(values) == 2 and max(values) < 200 and any(v != round(v) for v in values)
    return small and {"input", "output"} <= sides


def _closing_side(reading: Reading, amount: Amount) -> bool:
    """ "Under $3 in": the side right after the sum, and nothing after it that "in" could belong to."""
    tokens = reading.message.tokens
    return any(
        h.start == amount.end and (h.end == len(tokens) or tokens[h.end].kind == "mark" or tokens[h.end].text in _AND)
        for h in reading.longest("side")
        if h.value in ("input", "output")
    )


def _side_beside(reading: Reading, amount: Amount) -> bool:
    return any(
        h.start - amount.end == 0 or amount.start - h.end == 0
        for h in reading.longest("side")
        if h.value in ("input", "output")
    )


def is_pair(reading: Reading, amount: Amount) -> bool:
    """ "0.15/0.60 per million": one price in, one out."""
    raw = reading.quote(amount.start, amount.end)
    return (
        amount.period in _PER_TOKENS and amount.low < amount.high and "/" in raw.partition("per")[0].partition("por")[0]
    )


def side_of(reading: Reading, amount: Amount) -> str | None:
    """Which side of a price list the words around a sum name; None where they name none."""
    start, end = reading.sentence(amount.start)
    hits = [
        h
        for h in reading.longest("side")
        if start <= h.start < end
        and (h.value in ("input", "output") or reading.message.words[h.start] in ("leer", "lea", "read", "reading"))
    ]
    if not hits:
        return None
    sums = [n for n in reading.numbers_in(start, end) if not _is_unit(reading, n)]
    sums = [n for n in sums if n.value != 1 or reading.message.words[n.end - 1] not in _ARTICLES]
    before = max((n.end for n in sums if n.end <= amount.start), default=start)
    after = min((n.start for n in sums if n.start >= amount.end), default=end)
    leading = [h for h in hits if before <= h.start and h.end <= amount.start + 1]
    trailing = [h for h in hits if amount.start < h.start and h.end <= after]
    first = min((n.start for n in sums), default=amount.start)
    leads = any(h.end <= first for h in hits) and not any(amount.end == h.start for h in trailing)
    chosen = (leading[-1:] if leads else trailing[:1]) or trailing[:1] or leading[-1:]
    if not chosen:
        return None
    return PRICES[1] if chosen[0].value == "output" else PRICES[0]


def _is_unit(reading: Reading, number: Numeral) -> bool:
    return any(h.start < number.end <= h.end for h in reading.of("period", "million_tokens", "thousand_tokens"))
