"""Tokens per second, estimated: writing a token reads the active weights and the cache once from memory."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from advisor.scoring.machine import Machine
from advisor.scoring.table import Floats

COMFORTABLE_TOKENS_PER_S = 15.0
"""About three times as fast as people read (250 words a minute are some 5.5 tokens/s)."""
SETUP_S = 0.002
GPU_EFFICIENCY = (0.45, 0.85)
CPU_EFFICIENCY = (0.35, 0.75)
CACHE_SHARE = 0.5
"""Of the cache's final size, what an average token in the conversation reads."""


def tokens_per_s(
    active_gb: Floats, spilled: Floats, kv_gb: Floats, offloaded: NDArray[np.bool_], machine: Machine
) -> tuple[Floats, Floats]:
    """Low and high estimate. `active_gb`: weights read for a token; `spilled`: their share in main memory."""
    fast = machine.vram_gb_s if machine.vram_gb else machine.ram_gb_s
    efficiency = GPU_EFFICIENCY if machine.vram_gb or machine.unified else CPU_EFFICIENCY
    ends = []
    for end in (0, 1):
        quick = (active_gb * (1 - spilled) + CACHE_SHARE * kv_gb) / (fast[end] * efficiency[end])
        slow = active_gb * spilled / (machine.ram_gb_s[end] * CPU_EFFICIENCY[end])
        ends.append(1.0 / (quick + np.where(offloaded, slow, 0.0) + SETUP_S))
    return ends[0], ends[1]
