"""Comparisons that the figures told with them bear out: "ahead, 59.9 to 41.2", "five times your 48 GB: 252.4 GB"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.measures import Measures
from advisor.answer.checks.sentence import Sentence
from advisor.answer.checks.values import same_value
from advisor.answer.claims.antecedents import Owner
from advisor.answer.claims.quantities import Quantity
from advisor.answer.claims.relations import Relation
from advisor.answer.figure import Figure

_LESS_IS_BETTER = ("price", "cost", "time_to", "fit.total", "fit.weights")
_MEASURES = {
    "price": ("price_in_usd_per_m", "price_out_usd_per_m", "cost.month"), "context": ("context_tokens", "max_input_tokens"),
    "output": ("max_output_tokens",), "size": ("params_total_b", "params_active_b"), "latency": ("time_to_first_token_s",),
    "speed": ("throughput_tokens_per_s", "fit.speed"), "memory": ("fit.total", "fit.weights"), "quality": ("benchmarks", "factor:performance"),
}  # fmt: skip
_UNITS = {
    "price": ("usd/M", "usd/month"), "memory": ("GB",), "speed": ("tokens/s",), "latency": ("s",), "size": ("params",),
}  # fmt: skip
"""Of figures that stand in a text alone."""
_LIMITS = {
    "need:budget_usd_month": ("month",), "need:max_price_in_usd_per_m": ("price_in_usd_per_m", "low:price_in_usd_per_m"),
    "need:max_price_out_usd_per_m": ("price_out_usd_per_m", "low:price_out_usd_per_m"), "need:vram_gb": ("fit.total",), "need:ram_gb": ("fit.total",),
    "need:min_context_tokens": ("context_tokens",), "need:min_output_tokens": ("max_output_tokens",),
}  # fmt: skip
_ASKS = {
    "need:budget_usd_month": "price", "need:vram_gb": "memory", "need:ram_gb": "memory",
}  # fmt: skip
"""What of a model each limit of the person's is held against."""
_THEIR_LIMIT = re.compile(
    r"\b(?:tus?|your)\b|\b(?:que|lo que) (?:tienes|pides|has pedido|necesitas|pediste)|\bof what you|\b(?:you|tu) (?:have|asked|need|want|allow|can use)|\b(?:presupuesto|limite|tope|maximo|budget|limit|ceiling)\b"
)


def borne_out(sentence: Sentence, relation: Relation, owner: Owner, measures: Measures) -> bool:
    """Whether two figures of the sentence, or one limit of the person's, make a comparison true."""
    if relation.negated or relation.form not in ("comparative", "ratio"):
        return False
    if relation.form == "comparative":
        return any(_goes(relation, first, second) for first, second in _pairs(sentence, relation, owner, measures))
    if relation.ratio is None:
        return False
    if any(_is(relation, ratio) for ratio in _of_need(sentence, relation, owner, measures)):
        return True
    if any(_is(relation, ratio) for ratio in of_itself(sentence, relation, owner, measures)[0]):
        return True
    if any(
        _is(relation, first.value / second.value)
        for first, second in _pairs(sentence, relation, owner, measures)
        if second.value
    ):
        return True
    return any(_is(relation, ratio) for ratio in _to_limits(sentence, relation, owner, measures))


def _goes(relation: Relation, mine: Figure, other: Figure) -> bool:
    """Whether the first figure is above or below the second as the words say."""
    lower = mine.field.startswith(_LESS_IS_BETTER) or mine.unit.startswith("usd")
    if relation.measure == "score":
        sign = -relation.sign if lower else relation.sign
    elif mine.field in _MEASURES.get(relation.measure or "", ()) or (
        not mine.field and mine.unit in _UNITS.get(relation.measure or "", ())
    ):
        sign = relation.sign
    else:
        return False
    return (mine.value - other.value) * sign > 0


def _is(relation: Relation, ratio: float) -> bool:
    assert relation.ratio is not None
    value, tolerance = relation.ratio
    if relation.bound == "min":
        return ratio >= value * 0.99
    if relation.bound == "max":
        return ratio <= value * 1.01
    return abs(ratio - value) <= (tolerance if relation.percent else tolerance * value)


def _pairs(sentence: Sentence, relation: Relation, owner: Owner, measures: Measures) -> Iterator[tuple[Figure, Figure]]:
    """(a figure of the subject's, one of the same kind of another's or of the person's) that the sentence states after the words."""
    told = [q for q in sentence.quantities if q is not relation.quantity and q.readings]
    figures = measures.support.figures
    subjects = owner.models or sentence.thread.subject or measures.support.topics[:1]
    for mine in told:
        for first in (f for m in subjects for f in figures.get(m, ()) if stands(mine, f)):
            for other in told:
                if other is mine or not _alike(mine, other):
                    continue
                for model, held in figures.items():
                    if model == first.model:
                        continue
                    yield from ((first, f) for f in held if _same_kind(f, first) and stands(other, f))
                available = (f for m in subjects for f in figures.get(m, ()) if f.field == "fit.available")
                limits = (f for f in figures.get(None, ()) if f.field.startswith("need:"))
                if relation.form == "ratio":
                    for limit in (f for f in (*available, *limits) if f.unit == first.unit and stands(other, f)):
                        yield from ((first, limit), (limit, first))


def _of_need(sentence: Sentence, relation: Relation, owner: Owner, measures: Measures) -> Iterator[float]:
    """What the figure told beside a ratio is of what the person asked for: "you asked for 500K; it has twice as much, 1M"."""
    after = [q for q in sentence.quantities if q is not relation.quantity and 0 <= q.start - relation.end <= 12]
    needs = [f for f in measures.support.figures.get(None, ()) if f.field.startswith("need:")]
    for quantity in after[:1]:
        for model in owner.models:
            for held in (f for f in measures.support.figures.get(model, ()) if f.field and stands(quantity, f)):
                yield from (held.value / n.value for n in needs if n.unit == held.unit and n.value)


def of_their_limit(sentence: Sentence, relation: Relation) -> bool:
    """Whether a ratio is to what the person has or allows: "almost three times what you have"."""
    clause = re.split(r"[.;,]|\b(?:and|y|but|pero)\b", sentence.folded[relation.start :])[0]
    return relation.form == "ratio" and bool(_THEIR_LIMIT.search(clause))


def misses_limit(sentence: Sentence, relation: Relation, owner: Owner, measures: Measures) -> bool:
    """Whether a ratio to the person's limit is known to be another one."""
    ratios = list(_to_limits(sentence, relation, owner, measures)) if relation.ratio else []
    return bool(ratios) and not any(_is(relation, ratio) for ratio in ratios)


def _to_limits(sentence: Sentence, relation: Relation, owner: Owner, measures: Measures) -> Iterator[float]:
    """What a model's value is of the person's limit: "a tenth of your limit", "twice the memory you have"."""
    if not of_their_limit(sentence, relation):
        return
    support = measures.support
    subjects = owner.models or sentence.thread.subject or support.topics[:1]
    for figure in support.figures.get(None, ()):
        if (
            relation.measure is not None
            and relation.measure not in figure.field
            and _ASKS.get(figure.field) != relation.measure
        ):
            continue
        for sense in _LIMITS.get(figure.field, ()):
            yield from (held / figure.value for m in subjects if figure.value and (held := measures.value(sense, m)))
    for model in subjects:
        available = next((f.value for f in support.figures.get(model, ()) if f.field == "fit.available"), 0.0)
        needed = measures.value("fit.total", model)
        if needed is None:
            texts = [f for f in support.figures.get(model, ()) if f.unit == "GB" and not f.field]
            needed = max((f.value for f in texts if "own" not in f.tags), default=None)
            available = available or (support.evidence.needs.number("vram_gb") or 0.0)
        if available and needed and relation.measure in (None, "memory"):
            yield needed / available


SIDES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("price_cached_in_usd_per_m", re.compile(r"\b(?:cached?|cachead[oa]s?|caching|en cache)\b")),
    ("price_batch_out_usd_per_m", re.compile(r"\b(?:batch\w*|lotes?)\b[^.;]{0,30}\b(?:output|salida)\b|\b(?:output|salida)\b[^.;]{0,30}\b(?:batch\w*|lotes?)\b")),
    ("price_batch_in_usd_per_m", re.compile(r"\b(?:batch\w*|lotes?)\b")),
    ("price_out_usd_per_m", re.compile(r"\b(?:outputs?|salidas?|escrib\w+|writ\w+|generar\w*|generat\w+|respuestas?|answers?)\b")),
    ("price_in_usd_per_m", re.compile(r"\b(?:inputs?|entradas?|leer\w*|leyendo|lee|read\w*|prompts?)\b")),
    ("params_active_b", re.compile(r"\bactiv\w+")),
    ("params_total_b", re.compile(r"\btotal\w*|\bparam\w+|\bsize\b|\btamano\b")),
    ("max_output_tokens", re.compile(r"\b(?:max\w* output|salida maxima|output (?:limit|cap))\b")),
    ("context_tokens", re.compile(r"\b(?:context\w*|ventana|window)\b")),
)  # fmt: skip
_WHOLE_OF = {
    "price_cached_in_usd_per_m": "price_in_usd_per_m", "price_batch_in_usd_per_m": "price_in_usd_per_m",
    "price_batch_out_usd_per_m": "price_out_usd_per_m", "price_out_usd_per_m": "price_in_usd_per_m",
    "price_in_usd_per_m": "price_out_usd_per_m", "params_active_b": "params_total_b",
}  # fmt: skip
"""What a figure of a model's is a share or a multiple of, where the words leave it out: "cached, a tenth of that"."""


def of_itself(sentence: Sentence, relation: Relation, owner: Owner, measures: Measures) -> tuple[list[float], bool]:
    """What one figure of a model is of another of its own: "writing costs five times as much as reading".

    By each provider that states both; and whether both are named, so that nothing else can be meant.
    """
    folded = sentence.folded
    left = max(folded.rfind(mark, 0, relation.start) for mark in (";", ". ", ":", "(", ")", " y ", " and ")) + 1
    before, after = folded[left : relation.start], re.split(r"[;:,(]|\. ", folded[relation.end :])[0]
    if any(n.start >= relation.start or n in sentence.owners.references for n in sentence.owners.named):
        return [], False
    mine = next((field for field, words in SIDES if words.search(before)), "")
    base = next((field for field, words in SIDES if words.search(after)), "") or (
        next((field for field, words in SIDES if words.search(folded[relation.start : relation.end])), "")
    )
    lengths = any(q.unit == "tokens" for q in sentence.quantities)
    if lengths and mine.startswith("price") and not any(q.unit.startswith("usd") for q in sentence.quantities):
        return [], False  # what it reads and writes, not what it charges for it
    if not mine or mine not in _WHOLE_OF or (base and base[:5] != mine[:5] and mine[:5] == "price"):
        return [], False
    base = base if base and base != mine else ""
    named = bool(base) and bool(re.search(r"\b(?:que|than|as|what)\b", folded[relation.start : relation.end]))
    base = base or _WHOLE_OF[mine]
    found: list[float] = []
    for model in owner.models or sentence.thread.subject or measures.support.topics[:1]:
        card = measures.support.cards.get(model)
        for one in card.all(mine) if card else ():
            rivals = [f for f in card.all(base) if f.provider == one.provider] if card else []
            found += [one.number / f.number for f in rivals if one.number is not None and f.number]
    return found, named


def _same_kind(a: Figure, b: Figure) -> bool:
    return _kind(a) == _kind(b) or (a.unit == b.unit and "" in (a.field, b.field) and a.unit.startswith("usd/"))


def _kind(figure: Figure) -> tuple[str, str]:
    """A figure's field; of a test, its name without the version that was tested."""
    return figure.field, figure.test or figure.name


def stands(quantity: Quantity, figure: Figure) -> bool:
    alike = quantity.unit == figure.unit or quantity.unit in ("bare", "usd") or figure.unit.startswith(quantity.unit)
    return alike and same_value(quantity, figure)


def _alike(a: Quantity, b: Quantity) -> bool:
    return a.unit == b.unit or "bare" in (a.unit, b.unit) or (a.unit.startswith("usd") and b.unit.startswith("usd"))


_A_THING = re.compile(
    r"(?:^|[.;:,]\s*|\b(?:y|and|pero|but|que|that|porque|because)\s+)\W*(?:una?|an?|cada|each|your|tus?)\s+"
    r"(?!(?:\w+ )?(?:modelo|model|opcion|option|version|alternativ|candidat|api|ventana|window|precio|price|proveedor|provider|month|mes|year|ano|week|semana|day|dia|bit|lot|little|poco|third|tercio|quarter|cuarto|tenth|decim|half|mitad|few|couple|point|punto)\w*)[a-z]+(?: (?:mal |badly )?[a-z]+){0,3}\s+$"
)
""" "A misread invoice costs more than that": said of no model."""


def of_a_thing(sentence: Sentence, relation: Relation) -> bool:
    """Whether a comparison has a thing of the person's for its subject, right before it."""
    return relation.form == "comparative" and bool(_A_THING.search(sentence.folded[: relation.start]))
