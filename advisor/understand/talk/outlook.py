"""Questions on the ranking as a whole: what would put another model first, which models nobody beats on two things."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change, Intent, Outlook
from advisor.understand.speech.acts import Acts
from advisor.understand.words.reading import Reading

_SHORT = 20
"""Words beyond which a message says more than such a question."""
_INTENTS: dict[Outlook, Intent] = {"what_if": "explain_why", "front": "compare"}
_NAMED_THERE = frozenset({"priority", "mentioned_models"})
"""What such a question names without asking for it: "quality against cost"."""


_MEANING = (("que", "es"), ("que", "significa"), ("what", "is", "a"), ("what", "does"), ("what", "s", "a"))


def outlook(reading: Reading, acts: Acts, changes: Sequence[Change]) -> Outlook | None:
    """None where there is nothing yet to rank for, where the message states a need, or asks what the words mean."""
    if not reading.dialogue.needs or len(reading.message.words) > _SHORT:
        return None
    if acts.supposes or any(change.key not in _NAMED_THERE for change in changes):
        return None
    if any(
        reading.message.words[i : i + len(asks)] == asks for asks in _MEANING for i in range(len(reading.message.words))
    ):
        return None
    return next((view for view in _INTENTS if reading.of("outlook", view)), None)


def intent_of(view: Outlook) -> Intent:
    return _INTENTS[view]
