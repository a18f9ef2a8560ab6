"""An order other than the ranking's is a contradiction: places, numbered lists, "followed by"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.measures import Measures
from advisor.answer.checks.qualified import AHEAD, AHEAD_OF_VERB
from advisor.answer.checks.said import of_their_use
from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.checks.standing import better_of_two
from advisor.answer.checks.ways import first_of_its_way
from advisor.answer.claims.antecedents import Owner
from advisor.answer.claims.degrees import measure_in
from advisor.answer.claims.relations import Relation
from advisor.domain.language import Localised

_LIST_ORDER = re.compile(
    r"\b(?:seguid[oa]s? (?:de|por)|followed by|luego|despues(?! (?:de|que)\b)|then|a continuacion|next comes|y en segundo lugar|por delante de|ahead of)\b"
)
_FITS = (
    r"\b(?:is|would be|gets) (?:the )?recommended\b(?! (?:by|against|at|from|to be)\b)|\b(?:es|seria|queda) (?:el |la )?recomendad[oa]\b(?! por\b)|"
    r"\b(?:better|ideal|perfect|optimal|preferred|preferable|stronger) (?:overall )?(?:fit|choice|option|match|pick|recommendation|candidate|solution)\b|\bbetter suited\b|"
    r"\b(?:mejor|ideal|perfect[oa]|optim[oa]|preferible) (?:encaje|opcion|eleccion|alternativa|candidat[oa]|recomendacion|solucion)\b|\b(?:opcion|eleccion|alternativa|solucion|modelo|candidato) (?:ideal|optim[oa]|perfect[oa]|preferible)\b|"
    r"\b(?:encaja|encajan|encajaria|encajar|se ajusta|se adapta|ajustarse|adaptarse) mejor\b|\bfits? (?:your needs |you )?better\b|"
    r"\b(?:que|which|that) (?:mas|mejor|best) (?:se )?(?:ajusta|adapta|encaja|fits|suits|matches)\b|\b(?:fits|suits|matches) (?:\w+ ){0,3}?best\b|\bbest suited\b"
)
""" "Appears to be a better fit", with nothing that it is better than."""
_PLACES = (
    (re.compile(r"\b(?:primer[oa]?|first|1st|top|number one|numero uno) (?:opcion|puesto|lugar|posicion|recomendacion|eleccion|choice|place|pick|option|recommendation|position)\b|\b(?:en cabeza|in the lead|winner|ganador(?:a)?|gana el ranking|encabeza|tops|heads the|leads)\b|\bmi (?:recomendacion|eleccion|apuesta)(?: principal)?\b|\bmy (?:top |main |first )?(?:recommendation|pick|choice)\b|\b(?:es|is|va|queda|quedan|esta|comes?|ranks?|goes|finishes|sale) (?:en |in )?(?:el |la |the )?(?:primer[oa]?|first)\b(?! (?:token|model|modelo|to|that|who|de su|of its))|\b(?:es|is) (?:el |the )?(?:primer|first) model[o]?(?= *(?:[.,;]| (?:of|in|on|de|en) (?:the|l[oa]) (?:list|ranking|lista|clasificacion))| *$)|\bthe winner\b|\bthe one to (?:pick|choose)\b|\bel elegido\b|"
     r"\b(?:primer[oa]?|first) (?:modelo |opcion |model |option |one )?(?:(?:of|in|on|from|de|en) (?:the|l[oa]) (?:list|ranking|lista|clasificacion) )?(?:(?:que|that|which|to) )(?:te |you )?(?:cumpl|encaj|satisf|meet|fit|conven|suit|tick)\w*|"
     r"\b(?:la |el |the )?(?:opcion |modelo |alternativa |eleccion )?(?:mas|most) (?:atractiv|adecuad|recomendabl|recomendad|convenient|indicad|idone|apropiad|acertad|attractive|suitable|appropriate|recommended|fitting|sensible|compelling|convincing)\w*|"
     rf"{_FITS}"), 0),
    (re.compile(r"\b(?:segund[oa]|second|2nd) (?:opcion|puesto|lugar|posicion|recomendacion|eleccion|mejor|choice|place|pick|option|best|position)\b|\brunner-up\b|\b(?:la|medalla de) plata (?:es|va|para)\b|\b(?:takes|wins|gets) (?:the )?silver\b|\bsubcampeon\b|\b(?:va|queda|comes?|ranks?|finishes) (?:en |in )?(?:el |la )?(?:segund[oa]|second)\b"), 1),
    (re.compile(r"\b(?:tercer[oa]?|third|3rd) (?:opcion|puesto|lugar|posicion|recomendacion|choice|place|pick|option|position|en discordia)\b|\b(?:va|queda|comes?|ranks?|finishes) (?:en |in )?(?:el |la )?(?:tercer[oa]?|third)\b|\b(?:el|medalla de) bronce (?:es|va|para)\b|\b(?:takes|wins|gets) (?:the )?bronze\b"), 2),
)  # fmt: skip


def check_order(sentence: Sentence, measures: Measures) -> Iterator[Problem]:
    ranked = list(measures.ranked())
    if sentence.question or sentence.conditional:
        return
    yield from _among_first(sentence, measures)
    if not ranked:
        yield from _put_first(sentence, measures)
        return
    yield from _wins_by(sentence, measures)
    if _ordered_by_other(sentence, measures):
        return
    yield from _last(sentence, measures)
    order = Localised("el orden no es el de la clasificación", "the order is not the ranking's")
    head = next((m for m in sentence.owners.named if m.start <= 30), None)
    if sentence.place and sentence.line_start and head and len(head.models) == 1:
        model = head.models[0]
        others = ranked[0] in sentence.thread.recent
        """A list that follows the first model's own recommendation may number the alternatives."""
        behind = ranked.index(model) - (sentence.place - 1) if model in ranked else 0
        if behind < 0 or (behind > 0 and sentence.place == 1 and not others):
            yield Problem("order", f"{sentence.place}.", order)
    for pattern, place in _PLACES:
        for match in pattern.finditer(sentence.folded):
            owner = _subject_of_place(sentence, match)
            also = re.search(
                r"\b(?:si|if|tambien|also|otra|another|alternativa?|unless|cuando|when)\b",
                sentence.folded[: match.start()],
            )
            if not owner.models or also or _negated(sentence.folded, match.start()):
                continue
            by = _BY.match(sentence.folded, match.end()) if place == 0 else None
            if by is not None:
                if _leads_by(by.group("what"), owner, measures) is False:
                    why = Localised("no va por delante en eso", "it does not lead in that")
                    yield Problem("comparison", sentence.plain[match.start() : by.end()].strip(), why)
                continue
            if place == 0 and _LIMITED.match(sentence.folded, match.end()):
                continue
            if place == 0 and _better_for_something(sentence, match, owner, measures):
                continue
            first = first_of_its_way(sentence, measures.support) if place == 0 else None
            if first is not None:
                if first not in owner.models:
                    yield Problem("order", sentence.plain[match.start() : match.end()], order)
                continue
            at_it = [m in ranked and ranked.index(m) == place for m in owner.models]
            if _NEITHER.search(sentence.folded[: match.start()]):
                if any(m in ranked and ranked.index(m) == place for m in sentence.owners.carried().models):
                    yield Problem("order", sentence.plain[match.start() : match.end()], order)
                continue
            if not any(at_it):
                yield Problem("order", sentence.plain[match.start() : match.end()], order)
    for match in _LIST_ORDER.finditer(sentence.folded):
        before = [n for n in sentence.owners.named if n.end <= match.start() and len(n.models) == 1]
        after = [n for n in sentence.owners.named if n.start >= match.end() and len(n.models) == 1]
        if before and after:
            first, second = before[-1].models[0], after[0].models[0]
            if first in ranked and second in ranked and ranked.index(first) > ranked.index(second):
                yield Problem("order", sentence.plain[match.start() : match.end()], order)


_NEITHER = re.compile(r"(?:^|[.;:,]\s*)\W*(?:ningun[oa]?|neither|none)\b[^.;:]*$")
""" "Neither of the two comes first"."""


_WINS = re.compile(
    r"\b(?:the one to (?:beat|watch)|el rival a batir|a batir|(?:comes?|goes|ranks?|is|finishes) first|wins|leads|gana|va (?:el |la )?primer[oa]|sale (?:ganando|por delante)|comes? out (?:ahead|on top|best)|(?:is|are) (?:ahead|on top|in front|the best|best)|se impone|queda (?:por delante|primer[oa])|va (?:por )?delante|manda|destaca|lidera|encabeza|does best|scores? (?:best|highest|the most)|se lleva la palma|takes the (?:prize|lead))\b"
)


def _wins_by(sentence: Sentence, measures: Measures) -> Iterator[Problem]:
    """ "In speed, B is the one to beat": by what the sentence orders by."""
    ahead = AHEAD.match(sentence.folded) or AHEAD_OF_VERB.match(sentence.folded)
    match = _WINS.search(sentence.folded, ahead.end() if ahead else 0)
    told = [by for by in (ahead, _BY.match(sentence.folded, match.end()) if match else None) if by]
    if not told or match is None or _negated(sentence.folded, match.start()):
        return
    owner = _subject_of_place(sentence, match)
    if owner.models and not owner.every:
        named = ((by.groupdict().get("label") or by.group("what")).strip() for by in told)
        if next((leads for what in named if (leads := _leads_by(what, owner, measures)) is not None), None) is False:
            span = sentence.plain[match.start() : match.end()]
            yield Problem("comparison", span, Localised("no va por delante en eso", "it does not lead in that"))


_LAST = re.compile(
    r"\b(?:(?:is|comes?|ranks?|finishes|goes) last\b|(?:the )?last (?:one )?(?:of|in|on|among) (?:the (?:three|four|list|ranking|group|shortlist)|them|those)|(?:el|la) ultim[oa] (?:de (?:los tres|la lista|los cuatro|ell[oa]s|la clasificacion)|en la lista)|(?:va|queda|es|sale) (?:en )?(?:el |la )?ultim[oa]\b|(?:closes|rounds off|completes) (?:the|our) (?:list|ranking|podium|three|trio)|cierra (?:la lista|el podio|el trio|la clasificacion)|(?:brings|bringing) up the rear|farolillo rojo|ultim[oa] (?:puesto|lugar)|last place)"
)


_TOP = re.compile(
    r"\b(?:in|among|within|entre) (?:the |l[oa]s )?(?:top|first|primer[oa]s) (?P<n>\d+|three|five|ten|twenty|tres|cinco|diez|veinte)\b|\bentre l[oa]s (?P<m>\d+|tres|cinco|diez|veinte) (?:primer|mejor)[oe]s\b"
)
_SIZES = {"three": 3, "tres": 3, "five": 5, "cinco": 5, "ten": 10, "diez": 10, "twenty": 20, "veinte": 20}


def _among_first(sentence: Sentence, measures: Measures) -> Iterator[Problem]:
    """ "In the top ten": by the place that a verdict gives."""
    for match in _TOP.finditer(sentence.folded):
        word = match.group("n") or match.group("m")
        most = int(word) if word.isdigit() else _SIZES[word]
        owner = sentence.owners.of(match.start(), match.end())
        places = [-p for m in owner.models if (p := measures.value("place", m)) is not None]
        if places and all(p > most for p in places) and not _negated(sentence.folded, match.start()):
            span = sentence.plain[match.start() : match.end()]
            yield Problem(
                "order", span, Localised("el orden no es el de la clasificación", "the order is not the ranking's")
            )


def _last(sentence: Sentence, measures: Measures) -> Iterator[Problem]:
    """ "B closes the list": the last of those shown."""
    ranked = list(measures.ranked())
    for match in _LAST.finditer(sentence.folded):
        models = _subject_of_place(sentence, match).models
        ends = {len(ranked) - 1, min(len(ranked), 3) - 1}
        known = [m for m in models if m in ranked]
        if known and not _negated(sentence.folded, match.start()) and all(ranked.index(m) not in ends for m in known):
            span = sentence.plain[match.start() : match.end()]
            yield Problem(
                "order", span, Localised("el orden no es el de la clasificación", "the order is not the ranking's")
            )


def _put_first(sentence: Sentence, measures: Measures) -> Iterator[Problem]:
    """Where there is no ranking: who is put first must not be one that a verdict rules out or puts farther down."""
    pattern, _ = _PLACES[0]
    for match in pattern.finditer(sentence.folded):
        models = _subject_of_place(sentence, match).models
        limited = _LIMITED.match(sentence.folded, match.end()) or _negated(sentence.folded, match.start())
        if models and not limited and all(measures.comes_later(m) for m in models):
            span = sentence.plain[match.start() : match.end()]
            why = Localised(f"«{span}» contradice el veredicto", f'"{span}" contradicts the verdict')
            yield Problem("eligibility", span, why)


_BY = re.compile(
    r"\s+(?:on|in|at|en|por)\s+(?:el |la |the )?(?P<what>(?!(?:total|general|overall|conjunto|este|this|about|around|unos|only|solo|just|casi|nearly)\b)[a-z][^.;:,$]{2,40})"
)
""" "Leads on LMArena WebDev": not in the ranking."""


_LIMITED = re.compile(
    r"[^.;,:]{0,30}\b(?:si|if|when|cuando|entre l[oa]s (?:otr|alternativ)\w+|(?:of|among) the (?:others|alternatives|rest))\b"
)
""" "The most suitable if you want more context" leads in that alone."""


_THAN = re.compile(r"[^.;:,]{0,16}?\b(?:than|que|frente al?|compared|over)\b")
_FOR_WHAT = re.compile(r"[^.;:]{0,40}?\b(?:for|para|in|en|at|with|con|when|cuando|al|on|by|por)\s+(?P<what>[^.;:,]+)")


def _better_for_something(sentence: Sentence, match: re.Match[str], owner: Owner, measures: Measures) -> bool:
    """Whether "a better choice" is said beside another, of the better of two compared, or for something the person did not ask."""
    if not re.fullmatch(_FITS, match.group()):
        return False
    if _THAN.match(sentence.folded, match.end()) or better_of_two(owner.models, measures.support):
        return True
    if any(n.start > match.end() for n in sentence.owners.named) and not sentence.folded[: match.start()].strip():
        return True
    use = _FOR_WHAT.match(sentence.folded, match.end())
    return use is not None and not of_their_use(use.group("what"), measures.support)


_CODE = re.compile(r"(?:coding|code\b|programming|programacion|programar|codigo)")


def _leads_by(what: str, owner: Owner, measures: Measures) -> bool | None:
    """Whether a model has the most of a test or a measure among those compared; None where that is neither."""
    plain = re.sub(r"'s\b| (?:ranking|leaderboard|test|benchmark)\b", "", what)
    tests = sorted(measures.benchmarks(), key=len, reverse=True)
    test = next((b for b in tests if what.startswith(b) or plain.startswith(b)), None)
    if test is None and _CODE.match(what):
        relation = Relation(0, 0, "score", "superlative", 1)
        tests = [b for b in measures.benchmarks() if "coding" in b]
        held = [measures.extreme_by(f"bench:{b}", relation, m, measures.scope()) for b in tests for m in owner.models]
        return True if True in held else False if False in held else None
    measure = measure_in(what)
    sign = -1 if measure in ("price", "latency", "memory") else 1
    if test is not None:
        relation = Relation(0, 0, "score", "superlative", 1)
        return any(measures.extreme_by(f"bench:{test}", relation, m, measures.scope()) for m in owner.models)
    if measure is None or measure == "score":
        return None
    relation = Relation(0, 0, measure, "superlative", sign)
    return any(measures.extreme(relation, m, frozenset(), measures.scope()) for m in owner.models)


def _ordered_by_other(sentence: Sentence, measures: Measures) -> bool:
    """Whether the sentence lists models by something else than the ranking: "in terms of output, ...", "the newest is ..."."""
    if any(r.form == "superlative" and r.measure not in ("score", None) for r in sentence.relations):
        return True
    ahead = AHEAD.match(sentence.folded) or AHEAD_OF_VERB.match(sentence.folded)
    if not ahead:
        return False
    what = ahead.group("what") or ahead.group("label")
    measure = measure_in(what)
    return (measure is not None and measure != "score") or any(b in what for b in measures.benchmarks())


def _subject_of_place(sentence: Sentence, match: re.Match[str]) -> Owner:
    after = [n for n in sentence.owners.named if n.start >= match.end()]
    gap = sentence.folded[match.end() : after[0].start] if after else ""
    ahead = any(n.end <= match.start() for n in sentence.owners.named)
    if after and not ahead and re.fullmatch(r"\s+(?:el |la )?", gap):  # "se impone B"
        return Owner(after[0].models, stranger=after[0].kind in ("stranger", "quoted"))
    if after and re.fullmatch(
        r"\s*(?:(?:para ti|for you|aqui|here|overall|en conjunto|(?:al?|para|con|to|for|with) (?:tus?|your|est[ea]|this|the|el|la|un|una|an?)(?: \w+){1,4}?)\s*)?(?:es|is|seria|would be|:|,|-|va para|goes to|sigue siendo|remains)\s*(?:el |the |claramente |clearly )?",
        gap,
    ):
        return Owner(after[0].models, stranger=after[0].kind in ("stranger", "quoted"))
    return sentence.owners.of(match.start(), match.end())


def _negated(folded: str, start: int) -> bool:
    return bool(re.search(r"\b(?:no|not|isn't|nunca|never)\s+(?:\w+\s+){0,3}$", folded[max(0, start - 30) : start]))
