"""Who makes a model, where it is from, and whether it may be recommended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from advisor.answer.checks.measures import Measures
from advisor.answer.checks.said import of_their_use
from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.checks.ways import first_of_its_way
from advisor.answer.claims.antecedents import Owner
from advisor.answer.claims.folding import fold
from advisor.answer.claims.names import Mention
from advisor.answer.claims.speakers import made_by, speaks
from advisor.answer.support import Support
from advisor.domain.language import Localised

_RECOMMEND = re.compile(
    r"\b(?:you (?:should|had better) (?:use|go (?:with|for)|choose|pick|try|take)|deberias (?:usar|elegir|optar por|probar|escoger|utilizar)|(?:recommended|suggested) (?:[\w-]+ ){0,3}?(?:model|option|one|choice)(?: for [^.;:,]{2,30}?)?(?: here)? (?:is|would be)|(?:model|one) to (?:use|choose|pick) (?:is|would be)|(?:modelo|opcion) (?:a|que debes|que deberias|para) (?:usar|elegir) (?:es|seria)|"
    r"(?:modelo|opcion)(?: [\w-]+){0,3}? (?:recomendad[oa]|sugerid[oa])(?: para [^.;:,]{2,30}?)? (?:es|seria)|(?<!second )(?<!third )(?<!other )recommend(?:ation|ed(?: model)?)(?= ?:)|(?<!segunda )(?<!tercera )(?<!otra )(?:recomendacion|(?:modelo )?recomendado)(?= ?:)|"
    r"(?:te |os |le )?(?:recomiendo|recomendamos|recomendaria|aconsejo|sugiero)|(?:i|we)(?:'d| would)? (?:recommend|suggest|go with|pick|choose)|elige|escoge|quedate con|opta por|ve a por|choose|go (?:with|for))\b"
)
_MAKER = re.compile(
    r"\s*(?:,\s*|\()?(?:also |tambien )?(?:un modelo |a model |es |is |was )?(?:de|by|from|del? fabricante|made by|developed by|creado por|desarrollado por|hecho por|built by|trained by|entrenado por|fabricado por)\s+$"
)
_COUNTRY = re.compile(
    r"\b(?:modelo|empresa|centro|fabricante|proveedor|laboratorio|model|company|lab|vendor|startup|maker|origen|firma)s?\s+(?:es\s+|son\s+)?(?P<es>chin[oa]|frances\w*|espanol\w*|estadounidense|american[oa]|europe[oa]|aleman\w*|canadiense|corean[oa]|japones\w*|israeli|suiz[oa])s?\b|"
    r"\b(?P<en>chinese|french|spanish|american|us-based|european|german|canadian|korean|japanese|israeli|swiss)\s+(?:\w+\s+)?(?:model|company|companie|lab|vendor|startup|maker|firm)s?\b"
)
_SOME_FIRM = re.compile(r"\b(?:an?|any|your|una?|tu|para|for|cualquier)\s+$")
_FIRMS = ("firm", "firms", "company", "companies", "empresa", "empresas", "startup", "startups")
""" "For a German firm": the person's, and no maker."""
_COUNTRIES = {"chin": {"CN"}, "fren": {"FR"}, "fran": {"FR"}, "span": {"ES"}, "espa": {"ES"}, "esta": {"US"}, "amer": {"US"}, "us-b": {"US"},
              "euro": {"FR", "DE", "ES", "CH", "IT", "NL", "SE", "FI", "GB", "AT", "PT", "PL"}, "germ": {"DE"}, "alem": {"DE"}, "cana": {"CA"},
              "core": {"KR"}, "kore": {"KR"}, "japo": {"JP"}, "japa": {"JP"}, "isra": {"IL"}, "swis": {"CH"}, "suiz": {"CH"}}  # fmt: skip


_FROM = re.compile(r"\s*(?:from|between|entre|de entre)\b")
""" "Ten to choose from" recommends none."""
_PART = re.compile(r"[,;:]\s|\.\s|\b(?:whereas|while|but|mientras|pero|aunque|though)\b")


def check_standing(sentence: Sentence, support: Support) -> list[Problem]:
    return [
        *_makers(sentence, support),
        *_speakers(sentence, support),
        *_all_makers(sentence, support),
        *_countries(sentence, support),
        *_recommended(sentence, support),
        *_unconfirmed(sentence, support),
    ]


_NOT_CONFIRMED = re.compile(
    r"\b(?:(?:quedan?|estan?|siguen?) (?:\w+ )?sin confirmar|sin confirmar\b|not (?:yet )?confirmed|unconfirmed)"
)


def _unconfirmed(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """ "Not confirmed: A and B": models of which something that was asked for is unknown."""
    ranking = support.evidence.ranking
    match = _NOT_CONFIRMED.search(sentence.folded)
    if match is None or ranking is None or sentence.question:
        return
    known = {r.card.model for r in ranking.recommendations if not r.unknown} - {
        u.card.model for u in ranking.unconfirmed
    }
    for name in sentence.owners.named:
        if name.models and all(m in known for m in name.models):
            span = sentence.plain[name.start : name.end]
            yield Problem(
                "eligibility", span, Localised(f"«{span}»: cumple lo pedido", f'"{span}": it meets the needs')
            )


def _makers(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """A vendor put beside a model must be its vendor."""
    mentions = sentence.mentions
    for here, after in pairwise(mentions):
        gap = sentence.folded[here.end : after.start]
        if (
            here.kind == "vendor"
            and after.kind in ("model", "short")
            and re.fullmatch(r"(?:'s|'|:)?\s+(?:model\s+)?", gap)
        ):
            vendor, models, span = here.vendor, after.models, (here.start, after.end)
        elif (
            after.kind == "vendor"
            and here.kind in ("model", "short", "quoted")
            and (_MAKER.fullmatch(gap) or re.fullmatch(r"\s*\(", gap))
        ):
            vendor, models, span = after.vendor, here.models, (here.start, after.end)
        else:
            continue
        other = here.kind == "quoted" and here.vendor not in ("", after.vendor)
        if other or (vendor and models and not any(support.cards[m].vendor == vendor for m in models)):
            words = sentence.plain[span[0] : span[1]]
            yield Problem(
                "attribution", words, Localised(f"«{words}»: no es su fabricante", f'"{words}": not its vendor')
            )


_ACCORDING = re.compile(r"(?:^\W*|[.;:,(]\s*)(?:segun|according to|in the words of|en palabras de)\s+$")
_MADE_IT = re.compile(
    r"\s+(?:tambien |also |itself )?(?:(?:l[oa]s? )?(?:entreno|entrena|creo|hizo|hace|desarrollo|desarrolla|publico|lanzo|fabrica)\b(?! (?:el|la|un|una|on|with|con|sin)\b)|(?:trained|made|makes|built|builds|developed|develops|created|released|launched) (?:it|this (?:model|one)|them)\b)"
)
""" "DeepSeek trained it": who makes a model."""


def _speakers(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """Who says something of a model is its vendor."""
    named = [n for n in sentence.owners.named if n.models]
    for mention in sentence.mentions:
        by = bool(named) and _ACCORDING.search(sentence.folded[: mention.start]) is not None
        made = by or speaks(sentence.folded, mention.end) or _MADE_IT.match(sentence.folded, mention.end) is not None
        if mention.kind != "vendor" or not made:
            continue
        part = _PART.search(sentence.folded, mention.end)
        stop = part.start() if part else len(sentence.folded)
        if by:  # "according to A, B takes ..."
            stop = len(sentence.folded)
        about = {m for n in named if mention.end <= n.start < stop for m in n.models}
        if not about:
            others = {m for n in named if n.kind != "vendor" for m in n.models}
            about = {*others, *sentence.thread.subject, *sentence.thread.anchor, *sentence.thread.recent}
            about |= {*support.topics[:3]} if about else set()
        makers = {support.cards[m].vendor for m in about if m in support.cards}
        if makers and mention.vendor not in makers:
            span = sentence.plain[mention.start : mention.end]
            yield Problem("attribution", span, Localised(f"«{span}»: no es su fabricante", f'"{span}": not its vendor'))


def _vendor(sentence: Sentence, mention: Mention, support: Support) -> str:
    """The vendor that a mention names, also where a family goes by its vendor's name ("DeepSeek")."""
    if mention.kind == "vendor":
        return mention.vendor
    written = fold(sentence.plain[mention.start : mention.end])
    return next((c.vendor for c in support.cards.values() if fold(c.vendor) == written), "")


def _all_makers(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """ "All three are by Google": each of them."""
    for mention in sentence.mentions:
        vendor = _vendor(sentence, mention, support)
        if not vendor or sentence.question or not made_by(sentence.folded[: mention.start]):
            continue
        before = [n for n in sentence.owners.named if n.end <= mention.start and n.models]
        group = (
            [sentence.owners.named[j] for j in sentence.owners.group(sentence.owners.named.index(before[-1]))]
            if before
            else []
        )
        together = Owner(tuple(m for n in group for m in n.models[:1]), every=len(group) > 1)
        owner = together if before else sentence.owners.carried()
        makers = [support.cards[m].vendor == vendor for m in owner.models if m in support.cards]
        if makers and not (all(makers) if owner.every else any(makers)):
            span = sentence.plain[mention.start : mention.end]
            yield Problem("attribution", span, Localised(f"«{span}»: no es su fabricante", f'"{span}": not its vendor'))


def _countries(sentence: Sentence, support: Support) -> Iterator[Problem]:
    for match in _COUNTRY.finditer(sentence.folded):
        if _SOME_FIRM.search(sentence.folded[: match.start()]) and match.group().endswith(_FIRMS):
            continue
        owner = sentence.owners.of(match.start(), match.end())
        allowed = _COUNTRIES.get((match.group("es") or match.group("en"))[:4], set())
        held = [support.cards[m].origin in allowed for m in owner.models if m in support.cards]
        if held and not (all(held) if owner.every else any(held)):
            span = sentence.plain[match.start() : match.end()]
            yield Problem(
                "trait", span, Localised(f"«{span}» no consta en los datos", f'"{span}" is not in the evidence')
            )


def _recommended(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """Only ranked models may be recommended, and only others advised against."""
    evidence = support.evidence
    ranked = [r.card.model for r in evidence.ranking.recommendations] if evidence.ranking else []
    ranked += [evidence.other_way[1].card.model] if ranked and evidence.other_way else []
    for match in _RECOMMEND.finditer(sentence.folded):
        if sentence.question:
            return
        if _FROM.match(sentence.folded, match.end()):
            continue
        after = [m for m in sentence.owners.named if m.start >= match.end() and m not in sentence.owners.references]
        if not after or after[0].start - match.end() > 60:
            continue
        target = after[0]
        negated = bool(
            re.search(
                r"\b(?:no|not|n't|nunca|tampoco|wouldn't)\s+(?:te |os |le )?(?:would )?$",
                sentence.folded[max(0, match.start() - 16) : match.start()],
            )
        )
        span = sentence.plain[match.start() : target.end]
        why = Localised(f"«{span}» contradice la clasificación", f'"{span}" contradicts the ranking')
        if not negated and better_of_two(target.models, support):
            continue
        first = None if negated else first_of_its_way(sentence, support)
        if first is not None and target.models:
            if first not in target.models:
                yield Problem("order", span, why)
            continue
        unfit = not negated and bool(target.models) and not _may_recommend(target.models, ranked, support)
        if unfit or target.kind in ("stranger", "quoted"):
            yield Problem("eligibility", span, why)
        elif (
            not negated
            and target.models
            and ranked
            and _alone(sentence, match, support)
            and not _is_best(target.models, support)
        ):
            yield Problem("order", span, why)
        elif negated and any(m in ranked[:1] for m in target.models):
            yield Problem("eligibility", span, why)


def better_of_two(models: tuple[str, ...], support: Support) -> bool:
    """Whether a model is the best of those compared, among those that may be chosen at all."""
    compared = support.evidence.comparison
    if compared is None:
        return False
    open_ = {c.model for c in compared.cards} - {v.card.model for v in compared.verdicts if not v.eligible}
    scores = {m: r.score for m, r in support.recommendations.items() if m in open_}
    return any(
        m in open_ and (len(open_) == 1 or scores.get(m, -1.0) >= max(scores.values(), default=0)) for m in models
    )


def _may_recommend(models: tuple[str, ...], ranked: list[str], support: Support) -> bool:
    if ranked:
        return any(m in ranked for m in models)
    rows = support.recommendations
    if rows:
        best = max(row.score for row in rows.values())
        return any(m in rows and rows[m].score >= best - 1e-9 for m in models)
    return False


def _is_best(models: tuple[str, ...], support: Support) -> bool:
    return any(m in Measures(support).ranked()[:1] for m in models)


_FOR_WHAT = re.compile(r"\b(?:for|para) (?P<what>(?:(?!\b(?:if|si|when|cuando|or|o|and|y)\b)[^.;:,]){2,60})")
""" "For your needs" limits nothing."""


def _alone(sentence: Sentence, match: re.Match[str], support: Support) -> bool:
    """The sentence recommends one thing outright, without an "also", an "if" or a comparison that limits it."""
    said = sentence.folded[: match.start()] + sentence.folded[match.end() :]
    return not sentence.conditional and not re.search(
        r"\b(?:choose from|elegir entre|tambien|also|alternativ\w*|otra|another|segund\w*|second|si|if|o bien|or|o|unless|para|for|when|cuando|como plan b|luego|then|despues|in that case|en ese caso|entonces)\b",
        _FOR_WHAT.sub(lambda m: " " if of_their_use(m.group("what"), support) else m.group(), said),
    )
