"""What a workload costs: monthly at each offer, and where renting or buying a machine breaks even with an API. USD."""

from __future__ import annotations

import numpy as np

from advisor.domain import formats
from advisor.domain.advice import Cost
from advisor.domain.cards import Card
from advisor.domain.language import LANGUAGES, Localised
from advisor.scoring.situation import Workload
from advisor.scoring.table import Floats, Table, offers


def monthly_usd(table: Table, workload: Workload) -> Floats:
    """Rows x offers; NaN where there is no offer."""
    return (table.price_in * workload.tokens_in + table.price_out * workload.tokens_out) / 1e6


def blended_usd_per_m(table: Table, output_share: float) -> Floats:
    """Cheapest plain offer per million tokens of this mix; NaN where no price is known."""
    mixed = table.price_in * (1 - output_share) + table.price_out * output_share
    cheapest = np.where(np.isnan(mixed), np.inf, mixed).min(axis=1)
    return np.where(np.isinf(cheapest), np.nan, cheapest)


def costs(card: Card, workload: Workload) -> tuple[Cost, ...]:
    """One a provider, cheapest first."""
    found = [_cost(workload, fact_in, fact_out) for fact_in, fact_out in offers(card) if fact_in.variant is None]
    return tuple(
        sorted(found or [_cost(workload, *pair) for pair in offers(card)[:1]], key=lambda cost: cost.usd_month)
    )


def _cost(workload: Workload, fact_in, fact_out) -> Cost:  # type: ignore[no-untyped-def]
    usd = (workload.tokens_in * (fact_in.number or 0.0) + workload.tokens_out * (fact_out.number or 0.0)) / 1e6
    es, en = (
        (
            formats.tokens(workload.tokens_in, lang),
            formats.tokens(workload.tokens_out, lang),
            formats.usd(fact_in.number or 0.0, lang),
            formats.usd(fact_out.number or 0.0, lang),
        )
        for lang in LANGUAGES
    )
    assumed_es, assumed_en = (" (volumen supuesto)", " (assumed volume)") if workload.assumed else ("", "")
    return Cost(
        usd_month=usd,
        provider=fact_in.provider or "",
        tokens_in=round(workload.tokens_in),
        tokens_out=round(workload.tokens_out),
        price_in=fact_in,
        price_out=fact_out,
        basis=Localised(
            f"{es[0]} tokens de entrada × {es[2]}/M + {es[1]} de salida × {es[3]}/M{assumed_es}",
            f"{en[0]} input tokens × {en[2]}/M + {en[1]} output × {en[3]}/M{assumed_en}",
        ),
    )
