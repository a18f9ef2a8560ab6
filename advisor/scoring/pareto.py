"""The models that no other beats on quality and one more axis at once: what a better one would cost, in plain sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from advisor.domain.advice import ParetoAxis, ParetoPoint
from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.scoring.cost import blended_usd_per_m, costs
from advisor.scoring.scored import Scored
from advisor.scoring.situation import Workload
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
                card = scorer.table.cards[row]
                facts = _facts(card, axis, result)
                points.append(ParetoPoint(card, axis, float(ranks[row]), float(values[row]), facts))
    return tuple(points)


def _facts(card: Card, axis: ParetoAxis, result: Scored) -> tuple[Fact, ...]:
    if axis == "cost":
        share = result.case.output_share
        paid = costs(card, Workload(1e6 * (1 - share), 1e6 * share, assumed=True))[:1]
        return tuple(fact for cost in paid for fact in (cost.price_in, cost.price_out))
    if axis == "size":
        return tuple(fact for fact in card.all("params_total_b")[:1] if fact.known)
    if result.fits is not None:
        return ()
    speeds = [fact for fact in card.all("throughput_tokens_per_s") if fact.number is not None]
    return (max(speeds, key=lambda fact: fact.number or 0.0),) if speeds else ()


def _axis(scorer: Scorer, result: Scored, axis: ParetoAxis) -> Floats | None:
    if axis == "size":
        return scorer.table.numbers["params_total_b"]
    if axis == "cost":
        return None if result.case.local else blended_usd_per_m(scorer.table, result.case.output_share)
    if result.fits is not None:
        return np.asarray(np.sqrt(result.fits.low * result.fits.high))
    return scorer.table.throughput
