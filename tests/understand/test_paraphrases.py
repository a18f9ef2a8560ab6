"""The same said in the other language, and with slips of the keyboard, gives the same needs."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

PAIRS = [
    ("quiero un chatbot barato para mi hotel", "I want a cheap chatbot for my hotel"),
    ("como mucho 14B y pesos abiertos", "at most 14B and open weights"),
    ("resumir informes de 300 páginas", "summarise 300-page reports"),
    ("tengo una 4090 y 64 GB de RAM", "I have a 4090 and 64 GB of RAM"),
    ("que no sea de OpenAI ni de Meta", "not from OpenAI or Meta"),
    ("presupuesto de 100 dólares al mes", "a budget of 100 dollars a month"),
    ("que hable catalán y portugués", "it must speak Catalan and Portuguese"),
    ("llamada a funciones y salida JSON", "function calling and JSON output"),
    ("prefiero calidad antes que velocidad", "I prefer quality over speed"),
    ("los datos no pueden salir de Europa", "data cannot leave Europe"),
    ("al menos 25 tokens por segundo", "at least 25 tokens per second"),
    ("transcribir reuniones en tiempo real", "transcribe meetings in real time"),
    ("licencia para uso comercial", "a licence for commercial use"),
    ("sin internet, en mi portátil", "without internet, on my laptop"),
]


@pytest.mark.parametrize(("spanish", "english"), PAIRS, ids=[english for _, english in PAIRS])
def test_other_language(talk: Any, spanish: str, english: str) -> None:
    said = talk(spanish)
    assert said
    assert said == talk(english)


@settings(deadline=None, max_examples=60)
@given(order=st.permutations(range(4)), spanish=st.booleans())
def test_order_of_wishes_does_not_matter(talk: Any, order: list[int], spanish: bool) -> None:
    es = ["barato", "pesos abiertos", "en catalán", "como mucho 8B"]
    en = ["cheap", "open weights", "in Catalan", "at most 8B"]
    wishes = [(es if spanish else en)[i] for i in order]
    assert talk(", ".join(wishes)) == {
        "priority": ["cost"],
        "open_weights": True,
        "languages": ["ca"],
        "max_params_b": 8,
    }


@pytest.mark.parametrize("seed", range(12))
def test_a_slip_in_a_long_word_changes_nothing(talk: Any, seed: int) -> None:
    chance = random.Random(seed)
    text, word = chance.choice(
        [
            ("presupuesto de 50 dólares al mes", "presupuesto"),
            ("quiero clasificar mensajes", "clasificar"),
            ("necesito privacidad", "privacidad"),
            ("I want translation into French", "translation"),
        ]
    )
    at = chance.randrange(2, len(word) - 2)
    slip = chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at] + word[at:],
        ]
    )
    assert talk(text.replace(word, slip)) == talk(text)


@pytest.mark.parametrize(
    "text", ["necesito traducción automática rápida", "Análisis de imágenes médicas con máxima precisión"]
)
def test_accents_do_not_matter(talk: Any, text: str) -> None:
    plain = text.translate(str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU"))
    assert talk(plain) == talk(text) != {}
