"""All cards against one person's needs, as columns: gates, utilities, scores, order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from advisor.domain.factors import FACTORS, Factor
from advisor.domain.hardware import OwnedDevice
from advisor.domain.needs import Granted, Needs
from advisor.scoring.ability import Abilities
from advisor.scoring.constraints import Gates, gates
from advisor.scoring.fit import Fits, fit
from advisor.scoring.situation import Situation, situation
from advisor.scoring.speed import COMFORTABLE_TOKENS_PER_S
from advisor.scoring.table import NO, Floats, Indices, Table
from advisor.scoring.use_cases import Part, UseCase
from advisor.scoring.utility import Utilities, utilities
from advisor.scoring.weights import parts, weights


@dataclass(frozen=True)
class Scored:
    """`rows` are the cards that no need excludes; `utilities` and `scores` go with them, place by place.

    `order` are the eligible rows and `unconfirmed` the doubtful ones, both best first.
    """

    table: Table
    case: Situation
    gates: Gates
    fits: Fits | None
    weights: Mapping[Factor, float]
    shares: Mapping[Part, float]
    rows: Indices
    utilities: Utilities
    scores: Floats
    order: Indices
    unconfirmed: Indices

    def place(self, row: int) -> int:
        """Where a row lies in `rows`; raises IndexError where it was excluded."""
        at = int(np.searchsorted(self.rows, row))
        if at >= len(self.rows) or self.rows[at] != row:
            raise IndexError(row)
        return at

    def score(self, row: int) -> float:
        return float(self.scores[self.place(row)])

    @property
    def excluded(self) -> dict[str, int]:
        """Cards that each need takes out, by the need's key; one that breaks two needs counts under both."""
        broken: dict[str, np.ndarray[tuple[int], np.dtype[np.bool_]]] = {}
        for gate in self.gates.gates:
            mine = gate.states == NO
            broken[gate.key] = broken[gate.key] | mine if gate.key in broken else mine
        counts = {key: int(rows.sum()) for key, rows in broken.items()}
        return {key: count for key, count in counts.items() if count}


def _fits(table: Table, case: Situation) -> Fits | None:
    if case.machine is None or not case.local:
        return None
    speed = max(case.needs.number("min_tokens_per_s") or 0.0, COMFORTABLE_TOKENS_PER_S)
    return fit(table.numbers, case.machine, case.context, speed)


def scored(
    table: Table,
    abilities: Abilities,
    uses: Mapping[str, UseCase],
    needs: Needs,
    given: Mapping[Factor, float] | None,
    devices: Sequence[OwnedDevice],
    today: str,
    granted: Granted,
) -> Scored:
    case = situation(needs, uses, devices, today, granted)
    fits = _fits(table, case)
    found = gates(table, abilities, case, fits)
    rows = np.flatnonzero(~found.failed)
    shares = parts(case)
    points = weights(case, given)
    values = utilities(table, abilities, case, fits, shares, rows)
    scores = np.zeros(len(rows))
    for column, factor in enumerate(FACTORS):
        scores = scores + values.values[:, column] * points[factor]
    best_first = np.argsort(-scores, kind="stable")
    doubtful = found.open_questions[rows[best_first]]
    return Scored(
        table=table,
        case=case,
        gates=found,
        fits=fits,
        weights=points,
        shares=shares,
        rows=rows,
        utilities=values,
        scores=scores,
        order=rows[best_first[~doubtful]],
        unconfirmed=rows[best_first[doubtful]],
    )
