"""An API only supposed, machines given up by name, a wish let be again."""

from __future__ import annotations

from typing import Any

import pytest

FIRST = "modelo para programar en mi 4060 de 8"


@pytest.mark.parametrize(
    "text",
    ["y qué pasa si uso una API", "¿y si uso una API?", "and what if I use an API?", "what happens if I used an api"],
)
def test_an_api_supposed_is_not_todays(talk: Any, text: str) -> None:
    needs = talk(FIRST, text)
    assert needs["local"] is False
    assert "vram_gb" not in needs
    assert talk(FIRST, text, "no, déjalo como estaba")["vram_gb"] == 8


def test_an_api_of_today_moves_nothing(talk: Any) -> None:
    assert talk(FIRST, "hoy uso una API de OpenAI")["local"] is True
    assert talk(FIRST, "I use an OpenAI API today")["local"] is True


@pytest.mark.parametrize("text", ["olvida la 4060", "never mind the 4060", "forget the 4060"])
def test_a_machine_given_up_by_name_is_gone(talk: Any, text: str) -> None:
    assert "vram_gb" not in talk(FIRST, text)


@pytest.mark.parametrize("text", ["olvida la 4060, tengo una 3090", "forget the 4060, I have a 3090"])
def test_another_takes_its_place(talk: Any, text: str) -> None:
    assert talk(FIRST, text)["vram_gb"] == 24


@pytest.mark.parametrize("text", ["que hable también. bueno, no, olvídalo", "and voice too. well, no, forget it"])
def test_a_wish_let_be_takes_nothing_with_it(talk: Any, text: str) -> None:
    assert talk(FIRST, text) == talk(FIRST)


def test_hold_on_puts_right(talk: Any) -> None:
    assert talk(FIRST, "ah pará, me dice mi viejo que es la de 16")["vram_gb"] == 16
    assert talk(FIRST, "hold on, my dad says it's the 16 gig one")["vram_gb"] == 16
