"""Questions on what stands around a model, which the guide answers: how to begin, trials, free tiers, limits, caching."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change
from advisor.understand.words.reading import Reading

_SHORT = 14
"""Words beyond which a message tells needs too."""
_NAMED_THERE = frozenset({"priority", "budget_usd_month"})
"""What the words of such a question would be read as: a free tier is not asked for by who asks whether there is one."""

_OF_AI = frozenset({"cost", "hands", "what_for", "app_or_api"})
"""Questions on AI as such: "I run a bakery, what can AI do for me?"."""
_TOLD_BESIDE = frozenset({"use_case", "commercial_use", "priority", "mentioned_models", "budget_usd_month"})
"""What is read out of the words beside them, where no model is asked for yet."""


def asks_of_practice(reading: Reading, changes: Sequence[Change]) -> bool:
    """Whether that is all the message is about."""
    hits = reading.of("practice")
    of_ai = any(h.value in _OF_AI for h in hits)
    if (
        not hits
        or (any(reading.taken) and not of_ai)
        or len([w for w in reading.message.words if w.isalnum()]) > _SHORT
    ):
        return False
    start, end = min(h.start for h in hits), max(h.end for h in hits)
    spoken = reading.quote(start, end)
    if of_ai:
        return {c.key for c in changes} <= _TOLD_BESIDE
    return all(c.key in _NAMED_THERE and c.quote in spoken for c in changes)
