"""What of a ranking is shown: one place for copies of a model, for a line of versions, and for siblings that only differ
in size where the larger one runs just as well. Whoever asks for one of them by name still gets its own verdict."""

from __future__ import annotations

import numpy as np

from advisor.scoring.scored import Scored

NEAR = 0.05
"""An heir whose score is this much lower, at most, still stands for the version that it replaces."""
DEARER = 1.15
"""And it may ask this many times the price."""
AT_EASE = 0.75
"""A larger sibling that sits this well on the machine leaves the smaller one nothing but speed beyond reading."""


def distinct(result: Scored, k: int) -> list[int]:
    """The first `k` eligible rows that nothing else stands for."""
    seen: set[int] = set()
    chosen: list[int] = []
    for row in map(int, result.order):
        if len(chosen) >= k:
            break
        group = int(result.table.groups[row])
        if group not in seen and not standing_for(result, row):
            seen.add(group)
            chosen.append(row)
    return chosen or [int(row) for row in result.order[: min(k, 1)]]


def standing_for(result: Scored, row: int) -> tuple[int, ...]:
    """Eligible rows that make this one superfluous: newer versions, about as good and as cheap, and larger siblings.

    Of two that would make each other superfluous the one ahead stays.
    """
    return tuple(
        other
        for other in _candidates(result, row)
        if row not in _candidates(result, other) or (-result.score(other), other) < (-result.score(row), row)
    )


def _candidates(result: Scored, row: int) -> tuple[int, ...]:
    newer = (heir for heir in result.table.heirs.get(row, ()) if _replaces(result, heir, row))
    larger = (other for other in result.table.siblings.get(row, ()) if _outgrows(result, other, row))
    return tuple(dict.fromkeys((*newer, *larger)))


def _eligible(result: Scored, row: int) -> bool:
    return not result.gates.failed[row] and not result.gates.open_questions[row]


def _replaces(result: Scored, heir: int, row: int) -> bool:
    if not _eligible(result, heir) or result.score(heir) < result.score(row) - NEAR:
        return False
    table, case = result.table, result.case
    if case.local or np.isnan(table.price_in[row, 0]):
        return True
    share = case.output_share
    heirs, own = (table.price_in[at] * (1 - share) + table.price_out[at] * share for at in (heir, row))
    return bool(np.nanmin(heirs, initial=np.inf) <= DEARER * np.nanmin(own))


def _outgrows(result: Scored, other: int, row: int) -> bool:
    """On own hardware, unless speed was asked for or the weights are to be tuned; and only a size that the use wants more
    of makes way."""
    case, parts = result.case, result.utilities.parts
    if "ease" not in parts or case.tuned or case.hurried or not _eligible(result, other):
        return False
    size, larger = (result.table.numbers["params_total_b"][at] for at in (row, other))
    if not (size < larger and size < case.use.size_low_b):
        return False
    mine, theirs = result.place(row), result.place(other)
    return bool(
        result.scores[theirs] >= result.scores[mine]
        and parts["quality"][theirs] >= parts["quality"][mine]
        and parts["ease"][theirs] >= AT_EASE
    )
