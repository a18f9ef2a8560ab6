"""What the scorer says: factor scores, recommendations, rankings, and the reasons for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from advisor.domain.cards import Card
from advisor.domain.factors import Factor
from advisor.domain.facts import Fact
from advisor.domain.language import Localised
from advisor.domain.needs import Needs


@dataclass(frozen=True, slots=True)
class FactorScore:
    """One factor's part. `value` in 0..1; `weight` sums to 1 over the seven, so score = sum(value * weight) exactly.

    `known` is False where the value is the neutral prior for want of evidence.
    """

    factor: Factor
    value: float
    weight: float
    known: bool
    reason: Localised
    facts: tuple[tuple[str, Fact], ...] = ()
    """(field name, fact) that the value rests on."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether and how a model runs on the person's memory. Sizes in GB (10^9 bytes), speeds in tokens/s.

    Everything here is an estimate; `basis` says from what.
    """

    fits: bool
    quantization: str
    weights_gb: float
    kv_cache_gb: float
    overhead_gb: float
    available_gb: float
    context_tokens: int
    """The context that the KV cache was computed for."""
    max_context_tokens: int | None
    """The longest context that fits at this quantization; None where the architecture is unknown."""
    tokens_per_s: tuple[float, float] | None
    """Low and high estimate; None where bandwidth or active parameters are unknown."""
    placement: Literal["gpu", "unified", "partial_offload", "cpu", "none"]
    basis: Localised
    command: str | None = None

    @property
    def total_gb(self) -> float:
        return self.weights_gb + self.kv_cache_gb + self.overhead_gb


@dataclass(frozen=True, slots=True)
class Cost:
    """Monthly cost of a workload at one provider's price, in USD."""

    usd_month: float
    provider: str
    tokens_in: int
    tokens_out: int
    price_in: Fact
    price_out: Fact
    basis: Localised


@dataclass(frozen=True)
class Recommendation:
    card: Card
    score: float
    factors: tuple[FactorScore, ...]
    unknown: tuple[str, ...]
    """Names of needs or fields that matter here and that the card does not answer."""
    reasons: tuple[Localised, ...]
    """Best first; each holds the figure it rests on."""
    cautions: tuple[Localised, ...] = ()
    fit: Fit | None = None
    cost: Cost | None = None
    tie: bool = False
    """Practically as good as the one above it."""


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """Would be eligible if these unknown facts turned out well."""

    card: Card
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A smallest change of the needs that lets models in. `needs` is what the needs would become."""

    keys: tuple[str, ...]
    needs: Needs
    eligible: int
    best: tuple[Card, ...]
    text: Localised


@dataclass(frozen=True)
class Ranking:
    recommendations: tuple[Recommendation, ...]
    eligible: int
    total: int
    excluded: Mapping[str, int]
    """How many cards each broken need took out; a card counts once under every need it breaks."""
    unconfirmed: tuple[Unconfirmed, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
    """Only where nothing is eligible."""
    weights: Mapping[Factor, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why (not) a model: the hard needs it breaks, or where it loses points against `rival`."""

    card: Card
    eligible: bool
    broken: tuple[tuple[str, Localised], ...]
    """(need key, what is broken with the figure)."""
    unknown: tuple[str, ...]
    position: int | None
    """Place in the full ranking, from 1; None where not eligible."""
    recommendation: Recommendation | None
    rival: Recommendation | None
    losses: tuple[tuple[Factor, float], ...] = ()
    """Weighted points lost against the rival by factor, largest first."""


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One line of a comparison: a field or computed figure, one cell a model, with the facts behind the cells."""

    key: str
    label: Localised
    cells: tuple[Localised, ...]
    facts: tuple[Fact | None, ...]
    best: tuple[int, ...] = ()
    """Which columns are best, where that can be said."""
    matters: float = 0.0


@dataclass(frozen=True)
class Comparison:
    """Two to five models factor by factor, rows that matter for the needs first."""

    cards: tuple[Card, ...]
    rows: tuple[ComparisonRow, ...]
    verdicts: tuple[Verdict, ...]
