"""A card and a turn as the page gets them, small enough to read."""

from __future__ import annotations

from typing import Any

from advisor.domain.cards import Card
from advisor.domain.factors import FACTORS
from advisor.domain.facts import Fact, FactValue

TODAY = "2026-11-22"
WEIGHTS = dict(zip(FACTORS, (0.2, 0.1, 0.1, 0.1, 0.3, 0.1, 0.1), strict=True))
VALUES = dict(zip(FACTORS, (0.8, 1.0, 0.5, 0.4, 0.6, 0.9, 0.5), strict=True))


def fact(value: FactValue | None, **extra: Any) -> Fact:
    kind = "not_disclosed" if value is None else "declared"
    return Fact(value, None, extra.pop("kind", kind), "Sample page", "https://example.com/page", TODAY, **extra)


def card(model: str = "acme/one", **facts: Fact) -> Card:
    known = {
        "context_tokens": (fact(128_000),),
        "params_total_b": (fact(8.0),),
        "licence": (fact("Apache 2.0"),),
        "price_in_usd_per_m": (fact(0.5, provider="Dear Host"), fact(0.1, provider="Cheap Host")),
        "price_out_usd_per_m": (fact(1.5, provider="Dear Host"), fact(0.3, provider="Cheap Host")),
        **{name: (value,) for name, value in facts.items()},
    }
    return Card(model, model.split("/")[1].title(), "Acme", "Family", "current", (), known)


def item(model: str = "acme/one", **changes: Any) -> dict[str, Any]:
    return {
        "model": model,
        "name": model.split("/")[1].title(),
        "score": sum(VALUES[f] * WEIGHTS[f] for f in FACTORS),
        "factors": dict(VALUES),
        "weights": dict(WEIGHTS),
        "known": {factor: factor != "architecture" for factor in FACTORS},
        "explained": {factor: f"About {factor}." for factor in FACTORS},
        "unknown": ["languages_official"],
        "reasons": ["It is good at this."],
        "cautions": [],
        "tie": False,
        "fit": None,
        "cost": None,
        **changes,
    }


def entry(**changes: Any) -> dict[str, Any]:
    return {
        "role": "assistant",
        "language": "en",
        "intent": "recommend",
        "needs": {},
        "assumed": {},
        "question": None,
        "recommendations": [],
        "relaxations": [],
        "unconfirmed": [],
        "answer": "An answer.",
        "sources": [],
        "mode": "offline",
        "notices": [],
        **changes,
    }
