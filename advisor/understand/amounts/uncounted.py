"""Numbers that count nothing: those of codes, of years, and of the unit of a price."""

from __future__ import annotations

from advisor.understand.words.numbers import Numeral
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

PER_MONTH = {
    "hour": 720.0,
    "day": 30.0,
    "week": 52 / 12,
    "fortnight": 26 / 12,
    "month": 1.0,
    "two_months": 1 / 2,
    "quarter": 1 / 3,
    "half_year": 1 / 6,
    "year": 1 / 12,
}
"""How many of a period make a month."""


def counts_nothing(reading: Reading, number: Numeral) -> bool:
    """Whether a number is no amount."""
    return _is_price_unit(reading, number) or _is_of_a_code(reading, number) or _is_year(reading, number)


def _is_price_unit(reading: Reading, number: Numeral) -> bool:
    """The million of "2 dollars the million tokens" is no amount of its own."""
    spans = reading.of("period", "million_tokens", "thousand_tokens")
    if any(h.start < number.start < h.end and reading.message.words[h.start] in _RATING for h in spans):
        return True
    start, end = reading.sentence(number.start)
    if number.value == 1e6 and reading.of("currency") and not reading.has("period", *PER_MONTH, start=start, end=end):
        return any(h.start <= number.end <= h.end for h in spans)
    return any(h.start <= number.start < h.end for h in spans) and (
        reading.has("currency", start=max(number.start - 6, 0))
        or reading.has("aspect", "cost")
        or reading.has("topic", "budget_usd_month")
    )


_RATING = wordset("per por / cada for")


def _is_of_a_code(reading: Reading, number: Numeral) -> bool:
    """The number in "x230" or "B200" is part of a name; that in "2x16", "usd50" or "ram16" is one of its own."""
    i = number.start
    if i and number.bare and reading.message.words[i - 1] in _STANDARDS:
        return True
    if i == 0 or reading.message.tokens[i - 1].kind != "word" or not reading.message.adjacent(i - 1):
        return False
    if reading.message.words[i - 1] in ("x", "×") and i > 1 and reading.message.tokens[i - 2].kind == "number":
        return False
    before, after = reading.message.words[i - 1], reading.message.words[i + 1 : i + 2]
    if len(before) == 1 and before.isalpha() and reading.message.adjacent(i) and len(after) == 1 and len(after[0]) == 1:
        return True  # "B2B"
    return not any(h.end == i for kind in ("currency", "side", "memory", "bound", "unit") for h in reading.of(kind))


_STANDARDS = wordset("iso iec rfc ieee une din nist soc ley decreto norma reglamento directiva articulo regulation")
"""What is told apart by numbers: "ISO 27001", "la ley 39"."""


def _is_year(reading: Reading, number: Numeral) -> bool:
    """ "Back to 1986", "desde 2003"."""
    words = reading.message.words
    if not (number.bare and 1400 <= number.value <= 2035 and len(words[number.start]) == 4 and number.start):
        return False
    counted = any(h.start == number.end for kind in ("unit", "currency") for h in reading.of(kind))
    of_old = number.value < 2000 and number.value % 100 and words[number.start - 1] in ("like", "como", "circa")
    return not counted and (words[number.start - 1] in _DATING or bool(of_old))


_DATING = wordset("in since to from of desde en del de ano year hasta until till before after antes back")
