"""Prices, limits and abilities out of LiteLLM's price list (USD per token there, USD per million tokens here)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from advisor.curation.findings import Finding, Origin, Trust
from advisor.curation.raw import RawFolder
from advisor.library.refresh.litellm import ABILITIES, INPUTS, PRICES
from advisor.library.refresh.offers import MODALITIES

DATE = "2026-11-12"
LIST_URL = "https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json"
_HOST_PRICES = ("input_cost_per_token", "output_cost_per_token")


def own_api(raw: RawFolder, key: str, vendor: str, input_only: bool) -> Iterator[Finding]:
    """The row of the vendor's own API. `input_only`: its `max_input_tokens` is the largest input, not the window."""
    row = raw.litellm[key]
    url = row.get("source")
    origin = Origin("prices", f"{vendor} documentation, read by LiteLLM's price list", url or LIST_URL, DATE)
    trust = Trust.VENDOR_PRICES if url else Trust.PRICE_LIST
    for column, field in PRICES.items():
        yield from _price(row, column, field, vendor, origin, trust)
    yield from _limits(row, origin, trust, input_only)
    for column, field in ABILITIES.items():
        if row.get(column) is True:  # A missing flag says nothing.
            yield Finding(field, True, "declared", origin, trust)
    inputs = modalities(row)
    if len(inputs) > 1:
        yield Finding("modalities", inputs, "declared", origin, trust)
    if row.get("deprecation_date"):
        yield Finding("deprecation_date", row["deprecation_date"], "declared", origin, trust)


def host(raw: RawFolder, key: str, provider: str) -> Iterator[Finding]:
    """Prices of a host that serves open weights. What a host serves says nothing of what the model can do."""
    row = raw.litellm[key]
    slug = key.partition("/")[0].replace("_", "-")
    origin = Origin(f"host-{slug}", f"{provider} prices, in LiteLLM's price list", row.get("source") or LIST_URL, DATE)
    if row.get("input_cost_per_token") or row.get("output_cost_per_token"):
        for column in _HOST_PRICES:
            yield from _price(row, column, PRICES[column], provider, origin, Trust.PRICE_LIST)


def _price(
    row: dict[str, Any], column: str, field: str, provider: str, origin: Origin, trust: Trust
) -> Iterator[Finding]:
    value = row.get(column)
    if isinstance(value, int | float) and value > 0:  # 0 stands for tiers, for free trials and for "unknown" alike.
        yield Finding(field, round(value * 1e6, 6), "declared", origin, trust, provider=provider)


def _limits(row: dict[str, Any], origin: Origin, trust: Trust, input_only: bool) -> Iterator[Finding]:
    largest_in, largest_out = row.get("max_input_tokens"), row.get("max_output_tokens")
    if isinstance(largest_in, int | float) and largest_in > 0:
        field = "max_input_tokens" if input_only else "context_tokens"
        yield Finding(field, int(largest_in), "declared", origin, trust)
        if isinstance(largest_out, int | float) and 0 < largest_out < largest_in:  # Equal limits mean "not given".
            yield Finding("max_output_tokens", int(largest_out), "declared", origin, trust)


def modalities(row: dict[str, Any]) -> tuple[str, ...]:
    """Input modalities that the row confirms, text first."""
    found = {"text", *(row.get("supported_modalities") or ())}
    found |= {kind for kind, flag in INPUTS.items() if row.get(f"supports_{flag}") is True}
    return tuple(kind for kind in MODALITIES if kind in found)
