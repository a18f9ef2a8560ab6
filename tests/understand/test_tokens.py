"""Cutting a message: offsets, folding, clauses, sentences, shorthand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.understand.words.text import Message, fold


def test_fold_drops_case_accents_and_width() -> None:
    assert fold("¿QUÉ Tamaño Ñandú?") == "¿que tamano nandu?"
    assert fold("ＧＰＴ") == "gpt"


@given(st.text(max_size=300))
def test_every_token_is_a_slice_of_the_text(text: str) -> None:
    message = Message(text)
    end = 0
    for token in message.tokens:
        assert end <= token.start < token.end <= len(text)
        end = token.end
    if message.tokens:
        assert message.quote(0, len(message.tokens)) in text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("12GB", ("12", "gb")),
        ("2x3090", ("2", "x", "3090")),
        ("8xH100", ("8", "x", "h", "100")),
        ("gpt-4o", ("gpt", "4", "o")),
        ("on-premise", ("on", "premise")),
        ("don't", ("dont",)),
        ("C# y C++", ("c#", "y", "c++")),
        ("1.500,50 €", ("1.500,50", "€")),
        ("cafe\u0301", ("cafe",)),
        ("mira https://x.org/a?b=1 esto", ("mira", "esto")),
        ("[09:14] hola", ("hola",)),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert Message(text).words == words


def test_shorthand_is_spelt_out_and_quoted_as_written() -> None:
    message = Message("q sea pa tb", {"q": "que", "pa": "para", "tb": "tambien"})
    assert message.words == ("que", "sea", "para", "tambien")
    assert message.quote(0, 1) == "q"


def test_sentences_and_questions() -> None:
    message = Message("Tengo 1.5 GB. ¿Basta? Sí, p.ej. vs. nada")
    sentences = [
        message.tokens[i].sentence for i, w in enumerate(message.words) if w in ("tengo", "basta", "si", "nada")
    ]
    assert len(set(sentences)) == 3
    assert [message.is_question(message.words.index(w)) for w in ("tengo", "basta", "nada")] == [False, True, False]


def test_a_sentence_without_an_end_is_cut() -> None:
    message = Message("quiero algo barato " * 500)
    lengths = [end - start for start, end in message.sentence_bounds.values()]
    assert sum(lengths) == 1500
    assert max(lengths) <= 300
    assert set(message.clause_bounds.values()) == set(message.sentence_bounds.values())
