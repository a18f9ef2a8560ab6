"""A trained sense: how likely a message is of each class, and which of its words say so (multinomial logistic regression).

The score of class c is  bias[c] + sum over features of value * weight[feature, c] + sum over ways of naming[c, way] *
way_weight[way]; the softmax of the scores is the likelihood. Trained by `python -m advisor.training.senses`.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.errors import KnowledgeError
from advisor.understand.features import Feature

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Sense:
    """`keys` are the sorted CRC-32 of the features' names, `weights` [feature, class] in steps of `step` [class]."""

    classes: tuple[str, ...]
    keys: NDArray[np.uint32]
    weights: NDArray[np.int8]
    step: Floats
    bias: Floats
    ways: Floats

    def weigh(self, features: Mapping[str, Feature], named: Mapping[str, Sequence[float]] | None = None) -> Opinion:
        """`named`: by class, the ways in which the lexicon's phrases name it."""
        given = list(features.items())
        wanted = np.fromiter((zlib.crc32(name.encode()) for name, _ in given), np.uint32, len(given))
        places = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        known = np.flatnonzero(self.keys[places] == wanted)
        values = np.array([given[k][1].value for k in known], np.float32)
        parts = values[:, None] * self.weights[places[known]] * self.step
        scores = self.bias + parts.sum(axis=0)
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


_FILE = "weights.npz"
_PARTS = ("keys", "weights", "step", "bias", "ways")


def save_senses(senses: Mapping[str, Sense], folder: Path) -> Path:
    """As load_senses reads them; the same senses make the same bytes."""
    arrays: dict[str, NDArray[Any]] = {}
    for name, sense in senses.items():
        arrays[f"{name}/classes"] = np.array(sense.classes)
        arrays |= {f"{name}/{part}": getattr(sense, part) for part in _PARTS}
    path = folder / _FILE
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, allow_pickle=False, **arrays)
    return path


def load_senses(folder: Path) -> dict[str, Sense]:
    """By name, the senses of knowledge/senses. Raises KnowledgeError."""
    path = folder / _FILE
    try:
        with np.load(path, allow_pickle=False) as file:
            names = sorted({entry.partition("/")[0] for entry in file.files})
            return {
                name: Sense(
                    tuple(str(c) for c in file[f"{name}/classes"]),
                    *(file[f"{name}/{part}"] for part in _PARTS),
                )
                for name in names
            }
    except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        raise KnowledgeError(
            f"{path.name}: no se puede leer ({error}). Vuelve a copiarlo o entrénalo: python -m advisor.training.senses.",
            f"{path.name}: cannot be read ({error}). Copy it again or train it: python -m advisor.training.senses.",
        ) from error
