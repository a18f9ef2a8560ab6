"""The student: a table of token vectors, taught by an English teacher, by translation, and by the domain's questions.

First the general part: both sentences of a translated pair are drawn to the teacher's vector of the English one
(Reimers and Gurevych 2020) and to each other (multiple negatives ranking loss). Then the domain: all texts of one
section, in both languages, are drawn together and away from those of other sections (supervised contrastive loss,
Khosla et al. 2020), while the general part goes on so that nothing is forgotten.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from advisor.training.corpus import Labelled, misspell
from advisor.training.vocabulary import encode

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Recipe:
    seed: int = 7
    dimension: int = 256
    general_epochs: int = 6
    general_batch: int = 512
    general_rate: float = 2e-3
    domain_epochs: int = 15
    domain_batch: int = 256
    domain_rate: float = 1e-3
    temperature: float = 0.05
    slips: float = 0.3
    """Chance that a question is misspelt when it is shown."""
    lost: float = 0.1
    """Chance that a token is left out when a text is shown."""
    smoothing: float = 1e-3
    """Frequent tokens start with short vectors: a / (a + p), p their share (Arora et al. 2017)."""
    soups: int = 3
    """The domain part runs this many times with other seeds; the tables are averaged (Wortsman et al. 2022)."""


@dataclass
class Lesson:
    """All that is learnt from, as token ids and as the teacher's vectors in the student's dimensions (unit rows)."""

    tokenizer: Any
    start: Array
    english: list[list[int]]
    spanish: list[list[int]]
    taught: Array
    words: list[list[int]]
    word_vectors: Array
    domain: Sequence[Labelled]
    domain_taught: dict[str, Array]


class Student(torch.nn.Module):
    """What sentence-transformers calls StaticEmbedding and Normalize, with sparse gradients."""

    def __init__(self, start: Array) -> None:
        super().__init__()
        self.table = torch.nn.EmbeddingBag(
            len(start), start.shape[1], mode="mean", sparse=True, _weight=torch.tensor(start)
        )

    def forward(self, texts: Sequence[Sequence[int]]) -> torch.Tensor:
        """Unit rows: the mean of each text's tokens."""
        sizes = np.array([len(text) for text in texts])
        tokens = np.fromiter((token for text in texts for token in text), np.int64, int(sizes.sum()))
        offsets = torch.from_numpy(np.cumsum(sizes) - sizes)
        pooled: torch.Tensor = self.table(torch.from_numpy(tokens), offsets)
        return torch.nn.functional.normalize(pooled, dim=1)


def train(lesson: Lesson, recipe: Recipe, tell: Callable[[str], None]) -> Array:
    """The table of token vectors, one row a token. The same seed and number of threads give the same table."""
    _seed(recipe.seed)
    student = Student(lesson.start)
    _general(student, lesson, recipe, tell)
    kept = {name: value.clone() for name, value in student.state_dict().items()}
    tables: list[Array] = []
    for round_ in range(recipe.soups):
        student.load_state_dict(kept)
        _seed(recipe.seed + 100 * round_)
        _domain(student, lesson, recipe, tell)
        tables.append(student.table.weight.detach().numpy().copy())
    return np.asarray(np.mean(tables, axis=0), np.float32)


def _seed(seed: int) -> None:
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def _general(student: Student, lesson: Lesson, recipe: Recipe, tell: Callable[[str], None]) -> None:
    optimizer = torch.optim.SparseAdam(student.parameters(), lr=recipe.general_rate)
    for epoch in range(recipe.general_epochs):
        order = np.random.permutation(len(lesson.english))
        total = 0.0
        batches = len(order) // recipe.general_batch
        for number in range(batches):
            rows = order[number * recipe.general_batch : (number + 1) * recipe.general_batch]
            total += _step(optimizer, _general_loss(student, lesson, rows))
        tell(f"general {epoch + 1}/{recipe.general_epochs}: loss {total / batches:.3f}")


def _domain(student: Student, lesson: Lesson, recipe: Recipe, tell: Callable[[str], None]) -> None:
    optimizer = torch.optim.SparseAdam(student.parameters(), lr=recipe.domain_rate)
    names = {label: number for number, label in enumerate(sorted({row.label for row in lesson.domain}))}
    labels = torch.tensor([names[row.label] for row in lesson.domain])
    for epoch in range(recipe.domain_epochs):
        order = np.random.permutation(len(lesson.domain))
        total = 0.0
        batches = max(1, len(order) // recipe.domain_batch)
        for number in range(batches):
            rows = order[number * recipe.domain_batch : (number + 1) * recipe.domain_batch]
            shown = encode(
                lesson.tokenizer,
                [misspell(lesson.domain[row].text, recipe.slips, random) for row in rows],  # type: ignore[arg-type]
            )
            vectors = student([_thin(text, recipe.lost) for text in shown])
            loss = _contrast(vectors, labels[rows], recipe.temperature)
            taught = [at for at, row in enumerate(rows) if lesson.domain[row].text in lesson.domain_taught]
            wanted = torch.from_numpy(np.stack([lesson.domain_taught[lesson.domain[rows[at]].text] for at in taught]))
            loss = loss + (1 - (vectors[taught] * wanted).sum(1)).mean()
            sample = np.random.randint(0, len(lesson.english), recipe.domain_batch)
            total += _step(optimizer, loss + _general_loss(student, lesson, sample))
        if epoch % 5 == 4:
            tell(f"domain {epoch + 1}/{recipe.domain_epochs}: loss {total / batches:.3f}")


def _general_loss(student: Student, lesson: Lesson, rows: NDArray[Any]) -> torch.Tensor:
    english = student([lesson.english[row] for row in rows])
    spanish = student([lesson.spanish[row] for row in rows])
    taught = torch.from_numpy(lesson.taught[rows])
    same = torch.arange(len(rows))
    close = (1 - (english * taught).sum(1)).mean() + (1 - (spanish * taught).sum(1)).mean()
    similar = english @ spanish.T * 20
    ranking = (
        torch.nn.functional.cross_entropy(similar, same) + torch.nn.functional.cross_entropy(similar.T, same)
    ) / 2
    chosen = np.random.randint(0, len(lesson.words), 256)
    words = student([lesson.words[row] for row in chosen])
    lexicon = (1 - (words * torch.from_numpy(lesson.word_vectors[chosen])).sum(1)).mean()
    total: torch.Tensor = close + 0.3 * ranking + 0.5 * lexicon
    return total


def _contrast(vectors: torch.Tensor, labels: torch.Tensor, temperature: float) -> torch.Tensor:
    self_ = torch.eye(len(labels), dtype=torch.bool)
    same = (labels[:, None] == labels[None, :]) & ~self_
    similar = (vectors @ vectors.T / temperature).masked_fill(self_, -1e4)
    log_share = similar - torch.logsumexp(similar, 1, keepdim=True)
    paired = same.any(1)
    loss: torch.Tensor = (-(log_share * same).sum(1)[paired] / same.sum(1)[paired]).mean()
    return loss


def _thin(text: list[int], lost: float) -> list[int]:
    if len(text) < 4:
        return text
    return [token for token in text if random.random() > lost] or text


def _step(optimizer: torch.optim.Optimizer, loss: torch.Tensor) -> float:
    optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimizer.step()
    return float(loss.item())
