"""Hardware by name and by memory."""

from __future__ import annotations

from typing import Any

import pytest

HARDWARE: list[tuple[str, dict[str, Any]]] = [
    ("tengo una rtx 3060 de 12 gigas y 32 de ram", {"vram_gb": 12, "ram_gb": 32, "local": True}),
    ("2x3090", {"vram_gb": 48, "local": True}),
    ("dos 4090", {"vram_gb": 48, "local": True}),
    ("I have a 5070 Ti and a 3060", {"vram_gb": 28, "local": True}),
    ("8xH100", {"vram_gb": 640, "local": True}),
    ("RX 7900 XTX", {"vram_gb": 24, "local": True}),
    ("macbook pro m3 max 64gb", {"ram_gb": 64, "local": True}),
    ("raspberry pi 5 de 8gb", {"ram_gb": 8, "local": True}),
    ("16gb of VRAM", {"vram_gb": 16, "local": True}),
    ("un portátil con 16 GB de RAM y sin gráfica", {"ram_gb": 16, "local": True}),
    ("i9, 64GB DDR5, 1TB NVMe", {"ram_gb": 64, "local": True}),
]


@pytest.mark.parametrize(("text", "needs"), HARDWARE, ids=[text for text, _ in HARDWARE])
def test_memory(talk: Any, text: str, needs: dict[str, Any]) -> None:
    assert talk(text) == needs


def test_an_unsaid_size_is_assumed_aloud(read: Any) -> None:
    understanding = read("tengo una 3060")
    assert any("12" in notice.es and "3060" in notice.es for notice in understanding.notices)
    assert understanding.devices[0].memory_gb == 12


def test_a_mac_of_unsaid_memory_is_an_assumption_and_no_need(read: Any) -> None:
    understanding = read("tengo un mac mini m4")
    assert not any(change.key == "ram_gb" for change in understanding.changes)
    assert [a.value for a in understanding.assumptions if a.key == "ram_gb"] == [16]


def test_corrections_of_hardware(talk: Any) -> None:
    assert talk("tengo una 3060 de 12", "perdón, es una 4060 de 8 gigas") == {"vram_gb": 8, "local": True}
    assert talk("I have a 4090", "actually I have two of them") == {"vram_gb": 48, "local": True}
    assert talk("tengo una 3060", "mejor olvida mi pc, prefiero una api") == {"local": False}


def test_laptop_cards_are_the_laptop_versions(talk: Any) -> None:
    assert talk("mi portátil tiene una 4070")["vram_gb"] == 8
    assert talk("my desktop has a 4070")["vram_gb"] == 12
