"""What is asked of a machine that one has or names: the machine is told, whatever is asked beside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Talk = Callable[..., dict[str, Any]]

TOLD = [
    ("¿se puede correr un 8B en un MacBook con 16 gigas?", {"ram_gb": 16.0}),
    ("can you run an 8B on a MacBook with 16 GB?", {"ram_gb": 16.0}),
    ("8 gigas de ram, ¿llego a un 7b?", {"ram_gb": 8.0}),
    ("8 GB of RAM, can I reach a 7b?", {"ram_gb": 8.0}),
    ("me he comprado una 3080 usada, ¿qué le pongo?", {"vram_gb": 10.0}),
    ("I've just bought a used 3080, what should I put on it?", {"vram_gb": 10.0}),
    (
        "uso una 4060 Ti de 16 y me da out of memory al afinar con LoRA, ¿por qué?",
        {"vram_gb": 16.0},
    ),
    ("I'm on a 4060 Ti 16GB and get out of memory when I train with LoRA, why?", {"vram_gb": 16.0}),
    ("¿un 70B cabe en 24 GB?", {}),
    ("does a 70B fit in 24 GB?", {}),
    ("mi primo se ha comprado una 4090 y presume mucho", {}),
    ("my cousin has bought a 4090 and brags a lot", {}),
]


@pytest.mark.parametrize(("text", "needs"), TOLD)
def test_the_machine_is_told(talk: Talk, text: str, needs: dict[str, Any]) -> None:
    found = talk(text)
    assert {key: found[key] for key in ("vram_gb", "ram_gb") if key in found} == needs


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("un asistente para mi tienda sin razonamiento, que es caro", {"use_case": "chatbot", "reasoning": False}),
        ("an assistant for my shop without reasoning, it's expensive", {"use_case": "chatbot", "reasoning": False}),
        ("la cuenta de la API me arruina, ¿qué otra cosa hay para un chatbot?", {"use_case": "chatbot"}),
        ("my API bill is killing me, what else is there for a support bot?", {"use_case": "chatbot"}),
    ],
)
def test_what_is_wished_stands_beside_a_reason(talk: Talk, text: str, needs: dict[str, Any]) -> None:
    found = talk(text)
    assert {key: found.get(key) for key in needs} == needs
