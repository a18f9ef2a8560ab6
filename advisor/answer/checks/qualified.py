"""In what a model is said to be better: a test, a factor of the guide, a language, or a measure of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answer.checks.measures import Measures
from advisor.answer.checks.said import of_their_use
from advisor.answer.checks.sentence import Sentence
from advisor.answer.claims.degrees import Measure, measure_in
from advisor.answer.claims.relations import Relation
from advisor.answer.claims.traits import languages_in

_FACTORS = {
    "language": r"idiomas?|lenguas?|languages?", "context": r"contextos?|contexts?|documentos largos|long documents",
    "customization": r"personalizacion|customi[sz]ation|fine-?tuning|ajuste fino", "performance": r"rendimiento|performance",
    "training": r"entrenamiento|training", "architecture": r"arquitectura|architecture", "size": r"tamano|size",
}  # fmt: skip
_QUALIFIED = re.compile(r"^\s*(?:\w+\s+){0,5}?(?:en|in|at|for|para|de|by|por|on)\s+(?P<what>[a-z][a-z -]{2,40})")
_OVERALL = re.compile(
    r"^(?:tu\b|tus\b|your\b|you\b|ti\b|lo que|what|este caso|this|conjunto|general|overall|eso|esto|la mayoria|most|a restaurant|un\b|una\b|el total|total|aqui|here|empezar|start|el ranking|the ranking|puntuacion|score|place|puesto|position|posicion|las tres|los tres|the three|nuestr|the shortlist|la lista|la clasificacion|ell[oa]s|them|these|est[oa]s|list)"
)
_SPEAKS = re.compile(
    r"\b(?:speaks?|writes?|handles?|understands?|knows?|habla|escribe|maneja|entiende|domina|conoce)\s+(?:the |el )?(?P<language>[a-z]+)\s+(?:much |far |bastante |mucho )?$"
)


def _spoken(sentence: Sentence, relation: Relation) -> str:
    """ "Speaks Arabic better than B": the language's code."""
    before = _SPEAKS.search(sentence.folded[: relation.start])
    codes = languages_in(before.group("language")) if before else frozenset[str]()
    return next(iter(codes), "")


def with_qualifier(sentence: Sentence, relation: Relation, measures: Measures) -> tuple[Relation, str | None] | None:
    """ "better at X": the sense that X stands for; None where the evidence has no measure for it."""
    if relation.measure == "measured":
        spoken = languages_in(sentence.folded)
        sense = f"percentile:{next(iter(spoken))}" if len(spoken) == 1 else ""
        known = bool(sense) and any(measures.value(sense, m) is not None for m in measures.support.cards)
        return relation, sense if known else None
    if relation.measure != "score":
        return relation, None
    language = _spoken(sentence, relation)
    if language:
        return relation, f"percentile:{language}"
    ahead = AHEAD.match(sentence.folded) or AHEAD_OF_VERB.match(sentence.folded)
    if ahead and ahead.end() <= relation.start:
        told = _meant((ahead.group("what") or ahead.group("label")), relation, sentence, measures)
        if told is not None:
            return told
    tests = sorted((b for b in measures.benchmarks() if b in sentence.folded), key=len, reverse=True)
    within = sentence.folded[relation.start : relation.end]
    for factor, pattern in _FACTORS.items():
        if re.search(rf"\b(?:{pattern})\b", within):
            return relation, f"factor:{factor}"
    clause = sentence.folded[relation.end : relation.end + 60]
    if not tests and re.search(r"punt|nota|score|rating", within) and re.match(r"\s*(?:al?|que|than|to)\b", clause):
        return relation, None
    if tests and (
        relation.form == "difference"
        or re.match(rf"[^.;,]{{0,40}}?\b(?:en|in|on|at)\s+(?:el |la |the )?{re.escape(tests[0])}", clause)
    ):
        return relation, f"bench:{tests[0]}"
    after = sentence.folded[relation.end : relation.end + 90]
    after = re.split(
        r"[.;:,(]|\b(?:que|than|because|porque|ya que|si|if|y|and|with|con)\b",
        re.sub(r"^\s*(?:que|than)\s+[\w ,.·-]{0,40}?(?=\s(?:en|in|at|for|para)\s|$)", "", after),
    )[0]
    named = _QUALIFIED.match(after)
    if not named:
        return relation, None
    what = named.group("what").strip()
    if _OVERALL.match(what):
        return relation, None
    told = _meant(what, relation, sentence, measures)
    if told is not None:
        return told
    if relation.form == "superlative" and of_their_use(what, measures.support):
        return relation, None
    use = re.match(
        r"(?:\w+ ){0,2}?(?:mac\b|pc\b|laptop|portatil|card\b|tarjeta|grafica|gpu|equipo|ordenador|machine|server|chatbot|coding|programar|codigo|resumir|rag|agent|traduc|transl|summar|use case|caso|uso|restaurant|tarea|task|proyecto|project)",
        what,
    )
    return (relation, None) if use and relation.form == "superlative" else None


AHEAD = re.compile(
    r"\W*(?!(?:[a-z]+ ){0,2}(?:answer|respuesta|verdict|veredicto|resumen|summary)(?: [a-z]+)?:)(?P<label>[a-z][a-z -]{2,24}):|"
    r"\W*(?:en (?:cuanto al?|terminos de|lo que respecta a)|en|por|in terms of|when it comes to|as for|in|on|by|for)\s+(?:el |la |los |the )?(?P<what>[a-z][a-z -]{2,30}?),"
)
AHEAD_OF_VERB = re.compile(
    r"\W*(?P<label>\Z)?(?:en|por|on|in|by)\s+(?:el |la |los |the )?(?P<what>[a-z][a-z0-9() .-]{2,30}?)(?=\s+(?:gana|va|es|sale|vence|destaca|manda|queda|lidera|encabeza|se impone|se lleva|quien|wins|is|comes|leads|it's|it is|it was|scores|does|takes)\b)"
)
_OTHER_WAY: frozenset[Measure] = frozenset({"price", "latency", "memory"})
"""Measures of which less is better."""


def _meant(what: str, relation: Relation, sentence: Sentence, measures: Measures) -> tuple[Relation, str | None] | None:
    """The sense of "better at `what`": a test, a factor, or a measure of its own."""
    test = next((b for b in measures.benchmarks() if what.startswith(b) or b.startswith(what)), None)
    if test:
        return relation, f"bench:{test}"
    measure = measure_in(what)
    if measure is not None and measure != "score":
        sign = -relation.sign if measure in _OTHER_WAY else relation.sign
        return replace(relation, measure=measure, sign=sign), None
    for factor, pattern in _FACTORS.items():
        if re.match(rf"(?:el |la |the |los )?(?:{pattern})\b", what):
            return relation, f"factor:{factor}"
    if any(sentence.folded[m.start : m.end] in what for m in sentence.mentions if m.models):
        return relation, None
    return None
