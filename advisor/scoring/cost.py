"""What a workload costs: monthly at each offer, and where renting or buying a machine breaks even with an API. USD."""

from __future__ import annotations

import numpy as np

from advisor.domain import formats
from advisor.domain.advice import Cost
from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.domain.language import LANGUAGES, Language, Localised
from advisor.scoring.situation import Workload
from advisor.scoring.table import Floats, Table, offers

CACHED_SHARE = 0.5
"""Of the input, what repeats from call to call (instructions, a document asked about twice) where caching is reckoned."""


def monthly_usd(table: Table, workload: Workload) -> Floats:
    """Rows x offers; NaN where there is no offer."""
    return (table.price_in * workload.tokens_in + table.price_out * workload.tokens_out) / 1e6


def blended_usd_per_m(table: Table, output_share: float) -> Floats:
    """Cheapest plain offer per million tokens of this mix; NaN where no price is known."""
    mixed = table.price_in * (1 - output_share) + table.price_out * output_share
    cheapest = np.where(np.isnan(mixed), np.inf, mixed).min(axis=1)
    return np.where(np.isinf(cheapest), np.nan, cheapest)


def costs(card: Card, workload: Workload | None) -> tuple[Cost, ...]:
    """One a provider, cheapest first; none where the workload is not known."""
    if workload is None:
        return ()
    found = [_cost(card, workload, fact_in, fact_out) for fact_in, fact_out in offers(card) if fact_in.variant is None]
    return tuple(
        sorted(found or [_cost(card, workload, *pair) for pair in offers(card)[:1]], key=lambda cost: cost.usd_month)
    )


def _cost(card: Card, workload: Workload, fact_in: Fact, fact_out: Fact) -> Cost:
    read, written = workload.tokens_in / 1e6, workload.tokens_out / 1e6
    price_in, price_out = fact_in.number or 0.0, fact_out.number or 0.0
    usd = read * price_in + written * price_out
    cached = _same_provider(card, "price_cached_in_usd_per_m", fact_in)
    batch_in, batch_out = (_same_provider(card, f"price_batch_{way}_usd_per_m", fact_in) for way in ("in", "out"))
    by_cache = None if cached is None else usd + read * CACHED_SHARE * (cached - price_in)
    by_batch = None if batch_in is None or batch_out is None else read * batch_in + written * batch_out
    return Cost(
        usd_month=usd,
        provider=fact_in.provider or "",
        tokens_in=round(workload.tokens_in),
        tokens_out=round(workload.tokens_out),
        price_in=fact_in,
        price_out=fact_out,
        basis=Localised(*(_basis(workload, price_in, price_out, by_batch, by_cache, lang) for lang in LANGUAGES)),
        batch_usd_month=by_batch,
        cached_usd_month=by_cache,
        once=workload.once,
    )


def _same_provider(card: Card, field: str, offer: Fact) -> float | None:
    return next((fact.number for fact in card.all(field) if fact.provider == offer.provider), None)


def _basis(
    workload: Workload, price_in: float, price_out: float, batch: float | None, cached: float | None, language: Language
) -> str:
    """The sum, and what the provider's batches and cache would make of it."""
    es = language == "es"
    read, written = (formats.tokens(tokens, language) for tokens in (workload.tokens_in, workload.tokens_out))
    for_in, for_out = (formats.usd(price, language) for price in (price_in, price_out))
    told = (
        f"{read} tokens de entrada × {for_in}/M + {written} de salida × {for_out}/M"
        if es
        else f"{read} input tokens × {for_in}/M + {written} output × {for_out}/M"
    )
    if workload.assumed:
        told += " (volumen supuesto)" if es else " (assumed volume)"
    ways = []
    if batch is not None:
        ways.append(
            f"por lotes, sin prisa, {formats.usd(batch, language)}"
            if es
            else f"in batches, {formats.usd(batch, language)}"
        )
    if cached is not None:
        shown = formats.usd(cached, language)
        ways.append(f"con la mitad de la entrada en caché, {shown}" if es else f"with half the input cached, {shown}")
    return "; ".join([told, *ways])
