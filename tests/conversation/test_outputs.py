"""Film, music, speech and objects in space: no model of the catalogue makes them, and none is recommended for it."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from advisor.conversation.checkpoints import memory_checkpointer
from advisor.conversation.deps import Deps
from advisor.conversation.talk import Talk

MADE = [
    ("quiero animar fotos antiguas con ia gratis", "crear vídeo"),
    ("recomiéndame una ia para editar vídeos de youtube", "crear vídeo"),
    ("can you recommend a free ai that makes old photos come alive?", "making video"),
    ("what's the best text to video model?", "making video"),
    ("which AI should I use to make videos for my shop?", "making video"),
    ("necesito una ia para crear canciones", "crear música"),
    ("I want to make music with AI", "making music"),
    ("quiero clonar mi voz para hacer audiolibros", "generar voz"),
    ("local text to speech in spanish", "producing speech"),
    ("una ia para crear modelos 3d", "crear objetos en 3D"),
    ("I want to generate 3d models from text", "making objects in 3D"),
]
TEXT = [
    "guiones para mis vídeos de tiktok, barato",
    "resumir vídeos de youtube y sacar títulos",
    "hago vídeos de cocina y quiero algo que me escriba los guiones",
    "something to generate video descriptions for my shop",
    "I make videos for youtube and need help with scripts",
    "I make videos with AI and need help writing scripts",
    "an AI that writes song lyrics",
    "a local voice assistant with whisper, an llm and tts",
    "un modelo que analice vídeos de cámaras de seguridad",
    "I need a model to create video game scripts in unity",
]


@pytest.fixture(scope="module")
def talk(deps: Deps) -> Talk:
    return Talk(deps, memory_checkpointer())


def _asked(talk: Talk, text: str, session: str = "") -> dict[str, Any]:
    return talk.ask(session or uuid.uuid4().hex, text)


@pytest.mark.parametrize(("text", "made"), MADE)
def test_what_no_model_here_makes(talk: Talk, text: str, made: str) -> None:
    told = _asked(talk, text)
    assert made in told["answer"]
    assert (told["recommendations"], told["question"]) == ([], None)
    assert "output_modalities" not in told["needs"]


@pytest.mark.parametrize("text", TEXT)
def test_texts_about_films_and_songs(talk: Talk, text: str) -> None:
    assert _asked(talk, text)["recommendations"]


def test_another_use_takes_its_place(talk: Talk) -> None:
    session = uuid.uuid4().hex
    _asked(talk, "I want to make music with AI", session)
    told = _asked(talk, "ok, then something to write the lyrics", session)
    assert told["recommendations"]
    assert told["needs"] == {"use_case": "creative_writing"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Is Jamba's architecture better or worse than transformers?", "Jamba"),
        ("compara qwen3", "Qwen3"),
    ],
)
def test_a_comparison_with_one_model_says_what_its_card_says(talk: Talk, text: str, told: str) -> None:
    answer = _asked(talk, text)["answer"]
    assert f"**{told}" in answer
    assert "(declared" not in answer  # a card's text as it stands in the store is for no person
