"""Going back to what held before something was only supposed: "I'll stick with what I have"."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.machines.hardware import Found
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading

_MEMORIES = frozenset({"vram_gb", "ram_gb"})
_NEAR = 2
"""Words between "forget" and the machine."""
_SHORT = 14
"""Words beyond which a turn tells more than that all stays as it was."""


def read_undo(reading: Reading, acts: Acts) -> Found | None:
    """The needs that the supposition changed, as they were, with the hardware; None where nothing of the sort is said."""
    before = reading.dialogue
    if not before.supposed or acts.supposes or reading.message.length > _SHORT:
        return None
    hit = next((h for h in reading.longest("scope") if h.value == "keep" and acts.keep(h.start) < Keep.NAMES), None)
    hit = hit or _dropped_machine(reading)
    if hit is None:
        return None
    changes: list[Change] = [
        reading.change("clear" if value is None else "set", key, value, hit.start, hit.end)
        for key, value in before.supposed.items()
        if key in before.needs or value is not None
    ]
    return Found(tuple(changes), before.firm_devices)


def _dropped_machine(reading: Reading) -> Hit | None:
    """ "Forget the server", where the server was only supposed."""
    if not _MEMORIES & set(reading.dialogue.supposed):
        return None
    machines = {h.start for h in reading.of("machine")}
    machines |= {i for i, taken in enumerate(reading.taken) if taken}
    return next(
        (h for h in reading.of("scope", "retract") if any(h.start <= i <= h.end + _NEAR for i in machines)), None
    )
