"""The scorer: hard needs filter, soft needs score, every part shown. Deterministic; no clock, no network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from advisor.domain import formats
from advisor.domain.advice import (
    Bought,
    Comparison,
    Footprint,
    ParetoPoint,
    Ranking,
    Recommendation,
    Unconfirmed,
    Verdict,
    WhatIf,
)
from advisor.domain.cards import Catalogue
from advisor.domain.factors import Factor
from advisor.domain.hardware import OwnedDevice
from advisor.domain.needs import Granted, Needs, Purse
from advisor.scoring import ability
from advisor.scoring.compare import compare
from advisor.scoring.cost import costs
from advisor.scoring.distinct import distinct
from advisor.scoring.fitting import fitting
from advisor.scoring.footprint import footprints
from advisor.scoring.pareto import pareto
from advisor.scoring.present import recommendation, unknown_fields
from advisor.scoring.relax import relaxations
from advisor.scoring.remarks import remarks
from advisor.scoring.scored import Scored, scored
from advisor.scoring.situation import HELD
from advisor.scoring.table import build
from advisor.scoring.use_cases import Benchmark, UseCase, parse_benchmarks, parse_use_cases
from advisor.scoring.verdicts import verdict
from advisor.scoring.what_if import what_if

TIE = 0.01
"""Scores this close are practically a tie: no part of the score is known to a hundredth."""
UNCONFIRMED_SHOWN = 500
NOTHING = Granted()


class Scorer:
    """Built once from the catalogue; each question after that is columns of arithmetic."""

    def __init__(
        self, catalogue: Catalogue, benchmarks: Mapping[str, Benchmark], use_cases: Mapping[str, UseCase]
    ) -> None:
        self.catalogue = catalogue
        self.benchmarks = benchmarks
        self.use_cases = use_cases
        self.table = build(catalogue.cards, lambda card: float(len(ability.readings(card, benchmarks))))
        self.abilities = ability.fit(self.table.cards, benchmarks)
        # What the first question would otherwise wait for: the ranks of each use, and how numbers are written.
        for use in use_cases.values():
            self.abilities.ranked(use.capabilities)
        formats.ready()

    @classmethod
    def of(cls, catalogue: Catalogue, knowledge: Path) -> Scorer:
        """With benchmarks.yaml and use_cases.yaml out of the knowledge folder. Raises KnowledgeError."""
        import yaml

        read = {
            name: yaml.safe_load((knowledge / f"{name}.yaml").read_text(encoding="utf-8")) or {}
            for name in ("benchmarks", "use_cases")
        }
        return cls(catalogue, parse_benchmarks(read["benchmarks"]), parse_use_cases(read["use_cases"]))

    def rank(
        self,
        needs: Needs,
        k: int = 10,
        *,
        weights: Mapping[Factor, float] | None = None,
        devices: Sequence[OwnedDevice] = (),
        today: str = "",
        granted: Granted = NOTHING,
    ) -> Ranking:
        """The best `k` eligible models, near-duplicates and replaced versions once.

        Here and below `weights` are the person's own (any non-negative numbers; None: derived from the needs), `today`
        is an ISO day (empty: the catalogue's date), and `granted` is what the conversation assumes or will not have assumed.
        """
        result = self.scored(needs, weights, devices, today, granted)
        recommendations: list[Recommendation] = []
        for row in distinct(result, k):
            above = recommendations[-1].score if recommendations else None
            score = result.score(row)
            recommendations.append(recommendation(self, result, row, tie=above is not None and above - score < TIE))
        return Ranking(
            recommendations=tuple(recommendations),
            eligible=len(result.order),
            total=len(self.table),
            excluded=result.excluded,
            unconfirmed=tuple(
                Unconfirmed(self.table.cards[row], unknown_fields(result, row))
                for row in result.unconfirmed[:UNCONFIRMED_SHOWN]
            ),
            relaxations=() if len(result.order) else relaxations(result, self._again(weights, devices, today, granted)),
            weights=result.weights,
            assumptions=result.case.assumptions,
            cautions=remarks(result.case),
        )

    def verdict(
        self,
        model: str,
        needs: Needs,
        *,
        weights: Mapping[Factor, float] | None = None,
        devices: Sequence[OwnedDevice] = (),
        today: str = "",
        granted: Granted = NOTHING,
    ) -> Verdict:
        """Why or why not this model (a card's id). Raises InputError for one that is not in the catalogue."""
        return verdict(self, self.scored(needs, weights, devices, today, granted), model)

    def compare(
        self,
        models: Sequence[str],
        needs: Needs,
        *,
        weights: Mapping[Factor, float] | None = None,
        devices: Sequence[OwnedDevice] = (),
        today: str = "",
        granted: Granted = NOTHING,
    ) -> Comparison:
        """Two to five card ids. Raises InputError."""
        return compare(self, self.scored(needs, weights, devices, today, granted), models)

    def footprints(
        self,
        model: str,
        needs: Needs,
        *,
        devices: Sequence[OwnedDevice] = (),
        today: str = "",
        granted: Granted = NOTHING,
    ) -> tuple[Footprint, ...]:
        """What a model takes at each quantization and context. Raises InputError for one that is not in the catalogue."""
        return footprints(self, self.scored(needs, None, devices, today, granted), model)

    def fitting(
        self,
        models: Sequence[str],
        quantization: str,
        needs: Needs,
        *,
        devices: Sequence[OwnedDevice] = (),
        today: str = "",
        granted: Granted = NOTHING,
    ) -> dict[str, tuple[float, bool | None]]:
        """What each takes at one quantization (`scoring.memory`), in GB, and whether that fits the machine whole."""
        return fitting(self, self.scored(needs, None, devices, today, granted), models, quantization)

    def what_if(
        self,
        needs: Needs,
        *,
        weights: Mapping[Factor, float] | None = None,
        devices: Sequence[OwnedDevice] = (),
        today: str = "",
        granted: Granted = NOTHING,
    ) -> tuple[WhatIf, ...]:
        """Every change is ranked with the same weights as the first ranking."""
        return what_if(
            self, self.scored(needs, weights, devices, today, granted), self._again(weights, devices, today, granted)
        )

    def pareto(
        self, needs: Needs, *, devices: Sequence[OwnedDevice] = (), today: str = "", granted: Granted = NOTHING
    ) -> tuple[ParetoPoint, ...]:
        """No weights: a front holds what nobody beats, whatever weighs more."""
        return pareto(self, self.scored(needs, None, devices, today, granted))

    def bought(
        self,
        models: Sequence[str],
        purse: Purse,
        needs: Needs,
        *,
        devices: Sequence[OwnedDevice] = (),
        today: str = "",
        granted: Granted = NOTHING,
    ) -> tuple[Bought, ...]:
        """How many cases the sum pays for with each of the models that have a price, or the cases that it is asked for; none
        where a case has no length."""
        piece = self.scored(needs, None, devices, today, granted).case.piece
        if piece is None:
            return ()
        cards = [self.catalogue.by_id[model] for model in models if model in self.catalogue.by_id]
        paid = [(card, cost) for card in cards for cost in costs(card, piece)[:1] if cost.usd_month > 0]
        return tuple(
            Bought(card, purse.count or purse.usd / cost.usd_month, cost, piece.assumed) for card, cost in paid
        )

    def _again(
        self, weights: Mapping[Factor, float] | None, devices: Sequence[OwnedDevice], today: str, granted: Granted
    ) -> Callable[[Needs], Scored]:
        """Scores changed needs, in which what is assumed and held like a need is written out already: it is not assumed
        once more."""
        rest = tuple(a for a in granted.assumed if a.key not in HELD)
        dropped = granted.dropped | {a.key for a in granted.assumed if a.key in HELD}
        return lambda needs: self.scored(needs, weights, devices, today, Granted(rest, dropped))

    def scored(
        self,
        needs: Needs,
        weights: Mapping[Factor, float] | None = None,
        devices: Sequence[OwnedDevice] = (),
        today: str = "",
        granted: Granted = NOTHING,
    ) -> Scored:
        """The columns behind a ranking."""
        day = today or self.catalogue.date
        return scored(self.table, self.abilities, self.use_cases, needs, weights, devices, day, granted)
