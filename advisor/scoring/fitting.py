"""What each of several models takes at one quantization, and whether it fits the machine whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from advisor.scoring.memory import BY_NAME, held_gb, kv_cache_gb, overhead_gb
from advisor.scoring.scored import Scored

if TYPE_CHECKING:
    from advisor.scoring.engine import Scorer


def fitting(
    scorer: Scorer, result: Scored, models: Sequence[str], quantization: str
) -> dict[str, tuple[float, bool | None]]:
    """By card id, (GB with the context of the needs, whether that fits the fast memory; None: no machine is known). Models
    of unknown size are left out."""
    machine = result.case.machine
    room = None if machine is None else machine.vram_gb or machine.ram_gb
    found: dict[str, tuple[float, bool | None]] = {}
    for model in models:
        row = scorer.table.rows.get(model)
        if row is None:
            continue
        one = {name: column[row : row + 1] for name, column in result.table.numbers.items()}
        weights = held_gb(one, BY_NAME[quantization])
        window = float(one["context_tokens"][0])
        context = result.case.context if np.isnan(window) else min(result.case.context, window)
        overhead = overhead_gb(weights, machine.cards if machine else 1)
        total = float((weights + overhead + kv_cache_gb(one, context))[0])
        if not np.isnan(total):
            found[model] = (total, None if room is None else round(total, 1) <= room)
    return found
