"""Figures that a sentence works out of two others: what is left of a budget, how much more memory, how many months later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from advisor.answer.checks.persons import part_of_theirs
from advisor.answer.checks.sentence import Sentence
from advisor.answer.checks.values import same_value
from advisor.answer.claims.antecedents import Owner
from advisor.answer.claims.quantities import Quantity
from advisor.answer.figure import PAGE_TOKENS, Figure
from advisor.answer.support import Support

_CUE = re.compile(
    r"\b(?:diferencia|difference|gap|sobra\w*|(?<!hace )(?<!hacen )(?<!haria )(?<!harian )(?<!hara )(?<!haran )falta\w*|queda\w*\b(?! en\b)|leav(?:es?|ing)|deja(?:ria)?n?\b|left|unspent|remaining|spare|free|libres?|ahorr\w*|sav(?:e|es|ing|ings)|"
    r"short|(?<!mas )margen|(?<!more )(?<!extra )headroom|separa\w*|(?:entre|between)(?! (?:los |unos |about )?(?:us)?\$?\d)|apart|excede|exceeds?)\b"
)
_MORE = re.compile(
    r"(?:\s+(?:(?!y\b|and\b|o\b|or\b)[\w/$.]+)){0,5}?\s+(?:mas|menos|more|less|fewer|over|above|below|encima|debajo|cheaper|dearer|higher|lower|larger|smaller|arriba|abajo|extra)\b"
)
""" "3 GB more", right after a difference."""
_TIME_CUE = re.compile(
    r"\b(?:antes|despues|before|after|later|earlier|older|newer|mas tarde|further|fresher|mas alla|mas lejos|mas reciente)\b"
)
_BUDGET = re.compile(
    r"\b(?:presupuesto|budget|limite?|tope|cap|ceiling|tienes|you have|pides|pediste|you want|quieres)\b"
)
_BY = re.compile(r"\b(?:por|by)\s+(?:casi |unos |unas |about |almost |some |nearly |around )?(?:us)?\$?\s?$")
_ONLY = re.compile(
    r"\b(?:(?<!hace )(?<!hacen )(?<!haria )(?<!harian )(?<!hara )(?<!haran )falta\w*|faltar\w*|short (?:of|by)|(?<!de )sobra(?:n|ria|rian)?|unspent|(?<!con )diferencia|difference|leav(?:es|ing)(?! (?:room|space|plenty|enough))|te queda\w*|(?<!mas )margen|(?<!more )(?<!extra )headroom)\b[^.;:()]{0,34}$"
)
"""Words after which a figure is a difference and cannot be the thing itself."""
_SPANS = {"count:day": 1.0, "count:month": 30.44, "count:year": 365.25}
_FIELDS = frozenset(
    {"cost.month", "price_in_usd_per_m", "price_out_usd_per_m", "context_tokens", "max_output_tokens", "params_total_b", "fit.total",
     "fit.weights", "throughput_tokens_per_s", "time_to_first_token_s", "benchmarks", "score", "layers", "languages_official_count"}
)  # fmt: skip
_LIMITS = frozenset(
    {"need:budget_usd_month", "need:vram_gb", "need:ram_gb", "need:min_context_tokens", "fit.available"}
)


def must_be_derived(sentence: Sentence, quantity: Quantity) -> bool:
    if any(q.unit == "count:model" for q in sentence.quantities):
        return False
    own = "own" in sentence.roles[sentence.quantities.index(quantity)]
    told = (q.end for q in sentence.quantities if q.end <= quantity.start and q.unit not in (quantity.unit, "bare"))
    start = max((quantity.start - 60, 0, *told))  # "you have 2 GB left, and 21 to 46 tokens/s" has one difference
    cue = _ONLY.search(sentence.folded[start : quantity.start])
    return not own and not part_of_theirs(sentence, quantity) and cue is not None


_PAGES = re.compile(r"\b(?:paginas?|pages?)\b")


_A_PAGE = re.compile(r"\s*(?:tokens )?(?:(?:por|per|a|cada|each|every) (?:cada )?|/ ?)(?:pagina|page)\b")
""" "Some 333 a page"."""


def converted(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether tokens and pages beside each other are the same length by the guide's rule."""
    if quantity.unit not in ("tokens", "page", "bare"):
        return False
    if quantity.unit != "page" and _A_PAGE.match(sentence.folded, quantity.end):
        return bool(quantity.readings) and abs(quantity.readings[0][0] / PAGE_TOKENS - 1) <= 0.08
    if quantity.unit == "bare" or any(q.unit == "bare" for q in sentence.quantities):
        counts = [q for q in sentence.quantities if q.unit == "bare" and not q.scaled]
        lengths = [q for q in sentence.quantities if q.unit == "tokens" and q.readings]
        if _PAGES.search(sentence.folded) and len(counts) == 1 and counts[0] is quantity and lengths:
            return abs(quantity.readings[0][0] * PAGE_TOKENS / lengths[0].readings[0][0] - 1) <= 0.08
    for other in sentence.quantities:
        if (
            {quantity.unit, other.unit} & {"page"}
            and quantity.unit != other.unit
            and other.readings
            and quantity.readings
        ):
            pages, tokens = (quantity, other) if quantity.unit == "page" else (other, quantity)
            if (
                tokens.unit in ("tokens", "bare")
                and abs(pages.readings[0][0] * PAGE_TOKENS / tokens.readings[0][0] - 1) <= 0.08
            ):
                return True
    return False


_MAKES = re.compile(
    r"[^.;,]{0,30}?(?:\b(?:is|are|son|es|ocupan?|equivalen?|takes?|comes? to|suponen?|rondan?|andan? por|salen? por|works? out|runs? to|about|roughly|needs?|pide|necesita)\b|[≈=~:(])[^.;,\d]{0,24}"
)


def misconverted(sentence: Sentence, quantity: Quantity) -> bool:
    """ "A 230-page contract is about 33,000 tokens": pages and tokens said to be the same length, which they are not."""
    for other in sentence.quantities:
        if quantity.unit == "page" and other.unit == "tokens" and other.start > quantity.end and other.readings:
            ratio = quantity.readings[0][0] * PAGE_TOKENS / other.readings[0][0]
            if _MAKES.fullmatch(sentence.folded[quantity.end : other.start]):
                return not 0.8 <= ratio <= 1.25
    return False


def priced(sentence: Sentence, quantity: Quantity, owner: Owner, support: Support) -> bool:
    """Whether an amount is what the tokens that a sentence tells read and written cost at a model's prices."""
    if not quantity.unit.startswith("usd") or quantity.unit == "usd/month" or not quantity.readings:
        return False
    used = _volumes(sentence)
    if used is None:
        return False
    for model in owner.models or support.topics[:1]:
        held = support.figures.get(model, ())
        ins = [f.value for f in held if f.field == "price_in_usd_per_m"]
        outs = [f.value for f in held if f.field == "price_out_usd_per_m"]
        if any(_same(quantity, used[0] * a + used[1] * b, 0.0) for a in ins for b in outs):
            return True
    return False


def quantized(sentence: Sentence, quantity: Quantity, owner: Owner, support: Support) -> bool:
    """Whether a memory is what the guide's arithmetic gives: billions of parameters times bits, by eight."""
    bits = [q.readings[0][0] for q in sentence.quantities if q.unit == "bits" and q.readings]
    if quantity.unit != "GB" or not bits or not quantity.readings:
        return False
    memories = [q for q in sentence.quantities if q.unit == "GB"]
    if len(memories) == len(bits):  # each its own
        bits = [bits[memories.index(quantity)]]
    told = [q for q in sentence.quantities if q.unit == "params"] or [*support.person, *sentence.thread.sizes]
    sizes = [q.readings[0][0] / 1e9 for q in told if q.unit == "params" and q.readings]
    sizes += [f.value / 1e9 for m in owner.models for f in support.figures.get(m, ()) if f.field == "params_total_b"]
    return any(_same(quantity, size * b / 8, 0.0) for size in sizes for b in bits)


def is_precision(sentence: Sentence, quantity: Quantity, support: Support) -> bool:
    """Whether so many bits are what a sentence reckons a memory with."""
    return quantity.unit in ("bits", "params") and any(
        quantized(sentence, q, owner := sentence.owners.of(q.start, q.end), support)
        and not _reckoned(q, owner, support)
        for q in sentence.quantities
    )


def _reckoned(quantity: Quantity, owner: Owner, support: Support) -> bool:
    """Whether a memory stands in the evidence of a model, which says with how many bits."""
    held = (
        f for m in owner.models for f in support.figures.get(m, ()) if f.unit == "GB" and not f.tags & {"own", "free"}
    )
    return any(same_value(quantity, f) for f in held)


_LIKE_YOURS = re.compile(r"[^.;,]{0,24}\b(?:como (?:la|el) tuy[oa]|como esa|iguales|like (?:yours|it)|of yours|such)\b")


def cards_needed(sentence: Sentence, quantity: Quantity, owner: Owner, support: Support) -> bool:
    """ "Six cards like yours": what it takes by what the person's has, rounded up."""
    if quantity.unit != "count:device" or not _LIKE_YOURS.match(sentence.folded, quantity.end):
        return False
    there = next((f.value for f in support.figures.get(None, ()) if f.field in ("need:vram_gb", "need:ram_gb")), 0.0)
    for model in owner.models or support.topics[:1]:
        held = [f.value for f in support.figures.get(model, ()) if f.unit == "GB" and not f.tags & {"own", "free"}]
        if there and held and quantity.readings[0][0] == -(-max(held) // there):
            return True
    return False


def _volumes(sentence: Sentence) -> tuple[float, float] | None:
    """The millions of tokens read and written, where a sentence tells them and no other tokens; a million each if it adds both prices up."""
    told = [q for q in sentence.quantities if _is_volume(q)]
    if not told:
        both = _TOGETHER.search(sentence.folded) or _A_MILLION_EACH.search(sentence.folded)
        return (1.0, 1.0) if both else None
    read = written = 0.0
    before = 0
    for q in told:
        stretch = sentence.folded[before : q.end]
        before = q.end
        if q.unit == "tokens/month" or (_READ.search(stretch) is None and _WRITTEN.search(stretch) is None):
            return None
        if _WRITTEN.search(stretch):
            written += q.readings[0][0] / 1e6
        else:
            read += q.readings[0][0] / 1e6
    if not read and _READ_ONE.search(sentence.folded):
        read = 1.0  # "a million tokens" beside a price is not among the quantities
    return (read, written)


def is_premise(sentence: Sentence, quantity: Quantity, support: Support) -> bool:
    """Whether a volume of tokens is what a sentence reckons a price of."""
    return _is_volume(quantity) and any(
        priced(sentence, q, sentence.owners.of(q.start, q.end), support) for q in sentence.quantities
    )


def _is_volume(quantity: Quantity) -> bool:
    return quantity.unit in ("tokens", "tokens/month") or (quantity.unit == "bare" and quantity.scaled)


_TOGETHER = re.compile(r"\b(?:total|suman?|sumando|juntos|together|altogether|sum|combined|add(?:s|ing)? up)\b")
_A_MILLION_EACH = re.compile(
    r"\b(?:un|one|a) mill[io]\w* (?:de )?(?:tokens? )?(?:de |of )?(?:entrada|input|leidos?|in)\b[^.;]{0,20}\b(?:otro|another|uno|one) (?:million |millon )?(?:tokens? )?(?:de |of )?(?:salida|output|escritos?|out)\b"
)
""" "A million tokens of input and another of output would cost 12"."""
_READ = re.compile(r"\b(?:leer|leyendo|enviar|mandar|read(?:ing)?|send(?:ing)?|feed(?:ing)?)\b[^.;,]{0,20}$")
_READ_ONE = re.compile(
    r"\b(?:leer|leyendo|enviar|mandar|read(?:ing)?|send(?:ing)?|feed(?:ing)?)\s+(?:un|a|one)\s+mill[io]\w*"
)
_WRITTEN = re.compile(
    r"\b(?:escribir|escribiendo|generar|generando|recibir|writ(?:e|ing)|generat(?:e|ing)|get(?:ting)? back)\b[^.;,]{0,20}$"
)


_SCALED = ("tokens", "params")
_PLAIN = ("GB", "s", "tokens/s", "usd/M", "usd/month")
"""Units that a difference may take from the figures told with it: "400K tokens, so 600K short"."""
_AT = re.compile(r"(?:^|[\s(])a\s+(?:solo |apenas |casi |unos |menos de )?$|\bwithin\s+$")
_OFF = re.compile(
    r"\s+(?:behind|ahead|por (?:detras|delante)|back|off|adrift|shy|away|clear|de distancia|de ventaja|de desventaja)\b"
)
""" "Three points back", "a tres puntos"."""
_LACKS = re.compile(r"\b(?:falta\w*|short|lacks?|lacking|missing|excede|exceeds?|too (?:much|many)|de menos)\b")
_SPARES = re.compile(r"\b(?:sobra\w*|left|spare|unspent|remaining|libres?|queda\w*|headroom|margen)\b")


def derived(sentence: Sentence, quantity: Quantity, owner: Owner, support: Support) -> bool:
    """Whether a figure is the difference of two supported ones of its unit, in a sentence that speaks of a difference."""
    if quantity.unit == "bare":
        units = {q.unit for q in sentence.quantities}
        lent = _SCALED if quantity.scaled else tuple(unit for unit in _PLAIN if unit in units)
        return any(derived(sentence, replace(quantity, unit=unit), owner, support) for unit in lent)
    ahead = sentence.folded[max(0, quantity.start - 110) : quantity.start]
    near = re.split(r", (?:con|with|at|a)\b", ahead)[-1] + sentence.folded[quantity.start : quantity.end + 60]
    cue = _CUE.search(near) or (_TIME_CUE.search(near) if quantity.unit in _SPANS else None)
    cue = cue or _MORE.match(sentence.folded, quantity.end)
    if quantity.unit == "count:point":
        cue = cue or _AT.search(sentence.folded[: quantity.start]) or _OFF.match(sentence.folded, quantity.end)
    if not cue and not _BY.search(sentence.folded[: quantity.start]):
        return False
    models = tuple(
        dict.fromkeys(
            (*owner.models, *(m for n in sentence.owners.named for m in n.models), *sentence.thread.recent[-2:])
        )
    )
    models = models or support.topics[:3]
    if quantity.unit in _SPANS:
        told = [q.iso for q in sentence.quantities if q.unit == "date" and len(q.iso) >= 7]
        apart = [abs(_day(told[0]) - _day(told[1]))] if len(told) == 2 else list(_days_between(models, support))
        return any(_same(quantity, days / _SPANS[quantity.unit], 0.8) for days in apart)
    step = min((s for _, s in quantity.readings), default=0.0)
    by = _BY.search(sentence.folded[: quantity.start])
    slack = (
        1.02 * step if step <= 0.1 and by and quantity.unit.startswith("usd") else 0.0
    )  # both figures may have been rounded
    mine = owner.models if len(owner.models) == 1 and sentence.owners.named else models
    return any(_same(quantity, value, slack) for value in _differences(sentence, quantity, models, mine, support))


def _differences(
    sentence: Sentence, quantity: Quantity, models: tuple[str, ...], mine: tuple[str, ...], support: Support
) -> Iterator[float]:
    """Of the models' figures from one another, and of those in `mine` from the person's limits."""
    held = {m: [f for f in support.figures.get(m, ()) if _alike(f, quantity)] for m in models}
    limits = [f for f in support.figures.get(None, ()) if f.field in _LIMITS and _alike(f, quantity)]
    near = sentence.folded[max(0, quantity.start - 34) : quantity.end + 24]
    lacks, spares = bool(_LACKS.search(near)), bool(_SPARES.search(near))

    def wrong(had: Figure, limit: Figure) -> bool:
        """Whether something is said to be lacking that is there to spare, or the other way round."""
        enough = had.value >= limit.value if had.unit == "tokens" else had.value <= limit.value
        return lacks != spares and lacks == enough

    for i, a in enumerate(models):
        for first in held[a]:
            kind = first.field, first.test or first.name
            rivals = [f for b in models[i + 1 :] for f in held[b] if (f.field, f.test or f.name) == kind]
            bounds = limits if first.field in ("cost.month", "fit.total", "context_tokens") or not first.field else []
            if first.field == "fit.total":
                bounds = [*bounds, *(f for f in held[a] if f.field == "fit.available")]
            scale = 100 if first.unit == "score" else 1
            told = not rivals or len(sentence.owners.named) < 2 or bool(_BUDGET.search(sentence.folded))
            for second in (*rivals, *(bounds if told and a in mine else ())):
                if second.field in _LIMITS and wrong(first, second):
                    continue
                monthly = first.field == second.field == "" and first.unit == "usd/month"
                if first.field in _FIELDS or second.field in _LIMITS or monthly:
                    yield abs(first.value - second.value) * scale
                if first.unit == "score":  # of the scores as they are shown, without decimals
                    yield abs(round(100 * first.value) - round(100 * second.value))


def _alike(figure: Figure, quantity: Quantity) -> bool:
    if quantity.unit in ("usd", "usd/month") and figure.unit in ("usd/month", "usd/M"):
        return quantity.unit == "usd" or figure.unit == "usd/month"
    if quantity.unit in ("count:point", "%", "score"):
        return figure.field in ("score", "benchmarks")
    return figure.unit == quantity.unit


def _days_between(models: tuple[str, ...], support: Support) -> Iterator[float]:
    for field in ("release_date", "knowledge_cutoff"):
        dates = [f.iso for m in models for f in support.figures.get(m, ()) if f.field == field]
        for i, one in enumerate(dates):
            yield from (abs(_day(one) - _day(other)) for other in dates[i + 1 :])


def _day(iso: str) -> float:
    parts = [int(p) for p in iso.split("-")]
    return parts[0] * 365.25 + (parts[1] - 1 if len(parts) > 1 else 6) * 30.44 + (parts[2] if len(parts) > 2 else 15)


def _same(quantity: Quantity, value: float, slack: float) -> bool:
    for said, step in quantity.readings:
        cents = step == 0.01 and said < 1 and round(100 * said) % 5 == 0  # "some 30 cents"
        loose = 0.06 if step >= 1 or cents else 0.03
        if abs(said - value) <= max(
            slack,
            0.5 * step if said < 1000 else 0,
            (loose if quantity.approx else 0.005) * said,
        ):
            return True
    return False
