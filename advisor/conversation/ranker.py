"""The scorer with what a turn fills in, and the questions that are put to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypedDict

from advisor.conversation.both_ways import the_other_way
from advisor.conversation.deps import Deps
from advisor.conversation.within import House
from advisor.domain.advice import (
    Bought,
    Comparison,
    Fit,
    Footprint,
    ParetoPoint,
    Ranking,
    Recommendation,
    Verdict,
    WhatIf,
)
from advisor.domain.cards import Card
from advisor.domain.factors import Factor
from advisor.domain.hardware import OwnedDevice
from advisor.domain.needs import Dialogue, Granted, Needs, Purse
from advisor.domain.outlook import BEYOND, Outlook
from advisor.scoring.relax import HARDWARE

SHOWN = 5
"""Recommendations kept for a turn: three are told, the rest are a click away."""

_SOLD_GB = (8.0, 12.0, 16.0, 24.0, 32.0, 48.0)
"""Memories of graphics cards that one buys for a desk."""

BEYOND_TOLD = 3
EVERY = 100
"""Recommendations looked through for such a model: most rankings are shorter."""


_SET_BY = {
    "speed": frozenset({"latency", "min_tokens_per_s"}),
    "memory": frozenset({*HARDWARE, "max_params_b"}),
    "cost": frozenset({"budget_usd_month", "max_price_in_usd_per_m", "max_price_out_usd_per_m"}),
}
_BEST = re.compile(
    r"\b(?:best|strongest|smartest|top|most (?:capable|powerful|intelligent)|mejor(?:es)?|m[aá]s (?:potente|capaz|list[oa]|inteligente))s?\b",
    re.IGNORECASE,
)
_SETTLED = frozenset(
    {"priority", "local", "vram_gb", "ram_gb", "budget_usd_month", "max_price_in_usd_per_m", "max_price_out_usd_per_m"}
)
"""Needs beside which the best has a meaning of its own."""


class _Beside(TypedDict):
    devices: tuple[OwnedDevice, ...]
    today: str
    granted: Granted


class Ranker:
    """The scorer with this turn's hardware, weights, date and assumptions filled in."""

    def __init__(self, deps: Deps, now: Dialogue, weights: Mapping[Factor, float], house: House | None = None) -> None:
        self._deps, self._now, self._weights, self._house = deps, now, weights or None, house
        self._beside: _Beside = {"devices": now.devices, "today": deps.today(), "granted": now.granted}

    def of(self, needs: Needs, k: int = SHOWN) -> Ranking:
        """Within the house where one is asked for and any of its models will do; else of the whole catalogue."""
        if self._house is None:
            return self.of_all(needs, k)
        every = self.of_all(needs, len(self._deps.catalogue))
        own = [item for item in every.recommendations if item.card.model in self._house.models]
        return replace(every, recommendations=tuple((own or every.recommendations)[:k]))

    def of_all(self, needs: Needs, k: int = SHOWN) -> Ranking:
        return self._deps.scorer.rank(needs, k, weights=self._weights, **self._beside)

    def first(self, count: int) -> tuple[str, ...]:
        """The card ids of the first ones of the ranking."""
        return tuple(item.card.model for item in self.of(self._now.needs, count).recommendations)

    def finest(self, text: str, ranking: Ranking | None) -> Recommendation | None:
        """Where the best is asked for and nothing said of price, hardware or what comes first: what quality alone would put
        first; None where that is the first anyway."""
        needs = self._now.needs
        if (
            ranking is None
            or not ranking.recommendations
            or not _BEST.search(text[:2000])
            or _SETTLED & set(needs.values)
        ):
            return None
        found = self.of(needs.with_("priority", ("quality",)), 1).recommendations
        return found[0] if found and found[0].card.model != ranking.recommendations[0].card.model else None

    def verdict(self, model: str) -> Verdict:
        return self._deps.scorer.verdict(model, self._now.needs, weights=self._weights, **self._beside)

    def footprints(self, model: str) -> tuple[Footprint, ...]:
        return self._deps.scorer.footprints(model, self._now.needs, **self._beside)

    def compare(self, models: Sequence[str]) -> Comparison:
        return self._deps.scorer.compare(models, self._now.needs, weights=self._weights, **self._beside)

    def ranked(self) -> tuple[Recommendation, ...]:
        """All that meet the needs, the first one first."""
        return self.of(self._now.needs, EVERY).recommendations

    def fitting(self, models: Sequence[str], quantization: str) -> dict[str, tuple[float, bool | None]]:
        return self._deps.scorer.fitting(models, quantization, self._now.needs, **self._beside)

    def fit_in(self, model: str, key: str, gb: float) -> Fit | None:
        """How it runs on a machine with so much of that memory (vram_gb or ram_gb) in place of the one there is."""
        needs = Needs({k: v for k, v in self._now.needs.values.items() if k not in HARDWARE})
        needs = needs.with_("local", True).with_(key, gb)
        beside: _Beside = {**self._beside, "devices": ()}
        return self._deps.scorer.verdict(model, needs, weights=self._weights, **beside).fit

    def regardless(self, of: str) -> Recommendation | None:
        """What quality alone would put first, without the needs that the thing (speed, cost, memory) set."""
        kept = {k: v for k, v in self._now.needs.values.items() if k not in _SET_BY.get(of, frozenset())}
        return next(iter(self.of(Needs(kept).with_("priority", ("quality",)), 1).recommendations), None)

    def quality(self, models: Sequence[str], use: str) -> dict[str, float | None]:
        """Of two to five models, the measured quality (0..1 of the catalogue) for that use, or for the one told."""
        needs = self._now.needs.with_("use_case", use) if use else self._now.needs
        found = self._deps.scorer.compare(models, needs, weights=self._weights, **self._beside)
        row = next((row for row in found.rows if row.key == "quality"), None)
        numbers = row.numbers if row else (None,) * len(found.cards)
        return {card.model: number for card, number in zip(found.cards, numbers, strict=True)}

    def what_if(self) -> tuple[WhatIf, ...]:
        return self._deps.scorer.what_if(self._now.needs, weights=self._weights, **self._beside)

    def machines(self) -> tuple[tuple[float, Recommendation], ...]:
        """What would come first on graphics cards of each size; of the sizes that lead to the same model, the smallest."""
        bare = Needs({k: v for k, v in self._now.needs.values.items() if k not in HARDWARE}).with_("local", True)
        beside: _Beside = {**self._beside, "devices": ()}
        found: dict[str, tuple[float, Recommendation]] = {}
        for gb in _SOLD_GB:
            ranking = self._deps.scorer.rank(bare.with_("vram_gb", gb), 1, weights=self._weights, **beside)
            for first in ranking.recommendations:
                found.setdefault(first.card.model, (gb, first))
        return tuple(found.values())

    def bought(self, purse: Purse | None, models: Sequence[str]) -> tuple[Bought, ...]:
        """What the sum buys with these models, else with the first ones of the ranking. Documents are texts of some pages
        where nobody said what is done with them."""
        if purse is None:
            return ()
        needs = self._now.needs
        if purse.of in ("documents", "pages") and "use_case" not in needs:
            needs = needs.with_("use_case", "summarization")
        chosen = models or [r.card.model for r in self.of(needs, BEYOND_TOLD).recommendations]
        return self._deps.scorer.bought(chosen, purse, needs, **self._beside)

    def beyond(self, view: Outlook | None, card: Card) -> tuple[tuple[int, Recommendation], ...]:
        """With their places, the first of those that meet the needs and are newer, larger, smaller, roomier or cheaper
        than the card; or those that come after the ones told ("others")."""
        ranked = tuple(enumerate(self.of(self._now.needs, EVERY).recommendations, start=1))
        if view == "others":
            told = self._now.shown[:BEYOND_TOLD]
            last = max((place for place, item in ranked if item.card.model in told), default=0)
            return ranked[last : last + BEYOND_TOLD]
        field = BEYOND[view] if view else ""
        less = view in ("smaller", "cheaper")
        own = next((_measured(field, item) for _, item in ranked if item.card.model == card.model), card.value(field))
        found = []
        for place, item in ranked:
            value = _measured(field, item)
            known = own is not None and value is not None and type(own) is type(value)
            more = known and (value < own if less else value > own)  # type: ignore[operator]
            if more and item.card.model != card.model:
                found.append((place, item))
        return tuple(found[:BEYOND_TOLD])

    def for_use(self, use: str, model: str) -> tuple[Verdict, Recommendation | None]:
        """What the model would be for another use, all else as it is, and the first for that use."""
        needs = self._now.needs.with_("use_case", use)
        verdict = self._deps.scorer.verdict(model, needs, weights=self._weights, **self._beside)
        return verdict, next(iter(self.of(needs, 1).recommendations), None)

    def window(self) -> int:
        """Tokens of context that the use comfortably needs (knowledge/use_cases.yaml)."""
        return self._deps.scorer.use_cases[self._now.needs.text("use_case") or "general"].context

    def rented(self, models: Sequence[str]) -> tuple[tuple[Recommendation, float | None], ...]:
        """These models over an API, with the memory that each takes where it is run, and then the first over an API, where
        it is none of them. What is not served at a price is left out."""
        away = the_other_way(self._now.needs, at_home=True)
        beside: _Beside = {**self._beside, "devices": ()}
        first = self._deps.scorer.rank(away, 1, weights=self._weights, **beside).recommendations
        found: dict[str, tuple[Recommendation, float | None]] = {}
        for model in (*models, *(item.card.model for item in first)):
            item = self._deps.scorer.verdict(model, away, weights=self._weights, **beside).recommendation
            home = self.verdict(model).recommendation
            gb = (home.fit.total_gb if home.fit else home.memory_gb) if home else None
            if item and item.cost:
                found.setdefault(model, (item, gb))
        return tuple(found.values())

    def hosted_or_owned(
        self, model: str, card_gb: float, *, owned: bool
    ) -> tuple[Recommendation, Card | None, bool] | None:
        """The model over an API, if a machine with such a card (or the one that is owned) would run it, else the first that it
        would run, with the model that it stands in for; and whether the volume is assumed. None without a price."""
        away = the_other_way(self._now.needs, at_home=True)
        beside: _Beside = {**self._beside, "devices": ()}
        bare = {k: v for k, v in self._now.needs.values.items() if owned or k not in HARDWARE}
        home = Needs(bare).with_("local", True)
        home = home if owned else home.with_("vram_gb", card_gb)
        at_home = self._beside if owned else beside
        first = self._deps.scorer.verdict(model, home, weights=self._weights, **at_home)
        stands_in = None
        if first.recommendation is None or first.fit is None or not first.fit.fits:
            ranked = self._deps.scorer.rank(home, EVERY, weights=self._weights, **at_home).recommendations
            names = [item.card.model for item in ranked]
            stands_in = first.card
        else:
            names = [model]
        for name in names:
            item = self._deps.scorer.verdict(name, away, weights=self._weights, **beside).recommendation
            here = self._deps.scorer.verdict(name, home, weights=self._weights, **at_home).recommendation
            if item and item.cost:
                volumes = {"tokens_per_month", "items_per_month", "users", "items_once"}
                return (
                    replace(item, fit=here.fit if here else None),
                    stands_in,
                    not volumes & set(self._now.needs.values),
                )
        return None

    def front(self) -> tuple[ParetoPoint, ...]:
        return self._deps.scorer.pareto(self._now.needs, **self._beside)

    def winner(self, models: Sequence[str]) -> str | None:
        """The eligible one of these models with the most points; None where none is."""
        scorer = self._deps.scorer
        result = scorer.scored(self._now.needs, self._weights, **self._beside)
        rows = {model: scorer.table.rows[model] for model in models if model in scorer.table.rows}
        eligible = [model for model, row in rows.items() if result.gates.eligible[row]]
        return max(eligible, key=lambda model: result.score(rows[model]), default=None)

    def best(self, models: Sequence[str]) -> str | None:
        """The first of these models where it will do; else the eligible one with the most points; else one of which it is
        known why not, or where that is the first, one of which it is not. None where it is known of all."""
        first = self.verdict(models[0])
        if first.eligible:
            return models[0]
        other = next((model for model in models if bool(self.verdict(model).broken) != bool(first.broken)), None)
        return self.winner(models) or other or (None if first.broken else models[0])


def _measured(field: str, item: Recommendation) -> object:
    """What of a model is set against another's: a price is what the month costs."""
    if field == "price_in_usd_per_m":
        return item.cost.usd_month if item.cost else None
    return item.card.value(field)
