"""The models that no other beats on quality and one more axis at once: what a better one would cost, in plain sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from advisor.domain.advice import ParetoAxis, ParetoPoint
from advisor.scoring.cost import blended_usd_per_m
from advisor.scoring.scored import Scored
from advisor.scoring.table import Floats
from advisor.scoring.utility import quality

if TYPE_CHECKING:
    from advisor.scoring.engine import Scorer

AXES: tuple[tuple[ParetoAxis, int], ...] = (("cost", -1), ("speed", 1), ("size", -1))


def pareto(scorer: Scorer, result: Scored) -> tuple[ParetoPoint, ...]:
    """Fronts among the eligible, axis by axis, best quality first. Only measured quality and known values take part."""
    ranks, _ = quality(scorer.abilities, result.case)
    measured = scorer.abilities.measured
    points: list[ParetoPoint] = []
    for axis, sign in AXES:
        values = _axis(scorer, result, axis)
        if values is None:
            continue
        rows = [int(row) for row in result.order if measured[row] and not np.isnan(values[row])]
        rows.sort(key=lambda row: (-ranks[row], -sign * values[row]))
        best = -np.inf
        for row in rows:
            if sign * values[row] > best:
                best = sign * values[row]
                points.append(ParetoPoint(scorer.table.cards[row], axis, float(ranks[row]), float(values[row])))
    return tuple(points)


def _axis(scorer: Scorer, result: Scored, axis: ParetoAxis) -> Floats | None:
    if axis == "size":
        return scorer.table.numbers["params_total_b"]
    if axis == "cost":
        return None if result.case.local else blended_usd_per_m(scorer.table, result.case.use.output_share)
    if result.fits is not None:
        return np.asarray(np.sqrt(result.fits.low * result.fits.high))
    return scorer.table.throughput
