"""A trained sense with one hidden layer, and which of a message's words speak for what it says.

The units are  u = max(0, shift + sum over features of value * weight[feature]); the score of class c is
bias[c] + u . out[:, c] + sum over ways of naming[c, way] * ways[way]; the softmax of the scores is the likelihood.
At a given message the units that are on make this a linear function of its features, so each has an exact part in
every score. Trained by `python -m advisor.training.senses`.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.understand.senses.features import Feature

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Sense:
    """`keys` are the sorted CRC-32 of the features' names, `weights` [feature, unit] in steps of `step` [unit]."""

    classes: tuple[str, ...]
    keys: NDArray[np.uint32]
    weights: NDArray[np.int8]
    step: Floats
    bias: Floats
    ways: Floats
    shift: Floats
    out: Floats

    def weigh(self, features: Mapping[str, Feature], named: Mapping[str, Sequence[float]] | None = None) -> Opinion:
        """`named`: by class, the ways in which the lexicon's phrases name it."""
        given = [*features.items(), *naming_features(named or {}).items()]
        wanted = np.fromiter((zlib.crc32(name.encode()) for name, _ in given), np.uint32, len(given))
        places = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        known = np.flatnonzero(self.keys[places] == wanted)
        values = np.array([given[k][1].value for k in known], np.float32)
        told = values[:, None] * self.weights[places[known]] * self.step
        units = self.shift + told.sum(axis=0)
        parts = (told * (units > 0)) @ self.out
        scores = self.bias + np.maximum(units, 0) @ self.out
        for name, ways in (named or {}).items():
            if name in self.classes:
                scores[self.classes.index(name)] += float(np.dot(ways, self.ways))
        shares = np.exp(scores - scores.max())
        return Opinion(self.classes, shares / shares.sum(), parts, tuple(given[k][1].at for k in known))


@dataclass(frozen=True, eq=False)
class Opinion:
    """`likely` sums to 1 over the classes; `parts` [feature, class] are what the features at tokens `at` add to the scores."""

    classes: tuple[str, ...]
    likely: Floats
    parts: Floats
    at: tuple[int, ...]

    def of(self, name: str) -> float:
        return float(self.likely[self.classes.index(name)])

    @property
    def top(self) -> str:
        return self.classes[int(self.likely.argmax())]

    def words(self, name: str) -> dict[int, float]:
        """By token, how much it speaks for the class beyond what it says for all classes alike."""
        column = self.parts[:, self.classes.index(name)] - self.parts.mean(axis=1)
        found: dict[int, float] = {}
        for at, part in zip(self.at, column, strict=True):
            if at >= 0:
                found[at] = found.get(at, 0.0) + float(part)
        return found


def naming_features(named: Mapping[str, Sequence[float]]) -> dict[str, Feature]:
    """What the lexicon's phrases name, as features beside the words; none belongs to a token of its own."""
    return {
        f"way:{name}:{k}": Feature(value, -1) for name, ways in named.items() for k, value in enumerate(ways) if value
    }
