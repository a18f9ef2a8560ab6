"""Another use asked of what was recommended: "¿vale para traducir también?", "is it any good at maths?"."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_SHORT = 12
"""Words beyond which a message says more than that."""
_KINDS = ("use_case", "use_hint", "use_word")
"""What names a use, the most telling first."""
_TOO = wordset("tambien ademas also too")
_THEREBY = frozenset({"use_case", "modalities", "languages", "programming_languages", "priority", "mentioned_models"})
"""What the words of such a question may be taken for."""


def other_use(reading: Reading, changes: Sequence[Change]) -> str:
    """The use; empty where nothing was recommended for one, or the message asks for something else."""
    dialogue = reading.dialogue
    told = dialogue.needs.text("use_case")
    short = sum(t.kind == "word" for t in reading.message.tokens) <= _SHORT
    asks = () if reading.has("asks", "program") else reading.of("outlook", "other_use")
    if asks and any(reading.has(kind, start=asks[0].end) for kind in ("machine", "memory")):
        return ""  # "is it good with that card?"
    if not (told and short and asks and (dialogue.shown or dialogue.focus)) or any(reading.taken):
        return ""
    if any(n.value != 1 for n in reading.numbers):  # the "un" of "un poco de" is no figure
        return ""
    if any(change.key not in _THEREBY for change in changes) or not (
        reading.message.questions or _TOO & set(reading.message.words)
    ):
        return ""
    too = bool(_TOO & set(reading.message.words))
    if not too and any(change.key == "use_case" for change in changes):
        return ""  # another use in place of the one told
    named = _after(reading, asks[0].end)
    return named.value if named and named.value != told else ""


def _after(reading: Reading, start: int) -> Hit | None:
    """The first use named there, by the most telling kind of phrase."""
    for kind in _KINDS:
        hits = [h for h in reading.longest(kind) if h.start >= start and reading.polarity(h.start, h.end) == "yes"]
        if hits:
            return hits[0]
    return None
