"""What a passage says of models that are no cards at hand may be told again in other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from advisor.answer.checks.labels import under_its_label
from advisor.answer.checks.reckoned import is_reckoned, reckoned
from advisor.answer.checks.sentence import Sentence
from advisor.answer.checks.values import same_value
from advisor.answer.claims.degrees import FACTORS
from advisor.answer.claims.folding import fold
from advisor.answer.claims.names import written
from advisor.answer.claims.quantities import Quantity
from advisor.answer.claims.roles import find_roles
from advisor.answer.support import Support

BESIDE = 16
"""Characters between a name and its figure."""
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_NOT = re.compile(r"\b(?:no|not|never|nunca|tampoco|ni|sin|without|\w+n't)\b")
_LESS = re.compile(
    r"\b(?:redu[cj]\w+|recort\w+|shr[aiu]nk\w*|fell|falls?|drop\w*|cay\w+|caen?|los[et]s?|losing|worse|weaker|behind|below|lower|less|fewer|perd\w+|peor(?:es)?|inferior(?:es)?|menos|menor(?:es)?|debajo|detras|baj\w+)\b"
)


def retold(sentence: Sentence, support: Support, names: frozenset[str]) -> frozenset[int] | None:
    """The citation numbers of the passage that a sentence retells; None where none does.

    Its names and figures must stand in the passage in the same order, within two sentences, and be said the same way round.
    `names`: all those that passages tell of, folded; none but the sentence's own may stand between a name and its figure.
    """
    worked_out = [q for q in sentence.quantities if is_reckoned(sentence, q) and (q.small or not stated(q, support))]
    stands = [q for q in sentence.quantities if q not in worked_out]
    if not all(labelled(sentence, q, support) and stated(q, support) for q in stands):
        return None
    if any(turned(sentence, q, support) for q in sentence.quantities):
        return None
    strange = [m for m in sentence.mentions if m.kind == "quoted"]
    if not strange or any(m.kind == "stranger" or m.models for m in sentence.mentions):
        return None
    names = frozenset(n for n in names if n not in sentence.folded)
    sized = {m.start: size for m in strange if (size := _size(sentence, m.end))}
    spans = [(m.start, sized[m.start].end if m.start in sized else m.end) for m in strange]
    told = [q for q in stands if q not in sized.values()]
    others = [q for q in told if q.unit != "bits"]
    spans += [(q.start, q.end) for q in (others if len(others) > 1 else told)]  # "at 16 bits" may be "in F16" there
    spans.sort()
    orders = [[(_item(_AT.sub(" ", sentence.plain[start:end])), False) for start, end in spans]]
    starts = {m.start for m in strange}
    for i, (one, two) in enumerate(pairwise(spans)):
        if two[0] - one[1] <= 3:
            orders += [[*o[:i], o[i + 1], o[i], *o[i + 2 :]] for o in orders]
        elif one[0] in starts and two[0] not in starts and two[0] - one[1] <= BESIDE:
            orders += [[*o[:i], o[i + 1], (o[i][0], True), *o[i + 2 :]] for o in orders]  # "B had 2": "2 for B"
    if [start in starts for start, _ in spans[-4:]] == [True, True, False, False]:  # "A is above B, 5 to 3"
        before, (name, other, mine, theirs) = orders[0][:-4], orders[0][-4:]
        orders += [[*before, name, mine, theirs, (other[0], True)], [*before, name, mine, other, theirs]]
    head = sentence.folded[: spans[0][0]]
    clause = sentence.folded[max(head.rfind(":"), head.rfind(";")) + 1 :]
    for owner, text, cited in support.texts:
        parts = _SENTENCES.split(fold(text))
        for first, window in (*((p, p) for p in parts), *((a, f"{a} {b}") for a, b in pairwise(parts))):
            held = (o for o in orders if owner is None and _in_order(o[:1], first, names))
            ends = (_in_order(o, window, names) for o in held)
            if any(end and _same_way(clause, window[:end]) for end in ends):
                if all(reckoned(sentence, q, window, support.evidence.language) for q in worked_out) and _shares_told(
                    sentence, window, support
                ):
                    return cited
    return None


_AT = re.compile(r",? \(?(?:(?:at|with|con|de|of) )?(?=\d[\d.,]*[Bb]\b)")


def _shares_told(sentence: Sentence, window: str, support: Support) -> bool:
    """Whether each factor in words ("twice", "a third") stands in the passage too, or is that of two figures of it."""
    for relation in sentence.relations:
        if relation.form == "ratio" and relation.quantity is None and relation.ratio is not None:
            value = relation.ratio[0]
            words = (pattern for pattern, factor in FACTORS if factor in (value, 1 / value))
            said = Quantity(relation.start, relation.end, ((value, 0.0),), "x", approx=True)
            if not any(w.search(window) for w in words) and not reckoned(
                sentence, said, window, support.evidence.language
            ):
                return False
    return True


def _size(sentence: Sentence, end: int) -> Quantity | None:
    """The parameter count that goes with a name: "Gemma 3 at 27B"."""
    after = next((q for q in sentence.quantities if q.start >= end), None)
    near = _AT.match(sentence.plain, end) if after is not None and after.unit == "params" else None
    return after if near and after and near.end() == after.start else None


def labelled(sentence: Sentence, quantity: Quantity, support: Support, about: frozenset[str] = frozenset()) -> bool:
    """Whether a passage's figure, if it stands under one of several technical names there, stands under it here.

    `about`: words that the passage must have around it to count.
    """
    held = [f for f in support.figures.get(None, ()) if f.labels and f.unit == quantity.unit and about <= f.words]
    told = [f for f in held if same_value(quantity, f)]
    exact = [f for f in told if any(value == f.value for value, _ in quantity.readings)]
    return not told or any(under_its_label(sentence, quantity, f) for f in exact or told)


_SIDES = {"input": "in", "reading": "in", "output": "out"}
_PART = re.compile(r"[,;.(]|\b(?:and|but|y|pero|while|mientras)\b|\d")


def turned(sentence: Sentence, quantity: Quantity, support: Support, about: frozenset[str] = frozenset()) -> bool:
    """Whether what a passage says a model reads is told of what it writes, or the other way round."""
    before = max((q.end for q in sentence.quantities if q.end <= quantity.start), default=0)
    after = _PART.split(sentence.folded[quantity.end : quantity.end + 40])[0]
    roles = (role for _, role in find_roles(sentence.folded[before : quantity.start] + after))
    said = {_SIDES[role] for role in roles if role in _SIDES}
    if len(said) != 1 or quantity.unit not in ("tokens", "bare"):
        return False
    held = [f for f in support.figures.get(None, ()) if f.field == "" and same_value(quantity, f) and about <= f.words]
    sides = [side for f in held if len(side := {_SIDES[tag] for tag in f.tags if tag in _SIDES}) == 1]
    return bool(sides) and said not in sides


def stated(quantity: Quantity, support: Support) -> bool:
    """Whether a text of the evidence tells the figure on its own scale: 15 million is not 15 trillion."""
    held = (f for figures in support.figures.values() for f in figures if f.field == "")
    return quantity.small or any(
        same_value(quantity, f) for f in held if f.unit == quantity.unit or "bare" in (f.unit, quantity.unit)
    )


def _item(span: str) -> str:
    """A name as it stands, a figure without its unit."""
    folded = fold(span).strip()
    figure = re.search(r"\d[\d.,]*", folded)
    unit = re.search(r"\d\s?([gtm]i?b)\b", folded)
    if figure and unit:
        return f"{figure.group().rstrip('.,')} {unit.group(1)}"
    return figure.group().rstrip(".,") if figure and folded[0] in "0123456789$~" else folded


def _in_order(items: Sequence[tuple[str, bool]], window: str, names: frozenset[str]) -> int:
    """Where the items end that stand in the text one after the other, 0 if they do not; with True, right beside the one before."""
    at, named = 0, None
    for i, (item, beside) in enumerate(items):
        number, _, unit = item.partition(" ")
        tail = rf"\s?{unit[0]}" if unit[:2] in ("gb", "tb", "mb", "gi") else r"(?!\d|[.,]\d)"
        pattern = re.escape(number) if tail[0] == "\\" else written(item)
        found = re.compile(rf"(?<![\w.]){pattern}{tail}").search(window, at) or _rounded(number, window, at)
        if not found or (beside and found.start() - at > BESIDE):
            return 0
        if item[0] not in "0123456789$~":
            named = found.end()
        elif named is not None and not (i + 1 < len(items) and items[i + 1][1]):
            between = window[named : found.start()]
            if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", between) for name in names):
                return 0
        at = found.end()
    return at


def _rounded(item: str, window: str, at: int) -> re.Match[str] | None:
    """A number of the passage that rounds to the one said: 4.58 for "4.6"."""
    if not re.fullmatch(r"\d+(?:[.,]\d+)?", item):
        return None
    said, places = float(item.replace(",", ".")), len(item.partition("," if "," in item else ".")[2])
    for match in re.compile(r"(?<![\w.,])\d+[.,]\d+(?![.,]?\d)").finditer(window, at):
        if round(float(match.group().replace(",", ".")), places) == said:
            return match
    return None


_CHANGES = re.compile(r"\b\w+ (?:from|de)(?= (?:los |unos |about )?\d)")
""" "Falls from 14.96 to 4.58": the figures tell which way."""


def _same_way(said: str, window: str) -> bool:
    said, window = _CHANGES.sub(" ", said), _CHANGES.sub(" ", window)
    return bool(_NOT.search(said)) == bool(_NOT.search(window)) and bool(_LESS.search(said)) == bool(
        _LESS.search(window)
    )
