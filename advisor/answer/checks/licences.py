"""What a licence lets companies do: by the limits that the card records, and by what permissive licences all grant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.claims.folding import fold
from advisor.answer.support import Support
from advisor.domain.cards import Card
from advisor.domain.language import Localised

_LICENCE = re.compile(r"\blicen[cs]\w*|\bterms of use\b|\bterminos de uso\b")
_PERMISSIVE = re.compile(r"apache|mit\b(?!.*on top)|bsd|openmdw")
_SUBJECTS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (
        re.compile(r"\b(?:any|every|whatever|all) (?:company )?sizes?\b|\bof any size|however (?:big|large)|cualquier tamano|(?:big|large|huge|grandes) (?:companies|firms|corporations|businesses|empresas|corporaciones)|(?:company|firm) size|tamano de (?:la |tu )?empresa|"
                   r"\brevenue|\bturnover|ingresos|facturacion|numero de usuarios|number of users|how many users|(?:million|millones de) (?:monthly |active )?(?:users|usuarios)"),
        frozenset({"users_700m", "revenue_20m_month", "revenue_10m_year", "show_name_100m"}),
    ),
    (
        re.compile(r"\b(?:eu|ue)\b|european|europe[ao]s?\b|\beuropa|\bany country|any where|\banywhere|worldwide|cualquier (?:pais|lugar)|todo el mundo\b|reino unido|united kingdom|south korea|corea"),
        frozenset({"no_eu_multimodal", "no_eu_uk_kr"}),
    ),
    (
        re.compile(r"\b(?:any|every|whatever) (?:use|purpose)s?\b|for anything|whatever you (?:like|want|wish)|cualquier (?:uso|fin|proposito|cosa)|(?:para |todo )lo que (?:quieras|te apetezca)|no (?:forbidden|banned) uses|prohib\w+ (?:algunos |ningun )?usos?"),
        frozenset({"use_policy", "non_commercial"}),
    ),
    (
        re.compile(r"\battribution|\bcredits?\b(?! card)|(?:show|display|mention)\w* (?:the model's|its|the) name|(?:mostrar|poner|citar|nombrar) (?:su|el) nombre|atribucion"),
        frozenset({"show_name", "show_name_100m"}),
    ),
)  # fmt: skip
_GRANTS = re.compile(
    r"\b(?:free|gratis|gratuit\w+|libre\w*|allow\w*|permit\w*|lets?|deja\w*|grants?|gives?|conced\w+|otorga\w*|da\b|full rights|todos los derechos|can|may|puede\w*|open to|valid\w*|vale|sirve|holds|sets? no|pone (?:ninguna|limite)|without|sin|no (?:limit\w*|condition\w*|restriction\w*|condicion\w*|restriccion\w*|pone|exige|impone|sets?|requires?))\b"
)
_HOLDS_BACK = re.compile(
    r"\b(?:forbid\w*|prohib\w+|exclud\w+|excluy\w+|bans?|banned|except\w*|salvo|(?:not|n't|no) (?:\w+ ){0,3}?(?:grants?|rights|derechos|allow\w*|permit\w*|conced\w+|vale|hold|valid\w*|cover)|no rights|ningun derecho|another licen\w+|otra licencia|(?:asks?|pide|exige|obliga|requires?|needs?|must|debe[n]?|tienen que|have to)\b(?! no\b)|limits?|limites|rules?|reglas?|polic(?:y|ies)|politicas?|up to|hasta|below|above|more than|mas de|at most|como mucho|only (?:up|for|below)|solo (?:hasta|para)|pay\w*|pag\w+)\b"
)
_FREES = re.compile(
    r"\b(?:(?:makes?|draws?) no (?:difference|distinction)|no (?:distingue|diferencia|hace (?:distinciones|distincion|diferencias?))|(?:treats?|trata)\b[^.;,]{0,40}\b(?:alike|the same|equally|igual)|the same (?:terms |rules )?for|sets? no|no (?:limit\w*|condition\w*|restriction\w*|pone|exige|impone|obliga)|without (?:any )?(?:limit|condition|restriction)\w*|sin (?:ningun\w* )?(?:limite|condicion|restriccion)\w*|(?:does|do)(?:n't| not) (?:ask|require|need|limit|restrict))\b"
)


_CHANGED = r"(?:deriv\w+|modific\w+|modify\w*|redistribu\w+|re-?distribut\w+|destil\w+|distil\w+)"
_FORBIDS = re.compile(
    rf"\b(?:no (?:esta |se )?(?:permit\w+|autoriz\w+|deja\w*|puede\w*|admite\w*)|no puedes|prohib\w+|vet\w+|forbid\w*|prohibit\w*|(?<!the )(?<!that )(?<!same )bans?|(?:not|n't) (?:be )?(?:allow\w*|permit\w*)|(?:cannot|can't|may not|must not)|does(?:n't| not) (?:allow|permit|let)(?: you)?)\b(?:(?!\b(?:pero|but|y|and|pasa|heredan?|pass\w*|inherit\w*|carr\w+)\b)[^.;,]){{0,34}}?\b{_CHANGED}"
)
""" "Derived models are not allowed", of a licence that says no such thing."""


def _forbidden(sentence: Sentence, support: Support) -> Iterator[Problem]:
    match = _FORBIDS.search(sentence.folded)
    if (
        match is None
        or sentence.question
        or any(match.group()[-6:] in fold(t) and _FORBIDS.search(fold(t)) for _, t, _ in support.texts)
    ):
        return
    models = sentence.owners.of(match.start(), match.end()).models
    open_ = [support.cards[m].value("open_weights") for m in models if m in support.cards]
    if any(value is True for value in open_):
        span = sentence.plain[match.start() : match.end()]
        yield Problem(
            "trait", span, Localised(f"«{span}»: la licencia no dice eso", f'"{span}": the licence does not say so')
        )


def check_licences(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """A licence said to grant or hold back something: to big companies, in a place, for a use, without credit."""
    yield from _forbidden(sentence, support)
    at = _LICENCE.search(sentence.folded)
    if at is None or sentence.question or sentence.conditional or sentence.quantities:
        return
    for words, codes in _SUBJECTS:
        match = words.search(sentence.folded)
        if match is None:
            continue
        frees = bool(_FREES.search(sentence.folded))
        limits = bool(_HOLDS_BACK.search(sentence.folded)) and not frees
        if not limits and not frees and not _GRANTS.search(sentence.folded):
            continue
        models = sentence.owners.of(match.start(), match.end()).models
        held = [_holds(support.cards[m], codes, limits) for m in models if m in support.cards]
        if held and not any(held) and not _said(match.group(), limits, support):
            span = sentence.plain[match.start() : match.end()]
            why = Localised(f"«{span}»: la licencia no dice eso", f'"{span}": the licence does not say so')
            yield Problem("trait", span, why)


def _holds(card: Card, codes: frozenset[str], limits: bool) -> bool:
    """Whether a licence holds something back (or not), as far as the card tells; what it does not tell is neither."""
    told = set(card.texts("licence_limits"))
    if limits:
        return bool(told & codes)
    name = card.value("licence")
    return not told & codes and isinstance(name, str) and (bool(_PERMISSIVE.match(fold(name))))


def _said(words: str, limits: bool, support: Support) -> bool:
    """Whether a passage speaks of the same, the same way round."""
    parts = (p for _, text, _ in support.texts for p in re.split(r"(?<=[.!?;])\s+|\n+", fold(text)))
    return any(words in p and _LICENCE.search(p) and bool(_HOLDS_BACK.search(p)) == limits for p in parts)
