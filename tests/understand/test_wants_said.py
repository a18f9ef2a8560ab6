"""What is wanted of the model, key by key: classes of expressions in both languages, each with its decoys.

A row is a message (or several turns between "|"), a need, and its value: none where the words only look like one.
"""

from __future__ import annotations

from typing import Any

import pytest

TONGUES = [
    ("our bot must answer in English and French", ["en", "fr"]),
    ("the assistant has to reply in Italian", ["it"]),
    ("please answer in French from now on", None),
    ("which one is better for Sinhala-English translation, gpt or claude?", ["si", "en"]),
    ("can I prompt it in Basque?", ["eu"]),
    ("¿se puede preguntar en catalán?", ["ca"]),
    ("is it better to prompt in English or Spanish?", None),
    ("does tokenization in Spanish cost more tokens?", None),
    ("languages other than English, I want Spanish", ["es"]),
    ("muchos modelos solo van en inglés, yo lo necesito en gallego", ["gl"]),
    ("as a German I write my reports in English, correct them", ["en"]),
    ("to polish my cover letter, which model?", None),
    ("german and polish reviews, sentiment", ["de", "pl"]),
    ("data has to stay in the UK or EU", None),
    ("hosted in DE or FR, for contracts", None),
    ("localización de un juego de ES a FR, IT y DE", ["es", "fr", "it", "de"]),
    ("quiero un modelo que hable mexicano", ["es"]),
    ("que escriba en argentino", ["es"]),
    ("pago en pesos mexicanos, para un restaurante chileno", None),
    ("un chatbot para la tienda | ¿alguno francés?", None),
    ("a chatbot for my shop | any German ones?", None),
    ("vamos a Japón y quiero traducir los menús", ["ja"]),
    ("honeymoon in Greece, I want to read the signs", ["el"]),
    ("una agencia de viajes a Japón, chatbot para la web", None),
    ("me contesta en italiano siempre, quiero otro", None),
    ("quiero que me conteste en italiano", ["it"]),
    ("sorry my English, I need a model for code", None),
    ("mi inglés está oxidado, que me corrija los correos", ["en"]),
]


def _case(row: tuple[str, Any]) -> str:
    return row[0][:60]


@pytest.mark.parametrize("row", TONGUES, ids=_case)
def test_languages(talk: Any, row: tuple[str, list[str] | None]) -> None:
    assert set(talk(*row[0].split(" | ")).get("languages", ())) == set(row[1] or ())
