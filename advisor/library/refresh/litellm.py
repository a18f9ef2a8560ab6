"""Reading LiteLLM's price map, `model_prices_and_context_window.json`: USD per token, one flat object.

Its `max_input_tokens` is the window for some models and the largest input for others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from advisor.domain.facts import FactValue
from advisor.library.refresh.offers import MODALITIES, MODEL_ID, Key, Offer, day, price, size
from advisor.library.refresh.vendors import BY_LITELLM, Vendor

TITLE = "LiteLLM's price list"
PAGE = "https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json"
URL = "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json"
_PER_MILLION = 1e6
PRICES = {
    "input_cost_per_token": "price_in_usd_per_m",
    "output_cost_per_token": "price_out_usd_per_m",
    "cache_read_input_token_cost": "price_cached_in_usd_per_m",
    "input_cost_per_token_batches": "price_batch_in_usd_per_m",
    "output_cost_per_token_batches": "price_batch_out_usd_per_m",
}
_LONG = re.compile(r"(input|output)_cost_per_token_above_(\d{1,5})k_tokens")
_LONG_PRICES = {"input": "price_in_long_usd_per_m", "output": "price_out_long_usd_per_m"}
ABILITIES = {
    "supports_function_calling": "tool_calling",
    "supports_response_schema": "structured_output",
    "supports_reasoning": "reasoning",
}
INPUTS = {"image": "vision", "audio": "audio_input", "video": "video_input", "pdf": "pdf_input"}
_CHAT_MODES = ("chat", "responses")


def looks_right(value: dict[str, Any]) -> bool:
    return any(isinstance(row, dict) and isinstance(row.get("litellm_provider"), str) for row in value.values())


def offers(value: dict[str, Any]) -> Iterator[Offer | None]:
    """One for each chat model of a vendor that we know; None for an entry that cannot be one.

    A key may carry the provider before a slash, or not; where both stand for one model, the one that does is read.
    """
    plain = {}
    for key, row in value.items():
        vendor = BY_LITELLM.get(str(row.get("litellm_provider"))) if isinstance(row, dict) else None
        if vendor is None or row.get("mode") not in _CHAT_MODES or key.startswith("ft:"):
            continue
        provider, slash, model = key.partition("/")
        if not slash:
            plain[vendor, key] = row
        elif MODEL_ID.fullmatch(model) and re.fullmatch(r"[a-z0-9_-]{1,40}", provider):
            plain[vendor, model] = row
        else:
            yield None
    for (vendor, model), row in plain.items():
        yield _offer(vendor, model, row) if MODEL_ID.fullmatch(model) else None


def count(value: dict[str, Any]) -> int:
    return len(value)


def _offer(vendor: Vendor, model: str, row: dict[str, Any]) -> Offer:
    values: dict[Key, FactValue] = dict(_prices(row))
    limit = size(row.get("max_input_tokens"), "context_tokens")
    largest_out = size(row.get("max_output_tokens"), "max_output_tokens")
    if limit is not None and largest_out is not None and largest_out < limit:  # Equal limits mean "not given".
        values["max_output_tokens", None] = largest_out
    for column, name in ABILITIES.items():
        if row.get(column) is True:  # A missing flag says nothing, and so does a false one.
            values[name, None] = True
    inputs = {kind for kind, flag in INPUTS.items() if row.get(f"supports_{flag}") is True}
    if inputs:
        values["modalities", None] = tuple(kind for kind in MODALITIES if kind in inputs | {"text"})
    if (retired := day(row.get("deprecation_date"), first="2022")) is not None and len(retired) == 10:
        values["deprecation_date", None] = retired
    page = row.get("source")
    outputs = row.get("supported_output_modalities")
    return Offer(
        vendor,
        model,
        MappingProxyType(values),
        limit=limit,
        page=page if vendor.owns(page) else None,
        sells_text=not (isinstance(outputs, list) and {"image", "audio", "video"} & {str(kind) for kind in outputs}),
    )


def _prices(row: dict[str, Any]) -> Iterator[tuple[Key, FactValue]]:
    for column, name in PRICES.items():
        if (found := price(row.get(column), _PER_MILLION)) is not None:
            yield (name, None), found
    tiers: dict[int, dict[str, float]] = {}
    for column, value in row.items():
        match = _LONG.fullmatch(column)
        if match and (found := price(value, _PER_MILLION)) is not None:
            tiers.setdefault(int(match[2]) * 1000, {})[_LONG_PRICES[match[1]]] = found
    if tiers:
        first = min(tiers)
        for name, found in tiers[first].items():
            yield (name, str(first)), found
