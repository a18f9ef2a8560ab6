"""Whether a later mention of another use takes the place of the one that holds."""

from __future__ import annotations

from itertools import pairwise

from advisor.understand.speech.acts import Acts
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

SURE = 0.6
"""Likelihood from which another use may take the place of the one that holds."""
_PLAIN = 0.75
"""Likelihood from which a statement alone tells another use, without words of wishing or correcting."""


def replaces(reading: Reading, acts: Acts, likely: float, repeated: bool) -> bool:
    """A later mention of another use changes it only when it is clear and not something on top."""
    if _is_headed(reading):
        return True
    if likely < SURE or repeated or (reading.adds and not reading.corrects):
        return False
    if likely >= _PLAIN and acts.has("state") and not reading.message.questions and _only_inferred(reading):
        return True
    return reading.corrects or reading.has("scope", "want") or reading.has("scope", "retract") or _states_goal(reading)


def _is_headed(reading: Reading) -> bool:
    """ "Purpose: turning PDFs into tables": what it is for, under its own heading."""
    words = reading.message.words
    return any(words[i] in _HEADINGS and words[i + 1] == ":" for i in range(min(len(words) - 1, _HEADED_WITHIN)))


_HEADINGS = wordset("purpose goal task usage use case objetivo tarea uso tema proposito finalidad")
_HEADED_WITHIN = 4


def _only_inferred(reading: Reading) -> bool:
    """Whether no words named the use that holds: it was made out from the scene."""
    held = reading.dialogue.needs.text("use_case")
    return "use_case" in reading.dialogue.quotes and not reading.quoted("use_case").of("use_case", held or "")


def _states_goal(reading: Reading) -> bool:
    words = reading.message.words
    return any(
        a in ("es", "its", "for", "para") and b in ("para", "for", "un", "a", "escribir", "generar")
        for a, b in pairwise(words)
    ) or words[:1] in (("para",), ("for",))
