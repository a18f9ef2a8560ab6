"""Tokens per second, estimated: writing a token reads the active weights and the cache once from memory.

seconds a token = (weights + cache) / (bandwidth x efficiency) + set-up. The constants are a least-absolute-error fit to
half of the community's measurements in llmfit's benchmark cache of 2026-08-10 (single stream, llama.cpp and kin), checked
on the other half; `python -m tests.evals.hardware.run` prints the errors.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from advisor.scoring.machine import Machine
from advisor.scoring.table import Floats

READING_TOKENS_PER_S = 5.0
"""How fast people read: 250 words a minute are some 5.5 tokens/s."""
COMFORTABLE_TOKENS_PER_S = 3 * READING_TOKENS_PER_S
GPU_EFFICIENCY = 0.76
CPU_EFFICIENCY = 0.62
SETUP_S = 0.0012
"""Launching a token's kernels."""
ROUTING_S = 0.0018
"""What a mixture of experts adds for choosing and gathering experts."""
CACHE_SHARE = 0.5
"""Of the cache's final size, what an average token in the conversation reads."""
SPREAD = (0.6, 1.35)
"""10th and 90th percentile of measured against estimated: other drivers, engines, cooling."""


def tokens_per_s(
    active_gb: Floats,
    spilled: Floats,
    kv_gb: Floats,
    sparse: NDArray[np.bool_],
    machine: Machine,
) -> tuple[Floats, Floats]:
    """Low and high estimate. `active_gb`: weights read for a token; `spilled`: the share of them in main memory.

    With a known bandwidth the range is SPREAD around the estimate; with an unknown one it spans the likely bandwidths.
    """
    on_gpu = bool(machine.vram_gb) or machine.unified
    fast = machine.vram_gb_s if machine.vram_gb else machine.ram_gb_s
    efficiency = GPU_EFFICIENCY if on_gpu else CPU_EFFICIENCY
    setup = SETUP_S + np.where(sparse, ROUTING_S, 0.0)
    ends: list[Floats] = []
    for end in (0, 1):
        quick = (active_gb * (1 - spilled) + CACHE_SHARE * kv_gb) / (fast[end] * efficiency)
        slow = active_gb * spilled / (machine.ram_gb_s[end] * CPU_EFFICIENCY)
        ends.append(np.asarray(1.0 / (quick + slow + setup)))
    if fast[0] == fast[1]:
        return ends[0] * SPREAD[0], ends[1] * SPREAD[1]
    return ends[0], ends[1]
