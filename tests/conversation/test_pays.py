"""Whether a machine of one's own pays against the API, and what its electricity takes: reckoned, with what it rests on."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from advisor.conversation.pays import asks_for_power, asks_if_hosting_pays, asks_if_it_pays
from advisor.conversation.priced import priced

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


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("¿compensa montarlo en nuestros servidores?", True),
        ("does it make sense to self-host on our own servers?", True),
        ("¿merece la pena montar una web?", False),
        ("is it worth buying a course?", False),
    ],
)
def test_hosting_it_oneself(text: str, asked: bool) -> None:
    assert asks_if_hosting_pays(text) is asked


@pytest.mark.parametrize(("text", "asked"), [
    ("¿cuánto gasto de luz?", True),
    ("how much would electricity cost me", True),
    ("¿cuántos vatios consume?", True),
    ("consume mucha luz la gráfica?", True),
    ("power consumption?", True),
    ("does it use much electricity", True),
    ("¿es más listo con la luz apagada?", False),
    ("is it as powerful as gpt-5?", False),
    ("¿consume mucha memoria?", False),
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


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("what's the price per 1000 calls of 2k tokens?", (1000, 2000)),
        ("and how much for 10k requests with 500 tokens each?", (10_000, 500)),
        ("¿cuánto cuestan 1.000 llamadas de 2.000 tokens?", (1000, 2000)),
        ("cuanto saldrian 5 mil consultas por mes", None),
        ("¿a cuánto sale por cada 10.000 mensajes de unos 300 tokens?", (10_000, 300)),
        ("what's the price per million tokens?", None),
        ("10k requests of 500 tokens a day", None),
    ],
)
def test_an_amount_that_is_priced_on_its_own(text: str, amount: tuple[float, float] | None) -> None:
    assert priced(text) == amount


@pytest.mark.parametrize(
    ("language", "text", "total"),
    [("es", "¿cuánto cuestan 1.000 llamadas de 2.000 tokens?", "son 2M tokens"), ("en", "how much for 1,000 calls of 2k tokens?", "are 2M tokens")],
)  # fmt: skip
def test_the_amount_is_told_with_its_sum(ask: Ask, language: str, text: str, total: str) -> None:
    name = ask(BY_API[language])["recommendations"][0]["name"]
    told = ask(text)["answer"].splitlines()[0]
    assert total in told
    assert name in told
    read, price_in, written, price_out = (
        float(n.replace(",", "."))
        for n in re.findall(
            r"([\d.,]+)(?:M|K)? (?:tokens|input|de|output|salida)? ?(?:tokens )?(?:de entrada |salida )?× ([\d.,]+)",
            told,
        )[0]
        + re.findall(r"\+ ([\d.,]+)[MK] (?:de salida|output) × ([\d.,]+)", told)[0]
    )
    cost = re.search(r"([\d.,]+) USD (?:en|at)", told)
    assert cost is not None
    assert float(cost[1].replace(",", ".")) == pytest.approx(read * price_in + written / 1000 * price_out, rel=0.05)


@pytest.mark.parametrize(("language", "text"), [("es", "¿cuánto tarda en leer un prompt de 30k?"), ("en", "how long to process a 30k prompt?")])  # fmt: skip
def test_how_fast_it_reads_is_said_not_to_be_estimated(ask: Ask, language: str, text: str) -> None:
    name = ask(AT_HOME[language])["recommendations"][0]["name"]
    told = ask(text)["answer"]
    assert ("no lo estimo" if language == "es" else "I do not estimate") in told
    assert name in told
