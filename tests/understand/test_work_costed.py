"""Sums and work told beside a question on prices, and against what is paid today."""

from __future__ import annotations

from typing import Any

import pytest

SAID: list[tuple[str, str, float | None]] = [
    ("cuánto me saldría al mes una api si mando 2 millones de tokens al día?", "tokens_per_month", 60e6),
    ("what would a hosted API cost me, we send 2 million tokens a day?", "tokens_per_month", 60e6),
    ("what's the cheapest API for 3 million tokens a day?", "tokens_per_month", 90e6),
    ("¿cuál es la API más barata para 3 millones de tokens al día?", "tokens_per_month", 90e6),
    (
        "summarize contracts | what would an API cost me for 2000 contracts a month of 15 pages?",
        "tokens_per_month",
        10e6,
    ),
    ("resumir contratos | ¿cuánto por API si son 2000 contratos al mes de 15 páginas?", "tokens_per_month", 10e6),
    ("how much is a million tokens?", "tokens_per_month", None),
    ("¿cuánto cuesta un millón de tokens?", "tokens_per_month", None),
    ("pago 120 dolares al mes en openai, para resumir | que baje de 50", "budget_usd_month", 50),
    ("I pay $120 a month for openai, for summaries | get it under 50", "budget_usd_month", 50),
    ("Ahora pago 90 al mes por ChatGPT para tres personas, quiero la mitad", "budget_usd_month", 45),
    ("Right now I pay 90 a month for ChatGPT for three people, I want half", "budget_usd_month", 45),
    ("un chatbot, tenemos hasta S/ 100 al mes", "budget_usd_month", 29),
    ("a chatbot, we have up to S/ 100 a month", "budget_usd_month", 29),
    ("10,000 queries a month, 300 tokens for the question and 500 for the answer", "tokens_per_month", 8e6),
    ("10.000 consultas al mes, 300 tokens de pregunta y 500 de respuesta", "tokens_per_month", 8e6),
    ("12 interviews, 150k words combined, in one prompt, to find themes", "min_context_tokens", 200_000),
    ("doce entrevistas, 150 mil palabras en total, en un solo prompt, para temas", "min_context_tokens", 200_000),
    ("12,000 pages in total, to search in", "min_context_tokens", None),
    ("un archivo de 12.000 páginas en total, para buscar", "min_context_tokens", None),
    ("resumir podcasts que tengo en txt | serían unas 18 mil palabras por capítulo", "min_context_tokens", 24_000),
    ("summarise podcast transcripts | around 18,000 words per chapter", "min_context_tokens", 24_000),
]


@pytest.mark.parametrize(("turns", "key", "value"), SAID)
def test_what_is_told_beside_a_price(talk: Any, turns: str, key: str, value: float | None) -> None:
    told = talk(*(turn.strip() for turn in turns.split("|")))
    assert told.get(key) == (value if value is None else pytest.approx(value, rel=0.02))
