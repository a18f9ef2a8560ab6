"""How both languages say that a measure is greater, smaller, greatest or smallest: by its nouns, its verbs and what they govern.

Each measure gives its words once; the turns of phrase are made from them, alike for more and for less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class _Words:
    """Regular expressions over folded words. `counted`: what there is more or less of ("more memory"); `better`: which way is good."""

    nouns: str
    verbs: str = ""
    counted: str = ""
    better: Literal[-1, 1] = 1
    alone: str = ""
    """Verbs that say it without an object: "costs the most"."""


_WORDS: dict[str, _Words] = {
    "price": _Words(
        r"precios?|costes?|costos?|tarifas?|facturas?|gastos?|desembolso|importes?|cuotas?|prices?|costs?|bills?|fees?|spend(?:ing)?|outlay|price tag|tags?",
        better=-1,
        alone=r"cuestan?|cobran?|costarian?|cobrarian?|costs?|charges?|would cost|cost(?:ing)",
    ),
    "latency": _Words(
        r"latencias?|esperas?|demoras?|tiempos? (?:de (?:espera|respuesta|arranque)|hasta el primer token)|latency|waits?|delays?|response times?|times? to (?:the )?first token",
        better=-1,
        alone=r"tardan?(?! en (?:ocupar|costar))|se demoran?",
    ),
    "output": _Words(
        r"salidas?(?: maximas?)?|limites? de (?:salida|respuesta)|topes? de salida|(?:max(?:imum)? )?output(?: limit| cap| length| window| allowance)?s?(?! price| cost| rate)",
        verbs=r"escriben?|generan?|da|devuelven?|produce|writes?|generates?|outputs|returns|puts out",
        counted=r"texto(?! de entrada)|text(?! at once in)|respuestas?|output",
    ),
    "context": _Words(
        r"ventanas?(?: de contexto)?|contextos?|limites? de contexto|context(?: windows?| lengths?| limits?)?|windows?|input (?:limits?|windows?)",
        verbs=r"leen?|admiten?|abarcan?|aceptan?|caben?|entran?|recuerdan?|tienen?|ofrecen?|reads?|takes? in|accepts?|holds?|handles?|remembers?|has|have|offers?|gives?|fits?",
        counted=r"contexto|texto|paginas|context|text|pages|room for text",
    ),
    "memory": _Words(
        r"(?:consumos?|usos?|gastos?|huellas?|ocupacion|necesidad(?:es)?) de (?:memoria|vram)|huella|(?:memory|vram) (?:use|usage|footprint|needs?|requirements?|demand|consumption)|footprints?",
        verbs=r"necesitan?|piden?|gastan?|requieren?|exigen?|usan?|ocupan?|consumen?|takes?(?: up)?|needs?|uses?|requires?|eats?(?: up)?|consumes?|wants|asks for|occup(?:y|ies)",
        counted=r"memoria|vram|ram|gb|memory",
        better=-1,
        alone=r"ocupan?|pesan?(?! en (?:la )?(?:nota|puntuacion|decision))|weighs?",
    ),
    "languages": _Words(
        r"(?:numeros?|listas?|coberturas?|cantidad(?:es)?) de (?:idiomas|lenguas)|language (?:lists?|coverage|counts?)|(?:numbers?|lists?) of (?:official )?languages",
        verbs=r"hablan?|declaran?|cubren?|admiten?|tienen?|soportan?|reconocen?|speaks?|declares?|covers?|supports?|has|have|lists?|handles?|knows?",
        counted=r"idiomas(?: oficiales)?|lenguas(?: oficiales)?|(?:official |human |declared )?languages",
    ),
    "speed": _Words(
        r"velocidad(?:es)?|ritmos?|speeds?|throughput|pace",
        verbs=r"generan?|escriben?|dan?|producen?|writes?|generates?|gives?|produces?|manages?",
        counted=r"tokens (?:por|a|per|each|/) ?s\w*",
        alone=r"corren?",
    ),
    "size": _Words(
        r"(?:numeros?|cantidad(?:es)?|recuentos?) de parametros|tamanos?|parameter counts?|numbers? of parameters|sizes?(?! of (?:the|its))",
        verbs=r"tienen?|suman?|lleva|has|have|counts?|carries",
        counted=r"parametros|parameters|params",
    ),
    "measured": _Words(r"calidad(?:es)? medidas?|measured quality|quality (?:as )?measured|percentiles?(?: de calidad)?"),
}  # fmt: skip

_HIGH_ES, _LOW_ES = (
    r"(?:alt|elevad|larg|ampli|abultad|prolongad|extens)[oa]s?|grandes?",
    r"(?:baj|cort|pequen|reducid|ajustad|escas|estrech|brev|modest)[oa]s?",
)
_HIGH_EN, _LOW_EN = (
    r"highest|largest|biggest|greatest|longest|widest|steepest|heftiest|roomiest|broadest",
    r"lowest|smallest|shortest|tightest|narrowest|slimmest|tiniest|fewest",
)
_HIGHER_EN, _LOWER_EN = (
    r"higher|larger|bigger|greater|longer|wider|steeper|heftier|roomier|broader",
    r"lower|smaller|shorter|tighter|narrower|slimmer",
)
_GAP_ES = r"(?: (?:de|del|por|en|al?) (?:la |el |los )?(?!l[oa]s?\b)\w+){0,2}"
_GAP_EN = r"(?:[ -](?!than\b|of\b)\w+){0,2}?[ -]"
_ONE = r"(?:(?:el|la|los|las) (?:modelo |opcion )?que|quien(?:es)?)"
_TO_DO = r"(?: en (?:empezar|contestar|responder|arrancar|reaccionar))?"
_FOLLOWED = r"(?: (?:de|en|por|al?|para) \w+)?"


def extremes() -> Iterator[tuple[str, int, str]]:
    """(measure, sign, pattern) of superlatives."""
    for measure, words in _WORDS.items():
        for sign in (1, -1):
            more, most = ("mas", r"(?:the )?most") if sign > 0 else ("menos", r"(?:the )?(?:least|fewest)")
            great_es, great_en = (_HIGH_ES, _HIGH_EN) if sign > 0 else (_LOW_ES, _LOW_EN)
            whole = r"mayor(?:es)?|maxim[oa]s?" if sign > 0 else r"menor(?:es)?|minim[oa]s?"
            good = r"mejor(?:es)?" if words.better == sign else r"peor(?:es)?"
            fine = r"best" if words.better == sign else r"worst"
            told = [
                rf"(?<!un )(?<!una )(?:el |la |l[oa]s |con |su )(?:{words.nouns}){_GAP_ES} mas (?:{great_es})(?! (?:que|de lo)\b)",
                rf"(?:el|la|l[oa]s|tiene|con|al|del) (?:{whole}|{good}) (?:{words.nouns})(?! (?:que|posible|a la que)\b)",
                rf"(?:{great_en}|{fine}){_GAP_EN}(?:{words.nouns})(?! (?:possible|than)\b)",
            ]
            if words.counted:
                told.append(rf"{_ONE} {more} (?:{words.counted})(?: (?:oficiales|de \w+))? (?:{words.verbs})")
                told.append(rf"{_ONE} (?:{words.verbs}) {more} (?:{words.counted})(?! que)")
                told.append(rf"(?:{words.verbs}) (?:{most}) (?:{words.counted})")
            if words.alone:
                told.append(rf"{_ONE} {more} (?:{words.alone}|(?:{words.alone}) {more})")
                told.append(rf"(?:{words.alone}) (?:you )?{most}(?! (?:{words.counted or 'zzz'}|of \w+ (?:time|all)))")
            yield measure, sign, "|".join(told)
    waits = r"takes? (?:the |it )?{0} to (?:start|reply|answer|respond|begin|get going)|(?:makes?|keeps?|leaves?) you wait(?:ing)? (?:the )?{0}|(?:the )?{1} to (?:start|reply|answer|respond|begin)(?:ing|\w*)?"
    yield "latency", 1, waits.format("longest", "(?:slowest|last)")
    yield (
        "latency",
        -1,
        waits.format("(?:shortest|least(?: time)?)", "(?:first|quickest|fastest)")
        + (
            r"|(?:el |la )?primer[oa] en (?:empezar|contestar|responder|arrancar)|(?:el|la) que (?:antes|primero) (?:empieza|contesta|responde|arranca)"
        ),
    )
    heavy = r"(?:mas )?(?:exigente|pesad[oa]|tragon|glotton)s? (?:en|con|de) (?:la )?(?:memoria|vram)|(?:heaviest|hungriest|most demanding) (?:on|for|in) (?:memory|vram)|most memory-hungry"
    yield "memory", 1, heavy.replace("(?:mas )?", "mas ")
    yield (
        "memory",
        -1,
        r"(?:lightest|least demanding|easiest) (?:on|for|in) (?:memory|vram)|menos (?:exigente|pesad[oa]) (?:en|con) (?:la )?memoria|mas liger[oa] (?:en|de) memoria",
    )


def comparatives() -> Iterator[tuple[str, int, str]]:
    """(measure, sign, pattern) of comparisons with another."""
    for measure, words in _WORDS.items():
        for sign in (1, -1):
            more, greater = ("mas", "more") if sign > 0 else ("menos", "(?:less|fewer)")
            great_es, great_en = (_HIGH_ES, _HIGHER_EN) if sign > 0 else (_LOW_ES, _LOWER_EN)
            whole = r"mayor(?:es)?|superior(?:es)?" if sign > 0 else r"menor(?:es)?|inferior(?:es)?"
            good, fine = (r"mejor(?:es)?", "better") if words.better == sign else (r"peor(?:es)?", "worse")
            told = [
                rf"(?:{words.nouns}){_GAP_ES} (?:(?:es|son) )?(?:mucho |bastante |algo )?(?:mas (?:{great_es})|{whole})(?= (?:que|al?|a la)\b)",
                rf"(?:{whole}|{good}) (?:{words.nouns}){_FOLLOWED}(?= que\b)",
                rf"(?:{great_en}|{fine}){_GAP_EN}(?:{words.nouns})(?= than\b)",
                rf"(?:{words.nouns}) (?:is|are|comes out) (?:much |far |a bit |slightly |somewhat )?(?:{great_en})(?= than\b)",
            ]
            if words.counted:
                told.append(
                    rf"(?:{words.verbs}) (?:mucho |bastante |algo |much |far |a bit )?{more} (?:{words.counted})(?= que\b)"
                )
                told.append(
                    rf"(?:{words.verbs}) (?:much |far |a bit |slightly )?{greater} (?:{words.counted})(?= than\b)"
                )
            told.append(
                rf"(?:{words.nouns}) (?:del?|of) (?:el |la |the )?\u0001+ (?:es|son|is|are) (?P<rel>(?:mucho |bastante |algo |much |far |a bit )?"
                rf"(?:mas (?:{great_es})|{whole}|{great_en}))(?= (?:que|than|al?|a la)\b)"
            )
            if words.alone:
                told.append(rf"(?:{words.alone}) (?:mucho |bastante |algo )?{more}{_TO_DO}(?= que\b)")
                told.append(
                    rf"(?:{words.alone}) (?:you )?(?:much |far |a bit |slightly |a little )?{greater}(?= than\b)"
                )
            yield measure, sign, "|".join(told)
    pays = r"(?:pay(?:ing)?|pag\w+|gast\w+|spend\w*) (?:(?:much|far|a bit|slightly|mucho|bastante|algo) )?{0} (?=(?:for|on|with|por|con|en) (?:el |la |the )?\u0001)"
    yield "price", 1, pays.format("(?:more|mas)")
    yield "price", -1, pays.format("(?:less|menos)")
    later = r"takes? (?:\w+ )?{0} to (?:start|reply|answer|respond|begin)(?= than\b)|(?:makes?|keeps?) you wait(?:ing)? (?:\w+ )?{0}(?= than\b)"
    yield "latency", 1, later.format("longer")
    yield (
        "latency",
        -1,
        later.format("(?:less(?: time)?|shorter)")
        + r"|(?:empieza|contesta|responde|arranca) antes(?= que\b)|(?:starts?|repl(?:y|ies)|answers?|responds?) (?:sooner|earlier)(?= than\b)",
    )


SPEAKS_OF_DEGREE = re.compile(
    r"\b(?:mas|menos|mayor|menor|mejor|peor|maxim|minim|superior|inferior|primer|ultim|antes|despues|iguala?|mism|tan|supera|gana|bate|adelanta|"
    r"por (?:delante|encima|detras|debajo)|preferible|cuesta|more|less|most|least|few|ahead|behind|above|below|before|after|same|first|last|"
    r"equal|as|out|wors[et]|tops|beats?|trails?|lags?|superior|edg|surpass|aventaja|se impone|rank|undercut|\w{2,}er\b|\w+est\b)"
)
"""Without one of these words a sentence compares nothing."""
