"""What no card holds: what becomes of the data that is sent, where it is kept, and what a model was trained on.

Nothing can be computed of these, so a sentence that says something of them needs nearly the same words in the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.checks.ways import AT_HOME
from advisor.answer.claims.folding import fold
from advisor.answer.figure import content_words
from advisor.answer.support import Support
from advisor.domain.language import Localised

_DATA = (
    r"(?:datos|conversaci\w+|mensajes?|prompts?|(?:tus?|sus?|los|esos) (?:textos?|documentos?|archivos?|ficheros?|chats?)|informacion|lo que (?:les? )?(?:escrib|envi|mand|pregunt)\w+|"
    r"data|conversations?|messages?|(?:your|their|customers?'?|the|any|every) (?:texts?|documents?|files?|inputs?|uploads?)|chats?|(?:anything|nothing|what(?:ever)?) (?:of what )?you (?:send|write|type|upload|ask))"
)
_HANDLED = (
    r"(?:guarda[nr]?|guardado?s?|guardan|almacena\w*|registra[nr]?\b|retiene\w*|conserva\w*|comparte[n]?\b|compartir\w*|vende[nr]?\b|borra[nr]?\b|borrad[oa]s?|elimina[nr]?\b|eliminad[oa]s?|anonimi[sz]\w+|cifra(?:n|d[oa]s?)?\b|espia\w*|revisa su personal|"
    r"keeps?|kept|stores?|stored|retains?|retained|logs?|logged|shares?|shared|sells?|sold|deletes?|deleted|erases?|erased|anonymi[sz]\w+|encrypts?|encrypted|snoops?)"
)
_HANDLING = re.compile(
    rf"\b{_HANDLED}\b[^.;:]{{0,40}}?\b{_DATA}\b|\b{_DATA}\b[^.;:]{{0,40}}?\b{_HANDLED}\b|"
    rf"\b(?:us\w+|emplea\w*|aprovecha\w*)\b[^.;:]{{0,30}}?\b{_DATA}\b[^.;:]{{0,20}}?\b(?:para|to) (?:re)?(?:entrenar|train|mejorar|improve)\w*|"
    rf"\b(?:re)?(?:entrena[nr]?|trains?) (?:its |sus? |their )?(?:\w+ )?(?:con|on|with) (?:tus?|your|sus?|their|customers?'?|tu) {_DATA.replace('(?:tus?|sus?|los|esos) ', '')}|"
    rf"\b(?:can|could|may|will|puede[n]?|podria[n]?|nadie(?: mas)?|nobody(?: else)?|no one(?: else)?|staff|employees|empleados|terceros|third parties)\b[^.;:,]{{0,16}}?\b(?:read|reads|see|sees|look at|access|accede|lee|ve|leer|ver|acceder a|mira)\b[^.;:]{{0,16}}?\b(?:tus?|your|sus?|their|the|los) {_DATA.replace('(?:tus?|sus?|los|esos) ', '')}"
)
_COUNTRY = (
    r"(?:europ[ae]|(?:la )?u\.?e\.?\b|(?:the )?e\.?u\.?\b|espana|spain|alemania|germany|francia|france|irlanda|ireland|finlandia|finland|paises bajos|netherlands|suiza|switzerland|"
    r"estados unidos|ee\.? ?uu|the us\b|usa\b|united states|china|suelo (?:europeo|espanol)|(?:european|spanish|german|french) soil|reino unido|uk\b|canada|singapur|singapore)"
)
_PLACED = re.compile(
    rf"\b(?:servidor(?:es)?|servers?|centros? de datos|data ?cent(?:er|re)s?|alojad[oa]s?|se aloja\w*|hosted|hosts? (?:it|everything|the data)|procesad[oa]s?|se procesa\w*|processed|processes|se guarda\w*|se almacena\w*|stored|kept|served|se sirve\w*|travels?|viaja\w*|sale\w* de|leaves?|residen?|permanece\w*|stays?)\b"
    rf"[^.;:]{{0,40}}?\b(?:en|in|from|desde|on|within|dentro de|de)\s+(?:the )?{_COUNTRY}"
)
_TRAINED = re.compile(
    r"\b(?:(?:fue|fueron|ha sido|han sido|esta|estan|se) (?:\w+ ){0,2}?(?:pre-?)?entren(?:ad[oa]s?|o|aron)|(?:was|were|been|is|are) (?:\w+ ){0,2}?(?:pre-?)?trained|(?:su|del|el|its|the|'s) (?:\w+ )?(?:pre-?)?(?:entrenamiento|training)(?: (?:data|corpus|de \S+ \S+(?: \S+)?))? (?:was|were|is|fue|es|era|incluye|incluyo|includes?|included|cubr\w+|cover\w*))\b"
    r"(?P<of>[^.;:,]{0,60}?\b(?:con|en|sobre|on|in|with|from|a partir de)\s+(?!(?:que|the same|lo mismo)\b)(?P<what>[^.;:]{3,60}))"
)
_HOW = re.compile(
    r"^(?:\W*(?:mas|unos|about|some|over|more than|casi|almost|nearly)?\W*(?:de )?\d)|^(?:\d|mind\b|mente\b|abril|mayo|enero|june|march|20\d\d|[^.;:]{0,40}\btokens\b|(?:its|tu|your|tus|sus?) (?:own )?(?:equipo|machine|ejemplos|examples|datos|data|documentos)|order to|total\b)"
)
""" What follows is how much, when or whose, and not which texts."""
_OPEN = re.compile(
    r"\b(?:no (?:consta\w*|se sabe|lo se|figura\w*|dice\w*|publica\w*|tengo|indica\w*|esta claro)|unknown|not (?:on record|known|stated|published|listed|clear)|(?:do|does)(?:n't| not) (?:say|know|state|publish|tell|have)|depende\w*|depends?|"
    r"condiciones|contratos?|terms|contracts?|polic(?:y|ies)|politicas?|mira\w*|revisa|comprueba\w*|consulta\w*|pregunta\w*|lee(?:las|los|lo)?\b(?= (?:sus|las))|check|review|make sure|asegurate|confirm\w*|verif\w+|before (?:you )?send\w*|antes de (?:enviar|mandar)\w*|"
    r"si (?:te )?preocupa\w*|if you (?:are worried|worry|need)|whether|ventana|contexto|window|context|memoria|memory|rag|indice|index|base de datos|database)\b"
)
_AVERAGE = re.compile(
    r"\b(?:(?P<up>above|over|better than|higher than|more than|por encima de|superior a|mejor que|mas que)|below|under|worse than|lower than|less than|por debajo de|inferior a|peor que|menos que) ?"
    r"(?:(?:the|la|el|lo|its|su|l)\b ?)?(?:(?:catalogue|market|category|industry|models?) )?(?:average|mean|median|norm|media|promedio|mediana)\b"
)
_OF_QUALITY = re.compile(r"\b(?:quality|calidad|measured|medid[oa])")
"""An average stands nowhere; only the measured quality is told as a place among all."""
_UNKNOWN = re.compile(
    r"\b(?:no (?:consta\w*|se sabe|figura\w*|dice\w*|publica\w*)|unknown|not (?:on record|known|stated|published)|(?:do|does)(?:n't| not) (?:say|know|state|publish|tell))\b"
)
_DENIES = re.compile(
    r"\b(?:no|not|never|nunca|ni|sin|without|nadie|nobody|no one|nada|nothing|none|ningun\w*|\w*n't|cannot|jamas)\b"
)
_PARTS = re.compile(r"(?<=[.!?;])\s+|\n+")


def check_unrecorded(sentence: Sentence, support: Support) -> Iterator[Problem]:
    if sentence.question:
        return
    folded = sentence.folded
    average = _AVERAGE.search(folded)
    if average and not _told(average.group(), support):
        rows = (support.recommendations.get(m) for m in sentence.owners.of(average.start(), average.end()).models)
        quality = [f.value for r in rows if r for f in r.factors if f.factor == "performance" and f.known]
        if not _OF_QUALITY.search(folded) or not any((v > 0.6) == bool(average.group("up")) for v in quality):
            yield _unsaid(sentence, average)
    found = [m for m in (_HANDLING.search(folded), _PLACED.search(folded)) if m]
    if found and not _OPEN.search(folded) and not AT_HOME.search(folded):
        yield from (_unsaid(sentence, m) for m in found[:1] if not _told(folded, support))
    trained = _TRAINED.search(folded)
    if (
        trained
        and not _HOW.search(trained.group("what"))
        and not _UNKNOWN.search(folded[: trained.start()])
        and not _told(trained.group(), support)
    ):
        yield _unsaid(sentence, trained)


def _unsaid(sentence: Sentence, match: re.Match[str]) -> Problem:
    span = sentence.plain[match.start() : match.end()].strip()
    return Problem("trait", span, Localised(f"«{span}» no consta en los datos", f'"{span}" is not in the evidence'))


def _told(claim: str, support: Support) -> bool:
    """Whether a sentence of the evidence has most of the claim's words, and denies where it denies."""
    words = content_words(claim)
    for _, text, _ in support.texts:
        for part in _PARTS.split(fold(text)):
            if len(words & content_words(part)) >= max(3, round(0.6 * len(words))):
                if bool(_DENIES.search(part)) == bool(_DENIES.search(claim)):
                    return True
    return False
