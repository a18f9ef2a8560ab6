"""Comparisons are recomputed; an order other than the ranking's is a contradiction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor.answer.checks.beside import borne_out, misses_limit, of_a_thing, of_itself, of_their_limit
from advisor.answer.checks.derived import derived
from advisor.answer.checks.factors import SUPPOSED, faced, told_factor
from advisor.answer.checks.hosts import between_hosts, host_named, of_hosts
from advisor.answer.checks.measures import Measures
from advisor.answer.checks.qualified import with_qualifier
from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.checks.ways import first_of_its_way
from advisor.answer.checks.windows import of_a_window
from advisor.answer.claims.antecedents import Owner, is_generic, of_all, of_both
from advisor.answer.claims.degrees import OF_TWO, THE_OTHERS
from advisor.answer.claims.names import Mention
from advisor.answer.claims.quantities import Quantity
from advisor.answer.claims.relations import Relation
from advisor.answer.claims.roles import roles_near
from advisor.domain.language import Localised

_WHOLE_WORLD = re.compile(
    r"\b(?:de todos(?! (?:ellos|los (?:recomendados|que)))|of all(?! (?:three|these|of them|the (?:three|options)))|(?<!% )del catalogo|in the catalogue|que existe\w*|available today|anywhere|ninguno|nobody|nadie)\b"
)
_THAN = re.compile(
    r"\b(?:que|than|as|como|del?|of|al?|to|vs\.?|frente al?|over)\s+(?:el |la |los |las |the |con |with |for |por |that of |el de |la de |both |al? )*$"
)
_AMONG_SOME = re.compile(
    r"(?: (?:one|option|model|choice|opcion|modelo))?(?: (?:of|de) (?:the |l[oa]s )?(?:options|models|ones|opciones|modelos))? (?:that (?:lists?|declares?|supports?|has|have|accepts?|does|is|still|can|works)|which (?:does|is|can)|(?:de los )?que (?:declaran?|admiten?|tienen?|hace|cumple|sirve|va|da|vale|funciona))\b"
)
""" "The cheapest that does the job": of a set that nothing draws up, which holds the first one surely."""


def check_comparisons(sentence: Sentence, measures: Measures) -> tuple[list[Problem], list[Quantity]]:
    """What does not hold; and the figures that belong to a comparison and are judged with it."""
    relations = [
        r
        for r in sentence.relations
        if not _general(sentence, r) or between_hosts(sentence, r, measures.support) is False
    ]
    relations = [
        r
        for r in relations
        if r.measure != "price"
        or not (of_hosts(sentence.folded, r.start, r.end) or host_named(sentence, r.start, r.end, measures.support))
    ]
    relations += [
        r for r in sentence.relations if r not in relations and r.quantity and borne_out(sentence, r, Owner(), measures)
    ]
    problems = [p for r in relations for p in _check(sentence, r, measures)]
    return problems, [r.quantity for r in relations if r.quantity]


def _general(sentence: Sentence, relation: Relation) -> bool:
    if (relation.form == "ratio" and SUPPOSED.match(sentence.folded)) or of_a_thing(sentence, relation):
        return True
    if relation.own and not sentence.question:
        return False
    if of_their_limit(sentence, relation) and not sentence.question:
        return is_generic(sentence.folded)
    if not sentence.question and THE_OTHERS.search(sentence.folded) and not is_generic(sentence.folded):
        return False
    return sentence.question or (not sentence.owners.named and _speaks_generally(sentence, relation))


_IN_MOST = re.compile(
    r"\s*(?:nota|puntuacion|scores?|results?|resultados?)?\s*(?:en|in|on|across|por)\s+(?:casi tod|la (?:gran )?mayoria|nearly (?:every|all)|almost (?:every|all)|most\b|the majority|(?:la )?mayor parte)"
)


def _in_most(sentence: Sentence, relation: Relation, measures: Measures) -> bool | None:
    """Whether a model is ahead in most tests that both have taken; None where nothing of the kind is said."""
    if relation.measure not in ("score", "quality") or not _IN_MOST.match(sentence.folded, relation.end):
        return None
    owner = _subject(sentence, relation)
    others = _objects(sentence, relation, owner, measures).models
    pairs = [
        (measures.value(f"bench:{b}", m), measures.value(f"bench:{b}", o))
        for m in owner.models[:1]
        for o in others[:1]
        for b in measures.benchmarks()
    ]
    ahead = [(a - b) * relation.sign > 0 for a, b in pairs if a is not None and b is not None]
    enough = 0.5 if re.search(r"most|mayor", sentence.folded[relation.end : relation.end + 40]) else 0.7
    return (sum(ahead) > enough * len(ahead)) != relation.negated if len(ahead) > 2 else None


def _check(sentence: Sentence, relation: Relation, measures: Measures) -> Iterator[Problem]:
    if _in_most(sentence, relation, measures):
        return
    if relation.form == "ratio" and (
        _times_their_own(sentence, relation, measures) or of_a_window(sentence, relation, measures)
    ):
        return
    if borne_out(sentence, relation, _subject(sentence, relation), measures):
        return
    hosts = between_hosts(sentence, relation, measures.support)
    span = sentence.plain[relation.start : relation.end].strip()
    wrong = Problem("comparison", span, Localised(f"«{span}» no se cumple", f'"{span}" does not hold'))
    unproven = Problem("comparison", span, Localised(f"«{span}» no se puede comprobar", f'"{span}" cannot be checked'))
    if hosts is not None:
        yield from () if hosts else (wrong,)
        return
    if relation.form == "ratio" and _THEIR_LIMIT.match(
        sentence.folded, relation.quantity.end if relation.quantity else relation.start
    ):
        yield wrong
        return
    if misses_limit(sentence, relation, _subject(sentence, relation), measures):
        yield wrong
        return
    if relation.form == "ratio" and not relation.negated:
        own, named = of_itself(sentence, relation, _subject(sentence, relation), measures)
        if own and (named or relation.own):
            yield wrong
        if relation.own or (own and named):
            return
        if relation.ratio and not _compared(sentence, relation):
            start, end = relation.start, relation.quantity.end if relation.quantity else relation.start + 1
            models = _subject(sentence, relation).models or sentence.thread.subject
            if told_factor(sentence, relation.ratio, relation.bound, (start, end), models, measures.support):
                return
    roles = _roles(sentence, relation)
    owner = _subject(sentence, relation)
    if relation.form == "difference" and relation.quantity and not owner.stranger:
        if derived(sentence, relation.quantity, owner, measures.support) and _right_way(
            sentence, relation, owner, measures
        ):
            return
    if owner.stranger or not owner.models:
        if owner.general and not owner.stranger:
            return
        yield unproven
        return
    if relation.measure == "speed" and _FIRST_TOKEN.search(sentence.folded):
        relation = replace(relation, measure="latency", sign=-relation.sign)
    relation_or_factor = with_qualifier(sentence, relation, measures)
    if relation_or_factor is None:
        yield unproven
        return
    relation, sense = relation_or_factor
    if relation.form == "superlative":
        if not _superlative(sentence, relation, sense, owner, roles, measures):
            yield wrong
        return
    if relation.form == "equal" and len(owner.models) > 1 and not _compared(sentence, relation):
        owner, others = Owner(owner.models[:1]), Owner(owner.models[1:], True)
    else:
        others = _objects(sentence, relation, owner, measures)
    if not others.models and len(owner.models) > 1 and not owner.every:
        owner, others = Owner(owner.models[:1]), Owner(owner.models[1:])
    if not others.models or (relation.form == "ratio" and relation.measure is None and not faced(sentence, owner)):
        yield unproven
        return
    results = [
        _compare(measures, relation, sense, subject, other, roles)
        for subject in owner.models
        for other in others.models
        if subject != other
    ]
    enough = all(results) if (owner.every or len(owner.models) == 1) and others.every else any(results)
    if not results or not enough:
        yield wrong if False in results else unproven


_THEIR_LIMIT = re.compile(
    r"[^.;,]{0,24}?\b(?:del?|of|than|que|twice|double|doble|half|times)?\s*(?:tus?|your)\s+(?:limite?|tope|presupuesto|maximo|ceiling|budget|limit|cap|maximum)\b"
)
_FIRST_TOKEN = re.compile(
    r"\b(?:primer token|primera palabra|first (?:\w+ )?token|first word|latenc\w+|time to first|to (?:start|reply|answer|begin)|arran\w+|en (?:empezar|responder|contestar))\b"
)
""" "The quickest" by this is the one that begins soonest."""
_THEIRS = re.compile(
    r"(?:(?:a |una? )?(?:tenth|fifth|quarter|third|half|decim[oa]|quint[oa]|cuart[oa]|terci[oa]|mitad)(?: parte)?)?\s*(?:of |del? )?(?:las?|los|the)?\s*(?:tus?|your|lo que (?:pid|necesit)|what you)\b"
)


def _right_way(sentence: Sentence, relation: Relation, owner: Owner, measures: Measures) -> bool:
    """Whether a difference of the right size is told the right way round, as far as that can be known."""
    if relation.measure is None or relation.negated:
        return True
    others = _objects(sentence, relation, owner, measures).models
    compared = _compared(sentence, relation)
    if (not compared and len(others) != 1) or len(owner.models) != 1:
        return True
    pairs = [
        (a - b) * relation.sign > 0
        for sense in measures.senses(relation.measure, _roles(sentence, relation))
        for other in others
        if (a := sense(owner.models[0])) is not None and (b := sense(other)) is not None
    ]
    return not pairs or any(pairs)


_BOTH_OF = re.compile(r"\b(?:que|than|de|of)\s+(?:(?:el|la) de |that of )?(?:ambos|ambas|both)\b")


def _own_beside(sentence: Sentence, relation: Relation) -> Quantity | None:
    """The person's own figure that a ratio is against: "twice the 500K you need"."""
    for quantity, roles in zip(sentence.quantities, sentence.roles, strict=True):
        gap = sentence.folded[relation.start : quantity.start]
        alike = quantity.unit == "tokens" or (quantity.unit == "bare" and quantity.scaled)
        if "own" in roles and alike and 0 < quantity.start - relation.start <= 30 and not re.search(r"[.;,:]", gap):
            return quantity
    return None


_BUDGET_AHEAD = re.compile(r"\b(?:your|tus?)\b[^.;:]{0,30}(?:\d|budget|presupuesto|limite?|tope|ceiling)")
_WHAT_IT_COSTS = re.compile(
    r"\s*(?:what (?:it|this|that|the model)|lo que (?:te )?(?:cuesta|costaria|cobra|vale|pide)|(?:its|the|that|su|la|el|de su|del) (?:monthly )?(?:cost|bill|price|coste|factura|gasto))\b"
)


def _bounded(ratio: float, value: float, tolerance: float, bound: str) -> bool:
    low, high = {"min": (0.99, 1.35), "max": (0.0, 1.01)}.get(bound, (1 - tolerance, 1 + tolerance))
    return low * value <= ratio <= high * value


def _times_their_own(sentence: Sentence, relation: Relation, measures: Measures) -> bool:
    """ "780 pages, five times your contracts": against a figure of the person's own message."""
    after = sentence.folded[relation.quantity.end if relation.quantity else relation.start :]
    if relation.ratio is None:
        return False
    value, tolerance = relation.ratio
    budget = measures.support.evidence.needs.number("budget_usd_month")
    if budget and _BUDGET_AHEAD.search(sentence.folded[: relation.start]) and _WHAT_IT_COSTS.match(after):
        costs = [measures.value("month", m) for m in _subject(sentence, relation).models]
        return any(_bounded(budget / c, value, tolerance, relation.bound) for c in costs if c)
    needed = _own_beside(sentence, relation)
    if needed is not None:
        others = [
            q for q in sentence.quantities if q is not needed and q.readings and (q.unit, q.scaled) == ("tokens", True)
        ]
        ratios = [q.readings[0][0] / needed.readings[0][0] for q in others if needed.readings[0][0]]
        least = value * 0.99 if relation.bound == "min" else value * (1 - tolerance)
        most = value * 1.01 if relation.bound == "max" else value * (1 + tolerance)
        return any((relation.bound == "max" or r >= least) and (relation.bound == "min" or r <= most) for r in ratios)
    if not _THEIRS.match(after):
        return False
    if re.search(r"\b(?:presupuesto|budget)\b", after[:40]):
        budget = measures.support.evidence.needs.number("budget_usd_month")
        costs = [measures.value("month", m) for m in _subject(sentence, relation).models]
        return any(c is not None and budget and abs(c / budget - value) <= 0.15 * value for c in costs)
    limits = [f for f in measures.support.figures.get(None, ()) if f.field.startswith("need:") and f.value]
    for q in sentence.quantities:
        shares = (q.readings[0][0] / f.value for f in limits if f.unit == q.unit and q.readings)
        if any(abs(share - value) <= max(0.1, tolerance) * value for share in shares):
            return True
        for own in measures.support.person:
            if q.unit == own.unit and q.readings and own.readings and own.readings[0][0]:
                if abs(q.readings[0][0] / own.readings[0][0] - value) <= max(0.1, tolerance) * value:
                    return True
    return False


def _compare(
    measures: Measures, relation: Relation, sense: str | None, subject: str, other: str, roles: frozenset[str]
) -> bool | None:
    if sense is None:
        return measures.holds(relation, subject, other, roles)
    return measures.holds_by(sense, relation, subject, other)


def _superlative(
    sentence: Sentence, relation: Relation, sense: str | None, owner: Owner, roles: frozenset[str], measures: Measures
) -> bool:
    folded = sentence.folded
    if _WHOLE_WORLD.search(folded[relation.end : relation.end + 60]):
        return False
    if len(owner.models) > 1 and owner.every and not relation.negated:  # "these three are the best placed"
        best = set(measures.ranked()[: len(owner.models)])
        return relation.measure == "score" and sense is None and relation.sign > 0 and set(owner.models) == best
    if relation.measure == "score" and sense is None:
        way = first_of_its_way(sentence, measures.support)
        first = measures.ranked()[:1] if way is None else (way,)
        if first and relation.sign > 0:
            held = [(m in first) != relation.negated for m in owner.models]
            return all(held) if owner.every else any(held)
    if OF_TWO.search(folded):
        pair = tuple(
            dict.fromkeys((*sentence.thread.recent, *(m for n in sentence.owners.named for m in n.models[:1])))
        )[-2:]
        pair = pair if len(pair) == 2 else measures.support.topics[:2]
        scopes: Sequence[Sequence[str]] = (pair,)
    else:
        named = tuple(dict.fromkeys(m for n in sentence.owners.named for m in n.models[:1]))
        scopes = (*measures.scope(), *((named,) if len(named) > 2 else ()))
    if _AMONG_SOME.match(folded, relation.end) and any(m in measures.ranked()[:1] for m in owner.models):
        return True
    if sense is not None:
        return any(measures.extreme_by(sense, relation, m, scopes) for m in owner.models)
    return any(measures.extreme(relation, m, roles, scopes) for m in owner.models)


def _speaks_generally(sentence: Sentence, relation: Relation) -> bool:
    """No model is named and the words do not lean on one named before."""
    if is_generic(sentence.folded):
        return True
    if relation.form == "equal" and (of_all(sentence.folded) or of_both(sentence.folded)):
        return False
    if not sentence.thread.subject:
        return True
    if relation.form in ("ratio", "difference"):
        return False
    head = sentence.folded[: relation.start]
    leans = re.search(
        r"(?:^|[,;:]\s*|\b(?:y|and|pero|but)\s+|^\s*[-*•]\s*)\s*(?:(?:it|this|that|este|esta|ese|además|ademas|tambien|also|its|su|sus)\b|(?:es|is|cuesta|costs|tiene|has|ofrece|offers|supera|beats|sale|queda|resulta|corre|runs|ocupa|needs|necesita)\b)",
        head,
    )
    return not leans and not re.match(r"\s*$", head) and relation.form != "superlative"


def _roles(sentence: Sentence, relation: Relation) -> frozenset[str]:
    return roles_near(sentence.folded, relation.start, relation.end)


_IS = re.compile(
    r"[^.;:,\u0001]{0,40}?(?:\b(?:es|son|seria|is|was|would be|belongs to|goes to|corresponde al?|pertenece al?|va para|l[ao] (?:tiene|ofrece|da|pone))\b|:)\s*"
    r"(?:(?:otra vez|de nuevo|claramente|sin duda|again|clearly|easily|precisamente|still|sigue siendo)\s+)?(?:the one (?:of|from) |that of |(?:(?:el|la|l[oa]s|the)\s)?(?:(?:del?|al?|of)\s)?(?:(?:el|la|the)\s)?)"
)
""" "The longest window is that of B": said of the name that follows."""


def _subject(sentence: Sentence, relation: Relation) -> Owner:
    owners = sentence.owners
    if re.search(r"\b(?:neither|ninguno|ninguna|none)\b[^.;:]*$", owners.folded[: relation.start]):
        return owners.carried()
    if relation.form == "superlative":
        told = next((m for m in owners.named if m.start >= relation.end), None)
        if told is not None and _IS.fullmatch(owners.folded, relation.end, told.start):
            return Owner(told.models, stranger=told.kind in ("stranger", "quoted"))
    before = [m for m in owners.named if m.end <= relation.start and m not in owners.references]
    if before:
        i = owners.named.index(before[-1])
        between = owners.folded[before[-1].end : relation.start]
        if not re.search(r"[.;:]", between) or len(owners.named) == 1:
            group = [owners.named[j] for j in owners.group(i)]
            models = tuple(dict.fromkeys(m for n in group for m in n.models))
            return Owner(models, len(group) > 1, False, any(n.kind in ("stranger", "quoted") for n in group))
        return owners.of(relation.start, relation.end)
    after = [
        m
        for m in owners.named
        if m.start >= relation.end and m not in owners.references and m not in _compared(sentence, relation)
    ]
    if after:
        if not re.search(r"\b(?:it|its|su|este|esta|this)\b", owners.folded[: relation.start]):
            first = after[0]
            return Owner(first.models, False, False, first.kind in ("stranger", "quoted"))
    return owners.carried()


def _compared(sentence: Sentence, relation: Relation) -> list[Mention]:
    """The names that the relation compares with: after "than", as a group."""
    owners = sentence.owners
    for i, mention in enumerate(owners.named):
        if mention.start >= relation.end - 1:
            gap = owners.folded[relation.end : mention.start]
            joined = owners.folded[max(0, relation.start) : mention.start]
            if (
                len(gap) <= 70
                and not re.search(r"[.;:|]", gap)
                and (_THAN.search(joined) or mention in owners.references)
            ):
                return [owners.named[j] for j in owners.group(i)]
            break
    return []


def _objects(sentence: Sentence, relation: Relation, owner: Owner, measures: Measures) -> Owner:
    compared = _compared(sentence, relation)
    if compared:
        models = tuple(dict.fromkeys(m for n in compared for m in n.models if m not in owner.models))
        return Owner(models, all(len(n.models) == 1 for n in compared), False)
    references = [n for n in sentence.owners.named if n in sentence.owners.references]
    if references:
        return Owner(tuple(m for m in references[-1].models if m not in owner.models), True)
    if THE_OTHERS.search(sentence.folded):
        pair = tuple(m for m in sentence.thread.recent if m not in owner.models)[-2:]
        if len(pair) == 2 and _BOTH_OF.search(sentence.folded):
            return Owner(pair, True)
        return Owner(
            tuple(m for m in measures.ranked()[:3] if m not in owner.models)
            or tuple(m for m in measures.scope()[0] if m not in owner.models),
            True,
        )
    named = tuple(dict.fromkeys(m for n in sentence.owners.named for m in n.models if m not in owner.models))
    if named:
        return Owner(named)
    recent = tuple(m for m in sentence.thread.recent if m not in owner.models)
    if recent:
        return Owner(recent)
    first = () if measures.support.evidence.comparison else measures.ranked()[:1]
    if first and owner.models and not set(first) & set(owner.models):  # what an alternative is set against
        return Owner(tuple(first))
    return Owner(tuple(m for m in measures.scope()[0] if m not in owner.models))
