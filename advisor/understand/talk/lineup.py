"""Which models there are at all, or of a vendor: "¿qué modelos tiene Mistral?", "list the Anthropic models"."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change, ModelMention
from advisor.understand.models.makers import Makers
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_SHORT = 12
"""Words beyond which a message asks for more than a list."""
_BESIDE = wordset(
    "y e de la el los las del of the from by for at in en and me us please por favor porfa all todos todas any hay there are is do does "
    "que cuales cual what which models modelos model modelo ai ia llm llms language lenguaje ahora hoy now today currently you tu "
    "catalogo catalogue catalog exactamente exactly hi hola oye hey s actuales current available disponibles"
)


def without_vendors(changes: Sequence[Change], makers: Makers) -> tuple[Change, ...]:
    """The changes less the models mentioned that are but the name of a vendor whose models are asked for ("mistral")."""
    return tuple(
        change
        for change in changes
        if not (
            change.key == "mentioned_models"
            and isinstance(change.value, tuple)
            and all(makers.is_vendor(name) for name in change.value)
        )
    )


def lineup(
    reading: Reading, changes: Sequence[Change], makers: Makers, mentions: Sequence[ModelMention]
) -> tuple[str, ...] | None:
    """The vendors' slugs, none where all models are meant; None where no list is asked for, or a need is told with it."""
    asked = reading.of("outlook", "lineup")
    if not asked or reading.message.length > _SHORT or reading.numbers:
        return None
    if any(change.key != "mentioned_models" for change in changes):
        return None
    vendors = [hit.value for hit in makers.find(reading.message)]
    if vendors or mentions:
        named = [*vendors, *(m.partition("/")[0] for mention in mentions for m in mention.models[:1])]
        return tuple(dict.fromkeys(named)) or None
    if reading.dialogue.shown:
        return None  # "muéstrame los modelos" is then said of those
    covered = {i for hit in asked for i in range(hit.start, hit.end)}
    words = reading.message.words
    beside = {w for i, w in enumerate(words) if i not in covered and w.isalpha()} - _BESIDE
    return None if beside else ()
