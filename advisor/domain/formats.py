"""Numbers, money and dates as a reader of each language expects them. Pure: Babel's data, no clock."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import NumberPattern, parse_pattern

from advisor.domain.language import LANGUAGES, Language


@lru_cache(maxsize=4096)
def number(value: float, language: Language, digits: int = 2) -> str:
    """At most `digits` decimals, trailing zeros dropped; 0 < value < 10**-digits keeps two significant figures."""
    if value and abs(value) < 10**-digits:
        value = float(f"{value:.2g}")
        digits = 10
    pattern = "#,##0." + "#" * digits if digits else "#,##0"
    return _written(value, pattern, language)


def tokens(value: float, language: Language) -> str:
    """128000 -> "128K", 1048576 -> "1,05M" / "1.05M"; below 1000 as it is."""
    if value >= 1e6:
        return number(value / 1e6, language, 2 if value < 1e9 else 0) + "M"
    if value >= 1e3:
        return number(value / 1e3, language, 0 if value >= 1e4 else 1) + "K"
    return number(value, language, 0)


def usd(value: float, language: Language) -> str:
    """Dollars with two decimals, three where a price below a dollar has them, two significant figures below a cent."""
    digits = 0 if abs(value) >= 1000 else 2
    if 0.01 <= abs(value) < 1 and round(value, 3) == round(value, 6) != round(value, 2):
        return f"{number(value, language, 3)} USD"
    if digits == 2 and (value == 0 or abs(value) >= 0.01) and round(value, 2) != int(round(value, 2)):
        return f"{_written(value, '#,##0.00', language)} USD"
    return f"{number(value, language, digits)} USD"


def money(value: float, currency: str, language: Language) -> str:
    """A sum in any currency, written as dollars are."""
    return usd(value, language).removesuffix("USD") + currency


def percent(share: float, language: Language, digits: int = 0) -> str:
    """0.42 -> "42 %" in Spanish, "42%" in English."""
    return number(share * 100, language, digits) + ("\u00a0%" if language == "es" else "%")


def day(iso: str, language: Language) -> str:
    """ "2026-11-22" -> "22 nov 2026" / "Nov 22, 2026"; "2026-11" and "2026" stay months and years."""
    parts = [int(p) for p in iso.split("-")]
    if len(parts) == 3:
        return str(format_date(date(*parts), "medium", locale=language))
    if len(parts) == 2:
        return str(format_date(date(parts[0], parts[1], 1), "MMM y", locale=language))
    return iso


def ready() -> None:
    """Reads each language's data now, which the first number or date would wait for."""
    for language in LANGUAGES:
        number(0.5, language)
        day("2026-01-01", language)


def _written(value: float, pattern: str, language: Language) -> str:
    """As `babel.numbers.format_decimal`, which reads pattern and locale anew for every number."""
    return str(_pattern(pattern).apply(value, _locale(language)))


@cache
def _pattern(pattern: str) -> NumberPattern:
    return parse_pattern(pattern)


@cache
def _locale(language: Language) -> Locale:
    return Locale.parse(language)
