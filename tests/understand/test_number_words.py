"""Numbers in digits and words, in both locales."""

from __future__ import annotations

import contextlib

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st
from text_to_num import text2num

from advisor.understand.words.numbers import numerals, parsed_digits
from advisor.understand.words.text import Message


def value(text: str) -> float | None:
    found = numerals(Message(text))
    return found[0].value if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,5 millones", 1_500_000),
        ("1.500", 1500),
        ("1,500", 1500),
        ("1.5", 1.5),
        ("1'5", 1.5),
        ("0,002", 0.002),
        ("128k", 128_000),
        ("2M", 2_000_000),
        ("100 000", 100_000),
        ("1.234.567,89", 1_234_567.89),
        ("1,234,567.89", 1_234_567.89),
        ("cien mil", 100_000),
        ("medio millón", 500_000),
        ("half a million", 500_000),
        ("millón y medio", 1_500_000),
        ("two and a half million", 2_500_000),
        ("3 millones y medio", 3_500_000),
        ("un par de gigas", 2),
        ("a couple of thousand", 2000),
        ("una docena", 12),
        ("treinta y dos", 32),
        ("three hundred and fifty", 350),
        ("8 mil millones", 8e9),
        ("dos millones quinientos mil", 2_500_000),
        ("half a dollar", 0.5),
        ("medio euro", 0.5),
    ],
)
def test_value(text: str, expected: float) -> None:
    assert value(text) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["", "modelo", "a model", "half", "the million"])
def test_no_number(text: str) -> None:
    assert value(text) is None


@given(st.integers(0, 10**12), st.sampled_from(["es", "en"]))
def test_whole_numbers_survive_both_locales(number: int, locale: str) -> None:
    assert value(str(format_decimal(number, locale=locale))) == number


@given(st.decimals(0, 10**7, places=2), st.sampled_from(["es", "en"]))
def test_two_decimals_survive_both_locales(number: float, locale: str) -> None:
    written = str(format_decimal(number, format="#,##0.00", locale=locale))
    assert parsed_digits(written) == pytest.approx(float(number))


@given(st.integers(1, 999_999))
def test_spanish_words_agree_with_text2num(number: int) -> None:
    words = _spanish(number)
    assert value(words) == number
    with contextlib.suppress(ValueError):  # text2num does not know them all ("veintiún mil")
        assert text2num(words, "es") == number


def _spanish(n: int) -> str:
    units = [
        "cero",
        "uno",
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
        "diez",
        "once",
        "doce",
        "trece",
        "catorce",
        "quince",
        "dieciséis",
        "diecisiete",
        "dieciocho",
        "diecinueve",
        "veinte",
        "veintiuno",
        "veintidós",
        "veintitrés",
        "veinticuatro",
        "veinticinco",
        "veintiséis",
        "veintisiete",
        "veintiocho",
        "veintinueve",
    ]
    tens = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
    hundreds = [
        "ciento",
        "doscientos",
        "trescientos",
        "cuatrocientos",
        "quinientos",
        "seiscientos",
        "setecientos",
        "ochocientos",
        "novecientos",
    ]
    if n >= 1000:
        head = (
            "mil"
            if n < 2000
            else f"{_spanish(n // 1000)} mil".replace("veintiuno mil", "veintiún mil").replace("uno mil", "un mil")
        )
        return head + (f" {_spanish(n % 1000)}" if n % 1000 else "")
    if n == 100:
        return "cien"
    if n > 100:
        return hundreds[n // 100 - 1] + (f" {_spanish(n % 100)}" if n % 100 else "")
    if n < 30:
        return units[n]
    return tens[n // 10 - 3] + (f" y {units[n % 10]}" if n % 10 else "")
