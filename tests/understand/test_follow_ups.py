"""What people write after a recommendation, as short as they write it: the intent, and whether the needs stay as they were."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest

from advisor.domain.needs import Dialogue, Intent
from advisor.understand.apply import after
from advisor.understand.reader import Reader

FIRST = {
    "es": ("un chatbot para mi tienda en español", "algo para programar con una 3060 de 12gb", "rag para una empresa, por api"),
    "en": ("a chatbot for my shop in spanish", "something for coding on a 3060 12gb", "rag for a company, via api"),
}  # fmt: skip
SHOWN = ("google/gemma-4-31b", "alibaba/qwen3.5-9b", "google/gemma-4-26b-a4b")
TURNS: dict[Intent, dict[str, tuple[str, ...]]] = {
    "explain_why": {
        "es": ("¿por qué no gpt-5 mini?", "y por qué no claude haiku 4.5", "¿por qué ese?", "explícame por qué"),
        "en": ("why not gpt-5 mini?", "and why not claude haiku 4.5", "why that one?", "explain why"),
    },
    "compare": {
        "es": ("compáralos", "compara los dos primeros", "¿cuál es mejor, el primero o el segundo?"),
        "en": ("compare them", "compare the first two", "which is better, the first or the second?"),
    },
    "ask_guide": {
        "es": ("¿qué es un token?", "no sé qué es la ventana de contexto", "¿cuándo conviene rag?", "¿un modelo más grande es mejor?"),
        "en": ("what is a token?", "i don't know what the context window is", "when should i use rag?", "is a bigger model better?"),
    },
    "ask_model": {
        "es": ("¿cuánto cuesta el primero?", "háblame del segundo", "qué licencia tiene", "cuándo salió?"),
        "en": ("how much is the first one?", "tell me about the second", "what licence does it have", "when was it released?"),
    },
    "smalltalk": {
        "es": ("gracias", "ok", "vale, perfecto", "jaja genial", "buenos días"),
        "en": ("thanks", "ok", "ok, perfect", "haha great", "good morning"),
    },
    "reset": {"es": ("empecemos de nuevo", "borra todo"), "en": ("let's start over", "delete everything")},
    "off_topic": {"es": ("¿qué tiempo hace hoy?", "quién ganó la liga?"), "en": ("what's the weather today?", "who won the league?")},
    "refine": {
        "es": ("algo más rápido", "que sea open source", "sin google", "¿y con 8 gb?", "que lea imágenes"),
        "en": ("something faster", "make it open source", "without google", "and with 8 gb?", "it must read images"),
    },
}  # fmt: skip
CASES = [
    (intent, language, first, turn)
    for intent, by_language in TURNS.items()
    for language, turns in by_language.items()
    for first in FIRST[language]
    for turn in chain(turns, (turns[0].upper(), turns[0].strip("¿?"), f"{turns[-1]} 🙂"))
]


@pytest.mark.parametrize(("intent", "language", "first", "turn"), CASES)
def test_a_short_turn_after_a_recommendation(
    reader: Reader, intent: Intent, language: str, first: str, turn: str
) -> None:
    before = after(Dialogue(), reader.read(first, Dialogue()))
    before = replace(before, shown=SHOWN, focus=SHOWN[:1])
    read = reader.read(turn, before)
    assert read.intent == intent
    now, held = (after(before, read).needs.split_json()[0], before.needs.split_json()[0])
    now.pop("mentioned_models", None)
    if intent == "reset":
        assert now == {}
    else:
        assert (now == held) == (intent != "refine")
