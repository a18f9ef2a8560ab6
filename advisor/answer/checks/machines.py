"""What would run on a machine that nobody reckoned with: any model of a size, a home computer, a machine of one's own."""

from __future__ import annotations

import re

from advisor.answer.checks.sentence import Sentence
from advisor.answer.claims.antecedents import Owner
from advisor.answer.claims.traits import Trait
from advisor.answer.support import Support

_ANY_MODEL = re.compile(
    r"\b(?:an?|un|una|any|cualquier|otro|another|something|algo|one|uno|los|the|(?:un )?modelos?|models?)\s+(?:(?:modelos?|models?|one|de|of|tan|so|as|mas|more|that|bigger|grande|big|large|pequeno|small)\s+){0,4}(?:de |of )?(?:unos |about |over |mas de |more than )?$"
)
_SIZED_MODEL = re.compile(r"\s*(?:parameters?|parametros?|params?|models?|modelos?)?[^.;:,\d]{0,24}$")
_OF_HOME = re.compile(
    r"\b(?:home|domestic\w*|casero|de casa|en casa|personal|ordinary|normal|corriente|consumer|household|regular|portatil|laptop|telefono|phone)\b"
)
_OWN = re.compile(
    r"\b(?:propi[oa]s?|own|one's own|in-house|de casa|(?:un|una|an?|other|otr[oa]) (?:\w+ )?(?:equipo|maquina|machine|servidor|server|ordenador|computer|gpu))\b"
)
_MAY = re.compile(
    r"\b(?:quiza\w*|tal vez|a lo mejor|puede que|podri\w+|puede\w*|maybe|perhaps|might|could|can|may|possibly|si quieres|if you (?:like|want))\b"
)
BYTES_AT_4_BITS = 0.5
AT_HOME_GB = 64.0
"""Gigabytes that no ordinary home computer has."""


def of_any_model(sentence: Sentence, trait: Trait) -> bool | None:
    """Whether "a 200B model does not fit in 8 GB" holds, by its weights at 4 bits; None where no size alone is the subject.

    A claim that cannot be reckoned so counts as holding.
    """
    head = sentence.folded[: trait.start]
    head = head[max(head.rfind(mark) for mark in (".", ";", ":", ",")) + 1 :]
    start = trait.start - len(head)
    if any(start <= n.start < trait.start for n in sentence.owners.named):
        return None
    size = next((q for q in sentence.quantities if q.unit == "params" and start <= q.start < trait.start), None)
    if size is None or not _ANY_MODEL.search(sentence.folded[start : size.start]):
        return None
    if not _SIZED_MODEL.fullmatch(sentence.folded[size.end : trait.start]):
        return None
    room = next((q for q in sentence.quantities if q.unit == "GB" and q.start > trait.start), None)
    if room is None or not room.readings or not size.readings:
        return True
    needed = size.readings[0][0] / 1e9 * BYTES_AT_4_BITS
    return (needed < room.readings[0][0]) == trait.positive


def elsewhere(sentence: Sentence, trait: Trait, owner: Owner, support: Support) -> bool:
    """ "You might run it on a machine of your own", "no home computer runs it": by its weights, where no machine was reckoned with."""
    cards = [support.cards[m] for m in owner.models if m in support.cards]
    if not cards or any(card.value("open_weights") is not True for card in cards):
        return False
    words = sentence.folded[trait.start : trait.end + 16]
    if not trait.positive:
        sizes = [card.number("params_total_b") for card in cards]
        return bool(_OF_HOME.search(words)) and all(s and s * BYTES_AT_4_BITS > AT_HOME_GB for s in sizes)
    needs = support.evidence.needs
    told = any(needs.number(key) for key in ("vram_gb", "ram_gb"))
    return not told and bool(_OWN.search(words) and _MAY.search(sentence.folded[: trait.start]))
