"""Fits the weights of `advisor/library/fusion.py` on the dev questions: `python -m tests.evals.retrieval.tune`.

First the weights that rank, from questions with an answer; then those that tell whether there is one; then the threshold at which so many questions with an answer are refused. Prints what to copy. With
`--more FILE --model FOLDER` further questions `{"text", "lang", "id"}` are fitted too, found by a model and an index that
have not seen them: cross-validation, since dev is small.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import logsumexp

from advisor.library.cards import load_catalogue
from advisor.library.embedders.base import Embedder, own_folder
from advisor.library.embedders.static import StaticEmbedder
from advisor.library.entries import compose_entries, read_all_asked
from advisor.library.fusion import Weights, features, fuse
from advisor.library.guide import load_guide
from advisor.library.names import read_nicknames
from advisor.library.opening import hold
from advisor.library.shelf import Found, Library
from advisor.settings import KNOWLEDGE
from tests.evals.retrieval.run import Row, read_rows

Array = NDArray[np.float64]
CANDIDATES = 8
SHARED = [field.name in {"doubt_dense", "doubt_words", "doubt_strange", "bias"} for field in fields(Weights)]
LOSS = 0.02
"""Share of good questions that the threshold may refuse on dev; the bar is 0.03 on questions not seen."""


def held(embedder: Embedder, without: Sequence[Row] = ()) -> Library:
    """A library in memory whose index lacks some questions."""
    out = {row.question for row in without}
    asked = [row for row in read_all_asked(KNOWLEDGE) if row.text not in out]
    catalogue = load_catalogue(KNOWLEDGE / "models")
    entries = compose_entries(catalogue, load_guide(KNOWLEDGE / "guide"), asked)
    return Library(
        hold(entries, embedder, lambda _share, _text: None), catalogue, embedder, read_nicknames(KNOWLEDGE)
    )


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


def judge(found: Sequence[Found], rows: Sequence[Row], weights: Weights, threshold: float | None = None) -> float:
    tops = [fuse(each.ids, each.doubt, weights) for each in found]
    best = np.array([top[0][1] if top else 0.0 for top in tops])
    good = np.array([bool(row.right) for row in rows])
    threshold = float(np.quantile(best[good], LOSS)) if threshold is None else threshold
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
    return threshold


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--more", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--penalty", type=float, default=0.002)
    given = parser.parse_args()
    sets: list[tuple[str, list[Found], list[Row]]] = []
    rows, _ = read_rows("dev", load_catalogue(KNOWLEDGE / "models"))
    library = held(StaticEmbedder(own_folder(KNOWLEDGE)))
    sets.append(("dev", [f for row in rows if (f := library.evidence(row.question, row.language))], rows))
    if given.more:
        more = [json.loads(line) for line in given.more.read_text("utf-8").splitlines()]
        unseen = [Row(row["text"], row["lang"], frozenset({row["id"]} - {None})) for row in more]
        library = held(StaticEmbedder(given.model), unseen)
        sets.append(("more", [f for row in unseen if (f := library.evidence(row.question, row.language))], unseen))
    print("before:")
    for name, found, rows_ in sets:
        print(name, judge(found, rows_, Weights()))
    learnt = [case for _, found, rows_ in sets for case in cases(found, rows_)]
    fitted = fit_found(learnt, fit_ranking(learnt, given.penalty), given.penalty)
    fitted = Weights(*(round(float(value), 2) for value in fitted))
    print("fitted:", {field.name: getattr(fitted, field.name) for field in fields(fitted)})
    for name, found, rows_ in sets:
        print(name)
        print("  threshold", round(judge(found, rows_, fitted), 3))
        curve(found, rows_, fitted)
    return 0


def curve(found: Sequence[Found], rows: Sequence[Row], weights: Weights) -> None:
    """What each threshold would refuse."""
    best = np.array([max((s for _, s in fuse(each.ids, each.doubt, weights)), default=0.0) for each in found])
    good = np.array([bool(row.right) for row in rows])
    for threshold in (0.2, 0.3, 0.4, 0.45, 0.5, 0.6):
        refused = best < threshold
        print(f"  below {threshold}: {refused[~good].mean():.3f} without answer, {refused[good].mean():.3f} with one")


if __name__ == "__main__":
    sys.exit(main())
