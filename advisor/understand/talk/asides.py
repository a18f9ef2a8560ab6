"""Asides amid the talk: what somebody else did once, told for its own sake. Nothing that stands is changed by it."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.understand.amounts.amounts import Amount
from advisor.understand.speech.sentences import AUTHORITIES
from advisor.understand.speech.tenses import is_past
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_LONGEST = 26
"""Words beyond which a turn says more than an aside."""
_VERB_WITHIN = 7
"""Tokens from the beginning of a sentence in which its verb stands."""
_TO_US = 3
"""Tokens from the verb to whom it was done for."""
_OPENERS = wordset(
    "y and ok vale pues so oye hey pero but bueno well jaja jajaja haha lol hoy ayer anoche today yesterday mira"
)
_DETERMINERS = wordset(
    "mi mis un una el la los las su sus nuestro nuestra uno my our the his her their a an one some last"
)
_FOR_US = wordset("me nos us dio dieron gave given lent let pidio pidieron asked said told wanted dijo dijeron")
"""Words by which what somebody did concerns oneself."""


def only_equips(reading: Reading, spans: list[tuple[int, int]]) -> bool:
    """Whether a first message names a machine ("got an RTX 6000 Ada, thanks") and hardly anything else.

    `spans`: the tokens of each device named.
    """
    message = reading.message
    if reading.dialogue.needs or reading.dialogue.shown or len(message.tokens) > _LABEL:
        return False
    told = {i for start, end in spans for i in range(start, end)}
    hits = [h for kind in ("machine", "memory", "own", "unit", "side") for h in reading.of(kind)]
    owned = bool(spans) or any(h.kind in ("machine", "memory") for h in hits)
    told |= {i for h in hits for i in range(h.start, h.end)}
    rest = [w for i, w in enumerate(message.words) if i not in told and len(w) > _SHORT and w.isalpha()]
    return owned and not message.questions and len([w for w in rest if w not in _COURTESIES]) <= _BESIDE


def has_card(reading: Reading, amounts: Sequence[Amount], devices: Sequence[int]) -> bool:
    """ "I have 12GB VRAM, is a 14GB file too much?", "would it run on my 3060?": the card is one's own, whatever is asked.

    `devices`: the tokens that devices begin at.
    """
    owning = reading.of("own", "have")
    ends = {h.end for h in owning}
    mine = {h.end for h in owning if reading.message.words[h.end - 1] in ("my", "mi")}
    if any({start, start - 1, start - 2} & mine and reading.message.is_question(start) for start in devices):
        return True
    sizes = [a for a in amounts if a.unit == "gb" and {a.start, a.start - 1} & ends]
    return any(reading.has("memory", "vram", start=a.end, end=a.end + 3) for a in sizes)


_LABEL, _SHORT, _BESIDE = 14, 2, 2
"""Tokens of a message that only names a machine, letters of words that tell nothing, and words that may stand beside it."""
_COURTESIES = wordset(
    "hola buenas hello hey thanks thx please gracias favor saludos por con para the with and una uno mis mi my our its "
    "just only solo windows linux ubuntu"
)


def recounts(reading: Reading) -> bool:
    """Whether a turn amid the talk only tells what somebody else did once; machines, which may be one's own, do not count."""
    message = reading.message
    if not (reading.dialogue.needs or reading.dialogue.shown) or message.questions:
        return False
    words = [t for t in message.tokens if t.kind == "word"]
    if not words or len(words) > _LONGEST or reading.corrects or reading.has("scope", "want") or reading.has("gone"):
        return False
    bounds = [b for b in message.sentence_bounds.values() if any(t.kind == "word" for t in message.tokens[b[0] : b[1]])]
    return bool(bounds) and _tells(reading, *bounds[0])


def _tells(reading: Reading, start: int, end: int) -> bool:
    """A third person's subject, and a verb in the past soon after it."""
    words = reading.message.words
    while start < end and (words[start] in _OPENERS or reading.message.tokens[start].kind == "mark"):
        start += 1
    if start >= end or words[start] not in _DETERMINERS:
        return False
    verb = next((i for i in range(start + 1, min(start + _VERB_WITHIN, end)) if is_past(reading, i)), None)
    if verb is None:
        return False
    said = words[start : min(verb + _TO_US, end)]
    return not set(said) & _FOR_US and not any(w.startswith(AUTHORITIES) for w in words[start:verb])
