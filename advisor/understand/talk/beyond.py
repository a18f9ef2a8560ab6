"""Another model than the one talked about: "is there anything newer?", "¿y uno más pequeño?"."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change, Dialogue, ModelMention
from advisor.domain.outlook import BEYOND, Outlook
from advisor.understand.speech.acts import Acts
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_SHORT = 10
"""Words beyond which a message says more than that."""


def beyond(reading: Reading, acts: Acts, changes: Sequence[Change], mentions: Sequence[ModelMention]) -> Outlook | None:
    """None where no model is talked about, where another is named, or where the message states a need."""
    dialogue = reading.dialogue
    if not dialogue.needs or not (dialogue.focus or dialogue.shown) or acts.has("compare", "why", "guide"):
        return None
    if reading.message.length > _SHORT or any(reading.taken):
        return None
    if any(n.value != 1 for n in reading.numbers):  # the "uno" of "¿y uno más ligero?" is no figure
        return None
    asked = [reading.quote(h.start, h.end) for h in reading.of("outlook", *BEYOND)]
    if any(not any(change.quote in q for q in asked) for change in changes if not _holds(change, dialogue)):
        return None  # "eso es muy caro" is all that is wished in it
    if any(mention.models[:1] != dialogue.focus[:1] for mention in mentions):
        return None
    found = next((view for view in BEYOND if reading.of("outlook", view)), None)
    if found == "cheaper" and changes and dialogue.needs.flag("local") is not True:
        if not all(_holds(change, dialogue) for change in changes):
            return None  # wished for the first time: it is ranked by that
    alone = {w for w in reading.message.words if w.isalnum()} - _BARE_BESIDE
    return found or (_BARE.get(next(iter(alone))) if len(alone) == 1 else None)


def _holds(change: Change, dialogue: Dialogue) -> bool:
    """What is wished already: to be told so once more asks for others."""
    held = dialogue.needs.names(change.key)
    return (
        change.op in ("set", "add")
        and isinstance(change.value, tuple)
        and bool(held)
        and set(change.value) <= set(held)
    )


_BARE: dict[str, Outlook] = {
    "newer": "newer", "nuevo": "newer", "reciente": "newer", "bigger": "bigger", "larger": "bigger", "grande": "bigger",
    "smaller": "smaller", "lighter": "smaller", "pequeno": "smaller", "ligero": "smaller",
}  # fmt: skip
"""Words that say it all by themselves: "smaller?", "¿más nuevo?"."""
_BARE_BESIDE = wordset("y and mas algo ok or o even aun un poco")
