"""Everyday errands tell the use they come nearest to; a machine alone tells none."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.domain.needs import Dialogue
from tests.understand.conftest import Talk


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("mejor ia para hacer un menú semanal", "brainstorming"),
        ("best ai for meal planning", "brainstorming"),
        ("una ia que me ayude a organizar la boda", "brainstorming"),
        ("an ai to plan our wedding", "brainstorming"),
        ("¿qué IA es mejor para mejorar el perfil de LinkedIn?", "writing"),
        ("which AI is best to improve my LinkedIn profile?", "writing"),
        ("necesito una ia para hacer el currículum", "writing"),
        ("looking for an ai to write my resume", "writing"),
        ("una ia para preparar qué decir antes de una llamada", "writing"),
        ("an ai for preparing what to say before a call", "writing"),
        ("mejor ia para generar rutinas de AutoLISP", "coding"),
        ("best ai to write VBA macros", "coding"),
        ("mejor ia para llevar la contabilidad", "data_analysis"),
        ("best ai for bookkeeping", "data_analysis"),
        ("la mejor ia para apoyo emocional", "chatbot"),
        ("the best ai for emotional support", "chatbot"),
        ("una ia para sintetizar literatura académica", "summarization"),
        ("an ai for synthesizing vast amounts of academic literature", "summarization"),
    ],
)
def test_errand(talk: Talk, text: str, use: str) -> None:
    assert _needs(talk, text).get("use_case") == use


@pytest.mark.parametrize(
    "text",
    [
        "una torre con una P40 de 24 GB y 64 GB de RAM, ¿qué modelos puedo mover?",
        "a box with a P40 24GB and 64 GB of RAM, what models can I run?",
        "tengo un i7 con 32 GB y va lentísimo con ollama, ¿qué cambio?",
        "i7 with 32 GB and ollama is painfully slow, what should I change?",
    ],
)
def test_a_machine_tells_no_use(talk: Talk, text: str) -> None:
    assert "use_case" not in _needs(talk, text)


def _needs(talk: Talk, text: str) -> dict[str, Any]:
    return talk(text)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("what is the best AI right now?", "recommend"),
        ("¿cuál es la mejor IA ahora mismo?", "recommend"),
        ("which is best for coding, Claude Sonnet 4.5 or GPT-5?", "compare"),
        ("¿qué es mejor para programar, Claude Sonnet 4.5 o GPT-5?", "compare"),
        ("best alternative to Claude Sonnet 4.5 or GPT-5 for coding?", "recommend"),
        ("¿la mejor alternativa a Claude Sonnet 4.5 o GPT-5 para programar?", "recommend"),
    ],
)
def test_asked_for_or_between_two(read: Any, text: str, intent: str) -> None:
    assert read(text, Dialogue()).intents[0] == intent
