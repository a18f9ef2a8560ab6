"""What the scorer says: factor scores, recommendations, rankings, and the reasons for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from advisor.domain.cards import Card
from advisor.domain.factors import Factor
from advisor.domain.facts import Fact
from advisor.domain.language import Localised
from advisor.domain.needs import Assumption, Needs


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
class Footprint:
    """What a model takes at one quantization with a context of so many tokens: an estimate, in GB (10^9 bytes).

    `fits`: in the machine's fast memory; None where no machine is known.
    """

    quantization: str
    context_tokens: int
    total_gb: float
    fits: bool | None
    longest: int | None = None
    """The longest context that fits at this quantization, in tokens; None where none does or the machine is not known."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Monthly cost of a workload at one provider's price, in USD; of all of it where it is done `once`."""

    usd_month: float
    provider: str
    tokens_in: int
    tokens_out: int
    price_in: Fact
    price_out: Fact
    basis: Localised
    batch_usd_month: float | None = None
    """The same work handed in as batches; None where this provider names no such price."""
    cached_usd_month: float | None = None
    """The same work where half of the input repeats and is read from the provider's cache; None as above."""
    once: bool = False


@dataclass(frozen=True, slots=True)
class Bought:
    """How many cases a sum of money pays for with one model, at its cheapest offer; `each` is what one of them costs."""

    card: Card
    count: float
    each: Cost
    assumed: bool
    """The length of a case was not said."""


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
    memory_gb: float | None = None
    """What it would take on own hardware of unknown memory, at 4 bits; an estimate. None elsewhere."""
    tie: bool = False
    """Practically as good as the one above it."""
    each: Cost | None = None
    """What one case costs, where a ceiling was set for it."""


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
    change: Localised
    """The change alone, without what it lets in."""


@dataclass(frozen=True, slots=True)
class BySize:
    """`takes`: (quantization, GB) of any model of `params_b` billions; `room_gb`: the card's memory, where it was told."""

    params_b: float
    takes: tuple[tuple[str, float], ...]
    room_gb: float | None
    longest: int | None = None
    """Tokens of context that the card has room for beside it at 4 bits, where that is asked; 0 where none."""
    tuned: tuple[float, float, float] | None = None
    """GB to tune it with QLoRA, with LoRA at 16 bits and in full, where that is asked."""


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
    assumptions: tuple[Assumption, ...] = ()
    """What the scorer took for granted (a volume of tokens, a common computer), to be shown beside the result."""
    cautions: tuple[Localised, ...] = ()
    """What holds for all of them and has to be said: what paying nothing means, that the memory is not known."""


EXCLUSIONS: Mapping[str, Localised] = {
    "status": Localised("retirado o a punto de retirarse", "retired or about to be"),
    "use_case": Localised("no sirve para este uso", "not made for this use"),
}
"""Labels of the keys of `Ranking.excluded` that are no need, or that say something else than the need's own label."""


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
    fit: Fit | None = None
    """How it runs, or does not, on the person's machine."""


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One line of a comparison: a field or computed figure, one cell a model, with the facts behind the cells."""

    key: str
    label: Localised
    cells: tuple[Localised, ...]
    facts: tuple[Fact | None, ...]
    best: tuple[int, ...] = ()
    """Which columns are best, where that can be said."""
    numbers: tuple[float | None, ...] = ()
    """What the cells say as numbers, where they do."""


@dataclass(frozen=True)
class Comparison:
    """Two to five models factor by factor, rows that matter for the needs first."""

    cards: tuple[Card, ...]
    rows: tuple[ComparisonRow, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A change that would put another model first: of the needs, or (`needs` None) of that model's price."""

    needs: Needs | None
    best: Card
    text: Localised


ParetoAxis = Literal["cost", "speed", "size"]


@dataclass(frozen=True, slots=True)
class ParetoPoint:
    """A model that no other one beats on both quality and `axis`.

    `quality` is the measured percentile for the use (0..1). `value`: USD per million tokens of the use's mix, tokens/s,
    or billions of parameters.
    """

    card: Card
    axis: ParetoAxis
    quality: float
    value: float
    facts: tuple[Fact, ...] = ()
    """What the value rests on; none for a speed that is estimated."""


@dataclass(frozen=True, slots=True)
class Hosting:
    """Assumptions of self-hosting, all editable. Prices in USD, power in watts, speed in tokens/s."""

    hardware_usd: float
    lifetime_months: float
    rental_usd_hour: float
    power_w: float
    electricity_usd_kwh: float
    utilisation: float
    tokens_per_s: float
    basis: Localised


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Where own or rented hardware becomes cheaper than an API. Tokens a month; None where it never does.

    `capacity_tokens_month` is what the hardware can do at all at its utilisation.
    """

    api_usd_per_m: float
    owned_usd_month: float
    rented_usd_month: float
    owned_tokens_month: float | None
    rented_tokens_month: float | None
    capacity_tokens_month: float
    hosting: Hosting
    text: Localised


@dataclass(frozen=True, slots=True)
class Payback:
    """Whether a machine of one's own costs less than the same model over an API, by what `hosting` assumes."""

    item: Recommendation
    """The model over the API, with its cost for these needs."""
    instead_of: Card | None
    """The model talked about, where such a machine would not run it and `item` stands in for it."""
    owned: bool
    """The machine is there already, so that only its energy counts."""
    machines: int
    """So many of them the work takes."""
    hours_month: float
    energy_usd_month: float
    months: float | None
    """Until the machines have paid for themselves; None where they never do."""
    hosting: Hosting
    assumed_volume: bool


@dataclass(frozen=True, slots=True)
class Priced:
    """An amount of work asked about on its own: so many requests of so many tokens, and what they cost with a model."""

    item: Recommendation
    count: float
    tokens_each: float
    output_share: float
    """Of the tokens, what is assumed to be written."""


Rung = Literal["prompt", "few_shot", "rag", "lora", "full", "repeated"]
RUNGS: tuple[Rung, ...] = get_args(Rung)


@dataclass(frozen=True, slots=True)
class LadderStep:
    """One rung of customization. `state`: before (try it first, it may be enough), recommended, next (when that is not
    enough), later, or impossible."""

    rung: Rung
    state: Literal["before", "recommended", "next", "later", "impossible"]
    reason: Localised
    memory_gb: float | None = None
    facts: tuple[tuple[str, Fact], ...] = ()
