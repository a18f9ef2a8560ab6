"""Whether a machine of one's own pays against the API, and what its electricity takes: reckoned, with what it rests on."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from advisor.conversation.pays import asks_for_power, asks_if_it_pays

Ask = Callable[[str], dict[str, Any]]
BY_API = {
    "es": "un agente por api, 100.000 consultas al mes de 3000 tokens de entrada y 1000 de salida",
    "en": "an agent over an API, 100,000 requests a month, 3000 tokens in and 1000 tokens out each",
}
AT_HOME = {"es": "para programar, con una rtx 4090 de 24 gb", "en": "for coding, on an rtx 4090 with 24 gb"}


@pytest.mark.parametrize(
    "text",
    [
        "which is cheaper in the long run, this or an api?",
        "¿qué sale más barato a la larga?",
        "en cuanto tiempo amortizo una 4090",
        "when would a 3090 pay for itself?",
        "¿compensa montar un servidor con una gráfica o sigo con la API?",
        "cual conviene mas comprar una pc con placa o pagar la api?",
        "would self-hosting make sense or should I stay with the API?",
        "¿me sale a cuenta comprar una 4090?",
        "whats the break even vs buying a gpu",
    ],
)
def test_it_is_asked_in_many_ways(text: str) -> None:
    assert asks_if_it_pays(text)


@pytest.mark.parametrize(
    "text",
    [
        "is fine-tuning worth it?",
        "¿merece la pena aprender python?",
        "¿me conviene más Claude?",
        "which one is better at long context?",
        "a la larga las conversaciones se olvidan, ¿por qué?",
        "does it pay attention to the whole document?",
        "¿vale la pena pagar por GPT?",
    ],
)
def test_other_questions_are_left_alone(text: str) -> None:
    assert not asks_if_it_pays(text)


@pytest.mark.parametrize(("text", "asked"), [
    ("¿cuánto gasto de luz?", True),
    ("how much would electricity cost me", True),
    ("¿cuántos vatios consume?", True),
    ("¿es más listo con la luz apagada?", False),
    ("how much does it cost?", False),
])  # fmt: skip
def test_electricity(text: str, asked: bool) -> None:
    assert asks_for_power(text) is asked


@pytest.mark.parametrize(
    ("language", "text", "api"),
    [("es", "¿en cuánto tiempo se amortizaría comprar un servidor?", "Por API, "), ("en", "is it cheaper in the long run to buy a server?", "Over an API, ")],
)  # fmt: skip
def test_the_sum_is_told_with_what_it_rests_on(ask: Ask, language: str, text: str, api: str) -> None:
    ask(BY_API[language])
    told = ask(text)["answer"]
    assert api in told
    for figure in ("420 W", "kWh", "USD"):
        assert figure in told
    assert ("Son supuestos míos" if language == "es" else "These are assumptions of mine") in told
    cost = re.search(r"unos ([\d.,]+) USD al mes" if language == "es" else r"about ([\d.,]+) USD a month", told)
    assert cost


@pytest.mark.parametrize(
    ("language", "text", "bought"),
    [("es", "¿y a la larga qué es más barato, esto o una API?", "máquina ya comprada"), ("en", "and what's cheaper in the long run, this or an api?", "machine already bought")],
)  # fmt: skip
def test_a_machine_that_is_there_costs_its_electricity(ask: Ask, language: str, text: str, bought: str) -> None:
    ask(AT_HOME[language])
    told = ask(text)
    assert bought in told["answer"]
    assert "2.200" not in told["answer"]
    assert "2,200" not in told["answer"]
    assert told["needs"]["vram_gb"] == 24


@pytest.mark.parametrize(("language", "text"), [("es", "¿cuánto gastaría de luz?"), ("en", "how much electricity would it use?")])  # fmt: skip
def test_an_hour_and_a_million_tokens_are_told(ask: Ask, language: str, text: str) -> None:
    name = ask(AT_HOME[language])["recommendations"][0]["name"]
    told = ask(text)["answer"]
    assert name in told
    assert ("un millón de tokens" if language == "es" else "a million tokens") in told
