"""How old the data are. Pure: today is given."""

from __future__ import annotations

from datetime import date

from advisor.domain.language import Localised

STALE_AFTER_DAYS = 60
"""Prices and line-ups change within a quarter; past two months the advisor says so of its own accord."""


def age_in_days(data_date: str, today: str) -> int | None:
    """Days from an ISO date (a month or a year counts from its first day) to today; 0 for the future, None for none."""
    try:
        padded = data_date + "-01-01"[len(data_date) - 4 :] if len(data_date) in (4, 7) else data_date
        return max(0, (date.fromisoformat(today[:10]) - date.fromisoformat(padded)).days)
    except ValueError:
        return None


def data_age(data_date: str, today: str) -> Localised:
    """ "Datos de hace 12 días." / "Data from 12 days ago.", with the remedy where they are stale."""
    days = age_in_days(data_date, today)
    if days is None:
        return Localised("No se sabe de cuándo son los datos.", "The age of the data is unknown.")
    if days == 0:
        return Localised("Datos de hoy.", "Data from today.")
    plural_es, plural_en = ("día", "day") if days == 1 else ("días", "days")
    text = Localised(f"Datos de hace {days} {plural_es}.", f"Data from {days} {plural_en} ago.")
    if days <= STALE_AFTER_DAYS:
        return text
    return Localised(
        f"{text.es} Precios y modelos pueden haber cambiado: ponlos al día con «python -m advisor refresh».",
        f'{text.en} Prices and models may have changed: bring them up to date with "python -m advisor refresh".',
    )
