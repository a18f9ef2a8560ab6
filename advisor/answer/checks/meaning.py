"""Whether a figure of the evidence is what a sentence says its number is: unit, role, test, provider, measured or estimated."""

from __future__ import annotations

import re

from advisor.answer.checks.labels import in_what, starts_change, under_its_label
from advisor.answer.checks.memory import at_its_settings, had, is_usable, of_the_model, of_the_whole
from advisor.answer.checks.parts import factor_beside, in_brackets, of_its_factor
from advisor.answer.checks.sellers import at_its_provider
from advisor.answer.checks.sentence import Sentence
from advisor.answer.checks.thinking import as_it_thought
from advisor.answer.checks.values import COUNTED, same_value
from advisor.answer.claims.folding import fold
from advisor.answer.claims.quantities import Quantity
from advisor.answer.claims.roles import agree, find_roles
from advisor.answer.claims.traits import languages_in
from advisor.answer.figure import Figure, content_words, is_dated, is_volume

_FIT_WORDS = re.compile(
    r"\bq\d\w*|\bcab|\bfit|\bgb\b|\bgiga|memori|vram|\bkv\b|grafica|\bcard|\bgpu|equipo|machine|tarjeta|hardware|ordenador|portatil|laptop"
)
_ON_OWN = re.compile(
    r"\b(?:(?:en|con|on|for) (?:tus?|your|su) (?:\w+ ){0,2}?(?:equipo|maquina|machine|grafica|tarjeta|card|gpu|ordenador|portatil|laptop|mac\w*|pc|hardware|rtx|\d{4})|localmente|en local|locally)\b"
)
"""Said of the person's machine, where a speed measured at a provider does not hold."""
_MEASURED = re.compile(
    r"\b(?:medid[oa]s?|medimos|hemos medido|measured|benchmarked|comprobad[oa]s?|tested|timed|clocked|probad[oa]s?|cronometrad[oa]s?|hemos probado|en pruebas reales|real[- ]world|in (?:our )?tests)\b"
)
_NOT_MEASURED = re.compile(
    r"\b(?:no|not|sin|without|n't|estimad|estimat)\w*\b[^.;]{0,20}\b(?:medi|measur|comprob|prob|test|timed)"
)


_OF_CATALOGUE = re.compile(r"\s*(?:del?|of)\s(?:\w+\s){0,2}?(?:catalog\w*|models|modelos)\b")
_ESTIMATED = re.compile(r"(?<!not )(?<!no )\b(?:estimad[oa]s?|estimated)\b")


def same_meaning(sentence: Sentence, quantity: Quantity, roles: frozenset[str], figure: Figure) -> bool:
    if not same_unit(sentence, quantity, roles, figure):
        return False
    before = sentence.folded[max(0, quantity.start - 40) : quantity.start]
    roles = roles if figure.model or figure.field else _beside_colon(sentence, quantity, roles)
    told = roles - {"usage"} if figure.unit == "GB" and figure.model is None and not figure.field else roles
    if figure.field == "need:tokens_per_month" and "own" in told:
        told -= {"input", "output"}
    told = told - {"lora", "full"} if starts_change(sentence, quantity) else told
    if quantity.unit.startswith("usd") and "reading" in told:  # "reads for 0.20"
        told |= {"input"}
    if is_volume(figure, told) or not (is_dated(figure) or agree(told, figure.unit, figure.tags, figure.must)):
        return False
    spoken = quantity.unit == "%" and bool(figure.model)
    if not figure.field and not (
        (not spoken or _of_language(sentence, quantity, figure)) and _as_told(sentence, quantity, roles, figure)
    ):
        return False
    if (
        quantity.unit in ("params", "tokens")
        and "limit" not in figure.tags
        and figure.model
        and _ASKED_BY_USE.search(before)
    ):
        return False
    if figure.labels and figure.other_labels and not under_its_label(sentence, quantity, figure):
        return False
    if figure.unit == "score" and quantity.unit != "score" and _names_test(sentence) and figure.field:
        return False
    if figure.field in _RUNNING and told & {"lora", "full"}:
        return False
    if figure.tags & {"lora", "full"} and figure.model and figure.unit == "GB" and not _TUNING.search(sentence.folded):
        return False
    if figure.field == "footprint" and not at_its_settings(sentence, quantity, figure):
        return False
    if figure.unit == "GB" and not of_the_whole(sentence, quantity, figure):
        return False
    if figure.field == "need:ram_gb" and is_usable(sentence, quantity):
        return False
    if figure.field in ("fit.available", "need:vram_gb", "need:ram_gb") and not had(sentence, quantity, roles):
        return False
    if figure.unit == "params" and figure.model is not None:
        if _STARTING.search(before) and "limit" not in figure.tags:
            return False
        named_so = figure.field != "name.size" and "limit" not in figure.tags
        sized = re.search(r"param", sentence.folded[quantity.start : quantity.end])
        if named_so and not sized and _ARTICLE.search(before) and not _SIZED.match(sentence.folded, quantity.end):
            return False
    if figure.unit == "usd/M" and quantity.unit in ("bare", "usd") and _PER_THOUSAND.search(sentence.folded):
        return False
    if quantity.unit == "%" and _OF_CATALOGUE.match(sentence.folded, quantity.end):
        if figure.unit == "score" or (roles & {"speed", "price", "context", "latency"}) - figure.tags:
            return False
    if quantity.unit == "%" and _BELOW.search(sentence.folded[: quantity.start]) and not figure.field:
        if re.match(r"\s*(?:del?|of)\b[^.;]{0,16}\bcatalog", sentence.folded[quantity.end :]):
            return False
    if figure.field == "name.size" and all(value != figure.value for value, _ in quantity.readings):
        return False
    if figure.field == "fit.weights" and not re.search(r"\b(?:pesos?|weights?)\b", sentence.folded):
        return False
    if figure.field in ("fit.context", "fit.max_context") and not _FIT_WORDS.search(sentence.folded):
        return False
    if "reasoning)" in figure.variant and not as_it_thought(sentence, quantity, figure):
        return False
    sold = figure.field.startswith(("price_", "throughput", "time_to")) or (figure.unit == "usd/M" and figure.name)
    if sold and not at_its_provider(sentence, quantity, figure):
        return False
    if figure.field in ("throughput_tokens_per_s", "time_to_first_token_s"):
        left, right = sentence.folded.rfind(";", 0, quantity.start) + 1, sentence.folded.find(";", quantity.end)
        if _ON_OWN.search(sentence.folded[left : right if right >= 0 else None]):
            return False
    if (
        figure.field in ("benchmarks", "languages_measured")
        and quantity.unit == "%"
        and _AS_PERCENTILE.search(sentence.folded[: quantity.start])
    ):
        return False
    if figure.field == "benchmarks" and not _names_benchmark(sentence, quantity, figure):
        return False
    if figure.field == "languages_measured" and not re.search(
        r"euroeval|rank|idioma|language|calidad|quality", sentence.folded
    ):
        return False
    if figure.unit == "score" and not of_its_factor(sentence, quantity, figure):
        return False
    if figure.field.startswith("factor:") and not (
        figure.words & content_words(sentence.folded) or _factor_named(sentence, figure)
    ):
        return False
    near = re.split(r"[;(,]", sentence.folded[max(0, quantity.start - 60) : quantity.start])[-1]
    near += re.split(r"[,;.()]|\b(?:y|and|pero|but)\b", sentence.folded[quantity.start : quantity.end + 50])[0]
    measured = _MEASURED.search(near) and not _NOT_MEASURED.search(near)
    reckoned = figure.kind == "estimated" and (not figure.field or figure.field.startswith(("fit", "cost")))
    if figure.kind == "measured" and _ESTIMATED.search(near) and not _MEASURED.search(near):
        return False
    return not (measured and reckoned)


_OF_TESTS = re.compile(
    r"\s+(?:published |independent |different |distintas |publicadas )?(?:tests?|measurements?|benchmarks?|pruebas|medidas|mediciones)\b"
)


def _beside_colon(sentence: Sentence, quantity: Quantity, roles: frozenset[str]) -> frozenset[str]:
    """Without what stands before a colon alone: "a big window is no accuracy: only half held up at 32K"."""
    colon = sentence.folded.rfind(": ", 0, quantity.start)
    if colon < 0 or len(sentence.folded[:colon].split()) < 4:
        return roles
    said = {r for _, r in find_roles(sentence.folded[colon:])}
    return frozenset(r for r in roles if r in said or r == "own")


_AS_PERCENTILE = re.compile(r"\bpercentile?s?\b[^.;,]{0,24}$")
_FOR_THE_USE = re.compile(r"[^.;,]{0,30}?\b(?:for (?:this|your) use|para (?:este|tu) uso)\b")


def _of_language(sentence: Sentence, quantity: Quantity, figure: Figure) -> bool:
    """Whether a percentile is one of the language that the sentence names before it, if it names one."""
    near = re.split(r"[;.:,]", sentence.folded[: quantity.start])[-1]
    if _FOR_THE_USE.match(sentence.folded, quantity.end) or _IN_THE_USE.search(near):
        return not figure.languages
    said = languages_in(
        re.split(r"[;.:]|,? \b(?:aunque|pero|but|though|although|while|mientras) ", sentence.folded[: quantity.start])[
            -1
        ]
    ) or languages_in(re.split(r"[;.,]", sentence.folded[quantity.end :])[0])
    ahead = re.split(
        r"[;.]|,? \b(?:aunque|pero|but|though|although|while|mientras) ", sentence.folded[: quantity.start]
    )[-1]
    said = said or languages_in(ahead)
    if figure.languages and not said and _OF_USE.search(sentence.folded[: quantity.start]):
        return bool(languages_in(sentence.folded) & figure.languages)
    return not said or bool(said & figure.languages)


_IN_THE_USE = re.compile(
    r"\b(?:en|para|in|for|on|at) (?:este|ese|this|that) (?:uso|caso|use|task|kind of \w+)\b(?!.*\b(?:en|in) [a-z]+ $)"
)
_OF_USE = re.compile(
    r"\b(?:calidad medida|measured quality|quality measured)(?: (?:para|for|in|en|al|a la hora de)) (?!(?:el |la )?(?:idioma|language))[^.;,]{3,40}$"
)
""" "Its measured quality for summarising": of the use, and of no language."""
_RUNNING = frozenset({"fit.total", "fit.weights", "fit.kv", "footprint"})
"""Memory that running a model takes, which tuning it does not."""
_TUNING = re.compile(r"\b(?:\w*tun(?:e|es|ed|ing)|ajust\w+|afin\w+|re?entren\w+|entren\w+|train\w*|q?lora|peft)\b")
_BATCH = re.compile(r"\b(?:batch\w*|lotes?|deferred|diferid\w+)\b")
_ENOUGH = re.compile(
    r"\b(?:ya se \w+|van? (?:muy |mas que )?(?:bien|sobrad\w+)|works? (?:fine|well)|hacen? falta|harian? falta|will do|would do|do (?:fine|well|nicely)|gets? by|plenty|llega\w* con|alcanza\w*|se apana\w*|usos?|use|tareas?|tasks?|basta\w*|enough|suficien\w*|sobra\w*|needs?|necesit\w+|o mas|or (?:more|larger|bigger|above)|en adelante|va bien|does well|partir|desde|from|least|menos|minim\w+|recom\w+|pid\w+|pide\w*|asks?)\b"
)


def _as_told(sentence: Sentence, quantity: Quantity, roles: frozenset[str], figure: Figure) -> bool:
    """Whether a text's figure keeps its part: what a use asks for, what the person has, what a fit was reckoned with."""
    left, right = sentence.folded.rfind(";", 0, quantity.start) + 1, sentence.folded.find(";", quantity.end)
    clause = sentence.folded[left : right if right >= 0 else None]
    tests = [test for test in sentence.tests if test in clause or test not in sentence.folded]
    if quantity.unit == "%" and "percentil" in re.split(r"[,;]", sentence.folded[: quantity.start])[-1]:
        tests = []  # a place among all, and no result of the test named after it
    if tests and figure.unit in ("bare", "%") and figure.model is not None:
        if not any(content_words(test) <= figure.words for test in tests):
            return False
    priced = figure.unit == "usd/M" and not figure.tags & {"input", "output", "cached"}
    if priced and figure.model is not None and len(figure.words & content_words(sentence.folded)) < 2:
        return False
    if "cached" in figure.tags and figure.unit.startswith("usd") and "cached" not in roles:
        return False
    if "batch" in figure.tags and figure.unit.startswith("usd") and not _BATCH.search(sentence.folded):
        return False
    if "limit" in figure.tags and not _ENOUGH.search(sentence.folded):
        return False
    theirs = "whole" in figure.tags or ("own" in figure.tags and figure.unit in ("tokens", "bare"))
    if theirs and figure.unit == "GB" and "free" not in roles and of_the_model(sentence, quantity):
        return False
    if theirs and figure.model is not None and "own" not in roles:
        before = sentence.folded[max(0, quantity.start - 12) : quantity.start]
        return bool(re.search(r"\b(?:de|of|out of|en|in|into|within|on)\s+(?:los |the |unos |an? |una )?$", before))
    return not ("fitted" in figure.tags and figure.unit == "tokens") or bool(
        _FIT_WORDS.search(sentence.folded) or "estima" in sentence.folded
    )


_ASKED_BY_USE = re.compile(
    r"\b(?:this|your|the|este|tu|el|esta|la) (?:use|task|job|uso|tarea|trabajo) (?:\w+ )?(?:needs?|requires?|necesita|pide|requiere|asks? for|calls? for|wants)\b[^.;,\d]{0,20}$"
)
""" "This use needs at least ..." tells no model's size."""
_ARTICLE = re.compile(r"\b(?:the|el|la|del|al)\s+$")
_SIZED = re.compile(r"\s*(?:that|que|of|de|in|en|\w+)?\s*(?:total|activ|param|weights|pesos|tokens|size|tamano)")
""" "The 9B" is a name, "the 9.65B of parameters" a size."""
_STARTING = re.compile(r"\b(?:from|desde|a partir de|upwards of)\s+(?:los |unos |about |around |some |roughly )?$")
""" "From about 14B" is what a use asks for, not a model's size."""


def _names_test(sentence: Sentence) -> bool:
    return bool(sentence.tests) or any(m.kind == "benchmark" for m in sentence.mentions)


_PER_THOUSAND = re.compile(r"\b(?:per|por|por cada|each|cada) (?:thousand|mil\b(?! millones)|1 ?k\b|1[.,]?000\b)")
_BELOW = re.compile(
    r"\b(?:por debajo|below|worse than|peor que|under|inferior a)(?:\s+(?:del?|al?|la|el|l|lo|los|that|of|the))*\s*$"
)
_FACTOR_NAMES = {
    "language": r"idioma|language", "size": r"tamano|size", "context": r"context", "customization": r"personaliz|customi",
    "performance": r"rendimiento|performance", "training": r"entrenamiento|training", "architecture": r"arquitectura|architecture",
}  # fmt: skip


def _factor_named(sentence: Sentence, figure: Figure) -> bool:
    return bool(re.search(_FACTOR_NAMES[figure.field.partition(":")[2]], sentence.folded))


_TEST_NAMES = (
    (re.compile(r"\bartificial analysis\b"), "aa"),
    (re.compile(r"\bindice de (?:codigo|programacion)\b"), "coding index"),
    (re.compile(r"\bindice de inteligencia\b"), "intelligence index"),
)
"""Tests by what their names mean."""


def _names_benchmark(sentence: Sentence, quantity: Quantity, figure: Figure) -> bool:
    """Whether the sentence, or the table's header, says which test: most of the words of its name."""
    told = in_what(sentence, quantity, figure)
    if told is not None:
        return told
    if sentence.tests:
        named = any(fold(figure.name).startswith(test) for test in sentence.tests)
        return named or _names_beside(sentence, quantity, figure)
    said = re.sub(r"[^a-z0-9]+", " ", f"{sentence.folded} {' '.join(sentence.thread.header).lower()}")
    for wording, name in _TEST_NAMES:
        said = wording.sub(name, said)
    words = re.findall(r"[a-z]+|\d+", (figure.test or figure.name).lower())
    if len(words) >= 3 and set(words[:3]) <= set(said.split()):
        return True
    return bool(words) and sum(1 for w in words if w in said) >= max(1, round(0.6 * len(words)))


_PIECE = re.compile(r"[;.]\s|,\s*(?:and|y|e|but|pero|while|mientras)\b|\b(?:whereas|while|mientras|aunque)\b")


def _names_beside(sentence: Sentence, quantity: Quantity, figure: Figure) -> bool:
    """Whether a figure's own part of a sentence, which names no test in full, names this one by its words."""
    cuts = [0, *(m.start() for m in _PIECE.finditer(sentence.folded)), len(sentence.folded)]
    left, right = max(c for c in cuts if c <= quantity.start), min(c for c in cuts if c >= quantity.end)
    part = sentence.folded[left:right]
    words = re.findall(r"[a-z]{2,}", fold(figure.test))
    return bool(words) and not any(test in part for test in sentence.tests) and all(w in part for w in words)


_MEANINGS = frozenset(
    {"price", "input", "output", "context", "params", "active", "speed", "latency", "memory", "languages"}
)
"""Roles that a bare number of a text must have too, to be meant."""


def same_unit(sentence: Sentence, quantity: Quantity, roles: frozenset[str], figure: Figure) -> bool:
    said, held = quantity.unit, figure.unit
    if said == held:
        if said == "bare" and figure.field == "" and figure.model and _OF_TESTS.match(sentence.folded, quantity.end):
            return bool(figure.words & {"tests", "measu", "prueb", "medid", "medic"})
        if said == "bare" and figure.field == "" and _AT_PLACE.search(sentence.folded[: quantity.start]):
            return False
        if said == "bare" and figure.field == "":
            if figure.model is not None and not quantity.scaled and figure.tags & _MEANINGS and not figure.tags & roles:
                return False
            usual = {"context", "params"} if "limit" in figure.tags else set[str]()  # "this use does well with 32K"
            return not (roles & _MEANINGS) - figure.tags - usual
        return said != "bare" or _bare_may_be(sentence, quantity, roles, figure)
    if said == "place":
        return figure.field == "position"
    if said == "usd":
        monthly = any(q.unit == "tokens/month" for q in sentence.quantities)
        return held == "usd/month" if monthly else held in ("usd/M", "usd/month", "usd/other")
    if said == "usd/month" and held == "usd":
        return (figure.field != "cost.once" and figure.model is not None) or "month" in figure.tags
    if said == "page":
        beside = figure.field or any(q.unit == "tokens" and same_value(q, figure) for q in sentence.quantities)
        return held == "tokens" and bool(beside)
    if said == "s/token":
        return held == "tokens/s"
    if said == "%":
        return held == "score" or figure.field in ("benchmarks", "languages_measured")
    if said == "score":
        return held == "%" or (held == "bare" and figure.field == "benchmarks")
    if said == "count:point":
        return held == "score" or figure.field in ("benchmarks", "language_arena")
    if said == "tokens":
        volume = "own" in roles or bool(_VOLUME.search(sentence.folded))
        return held == "tokens/month" and "context" not in roles and volume
    if said == "bare":
        return _bare_may_be(sentence, quantity, roles, figure)
    return said in COUNTED and held == "bare"


_AMONG = re.compile(
    r"\b(?:quedan?|descart\w+|exclu\w+|eligib\w+|rules? out|ruled out|left|remain\w*|modelos?|models?|catalog\w*)\b"
)


def _counts_models(sentence: Sentence, quantity: Quantity) -> bool:
    """A bare number of models: "20 of 258 are left", "rules out most: memory (144)"."""
    if any(q.unit == "count:model" for q in sentence.quantities):
        return True
    value = quantity.readings[0][0]
    return value == int(value) and bool(_AMONG.search(sentence.folded)) and not sentence.owners.named


_AT_PLACE = re.compile(r"\b(?:place|puesto|posicion|position|lugar|ranked|ranks?)\s+(?:no\.?|number|numero|#)?\s*$")
""" "Place 2 of the ranking"."""
_VOLUME = re.compile(
    r"\b(?:mes|mensual\w*|month\w*|uso|usage|volumen|volume|workload|factura|bill|consultas|queries|come to|supon\w*|assum\w*)\b|\$|\busd\b"
)


def _bare_may_be(sentence: Sentence, quantity: Quantity, roles: frozenset[str], figure: Figure) -> bool:
    """A number without a unit takes its meaning from the words around it, or from its K, M or B."""
    if _AT_PLACE.search(sentence.folded[: quantity.start]):
        return figure.field == "position"
    if figure.field in ("benchmarks", "languages_measured"):
        return True
    if figure.unit == "score":
        if figure.field == "score" and in_brackets(sentence, quantity):
            return True
        return bool(roles & {"score", "weight"} or factor_beside(sentence, quantity))
    if figure.field == "position":
        return "place" in roles and not quantity.scaled
    if figure.field == "" and figure.unit.startswith("count:"):
        return answers_briefly(sentence)
    if figure.field.startswith("count.") and figure.model is None:
        return not quantity.scaled and not roles & _MEANINGS and _counts_models(sentence, quantity)
    if figure.unit == "bits":
        return any(q.unit == "bits" for q in sentence.quantities)
    if quantity.scaled and figure.unit == "tokens":
        return True
    if quantity.scaled and figure.unit == "params":
        return bool(roles & {"params", "active", "total"})
    if figure.field.startswith("need:") and "own" in roles:
        return any(q.unit == figure.unit for q in sentence.quantities)
    if "price" in roles and not figure.unit.startswith("usd") and figure.unit not in ("bare", "tokens"):
        return False
    named = figure.tags & roles
    if figure.unit == "usd/month" and roles & {"input", "output"} and "month" not in roles:
        return False
    if figure.unit in ("usd/M", "usd/month", "usd/other"):
        return "price" in roles and bool(named)
    if figure.unit in ("tokens", "tokens/s", "tokens/month", "s", "GB", "params", "date") or figure.unit.startswith(
        "count:"
    ):
        return bool(named - {"total", "own", "measured"})
    return figure.unit == "bare" and bool(named)


def answers_briefly(sentence: Sentence) -> bool:
    """ "Roughly a thousand.": a short answer leans on the question."""
    return len(sentence.folded.split()) <= 8 and not sentence.owners.named
