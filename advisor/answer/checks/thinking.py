"""Figures measured with a model reasoning, or without: told as they were measured."""

from __future__ import annotations

import re

from advisor.answer.checks.labels import starts_change
from advisor.answer.checks.sentence import Sentence
from advisor.answer.claims.quantities import Quantity
from advisor.answer.figure import Figure

_UNTHINKING = re.compile(
    r"\b(?:sin (?:razonar|pensar|razonamiento)|without (?:reasoning|thinking)|non-?reasoning|(?:not|no) (?:reasoning|thinking|razona\w*)|"
    r"(?:reasoning|thinking) (?:is |mode )*(?:off|disabled|switched off|turned off)|razonamiento (?:\w+ )?(?:apagado|desactivado)|(?:desactiva\w*|apaga\w*|switch\w* off|turn\w* off|disabl\w+) (?:el |the |its )?(?:razonamiento|reasoning|thinking))\b"
)
_THINKING = re.compile(
    r"\b(?:razonando|pensando|al razonar|si razona|cuando razona|con razonamiento|(?:when|while|if) (?:it )?(?:is )?(?:reason|think)\w*|with (?:reasoning|thinking))\b"
)


def as_it_thought(sentence: Sentence, quantity: Quantity, figure: Figure) -> bool:
    """Whether a figure measured with or without reasoning is told so, where its part of the sentence says which."""
    if starts_change(sentence, quantity):
        return True
    left = re.split(r"[;,.]", sentence.folded[: quantity.start])[-1]
    facing = re.split(r"\b(?:instead of|rather than|against|frente a|en vez de|en lugar de|contra)\b", left)
    if len(facing) > 1 and _UNTHINKING.search(facing[0]):  # "without reasoning 0.83 s instead of 50"
        return True
    part = left + re.split(r"[;,.]", sentence.folded[quantity.end :])[0]
    plain = "non-reasoning" in figure.variant
    if _UNTHINKING.search(part):
        return plain
    return not plain or not _THINKING.search(part)
