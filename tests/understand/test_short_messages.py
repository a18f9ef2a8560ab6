"""Messages as short as most people's: what is wanted by name, where it is to run, or nothing but a machine."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from advisor.domain.needs import Dialogue
from advisor.understand.apply import after
from advisor.understand.reader import Reader

WANTED: dict[str, tuple[tuple[str, str], ...]] = {
    "es": (
        ("un chatbot", "chatbot"), ("programar", "coding"), ("para traducir", "translation"),
        ("resumir documentos", "summarization"), ("un agente", "agent"), ("con qué puedo programar", "coding"),
    ),
    "en": (
        ("a chatbot", "chatbot"), ("coding", "coding"), ("something to translate", "translation"),
        ("summarize documents", "summarization"), ("an agent", "agent"), ("what can I use to code", "coding"),
    ),
}  # fmt: skip
BESIDE: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    "es": (
        ("barato", {"priority": ["cost"]}), ("por api", {"local": False}), ("en la nube", {"local": False}),
        ("de código abierto", {"open_weights": True}), ("en catalán", {"languages": ["ca"]}),
        ("con una 3060 de 12gb", {"vram_gb": 12.0, "local": True}),
    ),
    "en": (
        ("cheap", {"priority": ["cost"]}), ("via API", {"local": False}), ("in the cloud", {"local": False}),
        ("open source", {"open_weights": True}), ("in Catalan", {"languages": ["ca"]}),
        ("on a 3060 12gb", {"vram_gb": 12.0, "local": True}),
    ),
}  # fmt: skip
SHORT = [
    (f"{wanted} {beside}", {"use_case": use, **needs})
    for language in WANTED
    for (wanted, use), (beside, needs) in product(WANTED[language], BESIDE[language])
]
MACHINES = [
    ("got a rtx 6000 ada thanks", 48.0), ("acabo de pillarme una rtx 6000 ada, gracias", 48.0),
    ("hi! the server has a gtx 1660 super", 6.0), ("¡hola! el servidor lleva una gtx 1660 super", 6.0),
    ("my pc: 4060 ti 16gb and an 850w psu", 16.0), ("mi pc: 4060 ti de 16gb y 850w de fuente", 16.0),
    ("2xrtx 3090", 48.0), ("una máquina con 2xRTX 3090", 48.0),
]  # fmt: skip
TOLD = [
    "my brother sold his rtx 3090 last year", "mi hermano vendió su rtx 3090 el año pasado",
    "is my psu enough for a 4090?", "¿me llega la fuente de 650w para una 4090?",
    "write me a poem about the sea", "escríbeme un poema sobre el mar",
]  # fmt: skip


def needs_of(reader: Reader, text: str) -> dict[str, Any]:
    needs, _ = after(Dialogue(), reader.read(text, Dialogue())).needs.split_json()
    return needs


@pytest.mark.parametrize(("text", "needs"), SHORT)
def test_all_of_a_short_wish_is_read(reader: Reader, text: str, needs: dict[str, Any]) -> None:
    assert needs_of(reader, text) == needs
    assert reader.read(text, Dialogue()).intent == "recommend"


@pytest.mark.parametrize(("text", "vram"), MACHINES)
def test_a_machine_alone_is_the_one_to_run_on(reader: Reader, text: str, vram: float) -> None:
    assert needs_of(reader, text) == {"vram_gb": vram, "local": True}


@pytest.mark.parametrize("text", TOLD)
def test_what_only_looks_short_and_plain_wishes_nothing(reader: Reader, text: str) -> None:
    assert needs_of(reader, text) == {}
