"""Models that others praise: "me han dicho que ChatGPT es mejor", once something has been recommended."""

from __future__ import annotations

from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_SHORT = 14
"""Words beyond which a turn tells more than that."""
_PRAISE = wordset("mejor mejores better best cheaper barato barata gratis free")


def praises(reading: Reading) -> bool:
    """Whether the turn only holds up another model against what was recommended: why it does not come first is asked."""
    words = [t.text for t in reading.message.tokens if t.kind == "word"]
    short = bool(reading.dialogue.shown) and len(words) <= _SHORT
    return short and bool(_PRAISE & set(words)) and not reading.has("scope", "want")
