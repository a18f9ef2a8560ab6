"""What one case may cost, how long it is, and work that is done once and not every month."""

from __future__ import annotations

from typing import Any

import pytest

CAPS = [
    ("an intake bot, at most $0.003 per request", "un bot de citas, 0,003 dólares por consulta como mucho", 0.003),
    ("each call must stay below half a cent, a bot", "cada llamada por debajo de medio centavo de dólar, un bot", 0.005),
    ("a bot; no query may cost more than $0.02", "un bot; ninguna consulta puede costar más de 0,02 dólares", 0.02),
    ("tag photos for under a tenth of a cent per photo", "etiquetar fotos a menos de una décima de centavo de dólar por foto", 0.001),
]  # fmt: skip


CAPS += [
    (
        "a bot for 2 thousandths of a dollar per call at most",
        "un bot, 2 milésimas de dólar por llamada como mucho",
        0.002,
    )
]


@pytest.mark.parametrize(("en", "es", "usd"), CAPS)
def test_a_ceiling_for_each_case_is_no_budget_of_a_month(talk: Any, en: str, es: str, usd: float) -> None:
    for text in (en, es):
        needs = talk(text)
        assert needs.get("max_usd_per_item") == pytest.approx(usd), text
        assert "budget_usd_month" not in needs, text


@pytest.mark.parametrize(
    "text",
    [
        "we pay 3 cents per call today, I want a bot that is cheaper",
        "ahora pagamos 3 céntimos por consulta, quiero un bot más barato",
        "does gpt-5 cost less than a cent per call?",
        "¿gpt-5 cuesta menos de un céntimo por consulta?",
        "a bot for $50 a month at most",
        "un bot por 50 euros al mes como mucho",
    ],
)
def test_what_is_paid_or_asked_is_no_ceiling(talk: Any, text: str) -> None:
    assert "max_usd_per_item" not in talk(text)


def test_with_a_count_a_month_the_ceiling_is_a_budget(talk: Any) -> None:
    needs = talk("a support bot, 1000 queries a month, each query can cost 2 cents at most")
    assert (needs["budget_usd_month"], "max_usd_per_item" in needs) == (20, False)


JOBS = [
    ("extract the data of 8,000 invoices, just once", "extraer datos de 8.000 facturas, una sola vez", 8000, None),
    ("a one-off: tag 2 million reviews", "un trabajo puntual: etiquetar 2 millones de reseñas", 2_000_000, None),
    ("translate 150 manuals of 30 pages each, one time only", "traducir 150 manuales de 30 páginas cada uno, una única vez", 150, 10_000),
    ("I have 600 contracts to summarise", "tengo 600 contratos que resumir", 600, None),
]  # fmt: skip


@pytest.mark.parametrize(("en", "es", "count", "length"), JOBS)
def test_work_done_once_is_no_volume_of_a_month(talk: Any, en: str, es: str, count: int, length: int | None) -> None:
    for text in (en, es):
        needs = talk(text)
        assert (needs.get("items_once"), needs.get("item_tokens")) == (count, length), text
        assert not {"items_per_month", "tokens_per_month"} & set(needs), text


@pytest.mark.parametrize(
    "text",
    [
        "a bot that answers from 900 contracts",
        "un bot que responda sobre 900 contratos",
        "once the 500 clients are in, we need a bot",
        "una vez que entren los 500 clientes necesitamos un bot",
        "it must read 200 reports in one go",
        "tiene que leer 200 informes de una vez",
        "summarise 300 reports a week",
        "resumir 300 informes a la semana",
    ],
)
def test_what_is_not_done_once(talk: Any, text: str) -> None:
    assert "items_once" not in talk(text)


def test_once_and_monthly_replace_each_other(talk: Any) -> None:
    assert talk("clasificar 4.000 correos al mes", "no, es una sola vez") == {
        "use_case": "classification",
        "items_once": 4000,
    }
    needs = talk("extract data from 400 invoices", "no, that is every month")
    assert (needs["items_per_month"], "items_once" in needs) == (400, False)


def test_a_sum_beside_it_pays_for_all_of_it(talk: Any) -> None:
    for text, usd in (("classify 90,000 emails once, at most $40", 40), ("clasificar 90.000 correos una sola vez, 40 dólares en total", 40)):  # fmt: skip
        needs = talk(text)
        assert (needs["budget_usd_once"], "budget_usd_month" in needs) == (usd, False), text
    held = talk("classify 90,000 emails once, at most $40", "better 60 dollars", "and if it were 120,000?")
    assert (held["budget_usd_once"], held["items_once"]) == (60, 120_000)
    assert "budget_usd_once" not in talk("classify 90,000 emails once, at most $40", "forget the budget")


def test_the_lengths_of_a_case_make_the_tokens_of_a_month_once_it_is_counted(talk: Any) -> None:
    held = talk("RAG, 3000 tokens in and 300 out, max 1 cent per request")
    assert (held["item_tokens"], held["output_share"]) == (3300, pytest.approx(300 / 3300, abs=1e-5))
    assert (
        talk("RAG, 3000 tokens in and 300 out per request", "20,000 requests a month")["tokens_per_month"] == 66_000_000
    )
    assert (
        talk("RAG, 3000 tokens de entrada y 300 de salida", "20.000 consultas al mes")["tokens_per_month"] == 66_000_000
    )


def test_so_many_more_of_work_done_once_is_no_length(talk: Any) -> None:
    for first, then in (("classify 30k emails once", "and if there are 80k?"), ("clasificar 30k correos una sola vez", "¿y si son 80k?")):  # fmt: skip
        held = talk(first, then)
        assert (held["items_once"], "min_context_tokens" in held) == (80_000, False), then


def test_every_tenant_asks(talk: Any) -> None:
    assert talk("RAG for 200 tenants, 50 queries a day each")["items_per_month"] == 300_000
