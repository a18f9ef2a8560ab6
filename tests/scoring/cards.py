"""Synthetic cards for the scorer's tests: any fact can be set, left out, or said not to be disclosed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from advisor.domain.cards import Card, Catalogue, Status
from advisor.domain.facts import Fact, Kind
from advisor.domain.fields import FIELDS
from advisor.scoring.engine import Scorer
from advisor.scoring.use_cases import Benchmark

TODAY = "2026-11-22"
BENCHMARKS = {
    "Chat": Benchmark("Chat", "chat", True, "elo"),
    "Code": Benchmark("Code", "coding", True, "percent"),
    "Reason": Benchmark("Reason", "reasoning", True, "percent"),
    "Slips": Benchmark("Slips", "factuality", False, "percent"),
}
HIDDEN = object()
"""A fact that its vendor does not disclose."""


def fact(value: Any, kind: Kind = "declared", **more: Any) -> Fact:
    if value is HIDDEN:
        return Fact(None, None, "not_disclosed", "Vendor", "https://example.org", "2026-11-01", **more)
    return Fact(value, None, kind, "Vendor", "https://example.org", "2026-11-01", **more)


def card(
    model: str = "acme/one-8b",
    status: Status = "current",
    *,
    price: tuple[float, float] | None = None,
    scores: Mapping[str, float] | None = None,
    speaks: Mapping[str, float] | None = None,
    vendor: str | None = None,
    name: str | None = None,
    **facts: Any,
) -> Card:
    """`price`: in and out at the vendor. `scores`: benchmarks, measured. `speaks`: EuroEval rank by language."""
    owner, _, slug = model.partition("/")
    found: dict[str, tuple[Fact, ...]] = {}
    for key, value in facts.items():
        if key not in FIELDS:
            continue
        found[key] = tuple(value) if isinstance(value, list) else (fact(value),)
    if price is not None:
        for key, usd in zip(("price_in_usd_per_m", "price_out_usd_per_m"), price, strict=True):
            found[key] = (fact(usd, provider=vendor or owner),)
    if scores:
        found["benchmarks"] = tuple(fact(v, "measured", name=k) for k, v in scores.items())
    if speaks:
        found["languages_measured"] = tuple(fact(v, "measured", name=k) for k, v in speaks.items())
    return Card(
        model=model,
        name=name or slug,
        vendor=vendor or owner,
        family=facts.get("family", slug),
        status=status,
        aliases=tuple(facts.get("aliases", ())),
        facts=found,
        runtimes=facts.get("runtimes", {}),
        successor=facts.get("successor"),
        origin=facts.get("origin"),
    )


def local_card(model: str, params_b: float, **facts: Any) -> Card:
    """An open-weights instruct model with Llama-like attention."""
    base = {
        "params_total_b": params_b,
        "open_weights": True,
        "commercial_use": True,
        "context_tokens": 131072,
        "training_type": "instruct",
        "modalities": ("text",),
        "release_date": "2026-01-01",
        "layers": 32,
        "kv_heads": 8,
        "head_dim": 128,
    }
    return card(model, **{**base, **facts})


def scorer(cards: Sequence[Card], use_cases: Mapping[str, Any]) -> Scorer:
    return Scorer(Catalogue(tuple(cards), "2026-11-01", "test"), BENCHMARKS, use_cases)
