"""Keyword search: BM25 over lemmas, as plain numpy arrays that open in milliseconds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.domain.language import Language
from advisor.library.words import Lemmas

K1, B = 1.2, 0.75


class Keywords:
    """Postings with their BM25 weights worked out in advance (Robertson and Zaragoza 2009; idf as Lucene writes it)."""

    def __init__(
        self,
        lemmas: Lemmas,
        vocabulary: dict[str, int],
        starts: NDArray[Any],
        rows: NDArray[Any],
        weights: NDArray[Any],
        count: int,
    ) -> None:
        self.lemmas = lemmas
        self._vocabulary = vocabulary
        self._starts = starts
        self._rows = rows
        self._weights = weights
        self._count = count

    @classmethod
    def build(cls, texts: Sequence[str], languages: Sequence[Language]) -> Keywords:
        lemmas = Lemmas.for_texts(texts)
        counts = [Counter(lemmas.terms(text, language)) for text, language in zip(texts, languages, strict=True)]
        lengths = np.array([sum(count.values()) for count in counts], np.float64)
        mean = max(float(lengths.mean()) if len(lengths) else 1.0, 1.0)
        postings: dict[str, list[tuple[int, int]]] = {}
        for row, count in enumerate(counts):
            for term, times in count.items():
                postings.setdefault(term, []).append((row, times))
        vocabulary = {term: number for number, term in enumerate(postings)}
        starts = np.zeros(len(postings) + 1, np.int64)
        rows = np.zeros(sum(map(len, postings.values())), np.int32)
        weights = np.zeros(len(rows), np.float32)
        for number, pairs in enumerate(postings.values()):
            start = starts[number]
            end = starts[number + 1] = start + len(pairs)
            found = np.array(pairs, np.float64)
            at = found[:, 0].astype(np.int32)
            idf = np.log1p((len(texts) - len(pairs) + 0.5) / (len(pairs) + 0.5))
            rows[start:end] = at
            weights[start:end] = idf * found[:, 1] / (found[:, 1] + K1 * (1 - B + B * lengths[at] / mean))
        return cls(lemmas, vocabulary, starts, rows, weights, len(texts))

    def scores(self, text: str, language: Language) -> tuple[NDArray[np.float32], float]:
        """BM25 of every indexed text, in the order given to `build`, and what a text with all the words would have.

        A word that no text holds counts towards the second: it is what the question asks and nothing here answers.
        """
        scores = np.zeros(self._count, np.float32)
        most = 0.0
        for term in set(self.lemmas.terms(text, language)):
            number = self._vocabulary.get(term)
            if number is None:
                most += float(np.log1p((self._count + 0.5) / 0.5)) / (1 + K1)
            else:
                part = slice(self._starts[number], self._starts[number + 1])
                scores[self._rows[part]] += self._weights[part]
                most += float(self._weights[part].max())
        return scores, most

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        np.savez(folder / "postings.npz", starts=self._starts, rows=self._rows, weights=self._weights)
        words = {"vocabulary": list(self._vocabulary), "lemmas": self.lemmas.to_json(), "count": self._count}
        (folder / "words.json").write_text(json.dumps(words, ensure_ascii=False), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> Keywords:
        """Raises OSError, ValueError or KeyError for a damaged folder."""
        words = json.loads((folder / "words.json").read_text("utf-8"))
        with np.load(folder / "postings.npz", allow_pickle=False) as arrays:
            starts, rows, weights = arrays["starts"], arrays["rows"], arrays["weights"]
        vocabulary = {term: number for number, term in enumerate(words["vocabulary"])}
        return cls(Lemmas.from_json(words["lemmas"]), vocabulary, starts, rows, weights, int(words["count"]))
