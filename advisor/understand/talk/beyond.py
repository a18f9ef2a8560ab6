"""Another model than the one talked about: "is there anything newer?", "¿y uno más pequeño?"."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change, ModelMention, Outlook
from advisor.understand.speech.acts import Acts
from advisor.understand.words.reading import Reading

_SHORT = 10
"""Words beyond which a message says more than that."""
_VIEWS: tuple[Outlook, ...] = ("newer", "bigger", "smaller")


def beyond(reading: Reading, acts: Acts, changes: Sequence[Change], mentions: Sequence[ModelMention]) -> Outlook | None:
    """None where no model is talked about, where another is named, or where the message states a need."""
    dialogue = reading.dialogue
    if not dialogue.needs or not (dialogue.focus or dialogue.shown) or acts.has("compare", "why"):
        return None
    if sum(w.isalnum() for w in reading.message.words) > _SHORT or any(reading.taken):
        return None
    if any(n.value != 1 for n in reading.numbers):  # the "uno" of "¿y uno más ligero?" is no figure
        return None
    if changes or any(mention.models[:1] != dialogue.focus[:1] for mention in mentions):
        return None
    return next((view for view in _VIEWS if reading.of("outlook", view)), None)
