"""Every number with its unit must be a fact, a computation or a quoted figure of the model it is said of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from advisor.answer.checks.derived import derived, must_be_derived
from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.claims.folding import fold
from advisor.answer.claims.owners import Owner, is_generic
from advisor.answer.claims.quantities import Quantity
from advisor.answer.claims.roles import agree
from advisor.answer.support import PAGE_TOKENS, Figure, Support, content_words
from advisor.domain.language import Localised

EXACT, ROUNDED, ABOUT = 0.005, 0.05, 0.08
"""Largest relative error of a figure of few digits, of a rounded one, and of one said to be approximate."""

_COUNTED = re.compile(
    r"(?:^|[\s(])(?:top|opcion|option|paso|step|numero|number|n\.?o|no\.|parte|part|punto|capitulo|section|nivel|level|fase|version|tier|grupo|plan)\s?#?$"
)
_IDIOMS = re.compile(
    r"\b24/7\b|\b24x7\b|\b100 ?% (?=(?:local|offline|open|abiert|gratis|compatible|seguro de|sure|privad))|\b1 ?a ?1\b|\b50/50\b"
)
_FIT_WORDS = re.compile(
    r"\bcab|\bfit|\bgb\b|memori|vram|\bkv\b|grafica|\bcard|\bgpu|equipo|machine|tarjeta|hardware|ordenador|portatil|laptop"
)
_MEASURED = re.compile(
    r"\b(?:medid[oa]s?|medimos|hemos medido|measured|benchmarked|comprobad[oa]s?|en pruebas reales|real[- ]world|in (?:our )?tests)\b"
)
_NOT_MEASURED = re.compile(r"\b(?:no|not|sin|without|n't|estimad|estimat)\w*\b[^.;]{0,20}\b(?:medi|measur|comprob)")


def check_figures(
    sentence: Sentence, support: Support, judged: Sequence[Quantity] = ()
) -> tuple[list[Problem], list[tuple[int, int, frozenset[int]]]]:
    """The unsupported figures, but for those `judged` elsewhere; and for the supported ones (start, end, citation numbers that stand for it)."""
    problems: list[Problem] = []
    proven: list[tuple[int, int, frozenset[int]]] = []
    used = {id(quantity) for quantity in judged}
    for quantity, roles in zip(sentence.quantities, sentence.roles, strict=True):
        if id(quantity) in used or _structural(sentence, quantity, support):
            continue
        owner = sentence.owners.of(quantity.start, quantity.end)
        found = None
        if not must_be_derived(sentence, quantity) or _spare(sentence, quantity, owner, support):
            found = _supporting(sentence, quantity, roles, owner, support)
        if found is None and derived(sentence, quantity, owner, support):
            found = frozenset()
        if found is None:
            problems.append(_problem(sentence, quantity, owner, support))
        else:
            proven.append((quantity.start, quantity.end, found))
    return problems, proven


def _device(sentence: Sentence, quantity: Quantity, support: Support) -> bool:
    """ "Your 3060": the number of a card that the person named."""
    digits = sentence.plain[quantity.start : quantity.end].strip()
    named = (
        quantity.unit == "bare"
        and re.fullmatch(r"\d{4}", digits)
        and re.search(rf"\b{digits}\b", support.evidence.text)
    )
    return bool(named) and bool(re.search(r"\b(?:tus?|your|una?|an?|la|the)\s+$", sentence.folded[: quantity.start]))


def _structural(sentence: Sentence, quantity: Quantity, support: Support) -> bool:
    """Numbers that count the answer's own parts, or belong to a set phrase."""
    folded = sentence.folded
    if _device(sentence, quantity, support):
        return True
    if any(m.start() <= quantity.start < m.end() for m in _IDIOMS.finditer(folded)):
        return True
    whole = quantity.readings and quantity.readings[0][0] == int(quantity.readings[0][0])
    value = quantity.readings[0][0] if quantity.readings else 0.0
    if quantity.unit == "bare" and not quantity.scaled and whole and value <= 20:
        before = folded[: quantity.start]
        after = folded[quantity.end : quantity.end + 2]
        if _COUNTED.search(before[-12:]) or (before.rstrip().endswith("(") and after.startswith(")")):
            return True
    if quantity.unit == "count:model" and quantity.readings:
        near = folded[max(0, quantity.start - 14) : quantity.end + 24]
        told = re.search(r"\b(?:est[oa]s|these|los|las|the|otr[oa]s|other|top|only|solo|with|con)\b", near)
        return bool(whole) and 1 <= value <= min(len(support.cards), 5) and (quantity.small or bool(told))
    if quantity.unit == "count:factor":
        return value == 7
    return False


def _supporting(
    sentence: Sentence, quantity: Quantity, roles: frozenset[str], owner: Owner, support: Support
) -> frozenset[int] | None:
    """Citation numbers of the figures that bear a quantity out; None where none does."""
    cited: frozenset[int] = frozenset()
    if owner.stranger and not owner.models:
        owner = Owner(general="own" in roles)
    if owner.models:
        each = [_matches(sentence, quantity, roles, support.figures.get(m, ())) for m in owner.models]
        if all(each) if owner.every else any(each):
            return cited.union(*(_sources(found) for found in each))
    if (
        owner.general
        or not owner.models
        or quantity.unit in ("count:model", "date")
        or _may_be_need(sentence, quantity, roles, owner)
    ):
        found = _general(sentence, quantity, roles, owner, support)
        if found:
            return _sources(found)
    if _said_by_person(quantity, roles, support):
        return cited
    return None


def _spare(sentence: Sentence, quantity: Quantity, owner: Owner, support: Support) -> bool:
    """Whether a difference stands in the evidence as such: the memory left, or the same words in a text."""
    words = content_words(sentence.folded)
    figures = [f for m in (*owner.models, None) for f in support.figures.get(m, ()) if _same_value(quantity, f)]
    return any(f.field == "fit.spare" or (f.field == "" and len(words & f.words) >= 2) for f in figures)


def _sources(figures: Sequence[Figure]) -> frozenset[int]:
    """The sources of the figures; those of facts before those of texts that repeat them."""
    facts = [f for f in figures if f.field] or figures
    return frozenset[int]().union(*(f.sources for f in facts))


def _matches(sentence: Sentence, quantity: Quantity, roles: frozenset[str], figures: Iterable[Figure]) -> list[Figure]:
    return [f for f in figures if _same_value(quantity, f) and _same_meaning(sentence, quantity, roles, f)]


def _general(
    sentence: Sentence, quantity: Quantity, roles: frozenset[str], owner: Owner, support: Support
) -> list[Figure]:
    """Figures of the guide, the catalogue and the person that the quantity may stand for."""
    found = []
    words = content_words(sentence.folded)
    for figure in support.figures.get(None, ()):
        if not _same_value(quantity, figure) or not _same_meaning(sentence, quantity, roles, figure):
            continue
        if figure.field.startswith("need:") and not _may_be_need(sentence, quantity, roles, owner):
            continue
        if figure.field == "" and not _may_quote(
            sentence, owner, len(words & figure.words) + 2 * (quantity.unit == "count:record")
        ):
            continue
        found.append(figure)
    return found


def _may_quote(sentence: Sentence, owner: Owner, shared: int) -> bool:
    """Whether a figure of a text may be meant: it is said of no model by name, and around it the same things are named."""
    if owner.models and not owner.general:
        return False
    return shared >= (1 if not owner.models or is_generic(sentence.folded) else 2) or _answers_briefly(sentence)


def _answers_briefly(sentence: Sentence) -> bool:
    """ "Roughly a thousand.": a short answer leans on the question."""
    return len(sentence.folded.split()) <= 8 and not sentence.owners.named


def _may_be_need(sentence: Sentence, quantity: Quantity, roles: frozenset[str], owner: Owner) -> bool:
    """The person's own figures: said to be theirs, or told ahead of any model ("For this (50 USD a month), ...")."""
    if not owner.models or "own" in roles or quantity.unit == "tokens/month":
        return True
    if owner.general and re.search(
        r"\b(?:your|tus?|supuesto|supongo|supon\w*|asum\w*|assum\w*|anotad\w*|noted|pedido|asked)\b", sentence.folded
    ):
        return True
    against = re.search(
        r"\b(?:frente al?|against|vs\.?|versus|contra)\s+(?:los |the |unos )?(?:us)?\$?\s?$",
        sentence.folded[: quantity.start],
    )
    if against and re.search(r"\b(?:presupuesto|budget|limite?|tienes|you have|tope)\b", sentence.folded):
        return True
    ahead = not any(m.start < quantity.start for m in sentence.owners.named)
    return ahead and bool(
        re.match(r"\W*(?:para|for|con un presupuesto|with a budget|given|dado|dados|dadas)\b", sentence.folded)
    )


def _said_by_person(quantity: Quantity, roles: frozenset[str], support: Support) -> bool:
    """A number of the person's own message may be repeated as theirs: "your 3,000 requests a day"."""
    if not quantity.unit.startswith("count:") and "own" not in roles:
        return False
    if quantity.unit in ("count:language", "count:model", "count:layer", "count:expert", "count:head"):
        return False
    return any(q.unit == quantity.unit and q.readings == quantity.readings for q in support.person)


def _same_meaning(sentence: Sentence, quantity: Quantity, roles: frozenset[str], figure: Figure) -> bool:
    if not _same_unit(sentence, quantity, roles, figure):
        return False
    if not agree(roles, figure.unit, figure.tags, figure.must):
        return False
    if figure.field in ("fit.context", "fit.max_context") and not _FIT_WORDS.search(sentence.folded):
        return False
    if figure.field.startswith(("price_", "throughput", "time_to")) and not _at_its_provider(
        sentence, quantity, figure
    ):
        return False
    if figure.field == "benchmarks" and not _names_benchmark(sentence, figure):
        return False
    if figure.field == "languages_measured" and not re.search(
        r"euroeval|rank|idioma|language|calidad|quality", sentence.folded
    ):
        return False
    if figure.field.startswith("factor:") and not (
        figure.words & content_words(sentence.folded) or _factor_named(sentence, figure)
    ):
        return False
    near = re.split(r"[;(]", sentence.folded[max(0, quantity.start - 60) : quantity.start])[-1]
    near += re.split(r"[,;.(]", sentence.folded[quantity.start : quantity.end + 50])[0]
    measured = _MEASURED.search(near) and not _NOT_MEASURED.search(near)
    return not (measured and figure.kind == "estimated" and figure.field.startswith(("fit", "cost")))


_AT = re.compile(r"[^.;,(]{0,45}?\b(?:en|at|on|via|through|by|con|desde|from)\s+(?P<who>[a-z][\w .-]{1,24})")


def _at_its_provider(sentence: Sentence, quantity: Quantity, figure: Figure) -> bool:
    """Whether the provider that the sentence names for a price or speed, if it names one, is the fact's."""
    if not figure.name:
        return True
    said = _AT.match(sentence.folded, quantity.end)
    who = re.sub(r"[^a-z0-9]", "", said.group("who")) if said else ""
    named = [p for p in figure.rivals if who.startswith(p)]
    return not named or re.sub(r"[^a-z0-9]", "", figure.name.lower()) in named


_FACTOR_NAMES = {
    "language": r"idioma|language", "size": r"tamano|size", "context": r"context", "customization": r"personaliz|customi",
    "performance": r"rendimiento|performance", "training": r"entrenamiento|training", "architecture": r"arquitectura|architecture",
}  # fmt: skip


def _factor_named(sentence: Sentence, figure: Figure) -> bool:
    return bool(re.search(_FACTOR_NAMES[figure.field.partition(":")[2]], sentence.folded))


def _names_benchmark(sentence: Sentence, figure: Figure) -> bool:
    """Whether the sentence, or the table's header, says which test: most of the words of its name."""
    if sentence.tests:
        return any(fold(figure.name).startswith(test) for test in sentence.tests)
    said = re.sub(r"[^a-z0-9]+", " ", f"{sentence.folded} {' '.join(sentence.thread.header).lower()}")
    words = re.findall(r"[a-z]+|\d+", figure.name.lower())
    return bool(words) and sum(1 for w in words if w in said) >= max(1, round(0.6 * len(words)))


def _same_unit(sentence: Sentence, quantity: Quantity, roles: frozenset[str], figure: Figure) -> bool:
    said, held = quantity.unit, figure.unit
    if said == held:
        return said != "bare" or figure.field == "" or _bare_may_be(sentence, quantity, roles, figure)
    if said == "usd":
        return held in ("usd/M", "usd/month", "usd/other")
    if said == "usd/month" and held == "usd":
        return True
    if said == "page":
        return held == "tokens"
    if said == "s/token":
        return held == "tokens/s"
    if said == "%":
        return held == "score" or figure.field in ("benchmarks", "languages_measured")
    if said == "score":
        return held == "%" or (held == "bare" and figure.field == "benchmarks")
    if said == "count:point":
        return held == "score" or figure.field in ("benchmarks", "language_arena")
    if said == "tokens":
        return held == "tokens/month" and "context" not in roles and bool(_VOLUME.search(sentence.folded))
    if said == "bare":
        return _bare_may_be(sentence, quantity, roles, figure)
    return False


_VOLUME = re.compile(
    r"\b(?:mes|mensual\w*|month\w*|uso|usage|volumen|volume|workload|factura|bill|consultas|queries|come to|supon\w*|assum\w*)\b|\$|\busd\b"
)


def _bare_may_be(sentence: Sentence, quantity: Quantity, roles: frozenset[str], figure: Figure) -> bool:
    """A number without a unit takes its meaning from the words around it, or from its K, M or B."""
    if figure.field in ("benchmarks", "languages_measured"):
        return True
    if figure.unit == "score":
        return bool(roles & {"score", "weight"})
    if figure.field == "position":
        return "place" in roles and not quantity.scaled
    if figure.field == "" and figure.unit.startswith("count:"):
        return _answers_briefly(sentence)
    if figure.field == "count.models":
        return not quantity.scaled and any(q.unit == "count:model" for q in sentence.quantities)
    if quantity.scaled and figure.unit == "tokens":
        return True
    if quantity.scaled and figure.unit == "params":
        return bool(roles & {"params", "active", "total"})
    if figure.field.startswith("need:") and "own" in roles:
        return any(q.unit == figure.unit for q in sentence.quantities)
    named = figure.tags & roles
    if figure.unit in ("usd/M", "usd/month"):
        return "price" in roles and bool(named)
    if figure.unit in ("tokens", "tokens/s", "tokens/month", "s", "GB", "params", "date") or figure.unit.startswith(
        "count:"
    ):
        return bool(named - {"total", "own", "measured"})
    return figure.unit == "bare" and bool(named)


def _same_value(quantity: Quantity, figure: Figure) -> bool:
    if quantity.unit == "date" or figure.unit == "date":
        return quantity.unit == figure.unit and bool(quantity.iso) and figure.iso.startswith(quantity.iso)
    return any(
        _near(quantity, value, step, target, figure)
        for value, step in _converted(quantity, figure)
        for target in _targets(quantity, figure)
    )


def _converted(quantity: Quantity, figure: Figure) -> Sequence[tuple[float, float]]:
    if quantity.unit == "page" and figure.unit == "tokens":
        return [(v * PAGE_TOKENS, max(s * PAGE_TOKENS, 0.2 * v * PAGE_TOKENS)) for v, s in quantity.readings]
    if quantity.unit == "s/token":
        return [(1 / v, s / v**2) for v, s in quantity.readings if v]
    if quantity.unit == "%" and figure.unit == "score":
        return [(v / 100, s / 100) for v, s in quantity.readings]
    if quantity.unit == "score" and figure.unit in ("%", "bare"):
        return [(v * 100, s * 100) for v, s in quantity.readings]
    if quantity.unit in ("bare", "count:point") and figure.unit == "score":
        return [(v * f, s * f) for v, s in quantity.readings for f in (1.0, 0.01, 0.1)]
    return quantity.readings


def _targets(quantity: Quantity, figure: Figure) -> Iterator[float]:
    yield figure.value
    if figure.unit == "tokens" and quantity.scaled and figure.value % 1024 == 0:
        yield figure.value / (1.024 if figure.value < 1e6 else 1.048576)
    if figure.unit == "tokens" and quantity.scaled and figure.value >= 1000:
        yield figure.value // 1000 * 1000
    if figure.unit == "tokens" and not quantity.scaled and quantity.readings[0][1] >= 1000 and figure.value % 1024 == 0:
        yield figure.value / 1.024
    if figure.unit == "GB":
        yield figure.value / 1.073741824


def _near(quantity: Quantity, value: float, step: float, target: float, figure: Figure) -> bool:
    if figure.high is not None and figure.value <= figure.high:
        low, high = figure.value, figure.high
        if quantity.bound == "min":
            return value <= low * 1.02
        if quantity.bound == "max":
            return value >= high * 0.98
        return low * 0.96 <= value <= high * 1.04
    if quantity.bound == "min":
        return target * 0.1 <= value <= target * (1 + 1e-9) or _rounds(value, step, target, True)
    if quantity.bound == "max":
        return target * (1 - 1e-9) <= value <= max(target * 10, 1e-9) or _rounds(value, step, target, True)
    return _rounds(value, step, target, quantity.approx or quantity.unit == "page")


def _rounds(value: float, step: float, target: float, approx: bool) -> bool:
    if value == target:
        return True
    if target == 0 or value == 0:
        return False
    error = abs(value - target) / abs(target)
    if error <= (EXACT if _digits(value) <= 3 else 1e-9):
        return True
    if approx and error <= ABOUT:
        return True
    return abs(value - target) <= 0.5 * step * (1 + 1e-9) and error <= (ABOUT if _digits(value) == 1 else ROUNDED)


def _digits(value: float) -> int:
    """Significant digits written."""
    return len(f"{value:.12g}".replace(".", "").replace("-", "").strip("0").partition("e")[0])


def _problem(sentence: Sentence, quantity: Quantity, owner: Owner, support: Support) -> Problem:
    """What is wrong with an unsupported figure, as closely as the evidence tells."""
    span = sentence.plain[quantity.start : quantity.end].strip()
    kind = "figure"
    others = [m for m in support.cards if m not in owner.models]
    empty: frozenset[str] = frozenset()
    roles = sentence.roles[sentence.quantities.index(quantity)]
    if any(_matches(sentence, quantity, roles, support.figures.get(m, ())) for m in others):
        kind = "attribution"
    else:
        own = [f for m in owner.models for f in support.figures.get(m, ())]
        same = [f for f in own if _same_value(quantity, f)]
        if any(_same_unit(sentence, quantity, empty, f) for f in same):
            kind = "field"
        elif same and quantity.unit != "bare":
            kind = "unit"
    reasons = {
        "figure": Localised(f"«{span}» no está en los datos", f'"{span}" is not in the evidence'),
        "attribution": Localised(f"«{span}» es de otro modelo", f'"{span}" belongs to another model'),
        "field": Localised(f"«{span}» es otro dato de ese modelo", f'"{span}" is another figure of that model'),
        "unit": Localised(f"«{span}» lleva la unidad equivocada", f'"{span}" has the wrong unit'),
    }
    return Problem(kind, span, reasons[kind])
