"""From what each method found to one ranking with a score that means the same in every search. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

RANK_CONSTANT = 10.0
"""k of reciprocal rank fusion; small, since a right answer should stand within the first three."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one id: `dense` and `words` about in 0..1 (1: as near as two wordings of one question),
    `name` 1 where the text names this card in full."""

    dense: float = 0.0
    words: float = 0.0
    name: float = 0.0


@dataclass(frozen=True, slots=True)
class Weights:
    dense: float = 5.0
    words: float = 3.0
    name: float = 6.0
    ranks: float = 12.0
    card: float = -1.5
    """Cards answer what is asked of a model by its name; without one, a section of the guide comes first."""
    decoy_dense: float = -2.0
    decoy_words: float = -1.0
    bias: float = -5.5


WEIGHTS = Weights()
THRESHOLD = 0.5
"""The score below which the best hit does not count as found (see `python -m advisor.training calibrate`)."""


def fuse(
    found: Mapping[str, Evidence], decoy: Evidence = Evidence(), weights: Weights = WEIGHTS
) -> list[tuple[str, float]]:
    """(id, score in 0..1), best first: a logistic model of the methods' scores and of their reciprocal ranks.

    `decoy` is what speaks for "nothing here answers this"; it lowers all scores alike.
    """
    if not found:
        return []
    ids = sorted(found)
    dense = np.array([found[identifier].dense for identifier in ids])
    words = np.array([found[identifier].words for identifier in ids])
    name = np.array([found[identifier].name for identifier in ids])
    card = np.array([identifier.startswith("card/") for identifier in ids])
    ranks = (_reciprocal_ranks(dense) + _reciprocal_ranks(words)) / 2
    total = (
        weights.bias
        + weights.dense * dense
        + weights.words * words
        + weights.name * name
        + weights.ranks * ranks
        + weights.card * (card & (name == 0))
        + weights.decoy_dense * decoy.dense
        + weights.decoy_words * decoy.words
    )
    scores = 1 / (1 + np.exp(-total))
    order = sorted(range(len(ids)), key=lambda row: (-scores[row], ids[row]))
    return [(ids[row], float(scores[row])) for row in order]


def _reciprocal_ranks(
    values: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """1 / (k + rank), rank from 1 and shared by equals; 0 where a method found nothing."""
    ranks = 1 + np.searchsorted(np.sort(-values), -values, side="left")
    return np.where(values > 0, 1 / (RANK_CONSTANT + ranks), 0.0)
