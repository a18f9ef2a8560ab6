"""Rigs as people type them into forums, in both languages: counts, totals, wishes, what a program uses, what fails."""

from __future__ import annotations

from typing import Any

import pytest

COUNTED: list[tuple[str, dict[str, Any]]] = [
    ("dual 32gb mi50, what runs well?", {"vram_gb": 64}),
    ("dos mi50 de 32gb, ¿qué corre bien?", {"vram_gb": 64}),
    ("two 16gb 4060 ti, which model?", {"vram_gb": 32}),
    ("dos 16gb 5060 ti, ¿qué modelo?", {"vram_gb": 32}),
    ("2x 24gb p40 and 64 gb of ram", {"vram_gb": 48, "ram_gb": 64}),
    ("2 x RTX 3060 - 24 GB Vram total, 32GB DDR5", {"vram_gb": 24, "ram_gb": 32}),
    ("dos 3060, 24 gigas de vram en total, y 32 de ram", {"vram_gb": 24, "ram_gb": 32}),
    ("40 GB of VRAM split across two 3080s, what can I run?", {"vram_gb": 40}),
    ("tengo 40GB de vram repartidos en dos 3080 de 20", {"vram_gb": 40}),
    ("64GB of RAM and 12GB VRAM on my 3080", {"vram_gb": 12, "ram_gb": 64}),
    ("64 gigas de ram y 12 gb de vram en mi 3080", {"vram_gb": 12, "ram_gb": 64}),
    ("i've 32gb and two 3090s", {"vram_gb": 48, "ram_gb": 32}),
    ("tengo 32gb y dos 3090", {"vram_gb": 48, "ram_gb": 32}),
]


@pytest.mark.parametrize(("turns", "needs"), COUNTED)
def test_the_rig_that_is_meant(talk: Any, turns: str, needs: dict[str, Any]) -> None:
    told = talk(*(turn.strip() for turn in turns.split("|")))
    assert {key: told.get(key) for key in ("vram_gb", "ram_gb")} == {"vram_gb": None, "ram_gb": None, **needs}
    assert told.get("local") is True
