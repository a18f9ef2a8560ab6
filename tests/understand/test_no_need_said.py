"""Turns that hold no need whatever they name, and the turns beside them that do.

A row is a message (or several turns between "|") and the needs that it leaves, apart from the models mentioned.
"""

from __future__ import annotations

from typing import Any

import pytest

TO_THE_ADVISOR = [
    ("¿Hablas catalán? ¿y gallego?", {}),
    ("¿eres gratis?", {}),
    ("are you free or is there a catch", {}),
    ("can you work offline?", {}),
    ("can I use you on my phone?", {}),
    ("tengo prisa, dime rápido", {}),
    ("I'm in a hurry, be brief", {}),
    ("give me the list as json", {}),
    ("it has to give me the answer as json", {"structured_output": True}),
    ("¿tienes alguno que funcione sin internet?", {"local": True}),
    ("can you find me one that runs offline", {"local": True}),
    ("what languages do you speak?", {}),
]
REMARKS = [
    ("ok that's cheaper than I thought", {}),
    ("vaya, más barato de lo que pensaba", {}),
    ("great quality answers btw", {}),
    ("gracias, muy preciso todo", {}),
    ("genial, pero más barato", {"priority": ["cost"]}),
    ("great, but faster please", {"priority": ["speed"]}),
    ("I want high quality answers", {"priority": ["quality"]}),
]
MEASURED = [
    ("¿un MoE iría más rápido que uno denso?", {}),
    ("would a bigger one be more accurate than a small one?", {}),
    ("how accurate is it?", {}),
    ("¿qué tan rápido es?", {}),
    ("is the second one faster?", {}),
    ("anything faster than this?", {"priority": ["speed"]}),
    ("¿hay algo más barato que eso?", {"priority": ["cost"]}),
]
OF_A_MODEL_NAMED = [
    ("Can Qwen3 8B do function calling?", {"tool_calling": True}),
    ("¿Qwen3 8B admite llamadas a funciones?", {"tool_calling": True}),
    ("GPT-5 or Qwen3 8B, which one handles tool calls without choking?", {"tool_calling": True, "use_case": "agent"}),
    ("how does function calling work in GPT-5?", {}),
    ("¿cómo funciona el razonamiento en GPT-5?", {}),
]


@pytest.mark.parametrize(("text", "expected"), TO_THE_ADVISOR)
def test_what_is_said_to_the_advisor_is_no_need(text: str, expected: dict[str, Any], talk: Any) -> None:
    assert needs(talk, text) == expected


@pytest.mark.parametrize(("text", "expected"), REMARKS)
def test_praise_and_surprise_are_no_wish(text: str, expected: dict[str, Any], talk: Any) -> None:
    assert needs(talk, text) == expected


@pytest.mark.parametrize(("text", "expected"), MEASURED)
def test_how_much_of_it_there_is_is_only_asked(text: str, expected: dict[str, Any], talk: Any) -> None:
    assert needs(talk, text) == expected


@pytest.mark.parametrize(("text", "expected"), OF_A_MODEL_NAMED)
def test_what_a_named_model_is_asked_to_do_is_needed(text: str, expected: dict[str, Any], talk: Any) -> None:
    assert needs(talk, text) == expected


def needs(talk: Any, text: str) -> dict[str, Any]:
    said = talk(*(turn.strip() for turn in text.split("|")))
    return {key: value for key, value in said.items() if key != "mentioned_models"}
