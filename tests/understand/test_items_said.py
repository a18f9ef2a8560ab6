"""What is counted without a length: kept as it was said, and the workload once the length or the tokens are told."""

from __future__ import annotations

from typing import Any

import pytest

COUNTED = [
    ("2 million reviews a month to classify", "2 millones de reseñas al mes para clasificar", 2_000_000),
    ("a bot for 3000 queries a month", "un bot para 3000 consultas al mes", 3000),
    ("extract the data of 1500 invoices a day", "extraer datos de 1500 facturas al día", 45_000),
    ("sort 500,000 complaints every month", "ordenar 500.000 quejas cada mes", 500_000),
    ("we want complaints sorted, 12,000 a month", "queremos clasificar quejas, son 12.000 al mes", 12_000),
    ("20 employees with 15 questions a day each", "20 empleados con 15 preguntas al día cada uno", 9000),
    ("a chatbot that serves 300 customers a day", "un chatbot que atienda a 300 clientes al día", 9000),
]


@pytest.mark.parametrize(("en", "es", "count"), COUNTED)
def test_a_count_is_a_count_and_no_tokens(talk: Any, en: str, es: str, count: int) -> None:
    for text in (en, es):
        needs = talk(text)
        assert needs.get("items_per_month") == count, text
        assert "tokens_per_month" not in needs, text


LATER = [
    ("2 million reviews a month to classify", "each is about 300 tokens", 600_000_000),
    ("2 millones de reseñas al mes para clasificar", "cada una son unos 300 tokens", 600_000_000),
    ("sort 12,000 complaints a month", "they are 200 tokens each", 2_400_000),
    ("ordenar 12.000 quejas al mes", "son de 200 tokens cada una", 2_400_000),
]


@pytest.mark.parametrize(("first", "then", "tokens"), LATER)
def test_a_length_told_later_gives_the_tokens(talk: Any, first: str, then: str, tokens: int) -> None:
    assert talk(first, then)["tokens_per_month"] == tokens


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("500,000 tickets a month", "it is 40M tokens a month"),
        ("500.000 tickets al mes", "son 40M tokens al mes"),
    ],
)
def test_tokens_told_later_replace_the_count(talk: Any, first: str, then: str) -> None:
    needs = talk(first, then)
    assert needs["tokens_per_month"] == 40_000_000
    assert "items_per_month" not in needs


@pytest.mark.parametrize(
    ("first", "then"),
    [("400 invoices a month, extract the totals", "make it 600"), ("sacar datos de 400 facturas al mes", "mejor 600")],
)
def test_a_count_is_corrected(talk: Any, first: str, then: str) -> None:
    assert talk(first, then)["items_per_month"] == 600


@pytest.mark.parametrize(
    "text",
    [
        "no quiero pasar de 20 al mes",
        "I pay 120 a month for a chatbot",
        "pago 120 al mes por un chatbot",
        "trabajo 8 horas al día programando",
        "I code 10 hours a day",
        "una dieta de 2000 calorías al día",
        "2 million tokens a day",
        "2 millones de tokens al día",
    ],
)
def test_money_time_and_tokens_are_no_items(talk: Any, text: str) -> None:
    assert "items_per_month" not in talk(text)


@pytest.mark.parametrize("text", ["500 tickets of 300 tokens a month", "500 tickets de 300 tokens al mes"])
def test_what_is_counted_is_kept_beside_its_tokens(talk: Any, text: str) -> None:
    """So that the cost of each can be told."""
    assert talk(text) == {"items_per_month": 500, "tokens_per_month": 150_000}


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("a chatbot for us, 500 staff each using 100k tokens monthly", 50_000_000),
        ("un chatbot para 40 empleados, cada uno con 100k tokens al mes", 4_000_000),
        ("40 employees, 2M tokens a month in all", 2_000_000),
        ("40 empleados, 2M de tokens al mes entre todos", 2_000_000),
        ("label 5 million reviews once a month, 60 tokens each", 300_000_000),
    ],
)
def test_tokens_of_each_and_of_all(talk: Any, text: str, tokens: int) -> None:
    assert talk(text)["tokens_per_month"] == tokens


@pytest.mark.parametrize(
    ("text", "tokens", "share"),
    [
        ("30M tokens in and 10M out every month", 40_000_000, 0.25),
        ("30M de tokens de entrada y 10M de salida al mes", 40_000_000, 0.25),
        ("3000 requests a month of 900 tokens in and 300 out", 3_600_000, 0.25),
        ("3000 consultas al mes con 900 tokens de entrada y 300 de salida", 3_600_000, 0.25),
        ("5M input tokens and 1M output tokens a month", 6_000_000, 1 / 6),
    ],
)
def test_both_sides_are_kept_apart(talk: Any, text: str, tokens: int, share: float) -> None:
    needs = talk(text)
    assert needs["tokens_per_month"] == tokens
    assert needs["output_share"] == pytest.approx(share, abs=1e-3)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("3000 requests a month of 900 tokens in and 300 out", "actually 6000 requests"),
        ("3000 consultas al mes con 900 tokens de entrada y 300 de salida", "en realidad 6000 consultas"),
    ],
)
def test_more_of_the_same_keeps_their_proportion(talk: Any, first: str, then: str) -> None:
    needs = talk(first, then)
    assert needs["tokens_per_month"] == 7_200_000
    assert needs["output_share"] == 0.25


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("30M tokens in and 10M out every month", "20M tokens a month in all"),
        ("30M de tokens de entrada y 10M de salida al mes", "20M de tokens al mes en total"),
    ],
)
def test_a_new_total_says_nothing_of_the_sides(talk: Any, first: str, then: str) -> None:
    needs = talk(first, then)
    assert needs["tokens_per_month"] == 20_000_000
    assert "output_share" not in needs


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("a bot for 30 employees, 20 questions a day each of 800 tokens", "actually we are 45"),
        ("un bot para 30 empleados, 20 consultas diarias cada uno de 800 tokens", "en realidad somos 45"),
    ],
)
def test_more_people_make_more_work(talk: Any, first: str, then: str) -> None:
    assert talk(first, then)["tokens_per_month"] == 21_600_000
