"""How many meet the needs, who is tied with whom, and what only one does: said in words, held against the ranking."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.measures import TIE, Measures
from advisor.answer.checks.sentence import Problem, Sentence
from advisor.domain.language import Localised

_MEETS = r"(?:meets?|satisf\w+|fulfil\w*|cumplen?|satisfacen?|qualif\w+)"
_NONE = re.compile(
    rf"\b(?:none of (?:the|these|our|them)(?: \w+){{0,2}}|no (?:single )?models?|ningun modelo|ninguno(?: de (?:l[oa]s|est[oa]s|ellos))?(?: modelos| opciones)?)\s+(?:\w+\s){{0,2}}?{_MEETS}\b"
)
_ONE = re.compile(
    rf"\b(?:(?:only|just|solo|solamente) (?:one|un[oa]?)(?: (?:model|of them|modelo|de ellos))?|(?:the )?only (?:one|model|option)(?: (?:that|which))?|(?:el|la) unic[oa](?: (?:modelo|opcion))?(?: que)?)\s+{_MEETS}\b"
)
_SOME = re.compile(
    rf"\b(?:several|many|some|most|all|two|three|varios|muchos|algunos|todos|dos|tres)(?: of)?(?: (?:the|these|los|estos|de los))?(?: models| options| modelos| opciones)?\s+{_MEETS}\b"
)
_SUPPOSED = re.compile(
    r"\b(?:if|si|sin|without|would|could|unless|salvo|excepto|except|but|pero|not|no (?!models?|single)|\w+ri(?:a|an)|dejando|dropping|giving up|renunci\w+|all but|both|tambien)\b"
)
_TIED = re.compile(
    r"\b(?:tied|empatad[oa]s|in a tie|empatan)\b(?! (?:on|in|at|en|por) (?!score|points|punt|first|second|third|primer|segund|tercer))"
)
_IN_WHAT = re.compile(r"\W*(?:en|in|on|por|by) (?!(?:la lista|el ranking|the ranking|the list|puntos|points)\b)")
""" "In memory the first two are tied"."""
_NEARLY = re.compile(r"\b(?:practicamente|casi|practically|nearly|almost|virtually)\s+$")
_DENIED = re.compile(r"\b(?:no|not|n't|aren't|nunca)\s+(?:\w+\s+){0,3}$")


def check_counts(sentence: Sentence, measures: Measures) -> Iterator[Problem]:
    if sentence.question or sentence.conditional:
        return
    yield from _meeting(sentence, measures)
    yield from _ties(sentence, measures)
    yield from _unlisted(sentence, measures)


def _meeting(sentence: Sentence, measures: Measures) -> Iterator[Problem]:
    ranking = measures.support.evidence.ranking
    if ranking is None or _SUPPOSED.search(sentence.folded) or sentence.quantities:
        return
    for pattern, fits in ((_NONE, ranking.eligible == 0), (_ONE, ranking.eligible == 1), (_SOME, ranking.eligible > 0)):
        match = pattern.search(sentence.folded)
        if match and not fits:
            span = sentence.plain[match.start() : match.end()]
            why = Localised(
                f"«{span}»: no son tantos los que cumplen", f'"{span}": that is not how many meet the needs'
            )
            yield Problem("eligibility", span, why)
            return


def _ties(sentence: Sentence, measures: Measures) -> Iterator[Problem]:
    match = None if _IN_WHAT.match(sentence.folded) else _TIED.search(sentence.folded)
    shown = set(measures.ranked()[:3])
    meant = [[m for m in n.models if len(n.models) == 1 or m in shown] for n in sentence.owners.named]
    named = [models[0] for models in meant if len(models) == 1]
    if match and not named:
        named = list(sentence.owners.of(match.start(), match.end()).models)
    if match is None or len(set(named)) != 2 or any(q.unit.startswith("usd") for q in sentence.quantities):
        return
    first, second = dict.fromkeys(named)
    known = {m: measures.value("score", m) for m in (first, second)}
    if None in known.values() or not {first, second} <= set(measures.ranked()):
        return
    one, other = (score or 0.0 for score in known.values())
    hedged = bool(_NEARLY.search(sentence.folded[: match.start()]))
    level = abs(one - other) < (2.5 * TIE if hedged else TIE) or round(100 * one) == round(100 * other)
    denied = bool(_DENIED.search(sentence.folded[: match.start()]))
    tied = measures.tied(first, second)
    if (tied and denied) or (not tied and not level and not denied):
        span = sentence.plain[match.start() : match.end()]
        yield Problem(
            "order",
            span,
            Localised(f"«{span}» no es lo que dice la clasificación", f'"{span}" is not what the ranking says'),
        )


_NOT_LISTED = re.compile(
    r"\b(?:(?:is|are)(?:n't| not) (?:\w+ )?|(?:does|do)(?:n't| not) (?:appear |feature )|no (?:figuran?|aparecen?|estan?|salen?|entran?) )(?:in|on|en|among) (?:the |la |our )?(?:list|ranking|shortlist|lista|clasificacion)\b"
)


def _unlisted(sentence: Sentence, measures: Measures) -> Iterator[Problem]:
    """ "B is not in the ranking"."""
    match = _NOT_LISTED.search(sentence.folded)
    models = sentence.owners.of(match.start(), match.end()).models if match else ()
    if match and models and all(m in measures.ranked() for m in models):
        span = sentence.plain[match.start() : match.end()]
        yield Problem("eligibility", span, Localised(f"«{span}»: sí está", f'"{span}": it is'))
