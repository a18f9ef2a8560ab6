"""Prices out of genai-prices, which also knows announced changes and dearer long prompts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from advisor.curation.findings import Finding, Origin, Trust
from advisor.curation.raw import RawFolder

DATE = "2026-11-12"
"""The day for which prices are read: that of LiteLLM's list, so that the two compare."""
_URL = "https://github.com/pydantic/genai-prices"
_COLUMNS = {
    "input_mtok": "price_in{}_usd_per_m",
    "output_mtok": "price_out{}_usd_per_m",
    "cache_read_mtok": "price_cached_in{}_usd_per_m",
}


def genai_prices(raw: RawFolder, key: str, vendor: str) -> Iterator[Finding]:
    row = raw.genai_prices[key]
    origin = Origin("genai-prices", f"{vendor} prices, in genai-prices", _URL, DATE)
    now, later = _in_force(row.get("prices") or {})
    for column, field in _COLUMNS.items():
        price, tier = _base(now.get(column))
        if price is not None:
            yield _found(field.format(""), price, origin, vendor)
        if column == "cache_read_mtok":
            continue
        if tier is not None:
            yield _found(field.format("_long"), tier["price"], origin, vendor, str(tier["start"]))
        for start, prices in later:
            announced, _ = _base(prices.get(column))
            if announced is not None and announced != price:
                yield _found(field.format("_next"), announced, origin, vendor, start)


def _in_force(prices: Any) -> tuple[dict[str, Any], list[tuple[str, dict[str, Any]]]]:
    """The prices on DATE, outside hours with a price of their own, and announced ones with their first day."""
    if isinstance(prices, dict):
        return prices, []
    now: dict[str, Any] = {}
    later = []
    for row in prices:
        constraint = row.get("constraint") or {}
        start = constraint.get("start_date", "")
        if constraint.get("_type") == "TimeOfDateConstraint":
            continue
        if start > DATE:
            later.append((start, row["prices"]))
        else:
            now = row["prices"]
    return now, later


def _base(price: Any) -> tuple[float | None, dict[str, Any] | None]:
    """The price of a short prompt, and the first dearer tier."""
    if isinstance(price, dict):
        return price["base"], price["tiers"][0] if price["tiers"] else None
    return price, None


def _found(field: str, value: float, origin: Origin, provider: str, variant: str | None = None) -> Finding:
    return Finding(field, value, "declared", origin, Trust.VENDOR_PRICES, provider=provider, variant=variant)
