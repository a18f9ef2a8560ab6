"""Numbers, money, dates and tokens as a reader of each language writes them."""

from __future__ import annotations

import pytest

from advisor.domain import formats


@pytest.mark.parametrize(
    ("value", "es", "en"),
    [(0, "0 USD", "0 USD"), (0.15, "0,15 USD", "0.15 USD"), (0.6, "0,60 USD", "0.60 USD"), (20, "20 USD", "20 USD"), (12345.6, "12.346 USD", "12,346 USD"), (0.00037, "0,00037 USD", "0.00037 USD")],
)  # fmt: skip
def test_money(value: float, es: str, en: str) -> None:
    assert formats.usd(value, "es") == es
    assert formats.usd(value, "en") == en


@pytest.mark.parametrize(
    ("value", "es", "en"),
    [(512, "512", "512"), (8192, "8,2K", "8.2K"), (128000, "128K", "128K"), (1_048_576, "1,05M", "1.05M")],
)
def test_tokens(value: float, es: str, en: str) -> None:
    assert formats.tokens(value, "es") == es
    assert formats.tokens(value, "en") == en


@pytest.mark.parametrize(
    ("iso", "es", "en"),
    [("2026-11-22", "22 nov 2026", "Nov 22, 2026"), ("2025-04", "abr 2025", "Apr 2025"), ("2024", "2024", "2024")],
)
def test_days(iso: str, es: str, en: str) -> None:
    assert formats.day(iso, "es") == es
    assert formats.day(iso, "en") == en


def test_percent_has_a_space_in_spanish_only() -> None:
    assert formats.percent(0.42, "es") == "42\u00a0%"
    assert formats.percent(0.42, "en") == "42%"
