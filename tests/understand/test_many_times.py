"""The work told before so many times over, asked as a question: it supposes, and does not ask the guide."""

from __future__ import annotations

import pytest

from advisor.domain.needs import Dialogue
from advisor.understand.apply import after
from advisor.understand.reader import Reader


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("how much would it be with 10x the questions?", 30_000),
        ("and with 10 times as many questions?", 30_000),
        ("¿y con el triple de preguntas?", 9_000),
        ("¿cuánto sería con 10 veces más preguntas?", 30_000),
        ("is it 10x faster than gpt-4?", 3_000),
        ("¿es el doble de rápido que gpt-4o?", 3_000),
    ],
)
def test_the_work_so_many_times_over(reader: Reader, text: str, count: int) -> None:
    told = reader.read("a chatbot for my shop, 3000 questions a month", Dialogue())
    before = after(Dialogue(), told)
    assert after(before, reader.read(text, before)).needs.number("items_per_month") == count


def test_of_two_groups_the_one_that_is_left(reader: Reader) -> None:
    before = after(Dialogue(), reader.read("somos 90 alumnos y 4 profes, para aprender", Dialogue()))
    assert after(before, reader.read("solo los 4 profes", before)).needs.number("users") == 4
