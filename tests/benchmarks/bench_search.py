"""Search times and the recall of the approximate index, over synthetic documents in a real Chroma.

python -m tests.benchmarks.bench_search [--documents 10000 100000]

Documents are mixtures of the guide's own sentences, so that they crowd as real ones do; half are cards. Times are whole
searches (embedding, both collections, keywords, names, fusion). Recall@10 is of the vector index against exact search.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from advisor.domain.cards import Card, Catalogue
from advisor.domain.language import LANGUAGES, Localised
from advisor.domain.passages import Passage
from advisor.library.cards import load_catalogue
from advisor.library.chroma import ChromaIndex
from advisor.library.embedders.choose import own_folder
from advisor.library.embedders.static import StaticEmbedder
from advisor.library.entries import KINDS, Entry
from advisor.library.guide import load_guide
from advisor.library.keywords import Keywords
from advisor.library.opening import Opened, similarity_spread
from advisor.library.shelf import Library
from advisor.library.vectors import ANYTHING, ExactIndex
from advisor.settings import KNOWLEDGE

QUERIES = 300
TOP = 10


def synthetic(count: int, source: random.Random) -> tuple[list[Entry], list[str]]:
    """Entries of one paragraph each, ten to an id, and the questions that are asked of them."""
    sections = load_guide(KNOWLEDGE / "guide").sections
    words = {
        language: [w for s in sections if s.language == language for w in s.body.split()] for language in LANGUAGES
    }
    questions = [question for section in sections for question in section.questions]
    entries = []
    for number in range(count):
        language = LANGUAGES[number % 2]
        kind = KINDS[number // 2 % 2]
        start = source.randrange(len(words[language]) - 20)
        text = " ".join(words[language][start : start + 20] + source.choices(words[language], k=10))
        identifier = f"{kind}/synthetic/{number // 10}"
        entries.append(Entry(Passage(identifier, f"{identifier}#{number}", language, f"T{number}", text), "passage"))
    return entries, source.choices(questions, k=QUERIES)


def many_cards(count: int) -> Catalogue:
    """As many names as there are card ids, so that looking for names costs what it would."""
    first = next(iter(load_catalogue(KNOWLEDGE / "models")))
    cards = [
        Card(
            f"synthetic/{n}",
            f"Family{n % 97} {n / 10} {n % 70}B",
            "synthetic",
            f"Family{n % 97}",
            "current",
            (),
            first.facts,
        )
        for n in range(count)
    ]
    return Catalogue(tuple(cards), "", "synthetic")


def measure(count: int, embedder: StaticEmbedder, folder: Path) -> None:
    entries, questions = synthetic(count, random.Random(1))
    began = time.perf_counter()
    vectors = embedder.embed_passages([entry.searched for entry in entries])
    keywords = Keywords.build([entry.searched for entry in entries], [entry.passage.language for entry in entries])
    index = ChromaIndex.embedded(folder / str(count))
    index.build(entries, vectors, lambda _share: None)
    built = time.perf_counter() - began
    spread = similarity_spread(entries, vectors)
    opened = Opened(entries, vectors, keywords, index, spread, "built", Localised("", ""))
    library = Library(opened, many_cards(count // 20), embedder)
    exact = ExactIndex(entries, vectors)
    print(
        f"{count:>7} documents: built in {built:.1f} s; search p50 {quantile(times(library, questions), 0.5):.1f} ms, "
        f"p95 {quantile(times(library, questions), 0.95):.1f} ms; recall@{TOP} {recall(index, exact, embedder, questions):.3f}"
    )
    library.close()


def times(library: Library, questions: Sequence[str]) -> list[float]:
    taken = []
    for question in questions:
        began = time.perf_counter()
        library.search(question, "es")
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def quantile(taken: Sequence[float], share: float) -> float:
    return float(np.quantile(taken, share))


def recall(index: ChromaIndex, exact: ExactIndex, embedder: StaticEmbedder, questions: Sequence[str]) -> float:
    shares = []
    for vector in embedder.embed_queries(questions):
        for kind in KINDS:
            found = set(index.nearest(kind, vector, TOP, ANYTHING).rows.tolist())
            wanted = set(exact.nearest(kind, vector, TOP, ANYTHING).rows.tolist())
            shares.append(len(found & wanted) / TOP)
    return float(np.mean(shares))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[10_000, 100_000])
    given = parser.parse_args()
    embedder = StaticEmbedder(own_folder(KNOWLEDGE))
    with tempfile.TemporaryDirectory() as folder:
        for count in given.documents:
            measure(count, embedder, Path(folder))


if __name__ == "__main__":
    main()
