"""Does a model run on the person's machine, at which quantization, and how fast. Columns in, columns out; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.scoring.machine import Machine
from advisor.scoring.memory import RUN_WITH, guessed_kv_gb, held_gb, kv_cache_gb, overhead_gb, weights_gb
from advisor.scoring.speed import COMFORTABLE_TOKENS_PER_S, tokens_per_s
from advisor.scoring.table import Floats

DEFAULT_CONTEXT = 8192
"""Tokens the cache is sized for where the person gives no length: a long chat or a dozen pages."""
DENSE_SPILL = 0.35
"""Share of a dense model's weights that may lie in main memory: beyond it every token waits for the slow part."""

COMFORT = 0.9
"""Share of the memory that may be taken before room for a longer conversation runs short."""

GPU, UNIFIED, OFFLOAD, CPU, NONE = range(5)
PLACEMENTS = ("gpu", "unified", "partial_offload", "cpu", "none")


@dataclass(frozen=True)
class Fits:
    """One element a card. `quantization` indexes RUN_WITH (the last one where nothing fits); NaN where size is unknown."""

    fits: NDArray[np.bool_]
    known: NDArray[np.bool_]
    quantization: NDArray[np.intp]
    placement: NDArray[np.intp]
    weights: Floats
    kv_cache: Floats
    overhead: Floats
    available: Floats
    room: Floats
    """What may be taken: `available`, or what it takes where that is a tight fit (see machine.TIGHT)."""
    context: Floats
    low: Floats
    high: Floats

    @property
    def total(self) -> Floats:
        return self.weights + self.kv_cache + self.overhead


def fit(
    columns: Mapping[str, Floats],
    machine: Machine,
    min_context: float = 0.0,
    min_speed: float = COMFORTABLE_TOKENS_PER_S,
) -> Fits:
    """The best quantization that fits with room to spare and surely reaches `min_speed` (tokens/s); where none does,
    the smallest that fits.

    `columns` are the table's numbers. The KV cache is sized for the larger of `min_context` and DEFAULT_CONTEXT, or for
    the model's whole window where that is shorter.
    """
    total = columns["params_total_b"]
    count = len(total)
    active = np.where(np.isnan(columns["params_active_b"]), total, columns["params_active_b"])
    window = columns["context_tokens"]
    wanted = max(min_context, DEFAULT_CONTEXT)
    context = np.where(np.isnan(window), wanted, np.minimum(window, wanted))
    kv = kv_cache_gb(columns, context)
    sparse, share = active < 0.6 * total, active / total
    chosen = np.full(count, len(RUN_WITH) - 1, dtype=np.intp)
    placement = np.full(count, NONE, dtype=np.intp)
    speeds = np.full((2, count), np.nan)
    held = [held_gb(columns, quantization) for quantization in RUN_WITH]
    unsettled = np.flatnonzero(held[-1] <= machine.vram_gb + machine.ram_gb)
    for index, by_row in enumerate(held):
        weights, cache, mixed = by_row[unsettled], kv[unsettled], sparse[unsettled]
        overhead = overhead_gb(weights, machine.cards)
        place, spilled = _place(weights, cache + overhead, mixed, machine, last=index == len(RUN_WITH) - 1)
        low, high = tokens_per_s(weights * share[unsettled], spilled, cache, mixed, machine)
        runs = place != NONE
        take = unsettled[runs]
        chosen[take], placement[take] = index, place[runs]
        speeds[0, take], speeds[1, take] = low[runs], high[runs]
        roomy = weights + cache + overhead <= COMFORT * _available(place, machine)
        unsettled = unsettled[~(runs & roomy & (low >= min_speed))]
    weights = np.choose(chosen, held)
    overhead, available = overhead_gb(weights, machine.cards), _available(placement, machine)
    return Fits(
        fits=placement != NONE,
        known=~np.isnan(total),
        quantization=chosen,
        placement=placement,
        weights=weights,
        kv_cache=kv,
        overhead=overhead,
        available=available,
        room=np.where(placement == GPU, np.maximum(available, weights + kv + overhead), available),
        context=context,
        low=speeds[0],
        high=speeds[1],
    )


def _place(
    weights: Floats, rest: Floats, sparse: NDArray[np.bool_], machine: Machine, *, last: bool
) -> tuple[NDArray[np.intp], Floats]:
    """Where it runs and the share of the weights outside the fast memory. Offloading is tried at the last resort only."""
    need = weights + rest
    place = np.full(len(weights), NONE, dtype=np.intp)
    spilled = np.zeros(len(weights))
    if machine.vram_gb:
        place[need <= machine.fast_gb] = GPU
        if machine.ram_gb and last:
            share = np.clip((need - machine.vram_gb) / weights, 0.0, 1.0)
            room = (rest <= machine.vram_gb) & (need <= machine.vram_gb + machine.ram_gb)
            offload = (place == NONE) & room & (sparse | (share <= DENSE_SPILL))
            place[offload] = OFFLOAD
            spilled[offload] = share[offload]
    else:
        place[need <= machine.ram_gb] = UNIFIED if machine.unified else CPU
    return place, spilled


def _available(placement: NDArray[np.intp], machine: Machine) -> Floats:
    one = machine.vram_gb or machine.ram_gb
    return np.where(placement == OFFLOAD, machine.vram_gb + machine.ram_gb, one)


def largest_b(machine: Machine) -> float:
    """Parameters, in billions, of the largest dense model that runs comfortably at 4 bits with the default context."""
    quantization = RUN_WITH[-1]
    room = (machine.vram_gb or machine.ram_gb) * 0.92
    sizes = np.geomspace(0.1, 3000, 400)
    columns = {"params_total_b": sizes, "params_active_b": np.full(len(sizes), np.nan)}
    weights = weights_gb(sizes, quantization)

    need = weights + guessed_kv_gb(columns, DEFAULT_CONTEXT) + overhead_gb(weights, machine.cards)
    fitting = sizes[need <= room]
    return float(fitting[-1]) if len(fitting) else float(sizes[0])
