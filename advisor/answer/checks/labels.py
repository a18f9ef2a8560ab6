"""The technical names by which a passage tells its figures apart: "16 GB with LoRA and 6 GB with QLoRA"."""

from __future__ import annotations

import re

from advisor.answer.checks.sentence import Sentence
from advisor.answer.claims.folding import fold
from advisor.answer.claims.quantities import Quantity
from advisor.answer.figure import Figure, content_words
from advisor.answer.support import Support

_CLAUSE = re.compile(
    r"(?P<contrast>\b(?:frente al?|against|versus|vs|while|mientras|whereas|compared (?:to|with)|instead of|en vez de|en lugar de)\b)|[,;:]\s|\.\s|\b(?:y|e|and|pero|but)\b"
)


_CHANGES_FROM = re.compile(r"\b(?:from|de|desde)\s+(?:los |unos |about |almost |casi )?(?:us)?\$?\s?$")


def starts_change(sentence: Sentence, quantity: Quantity) -> bool:
    """ "From 14.96 to 4.58 GB in Q4": the first is what it was before, of which the words around say nothing."""
    after = re.match(
        r"[^.;,\d]{0,24}?(?:\b\d+ bits?)?[^.;,\d]{0,12}?\s(?:to|a|hasta)\s+(?:unos |about )?(?:us)?\$?\d",
        sentence.folded[quantity.end :],
    )
    return bool(after and _CHANGES_FROM.search(sentence.folded[: quantity.start]))


def under_its_label(sentence: Sentence, quantity: Quantity, figure: Figure) -> bool:
    """Whether the nearest technical name that a passage tells such figures by is the figure's own, if there is one."""
    if starts_change(sentence, quantity):
        return True
    cuts = [(0, False), *((m.start(), bool(m.group("contrast"))) for m in _CLAUSE.finditer(sentence.folded))]
    ends = [at for at, _ in cuts if at >= quantity.end]
    right = min(ends, default=len(sentence.folded))
    for at, contrasted in reversed([cut for cut in cuts if cut[0] <= quantity.start]):
        part = sentence.folded[at:right]
        named = {
            n for n in figure.labels | figure.other_labels if re.search(rf"(?<![\w-]){re.escape(n)}(?![\w-])", part)
        }
        if named or contrasted:
            return not named or bool(named & figure.labels)
    return True


_APART = re.compile(r"[,;:.]|\b(?:y|and|than|que|instead of|en vez de|en lugar de)\b")


def under_another_name(sentence: Sentence, quantity: Quantity, figure: Figure, support: Support) -> bool:
    """Whether a passage tells such figures by technical names, and the one right beside this is not among the figure's words."""
    left = max((q.end for q in sentence.quantities if q.end <= quantity.start), default=0)
    right = min((q.start for q in sentence.quantities if q.start >= quantity.end), default=len(sentence.folded))
    part = _APART.split(sentence.folded[left : quantity.start])[-1]
    part += _APART.split(sentence.folded[quantity.start : right])[0]
    names = support.labels.get(figure.unit, frozenset())
    said = {n for n in names if re.search(rf"(?<![\w-]){re.escape(n)}(?![\w-])", part)}
    return bool(said) and not said & figure.labels and not content_words(" ".join(said)) & figure.words


_IN_WHAT = re.compile(
    r"\s*(?:points? |puntos? )?(?:(?:in|on|for|at|en|para)\s+(?:el |la )?)?(?P<what>coding|code|programacion|codigo|overall|in general|general|conjunto|inteligencia|intelligence)\b"
)
_WHATS = (("cod", "coding"), ("prog", "coding"), ("", "intelligence"))
_BY_AA = re.compile(r"artificial analysis|\baa\b")


def in_what(sentence: Sentence, quantity: Quantity, figure: Figure) -> bool | None:
    """ "28.7 in coding and 21.8 overall": whether the index of Artificial Analysis that is meant is the figure's; None where none is."""
    beside = _IN_WHAT.match(sentence.folded, quantity.end)
    if beside is None or len(sentence.quantities) < 2 or not _BY_AA.search(sentence.folded):
        return None
    return next(name for head, name in _WHATS if beside.group("what").startswith(head)) in fold(figure.name)
