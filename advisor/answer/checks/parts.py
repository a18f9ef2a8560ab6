"""Which score a figure is: the overall one, that of a factor, or the points lost in one against a rival."""

from __future__ import annotations

import re

from advisor.answer.checks.sentence import Sentence
from advisor.answer.claims.quantities import Quantity
from advisor.answer.figure import Figure

_FACTORS = {
    "language": r"language|idiomas?|lenguas?", "size": r"size|tamano", "context": r"context|contexto",
    "customization": r"customi[sz]ation|personalizacion", "performance": r"performance|rendimiento",
    "training": r"training|entrenamiento", "architecture": r"architecture|arquitectura",
}  # fmt: skip
_ANY = "|".join(f"(?P<{factor}>{pattern})" for factor, pattern in _FACTORS.items())
_SCORE = r"(?:scores?|ratings?|points?|puntuacion(?:es)?|puntos|nota|factor)"
_JOIN = r"(?:(?:of|is|was|de|es|del|with|con|at|tiene|has|:|=|,|\()\s*)"
_AHEAD = re.compile(rf"\b(?:{_ANY})(?: factor)?(?: {_SCORE})?\s*{_JOIN}{{0,3}}(?:(?:un|a|an|unos|about)\s)?$")
_AHEAD_ES = re.compile(
    rf"\b{_SCORE} (?:de|en|del|in|for|on|of) (?:(?:el|la|l[oa]s|the|factor)\s){{0,2}}(?:{_ANY})\s*{_JOIN}{{0,3}}(?:(?:un|a|an|unos|about)\s)?$"
)
_AFTER = re.compile(
    rf"\s*\)?\s*(?:(?:points|puntos)\s)?(?:in|for|on|en|de|por|by|due to|because of) (?:(?:el|la|l[oa]s|the|its|su|terms of)\s)?(?:{_ANY})\b"
)
_WHOLE = re.compile(
    r"\b(?:overall|total|global|en conjunto|en total|general)(?: (?:score|rating|puntuacion|nota))?\s*(?:(?:of|is|de|es|:)\s*){0,2}$"
)
_WHOLE_AFTER = re.compile(r"\s*(?:points |puntos )?(?:overall|in total|en total|en conjunto|in all)\b")
_LOST = re.compile(
    r"\b(?:pierd\w*|perd\w*|lost|los(?:es?|ing)|behind|less|menos|short|gap|differ\w*|difer\w*|por (?:detras|debajo)|below|down|worse|peor|"
    r"ahead|ventaja|aventaja\w*|adelant\w*|saca|gana|costs? it|rest[ao]\w*|falta\w*|baja|drops?|penal\w*|deja\w*|cede\w*|gives? (?:up|away)|minus|lags?|trails?|desventaja|disadvantage|(?:de|of) \d+ (?:puntos|points))\b|-\s?\d"
)


def of_its_factor(sentence: Sentence, quantity: Quantity, figure: Figure) -> bool:
    """Whether the factor named right beside a score, or the word for the whole, is the figure's own; a loss must be told as one."""
    if figure.field.startswith("loss:"):
        if not _LOST.search(sentence.folded) and not sentence.listed:  # a list's head says what its items are
            return False
    said = factor_beside(sentence, quantity)
    held = figure.field.partition(":")[2]
    if figure.field == "score":
        return not said
    if figure.field.startswith(("factor:", "loss:")):
        return said == held or (not said and not _of_the_whole(sentence, quantity))
    return True


def factor_beside(sentence: Sentence, quantity: Quantity) -> str:
    before = sentence.folded[max(0, quantity.start - 60) : quantity.start]
    for match in (_AHEAD_ES.search(before), _AHEAD.search(before), _AFTER.match(sentence.folded, quantity.end)):
        if match:
            return next(factor for factor in _FACTORS if match.group(factor))
    return ""


def _of_the_whole(sentence: Sentence, quantity: Quantity) -> bool:
    before = sentence.folded[max(0, quantity.start - 60) : quantity.start]
    return bool(_WHOLE.search(before) or _WHOLE_AFTER.match(sentence.folded, quantity.end))


def in_brackets(sentence: Sentence, quantity: Quantity) -> bool:
    """ "B (79) is ahead of C (78)": a figure alone in brackets after a name."""
    before, after = sentence.folded[: quantity.start], sentence.folded[quantity.end :]
    named = any(m.end == len(before.rstrip(" (")) for m in sentence.mentions if m.models)
    return named and before.endswith("(") and after.startswith(")")
