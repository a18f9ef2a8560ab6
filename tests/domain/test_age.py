"""How old the data are, in whole days and in both languages."""

from __future__ import annotations

import pytest

from advisor.domain.age import STALE_AFTER_DAYS, age_in_days, data_age


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ("2026-11-22", 9),
        ("2026-12-01", 0),
        ("2027-01-01", 0),
        ("2026-11", 30),
        ("2026", 334),
        ("", None),
        ("soon", None),
        ("2026-13", None),
    ],
)
def test_days_from_a_day_a_month_or_a_year(given: str, days: int | None) -> None:
    assert age_in_days(given, "2026-12-01") == days


def test_the_age_in_words_and_the_remedy_when_stale() -> None:
    assert data_age("2026-12-01", "2026-12-01").es == "Datos de hoy."
    assert data_age("2026-11-30", "2026-12-01").es == "Datos de hace 1 día."
    assert data_age("2026-11-22", "2026-12-01").en == "Data from 9 days ago."
    assert "refresh" not in data_age("2026-10-02", "2026-12-01").es
    assert STALE_AFTER_DAYS == 60
    assert "refresh" in data_age("2026-10-01", "2026-12-01").es
    assert "refresh" in data_age("2026-10-01", "2026-12-01").en
    assert "no se sabe" in data_age("", "2026-12-01").es.casefold()
