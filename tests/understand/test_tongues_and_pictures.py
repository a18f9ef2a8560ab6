"""Languages of those who will use it, accents, codes and strays; pictures of papers; firsts of their kind in both languages."""

from __future__ import annotations

from typing import Any

import pytest

TONGUES = [
    ("mi abuela habla solo quechua y quiero que pueda preguntarle cosas", ["qu"]),
    ("my gran speaks only Hindi and I want her to ask it about her pills", ["hi"]),
    ("un bot de reservas, atiende en es, en, fr, de", ["es", "en", "fr", "de"]),
    ("minutes of a meeting, old men with thick Welsh accents", []),
    ("transcribir a señores con acento gallego muy cerrado", []),
    ("answers in Dutch and some in Frisian, to classify", ["nl", "fy"]),
    ("Qwen3 8B answers in English for some reason, RAG over Dutch manuals", ["nl"]),
    ("¿no hay un chatbot que se quede en español?", ["es"]),
    ("isn't there a chatbot that sticks to French?", ["fr"]),
]
PICTURES = [
    ("buscar en nuestro archivo, fotos de cartas antiguas", ["image"]),
    ("search in our archive, photos of old letters", ["image"]),
    ("un chatbot para una tienda de fotos de boda", []),
    ("a chatbot for a wedding photo studio", []),
]
SUPPOSED = [
    ("¿qué pasa si mañana sacan uno mejor?", []),
    ("what if a better one comes out?", []),
    ("don't care about the price, I want the best translation from Japanese", ["quality"]),
    ("me da igual el precio, quiero la mejor traducción del japonés", ["quality"]),
]


@pytest.mark.parametrize("row", TONGUES, ids=lambda row: row[0][:60])
def test_languages(talk: Any, row: tuple[str, list[str]]) -> None:
    assert set(talk(row[0]).get("languages", ())) == set(row[1])


@pytest.mark.parametrize("row", PICTURES, ids=lambda row: row[0][:60])
def test_pictures(talk: Any, row: tuple[str, list[str]]) -> None:
    assert set(talk(row[0]).get("modalities", ())) == set(row[1])


@pytest.mark.parametrize("row", SUPPOSED, ids=lambda row: row[0][:60])
def test_what_may_come_and_what_is_paid(talk: Any, row: tuple[str, list[str]]) -> None:
    assert set(talk(row[0]).get("priority", ())) == set(row[1])


@pytest.mark.parametrize("text", ["my husband Claude wants a tutor", "mi perro se llama Claude, busco un tutor"])
def test_people_and_pets_are_no_models(talk: Any, text: str) -> None:
    assert "mentioned_models" not in talk(text)
