from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from advisor.library.words import STOP, Lemmas, content, fold, words


def test_fold_drops_accents_and_case() -> None:
    assert fold("¿Qué TAMAÑO, pingüino?") == "¿que tamano, pinguino?"


def test_words_keep_decimal_numbers_and_split_names() -> None:
    assert words("GPT-4o, 3.5 y más: 1.000") == ["gpt", "4o", "3.5", "y", "mas", "1.000"]


@given(st.text(st.characters(max_codepoint=0x24F)))  # Latin: beyond it, case itself can change what is an accent
def test_words_do_not_mind_accents_or_case(text: str) -> None:
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    assert words(plain) == words(text)


def test_forms_lead_to_one_lemma_with_and_without_accents() -> None:
    lemmas = Lemmas.for_texts(["Para contestar facturas rápido", "running faster"])
    assert lemmas.terms("¿contestaría mi factura?", "es") == ["contestar", "factura"]
    assert lemmas.terms("contestaria rapidas", "es") == ["contestar", "rapido"]
    assert lemmas.terms("it runs", "en") == ["run"]


def test_a_word_of_the_other_language_finds_its_lemma() -> None:
    lemmas = Lemmas.for_texts(["token prompt parameters"])
    assert lemmas.terms("cuantos parameters", "es")[-1] == lemmas.terms("parameter", "en")[-1]


def test_stop_words_leave_negation_and_comparison() -> None:
    assert not {"no", "sin", "mas", "not", "more", "without"} & STOP


def test_lemmas_survive_being_written() -> None:
    lemmas = Lemmas.for_texts(["contestar facturas"])
    again = Lemmas.from_json(json.loads(json.dumps(lemmas.to_json())))
    assert again.terms("contestas factura", "es") == lemmas.terms("contestas factura", "es") == ["contestar", "factura"]


def test_content_counts_what_carries_meaning() -> None:
    assert content("what does GPT-4o cost?") == 3
    assert content("¿y eso qué es?") == 0
