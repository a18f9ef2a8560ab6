"""Fits the weights of `advisor/library/fusion.py`: `python -m tests.evals.retrieval.tune [--more FILE ...]`.

First the weights that rank, from questions with an answer (left as they are with `--keep-ranking`); then those that tell
whether there is one; then what each threshold would refuse. Prints what to copy.

Fitted on the dev and fresh questions. They are few, so the questions `{"text", "lang", "id"}` of further files count too,
each found by an index that lacks the half of them to which it belongs (cross-validation). The model should not have seen
them either: `--model` takes one that was trained without them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp

from advisor.library.cards import load_catalogue
from advisor.library.embedders.base import Embedder
from advisor.library.embedders.choose import own_folder
from advisor.library.embedders.static import StaticEmbedder
from advisor.library.entries import compose_entries, read_all_asked, read_asked
from advisor.library.fusion import THRESHOLD, Weights, features, fuse
from advisor.library.guide import load_guide
from advisor.library.names import read_nicknames
from advisor.library.opening import hold
from advisor.library.shelf import Found, Library
from advisor.settings import KNOWLEDGE
from tests.evals.retrieval.run import Row, read_rows

Array = NDArray[np.float64]
CANDIDATES = 8
SHARED = [field.name in {"doubt_dense", "doubt_words", "doubt_strange", "bias"} for field in fields(Weights)]
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4)


def held(embedder: Embedder, without: Sequence[Row] = ()) -> Library:
    """A library in memory whose index lacks some questions."""
    out = {row.question for row in without}
    asked = [row for row in read_all_asked(KNOWLEDGE) if row.text not in out]
    catalogue = load_catalogue(KNOWLEDGE / "models")
    entries = compose_entries(catalogue, load_guide(KNOWLEDGE / "guide"), asked)
    return Library(hold(entries, embedder, lambda _share, _text: None), catalogue, embedder, read_nicknames(KNOWLEDGE))


def search(library: Library, rows: Sequence[Row]) -> tuple[list[Found], list[Row]]:
    found = [library.evidence(row.question, row.language) for row in rows]
    return [each for each in found if each], [row for row, each in zip(rows, found, strict=True) if each]


@dataclass(frozen=True)
class Case:
    """One question: its best candidates' features (a row each), which of them are right, and its share in the fit."""

    candidates: Array
    right: NDArray[np.bool_]
    weight: float

    @property
    def answerable(self) -> bool:
        return bool(self.right.any())


def cases(found: Sequence[Found], rows: Sequence[Row]) -> list[Case]:
    """Every set of questions counts the same, whatever its size."""
    made = []
    for each, row in zip(found, rows, strict=True):
        best = [identifier for identifier, _ in fuse(each.ids, each.doubt)][:CANDIDATES]
        table = dict(zip(sorted(each.ids), features(each.ids, each.doubt), strict=True))
        right = np.array([identifier in row.right for identifier in best], np.bool_)
        if not row.right or right.any():
            made.append(Case(np.array([table[i] for i in best]), right, 1 / len(rows)))
    return made


def fit_ranking(given: Sequence[Case], penalty: float) -> Array:
    """Weights under which the right candidate stands out from the others (conditional logit); 0 for what is the same
    for all of a question's candidates."""
    able = [case for case in given if case.answerable]

    def loss(weights: Array) -> tuple[float, Array]:
        total, slope = penalty * float(weights @ weights), 2 * penalty * weights
        for case in able:
            z = case.candidates @ weights
            shares, mine = np.exp(z - logsumexp(z)), np.exp(z - logsumexp(z)) * case.right
            total += case.weight * float(logsumexp(z) - logsumexp(z[case.right]))
            slope = slope + case.weight * case.candidates.T @ (shares - mine / mine.sum())
        return total, slope

    return np.asarray(minimize(loss, np.zeros(able[0].candidates.shape[1]), jac=True, method="L-BFGS-B").x)


def fit_found(given: Sequence[Case], ranking: Array, penalty: float) -> Array:
    """All weights: the ranking's scaled, and those of doubt and the constant, so that the best candidate's score says
    whether the question has an answer here; both kinds of question count the same."""
    tops = np.array([case.candidates[np.argmax(case.candidates @ ranking)] for case in given])
    inputs = np.column_stack([tops @ ranking, tops[:, SHARED]])
    able = np.array([case.answerable for case in given])
    shares = np.array([case.weight for case in given])
    shares = shares / np.where(able, shares[able].sum(), shares[~able].sum())

    def loss(weights: Array) -> tuple[float, Array]:
        z = inputs @ weights
        free = np.append(weights[:-1], 0)
        value = float(shares @ (np.logaddexp(0, z) - able * z) + penalty * free @ free)
        return value, inputs.T @ (shares * (1 / (1 + np.exp(-z)) - able)) + 2 * penalty * free

    scale, *shared = minimize(loss, np.zeros(inputs.shape[1]), jac=True, method="L-BFGS-B").x
    weights = ranking * scale
    weights[SHARED] = shared
    return np.asarray(weights)


def judge(found: Sequence[Found], rows: Sequence[Row], weights: Weights, threshold: float) -> None:
    tops = [fuse(each.ids, each.doubt, weights) for each in found]
    best = np.array([top[0][1] if top else 0.0 for top in tops])
    good = np.array([bool(row.right) for row in rows])
    for language in ("es", "en"):
        mine = np.array([row.language == language for row in rows])
        places = [
            next((n for n, (i, _) in enumerate(top, 1) if i in row.right), 99)
            for top, row in zip(tops, rows, strict=True)
            if row.right and row.language == language
        ]
        refused = (best < threshold).astype(float)
        print(
            f"  {language} @1 {np.mean(np.array(places) <= 1):.3f} @3 {np.mean(np.array(places) <= 3):.3f}"
            f" | refused without answer {refused[mine & ~good].mean() if (mine & ~good).any() else 0:.3f},"
            f" with one {refused[mine & good].mean():.3f} | n {len(places)}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--more", type=Path, nargs="*", default=[])
    parser.add_argument("--model", type=Path, default=own_folder(KNOWLEDGE))
    parser.add_argument("--penalty", type=float, default=0.0005)
    parser.add_argument("--keep-ranking", action="store_true")
    given = parser.parse_args()
    embedder, catalogue = StaticEmbedder(given.model), load_catalogue(KNOWLEDGE / "models")
    library = held(embedder)
    sets = [(split, *search(library, read_rows(split, catalogue)[0])) for split in ("dev", "fresh")]
    if given.more:
        more = [row for file in given.more for row in read_asked(file)]
        unseen = [Row(row.text, row.language, frozenset([row.id] if row.id else [])) for row in more]
        halves = [search(held(embedder, unseen[half::2]), unseen[half::2]) for half in (0, 1)]
        sets.append(("more", halves[0][0] + halves[1][0], halves[0][1] + halves[1][1]))
    print("before:")
    for name, found, rows_ in sets:
        print(name)
        judge(found, rows_, Weights(), THRESHOLD)
    learnt = [case for _, found, rows_ in sets for case in cases(found, rows_)]
    ranking = fit_ranking(learnt, given.penalty)
    if given.keep_ranking:
        ranking = np.where(SHARED, 0.0, astuple(Weights()))
    fitted = Weights(*(round(float(value), 2) for value in fit_found(learnt, ranking, given.penalty)))
    print("fitted:", {field.name: getattr(fitted, field.name) for field in fields(fitted)})
    for name, found, rows_ in sets:
        print(name)
        for threshold in THRESHOLDS:
            print(" threshold", threshold)
            judge(found, rows_, fitted, threshold)
    return 0


if __name__ == "__main__":
    sys.exit(main())
