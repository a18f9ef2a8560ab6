"""Which memory a size said later on its own is of: "un portátil sin gráfica" - "16"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from advisor.understand.machines.devices import Mention
from advisor.understand.machines.owned import ones_own
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading

_OWN_MEMORY = ("laptop", "phone", "mac")
"""Machines that people know by their RAM."""
_BEFORE = 4


def sized(reading: Reading, acts: Acts, found: Sequence[Mention]) -> Literal["ram_gb", ""]:
    """RAM where the message tells of a machine without a card; empty where it tells of none, or of a card."""
    if any(acts.keep(h.start) < Keep.NAMES for h in reading.of("machine", "none")):
        return "ram_gb"
    if any(not m.device.unified for m in found):
        return ""
    own = [h for h in reading.of("machine", *_OWN_MEMORY) if _is_there(reading, acts, h)]
    own += [h for h in reading.of("machine", "desktop") if _is_there(reading, acts, h) and _is_had(reading, h)]
    return "ram_gb" if own or any(m.device.unified for m in found) else ""


def _is_there(reading: Reading, acts: Acts, hit: Hit) -> bool:
    heard = acts.keep(hit.start) < Keep.NAMES and reading.polarity(hit.start, hit.end) == "yes"
    return heard and ones_own(reading, hit.start, hit.end)


def _is_had(reading: Reading, hit: Hit) -> bool:
    return any(0 <= hit.start - h.end <= _BEFORE for h in reading.of("own", "have"))
