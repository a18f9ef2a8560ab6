"""Reading models.dev: `catalog.json` ({"models", "providers"}) or `api.json` (the providers alone).

USD per million tokens; its schema is packages/core/src/schema.ts in github.com/anomalyco/models.dev.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Literal

from advisor.domain.facts import FactValue
from advisor.library.refresh.offers import MODEL_ID, Key, Offer, day, modalities, price, windows
from advisor.library.refresh.vendors import BY_MODELS_DEV, Vendor

TITLE = "models.dev"
PAGE = "https://models.dev"
URL = "https://models.dev/catalog.json"
_PRICES = {"input": "price_in_usd_per_m", "output": "price_out_usd_per_m", "cache_read": "price_cached_in_usd_per_m"}
_LONG_PRICES = {"input": "price_in_long_usd_per_m", "output": "price_out_long_usd_per_m"}
_FLAGS = {"reasoning": "reasoning", "tool_call": "tool_calling", "structured_output": "structured_output"}


def looks_right(value: dict[str, Any]) -> bool:
    """Whether the object has the shape of either file."""
    return any(
        isinstance(provider, dict) and isinstance(provider.get("models"), dict)
        for provider in _providers(value).values()
    )


def offers(value: dict[str, Any]) -> Iterator[Offer | None]:
    """One for each model of a vendor that we know; None for an entry that cannot be one."""
    made = value.get("models") if isinstance(value.get("providers"), dict) else None
    makers = set(made) if isinstance(made, dict) else set()
    for provider, content in _providers(value).items():
        vendor = BY_MODELS_DEV.get(provider)
        models = content.get("models") if isinstance(content, dict) else None
        if vendor is None or not isinstance(models, dict):
            continue
        for model, row in models.items():
            made_here = any(f"{maker}/{model}" in makers for maker in vendor.makers)
            yield _offer(vendor, model, row, made_here) if MODEL_ID.fullmatch(model) and isinstance(row, dict) else None


def count(value: dict[str, Any]) -> int:
    models = (p.get("models") for p in _providers(value).values() if isinstance(p, dict))
    return sum(len(found) for found in models if isinstance(found, dict))


def _providers(value: dict[str, Any]) -> dict[str, Any]:
    providers = value.get("providers")
    return providers if isinstance(providers, dict) else value


def _offer(vendor: Vendor, model: str, row: dict[str, Any], made_here: bool) -> Offer:
    values: dict[Key, FactValue] = dict(_prices(row.get("cost")))
    limit = row.get("limit")
    if isinstance(limit, dict):
        values |= windows(limit.get("context"), limit.get("input"), limit.get("output"))
    for column, name in _FLAGS.items():
        if isinstance(row.get(column), bool):
            values[name, None] = row[column]
    for column, name in (("release_date", "release_date"), ("knowledge", "knowledge_cutoff")):
        if (found := day(row.get(column))) is not None:
            values[name, None] = found
    if isinstance(row.get("open_weights"), bool):
        values["open_weights", None] = row["open_weights"]
    kinds = row.get("modalities")
    kinds = kinds if isinstance(kinds, dict) else {}
    for column, name in (("input", "modalities"), ("output", "modalities_out")):
        if (members := modalities(kinds.get(column), name)) is not None:
            values[name, None] = members
    written = values.get(("modalities_out", None))
    return Offer(
        vendor,
        model,
        MappingProxyType(values),
        status=_status(row.get("status")),
        name=row["name"] if isinstance(row.get("name"), str) else None,
        made_here=made_here,
        sells_text=isinstance(written, tuple)
        and "text" in written
        and "image" not in written
        and "audio" not in written,
    )


def _prices(cost: Any) -> Iterator[tuple[Key, FactValue]]:
    if not isinstance(cost, dict):
        return
    for column, name in _PRICES.items():
        if (found := price(cost.get(column))) is not None:
            yield (name, None), found
    tiers = [t for t in cost.get("tiers") or () if isinstance(t, dict)] if isinstance(cost.get("tiers"), list) else []
    sized = [(size, tier) for tier in tiers if (size := _threshold(tier.get("tier"))) is not None]
    if sized:
        threshold, tier = min(sized, key=lambda pair: pair[0])
        for column, name in _LONG_PRICES.items():
            if (found := price(tier.get(column))) is not None:
                yield (name, str(threshold)), found


def _threshold(tier: Any) -> int | None:
    if not isinstance(tier, dict) or tier.get("type", "context") != "context":
        return None
    found = tier.get("size")
    return found if isinstance(found, int) and not isinstance(found, bool) and 1000 <= found <= 20_000_000 else None


def _status(given: Any) -> Literal["preview", "deprecated"] | None:
    if given == "deprecated":
        return "deprecated"
    return "preview" if given in ("alpha", "beta") else None
