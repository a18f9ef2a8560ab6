"""What would fit or come first if a need were given up must be one of the changes that were worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.beside import stands
from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.claims.folding import fold
from advisor.answer.claims.numbers import find_numbers
from advisor.answer.figure import content_words
from advisor.answer.support import Support
from advisor.domain.language import LANGUAGES, Localised
from advisor.domain.needs import NEEDS

_GIVEN_UP = re.compile(
    r"(?:^|[,;:.]\s|\b(?:and|or) )\W*(?:drop|relax|waive|skip|give up|let go of|do without|settle for|forget|loosen|lift|remove|accept|renuncia|prescinde|acepta|conformate con|olvida|elimina|quita|suelta|afloja|renuncia a|prescinde de)\b|\b(?:if you (?:could |can |were to |would )?(?:gave up|give up|drop\w*|let go|live without|do without|relax\w*|skip\w*|accept\w*)|giving up|dropping|drop the|without requiring|sin exigir|without (?:the|that|your)\b|"
    r"si (?:renuncias?|renunciaras|renunciases|prescind\w+|quitas|quitaras|dejas|dejaras|aceptas|aceptaras|relaj\w+|bajas|subes)|renunciando|prescindiendo|quitando|renunciar|prescindir|ceder en|cediendo en|(?:leav|put|sett)\w* [^.;,]{2,40}? aside|set aside|forget(?:ting)?(?: about)?|ignor\w+|if [^.;,]{2,40}? (?:did(?:n't| not)|does(?:n't| not)) matter|si (?:no (?:te )?importa\w* [^.;,]{2,40}|[^.;,]{2,30} (?:no importa\w*|diera igual|te da igual))|were it not for|if it were(?:n't| not) for|but for|dej(?:a|as|ando|ar) (?:de lado|a un lado|aparte|fuera)|(?:deja|dejas|dejando) [^.;,]{2,40}? (?:de lado|a un lado|aparte)|olvid\w+ de|si no fuera por|de no ser por|sin contar|obvi(?:a|as|ando)|sin (?:el|la|ese|esa|los|las) (?:requisito|condicion|limite)\w*)\b"
)
_THEN = re.compile(
    r"\b(?:would (?:come|be|go|rank|lead|take)(?: \w+)? first|(?:iria|seria|quedaria|pasaria|saldria|estaria)(?: \w+){0,2}? (?:el |la |en )?primer\w*|would (?:fit|do|qualify|meet|enter|work)|(?:would |will )?put\w* [^.;,]{2,40}? first|pondria [^.;,]{2,40}? primer|would (?:top|lead|win|head|take the lead|be the (?:pick|choice|winner|one))|encabezaria|ganaria|lideraria|seria el (?:elegido|ganador|mejor)|comes? in\b|cabria|entraria|encajaria|cumpliria|valdria|fits?\b|entra\b)"
)
_LABEL = re.compile(
    r"\W*(?:the |el |la |los |las |your |tus? )?(?P<need>[a-z0-9][\w .,/-]{2,40}?)\s*(?::|->|→|\s[-–—]\s)\s*"
)
""" "Open weights: then B would fit": the need given up heads the line."""
_ALL_BUT = re.compile(
    r"\b(?:everything|all you \w+|todo(?: lo que \w+)?|todos (?:tus|los) \w+)\s+(?:except|but|save|bar|apart from|menos|salvo|excepto)\s+(?:for |por |the |el |la )?"
)
_USUAL = content_words(
    "then entonces would come first fits cabria entra entraria iria primero primera seria quedaria pasaria asked what pedido without instead requiring require required exigir exigiendo requisito condition"
)
_FIRST = re.compile(
    r"pondria|first|primer|would (?:top|lead|win|head|take)|(?:pick|choice|winner|elegido|ganador)|encabez|ganaria|lideraria"
)
_LETS_IN = re.compile(
    r"\b(?:open\w* the (?:door|way) (?:to|for)|lets? in|admits?|brings? in|makes? room for|leaves?|gives? you|abr\w+ (?:la puerta|paso|el paso) a|da(?:ria)? paso a|deja(?:ria)?n? (?:entrar a|pasar a)|entran|entrarian|cabrian|encajarian|would fit|fit|quedan|quedarian|(?:hay|habria|there (?:are|would be)))\b[^.;:]{0,24}$"
)
_FITTING = re.compile(
    r"\s*(?:more |mas )?(?:models? |modelos |options |opciones )?(?:(?:would |will )?(?:fit|qualify|meet)|entran|entrarian|caben|cabrian|encaja|valdrian|cumpl)"
)


_WITHOUT = re.compile(r"\b(?:without|sin)\s+(?!(?:embargo|duda|doubt)\b)(?:\w+ ){0,3}")


def given_up_without(folded: str, start: int) -> bool:
    """Whether what starts here is a need that something would fit without: "without open weights, B would fit"."""
    before = re.search(rf"{_WITHOUT.pattern}$", folded[:start])
    return bool(before and _THEN.search(folded))


def given_up_label(folded: str) -> re.Match[str] | None:
    """The need at the head of a line that says what would fit without it."""
    label = _LABEL.match(folded)
    return label if label and _THEN.search(folded, label.end()) else None


_PRIORITIES = tuple(
    re.compile(words) for words in (r"\b(?:quality|calidad)\b", r"\b(?:prices?|costs?|precio|coste)\b", r"\b(?:speed|rapidez|velocidad)\b")
)  # fmt: skip
_SUPPOSING = re.compile(r"(?:^\W*|[,;:]\s*)(?:si|if|cuando|when)\b([^,;:]*),(.*)$")
_WEIGHS = re.compile(
    r"\b(?:mir[ae]\w*|busc\w+|car(?:e|ed|ing) (?:most|only|mainly)|lo que (?:mas )?quier\w+|you(?:'re)? (?:after|mainly want)|matter\w*|count\w*|weigh\w*|priorit\w+|prioriz\w+|pes[ae]\w*|import[ae]\w*|prim[ae]\w*)\b"
)
_FIRST_OF = re.compile(r"\b(?:first|primer[oa]?|por delante|on top|number one)\b")


_PUT_FIRST = re.compile(r"\W*(?:were|with|con|puest[oa]s? a|dando|giving|putting|de ser|a igualdad)\b")
""" "Were quality the priority, ..."."""


def check_weighed(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """ "If quality matters most, B would come first": the model that was worked out for that priority."""
    supposing = _SUPPOSING.search(sentence.folded)
    head, rest = supposing.groups() if supposing else sentence.folded.partition(",")[::2]
    named = [m for m in sentence.owners.named if len(m.models) == 1]
    supposed = supposing or sentence.conditional or _PUT_FIRST.match(sentence.folded)
    if sentence.question or not supposed or not named or not _WEIGHS.search(head):
        return
    for words in _PRIORITIES:
        told = [w for w in support.evidence.what_ifs if words.search(fold(w.text.in_(support.evidence.language)))]
        told = [w for w in told if _WEIGHS.search(fold(w.text.in_(support.evidence.language)))]
        if (
            words.search(head)
            and told
            and (_FIRST_OF.search(rest) or _FIRST.search(rest))
            and named[0].models[0] not in {w.best.model for w in told}
        ):
            span = sentence.plain[named[0].start : named[0].end]
            yield Problem("order", span, Localised(f"«{span}» no iría primero", f'"{span}" would not come first'))


def _counted(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """ "Giving up Catalan opens the door to five": as many as were worked out for just the needs that are named."""
    ranking = support.evidence.ranking
    given = _GIVEN_UP.search(sentence.folded) or _WITHOUT.search(sentence.folded)
    if ranking is None or not ranking.relaxations or given is None:
        return
    language = support.evidence.language
    words = content_words(sentence.folded) | _needs_told(sentence, support)
    for number in find_numbers(sentence.folded, language):
        lets = _LETS_IN.search(sentence.folded[: number.start]) or _FITTING.match(sentence.folded, number.end)
        named = any(m.start <= number.start < m.end for m in sentence.mentions)
        measured = any(
            q.start <= number.start < q.end and q.unit not in ("bare", "count:model") for q in sentence.quantities
        )
        if not lets or named or measured:
            continue
        for relaxation in ranking.relaxations:
            parts = _PARTS.split(fold(relaxation.change.in_(language)).partition(": ")[0])
            parts = [f"{part} {_values(key, support)}" for part, key in zip(parts, relaxation.keys, strict=False)]
            told = all((content_words(part) - _USUAL) & words for part in parts)
            if number.readings[0][0] == relaxation.eligible and told and parts:
                break
        else:
            span = sentence.plain[number.start : number.end]
            why = Localised(f"«{span}»: no se ha calculado así", f'"{span}": that is not what was worked out')
            yield Problem("eligibility", span, why)


_PARTS = re.compile(r" (?:and|y|e) (?=(?:without|with|sin|con)\b)")


def _values(key: str, support: Support) -> str:
    """What a need is called and what it asks for, in both languages."""
    value = support.evidence.needs.values.get(key)
    held = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
    labels = (NEEDS[key].label.in_(language) for language in LANGUAGES) if key in NEEDS else ()
    return fold(" ".join((*map(str, held), *labels)))


def check_relaxed(sentence: Sentence, support: Support) -> Iterator[Problem]:
    evidence = support.evidence
    named = [m for m in sentence.owners.named if len(m.models) == 1 and m not in sentence.owners.references]
    if sentence.question:
        return
    yield from _counted(sentence, support)
    if not named:
        yield from _of_none_at_hand(sentence, support)
        return
    but = _ALL_BUT.search(sentence.folded)
    then = _THEN.search(sentence.folded)
    given = _GIVEN_UP.search(sentence.folded) or given_up_label(sentence.folded) or _WITHOUT.search(sentence.folded)
    if not but and (not given or not then):
        return
    changes = [
        ({c.model for c in r.best}, r.text.in_(evidence.language), r.keys)
        for r in (evidence.ranking.relaxations if evidence.ranking else ())
    ]
    changes += [({w.best.model}, w.text.in_(evidence.language), ()) for w in evidence.what_ifs]
    words = content_words(sentence.folded[but.end() :] if but else sentence.folded)
    model = named[-1].models[0] if not but else named[0].models[0]
    words |= _needs_told(sentence, support)
    mine = [(fold(text), keys) for models, text, keys in changes if model in models]
    if not changes:
        first = [r.card.model for r in evidence.ranking.recommendations[:1]] if evidence.ranking else []
        if but or then is None or not _FIRST.search(then.group()) or model in first:
            return
    dropped = 1 + len(re.findall(r",|\b(?:and|y|ni|nor)\b", sentence.folded[but.end() :])) if but else 9
    mine = [(text, keys) for text, keys in mine if len(keys) <= dropped]
    apart = _USUAL | content_words(" ".join(fold(c.name) for c in support.cards.values()))
    if any((words - apart) & content_words(f"{text} {' '.join(keys)}".replace("_", " ")) for text, keys in mine):
        return
    if then and not but and not _FIRST.search(then.group()) and _eligible(model, support):
        return
    start = (but or given).start()  # type: ignore[union-attr]
    span = sentence.plain[start : start + 60].strip()
    yield Problem(
        "eligibility",
        span,
        Localised(f"«{span}»: ese cambio no se ha calculado", f'"{span}": that change was not worked out'),
    )


def _of_none_at_hand(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """A model of which there is no card here is let in by no change that was worked out."""
    ranking = support.evidence.ranking
    strange = [m for m in sentence.mentions if m.kind == "quoted"]
    if not strange or ranking is None or not _GIVEN_UP.search(sentence.folded) or not _THEN.search(sentence.folded):
        return
    told = fold(" ".join(r.text.in_(support.evidence.language) for r in ranking.relaxations))
    span = sentence.plain[strange[-1].start : strange[-1].end]
    if fold(span) not in told:
        why = Localised(f"«{span}»: ese cambio no se ha calculado", f'"{span}": that change was not worked out')
        yield Problem("eligibility", span, why)


def _needs_told(sentence: Sentence, support: Support) -> frozenset[str]:
    """The words of the needs whose figures a sentence tells: "the 1M requirement"."""
    held = [f for f in support.figures.get(None, ()) if f.field.startswith("need:")]
    keys = {f.field[5:] for f in held for q in sentence.quantities if stands(q, f)}
    labels = (NEEDS[key].label.in_(language) for key in keys if key in NEEDS for language in LANGUAGES)
    return content_words(fold(" ".join(labels)))


def _eligible(model: str, support: Support) -> bool:
    ranking = support.evidence.ranking
    return ranking is not None and any(r.card.model == model for r in ranking.recommendations)
