"""Figures that a sentence sets against each other: "85, which is higher than 86" is wrong whatever they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.claims.degrees import FACTORS
from advisor.answer.claims.quantities import Quantity
from advisor.domain.language import Localised

_SOME = r"(?:\s[\w.-]+){0,3}?\s"
_UP = re.compile(
    rf"\b(?:(?:higher|greater|larger|bigger|longer|wider|more(?! (?:affordable|economical|compact))){_SOME}than|above|exceed(?:s|ing)?|"
    rf"(?:mayor|superior|mas (?:alt|grande|ampli|larg)\w+){_SOME}?(?:que|al?|del?)|por encima del?|superan?|mas(?! (?:baj|pequen|cort|barat|economic|liger|lent)){_SOME}que)\b"
)
_DOWN = re.compile(
    rf"\b(?:(?:lower|smaller|shorter|less(?! (?:expensive|costly|affordable))|fewer){_SOME}than|below|under|"
    rf"(?:menor|inferior|mas (?:baj|pequen|cort)\w+){_SOME}?(?:que|al?|del?)|por debajo del?|menos(?! (?:car|costos)){_SOME}que)\b"
)
_OF_MONEY = (re.compile(r"\b(?:dearer than|more expensive than|mas car[oa]s? que)\b"),
             re.compile(r"\b(?:cheaper than|less expensive than|mas (?:barat|economic)[oa]s? que)\b"))  # fmt: skip
_LOOSE = re.compile(r"(?:more|less|fewer|mas|menos)\b(?! (?:alt|baj|grand|pequen))")
_NEGATED = re.compile(r"\b(?:no|not|n't|never|nunca|ni|nor|sin|without)\s+(?:\w+\s+){0,2}$")
_BREAK = re.compile(
    r";|\.\s|:\s|,\s+(?:y|and) (?:en|in|por|on|for|para) |\b(?:but|pero|while|mientras|whereas|aunque|although)\b"
)
_NEAR = 60
"""Characters between a figure and the comparison that it takes part in."""
_BESIDE = 25


def check_against(sentence: Sentence) -> Iterator[Problem]:
    if sentence.question or sentence.conditional:
        return
    cues = list(_cues(sentence.folded))
    for cue, sign, loose in cues:
        left = max((q for q in sentence.quantities if q.end <= cue.start()), key=lambda q: q.end, default=None)
        right = min((q for q in sentence.quantities if q.start >= cue.end()), key=lambda q: q.start, default=None)
        if left is None or right is None or not _comparable(left, right) or (loose and left.unit == "bare"):
            continue
        if any(0 <= left.start - other.end() <= _BESIDE for other, _, _ in cues):
            continue  # it is what something else was compared with
        before, after = sentence.folded[left.end : cue.start()], sentence.folded[cue.end() : right.start]
        difference = not re.search(r"[\w,()]", before)
        """ "2 GB less than the 14 GB of ...": the first is by how much."""
        share = any(pattern.search(after) for pattern, _ in FACTORS)
        if difference or share or max(len(before), len(after)) > _NEAR or _BREAK.search(before + after):
            continue
        if _NEGATED.search(sentence.folded[: cue.start()]):
            continue
        if sign * left.readings[0][0] <= sign * right.readings[0][0]:
            span = sentence.plain[left.start : right.end]
            yield Problem("comparison", span, Localised(f"«{span}» no se cumple", f'"{span}" does not hold'))


def _cues(folded: str) -> Iterator[tuple[re.Match[str], int, bool]]:
    """Comparisons, 1 for more and -1 for less, and whether "more" may be of something else than the figures' size."""
    for pattern, sign in ((_UP, 1), (_DOWN, -1)):
        yield from ((match, sign, bool(_LOOSE.match(match.group()))) for match in pattern.finditer(folded))
    for pattern, sign in zip(_OF_MONEY, (1, -1), strict=True):
        yield from ((match, sign, False) for match in pattern.finditer(folded))


def _comparable(left: Quantity, right: Quantity) -> bool:
    """Figures of one unit; the second may leave it out ("78 points, above the 79 of ...")."""
    bare = right.unit == "bare" and left.unit != "bare" and (right.scaled or left.unit == "count:point")
    return (left.unit == right.unit or bare) and left.unit != "date" and not left.part and not right.part
