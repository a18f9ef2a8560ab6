"""What sums in other currencies are in US dollars."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from advisor.domain.language import Localised
from advisor.domain.lexicon import Rate

_PARTS = {"": 1.0, "CENT": 0.01, "THOUSAND": 1000.0}
"""What the suffix of a currency's unit makes of it: cents, and slang for a thousand ("lucas")."""


class Currencies:
    """Rates into US dollars."""

    def __init__(self, rates: Iterable[Rate]) -> None:
        self._rates: Mapping[str, Rate] = {rate.currency: rate for rate in rates}

    def usd(self, value: float, unit: str) -> float:
        """A sum in dollars; `unit` is a currency code, with `_CENT` for hundredths of it, `_THOUSAND` for thousands."""
        code, _, part = unit.partition("_")
        return round(value * self._rates[code].usd * _PARTS[part], 6)

    def rate(self, unit: str) -> Rate | None:
        """Of a currency other than the dollar; None where none is known."""
        code = unit.partition("_")[0]
        return None if code == "USD" else self._rates.get(code)

    def knows(self, unit: str) -> bool:
        return unit.partition("_")[0] in self._rates

    def notice(self, unit: str) -> Localised | None:
        """The rate that was used, said aloud; None for dollars."""
        rate = self.rate(unit)
        return Localised(f"{rate.in_words('es')}.", f"{rate.in_words('en')}.") if rate else None
