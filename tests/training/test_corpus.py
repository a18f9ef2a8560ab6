from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.library.entries import Asked
from advisor.library.words import words
from advisor.settings import KNOWLEDGE
from advisor.training.corpus import NONE, misspell, read_domain, read_lexicon, read_pairs


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    rows = [
        ["Return the <b>size</b> of `x`", "Devuelve el tamaño de x"],
        ["Return the <b>size</b> of `x`", "Devuelve el tamaño de x"],
        ["Same text", "Same text"],
        ["word", "una palabra"],
        ["a = b[1:2] + c[3:4] - {5: 6}", "a = b[1:2] + c[3:4] - {5: 7}"],
        ["long " * 60, "largo " * 60],
    ]
    file = tmp_path / "pairs.json.gz"
    with gzip.open(file, "wt", encoding="utf-8") as stream:
        json.dump(rows, stream)
    return file


def test_pairs_are_cleaned_and_kept_once(pairs: Path) -> None:
    assert read_pairs(pairs) == [("Return the  size  of  x", "Devuelve el tamaño de x")]


def test_the_lexicon_is_well_formed() -> None:
    lexicon = read_lexicon(KNOWLEDGE / "training" / "lexicon_es_en.txt")
    assert len(lexicon) > 900
    assert dict(lexicon)["factura"] == ("invoice", "bill")
    assert all(spanish and all(word.isascii() and word.isalpha() for word in english) for spanish, english in lexicon)


def test_the_domain_holds_texts_questions_and_what_has_no_answer() -> None:
    asked = (Asked("¿cuánta memoria?", "es", "guide/size/local-hardware"), Asked("receta de paella", "es", None))
    domain = read_domain(KNOWLEDGE, asked)
    labels = {row.text: row.label for row in domain}
    assert labels["¿cuánta memoria?"] == "guide/size/local-hardware"
    assert labels["receta de paella"] == NONE
    assert {row.language for row in domain} == {"es", "en"}
    assert len(set(labels.values())) == len(list((KNOWLEDGE / "guide" / "es").glob("*.md"))) + 1


@given(st.text(min_size=1, max_size=80), st.integers(0, 1000))
def test_slips_are_small(text: str, seed: int) -> None:
    slipped = misspell(text, 1.0, random.Random(seed))
    assert abs(len(slipped) - len(text)) <= 2
    assert misspell(text, 0.0, random.Random(seed)) == text


def test_no_evaluation_question_is_learnt() -> None:
    """Evaluation means nothing on questions that were trained on."""
    evals = Path(__file__).parents[1] / "evals" / "retrieval"

    def texts(files: Iterable[Path], key: str) -> set[str]:
        lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
        return {" ".join(words(json.loads(line)[key])) for line in lines}

    asked = texts(evals.glob("*.jsonl"), "q")
    learnt = texts((KNOWLEDGE / "training").glob("questions_*.jsonl"), "text")
    assert len(asked) > 900
    assert len(learnt) > 9000
    assert not asked & learnt
