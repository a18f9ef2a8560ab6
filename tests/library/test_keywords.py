from __future__ import annotations

from pathlib import Path

import bm25s
import numpy as np
import pytest

from advisor.domain.language import Language
from advisor.library.keywords import K1, B, Keywords

TEXTS = [
    "La ventana de contexto es lo que cabe",
    "Ventana grande no es precisión",
    "Price of tokens",
    "Los tokens cuestan",
]
LANGUAGES: list[Language] = ["es", "es", "en", "es"]


@pytest.fixture(scope="module")
def keywords() -> Keywords:
    return Keywords.build(TEXTS, LANGUAGES)


def test_same_scores_as_bm25s(keywords: Keywords) -> None:
    terms = [keywords.lemmas.terms(text, language) for text, language in zip(TEXTS, LANGUAGES, strict=True)]
    oracle = bm25s.BM25(k1=K1, b=B, method="lucene")
    oracle.index(terms, show_progress=False)
    for query in ("ventana de contexto", "precio de los tokens", "cuesta"):
        scores, _ = keywords.scores(query, "es")
        wanted = oracle.get_scores([term for term in keywords.lemmas.terms(query, "es") if term in oracle.vocab_dict])
        np.testing.assert_allclose(scores, wanted, atol=1e-5)


def test_a_full_match_reaches_no_more_than_the_most(keywords: Keywords) -> None:
    scores, most = keywords.scores("ventana contexto", "es")
    assert 0 < scores.max() <= most


def test_a_word_that_nothing_holds_lowers_the_share(keywords: Keywords) -> None:
    known, most = keywords.scores("ventana", "es")
    mixed, more = keywords.scores("ventana croqueta", "es")
    assert known.max() / most > mixed.max() / more


def test_nothing_shared_scores_nothing(keywords: Keywords) -> None:
    scores, _ = keywords.scores("croquetas", "es")
    assert not scores.any()


def test_saved_and_loaded_alike(keywords: Keywords, tmp_path: Path) -> None:
    keywords.save(tmp_path / "k")
    again = Keywords.load(tmp_path / "k")
    for query in ("contextos", "ventanas", "token"):
        np.testing.assert_array_equal(again.scores(query, "es")[0], keywords.scores(query, "es")[0])


def test_words_of_questions_without_an_answer_are_strange(tmp_path: Path) -> None:
    texts = ["ventana de contexto", "precio de los tokens", "receta de croquetas", "receta de contexto"]
    keywords = Keywords.build(texts, ["es"] * 4, [False, False, True, True])
    values = [keywords.strangeness(text, "es") for text in ("ventana", "contexto", "receta")]
    assert values == sorted(values)
    assert values[0] < 0 < values[2]
    assert keywords.strangeness("ventana receta", "es") == pytest.approx((values[0] + values[2]) / 2)
    keywords.save(tmp_path / "k")
    assert Keywords.load(tmp_path / "k").strangeness("ventana", "es") == values[0]


def test_nothing_is_strange_where_no_decoys_are_known(keywords: Keywords) -> None:
    assert keywords.strangeness("croquetas ventana", "es") == keywords.strangeness("", "es") == 0


def test_no_texts_at_all() -> None:
    assert len(Keywords.build([], []).scores("algo", "es")[0]) == 0
