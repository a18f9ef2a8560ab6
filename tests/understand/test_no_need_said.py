"""Turns that hold no need whatever they name, and the turns beside them that do.

A row is a message (or several turns between "|") and the needs that it leaves, apart from the models mentioned.
"""

from __future__ import annotations

from typing import Any

import pytest

TO_THE_ADVISOR = [
    ("¿habláis euskera? ¿me podéis contestar en euskera?", {}),
    ("¿ustedes guardan lo que escribo?", {}),
    ("can you reply in Welsh?", {}),
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
TOLD = [
    ("At my old school they had a DGX nobody could use", {}),
    ("En mi facultad tienen un clúster con A100 pero nadie lo toca", {}),
    ("In 2023 I rented eight A100s to train a llama", {}),
    ("En 2022 alquilé ocho A100 para afinar uno", {}),
    ("I've got a 16GB M1 and my flatmate swears a 70B works on it. True?", {"ram_gb": 16, "local": True}),
    ("everybody says open source is catching up", {}),
    ("todo el mundo dice que lo abierto está alcanzando", {}),
    ("people say open source is worse but I want open source", {"open_weights": True}),
    ("some day I'll own a 5090", {}),
    ("si me toca la lotería me compro ocho H200", {}),
    ("seriously, who needs 400B parameters?", {}),
    ("the company I left had everything on-prem for GDPR", {}),
    ("json.decoder.JSONDecodeError: Expecting value", {}),
    ("error: needs 9.3 GiB of memory. Which one can I run on 8 GB of RAM?", {"ram_gb": 8, "local": True}),
    (
        "Necesito 32k de contexto | se me corta siempre a la mitad de lo que sale en la web de siempre",
        {"min_context_tokens": 32000},
    ),
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


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_is_told_of_others_or_of_another_time_is_no_need(text: str, expected: dict[str, Any], talk: Any) -> None:
    assert needs(talk, text) == expected


@pytest.mark.parametrize(("text", "expected"), OF_A_MODEL_NAMED)
def test_what_a_named_model_is_asked_to_do_is_needed(text: str, expected: dict[str, Any], talk: Any) -> None:
    assert needs(talk, text) == expected


def needs(talk: Any, text: str) -> dict[str, Any]:
    said = talk(*(turn.strip() for turn in text.split("|")))
    return {key: value for key, value in said.items() if key != "mentioned_models"}
