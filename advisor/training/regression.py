"""Fitting the senses of advisor/understand/sense.py: multinomial logistic regression by L-BFGS with an L2 penalty.

Words that no example has are reached through the project's static embedder: its vectors enter as further features of
the words, and what is learnt of them is folded into one row a word, so that reading needs no embedder.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from advisor.training.examples import Example
from advisor.understand.features import NAMINGS, Feature
from advisor.understand.sense import Sense

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Recipe:
    """`penalty` and `way_penalty` are L2 weights; `vector_scale` sets how much the embedder's word vectors count beside
    the words; `unnamed` is the share of weight with which an example that is not fresh is learnt without the lexicon's
    phrases, whose authors had read it; a feature must occur in `least` examples."""

    penalty: float = 2.0
    way_penalty: float = 0.05
    vector_scale: float = 1.5
    unnamed: float = 0.5
    least: int = 2
    steps: int = 80


@dataclass(frozen=True)
class Shown:
    """An example as the senses see it."""

    example: Example
    features: Mapping[str, Feature]
    namings: Mapping[str, Sequence[float]]


@dataclass(frozen=True)
class Words:
    """The embedder's whole words, and their vectors [word, dimension]."""

    index: Mapping[str, int]
    vectors: NDArray[np.float32]


def read_words(folder: Path) -> Words:
    """From an embedder's folder, without the pieces of words. Vectors are scaled to a mean length of 1."""
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    tensors = load_file(folder / "model.safetensors")
    table = tensors["embeddings"].astype(np.float32) * tensors["weights"][:, None]
    known = Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab()
    words = sorted(word for word in known if word.isalpha() and len(word) > 1)
    vectors = table[[known[word] for word in words]]
    return Words({word: n for n, word in enumerate(words)}, vectors / np.linalg.norm(vectors, axis=1).mean())


@dataclass(frozen=True)
class Fitted:
    """Weights before rounding: by feature's name a row over the classes."""

    classes: tuple[str, ...]
    rows: Mapping[str, Array]
    bias: Array
    ways: Array


def fit(shown: Sequence[Shown], classes: tuple[str, ...], label: str, words: Words, recipe: Recipe) -> Fitted:
    """`label`: "uses" or "intents". Only uses are named by the lexicon's phrases."""
    from scipy import optimize, sparse  # type: ignore[import-untyped]

    counts = Counter(name for one in shown for name in one.features if not name.startswith("e:"))
    names = sorted(name for name, count in counts.items() if count >= recipe.least)
    place = {name: n for n, name in enumerate(names)}
    width = len(names) + words.vectors.shape[1]
    rows, columns, values = [], [], []
    dense = np.zeros((len(shown), words.vectors.shape[1]))
    for n, one in enumerate(shown):
        for name, feature in one.features.items():
            if name in place:
                rows.append(n)
                columns.append(place[name])
                values.append(feature.value)
            elif name.startswith("e:") and name[2:] in words.index:
                dense[n] += feature.value * recipe.vector_scale * words.vectors[words.index[name[2:]]]
    given = sparse.hstack(
        [sparse.csr_matrix((values, (rows, columns)), shape=(len(shown), len(names))), sparse.csr_matrix(dense)]
    ).tocsr()
    named = np.zeros((len(shown), len(classes), NAMINGS))
    right = np.zeros((len(shown), len(classes)))
    for n, one in enumerate(shown):
        for use, given_ways in one.namings.items():
            if use in classes:
                named[n, classes.index(use)] = given_ways
        for name, share in getattr(one.example, label).items():
            right[n, classes.index(name)] = share
    weight = np.array([one.example.weight for one in shown])
    turned = given.T.tocsr()

    def parts(flat: Array) -> tuple[Array, Array, Array]:
        cut = width * len(classes)
        return flat[:cut].reshape(width, -1), flat[cut : cut + len(classes)], flat[cut + len(classes) :]

    def loss(flat: Array) -> tuple[float, Array]:
        weights, bias, ways = parts(flat)
        scores = given @ weights + bias + named @ ways
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        off = weight[:, None] * (np.exp(logs) - right)
        penalty = 0.5 * recipe.penalty * float((weights**2).sum()) + 0.5 * recipe.way_penalty * float((ways**2).sum())
        slope = [
            (turned @ off + recipe.penalty * weights).ravel(),
            off.sum(axis=0),
            np.einsum("nk,nkm->m", off, named) + recipe.way_penalty * ways,
        ]
        return -float((weight[:, None] * right * logs).sum()) + penalty, np.concatenate(slope)

    start = np.zeros(width * len(classes) + len(classes) + NAMINGS)
    best = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": recipe.steps, "maxcor": 8})
    weights, bias, ways = parts(best.x)
    told = {name: weights[n] for name, n in place.items()}
    reached = recipe.vector_scale * words.vectors @ weights[len(names) :]
    return Fitted(classes, told | {f"e:{word}": reached[n] for word, n in words.index.items()}, bias, ways)


def rounded(fitted: Fitted) -> Sense:
    """Weights in 8 bits with one step a class; rows that round to nothing are left out."""
    keyed: dict[int, Array] = {}
    for name, row in sorted(fitted.rows.items()):
        key = zlib.crc32(name.encode())
        keyed[key] = keyed[key] + row if key in keyed else row
    keys = np.array(sorted(keyed), np.uint32)
    table = np.stack([keyed[int(key)] for key in keys])
    step = np.maximum(np.abs(table).max(axis=0), 1e-8) / 127
    weights = np.round(table / step).astype(np.int8)
    kept = weights.any(axis=1)
    return Sense(
        fitted.classes,
        keys[kept],
        weights[kept],
        step.astype(np.float32),
        fitted.bias.astype(np.float32),
        fitted.ways.astype(np.float32),
    )


def without_names(shown: Sequence[Shown], share: float) -> list[Shown]:
    """Examples that are not fresh stand twice: as they are, and without the lexicon's phrases for uses."""
    found: list[Shown] = []
    for one in shown:
        if one.example.fresh:
            found.append(one)
        else:
            weight = one.example.weight
            found.append(replace(one, example=replace(one.example, weight=weight * (1 - share))))
            unnamed = {name: feature for name, feature in one.features.items() if not name.startswith("n:")}
            found.append(Shown(replace(one.example, weight=weight * share), unnamed, {}))
    return found
