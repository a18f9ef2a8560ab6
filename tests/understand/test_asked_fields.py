"""Which facts a question asks for: by words that ask, and not by words that only sound alike."""

from __future__ import annotations

import pytest

from advisor.settings import KNOWLEDGE
from advisor.understand.models.asked import AskedFields

ASKED = [
    ("¿qué tipo de atención usa?", "attention"), ("what kind of attention does it use?", "attention"),
    ("¿cuántas capas tiene?", "layers"), ("how many layers does it have?", "layers"),
    ("¿cuánto contexto tiene?", "context_tokens"), ("how much context does it take?", "context_tokens"),
]  # fmt: skip
NOT_ASKED = [
    "un chat de atención al cliente", "atención a los vecinos por WhatsApp", "llama la atención",
    "a customer attention desk", "attention to detail matters", "an app with several layers of security",
]  # fmt: skip


SPOKEN = [
    "¿habla español?", "¿Habla bien el chino?", "¿en qué idiomas habla?", "¿cuáles hablan árabe?", "sabe hablar en ruso",
    "does it speak Greek?", "which languages?",
]  # fmt: skip
SPOKEN_OF = [
    "háblame de Gemma 4 31B", "hablame del segundo", "habla de Qwen3", "hablemos de Llama", "me hablaron de Mistral",
    "tell me about Gemma", "we talked about Llama",
]  # fmt: skip


@pytest.fixture(scope="module")
def asked() -> AskedFields:
    return AskedFields.load(KNOWLEDGE / "asked_fields.yaml")


@pytest.mark.parametrize(("text", "field"), ASKED)
def test_what_is_asked_is_found(asked: AskedFields, text: str, field: str) -> None:
    assert field in asked.find(text)


@pytest.mark.parametrize("text", SPOKEN)
def test_what_a_model_speaks_is_asked(asked: AskedFields, text: str) -> None:
    assert "languages_official" in asked.find(text)


@pytest.mark.parametrize("text", SPOKEN_OF)
def test_to_speak_of_a_model_asks_nothing_of_its_languages(asked: AskedFields, text: str) -> None:
    assert "languages_official" not in asked.find(text)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_only_sounds_alike_is_not(asked: AskedFields, text: str) -> None:
    assert not {"architecture", "attention", "layers"} & set(asked.find(text))
