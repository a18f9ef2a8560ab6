"""Numbers, units and dates in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.answer.claims.dates import find_dates
from advisor.answer.claims.folding import fold
from advisor.answer.claims.numbers import find_numbers, readings
from advisor.answer.claims.quantities import find_quantities
from advisor.domain.formats import number
from advisor.domain.language import LANGUAGES, Language


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("1.500", {1500.0, 1.5}), ("1,500", {1500.0, 1.5}), ("0,150", {0.15}), ("0.15", {0.15}), (".15", {0.15}),
        ("131,072", {131072.0, 131.072}), ("1.048.576", {1048576.0}), ("1,234.56", {1234.56}), ("1.234,56", {1234.56}),
        ("128 000", {128000.0}), ("7", {7.0}),
    ],
)  # fmt: skip
def test_digits_keep_every_reading_that_a_locale_gives(written: str, values: set[float]) -> None:
    assert {value for value, _ in readings(written)} == values


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("ciento veintiocho mil tokens", "es", [128000]), ("un millón", "es", [1e6]), ("millón y medio", "es", [1.5e6]),
        ("medio millón", "es", [5e5]), ("dos mil millones", "es", [2e9]), ("un billón", "es", [1e12]), ("one billion", "en", [1e9]),
        ("a hundred thousand", "en", [1e5]), ("half a million", "en", [5e5]), ("a million and a half", "en", [1.5e6]),
        ("two hundred and fifty thousand", "en", [250000]), ("twenty-five", "en", [25]), ("once segundos", "es", [11]),
        ("at once", "en", []), ("un modelo y una tarjeta", "es", []), ("a model", "en", []),
    ],
)  # fmt: skip
def test_numbers_in_words(text: str, language: Language, values: list[float]) -> None:
    assert [n.readings[0][0] for n in find_numbers(fold(text), language)] == values


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("0,15 $ por millón de tokens de entrada", "es", [(0.15, "usd/M")]),
        ("$0.15 input / $0.60 output per million tokens", "en", [(0.15, "usd/M"), (0.6, "usd/M")]),
        ("15 cents per million tokens", "en", [(0.15, "usd/M")]),
        ("0.00015 USD per 1K tokens", "en", [(0.15, "usd/M")]),
        ("Per thousand tokens it costs $0.00025", "en", [(0.25, "usd/M")]),
        ("unos 12 USD al mes", "es", [(12, "usd/month")]),
        ("$120 a year", "en", [(10, "usd/month")]),
        ("1M tokens cuestan 0,15 $", "es", [(0.15, "usd")]),
        ("a million tokens of context for $2 a million tokens", "en", [(1e6, "tokens"), (2, "usd/M")]),
        ("0,10 € por millón", "es", [(0.1, "money")]),
        ("8B parameters", "en", [(8e9, "params")]),
        ("8 mil millones de parámetros", "es", [(8e9, "params")]),
        ("15T tokens", "en", [(15e12, "tokens")]),
        ("6-8 GB", "en", [(6, "GB"), (8, "GB")]),
        ("7900 MB", "en", [(7.9, "GB")]),
        ("120 ms por token", "es", [(0.12, "s/token")]),
        ("38 tokens por segundo", "es", [(38, "tokens/s")]),
        ("3.000 consultas", "es", [(3000, "count:request")]),
        ("119 idiomas", "es", [(119, "count:language")]),
        ("83 puntos de 100", "es", [(0.83, "score")]),
        ("8.2/10", "en", [(0.82, "score")]),
        ("3x cheaper", "en", [(3, "x")]),
        ("tres veces más", "es", [(3, "x")]),
        ("two options", "en", []),
        ("between $0.15 and 0.60", "en", [(0.15, "usd"), (0.6, "usd")]),
        ("10,5 de 12 GB", "es", [(10.5, "GB"), (12, "GB")]),
    ],
)  # fmt: skip
def test_figures_come_in_base_units(text: str, language: Language, found: list[tuple[float, str]]) -> None:
    made = [(pytest.approx(q.readings[0][0]), q.unit) for q in find_quantities(fold(text), language)]
    assert made == found


@pytest.mark.parametrize(
    ("text", "approx", "bound"),
    [
        ("unos 12 GB", True, ""), ("casi 12 GB", True, ""), ("~12 GB", True, ""), ("más de 12 GB", False, "min"),
        ("at least 12 GB", False, "min"), ("under 12 GB", False, "max"), ("12 GB", False, ""), ("12+ GB", False, ""),
    ],
)  # fmt: skip
def test_hedges_and_bounds(text: str, approx: bool, bound: str) -> None:
    quantity = find_quantities(fold(text), "es")[0]
    assert quantity.approx is approx
    assert quantity.bound in (bound, "min" if "+" in text else bound)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("el 5 de marzo de 2026", "2026-03-05"), ("marzo de 2026", "2026-03"), ("March 5, 2026", "2026-03-05"),
        ("5 March 2026", "2026-03-05"), ("22 nov 2026", "2026-11-22"), ("2026-03-05", "2026-03-05"), ("2026-03", "2026-03"),
        ("en 2025", "2025"), ("12/03/2026", "2026-03-12"),
    ],
)  # fmt: skip
def test_dates(text: str, iso: str) -> None:
    assert [d.iso for d in find_dates(fold(text))] == [iso]


def test_a_year_like_number_with_a_unit_is_no_date() -> None:
    assert find_dates(fold("2048 tokens y 2000 USD")) == []


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_reading_is_total_and_keeps_positions(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    for language in LANGUAGES:
        for quantity in find_quantities(folded, language):
            assert 0 <= quantity.start < quantity.end <= len(text)


@given(st.floats(min_value=0.01, max_value=5e6), st.sampled_from(LANGUAGES))
@settings(max_examples=150, deadline=None)
def test_what_we_write_we_read(value: float, language: Language) -> None:
    shown = number(value, language)
    found = find_quantities(fold(f"{shown} tokens"), language)
    exact = float(shown.replace(".", "").replace(",", ".") if language == "es" else shown.replace(",", ""))
    assert found[0].unit == "tokens"
    assert any(v == pytest.approx(exact) for v, _ in found[0].readings)
