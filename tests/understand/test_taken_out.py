"""Of several graphics cards one is left out: the memory of the others stays."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("una 3090 y una 3060 juntas, para programar", "¿y si quito la 3060?"),
        ("tengo una 3090 y una 3060", "y sin la 3060?"),
        ("tengo una 3090 y una 3060", "al final vendo la 3060"),
        ("I have a 3090 and a 3060 for coding", "what if I take out the 3060?"),
        ("I've got a 3090 and a 3060", "without the 3060"),
        ("I've got a 3090 and a 3060", "I sold the 3060"),
    ],
)
def test_the_other_card_stays(talk: Any, first: str, then: str) -> None:
    assert talk(first, then)["vram_gb"] == 24


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("tengo una 3060", "sin la API qué modelo pongo"),
        ("I have a 3060", "without the API, which model?"),
        ("tengo una 3060", "quito el límite de presupuesto"),
    ],
)
def test_of_a_single_card_nothing_is_left_out(talk: Any, first: str, then: str) -> None:
    assert talk(first, then)["vram_gb"] == 12


@pytest.mark.parametrize(
    ("first", "then", "key", "gb"),
    [
        ("two Mac Studios with 64 GB each, for coding", "and one of them alone?", "ram_gb", 64),
        ("dos Mac Studio de 64 GB cada uno, para programar", "¿y con uno solo?", "ram_gb", 64),
        ("I have two 3090s", "and with one alone?", "vram_gb", 24),
        ("tengo dos 3090", "¿y con una sola?", "vram_gb", 24),
    ],
)
def test_one_of_several_alone(talk: Any, first: str, then: str, key: str, gb: float) -> None:
    assert talk(first, then)[key] == gb
