"""Fitting the senses of advisor/understand/senses/sense.py: one hidden layer by AdamW, with dropout.

Words that no example has are reached through the project's static embedder, whose vectors enter as
further features and are folded into one row a word. The order of the examples and the first weights come from a seed.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray

from advisor.training.shown import Shown, Words
from advisor.understand.senses.features import NAMINGS, Feature
from advisor.understand.senses.sense import Sense, naming_features


@dataclass(frozen=True)
class Layout:
    """`units` of the hidden layer of each of `members`, whose scores are averaged: one alone depends on its seed. A feature must occur in `least` examples; `vector_scale` sets how much the embedder's
    word vectors count beside the words; `unnamed` is the share of weight with which an example that is not fresh is
    learnt without the lexicon's phrases, whose authors had read it."""

    units: int = 32
    members: int = 3
    least: int = 3
    vector_scale: float = 1.5
    unnamed: float = 0.5
    rounds: int = 6
    batch: int = 64
    rate: float = 3e-3
    decay: float = 0.05
    dropout: float = 0.4
    seed: int = 0


class _Net(torch.nn.Module):
    def __init__(self, features: int, dimensions: int, classes: int, layout: Layout) -> None:
        super().__init__()
        self.rows = torch.nn.EmbeddingBag(features, layout.units, mode="sum")
        torch.nn.init.normal_(self.rows.weight, std=0.05)
        self.vectors = torch.nn.Linear(dimensions, layout.units)
        self.out = torch.nn.Linear(layout.units, classes)
        self.ways = torch.nn.Parameter(torch.zeros(NAMINGS))
        self.drop = torch.nn.Dropout(layout.dropout)

    def forward(
        self, bag: tuple[torch.Tensor, torch.Tensor, torch.Tensor], dense: torch.Tensor, named: torch.Tensor
    ) -> torch.Tensor:
        """Scores [example, class]."""
        places, offsets, values = bag
        units = self.rows(places, offsets, per_sample_weights=values) + self.vectors(dense)
        scores: torch.Tensor = self.out(self.drop(torch.relu(units))) + named @ self.ways
        return scores


def fit(shown: Sequence[Shown], classes: tuple[str, ...], label: str, words: Words, layout: Layout = Layout()) -> Sense:
    """`label`: "uses" or "intents". The same examples give the same sense on the same machine."""
    torch.manual_seed(layout.seed)
    given: list[dict[str, Feature]] = [{**one.features, **naming_features(one.namings)} for one in shown]
    counts = Counter(name for one in given for name in one if not name.startswith("e:"))
    names = sorted(name for name, count in counts.items() if count >= layout.least)
    place = {name: n for n, name in enumerate(names)}
    bags = [[(place[name], feature.value) for name, feature in one.items() if name in place] for one in given]
    dense = torch.from_numpy(np.stack([_vector(one, words, layout) for one in given]))
    named = torch.zeros(len(shown), len(classes), NAMINGS)
    right = torch.zeros(len(shown), len(classes))
    for n, one in enumerate(shown):
        for name, ways in one.namings.items():
            if name in classes:
                named[n, classes.index(name)] = torch.tensor(ways, dtype=torch.float32)
        for name, share in getattr(one.example, label).items():
            right[n, classes.index(name)] = share
    weight = torch.tensor([one.example.weight for one in shown], dtype=torch.float32)
    nets = [
        _trained(
            _Net(len(names), words.vectors.shape[1], len(classes), layout), bags, dense, named, right, weight, layout
        )
        for layout in (replace(layout, seed=layout.seed + k) for k in range(layout.members))
    ]
    return _rounded(nets, classes, names, words, layout)


def _trained(
    net: _Net,
    bags: Sequence[Sequence[tuple[int, float]]],
    dense: torch.Tensor,
    named: torch.Tensor,
    right: torch.Tensor,
    weight: torch.Tensor,
    layout: Layout,
) -> _Net:
    """The net after `layout.rounds` over the examples. `right` [example, class] sums to 1 over the classes."""
    optimizer = torch.optim.AdamW(net.parameters(), lr=layout.rate, weight_decay=layout.decay)
    order = np.random.default_rng(layout.seed)
    for _ in range(layout.rounds):
        shuffled = order.permutation(len(bags))
        for start in range(0, len(bags), layout.batch):
            rows = shuffled[start : start + layout.batch]
            at = torch.from_numpy(rows)
            logs = torch.log_softmax(net(_bag([bags[n] for n in rows]), dense[at], named[at]), dim=1)
            loss = -(weight[at] * (right[at] * logs).sum(dim=1)).mean()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return net


def _vector(features: dict[str, Feature], words: Words, layout: Layout) -> NDArray[np.float32]:
    found = np.zeros(words.vectors.shape[1], np.float32)
    for name, feature in features.items():
        if name.startswith("e:") and name[2:] in words.index:
            found += layout.vector_scale * feature.value * words.vectors[words.index[name[2:]]]
    return found


def _bag(rows: Sequence[Sequence[tuple[int, float]]]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    sizes = [len(row) for row in rows]
    return (
        torch.tensor([place for row in rows for place, _ in row], dtype=torch.long),
        torch.tensor(np.cumsum([0, *sizes[:-1]]), dtype=torch.long),
        torch.tensor([value for row in rows for _, value in row], dtype=torch.float32),
    )


def _rounded(
    nets: Sequence[_Net], classes: tuple[str, ...], names: Sequence[str], words: Words, layout: Layout
) -> Sense:
    """The members side by side as one hidden layer, with weights in 8 bits and one step a unit."""
    rows = np.hstack([net.rows.weight.detach().numpy() for net in nets])
    learnt = np.vstack([net.vectors.weight.detach().numpy() for net in nets])
    reached = layout.vector_scale * words.vectors @ learnt.T
    keyed = {zlib.crc32(name.encode()): rows[n] for n, name in enumerate(names)}
    for word, n in words.index.items():
        key = zlib.crc32(f"e:{word}".encode())
        keyed[key] = keyed[key] + reached[n] if key in keyed else reached[n]
    keys = np.array(sorted(keyed), np.uint32)
    table = np.stack([keyed[int(key)] for key in keys])
    step = np.maximum(np.abs(table).max(axis=0), 1e-8) / 127
    return Sense(
        classes,
        keys,
        np.round(table / step).astype(np.int8),
        step.astype(np.float32),
        np.mean([net.out.bias.detach().numpy() for net in nets], axis=0),
        np.mean([net.ways.detach().numpy() for net in nets], axis=0),
        np.hstack([net.vectors.bias.detach().numpy() for net in nets]),
        (np.vstack([net.out.weight.detach().numpy().T for net in nets]) / len(nets)).astype(np.float32),
    )
