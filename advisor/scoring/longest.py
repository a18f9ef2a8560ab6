"""The longest context that fits beside the weights."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from advisor.scoring.fit import Fits
from advisor.scoring.memory import kv_cache_gb
from advisor.scoring.table import Floats

STEP = 256


def longest_context(columns: Mapping[str, Floats], row: int, fits: Fits) -> int | None:
    """Tokens, in steps of 256, no more than the model's own window; None where not even one step fits."""
    return longest_in(columns, row, float(fits.room[row] - fits.weights[row] - fits.overhead[row]))


def longest_in(columns: Mapping[str, Floats], row: int, room: float) -> int | None:
    """The same for `room` GB beside weights and overhead."""
    window = columns["context_tokens"][row]
    top = int(window) if not np.isnan(window) else 1_048_576
    one = {name: column[row : row + 1] for name, column in columns.items()}
    steps = np.arange(STEP, top + 1, STEP, dtype=np.float64)
    fitting = int((kv_cache_gb(one, steps) <= room).sum())
    return (top if fitting == len(steps) else fitting * STEP) if fitting else None
