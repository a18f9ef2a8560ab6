"""What the senses learn from as they see it: features of the examples, and the words of the project's embedder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from advisor.training.examples import Example
from advisor.understand.senses.features import Feature


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
