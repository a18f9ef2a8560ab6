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
        strange: NDArray[Any],
        count: int,
    ) -> None:
        self.lemmas = lemmas
        self._vocabulary = vocabulary
        self._starts = starts
        self._rows = rows
        self._weights = weights
        self._strange = strange
        self._count = count

    @classmethod
    def build(
        cls, texts: Sequence[str], languages: Sequence[Language], decoys: Sequence[bool] | None = None
    ) -> Keywords:
        """`decoys` says which texts are questions without an answer here: words known from them alone are strange."""
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
        strange = _strangeness(postings, np.array(decoys or [False] * len(texts), np.bool_))
        return cls(lemmas, vocabulary, starts, rows, weights, strange, len(texts))

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

    def strangeness(self, text: str, language: Language) -> float:
        """How much likelier a text's words are in questions without an answer than in what is known here.

        The mean over its words of the log of that ratio (naive Bayes); 0 without decoys to compare with.
        """
        terms = set(self.lemmas.terms(text, language))
        if not terms:
            return float(self._strange[-1])
        return float(np.mean([self._strange[self._vocabulary.get(term, -1)] for term in terms]))

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        np.savez(
            folder / "postings.npz", starts=self._starts, rows=self._rows, weights=self._weights, strange=self._strange
        )
        words = {"vocabulary": list(self._vocabulary), "lemmas": self.lemmas.to_json(), "count": self._count}
        (folder / "words.json").write_text(json.dumps(words, ensure_ascii=False), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> Keywords:
        """Raises OSError, ValueError or KeyError for a damaged folder."""
        words = json.loads((folder / "words.json").read_text("utf-8"))
        with np.load(folder / "postings.npz", allow_pickle=False) as arrays:
            starts, rows, weights, strange = (arrays[name] for name in ("starts", "rows", "weights", "strange"))
        vocabulary = {term: number for number, term in enumerate(words["vocabulary"])}
        return cls(Lemmas.from_json(words["lemmas"]), vocabulary, starts, rows, weights, strange, int(words["count"]))


def _strangeness(postings: dict[str, list[tuple[int, int]]], decoys: NDArray[np.bool_]) -> NDArray[np.float32]:
    """By term, and last for a term in no text: log of its share of decoys over its share of the other texts."""
    among, known = int(decoys.sum()), int((~decoys).sum())
    if not among or not known:
        return np.zeros(len(postings) + 1, np.float32)
    in_decoys = np.array([sum(decoys[row] for row, _ in pairs) for pairs in postings.values()] + [0], np.float64)
    in_all = np.array([len(pairs) for pairs in postings.values()] + [0], np.float64)
    ratio = np.log((in_decoys + 0.5) / among) - np.log((in_all - in_decoys + 0.5) / known)
    return ratio.astype(np.float32)
