"""Whether a message wishes for anything: where it does not, things that it names in passing are no needs."""

from __future__ import annotations

from advisor.understand.words.reading import Reading

_FEW = 4
"""Words of a message that is but a label ("análisis en R")."""


def wishes(reading: Reading, coming: str | None) -> bool:
    """Words of wishing or asking for a model, a use that is named, hardware or models by name, or needs that hold already."""
    said = reading.has("scope", "want") or reading.has("scope", "must") or reading.has("act", "request")
    said = said or bool(reading.dialogue.needs) or reading.dialogue.turns > 0 or coming is not None
    if sum(w.isalpha() for w in reading.message.words) <= _FEW:
        return True
    return said or any(reading.taken) or reading.has("flag") or reading.has("bound", "max", "min")
