"""Whether a number as it is written may stand for a value: rounding, both locales, unit conversions, bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor.answer.claims.quantities import Quantity
from advisor.answer.figure import PAGE_TOKENS, Figure

WHOLE = 0.12
"""Largest relative error of a whole number of one digit that is said to be approximate: "almost 5 GB" for 4.6."""
EXACT, CLOSE, ROUNDED, ABOUT = 0.005, 0.03, 0.05, 0.08
"""Largest relative error of a figure of few digits, of an approximate one of three or more digits, of a rounded and of an approximate one."""
COUNTED = frozenset({"count:request", "count:document", "count:image", "count:user"})
"""What people have and passages reckon with."""
NEAR, LOOSE = 1.0, 10.0
"""Largest error of an approximate figure in units of its last digit, and where that digit is a 0 or a 5."""


_CONVERTED = frozenset({"bare", "usd", "usd/month", "page", "s/token", "%", "score", "count:point", "tokens", "place"})
"""Units of a sentence that a figure of another unit may stand for."""


def same_value(quantity: Quantity, figure: Figure) -> bool:
    if quantity.unit == "date" or figure.unit == "date":
        return quantity.unit == figure.unit and bool(quantity.iso) and _same_day(quantity.iso, figure.iso)
    if quantity.unit != figure.unit and quantity.unit not in _CONVERTED and not _counted(quantity, figure):
        return False
    if quantity.unit == "bits" and not quantity.approx and all(value != figure.value for value, _ in quantity.readings):
        return False
    return any(
        _near(quantity, value, step, target, figure)
        for value, step in _converted(quantity, figure)
        for target in _targets(quantity, figure)
    )


def _counted(quantity: Quantity, figure: Figure) -> bool:
    """ "3,000 queries" for a passage's "100 queries a day, so 3,000 a month": what is counted stands further off there."""
    told = figure.model is None and figure.field == "" and figure.unit == "bare"
    return told and quantity.unit in COUNTED and any(value == figure.value >= 100 for value, _ in quantity.readings)


def _same_day(said: str, held: str) -> bool:
    """A date is as exact as it was written; "-12-11" is a day of any year, "-12" its month."""
    return held[4:].startswith(said) if said.startswith("-") else held.startswith(said)


def _converted(quantity: Quantity, figure: Figure) -> Sequence[tuple[float, float]]:
    if quantity.unit == "page" and figure.unit == "tokens":
        return [(v * PAGE_TOKENS, max(s * PAGE_TOKENS, 0.2 * v * PAGE_TOKENS)) for v, s in quantity.readings]
    if quantity.unit == "s/token":
        return [(1 / v, s / v**2) for v, s in quantity.readings if v]
    if quantity.unit == "%" and figure.unit == "score":
        return [(v / 100, s / 100) for v, s in quantity.readings]
    if quantity.unit == "score" and figure.unit in ("%", "bare"):
        return [(v * 100, s * 100) for v, s in quantity.readings]
    if quantity.unit in ("bare", "count:point") and figure.unit == "score":
        return [(v * f, s * f) for v, s in quantity.readings for f in (1.0, 0.01, 0.1)]
    return quantity.readings


def _targets(quantity: Quantity, figure: Figure) -> Iterator[float]:
    yield figure.value
    if figure.unit == "tokens" and quantity.scaled and figure.value % 1024 == 0:
        yield figure.value / (1.024 if figure.value < 1e6 else 1.048576)
    if figure.unit == "tokens" and quantity.scaled and figure.value >= 1000:
        yield figure.value // 1000 * 1000
    if figure.unit == "tokens" and not quantity.scaled and quantity.readings[0][1] >= 1000 and figure.value % 1024 == 0:
        yield figure.value / 1.024


def _near(quantity: Quantity, value: float, step: float, target: float, figure: Figure) -> bool:
    if figure.part and quantity.part and figure.part != quantity.part:
        return False
    if figure.high is not None and figure.value <= figure.high:
        low, high = figure.value, figure.high
        if quantity.part:
            return _rounds(value, step, low if quantity.part == "low" else high, quantity.approx)
        if quantity.bound == "min":
            return value <= low * 1.02
        if quantity.bound == "max":
            return value >= high * 0.98
        if _digits(value) > 3:  # nobody tells a speed of an estimated range so exactly
            return _rounds(value, step, low, False) or _rounds(value, step, high, False)
        return low * 0.96 <= value <= high * 1.04
    loose = figure.field != "" or figure.model is not None
    if quantity.bound == "min" and loose:
        return target * (0.8 if figure.unit == "count:model" else 0.1) <= value <= target * (1 + 1e-9) or _rounds(
            value, step, target, quantity.approx
        )
    if quantity.bound == "max" and loose and figure.unit != "tokens":
        return target * (1 - 1e-9) <= value <= max(target * 10, 1e-9) or _rounds(value, step, target, quantity.approx)
    return _rounds(value, step, target, quantity.approx or quantity.unit == "page")


def _rounds(value: float, step: float, target: float, approx: bool) -> bool:
    if value == target:
        return True
    if target == 0 or value == 0:
        return False
    error = abs(value - target) / abs(target)
    if approx and _digits(value) == 1 and step == 1 and abs(value - target) < 0.5 and error <= WHOLE:
        return True
    if error > ABOUT:
        return False
    if error <= (EXACT if _digits(value) <= 3 else 1e-9):
        return True
    if approx and error <= (ABOUT if _digits(value) <= 2 else CLOSE) and abs(value - target) <= _slack(value, step):
        return True
    return abs(value - target) <= 0.5 * step * (1 + 1e-9) and error <= (ABOUT if _digits(value) == 1 else ROUNDED)


def _slack(value: float, step: float) -> float:
    """How far an approximate figure may be from the true one: "about 54" is nearer than "about 55", and that than "about 50"."""
    last = round(value / step) % 10 if step else 0.0
    return step * (LOOSE if last in (0, 5) else NEAR)


def _digits(value: float) -> int:
    """Significant digits written."""
    return len(f"{value:.12g}".replace(".", "").replace("-", "").strip("0").partition("e")[0])
