"""From what each method found to one ranking with a score that means the same in every search. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray

RANK_CONSTANT = 10.0
"""k of reciprocal rank fusion; small, since a right answer should stand within the first three."""

NAMED = 0.6
"""From this strength of its name on a card stands back no more: a nickname, or a name of one word, that says enough."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one id: `dense` and `words` about in 0..1 (1: as near as two wordings of one question),
    `name` 1 where the text names this card in full and says little else."""

    dense: float = 0.0
    words: float = 0.0
    name: float = 0.0


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks for "nothing here answers this": the evidence for questions without an answer, and `strange`, how much
    likelier the question's words are in those than in what is known here (log of the ratio)."""

    dense: float = 0.0
    words: float = 0.0
    strange: float = 0.0


NO_DOUBT = Doubt()


@dataclass(frozen=True, slots=True)
class Weights:
    """In the order of `features`. Fitted by `python -m tests.evals.retrieval.tune`."""

    dense: float = 5.39
    words: float = 2.44
    name: float = 4.43
    ranks: float = 0.69
    card: float = -1.75
    """Cards answer what is asked of a model by its name; the less surely it is named, the more a section comes first."""
    doubt_dense: float = -4.77
    doubt_words: float = -4.7
    doubt_strange: float = -1.36
    bias: float = -1.52


WEIGHTS = Weights()
THRESHOLD = 0.22
"""The score below which the best hit does not count as found."""


def fuse(found: Mapping[str, Evidence], doubt: Doubt = NO_DOUBT, weights: Weights = WEIGHTS) -> list[tuple[str, float]]:
    """(id, score in 0..1), best first: a logistic model of the methods' scores and of their reciprocal ranks.

    `doubt` lowers all scores alike.
    """
    if not found:
        return []
    ids = sorted(found)
    scores = 1 / (1 + np.exp(-(features(found, doubt) @ np.array(astuple(weights)))))
    order = sorted(range(len(ids)), key=lambda row: (-scores[row], ids[row]))
    return [(ids[row], float(scores[row])) for row in order]


def features(found: Mapping[str, Evidence], doubt: Doubt) -> NDArray[np.float64]:
    """One row an id, in the order of the sorted ids; one column a weight."""
    ids = sorted(found)
    dense, words, name = (np.array([getattr(found[i], part) for i in ids]) for part in ("dense", "words", "name"))
    unnamed_card = np.array([i.startswith("card/") for i in ids]) * np.maximum(0, 1 - (name / NAMED) ** 2)
    constant = np.ones(len(ids))
    return np.column_stack(
        [
            dense,
            words,
            name,
            (_reciprocal_ranks(dense) + _reciprocal_ranks(words)) / 2,
            unnamed_card,
            doubt.dense * constant,
            doubt.words * constant,
            doubt.strange * constant,
            constant,
        ]
    )


def _reciprocal_ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """1 / (k + rank), rank from 1 and shared by equals; 0 where a method found nothing."""
    ranks = 1 + np.searchsorted(np.sort(-values), -values, side="left")
    return np.where(values > 0, 1 / (RANK_CONSTANT + ranks), 0.0)
