"""Words that mean something else by what stands beside them: bounds, idioms, quoted lines, negations in a row."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.domain.needs import Dialogue
from advisor.understand.apply import after
from advisor.understand.reader import Reader

SAID: list[tuple[str, dict[str, Any]]] = [
    ("classify 20,000 reviews once, budget of $15 in total", {"budget_usd_once": 15.0, "budget_usd_month": None}),
    ("un modelo de once mil millones de parámetros como mucho", {"max_params_b": 11.0}),
    ("a coder, must be faster than 4 tokens per sec", {"min_tokens_per_s": 4.0, "priority": None}),
    ("un chatbot que cueste menos de 75 dólares al mes", {"budget_usd_month": 75.0, "priority": None}),
    ("me interesa más que nada traducir del coreano", {"use_case": "translation", "languages": ("ko",)}),
    ("more than anything I need to translate from Korean", {"use_case": "translation", "languages": ("ko",)}),
    ("tratamiento de datos en el Espacio Económico Europeo, un bot", {"priority": ("privacy",)}),
    ("a bot, data kept in the European Economic Area", {"priority": ("privacy",)}),
    ("claims triage. nothing can leave our data centre", {"local": True}),
    ("clasificar siniestros; que nada salga de nuestro centro de datos", {"local": True}),
    ("no quiero base ni chat: un instruct", {"training_type": "instruct"}),
    (
        "agente con contexto 128k y presupuesto de 1.200 € al año",
        {"min_context_tokens": 128_000, "budget_usd_month": 116.0},
    ),
    ("agent, 128k context, at most 1,200 dollars a year", {"min_context_tokens": 128_000, "budget_usd_month": 100.0}),
    ("transcribir reuniones, half English half Spanish", {"languages": ("en", "es")}),
    ("500k de contexto, cero DeepSeek por seguridad", {"excluded_vendors": ("deepseek",), "mentioned_models": None}),
    ("me encanta Sonnet pero mi cartera no, algo parecido más barato", {"excluded_models": None}),
    ("I love Sonnet but my wallet not, something cheaper", {"excluded_models": None}),
    (
        "> tom: anyone tried 7B on CPU? painfully slow\n> ines: went to hosted\nMine: 2x RTX 5060 Ti 16GB, Portuguese legal text",
        {"max_params_b": None, "priority": None, "languages": ("pt",), "vram_gb": 32.0},
    ),
]
NOTHING = [
    "los de Anthropic presentaron algo ayer no? no me enteré bien",
    "Oferta: buscamos lingüista computacional (catalán nativo) para anotar 10.000 frases, 18 €/h",
    "hmm i doubt 8k is enough but ok",
    "dudo que 8k basten",
]
LATER: list[tuple[str, str, str, Any]] = [
    ("coding with 32k of context", "drop that to 24k, it chokes", "min_context_tokens", 24_000),
    ("sin Microsoft ni DeepSeek, para programar", "retira el veto a Microsoft", "excluded_vendors", ("deepseek",)),
    ("no Microsoft, no DeepSeek, for coding", "lift the ban on Microsoft", "excluded_vendors", ("deepseek",)),
    ("un chatbot en la nube", "y si mejor lo corremos en un servidor propio", "local", True),
    ("a chatbot", "how do i reset my netflix password", "use_case", "chatbot"),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_is_said(reader: Reader, text: str, expected: dict[str, Any]) -> None:
    needs = after(Dialogue(), reader.read(text)).needs
    assert {key: needs.get(key) for key in expected} == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_states_no_need(reader: Reader, text: str) -> None:
    assert not after(Dialogue(), reader.read(text)).needs.values


@pytest.mark.parametrize(("first", "then", "key", "value"), LATER)
def test_what_is_said_later(reader: Reader, first: str, then: str, key: str, value: Any) -> None:
    dialogue = after(Dialogue(), reader.read(first))
    assert after(dialogue, reader.read(then, dialogue)).needs.get(key) == value
