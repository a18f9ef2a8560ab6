"""How many people are to use it, where nobody says how often."""

from __future__ import annotations

from typing import Any

import pytest

SAID = [
    ("a tutor for a school with 280 students", "un tutor para un colegio con 280 alumnos", 280),
    ("a wiki bot for a team of 35 people", "un bot de dudas para un equipo de 35 personas", 35),
    ("we are a firm with 90 employees and want an assistant", "somos una empresa de 90 empleados y queremos un asistente", 90),
]  # fmt: skip


@pytest.mark.parametrize(("en", "es", "people"), SAID)
def test_people_are_counted_and_no_cases(talk: Any, en: str, es: str, people: int) -> None:
    for text in (en, es):
        needs = talk(text)
        assert needs.get("users") == people, text
        assert not {"items_per_month", "tokens_per_month"} & set(needs), text


def test_how_often_each_of_them_asks_makes_the_cases(talk: Any) -> None:
    assert talk("a tutor for 280 students", "3 questions each a day")["items_per_month"] == 280 * 3 * 30
    assert talk("un tutor para 280 alumnos", "3 preguntas cada uno al día")["items_per_month"] == 280 * 3 * 30
    assert talk("a tutor for 280 students", "2000 questions a month")["items_per_month"] == 2000
    assert talk("un tutor para 280 alumnos", "en realidad son 310 alumnos")["users"] == 310


@pytest.mark.parametrize(
    "text",
    [
        "a shop with 4000 customers wants a chatbot",
        "una tienda con 4000 clientes quiere un chatbot",
        "20 employees with 15 questions a day each",
        "20 empleados con 15 preguntas al día cada uno",
        "how many users at once does it take?",
        "un cuento para niños de 8 años",
    ],
)
def test_who_hardly_asks_or_whose_work_is_counted_is_no_crowd(talk: Any, text: str) -> None:
    assert "users" not in talk(text)


def test_fewer_uses_than_people_are_of_each(talk: Any) -> None:
    assert talk("un tutor para 280 alumnos", "¿y si lo usan 3 veces al día?")["items_per_month"] == 280 * 90
    assert talk("a tutor for 280 students", "they would use it 3 times a day")["items_per_month"] == 280 * 90


def test_how_often_is_not_how_many_times_as_many_people(talk: Any) -> None:
    for first, then in (("un asistente para 12 empleados", "cada uno pregunta 10 veces al día"), ("an assistant for 12 employees", "each of them asks 10 times a day")):  # fmt: skip
        held = talk(first, then)
        assert (held["users"], held["items_per_month"]) == (12, 3600), then
