"""What one model takes at each quantization and context, whatever the ranking chose: a table of estimates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from advisor.domain.advice import Footprint
from advisor.scoring.longest import longest_in
from advisor.scoring.memory import QUANTIZATIONS, held_gb, kv_cache_gb, kv_known, overhead_gb
from advisor.scoring.scored import Scored
from advisor.scoring.verdicts import row_of

if TYPE_CHECKING:
    from advisor.scoring.engine import Scorer

CONTEXTS = (8_000, 16_000, 32_000, 64_000, 128_000, 256_000)
"""Tokens, in the steps that people speak of."""


def footprints(scorer: Scorer, result: Scored, model: str) -> tuple[Footprint, ...]:
    """The smallest quantization first, each with every context up to the model's window and with the one asked for.
    Empty where the number of parameters is not known. Raises InputError for a model that is not in the catalogue.
    """
    row, case = row_of(scorer, model), result.case
    one = {name: column[row : row + 1] for name, column in result.table.numbers.items()}
    params, window = one["params_total_b"], float(one["context_tokens"][0])
    if np.isnan(params[0]):
        return ()
    longest = CONTEXTS[-1] if np.isnan(window) else window
    contexts = sorted({c for c in (*CONTEXTS, round(case.context)) if 0 < c <= longest} or {round(longest)})
    machine = case.machine
    room = None if machine is None else machine.vram_gb or machine.ram_gb
    found = []
    for quantization in sorted((q for q in QUANTIZATIONS if q.sane), key=lambda q: q.bits):
        weights = held_gb(one, quantization)
        overhead = overhead_gb(weights, machine.cards if machine else 1)
        left = None if room is None else room - float((weights + overhead)[0])
        exact = left is not None and bool(kv_known(one)[0])
        most = longest_in(one, 0, left) if left is not None and exact else None
        for context in contexts:
            total = float((weights + overhead + kv_cache_gb(one, float(context)))[0])
            found.append(
                Footprint(quantization.name, context, total, None if room is None else round(total, 1) <= room, most)
            )
    return tuple(found)
