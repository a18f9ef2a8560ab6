"""Going back to what held before something was only supposed: "I'll stick with what I have"."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.acts import Acts, Keep
from advisor.understand.hardware import Found
from advisor.understand.reading import Reading

_SHORT = 14
"""Words beyond which a turn tells more than that all stays as it was."""


def read_undo(reading: Reading, acts: Acts) -> Found | None:
    """The needs that the supposition changed, as they were, with the hardware; None where nothing of the sort is said."""
    before = reading.dialogue
    if not before.supposed or acts.supposes or sum(w.isalnum() for w in reading.message.words) > _SHORT:
        return None
    hit = next((h for h in reading.longest("scope") if h.value == "keep" and acts.keep(h.start) < Keep.NAMES), None)
    if hit is None:
        return None
    changes: list[Change] = [
        reading.change("clear" if value is None else "set", key, value, hit.start, hit.end)
        for key, value in before.supposed.items()
        if key in before.needs or value is not None
    ]
    return Found(tuple(changes), before.firm_devices)
