"""From columns back to words: one recommendation with its factors, reasons, cautions, fit and cost."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from advisor.domain import formats
from advisor.domain.advice import Cost, FactorScore, Fit, Recommendation
from advisor.domain.cards import Card
from advisor.domain.factors import FACTORS
from advisor.domain.facts import Fact
from advisor.domain.language import LANGUAGES, Localised
from advisor.domain.needs import NEEDS
from advisor.scoring.cautions import cautions
from advisor.scoring.cost import costs
from advisor.scoring.describe import Shown, reason
from advisor.scoring.fit import DEFAULT_CONTEXT, PLACEMENTS
from advisor.scoring.longest import longest_context
from advisor.scoring.memory import BY_NAME, RUN_WITH, kv_known, running_gb
from advisor.scoring.phrases import listed
from advisor.scoring.runtime import command
from advisor.scoring.scored import Scored
from advisor.scoring.table import UNKNOWN

if TYPE_CHECKING:
    from advisor.scoring.engine import Scorer

REASONS = 4
ASKED_FIELDS = {
    "languages": "languages_official",
    "min_context_tokens": "context_tokens",
    "latency": "time_to_first_token_s",
    "min_tokens_per_s": "throughput_tokens_per_s",
    "commercial_use": "commercial_use",
    "reasoning": "reasoning",
    "tool_calling": "tool_calling",
    "structured_output": "structured_output",
    "programming_languages": "programming_languages",
    "budget_usd_month": "price_in_usd_per_m",
    "budget_usd_once": "price_in_usd_per_m",
    "max_usd_per_item": "price_in_usd_per_m",
}
ALWAYS_FIELDS = ("params_total_b", "context_tokens", "licence", "release_date")


def _each(card: Card, result: Scored) -> Cost | None:
    """What one case costs at the cheapest offer, where the needs cap it."""
    case = result.case
    priced = "max_usd_per_item" in case.needs and not case.local
    return next(iter(costs(card, case.piece)), None) if priced else None


def recommendation(scorer: Scorer, result: Scored, row: int, *, tie: bool = False) -> Recommendation:
    card = result.table.cards[row]
    at = result.place(row)
    fit = fit_of(result, row)
    paid = costs(card, result.case.workload)
    parts = result.utilities.parts
    measured = bool(scorer.abilities.measured[row])
    parent = scorer.abilities.parents.get(row)
    shown = Shown(
        card=card,
        case=result.case,
        parent=None if parent is None else result.table.cards[parent],
        quality=float(parts["quality"][at]) if measured else None,
        measurements=round(float(result.table.evidence[row])),
        direct=ceil(float(parts["evidence"][at])),
        spoken={
            code: None if np.isnan(value := float(parts[f"language:{code}"][at])) else value
            for code in result.case.languages
        },
        fit=fit,
        cost=paid[0] if paid else None,
    )
    factors = []
    for column, factor in enumerate(FACTORS):
        text, facts = reason(factor, shown)
        factors.append(
            FactorScore(
                factor,
                float(result.utilities.values[at, column]),
                result.weights[factor],
                bool(result.utilities.known[at, column]),
                text,
                facts,
            )
        )
    return Recommendation(
        card=card,
        score=sum(f.value * f.weight for f in factors),
        factors=tuple(factors),
        unknown=unknown(result, row, shown),
        reasons=_reasons(factors),
        cautions=cautions(card, _heir(result, card), result.case, fit),
        fit=fit,
        cost=None if result.case.free_at_home else shown.cost,
        each=_each(card, result),
        memory_gb=_memory(result, row),
        tie=tie,
    )


def _memory(result: Scored, row: int) -> float | None:
    """What it takes at 4 bits, where it is to run on own hardware of which the memory is not known."""
    case = result.case
    if not case.local or case.machine is not None:
        return None
    one = {name: column[row : row + 1] for name, column in result.table.numbers.items()}
    need = float(running_gb(one, max(case.context, DEFAULT_CONTEXT))[0])
    return None if np.isnan(need) else round(need, 1)


def _heir(result: Scored, card: Card) -> Localised | None:
    """The successor's name as people know it, and what would have to be confirmed for it to fit."""
    if card.successor is None:
        return None
    row = result.table.rows.get(card.successor)
    if row is None:
        return Localised(card.successor, card.successor)
    name, open_ = result.table.cards[row].name, [NEEDS[k].label for k in unknown_fields(result, row) if k in NEEDS]
    if not open_ or result.gates.failed[row]:
        return Localised(name, name)
    es, en = (listed([label.in_(language) for label in open_], language) for language in LANGUAGES)
    return Localised(
        f"{name}, que encajaría si se confirma lo que no consta ({es})",
        f"{name}, which would fit if what is unknown were confirmed ({en})",
    )


def unknown_fields(result: Scored, row: int) -> tuple[str, ...]:
    """The needs that this card leaves open."""
    return tuple(dict.fromkeys(gate.key for gate in result.gates.gates if gate.states[row] == UNKNOWN))


def _answering(card: Card, field: str) -> tuple[Fact, ...]:
    """The facts that answer for a field: where a maker tells only what may go in, that is the window."""
    return (*card.all(field), *(card.all("max_input_tokens") if field == "context_tokens" else ()))


def unknown(result: Scored, row: int, shown: Shown) -> tuple[str, ...]:
    """Open needs first, then fields that matter here and that the card does not answer."""
    card = result.table.cards[row]
    fields = [field for key, field in ASKED_FIELDS.items() if key in result.case.needs]
    silent = [name for name in (*fields, *ALWAYS_FIELDS) if not any(f.known for f in _answering(card, name))]
    if shown.quality is None:
        silent.insert(0, "benchmarks")
    if not result.case.local and shown.cost is None:
        silent.append("price_in_usd_per_m")
    return tuple(dict.fromkeys((*unknown_fields(result, row), *silent)))


def _reasons(factors: list[FactorScore]) -> tuple[Localised, ...]:
    """What lifts this model most, by points above the neutral half; what is unknown is no reason."""
    ranked = sorted((f for f in factors if f.known), key=lambda f: -(f.value - 0.4) * f.weight)
    return tuple(f.reason for f in ranked[:REASONS])


def fit_of(result: Scored, row: int) -> Fit | None:
    fits = result.fits
    if fits is None or not fits.known[row] or result.case.machine is None:
        return None
    card = result.table.cards[row]
    quantization = RUN_WITH[fits.quantization[row]]
    low, high = float(fits.low[row]), float(fits.high[row])
    context = int(fits.context[row])
    published = float(fits.weights[row]) * BY_NAME["fp16"].bits / quantization.bits
    taken = published + float(fits.kv_cache[row]) + float(fits.overhead[row])
    exact = bool(kv_known({name: column[row : row + 1] for name, column in result.table.numbers.items()})[0])
    return Fit(
        fits=bool(fits.fits[row]),
        quantization=quantization.name,
        weights_gb=float(fits.weights[row]),
        kv_cache_gb=float(fits.kv_cache[row]),
        overhead_gb=float(fits.overhead[row]),
        available_gb=float(fits.available[row]),
        context_tokens=context,
        max_context_tokens=longest_context(result.table.numbers, row, fits) if exact else None,
        tokens_per_s=None if np.isnan(low) else (low, high),
        placement=PLACEMENTS[fits.placement[row]],  # type: ignore[arg-type]
        basis=_basis(result, quantization.bits, exact),
        command=command(
            card,
            quantization.name,
            context,
            whole=PLACEMENTS[fits.placement[row]] == "gpu" and taken <= float(fits.available[row]),
        ),
    )


def _basis(result: Scored, bits: float, exact: bool) -> Localised:
    machine = result.case.machine
    assert machine is not None
    low, high = machine.vram_gb_s if machine.vram_gb else machine.ram_gb_s
    named = ", ".join(machine.named)
    es_bits, en_bits = formats.number(bits, "es"), formats.number(bits, "en")
    if low == high:
        es_speed = f"{formats.number(low, 'es', 0)} GB/s de {named}"
        en_speed = f"{formats.number(low, 'en', 0)} GB/s of the {named}"
    else:
        es_speed = (
            f"un ancho de banda supuesto de {formats.number(low, 'es', 0)} a {formats.number(high, 'es', 0)} GB/s"
        )
        en_speed = f"an assumed bandwidth of {formats.number(low, 'en', 0)} to {formats.number(high, 'en', 0)} GB/s"
    es_cache, en_cache = (
        ("caché KV según sus capas y cabezas", "KV cache from its layers and heads")
        if exact
        else ("caché KV aproximada por tamaño", "KV cache approximated by size")
    )
    return Localised(
        f"Estimación: {es_bits} bits por parámetro, {es_cache}; velocidad por {es_speed}.",
        f"Estimate: {en_bits} bits per parameter, {en_cache}; speed from {en_speed}.",
    )
