"""Fits the weights of `advisor/library/fusion.py` on the dev questions: `python -m tests.evals.retrieval.tune`.

A logistic model of "this candidate answers the question", over the best candidates of every question, with and without
an answer; then the threshold at which so many questions with an answer are refused. Prints what to copy. With
`--more FILE --model FOLDER` further questions `{"text", "lang", "id"}` are fitted too, found by a model and an index that
have not seen them: cross-validation, since dev is small.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from advisor.library.cards import load_catalogue
from advisor.library.embedders.base import Embedder, own_folder
from advisor.library.embedders.static import StaticEmbedder
from advisor.library.entries import compose_entries, read_all_asked
from advisor.library.fusion import Weights, features, fuse
from advisor.library.guide import load_guide
from advisor.library.opening import hold
from advisor.library.shelf import Found, Library
from advisor.settings import KNOWLEDGE
from tests.evals.retrieval.run import Row, read_rows

CANDIDATES = 8
LOSS = 0.02
"""Share of good questions that the threshold may refuse on dev; the bar is 0.03 on questions not seen."""


def held(embedder: Embedder, without: Sequence[Row] = ()) -> Library:
    """A library in memory whose index lacks some questions."""
    out = {row.question for row in without}
    asked = [row for row in read_all_asked(KNOWLEDGE) if row.text not in out]
    catalogue = load_catalogue(KNOWLEDGE / "models")
    entries = compose_entries(catalogue, load_guide(KNOWLEDGE / "guide"), asked)
    return Library(hold(entries, embedder, lambda _share, _text: None), catalogue, embedder)


def examples(found: Sequence[Found], rows: Sequence[Row]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    inputs, targets = [], []
    for each, row in zip(found, rows, strict=True):
        ids = [identifier for identifier, _ in fuse(each.ids, each.decoy)][:CANDIDATES]
        table = dict(zip(sorted(each.ids), features(each.ids, each.decoy), strict=True))
        for identifier in ids:
            inputs.append(table[identifier])
            targets.append(float(identifier in row.right))
    return np.array(inputs), np.array(targets)


def fit(inputs: NDArray[np.float64], targets: NDArray[np.float64], penalty: float) -> NDArray[np.float64]:
    """Weights of a logistic regression; the last input is the constant and is not penalised."""

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = inputs @ weights
        slope = 1 / (1 + np.exp(-z)) - targets
        free = np.append(weights[:-1], 0)
        return float(
            np.logaddexp(0, z).sum() - targets @ z + penalty * free @ free
        ), inputs.T @ slope + 2 * penalty * free

    result: NDArray[np.float64] = minimize(loss, np.zeros(inputs.shape[1]), jac=True, method="L-BFGS-B").x
    return result


def judge(found: Sequence[Found], rows: Sequence[Row], weights: Weights, threshold: float | None = None) -> float:
    tops = [fuse(each.ids, each.decoy, weights) for each in found]
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
    parser.add_argument("--penalty", type=float, default=0.5)
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
    inputs, targets = (np.concatenate(parts) for parts in zip(*(examples(f, r) for _, f, r in sets), strict=True))
    fitted = Weights(*(round(float(value), 2) for value in fit(inputs, targets, given.penalty)))
    print("fitted:", {field.name: getattr(fitted, field.name) for field in fields(fitted)})
    for name, found, rows_ in sets:
        print(name)
        print("  threshold", round(judge(found, rows_, fitted), 3))
    return 0


if __name__ == "__main__":
    sys.exit(main())
