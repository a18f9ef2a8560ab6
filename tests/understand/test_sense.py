"""The trained senses: what they are shown, how they weigh it, and the words they give as reasons."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain.needs import USE_CASES, Dialogue
from advisor.errors import KnowledgeError
from advisor.understand.reader import Reader
from advisor.understand.senses.features import Feature
from advisor.understand.senses.sense import Sense
from advisor.understand.senses.senses import load_senses, save_senses


def small() -> Sense:
    """Two words, a unit for each; the second unit also wakes for the naming of maths."""
    rows = {"w:sing": [100, 0], "w:sum": [0, 100], "w:hush": [-100, -100], "way:math:0": [0, 100]}
    names = sorted(rows, key=lambda name: zlib.crc32(name.encode()))
    return Sense(
        ("none", "voice", "math"),
        np.array([zlib.crc32(name.encode()) for name in names], np.uint32),
        np.array([rows[name] for name in names], np.int8),
        np.full(2, 0.05, np.float32),
        np.array([1, 0, 0], np.float32),
        np.ones(5, np.float32),
        np.array([0, -1], np.float32),
        np.array([[0, 1, 0], [0, 0, 2]], np.float32),
    )


def test_words_wake_units_and_units_speak_for_classes() -> None:
    sense = small()
    assert sense.weigh({}).top == "none"
    opinion = sense.weigh({"w:sing": Feature(1.0, 3), "w:unknown": Feature(1.0, 4)})
    scores = np.exp([1.0, 5.0, 0.0])  # the second unit sleeps: 0 - 1 < 0
    np.testing.assert_allclose(opinion.likely, scores / scores.sum(), rtol=1e-5)
    words = opinion.words("voice")
    assert set(words) == {3}
    assert words[3] > 0 > opinion.words("math")[3]
    scores = np.exp([1.0, 0.0, 2 * (5.0 - 1)])
    np.testing.assert_allclose(sense.weigh({"w:sum": Feature(1.0, 0)}).likely, scores / scores.sum(), rtol=1e-5)
    assert sense.weigh({"w:sing": Feature(1.0, 0), "w:hush": Feature(1.0, 1)}).top == "none"


def test_what_a_sleeping_unit_hears_speaks_for_nothing() -> None:
    opinion = small().weigh({"w:sing": Feature(1.0, 0), "w:hush": Feature(1.0, 1)})
    assert all(part == 0 for name in opinion.classes for part in opinion.words(name).values())


def test_a_phrase_speaks_beside_the_words() -> None:
    named = small().weigh({}, {"math": (1.0, 0.0, 0.0, 1.0, 0.0), "no such use": (1.0,) * 5})
    scores = np.exp([1.0, 0.0, 2 * (5.0 - 1) + 2.0])
    np.testing.assert_allclose(named.likely, scores / scores.sum(), rtol=1e-5)


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    first = save_senses({"use_case": small()}, tmp_path).read_bytes()
    loaded = load_senses(tmp_path)["use_case"]
    assert loaded.classes == small().classes
    np.testing.assert_array_equal(loaded.weights, small().weights)
    assert save_senses({"use_case": loaded}, tmp_path).read_bytes() == first


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"not an archive"])
def test_a_broken_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "weights.npz").write_bytes(content)
    with pytest.raises(KnowledgeError, match="weights"):
        load_senses(tmp_path)


def test_the_senses_are_what_their_card_says_and_small(knowledge: Path) -> None:
    import hashlib

    folder = knowledge / "senses"
    weights = (folder / "weights.npz").read_bytes()
    assert hashlib.sha256(weights).hexdigest() in (folder / "README.md").read_text("utf-8")
    assert len(weights) < 10_000_000
    assert load_senses(folder)["use_case"].classes == ("none", *USE_CASES)


PLAIN = {
    "coding": ("quiero un modelo para programar", "I need a model for coding"),
    "chatbot": ("quiero un chatbot", "I want a chatbot"),
    "summarization": ("necesito resumir informes", "I need to summarise reports"),
    "translation": ("busco algo para traducir", "looking for something to translate"),
    "transcription": ("quiero transcribir entrevistas", "I want to transcribe interviews"),
    "image_generation": ("quiero generar imágenes", "I want to generate images"),
    "rag": ("quiero hacer rag con mis documentos", "I want rag over my documents"),
    "sentiment": ("necesito análisis de sentimiento", "I need sentiment analysis"),
    "agent": ("quiero montar un agente", "I want to build an agent"),
    "math": ("quiero resolver problemas de matemáticas", "I want to solve maths problems"),
    "roleplay": ("quiero algo para jugar a rol", "I want something for roleplay"),
    "proofreading": ("quiero corregir la ortografía de mis textos", "I want to proofread my texts"),
    "brainstorming": ("quiero algo para lluvia de ideas", "I want something for brainstorming"),
    "semantic_search": ("necesito búsqueda semántica", "I need semantic search"),
    "classification": ("quiero clasificar correos", "I want to classify emails"),
}


@pytest.mark.parametrize(("use", "text"), [(use, text) for use, texts in PLAIN.items() for text in texts])
def test_a_use_said_outright_holds(talk: Any, use: str, text: str) -> None:
    assert talk(text)["use_case"] == use


def test_the_quote_is_the_person_s_own_words(read: Any) -> None:
    text = "Tengo una 3060. Mi hermana vive en Vigo. Quiero un bot que atienda a los clientes de la tienda."
    change = next(c for c in read(text).changes if c.key == "use_case")
    assert change.value == "chatbot"
    assert change.quote in text
    assert "3060" not in change.quote
    assert "Vigo" not in change.quote


@pytest.mark.parametrize("text", ["no quiero un chatbot", "nada de traducir", "¿qué es un agente?", "hola", "gracias"])
def test_no_use_is_read_into_denials_questions_and_greetings(talk: Any, text: str) -> None:
    assert "use_case" not in talk(text)


def test_a_later_aside_leaves_the_use(talk: Any) -> None:
    assert talk("quiero un chatbot para mi tienda", "y que también sepa traducir")["use_case"] == "chatbot"
    assert talk("quiero un chatbot para mi tienda", "no, mejor es para programar")["use_case"] == "coding"


@given(st.text(max_size=300))
def test_opinions_are_total_and_sum_to_one(reader: Reader, senses: dict[str, Sense], text: str) -> None:
    seen, named = reader.shown(text, Dialogue())
    for sense in senses.values():
        opinion = sense.weigh(seen, named)
        assert abs(float(opinion.likely.sum()) - 1) < 1e-4
        assert all(0 <= at < len(text) for at in opinion.words(opinion.top))
