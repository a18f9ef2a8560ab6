"""What models can do, estimated from all their measurements at once.

Benchmarks differ in scale, difficulty and in who was measured, so neither raw scores nor ranks within one benchmark
compare. Each benchmark is a noisy ruler: reading = offset + slope * ability + noise, as in item response theory and in
the capability index of Epoch AI (Ho et al., "A Rosetta Stone for AI Benchmarks", arXiv:2512.00193, 2025). Abilities and
rulers are fitted in turn (alternating ridge regression); little evidence shrinks an estimate towards the average. A
capability is the general ability plus what its own benchmarks show beyond it, shrunk in the same way. No size, price or
vendor enters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.scoring.table import Floats
from advisor.scoring.use_cases import Benchmark

ROUNDS = 25
GENERAL_PRIOR = 1.0
"""Precision of the belief "average" against one benchmark of unit noise: two benchmarks already outweigh it."""
SPECIFIC_PRIOR = 1.5
KEPT_MIXES = 128
VENDOR_TRUST = 0.5
"""A vendor's own figure counts half a measurement by others: the settings are theirs."""
LEAST_SPREAD = {"elo": 25.0, "percent": 0.2, "fraction": 0.2, "rank": 0.1}
"""On the linear scale, what few and close readings count as at least: their difference is no standard deviation."""
ENOUGH = 3.0
"""Measurements after which the general ability speaks for what was not measured; with fewer, NEUTRAL takes a part."""
INHERITED = 0.9
"""Of the predecessor's distance from the average, what an unmeasured successor is believed to have: what was measured
goes ahead of what is only expected."""
NEUTRAL = 0.1
"""Quality where nothing was measured: what is good tends to be measured, so below the middle, but no zero."""


@dataclass(frozen=True)
class Abilities:
    """Standard deviations from the average measured card, one row a card. `counts` are measurements behind each."""

    general: Floats
    capability: Mapping[str, Floats]
    counts: Mapping[str, Floats]
    measured: NDArray[np.bool_]
    reference: NDArray[np.bool_]
    """Rows that percentiles are taken over: measured and not retired."""
    broad: Floats
    """Measurements other than of single languages, of the row itself or of the predecessor that lends it its ability."""

    parents: Mapping[int, int] = field(default_factory=dict)
    """Row of an unmeasured card: row of the measured predecessor that lends it its ability."""
    _ranks: dict[tuple[tuple[str, float], ...], tuple[Floats, Floats]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def ranked(self, shares: Mapping[str, float]) -> tuple[Floats, Floats]:
        """Percentile in this mix of capabilities (NEUTRAL where nothing was measured), and the measurements of just these.

        Kept for the next question: a catalogue meets few mixes, and sorting it is the dearest step of a ranking.
        """
        key = tuple(sorted(shares.items()))
        if key not in self._ranks:
            if len(self._ranks) >= KEPT_MIXES:
                self._ranks.clear()
            total = sum(shares.values()) or 1.0
            nothing = np.zeros_like(self.general)
            ability = sum((share / total * self.of(name) for name, share in key), nothing)
            evidence = sum((self.counts[name] for name, _ in key if name in self.counts), nothing)
            covered = sum(
                (share / total * (self.counts[name] > 0) for name, share in key if name in self.counts), nothing
            )
            trust = covered + (1.0 - covered) * np.minimum(self.broad / ENOUGH, 1.0)
            self._ranks[key] = trust * self._percentile(ability) + (1.0 - trust) * NEUTRAL, evidence
        return self._ranks[key]

    def of(self, name: str) -> Floats:
        """A language nobody was measured in falls back on languages at large, then on the general ability."""
        if name.startswith("language:") and name not in self.capability:
            name = "language"
        return self.capability.get(name, self.general)

    def _percentile(self, ability: Floats) -> Floats:
        """Share of the reference cards at or below, mid-rank for equals; NEUTRAL where the ability is unknown."""
        found = np.full(len(ability), NEUTRAL)
        order = np.argsort(ability)[: int(np.isfinite(ability).sum())]  # what is unknown (NaN) comes last
        counted = np.concatenate([[0], np.cumsum(self.reference[order])])
        if counted[-1]:
            ends = np.flatnonzero(np.append(np.diff(ability[order]) != 0, True)) + 1
            starts = np.concatenate([[0], ends[:-1]])
            middle = (counted[starts] + counted[ends]) / (2 * counted[-1])
            found[order] = np.repeat(middle, ends - starts)
        return found


def readings(card: Card, benchmarks: Mapping[str, Benchmark]) -> list[tuple[Benchmark, Fact]]:
    """The benchmark facts of a card that the table knows; of several variants the best, as a user would set it."""
    best: dict[str, tuple[Benchmark, Fact]] = {}
    for fact in card.all("benchmarks"):
        known = benchmarks.get(fact.name or "")
        if known is None or fact.number is None:
            continue
        rival = best.get(known.name)
        if rival is None or (fact.number > (rival[1].number or 0)) == known.higher_is_better:
            best[known.name] = (known, fact)
    for column, scale, higher in (("languages_measured", "rank", False), ("language_arena", "elo", True)):
        for fact in card.all(column):
            if fact.name and fact.number is not None:
                name = f"{column}:{fact.name}"
                best.setdefault(name, (Benchmark(name, f"language:{fact.name}", higher, scale), fact))
    return list(best.values())


def fit(cards: Sequence[Card], benchmarks: Mapping[str, Benchmark]) -> Abilities:
    """Abilities of all the cards, in their order. Deterministic; cost is linear in the number of readings."""
    rows, columns, values, trusts, rulers = _observations(cards, benchmarks)
    count, width = len(cards), len(rulers)
    reference = np.array([card.status not in ("retired", "historical") for card in cards], dtype=bool)
    if not len(rows):
        nothing = np.full(count, np.nan)
        none = np.zeros(count, dtype=bool)
        return Abilities(nothing, {}, {}, none, none, np.zeros(count))
    measured = np.bincount(rows, minlength=count) > 0
    general, slopes, offsets, noise = _alternate(rows, columns, values, trusts, count, width)
    centre, spread = general[measured].mean(), general[measured].std() or 1.0
    scaled = (values - offsets[columns]) / slopes[columns]
    precision = trusts * (slopes**2 / noise)[columns]
    capability: dict[str, Floats] = {}
    counts: dict[str, Floats] = {}
    names = np.array([ruler.capability for ruler in rulers])[columns]
    pooled = [*sorted(set(names))]
    if any(name.startswith("language:") for name in pooled):
        pooled.append("language")
    for name in pooled:
        mine = np.char.startswith(names, "language") if name == "language" else names == name
        at = rows[mine]
        weight = np.bincount(at, precision[mine], count)
        beyond = np.bincount(at, precision[mine] * (scaled[mine] - general[at]), count)
        own = general + beyond / (weight + SPECIFIC_PRIOR)
        capability[name] = np.where(measured, (own - centre) / spread, np.nan)
        counts[name] = np.asarray(np.bincount(at, trusts[mine], count), dtype=np.float64)
    overall = np.where(measured, (general - centre) / spread, np.nan)
    parents = _parents(cards, measured)
    broad = np.asarray(np.bincount(rows, ~np.char.startswith(names, "language"), count), dtype=np.float64)
    for heir, parent in parents.items():
        for column in (overall, *capability.values()):
            column[heir] = INHERITED * column[parent]
        broad[heir] = broad[parent]
    return Abilities(overall, capability, counts, measured, reference & measured, broad, parents)


def _parents(cards: Sequence[Card], measured: NDArray[np.bool_]) -> dict[int, int]:
    """Unmeasured cards that a vendor names as the successor of a measured one, and that one: as good is the least to
    expect of a successor until somebody measures it. Of several, the latest."""
    rows = {card.model: row for row, card in enumerate(cards)}
    parents: dict[int, int] = {}
    for row, card in enumerate(cards):
        heir = rows.get(card.successor or "")
        if heir is not None and measured[row] and not measured[heir]:
            rival = parents.get(heir)
            if rival is None or _day(card) > _day(cards[rival]):
                parents[heir] = row
    return parents


def _day(card: Card) -> str:
    day = card.value("release_date")
    return day if isinstance(day, str) else ""


def _observations(
    cards: Sequence[Card], benchmarks: Mapping[str, Benchmark]
) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats, Floats, list[Benchmark]]:
    """Long format: row, column, standardised reading, trust; a ruler that only one card has says nothing."""
    found: dict[str, list[tuple[int, float, float]]] = {}
    known: dict[str, Benchmark] = {}
    for row, card in enumerate(cards):
        for benchmark, fact in readings(card, benchmarks):
            known[benchmark.name] = benchmark
            trust = 1.0 if fact.kind == "measured" else VENDOR_TRUST
            found.setdefault(benchmark.name, []).append((row, _linear(benchmark, float(fact.number or 0.0)), trust))
    rulers = [known[name] for name in sorted(found) if len(found[name]) >= 2]
    rows, columns, values, trusts = [], [], [], []
    for column, ruler in enumerate(rulers):
        triples = found[ruler.name]
        series = np.array([value for _, value, _ in triples])
        spread = max(float(series.std()), LEAST_SPREAD.get(ruler.scale, 0.05 * float(np.abs(series).mean())), 1e-6)
        rows += [row for row, _, _ in triples]
        columns += [column] * len(triples)
        values += list((series - series.mean()) / spread)
        trusts += [trust for _, _, trust in triples]
    return np.array(rows, dtype=np.intp), np.array(columns, dtype=np.intp), np.array(values), np.array(trusts), rulers


def _linear(benchmark: Benchmark, value: float) -> float:
    """On a scale where equal steps mean about equal ability: log-odds for shares, logarithm for ranks."""
    if benchmark.scale in ("percent", "fraction"):
        share = min(max(value / (100.0 if benchmark.scale == "percent" else 1.0), 0.01), 0.99)
        value = float(np.log(share / (1 - share)))
    elif benchmark.scale == "rank":
        value = float(np.log(max(value, 0.1)))
    return value if benchmark.higher_is_better else -value


def _alternate(
    rows: NDArray[np.intp], columns: NDArray[np.intp], values: Floats, trusts: Floats, count: int, width: int
) -> tuple[Floats, Floats, Floats, Floats]:
    """General ability by row; slope, offset and noise variance by column."""
    slopes, offsets, noise = np.ones(width), np.zeros(width), np.full(width, 0.5)
    general = np.zeros(count)
    for _ in range(ROUNDS):
        weight = trusts * (slopes**2 / noise)[columns]
        pull = trusts * ((slopes / noise)[columns]) * (values - offsets[columns])
        general = np.bincount(rows, pull, count) / (np.bincount(rows, weight, count) + GENERAL_PRIOR)
        theta = general[rows]
        total = np.bincount(columns, trusts, width)
        mean_t = np.bincount(columns, trusts * theta, width) / total
        mean_v = np.bincount(columns, trusts * values, width) / total
        cross = np.bincount(columns, trusts * (theta - mean_t[columns]) * (values - mean_v[columns]), width)
        square = np.bincount(columns, trusts * (theta - mean_t[columns]) ** 2, width)
        slopes = np.clip((cross + 1.0) / (square + 1.0), 0.25, 4.0)
        offsets = mean_v - slopes * mean_t
        residual = values - offsets[columns] - slopes[columns] * theta
        noise = np.clip((np.bincount(columns, trusts * residual**2, width) + 0.5) / (total + 1.0), 0.05, 2.0)
    return general, slopes, offsets, noise
