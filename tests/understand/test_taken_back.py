"""Needs taken back, weighed against each other, or wished anew, turn by turn.

A row is several turns between "|", a need, and what it is after the last: none where nothing is left of it.
"""

from __future__ import annotations

from typing import Any

import pytest

TAKEN_BACK = [
    ("respuesta en menos de medio segundo | medio segundo es mucho pedir, quita eso", "latency", None),
    ("answers under 300 ms | that's too strict, drop it", "latency", None),
    ("needs function calling | it won't call anything in the end, scrap that", "tool_calling", None),
    ("needs function calling | scrap that, it must be open source", "tool_calling", True),
    ("tiene que ser en directo | en realidad no tiene por qué ser en directo", "latency", None),
    ("must output JSON | plain text is fine after all", "structured_output", None),
    ("que saque json | al final texto normal me vale", "structured_output", None),
    ("open source only | closed ones are fine too", "open_weights", None),
    ("solo open source | lo de open source ya no hace falta", "open_weights", None),
    ("it's for a commercial product | scrap that, it's just a hobby", "commercial_use", None),
    ("es para vender, licencia comercial | al final es solo para mí", "commercial_use", None),
    ("I want to fine-tune with LoRA | let's skip the training, prompts will do", "fine_tuning", "prompt"),
    ("¿base o instruct? | pues base", "training_type", "base"),
    ("should I take an open one or a closed one? | open then", "open_weights", True),
]
DENIED_TWICE = [
    ("sin tool calling no me sirve ninguno", "tool_calling", True),
    ("without function calling it's useless to me", "tool_calling", True),
    ("if it can't run offline it's no use", "local", True),
    ("sin razonamiento, no quiero que piense", "reasoning", False),
    ("a chat model without thinking mode", "reasoning", False),
    ("un modelo de chat sin modo de pensamiento", "reasoning", False),
    ("can I fine-tune Qwen3 8B with qlora on one 4080? got 700 dialogues", "fine_tuning", "lora"),
    ("¿y si le enseño 400 contratos nuestros con LoRA, aprende el tono?", "fine_tuning", "lora"),
    ("how long does a LoRA take?", "fine_tuning", None),
    ("I want the raw one, not the chatty version", "training_type", "base"),
]
PRIORITIES = [
    ("speed is key | quality over speed actually", ["quality"]),
    ("calidad | prefiero velocidad que calidad", ["speed"]),
    ("cheap please | no wait, quality matters more than price", ["quality"]),
    ("algo barato | empezamos de cero: quiero calidad", ["quality"]),
    ("something cheap | start over: I need privacy", ["privacy"]),
    ("no me importa mandar mis datos a la nube", []),
    ("no quiero mandar mis datos a la nube", ["privacy"]),
    ("tengo miedo de que me roben la novela", ["privacy"]),
    ("which is the safest for my unpublished book?", ["privacy"]),
    ("our clients would kill us if their files leaked", ["privacy"]),
    ("I can't pay much", ["cost"]),
    ("no puedo pagar más de 20 euros al mes", []),
    ("a chatbot for my shop | not that expensive. any others", ["cost"]),
    ("el que menos cueste", ["cost"]),
    ("I'd rather it took longer and got it right", ["quality"]),
    ("no quiero que tarde media hora", ["speed"]),
    ("would I get better accuracy by using Q5 instead of Q4?", []),
    ("is ollama worse than llama.cpp for speed or is that just drama", []),
    ("is there anything better than Opus for accuracy?", ["quality"]),
    ("sacar el NIF de las facturas que nos mandan en pdf", []),
    ("quick replies for Instagram comments, what model?", []),
]


@pytest.mark.parametrize(("text", "need", "value"), TAKEN_BACK)
def test_a_need_is_taken_back_without_its_noun(text: str, need: str, value: Any, talk: Any) -> None:
    assert talk(*text.split(" | ")).get(need) == value


@pytest.mark.parametrize(("text", "need", "value"), DENIED_TWICE)
def test_what_is_indispensable_or_asked_for_oneself_is_needed(text: str, need: str, value: Any, talk: Any) -> None:
    assert talk(text).get(need) == value


@pytest.mark.parametrize(("text", "expected"), PRIORITIES)
def test_what_matters_more_and_what_is_feared(text: str, expected: list[str], talk: Any) -> None:
    assert talk(*text.split(" | ")).get("priority", []) == expected
