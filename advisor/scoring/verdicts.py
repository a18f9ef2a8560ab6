"""Why this model, or why not: the needs that it breaks, or the points that it loses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.domain.advice import Recommendation, Verdict
from advisor.domain.factors import Factor
from advisor.errors import InputError
from advisor.scoring.breaches import breaches
from advisor.scoring.distinct import distinct, standing_for
from advisor.scoring.present import fit_of, recommendation, unknown_fields
from advisor.scoring.scored import Scored

if TYPE_CHECKING:
    from advisor.scoring.engine import Scorer


def verdict(scorer: Scorer, result: Scored, model: str) -> Verdict:
    """Against the best of the others: the first of the ranking, or the second for the first. Raises InputError."""
    row = row_of(scorer, model)
    broken = breaches(result, row)
    leaders = distinct(result, 2)
    mine = recommendation(scorer, result, row) if not broken else None
    group = result.table.groups[row]
    others = [leader for leader in leaders if leader != row and (result.table.groups[leader] != group or broken)]
    rival = recommendation(scorer, result, others[0]) if others else None
    eligible = bool(result.gates.eligible[row])
    return Verdict(
        card=result.table.cards[row],
        eligible=eligible,
        broken=broken,
        unknown=unknown_fields(result, row),
        position=_position(result, row) if eligible else None,
        recommendation=mine,
        rival=rival,
        losses=losses(mine, rival) if mine and rival else (),
        fit=fit_of(result, row),
    )


def losses(mine: Recommendation, rival: Recommendation) -> tuple[tuple[Factor, float], ...]:
    """Points (0..1) lost by factor, largest first; what is gained is negative."""
    gaps = [
        (own.factor, theirs.value * theirs.weight - own.value * own.weight)
        for own, theirs in zip(mine.factors, rival.factors, strict=True)
    ]
    return tuple(sorted(gaps, key=lambda pair: -pair[1]))


def row_of(scorer: Scorer, model: str) -> int:
    row = scorer.table.rows.get(model)
    if row is None:
        raise InputError(
            f"El modelo «{model}» no está en el catálogo.", f'The model "{model}" is not in the catalogue.'
        )
    return row


def _position(result: Scored, row: int) -> int:
    """From 1, near-duplicates counted once, replaced versions not at all and behind what replaces them."""
    ahead: set[int] = set()
    for other in result.order:
        if other == row:
            break
        if not standing_for(result, int(other)):
            ahead.add(int(result.table.groups[other]))
    ahead |= {int(result.table.groups[heir]) for heir in standing_for(result, row)}
    ahead.discard(int(result.table.groups[row]))
    return len(ahead) + 1
