"""How well a size suits the use, and how easily a model sits on the person's machine, for running and for tuning."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from advisor.scoring.fit import COMFORT, GPU, OFFLOAD, UNIFIED, Fits, largest_b
from advisor.scoring.situation import Situation
from advisor.scoring.speed import READING_TOKENS_PER_S
from advisor.scoring.table import Floats, Table
from advisor.scoring.tuning import tuning_gb

COMMON_PC_B = 14.0
"""On own hardware that nobody named: what a common card of 12 GB carries at 4 bits."""
ASSUMED_FADE = 1.0
"""Octaves beyond COMMON_PC_B that lose all: twice the parameters do not run there, and half of that takes offloading."""
COMMON_SERVER_B = 120.0
"""For who cares for privacy and has said nothing of hardware, or whose own hardware has a memory that is not known: what a firm can still host itself, on one or two cards
of 80 GB."""
RELATIVE_SIZE_B = {"nano": 4.0, "mini": 12.0, "small": 24.0, "medium": 70.0, "large": 200.0, "frontier": 400.0}
"""Order of magnitude that the guide's tiers give to a vendor's "small, medium, large"; only to place it in the tiers."""
HUNGRY = 0.75
"""Of the largest model that fits, what a use without an upper size should take; half of it does for the others."""
TALKING_B = 2.0
"""Uses that begin at this size hold a conversation or write: below the guide's first tier, 1B, every octave counts three
times for them."""
STALLED_TOKENS_S = READING_TOKENS_PER_S / 2
"""A speed at which nobody waits for an answer; from reading speed on nobody minds."""
CAREFUL = 0.75
"""Weight of the slow end of the estimate: memory that nobody said more of is a PC's far more often than a fast Mac's, and
who cannot wait for an answer loses more than who gets it sooner than expected gains."""
RENTED_GB = {"lora": 80.0, "full": 640.0}
"""What is rented to tune on, where no machine was named: one card of 80 GB for adapters, a server of eight for all weights."""
TUNING_SHARE = 0.65
"""Of the memory that the largest tunable model takes, what leaves room for longer examples and batches."""


def effective_b(table: Table) -> Floats:
    total, active = table.numbers["params_total_b"], table.numbers["params_active_b"]
    size = np.sqrt(total * np.where(np.isnan(active), total, active))
    for name, billions in RELATIVE_SIZE_B.items():
        size = np.where(np.isnan(size) & table.says("relative_size", name), billions, size)
    return size


def size_utility(table: Table, case: Situation, ease: Floats | None) -> tuple[Floats, NDArray[np.bool_]]:
    """See utility.py, "size". `ease`: on the person's machine, None where none was named.

    Where memory decides (tuning, hardware not named), all parameters count; where the hardware is not named, a size that
    is unknown is taken for one that does not run: nobody would download it to see.
    """
    guessed = case.own_unnamed or case.memory_unknown
    memory_counts = case.tuned or guessed or case.private
    size = table.numbers["params_total_b"] if memory_counts else effective_b(table)
    if case.local and case.machine is not None and not memory_counts:
        size = np.sqrt(size * np.fmax(size, table.numbers["params_total_b"]))
    low, high, fade, patience = _size_range(case)
    known = ~np.isnan(size)
    octaves = np.log2(np.where(known, size, 1.0))
    short = np.clip(np.log2(low) - octaves, 0.0, None)
    if case.use.size_low_b >= TALKING_B:
        short = short + 2.0 * np.clip(-octaves, 0.0, None)
    excess = np.clip(octaves - np.log2(high), 0.0, None) if np.isfinite(high) else np.zeros(len(size))
    value = np.clip(1.0 - short / patience - excess / fade, 0.0, 1.0)
    if ease is not None:
        value *= 0.4 + 0.6 * ease
    return np.where(known, value, 0.0 if guessed else 0.5), known


def _size_range(case: Situation) -> tuple[float, float, float, float]:
    """Effective billions from which and up to which a size is right, and the octaves above and below that lose all."""
    low, high = case.use.size_low_b, case.use.size_high_b
    if case.own_unnamed:
        return min(low, COMMON_PC_B / 2), min(high, COMMON_PC_B), ASSUMED_FADE, 3.0
    if case.private or case.memory_unknown:
        return low, min(high, max(low, COMMON_SERVER_B)), 2.5, 3.0
    if case.tuned and (case.machine is None or not case.local):
        method = case.needs.text("fine_tuning") or ""
        room = TUNING_SHARE * RENTED_GB[method] / float(tuning_gb(np.ones(1), method)[0])
        return min(low, room), min(high, room), 2.0, 3.0
    if case.machine is None or not case.local:
        return low, high, 5.0, 3.0
    room = largest_b(case.machine)
    if case.tuned and case.machine.vram_gb:
        room = (
            TUNING_SHARE * case.machine.vram_gb / float(tuning_gb(np.ones(1), case.needs.text("fine_tuning") or "")[0])
        )
    middle = np.sqrt(low * high) if np.isfinite(high) else np.inf
    if not np.isfinite(high) and case.machine.vram_gb:
        return room * HUNGRY, high, 5.0, 2.0
    return max(min(low, room / 2), min(room / 2, float(middle))), high, 5.0, 3.0


def running_ease(fits: Fits) -> Floats:
    """How well a model sits on the machine: wholly in the fast memory, with room left, at a speed one can wait for."""
    over = np.clip((fits.total / fits.available - COMFORT) / (1.0 - COMFORT), 0.0, 1.0)
    place = np.select([np.isin(fits.placement, (GPU, UNIFIED)), fits.placement == OFFLOAD], [1.0, 0.75], 0.9)
    rate = fits.low**CAREFUL * fits.high ** (1.0 - CAREFUL)
    pace = np.clip(
        np.log(np.where(np.isnan(rate), 1.0, rate) / STALLED_TOKENS_S)
        / np.log(READING_TOKENS_PER_S / STALLED_TOKENS_S),
        0.0,
        1.0,
    )
    crude = np.array([0.0, 0.03, 0.06, 0.12])[fits.quantization]
    return np.asarray(np.clip(place - 0.5 * over - crude, 0.0, 1.0) * pace)


def tuning_ease(table: Table, case: Situation) -> Floats:
    """Room left while tuning; mixtures of experts are harder: few tools tune quantized experts or keep them balanced."""
    memory = case.machine.vram_gb if case.machine else 0.0
    total, active = table.numbers["params_total_b"], table.numbers["params_active_b"]
    fill = tuning_gb(total, case.needs.text("fine_tuning") or "") / memory if memory else np.zeros(len(table))
    room = 1.0 - np.clip((fill - TUNING_SHARE) / (1.0 - TUNING_SHARE), 0.0, 1.0)
    return np.asarray(room * np.where(active < 0.6 * total, 0.6, 1.0))
