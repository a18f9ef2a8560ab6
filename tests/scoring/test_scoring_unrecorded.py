"""Wishes that no card records are not passed over, and nothing else is said."""

import pytest

from advisor.scoring.unrecorded import missing, unmade, unrecorded

SAID = [
    ("un modelo sin censura para rol", "censura", False),
    ("una ia que no censure nada", "censura", False),
    ("an ai that doesn't censor", "censura", False),
    ("uncensored model for roleplay", "censura", True),
    ("transcripción con diarización", "quién habla", False),
    ("nada de MoE, denso", "arquitectura", True),
    ("a model for 40 developers at once", "una conversación", True),
    ("para 30 usuarios a la vez", "una conversación", True),
    ("alojado en Europa", "de ese sitio", False),
    ("EU-hosted, GDPR", "de ese sitio", False),
    ("data must stay in Germany", "de ese sitio", False),
]


@pytest.mark.parametrize(("text", "part", "at_home"), SAID)
def test_what_no_card_records_is_said(text: str, part: str, at_home: bool) -> None:
    (told,) = unrecorded(text, at_home=at_home)
    assert part in told.es
    assert told.en


@pytest.mark.parametrize(
    "text",
    [
        "un chatbot para mi restaurante en catalán",
        "a coding model on a 3060 12GB",
        "resumir condensado de noticias de Europa",
        "translate from English to German",
        "transcribe my voice notes",
    ],
)
@pytest.mark.parametrize("at_home", [True, False])
def test_most_messages_call_for_nothing(text: str, at_home: bool) -> None:
    assert unrecorded(text, at_home=at_home) == ()
    assert missing(text) == ()


@pytest.mark.parametrize("text", ["quiero clonar mi voz en local", "a local TTS model", "texto a voz en catalán"])
def test_what_no_model_does_is_said_first(text: str) -> None:
    (told,) = missing(text)
    assert "voz" in told.es
    assert "speech" in told.en


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("¿qué reranker me recomiendas?", "ningún reranker"),
        ("which re-ranker should I use for my search?", "ningún reranker"),
        ("una ia para doblar vídeos al inglés", "Doblar son tres cosas"),
        ("an AI tool to dub my course videos", "Doblar son tres cosas"),
    ],
)
def test_what_no_model_here_does_is_told_first(text: str, part: str) -> None:
    (told,) = missing(text)
    assert part in told.es
    assert told.en


@pytest.mark.parametrize("text", ["doblar la ropa de la tienda", "double the context", "reordenar mi lista de tareas"])
def test_words_that_only_look_alike(text: str) -> None:
    assert missing(text) == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("¿cómo hago vídeos con IA?", "vídeo"),
        ("how can I make short videos with AI?", "vídeo"),
        ("cómo se crean fotos con inteligencia artificial", "imágenes"),
        ("how do people make logos with AI", "imágenes"),
        ("cómo compongo canciones con una ia", "música"),
        ("how do I compose music with AI", "música"),
    ],
)
def test_what_is_made_by_other_models(text: str, what: str) -> None:
    (told,) = unmade(text)
    assert f"hace {what}" in told.es
    assert "my catalogue makes" in told.en


@pytest.mark.parametrize(
    "text", ["¿qué es una alucinación?", "how does attention work?", "cómo leo una imagen con un modelo"]
)
def test_other_questions_ask_for_nothing_to_be_made(text: str) -> None:
    assert unmade(text) == ()
