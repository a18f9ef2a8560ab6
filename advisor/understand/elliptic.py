"""Short turns that lean on what was said last: "make it 100", "double that", "no, 20 million a month"."""

from __future__ import annotations

from advisor.domain.needs import NEEDS, Change
from advisor.understand.acts import Acts, Keep
from advisor.understand.amounts import Amount
from advisor.understand.money import Currencies
from advisor.understand.reading import Reading
from advisor.understand.text import fold, wordset

_SHORT = 14
"""Words beyond which a number without a unit is not read against the last one said."""
_FACTORS = {"double": 2.0, "half": 0.5, "tenfold": 10.0}
_PER_MONTH = {"day": 30.0, "week": 52 / 12, "month": 1.0, "year": 1 / 12}
_PERIOD_WORDS = {
    "day": (" dia", "day", "daily", "diari"),
    "week": ("semana", "week"),
    "year": (" ano", "anual", "year", "annual"),
}
_PLAUSIBLE = {
    "min_context_tokens": (500, 1e8),
    "min_output_tokens": (100, 1e7),
    "max_params_b": (0.1, 5000),
    "min_params_b": (0.1, 5000),
    "vram_gb": (1, 2000),
    "ram_gb": (1, 4096),
    "budget_usd_month": (0.5, 1e6),
    "max_price_in_usd_per_m": (0.001, 500),
    "max_price_out_usd_per_m": (0.001, 1000),
    "tokens_per_month": (1000, 1e14),
    "min_tokens_per_s": (1, 5000),
}


def read_elliptic(
    reading: Reading, acts: Acts, amounts: list[Amount], currencies: Currencies, used: set[int]
) -> list[Change]:
    """A change of the number that was talked about last, where the message gives a new one and no noun of its own."""
    held = _numbers_held(reading)
    if not held or len(reading.message.words) > _SHORT:
        return []
    if reading.has("act", "thank") and not (reading.corrects or reading.of("multiply")):
        return []
    for hit in reading.longest("multiply"):
        if acts.keep(hit.start) < Keep.SITUATION:
            key = held[-1]
            value = (reading.dialogue.needs.number(key) or 0.0) * _FACTORS[hit.value]
            return [reading.change("set", key, value, hit.start, hit.end)]
    for amount in amounts:
        if (
            amount.start in used
            or amount.unit not in ("", *_units_of(held[-1]))
            or acts.keep(amount.start) >= Keep.SITUATION
        ):
            continue
        if not _is_number_on_its_own(reading, amount):
            continue
        found = _key(amount, held)
        if found is None:
            continue
        used.add(amount.start)
        return [reading.change("set", found, _value(reading, amount, found, currencies), amount.start, amount.end)]
    return []


def _numbers_held(reading: Reading) -> list[str]:
    """Numeric needs in the order in which they were last spoken of; the one asked about comes last."""
    needs, asked = reading.dialogue.needs, reading.dialogue.asked
    order = [key for key in reading.dialogue.quotes if key in _PLAUSIBLE and key in needs]
    order += [key for key in _PLAUSIBLE if key in needs and key not in order]
    if len([k for k in order if k in reading.dialogue.quotes]) == 0:
        order = order if len(order) == 1 else []
    return [*order, asked] if asked in _PLAUSIBLE and asked is not None else order


def _units_of(key: str) -> tuple[str, ...]:
    return ("requests", "documents", "users") if key == "tokens_per_month" else ()


def _is_number_on_its_own(reading: Reading, amount: Amount) -> bool:
    """Said as a correction, with a bound, or as all that the message says; articles ("una", "one") are no numbers."""
    words = reading.message.words
    if amount.high == 1 and not any(c.isdigit() for c in words[amount.start]):
        return False
    after = words[amount.end] if amount.end < len(words) else ""
    noun_follows = after and reading.message.tokens[amount.end].kind == "word" and after not in _SMALL_WORDS
    told = words[amount.start - 1] in _TELLING if amount.start else False
    whole = told or len([w for w in words if w.isalnum()]) <= 4
    return not noun_follows and (
        reading.corrects
        or amount.bound != "exact"
        or whole
        or reading.dialogue.asked is not None
        or after in ("at", "en", "tops")
    )


_TELLING = wordset("tiene lleva trae monta has packs tengo tenemos have")
_SMALL_WORDS = wordset(
    "y o and or en at is es al a por per the mejor now ahora then entonces please porfa eh vale ok max como "
    "instead tops mas more si too not no in"
)


def _key(amount: Amount, held: list[str]) -> str | None:
    """The last number spoken of that this one could be a new value of."""
    if amount.period in _PER_MONTH and "tokens_per_month" in held and amount.high >= 1000:
        return "tokens_per_month"
    for key in reversed(held):
        low, high = _PLAUSIBLE[key]
        if low <= amount.high <= high and key in NEEDS:
            return key
    return None


def _value(reading: Reading, amount: Amount, key: str, currencies: Currencies) -> float:
    if key == "budget_usd_month" or key.startswith("max_price"):
        usd = currencies.usd(amount.high, currency_of(reading, key))
        return usd * _period(reading, amount) if key == "budget_usd_month" else usd
    if key == "tokens_per_month":
        return amount.high * _PER_MONTH.get(amount.period, 1.0)
    return amount.high


def _period(reading: Reading, amount: Amount) -> float:
    """The period said, or the one that the budget was said in before ("5 a day" - "make that ten")."""
    if amount.period in _PER_MONTH:
        return _PER_MONTH[amount.period]
    quote = fold(reading.dialogue.quotes.get("budget_usd_month", ""))
    return next(
        (
            _PER_MONTH[period]
            for period, words in _PERIOD_WORDS.items()
            if any(w in quote.split() or w in quote for w in words)
        ),
        1.0,
    )


def currency_of(reading: Reading, key: str) -> str:
    """The currency that a sum was said in before."""
    quote = reading.dialogue.quotes.get(key, "").lower()
    if "€" in quote or "eur" in quote:
        return "EUR"
    if "£" in quote or "gbp" in quote or "libra" in quote or "pound" in quote or "quid" in quote:
        return "GBP"
    return "USD_CENT" if "cent" in quote and key.startswith("max_price") else "USD"
