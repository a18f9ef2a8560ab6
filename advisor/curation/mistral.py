"""Mistral's own machine-readable documentation: the vendor's word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from advisor.curation.findings import Finding, Origin, Trust
from advisor.curation.raw import RawFolder

_LICENCES = {"Apache 2.0": "Apache 2.0", "Modified MIT": "Modified MIT"}


def mistral(raw: RawFolder, slug: str, weights: str | None) -> Iterator[Finding]:
    """`weights` names the variant ("Instruct Weights") whose size is meant, where there are several."""
    row = raw.mistral[slug]
    origin = Origin("docs", "Mistral AI documentation", f"https://docs.mistral.ai/models/{slug}", "2026-08-21")

    def found(field: str, value: Any, provider: str | None = None) -> Finding:
        return Finding(field, value, "declared", origin, Trust.VENDOR, provider=provider)

    yield found("release_date", row["releaseDate"])
    yield found(
        "modalities", tuple(kind for kind in ("text", "image", "audio") if kind in row["capabilities"]["input"])
    )
    window = row.get("contextLength") or ""
    if window.endswith("k"):  # Its k is 1,024, as the published configurations show.
        yield found("context_tokens", int(window.removesuffix("k")) * 1024)
    features = row["capabilities"]["features"]
    if features:
        yield found("tool_calling", "function-calling" in features)
        yield found("structured_output", "structured-outputs" in features)
    for side, field in (("input", "price_in_usd_per_m"), ("output", "price_out_usd_per_m")):
        prices = [p["price"] for p in row["pricing"][side] if p.get("denominator") == "/M Tokens"]
        if len(prices) == 1:
            yield found(field, prices[0], "Mistral")
    if row["metadata"].get("retirementDate"):
        yield found("deprecation_date", row["metadata"]["retirementDate"])
    chosen = [w for w in row["weights"] if weights is None or w["name"] == weights]
    if chosen:
        yield found("params_total_b", float(chosen[0]["parameters"]))
        if chosen[0].get("active") and chosen[0]["active"] != chosen[0]["parameters"]:
            yield found("params_active_b", float(chosen[0]["active"]))
        yield found("licence", _LICENCES.get(chosen[0]["license"], chosen[0]["license"]))
    yield found("open_weights", bool(row["weights"]))
