"""A factor or a share that two figures of one model bear out: "$2 in, and five times that for output", "13B of 284B, under 5%".

One figure at least is told; the other is told as well, or is the person's own, or is the model's fact of a kindred field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.beside import SIDES, stands
from advisor.answer.checks.sentence import Sentence
from advisor.answer.claims.antecedents import Owner
from advisor.answer.claims.quantities import Bound, Quantity
from advisor.answer.figure import Figure
from advisor.answer.support import Support

_KIN: dict[str, tuple[str, ...]] = {
    "price_in_usd_per_m": ("price_out_usd_per_m", "price_cached_in_usd_per_m", "price_batch_in_usd_per_m"),
    "price_out_usd_per_m": ("price_in_usd_per_m", "price_batch_out_usd_per_m"),
    "price_cached_in_usd_per_m": ("price_in_usd_per_m",), "price_batch_in_usd_per_m": ("price_in_usd_per_m",),
    "price_batch_out_usd_per_m": ("price_out_usd_per_m",),
    "params_active_b": ("params_total_b",), "params_total_b": ("params_active_b",),
    "context_tokens": ("max_output_tokens",), "max_input_tokens": ("max_output_tokens",),
    "max_output_tokens": ("context_tokens", "max_input_tokens"),
}  # fmt: skip
"""The fields of one model that a figure may be held against without both being told."""
_PRICES = "price_"
_LENGTHS = {"price_out_usd_per_m": "max_output_tokens", "price_in_usd_per_m": "context_tokens"}
"""What reading and writing stand for, of a length in tokens."""
_BASE = re.compile(r"\b(?:que|than|what|as)\b|\b(?:veces|times) (?:el|la|the|sus?|its) $")
""" "Sixteen times what it can write"."""
_CLAUSE = re.compile(r"[.;:(\[]")
_UNITLESS = frozenset({"x", "%", "bits", "date", "place", "score"})
_SHARE_OF = re.compile(r"\s*(?:$|[.,;)]|of (?:them|it|its|that|the)\b|del? (?:ell[oa]s|su|sus|el|los?|total|la)\b)")
""" "Under 5%", "5% of them": a share of what was just told."""


SUPPOSED = re.compile(
    r"\W*(?:even(?! so)|aunque fuera|aun siendo|ni (?:aun|siquiera|con)|incluso (?:con|siendo))\b[^.;]*?\b(?:would(?: not|n't)?|could|seria|bastaria|llegaria|podria)\b"
)
""" "Even twice as big it would not be enough" supposes what is not so."""


def faced(sentence: Sentence, owner: Owner) -> bool:
    """Whether there is another model to hold a subject that is left out against."""
    if sentence.owners.named or sentence.thread.header:
        return True
    return any(m not in owner.models for m in sentence.thread.recent)


def as_factor(sentence: Sentence, quantity: Quantity) -> tuple[float, float] | None:
    """(factor, relative tolerance) that a figure of its own claims; None for any other figure."""
    if not quantity.readings:
        return None
    value, step = quantity.readings[0]
    if quantity.unit == "x" and value >= 1:
        return value, tolerance_of(value, step, quantity.approx)
    if quantity.unit == "%" and value and _SHARE_OF.match(sentence.folded, quantity.end):
        return value / 100, tolerance_of(value, step, quantity.approx)
    return None


def tolerance_of(value: float, step: float, approx: bool) -> float:
    """The relative error that a factor's hedge and its last digit allow."""
    return max(0.06, 0.5 * step / value, 0.1 if approx else 0.0)


def told_factor(
    sentence: Sentence,
    factor: tuple[float, float],
    bound: Bound,
    span: tuple[int, int],
    models: tuple[str, ...],
    support: Support,
) -> bool:
    """Whether a pair of figures gives the factor claimed in `span` of one of the models; `factor`: value, tolerance."""
    facing = [n for n in sentence.owners.named if n.start >= span[1] or n in sentence.owners.references]
    if facing:
        others = tuple(m for n in facing for m in n.models)
        return any(_near(factor, bound, ratio) for ratio in _across(sentence, span, models, others, support))
    return any(_near(factor, bound, ratio) for ratio in _ratios(sentence, span, models, support))


def _near(factor: tuple[float, float], bound: Bound, ratio: float) -> bool:
    """A bound is told of what lies near it: nobody calls a tenth "less than a half"."""
    value, tolerance = factor
    if bound == "min":
        return value * 0.99 <= ratio <= value * 1.35
    if bound == "max":
        return value / 1.35 <= ratio <= value * 1.01
    return abs(ratio - value) <= tolerance * value


def _ratios(sentence: Sentence, span: tuple[int, int], models: tuple[str, ...], support: Support) -> Iterator[float]:
    told = [q for q in sentence.quantities if q.readings and q.unit not in _UNITLESS and not _within(q, span)]
    stop = _CLAUSE.search(sentence.folded, span[1])
    said = sentence.folded[span[0] : stop.start() if stop else len(sentence.folded)]
    named = next(((field, m.start()) for field, words in SIDES if (m := words.search(said))), ("", 0))
    base = bool(_BASE.search(said[: named[1]]))
    if not named[0]:
        ahead = re.split(r"[.;,:(]", sentence.folded[: span[0]])[-1]
        named = next(((field, 0) for field, words in SIDES if words.search(ahead)), named)
    for model in models:
        held = [f for f in support.figures.get(model, ()) if f.field in _KIN or f.field.startswith(("fit.", "cost."))]
        for quantity in told:
            for first in (f for f in held if stands(quantity, f)):
                yield from _against_told(quantity, first, held, told, span)
                if sum(q.unit == quantity.unit for q in told) == 1 or first.field.startswith(_PRICES):
                    side = _LENGTHS.get(named[0], named[0]) if first.unit == "tokens" else named[0]
                    yield from _against_kin(first, held, side, base)
        yield from _against_needs(held, told, span, support)


def _across(
    sentence: Sentence, span: tuple[int, int], models: tuple[str, ...], others: tuple[str, ...], support: Support
) -> Iterator[float]:
    """A model's figure told before the words against another model's of the same field told after them."""
    told = [q for q in sentence.quantities if q.readings and q.unit not in _UNITLESS]
    for mine in (q for q in told if q.end <= span[0]):
        for other in (q for q in told if q.start >= span[1]):
            for first in (f for m in models if m not in others for f in support.figures.get(m, ()) if stands(mine, f)):
                held = (f for m in others for f in support.figures.get(m, ()))
                same = (f for f in held if f.field and f.field == first.field and f.value and stands(other, f))
                yield from (first.value / f.value for f in same)


def _against_told(
    quantity: Quantity,
    first: Figure,
    held: list[Figure],
    told: list[Quantity],
    span: tuple[int, int],
) -> Iterator[float]:
    """Two figures of one model that are told: the later one before the words, or the first, against the other."""
    for other in told:
        if other is quantity:
            continue
        for second in (f for f in held if f.unit == first.unit and f.field != first.field and stands(other, f)):
            if first.name != second.name or not second.value or second.field not in _KIN.get(first.field, ()):
                continue
            share = first.field == "params_active_b"
            if quantity.start < span[0] and (other.start > span[1] or other.start < quantity.start or share):
                yield first.value / second.value


def _against_kin(first: Figure, held: list[Figure], side: str, base: bool) -> Iterator[float]:
    """A figure that is told against the model's own of a kindred field, by the same provider; `base`: the field named is what it is held against."""
    for second in held:
        if second.field not in _KIN.get(first.field, ()) or second.name != first.name or second.unit != first.unit:
            continue
        if not first.value or not second.value:
            continue
        if side == second.field and not base:
            yield second.value / first.value
        elif side in ("", first.field, second.field):
            yield first.value / second.value


def _against_needs(
    held: list[Figure], told: list[Quantity], span: tuple[int, int], support: Support
) -> Iterator[float]:
    """A figure told before the words against one of the person's, or of the use's, told after them."""
    after = [q for q in told if q.start >= span[1] - 1]
    pools = (support.figures.get(None, ()), support.figures.get(held[0].model, ()) if held else ())
    limits = [f for pool in pools for f in pool if f.field.startswith("need:") or "limit" in f.tags]
    for other in after[:1]:
        for limit in (f for f in limits if stands(other, f) and f.value):
            for quantity in (q for q in told if q.start < span[0]):
                yield from (
                    f.value / limit.value for f in held if limit.unit in (f.unit, "bare") and stands(quantity, f)
                )


def _within(quantity: Quantity, span: tuple[int, int]) -> bool:
    return quantity.start < span[1] and span[0] < quantity.end and quantity.unit in _UNITLESS
