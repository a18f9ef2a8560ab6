"""Recomputes comparisons from the evidence: the value of each measure for a model, in every sense it may be meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from advisor.answer.claims.degrees import Form, Measure
from advisor.answer.claims.folding import fold
from advisor.answer.claims.quantities import Quantity
from advisor.answer.claims.relations import Relation
from advisor.answer.support import Support
from advisor.domain.advice import Verdict
from advisor.domain.cards import Card
from advisor.domain.language import Localised

Sense = Callable[[str], float | None]
"""A model's value in one way to read a measure; None where it is unknown."""

TIE = 0.01
"""Scores nearer than this are practically the same, where no ranking says so."""

EQUAL = 0.02
"""Relative difference below which two values count as the same."""


class Measures:
    def __init__(self, support: Support) -> None:
        self.support = support

    def senses(self, measure: Measure, roles: frozenset[str], form: Form = "comparative") -> tuple[Sense, ...]:
        """The ways to read a measure, each giving a model's value or None where it is unknown.

        `form`: what is said with it; a ratio of prices may be one of each million tokens where "cheaper" is by the month.
        """
        names = tuple(_senses(measure, roles))
        if measure == "speed" and self._on_own_machine():
            names = ("fit.speed",)
        if measure == "memory" and form in ("comparative", "superlative"):
            fitted = any(r.fit for r in self.support.recommendations.values())
            names = names if fitted else ("params_total_b",)  # no machine was reckoned with: the larger takes more
        plain = form in ("comparative", "superlative") and not roles & {"input", "output", "month"}
        if measure == "price" and plain and self._priced_by_month():
            names = ("month",)
        if measure == "measured" and not any(self.value("percentile", m) for m in self.scope()[0]):
            names = tuple(_senses("quality", roles))
        return tuple(self._sense(name) for name in names)

    def _priced_by_month(self) -> bool:
        """Whether a month's work was reckoned for all models shown, so that dear and cheap are told by it."""
        return all(self.value("month", m) is not None for m in self.scope()[0])

    def _on_own_machine(self) -> bool:
        """Whether the models shown were fitted to a machine, so that speed is speed there."""
        shown = [self.support.recommendations.get(m) for m in self.ranked()[:3]]
        return bool(shown) and all(r is not None and r.fit is not None and r.fit.tokens_per_s for r in shown)

    def _sense(self, name: str) -> Sense:
        return lambda model: self.value(name, model)

    def value(self, name: str, model: str) -> float | None:
        card = self.support.cards.get(model)
        rec = self.support.recommendations.get(model)
        if card is None:
            return None
        if name == "score":
            return rec.score if rec else None
        if name == "place":
            place = next((v.position for v in self._verdicts() if v.card.model == model and v.position), None)
            return None if place is None else -float(place)
        if name.startswith("factor:"):
            return next((f.value for f in rec.factors if f.factor == name[7:]), None) if rec else None
        if name == "month":
            return rec.cost.usd_month if rec and rec.cost else self._told_month(model)
        if name.startswith("percentile"):
            return self._percentile(model, name[11:])
        if name == "hallucination":
            told = (f.number for f in card.all("benchmarks") if f.name and "hallucination" in fold(f.name))
            return next((n for n in told if n is not None), None)
        if name.startswith("tests:"):
            return self._tests(model, name[6:])
        if name == "told.speed":  # as its reason tells it, where it was measured with and without reasoning
            told_so = {
                f.value
                for f in self.support.figures.get(model, ())
                if not f.field and f.unit == "tokens/s" and not f.part
            }
            return told_so.pop() if len(told_so) == 1 else None
        if name == "fit.speed":
            return sum(rec.fit.tokens_per_s) / 2 if rec and rec.fit and rec.fit.tokens_per_s else None
        if name in ("fit.total", "fit.weights"):
            return (rec.fit.total_gb if name == "fit.total" else rec.fit.weights_gb) if rec and rec.fit else None
        if name in ("release_date", "knowledge_cutoff"):
            return _day(card, name)
        if name == "languages":
            listed = card.fact("languages_official")
            count = card.number("languages_official_count")
            return (
                count
                if count is not None
                else float(len(listed.value))
                if listed and isinstance(listed.value, tuple)
                else None
            )
        if name.startswith("low:"):
            numbers = [f.number for f in card.all(name[4:]) if f.number is not None]
            return min(numbers, default=None)
        if name.startswith("bench:"):
            return next((f.number for f in card.all("benchmarks") if f.name and name[6:] in called(f.name)), None)
        if name == "mix":
            price_in, price_out = card.number("price_in_usd_per_m"), card.number("price_out_usd_per_m")
            return None if price_in is None or price_out is None else (3 * price_in + price_out) / 4
        return card.number(name)

    def _percentile(self, model: str, language: str) -> float | None:
        """Measured quality as a share of the catalogue, in per cent: for the use, or in one language (a code)."""
        if language:
            told = (f for f in self.support.figures.get(model, ()) if not f.field and f.unit == "%")
            return next((f.value for f in told if language in f.languages), None)
        compared = self.support.evidence.comparison
        for row in compared.rows if compared else ():
            for card, cell in zip(compared.cards, row.cells, strict=False) if compared and row.key == "quality" else ():
                if card.model == model:
                    return _share(cell)
        rec = self.support.recommendations.get(model)
        return next((_share(f.reason) for f in rec.factors if f.factor == "performance"), None) if rec else None

    def _tests(self, model: str, which: str) -> float | None:
        """How many measurements a model's quality rests on, as its reason tells them: "0" the first number, "1" the second."""
        rec = self.support.recommendations.get(model)
        reason = next((f.reason.en for f in rec.factors if f.factor == "performance"), None) if rec else None
        told = re.findall(r"\d+", found.group()) if reason and (found := _TESTS.search(reason)) else []
        return None if reason is None else float(told[int(which)]) if len(told) == 2 else 0.0

    def _told_month(self, model: str) -> float | None:
        """A monthly cost that stands in a text alone, where there is only one."""
        told = {f.value for f in self.support.figures.get(model, ()) if f.unit == "usd/month"}
        return told.pop() if len(told) == 1 else None

    def benchmarks(self) -> frozenset[str]:
        """Folded names of all tests that a card has a result of."""
        facts = (f for card in self.support.cards.values() for f in card.all("benchmarks"))
        return frozenset(name for f in facts if f.name for name in called(f.name))

    def ranked(self) -> Sequence[str]:
        """The ranking's models, best first; where there is only a comparison, its models by score."""
        ranking = self.support.evidence.ranking
        if ranking:
            return tuple(r.card.model for r in ranking.recommendations)
        compared = self.support.evidence.comparison
        rows = [self.support.recommendations.get(c.model) for c in compared.cards] if compared else []
        return tuple(r.card.model for r in sorted(filter(None, rows), key=lambda r: -r.score))

    def scope(self) -> tuple[tuple[str, ...], ...]:
        """The sets of models that "the cheapest" may be said of: those told first, all ranked, all compared."""
        ranked = tuple(self.ranked())
        scopes: list[tuple[str, ...]] = []
        if self.support.evidence.comparison:
            scopes.append(tuple(c.model for c in self.support.evidence.comparison.cards))
        if ranked:
            scopes += [ranked[:3], ranked]
        if not scopes:
            scopes.append(tuple(self.support.cards))
        return tuple(scopes)

    def holds(self, relation: Relation, subject: str, other: str, roles: frozenset[str]) -> bool | None:
        """Whether the relation is true of two models in any sense; None where the evidence cannot tell."""
        measures: tuple[Measure, ...] = (
            (relation.measure,) if relation.measure else ("price", "context", "output", "size", "speed", "memory")
        )
        known = False
        for measure in measures:
            for sense in self.senses(measure, roles, relation.form):
                a, b = sense(subject), sense(other)
                if measure == "score" and a is not None and b is None and self._ruled_out(other):
                    b = a - 1
                if a is None or b is None:
                    continue
                known = True
                if measure == "score" and relation.form == "comparative" and self.tied(subject, other):
                    return relation.negated or self._placed(subject, other) in (None, relation.sign > 0)
                if _true(relation, a, b) != relation.negated:
                    return True
        return False if known else None

    def _placed(self, subject: str, other: str) -> bool | None:
        """Whether the ranking puts the first of two before the second; None where it holds only one of them."""
        ranked = list(self.ranked())
        return ranked.index(subject) < ranked.index(other) if subject in ranked and other in ranked else None

    def _ruled_out(self, model: str) -> bool:
        """Whether a verdict says that a model does not meet the needs, so that any that does is ahead of it."""
        return any(v.card.model == model and not v.eligible and v.broken for v in self._verdicts())

    def comes_later(self, model: str) -> bool:
        """Whether a verdict rules a model out or gives it a place after the first."""
        place = self.value("place", model)
        return self._ruled_out(model) or (place is not None and place < -1)

    def _verdicts(self) -> tuple[Verdict, ...]:
        compared = self.support.evidence.comparison
        return (*self.support.evidence.verdicts, *(compared.verdicts if compared else ()))

    def tied(self, a: str, b: str) -> bool:
        """Whether every model ranked from one to the other is marked as practically as good as the one above it."""
        ranking = self.support.evidence.ranking
        if ranking is None:
            one, other = self.value("score", a), self.value("score", b)
            return one is not None and other is not None and abs(one - other) < TIE
        rows = {r.card.model: i for i, r in enumerate(ranking.recommendations)}
        if a not in rows or b not in rows:
            return False
        low, high = sorted((rows[a], rows[b]))
        return all(ranking.recommendations[i].tie for i in range(low + 1, high + 1))

    def holds_by(self, sense: str, relation: Relation, subject: str, other: str) -> bool | None:
        """As `holds`, in one named sense."""
        a, b = self.value(sense, subject), self.value(sense, other)
        return None if a is None or b is None else _true(relation, a, b) != relation.negated

    def extreme_by(self, sense: str, relation: Relation, subject: str, scopes: Sequence[Sequence[str]]) -> bool | None:
        """As `extreme`, in one named sense."""
        return self._extreme([self._sense(sense)], relation, subject, scopes, partial=True)

    def extreme(
        self, relation: Relation, subject: str, roles: frozenset[str], scopes: Sequence[Sequence[str]]
    ) -> bool | None:
        """Whether a model has the most (sign +1) or least of a measure among one of the scopes, all values known."""
        partial = relation.measure in (
            "speed",
            "latency",
            "cutoff",
            "output",
            "languages",
            "training",
            "measured",
            "tests",
        )
        return self._extreme(self.senses(relation.measure or "score", roles), relation, subject, scopes, partial)

    def _extreme(
        self,
        senses: Sequence[Sense],
        relation: Relation,
        subject: str,
        scopes: Sequence[Sequence[str]],
        partial: bool = False,
    ) -> bool | None:
        """`partial`: among those that have a value, as with tests that few models have taken."""
        known = False
        for sense in senses:
            for scope in scopes:
                members = dict.fromkeys((*scope, subject)) if subject in scope else dict.fromkeys(scope)
                values = [sense(m) for m in members]
                own = sense(subject)
                if own is None or subject not in members or len(members) < 2:
                    continue
                present = [v for v in values if v is not None]
                known = known or len(present) > 1
                if len(present) < len(values) and not (partial and len(present) > 1):
                    continue
                best = max(present) if relation.sign > 0 else min(present)
                if (abs(own - best) <= 1e-9 + EQUAL * abs(best) * (relation.measure == "score")) != relation.negated:
                    return True
        return False if known else None


def called(test: str) -> tuple[str, ...]:
    """A test's folded name, and the name without the bracket that says who ran it: "IFBench (AA)"."""
    full = fold(test)
    short = re.sub(r"\s*\([^)]*\)$", "", full)
    return (full, short) if short != full and len(short) >= 5 else (full,)


def _senses(measure: Measure, roles: frozenset[str]) -> Iterator[str]:
    if measure == "price":
        if "month" in roles:
            yield "month"
        elif "input" in roles and "output" not in roles:
            yield from ("price_in_usd_per_m", "low:price_in_usd_per_m")
        elif "output" in roles and "input" not in roles:
            yield from ("price_out_usd_per_m", "low:price_out_usd_per_m")
        else:
            yield from ("month", "price_in_usd_per_m", "price_out_usd_per_m", "low:price_in_usd_per_m", "mix")
        return
    table: Mapping[str, tuple[str, ...]] = {
        "context": ("context_tokens", "max_input_tokens"), "output": ("max_output_tokens",),
        "size": ("params_active_b",) if "active" in roles else ("params_total_b",),
        "speed": ("throughput_tokens_per_s", "told.speed", "fit.speed"), "latency": ("low:time_to_first_token_s" if "unthinking" in roles else "time_to_first_token_s",),
        "date": ("release_date",), "cutoff": ("knowledge_cutoff",), "memory": ("fit.total",),
        "quality": ("factor:performance", "bench:aa intelligence index", "bench:aa coding index"), "other": (),
        "measured": ("percentile",), "tests": ("tests:0", "tests:1"), "hallucination": ("hallucination",), "languages": ("languages",), "score": ("score", "place"), "training": ("pretraining_tokens_t",),
    }  # fmt: skip
    yield from table[measure]


_TESTS = re.compile(r"\([^()]*\b(?:measurements|tests)\b[^()]*\)")
_SHARE = re.compile(r"(\d+)\s?%")


def _share(text: Localised) -> float | None:
    found = _SHARE.search(text.en)
    return float(found.group(1)) if found else None


def _day(card: Card, name: str) -> float | None:
    value = card.value(name)
    if not isinstance(value, str):
        return None
    parts = [int(p) for p in value.split("-")[:3]]
    return parts[0] * 372 + (parts[1] * 31 if len(parts) > 1 else 0) + (parts[2] if len(parts) > 2 else 0)


def _true(relation: Relation, a: float, b: float) -> bool:
    if relation.form == "equal":
        return abs(a - b) <= (relation.ratio[1] if relation.ratio else EQUAL) * max(abs(a), abs(b))
    if relation.form == "difference" and relation.quantity:
        scale = 100 if relation.measure == "score" and max(abs(a), abs(b)) <= 1 else 1
        return _differs(relation.quantity, (a - b) * relation.sign * scale)
    if relation.form == "ratio" and relation.ratio:
        if b == 0:
            return False
        value, tolerance = relation.ratio
        ratio = a / b
        if relation.bound == "min":
            return ratio >= value * 0.99
        if relation.bound == "max":
            return ratio <= value * 1.01
        return abs(ratio - value) <= (tolerance if relation.percent else tolerance * value)
    return (a - b) * relation.sign > 1e-9 * max(abs(a), abs(b))


def _differs(quantity: Quantity, difference: float) -> bool:
    for value, step in quantity.readings:
        if (
            abs(value - difference)
            <= max(0.5 * step, (0.06 if quantity.approx or quantity.part else 0.03) * value) + 1e-9
        ):
            return True
    return False
