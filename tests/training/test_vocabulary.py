from __future__ import annotations

import json
from pathlib import Path

import pytest
from tokenizers import Tokenizer, models

from advisor.training.corpus import Labelled
from advisor.training.vocabulary import choose_tokens, count_words, encode, lexicon_forms, make_tokenizer

PAIRS = [("the invoice is paid", "la factura está pagada")] * 10
DOMAIN = [Labelled("¿cuánto cuesta una factura?", "es", "guide/a/b"), Labelled("rag", "en", "guide/a/b")]


@pytest.fixture
def teacher(tmp_path: Path) -> Path:
    words = ["[PAD]", "[UNK]", "the", "price", "##ing", "##mentation", "2024", "é"]
    Tokenizer(models.WordPiece({word: n for n, word in enumerate(words)}, unk_token="[UNK]")).save(
        str(tmp_path / "tokenizer.json")
    )
    return tmp_path


def test_tokens_come_from_every_source_once_and_in_a_fixed_order(teacher: Path) -> None:
    tokens = choose_tokens(teacher, PAIRS, DOMAIN, ["facturas"])
    assert tokens == choose_tokens(teacher, PAIRS, DOMAIN, ["facturas"])
    assert len(set(tokens)) == len(tokens)
    assert {"price", "##ing", "2024", "invoice", "factura", "cuesta", "rag", "facturas", "##ura"} <= set(tokens)
    assert not {"é", "##mentation"} & set(tokens)


def test_the_tokenizer_folds_and_falls_back_on_pieces(teacher: Path) -> None:
    tokens = choose_tokens(teacher, PAIRS, DOMAIN, ["facturas"])
    tokenizer = make_tokenizer(tokens)
    plain, accented = encode(tokenizer, ["cuanto cuesta", "CUÁNTO cuesta"])
    assert plain == accented
    (pieces,) = encode(tokenizer, ["zqx2024"])
    assert tokens.index("[UNK]") not in pieces
    assert encode(tokenizer, [""]) == [[]]
    json.loads(tokenizer.to_str())


def test_every_form_of_a_lexicon_word_is_known() -> None:
    forms = lexicon_forms([("pagar", ("pay",)), ("gratis", ("free",))])
    assert forms["pagaria"] == forms["pagado"] == {"pay"}
    assert forms["gratis"] == {"free"}


def test_words_are_counted_folded() -> None:
    assert count_words(["Más y más", "mas 3"]) == {"mas": 3, "y": 1}
