"""What a sentence says that the person said must be theirs: in their words, or among the needs that were understood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.claims.folding import fold
from advisor.answer.claims.traits import language_names
from advisor.answer.figure import content_words
from advisor.answer.support import Support
from advisor.domain.language import LANGUAGES, Localised
from advisor.domain.needs import NEEDS

_SAID = re.compile(
    r"\b(?:como |ya que |puesto que |segun )?(?:me )?(?:has|habias|hayas) (?:\w+ )?(?:dicho|contado|comentado|mencionado|pedido|indicado|explicado|escrito)\b(?: que)?|"
    r"\b(?:dijiste|contaste|comentaste|mencionaste|pediste|indicaste|explicaste|escribiste)\b(?: que)?|\b(?:como|segun) (?:me )?(?:dices|cuentas|comentas|pides|indicas)\b(?: que)?|"
    r"\b(?:the |this )(?:user|person|customer)(?: has| also)? (?:said|told|mentions?|mentioned|asks? for|asked for|wants|needs|requires|requested|specified|is looking for)\b(?: that)?|"
    r"\b(?:el |la )(?:usuari[oa]|persona|cliente)(?: tambien)? (?:dijo|(?:ha )?(?:dicho|pedido|mencionado|indicado)|menciona|pide|quiere|busca|necesita|requiere)\b(?: que)?|"
    r"\b(?:as |since |because |given that )?you(?:'ve| have)? (?:also )?(?:said|told me|mentioned|asked(?: me)?(?: for)?|noted|stated|specified|explained|wrote|listed)\b(?: that)?"
)
_NOT_SAID = re.compile(r"\b(?:no|nunca|not|never|haven't|hadn't|didn't|sin que)\s+(?:me |lo |la )?$")
_MEDIA = {
    "image": r"imagen|foto|image|photo|picture|screenshot|captura", "audio": r"audio|voz|voice|speech|grabaci|recording|llamada|podcast",
    "video": r"video|pelicula|film|clip",
}  # fmt: skip
_BARE = content_words(
    fold(
        """need needs want wants would like using used uses work works working project thing things something ones other
        also much many need necesitas necesitar quieres querias usar usas trabajas proyecto cosa cosas algo tambien mucho
        todas todos cada requirements requisitos conditions condiciones limit limite limites least menos always siempre
        budget presupuesto price precio month input output entrada salida million millon dollars dolares tokens context
        contexto spend pay gastar pagar most maximo user usuario persona person language languages idioma idiomas weights pesos open abiertos model vendor everything todo"""
    )
)
"""Words that could be said of any need, so that they prove and disprove nothing."""


_NEEDS = re.compile(
    r"(?P<if>\b(?:if|si|when|cuando|unless|in case)\b[^.;,]{0,12})?\b(?:you (?:need|want)|necesitas|quieres|buscas)\s+(?=[a-z])"
)


def _languages_needed(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """ "You need French": a language that the person asked for."""
    known, needs = language_names(), support.evidence.needs
    for match in _NEEDS.finditer(sentence.folded):
        words = re.split(r"[.;:,(]|\b(?:but|pero|so|asi)\b", sentence.folded[match.end() :])[0].split()
        named = [w for w in words[:8] if w in known]
        if match.group("if") or not named:
            continue
        if not _theirs(" ".join(words[:8]), support) and {known[w] for w in named} - {*needs.names("languages")}:
            span = sentence.plain[match.start() : match.end()] + named[0]
            yield Problem("said", span, Localised(f"«{span}»: no lo ha pedido", f'"{span}": not asked for'))


def check_said(sentence: Sentence, support: Support) -> Iterator[Problem]:
    if sentence.question:
        return
    yield from _languages_needed(sentence, support)
    for match in _SAID.finditer(sentence.folded):
        if _NOT_SAID.search(sentence.folded[: match.start()]):
            continue
        rest = re.split(r"[.;:!]|,\s*(?:so|that|asi que|por eso|te\b|i\b|yo\b|lo\b)", sentence.folded[match.end() :])[0]
        if rest.startswith(","):
            continue
        rest = re.split(r",|\b(?:y|and|pero|but)\b", rest)[0]
        if _theirs(rest, support):
            continue
        span = sentence.plain[match.start() : match.end() + len(rest)].strip()
        yield Problem(
            "said", span, Localised(f"«{span}»: la persona no lo ha dicho", f'"{span}": the person did not say so')
        )


def _theirs(rest: str, support: Support) -> bool:
    evidence = support.evidence
    own = fold(evidence.text)
    needs, assumed = evidence.needs, {a.key for a in evidence.assumptions}
    for medium, pattern in _MEDIA.items():
        told = re.search(rf"\b(?:{pattern})", rest)
        if (
            told
            and medium not in needs.names("modalities")
            and not re.search(pattern, own)
            and "modalities" not in assumed
        ):
            return needs.text("use_case") in _USES[medium]
    known = language_names()
    spoken = {known[w] for w in re.findall(r"[a-z]+", rest) if w in known}
    if spoken - {*needs.names("languages")} and not any(w in own for w in re.findall(r"[a-z]+", rest) if w in known):
        taken = [a.value for a in evidence.assumptions if a.key == "languages" and isinstance(a.value, tuple)]
        return any(spoken & set(value) for value in taken)
    words = content_words(rest) - _BARE
    return not words or bool(words & understood(support)) or bool(spoken)


_USES = {"image": ("vision", "image_generation"), "audio": ("voice", "transcription"), "video": ("vision",)}


_PRIORITIES = {
    "cost": "barato barata baratos economico asequible cheap cheaper cheapest affordable inexpensive money dinero gastar spend",
    "quality": "calidad mejor quality best accurate preciso", "speed": "rapido rapida rapidez veloz fast faster quick speed",
    "privacy": "privacidad privado privacy private gdpr rgpd confidencial confidential",
}  # fmt: skip


def needs_of(support: Support) -> tuple[str, ...]:
    assumed = [a.value for a in support.evidence.assumptions if a.key == "priority" and isinstance(a.value, tuple)]
    return (*support.evidence.needs.names("priority"), *(p for value in assumed for p in value))


_IDLE = frozenset(
    (
        "your",
        "this",
        "that",
        "these",
        "their",
        "user",
        "needs",
        "case",
        "task",
        "este",
        "esta",
        "estas",
        "necesidades",
        "caso",
        "tarea",
    )
)


def of_their_use(what: str, support: Support) -> bool:
    """Whether what something is good for ("for translating your texts") is what the person asked for, or says nothing more."""
    if re.match(r"(?:you|ti|your|tus?|this|este|esta|these|estas)\b", what):
        return True
    words = content_words(" ".join(w for w in what.split() if w not in _IDLE))
    return not words or bool(words & understood(support))


def understood(support: Support) -> frozenset[str]:
    """Beginnings of the words of the person's message and of the needs that were understood, in both languages."""
    evidence = support.evidence
    pool = [evidence.text]
    for key, value in (*evidence.needs.values.items(), *((a.key, a.value) for a in evidence.assumptions)):
        pool += [NEEDS[key].label.in_(language) for language in LANGUAGES] if key in NEEDS else []
        pool += value if isinstance(value, tuple) else [str(value)]
    pool += [_PRIORITIES[p] for p in needs_of(support) if p in _PRIORITIES]
    pool += [a.reason.in_(evidence.language) for a in evidence.assumptions]
    pool += [text for _, text, _ in support.texts[-40:] if len(text) < 160]
    return content_words(fold(" ".join(pool).replace("_", " ")))
