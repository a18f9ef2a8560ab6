"""Comparisons in a sentence: "cheaper than", "el que más contexto tiene", "half the price", "30 % menos", "the same as"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from advisor.answer.claims.around import (
    DOING,
    FREE,
    OWN_LIMIT,
    PERCENTILE_AFTER,
    PUT_BETTER,
    RELEASED,
    SHARE,
    TAKES_OBJECT,
    THEN,
    WHILE_IT,
    is_choice,
    of_a_sort,
)
from advisor.answer.claims.degrees import (
    COMPARATIVES,
    FACTORS,
    MORE_SO,
    OF_SOME,
    OF_TWO,
    POSITIVES,
    SUPERLATIVES,
    THE_OTHERS,
    Form,
    Measure,
    measure_in,
    measured,
)
from advisor.answer.claims.grammar import SPEAKS_OF_DEGREE
from advisor.answer.claims.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Relation:
    """`sign`: +1 where the subject is said to have more of the measure, -1 less.

    `ratio`: subject / object for form "ratio" (value, tolerance; None for a bound only). `quantity`: the figure it uses up.
    """

    start: int
    end: int
    measure: Measure | None
    form: Form
    sign: int = 0
    ratio: tuple[float, float] | None = None
    bound: Literal["", "min", "max"] = ""
    negated: bool = False
    quantity: Quantity | None = None
    percent: bool = False
    own: bool = False
    """It compares a thing with itself: "cached, half the usual rate"."""


_ARTICLE = re.compile(r"\b(?:el|la|los|las|lo|de|con|opcion|modelo|alternativa|su)\s+(?:(?!que\b)\w+\s+){0,3}?$")
_THAN = re.compile(r"^(?:(?!,\s*que\b)[^.;:|]){0,70}?\b(?:que|than|as)\b")
_EQUAL = re.compile(
    r"\b(?:(?:el |la |the )?(?:mism[oa]s?|same|identical|identic[oa]s?|equal)\s+(?!(?:us(?:o|e|age)|work\w*|volum\w*|tra(?:bajo|fico|ffic)|carga|load|consumo|tareas?|tasks?|jobs?|cantidad|amount|number|numero|tokens?|textos?|text|mes|month|document\w*)\b)(?:(?!and\b|y\b)\w+\s+){0,2}?(?P<m1>precio|price|coste|cost|contexto|context|ventana|window|tamano|size|salida|output|velocidad|speed)\w*|"
    r"(?:tan|igual de|as|equally|just as)\s+(?P<m2>barat|car|cheap|expensive|grande|large|big|rapid|fast|pequen|small|recient|recent)\w*(?:\s+(?:como|as|que))?|"
    r"(?:cuestan?|costarian?|saldrian?|costs?) (?:(?:about|roughly|casi|practicamente|more or less|exactly|exactamente|mas o menos) )?(?:lo mismo|the same)(?! (?:use|usage|work\w*))(?P<m3>)|"
    r"(?P<alike>(?:puntuan?|rinden?|miden?|scores?|performs?|measures?|ranks?) (?:exactamente |exactly |practicamente |casi |about |almost )?(?:igual(?: de bien)?|lo mismo|the same|equally(?: well)?|identically)(?: (?:en|in|on|for|por) (?P<m4>calidad|quality|precio|price))?)(?! (?:que|than|as|de)\b))"
)
_INVERSE = re.compile(
    r"\b(?:menos|less|cheaper|barat\w*|cheap|smaller|pequen\w*|lighter|liger\w+|slower|lent[oa]s?|fewer|lower|menor(?:es)?|inferior(?:es)?|ahorr\w+|sav(?:e|es|ing|ings)|discount|descuento|reduc\w+|below|por debajo)\b"
)
_MORE = re.compile(
    r"\b(?:mas(?! (?:barat|economic|asequible|pequen|liger|lent|cort|baj|rapid|antigu))|more|higher|greater|larger|bigger|mayor(?:es)?|superior(?:es)?|faster|rapid\w+|longer|expensive|caro|cara|dearer|pricier|extra|above|por encima)\b"
)
_SAVES = re.compile(
    r"\b(?:ahorr\w+|sav(?:e|es|ing|ings)|descuento|discount|rebaja\w*|reduc\w+|cut(?:s|ting)?)\b[^.;,:]{0,30}$"
)
_NOT = re.compile(
    r"\b(?:no|not|isn't|aren't|doesn't|don't|nunca|never|tampoco|sin ser|without being|ni|n't|neither|nor|far from|lejos de)\s+(?:\w+\s+){0,3}$"
)
_ALMOST = re.compile(
    r"\b(?:casi|almost|nearly|about|around|roughly|cerca de|aproximadamente|unas?|unos|alrededor de|close to|just over|just under|algo (?:mas|menos) de)\s+(?:la |el |a |the )?$"
)
_OVER = re.compile(r"\b(?:mas de|more than|over|at least|al menos|mas del|superior al?)\s*(?:la |el |l )?$")
_UNDER = re.compile(
    r"\b(?:menos de|less than|under|below|menos de la|at most|como mucho|no llega a)\s*(?:la |el |a |the )?$"
)
_DIFFERENCE = re.compile(
    r"^\s*(?:(?:por|per|de|of|al|a|each)\s+(?:(?!y\b|and\b|o\b|or\b|is\b|es\b|are\b|son\b)\w+\s+){1,4}?)?(?:mas|menos|more|less|fewer|cheaper|extra|de diferencia|of difference|difference|higher|lower|larger|smaller|above|below|ahead|behind|por (?:encima|debajo|delante|detras))\b(?!\s+(?:de|than)\s+\d)"
)


def find_relations(folded: str, quantities: Sequence[Quantity]) -> list[Relation]:
    """All comparisons in order of place, each stretch of text used once."""
    found: list[Relation] = []
    for relation in (
        *_ratios(folded, quantities),
        *_differences(folded, quantities),
        *_equalities(folded),
        *_degrees(folded),
        *_others(folded),
    ):
        if not any(relation.start < r.end and r.start < relation.end for r in found):
            found.append(relation)
    return sorted(found, key=lambda r: r.start)


def _ratios(folded: str, quantities: Sequence[Quantity]) -> Iterator[Relation]:
    for pattern, value in FACTORS:
        for match in pattern.finditer(folded):
            if _OF_TOKENS.match(folded, match.end()):
                continue
            own = bool(_SELF.match(folded, match.end()))
            if own and not _SPECIAL.search(re.split(r"[.;]\s", folded[: match.start()])[-1]):
                continue
            made = _ratio(folded, match.start(), match.end(), value, 0.07, None)
            made = replace(made, measure="price", own=True) if made and own else made
            if made:
                yield made
    before: Relation | None = None
    for quantity in quantities:
        times = quantity.unit == "bare" and _TIMES.search(folded[: quantity.start])
        if quantity.unit == "x" or times:
            value, step = quantity.readings[0]
            made = _ratio(
                folded, quantity.start, quantity.end, value, max(0.06, 0.5 * step / value if value else 1), quantity
            )
            if (
                made
                and before
                and before.ratio
                and before.ratio[0] < 1 < value
                and _GOES_ON.match(folded, quantity.end)
            ):
                made = replace(
                    made, ratio=(1 / value, made.ratio[1] if made.ratio else 0.06), measure=before.measure, sign=-1
                )
            before = made or before
            if made:
                yield made
        elif quantity.unit == "%":
            made = _percent(folded, quantity)
            if made:
                yield made


_SELF = re.compile(
    r"\s*(?:preci\w*\b|(?:of|del?) (?:that|this|ese|este|esa|esta|its own) (?:\w+ ){0,2}?(?:price|rate|cost|precio|tarifa|coste)\b|(?:(?:of|del?) )?(?:the |its |su |la |lo )?(?:(?:precio|tarifa|coste|price|rate|cost) )?(?:normal|usual|standard|regular|full|list|original|habitual)\b)"
)
"""Words after a share that compare a thing with itself."""
_OF_TOKENS = re.compile(
    r"\s*(?:(?:of |del? )?(?:the |la |el |los |your |tu |tus )?(?:[\d.,·]+ ?(?:k|m|million|millon(?:es)?)? (?:de )?)?(?:inputs?|entrada|outputs?|salida|prompts?|tokens|requests|peticiones|texto|text|conversation|conversacion)\b(?! (?:price|cost|precio)))"
)
""" "Half the input" is a share of what is read, not of what it costs."""
_SPECIAL = re.compile(r"\b(?:cached?|cachead[oa]s?|caching|batch\w*|lotes?)\b")
""" Prices that are a share of the usual one."""
_GOES_ON = re.compile(r"\s*(?:mas |more )?(?:en|in|on|for|de) (?:la |el |the )?(?:entrada|salida|input|output)\b")
""" "2.5 times cheaper on input and 5 times on output": the second goes the first one's way."""
_TIMES = re.compile(r"\b(?:multiplica\w*|multipl(?:y|ies|ied|ying)) (?:casi |almost |about )?(?:por|by) $")


_NOT_EVEN = re.compile(
    r"\b(?:ningun[oa]?|none|neither|no|not|n't|doesn't|don't|nunca|never)\b[^.;,]{0,30}?\b(?:lleg\w+|alcanz\w+|reach\w*|gets?|comes?|uses?|takes?)\s+(?:ni )?(?:a |al |to |even |up to )*(?:la |el )?$"
)
""" "None of them takes even half": each takes less."""


def _ratio(
    folded: str, start: int, end: int, value: float, tolerance: float, quantity: Quantity | None
) -> Relation | None:
    left, right = _clause(folded, start, end)
    after = folded[end:right]
    measure = measured(folded[left:start], re.split(r"\b(?:and|but|y|pero)\b", after)[0])
    if measure is None and not re.search(r"\b(?:que|than|de|of|as|what|mas|more|tanto)\b", after[:30]):
        return None
    window = re.split(r"[,;]|\b(?:and|y|e|but|pero)\b", after[:34])[0]
    by_share = _BY_SHARE.match(after) if value < 1 else None
    if by_share:  # "a third less" leaves two thirds
        value = 1 + value if by_share.group("more") else 1 - value
    inverse = not by_share and _comes_first(_INVERSE, _MORE, window)
    if inverse and value >= 1:
        value = 1 / value
    sign = -1 if value < 1 else 1
    before = folded[max(0, start - 24) : start]
    exact = quantity is not None and quantity.readings[0][1] < 1
    if _ALMOST.search(before) or (quantity and quantity.approx):
        tolerance = max(tolerance, 0.06 if exact else 0.15)
    falls_short = _NOT_EVEN.search(folded[max(0, start - 60) : start])
    bound: Literal["", "min", "max"] = (
        "max" if falls_short else "min" if _OVER.search(before) else "max" if _UNDER.search(before) else ""
    )
    if (inverse or (by_share and value < 1)) and bound:
        bound = "max" if bound == "min" else "min"
    stop = end + _reach(folded[end:right])
    negated = _negated(folded, start) and not falls_short
    return Relation(start, stop, measure, "ratio", sign, (value, tolerance), bound, negated, quantity)


_BY_SHARE = re.compile(
    r"\s+(?:(?P<more>more|mas|extra|larger|bigger|dearer|faster|longer|higher|mayor)|less|fewer|menos|cheaper|smaller|lower|slower|shorter)\b"
)


def _comes_first(wanted: re.Pattern[str], other: re.Pattern[str], words: str) -> bool:
    here, there = wanted.search(words), other.search(words)
    return here is not None and (there is None or here.start() <= there.start())


_OF_CATALOGUE = re.compile(
    r"\s*(?:del?|of)\s+(?:l[oa]s |the |our |todo el |all )?(?:catalog\w*|modelos|models|fichas|cards)\b"
)
""" "Above 83% of the catalogue" is a percentile, which the evidence states as such."""


def _percent(folded: str, quantity: Quantity) -> Relation | None:
    left, right = _clause(folded, quantity.start, quantity.end)
    after = folded[quantity.end : right]
    if _OF_CATALOGUE.match(after):
        return None
    window = re.split(r"[,;(\d]", after[:40])[0]
    share = quantity.readings[0][0] / 100
    more, less = _MORE.search(window), _INVERSE.search(window) or _SAVES.search(folded[left : quantity.start])
    if re.match(r"\s*(?:del?|of)\b", after):
        value = share
    elif less and not (more and less.string is window and more.start() < less.start()):
        value = 1 - share
    elif more:
        value = 1 + share
    else:
        return None
    saves: Measure | None = "price" if less and less.string is not window else None
    measure = measured(folded[left : quantity.start], after) or saves
    if measure is None:
        return None
    tolerance = min(0.04 if quantity.approx else 0.015, max(0.006, 0.3 * share))
    stop = quantity.end + _reach(after)
    return Relation(quantity.start, stop, measure, "ratio", -1 if value < 1 else 1, (value, tolerance), quantity.bound,
                    _negated(folded, quantity.start), quantity, percent=True)  # fmt: skip


def _differences(folded: str, quantities: Sequence[Quantity]) -> Iterator[Relation]:
    measures: dict[str, Measure] = {
        "count:point": "score",
        "score": "score",
        "%": "score",
        "tokens": "context",
        "GB": "memory",
        "params": "size",
        "tokens/s": "speed",
        "s": "latency",
    }
    for quantity in quantities:
        measure: Measure | None = "price" if quantity.unit.startswith("usd") else measures.get(quantity.unit)
        match = _DIFFERENCE.match(folded[quantity.end : quantity.end + 60]) if measure and not quantity.bound else None
        if quantity.unit == "%" and not re.match(
            r"\s*(?:mas|more|points?|puntos?)?\s*(?:above|below|ahead|por (?:encima|debajo))", folded[quantity.end :]
        ):
            continue
        saved = measure == "price" and _SAVES.search(folded[max(0, quantity.start - 50) : quantity.start])
        if saved and not match:
            yield Relation(quantity.start, quantity.end, measure, "difference", -1, quantity=quantity)
        if match and measure:
            if measure == "context" and "output" in folded[quantity.start : quantity.end + 20]:
                measure = "output"
            sign = (
                -1
                if re.search(
                    r"\b(?:menos|less|fewer|cheaper|lower|smaller|below|behind|debajo|detras)\b", match.group()
                )
                else 1
            )
            yield Relation(quantity.start, quantity.end + match.end(), measure, "difference", sign,
                           negated=_negated(folded, quantity.start), quantity=quantity)  # fmt: skip


_ALIKE_IN: dict[str, Measure] = {"calidad": "measured", "quality": "measured", "precio": "price", "price": "price"}


def _equalities(folded: str) -> Iterator[Relation]:
    for match in _EQUAL.finditer(folded):
        word = match.group("m1") or match.group("m2") or "price"
        measure = measure_in(word)
        if match.group("alike"):
            measure = _ALIKE_IN.get(match.group("m4") or "", "score")
        if match.group("m2") and not re.search(r"\b(?:como|as|que)\b", folded[match.end() - 5 : match.end() + 25]):
            continue
        about = re.search(
            r"\b(?:about|roughly|casi|practicamente|nearly|almost|more or less|mas o menos|similar)\b",
            folded[max(0, match.start() - 18) : match.end()],
        )
        tolerance = (1.0, 0.1 if about else 0.02)
        yield Relation(
            match.start(), match.end(), measure, "equal", ratio=tolerance, negated=_negated(folded, match.start())
        )


def _degrees(folded: str) -> Iterator[Relation]:
    for measure, sign, pattern in POSITIVES if OF_SOME.search(folded) else ():
        for match in pattern.finditer(folded):
            yield Relation(
                match.start(), match.end(), measure, "superlative", sign, negated=_negated(folded, match.start())
            )
    if not SPEAKS_OF_DEGREE.search(folded):
        return
    for measure, sign, pattern in SUPERLATIVES:
        for match in pattern.finditer(folded):
            if re.match(r"\s+(?:thing|change|step|sacrifice|concession|cambio|renuncia|cosa)\b", folded[match.end() :]):
                continue
            if measure == "score" and re.match(r"\s+(?:suited|practice|not|to\b|way|avoided)", folded[match.end() :]):
                continue
            way = -sign if measure == "memory" and FREE.match(folded, match.end()) else sign
            yield Relation(
                match.start(), match.end(), measure, "superlative", way, negated=_negated(folded, match.start())
            )
    for meant, sign, pattern in COMPARATIVES:
        for match in pattern.finditer(folded):
            measure = meant
            after = folded[match.end() : match.end() + 80]
            if of_a_sort(folded, match.start(), match.end()):
                continue
            facing = THE_OTHERS.search(re.split(r"[;:]|\. ", after)[0])
            if measure in ("score", "measured") and (PERCENTILE_AFTER.match(after) or PUT_BETTER.match(after)):
                continue
            if (
                not facing
                and re.match(
                    r"\s+(?:al?|de|than|about|of)?\s*(?:el |l )?(?:\$\s?)?(?:\d|(?:un |a |one |the )?(?:mill[oi]|mil\b|medio mill|half a mill))",
                    after,
                )
                and (measure != "score" or re.match(r"[^.;]{0,12}?(?:%|mill|mil\b)", after))
            ):
                continue
            if re.match(r"\s+(?:de|than)\s+(?:\$\s?)?\d", after) or OWN_LIMIT.match(after) or SHARE.match(after):
                continue
            if meant == "quality" and not _THAN.match(after):
                continue
            doing = measure == "score" and DOING.search(folded[max(0, match.start() - 30) : match.start()])
            if doing and not _THAN.match(after):
                yield Relation(
                    match.start(), match.end(), "quality", "comparative", sign, negated=_negated(folded, match.start())
                )
                continue
            explicit = bool(facing or _THAN.match(after) or TAKES_OBJECT.search(match.group()))
            explicit = (
                explicit
                or bool(re.search(r"\b(?:scores?|ratings?)$", match.group()))
                or bool(WHILE_IT.search(folded[: match.start()]) and match.group().startswith("score"))
            )
            spanish = re.search(r"\b(?:mas|menos|mejor|peor|mayor|menor)\b", match.group())
            article = bool(spanish and _ARTICLE.search(folded[max(0, match.start() - 40) : match.start()]))
            marked = re.search(r"puntuacion|nota\b", match.group())
            if measure == "score" and not explicit and not marked and not (article and is_choice(folded, match)):
                continue
            one_of_two = OF_TWO.match(after.lstrip()) and re.search(r"\bthe (?:\w+ )?$", folded[: match.start()])
            article = article and not _COMPARES.search(match.group())
            form: Form = "superlative" if (article and not explicit) or one_of_two else "comparative"
            if measure == "size" and not re.search(r"param|tamano|light|heav|liger|compact", match.group()):
                own = re.match(r"\s+\w+", folded[match.end() :])
                head = re.split(r"[.;:(]", folded[: match.start()])[-1][-60:]
                measure = (measure_in(own.group()) if own else None) or measure_in(head) or measure
            way = -sign if measure == "memory" and FREE.match(folded, match.end()) else sign
            start = match.start("rel") if "rel" in pattern.groupindex and match.group("rel") else match.start()
            yield Relation(start, match.end(), measure, form, way, negated=_negated(folded, start))


_COMPARES = re.compile(r"\b(?:es|son)\b|^(?:bastante|much[oa]|algo|un poco)\b")  # "su calidad medida es menor"
_OTHER = re.compile(
    r"\b(?:more|less|mas|menos)\s+(?!(?:de|than|que|or|o|y|and|tokens?|info\w*|detal\w*)\b)[a-z-]{4,}(?:\s+[\w-]+){0,4}?\s+(?:than|que)\s+(?:el |la |the )?\u0001"
)


def _others(folded: str) -> Iterator[Relation]:
    """ "More polite than X": of two models by name, and by nothing that is on record; "a month after X": of their dates."""
    for match in _OTHER.finditer(folded):
        yield Relation(match.start(), match.end() - 1, "other", "comparative", 1)
    if THE_OTHERS.search(folded) and not any(p.search(folded) for _, _, p in (*COMPARATIVES, *SUPERLATIVES)):
        for match in MORE_SO.finditer(folded):
            yield Relation(match.start(), match.end(), "other", "comparative", 1)
    for match in THEN.finditer(folded):
        named = re.match(r"\s+(?:el |la |the |que )?\u0001", folded[match.end() :])
        if named and RELEASED.search(folded[max(0, match.start() - 60) : match.start()]):
            yield Relation(match.start(), match.end(), "date", "comparative", 1 if match.group("late") else -1)


def _clause(folded: str, start: int, end: int) -> tuple[int, int]:
    left = max((folded.rfind(mark, 0, start) for mark in ".;:|("), default=-1) + 1
    rights = [p for p in (folded.find(mark, end) for mark in (";", "|", ")", ". ")) if p >= 0]
    return max(left, start - 90), min([*rights, len(folded), end + 70])


def _reach(after: str) -> int:
    """How far a ratio's own words go: up to the thing compared with, so that "cheaper" is not read twice."""
    match = re.match(r"[^.;,]{0,34}?\b(?:que|than|del?|of|as)\b", after)
    return match.end() if match else len(re.match(r"(?:\s*[\w%/]+){0,3}", after).group())  # type: ignore[union-attr]


def _negated(folded: str, start: int) -> bool:
    return bool(_NOT.search(folded[max(0, start - 40) : start]))
