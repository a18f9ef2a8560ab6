"""Questions on what stands around a model, which the guide answers: how to begin, trials, free tiers, limits, caching."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change
from advisor.understand.words.reading import Reading

_SHORT = 14
"""Words beyond which a message tells needs too."""
_NAMED_THERE = frozenset({"priority", "budget_usd_month"})
"""What the words of such a question would be read as: a free tier is not asked for by who asks whether there is one."""


def asks_of_practice(reading: Reading, changes: Sequence[Change]) -> bool:
    """Whether that is all the message is about."""
    hits = reading.of("practice")
    if not hits or any(reading.taken) or len([w for w in reading.message.words if w.isalnum()]) > _SHORT:
        return False
    start, end = min(h.start for h in hits), max(h.end for h in hits)
    spoken = reading.quote(start, end)
    return all(c.key in _NAMED_THERE and c.quote in spoken for c in changes)
