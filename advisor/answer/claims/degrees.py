"""The words of comparisons, in both languages: what is compared, more or less of it, and by which factor."""

from __future__ import annotations

import re
from typing import Literal, cast

from advisor.answer.claims.grammar import comparatives, extremes

Measure = Literal[
    "price",
    "context",
    "output",
    "size",
    "speed",
    "latency",
    "date",
    "memory",
    "languages",
    "score",
    "cutoff",
    "training",
    "quality",
    "measured",
    "tests",
    "hallucination",
    "other",
]
"""quality: results of any kind. measured: the percentile for the use, or in a language. tests: how many times it was measured.
other: an adjective that no figure stands for, so that a comparison by it cannot be checked."""
Form = Literal["comparative", "superlative", "ratio", "difference", "equal"]

_MUCH = r"(?:(?:mucho|bastante|algo|un poco|ligeramente|claramente|much|far|a bit|slightly|considerably|significantly|notably|even|aun|todavia)\s+)*"
_DEGREES: tuple[tuple[Measure, int, str], ...] = (
    ("price", -1, r"(?:sale|salen|resulta|resultan)? ?mas a cuenta|mas (?:barat|economic|asequible)\w*|menos (?:car|costos)[oa]s?|(?:cuestan?|valen?|salen?|cobran?)(?: \w+){0,2}? menos\b|menor(?:es)? (?:precio|coste|costo|tarifa|gasto|factura)s?|"
     r"(?:precio|coste|costo|tarifa)s?(?: \w+){0,5}? (?:mas baj[oa]s?|menor(?:es)?|inferior(?:es)?)\b|(?:precios?|costes?) mas bajos?|"
     r"cheaper|less (?:expensive|costly|pricey)|costs? (?:\w+ )?less|lower(?:[ -]\w+){0,2} (?:price|cost)s?|(?:price|cost)s?(?: [\w$·/]+){0,6}? (?:is |are )?lower|more affordable|undercuts?|less per"),
    ("price", 1, r"mas (?:car|costos)[oa]s?|menos (?:barat|economic)[oa]s?|(?:cuestan?|valen?|salen?|cobran?)(?: \w+){0,2}? mas\b(?! a cuenta)|mayor(?:es)? (?:precio|coste|costo|tarifa|gasto|factura)s?|"
     r"(?:precio|coste|costo|tarifa)s?(?: \w+){0,5}? (?:mas alt[oa]s?|mayor(?:es)?|superior(?:es)?)\b|"
     r"dearer|pricier|more (?:expensive|costly)|costlier|costs? (?:\w+ )?more|higher(?:[ -]\w+){0,2} (?:price|cost)s?|less affordable"),
    ("latency", -1, r"(?:menor|menos) latencia|latencia(?: \w+){0,3}? (?:mas baja|menor)|(?:lower|less) latency|responds? (?:sooner|faster)|responden? antes"),
    ("latency", 1, r"(?:mayor|mas) latencia|latencia(?: \w+){0,3}? (?:mas alta|mayor)|(?:higher|more) latency"),
    ("output", 1, r"mas salida|mayor salida|salida(?: \w+){0,3}? (?:mas (?:larga|grande)|mayor|superior)|(?:larger|longer|bigger|higher|more) (?:max(?:imum)? )?output(?! price| cost)|output(?: \w+){0,3}? (?:is |are )?(?:larger|longer|higher)"),
    ("output", -1, r"menos salida|menor salida|salida(?: \w+){0,3}? (?:mas (?:corta|pequena)|menor|inferior)|(?:smaller|shorter|lower|less) (?:max(?:imum)? )?output(?! price| cost)"),
    ("context", 1, r"(?:mas|mayor) (?:ventana de |longitud de )?(?:contexto|ventana)|(?:contexto|ventana(?: de contexto)?)(?: \w+){0,3}? (?:mas (?:grande|ampli[oa]|larg[oa])|mayor|superior)|"
     r"(?:larger|longer|bigger|greater|more|wider|roomier) (?:input )?(?:context|window)|(?:context|window)(?: \w+){0,3}? (?:is |are )?(?:larger|longer|bigger|greater|wider)"),
    ("context", -1, r"(?:menos|menor) (?:ventana de |longitud de )?(?:contexto|ventana)|(?:contexto|ventana(?: de contexto)?)(?: \w+){0,3}? (?:mas (?:pequen[oa]|cort[oa]|reducid[oa])|menor|inferior)|"
     r"(?:smaller|shorter|less|tighter|narrower) (?:context|window)|(?:context|window)(?: \w+){0,3}? (?:is |are )?(?:smaller|shorter|narrower)"),
    ("memory", -1, r"menos (?:memoria|vram|ram|gb)|(?:ocupa|consume|pesa|necesita)n? menos|less (?:memory|vram|ram)|smaller (?:memory )?footprint|needs? less"),
    ("memory", 1, r"mas (?:memoria|vram|ram)\b|(?:ocupa|consume|pesa)n? mas|more (?:memory|vram|ram)|larger (?:memory )?footprint"),
    ("languages", 1, r"mas (?:idiomas|lenguas)|more (?:official |human )?languages"),
    ("languages", -1, r"menos (?:idiomas|lenguas)|fewer (?:official |human )?languages"),
    ("speed", 1, r"menos lent[oa]s?|less slow|mas (?:rapid|agil|veloz|veloces)\w*|mas (?:deprisa|aprisa)|(?:mayor|mas) velocidad|faster|quicker|speedier|higher (?:throughput|speed)|more tokens per second|mas tokens por segundo"),
    ("speed", -1, r"mas (?:lent[oa]s?|despacio)|menos (?:rapid|veloz)\w*|menor velocidad|slower|less fast|lower (?:throughput|speed)|fewer tokens per second"),
    ("cutoff", 1, r"(?:corte|conocimientos?)(?: \w+){0,4}? mas (?:reciente|nuevo|actual)|(?:later|newer|more recent) (?:knowledge )?cut-?off|fresher knowledge"),
    ("cutoff", -1, r"(?:corte|conocimientos?)(?: \w+){0,4}? mas antiguo|(?:earlier|older) (?:knowledge )?cut-?off"),
    ("date", 1, r"menos (?:antigu|viej)[oa]s?|less (?:old|dated)|mas (?:nuev[oa]s?|recientes?|modern[oa]s?)|newer|more recent|(?:salio|publicado|lanzado) (?:despues|mas tarde)|(?:released|launched|came out) (?:later|after)"),
    ("date", -1, r"menos (?:nuev[oa]|reciente|modern[oa])s?|less (?:new|recent)|mas (?:antigu[oa]s?|viej[oa]s?)|\bolder|(?:salio|publicado|lanzado) antes|(?:released|launched|came out) (?:earlier|before)"),
    ("size", 1, r"menos (?:pequen|liger|compact)[oa]s?|less (?:small|light|compact)|mas (?:grandes?|parametros)|mayor (?:tamano|numero de parametros)|larger|bigger|greater|longer|more parameters|heavier|mayor(?:es)?(?= (?:que|de todos|de los|al|a la))|superior(?:es)?(?= al? (?:de|del))"),
    ("size", -1, r"menos (?:grandes?|pesad[oa]s?)|less (?:big|large|heavy)|mas (?:pequen[oa]s?|liger[oa]s?|compact[oa]s?)|menos parametros|menor tamano|smaller|shorter|lighter|fewer parameters|menor(?:es)?(?= (?:que|de todos|de los|al|a la))|inferior(?:es)?(?= al? (?:de|del))"),
    ("measured", 1, r"(?:measures?|tests?) (?:\w+ )?(?:better|higher)(?! (?:described|known))|(?:higher|better) measured (?:quality|results)|measured quality(?: \w+){0,4}? (?:higher|better)|miden? (?:\w+ )?mejor|mejor medid[oa]s?|(?:mayor|mejor|mas) calidad medida|calidad medida(?: \w+){0,4}? (?:mas alta|mayor|superior|mejor)"),
    ("measured", -1, r"(?:measures?|tests?) (?:\w+ )?(?:worse|lower)|(?:lower|worse) measured (?:quality|results)|measured quality(?: \w+){0,4}? (?:lower|worse)|miden? (?:\w+ )?peor|peor medid[oa]s?|(?:menor|peor|menos) calidad medida|calidad medida(?: \w+){0,4}? (?:mas baja|menor|inferior|peor)"),
    ("tests", 1, r"more (?:measurements|tests|test results)|more (?:thoroughly |widely )?(?:tested|benchmarked)|mas (?:mediciones|pruebas)"),
    ("tests", -1, r"fewer (?:measurements|tests|test results)|less (?:thoroughly |widely )?(?:tested|benchmarked)|menos (?:mediciones|pruebas)"),
    ("hallucination", 1, r"hallucinates? (?:\w+ )?more|alucinan? (?:\w+ )?mas|more (?:prone to )?hallucinat\w+|(?:higher|worse) hallucination(?: rate)?|mas alucinaciones"),
    ("hallucination", -1, r"hallucinates? (?:\w+ )?less|alucinan? (?:\w+ )?menos|(?:less (?:prone to )?|fewer )hallucinat\w+|(?:lower|better) hallucination(?: rate)?|menos alucinaciones"),
    ("quality", 1, r"mas (?:precis[oa]s?|capa(?:z|ces)|potentes?|inteligentes?|list[oa]s?)|(?:mayor|mejor|mas) (?:calidad|precision)(?! precio)|more (?:accurate|capable|powerful|intelligent|precise)|smarter|(?:higher|better) (?:measured )?(?:quality|accuracy)"),
    ("quality", -1, r"menos (?:precis[oa]s?|capa(?:z|ces)|potentes?|inteligentes?|list[oa]s?)|(?:menor|peor|menos) (?:calidad|precision)|less (?:accurate|capable|powerful|intelligent|precise)|(?:lower|worse) (?:measured )?(?:quality|accuracy)"),
    ("score", 1, r"(?:higher|better|greater|superior) (?:[a-z]+ ){0,2}?(?:score|rating)s?|(?:mayor|mejor) (?:puntuacion|nota)(?: (?:de|en) (?:\w+ ){0,2}?(?:rendimiento|idiomas?|contexto|tamano|arquitectura|entrenamiento|personalizacion))?|(?:puntuacion|nota)(?: \w+){0,3}? (?:mas alta|mayor|superior)|mejor(?:es)?|superior(?:es)? a(?!l? del?)|(?:supera|gana|bate|adelanta)n?(?= a| al|\b)|por (?:delante|encima) de|better|superior to|outperforms?|beats?|ahead of|outscores?|edges? (?:out|past)|edging (?:out|past)|surpass(?:es)?|tops(?= \u0001)|aventajan?(?= al?\b)|se imponen? al?|ranks? (?:higher|above)|stronger|scores? higher|puntua mas|preferible a"),
    ("score", -1, r"(?:lower|worse|poorer) (?:[a-z]+ ){0,2}?(?:score|rating)s?|(?:menor|peor) (?:puntuacion|nota)(?: (?:de|en) (?:\w+ ){0,2}?(?:rendimiento|idiomas?|contexto|tamano|arquitectura|entrenamiento|personalizacion))?|(?:puntuacion|nota)(?: \w+){0,3}? (?:mas baja|menor|inferior)|peor(?:es)?|inferior(?:es)? a(?!l? del?)|por (?:detras|debajo) de|worse|inferior to|behind|trails?|lags?|ranks? (?:lower|below)|weaker|scores? lower|puntua menos"),
)  # fmt: skip
COMPARATIVES: tuple[tuple[Measure, int, re.Pattern[str]], ...] = (
    *((cast(Measure, m), s, re.compile(rf"\b(?:{p})")) for m, s, p in comparatives()),
    *((m, s, re.compile(rf"\b{_MUCH}(?:{p})\b")) for m, s, p in _DEGREES),
)

_EXTREMES: tuple[tuple[Measure, int, str], ...] = (
    ("price", -1, r"cheapest|least expensive|most (?:affordable|economical)|lowest(?:[ -]\w+){0,2}[ -](?:price|cost|priced)s?|(?:el|la|los|las) que menos (?:cuesta|cobra)n?|(?:precio|coste)s?(?: \w+){0,3}? mas baj[oa]s? (?:del?|entre)|lowest-cost"),
    ("price", 1, r"most expensive|priciest|dearest|costliest|highest(?:[ -]\w+){0,2}[ -](?:price|cost)s?|(?:el|la|los|las) que mas (?:cuesta|cobra)n?"),
    ("latency", -1, r"lowest latency|shortest wait|(?:el|la) que antes responde"),
    ("output", 1, r"(?:largest|longest|highest|biggest) (?:(?:max(?:imum)? )?output|(?<=the longest )(?:answers?|repl(?:y|ies)|responses?))|respuestas? mas largas? (?:de|da|escribe)|(?:el|la) que (?:escribe |da )?(?:las )?respuestas mas largas|(?:el|la) que mas escribe"),
    ("output", -1, r"(?:shortest|smallest) (?:(?:max(?:imum)? )?output|(?<=the shortest )(?:answers?|repl(?:y|ies)|responses?))|(?:el|la) que menos escribe"),
    ("context", 1, r"(?:largest|longest|biggest|greatest|widest|highest|most|roomiest) (?:\w+ ){0,2}?(?:context|window)|(?:el|la) (?:de|con) (?:la |el )?(?:mayor|mas) (?:ventana|contexto|sitio|hueco|espacio)|(?:the )?most room(?! (?:free|left|on|in|to)\b)|(?:el|la) que (?:mas|mayor) (?:contexto|ventana|texto)\w*"),
    ("context", -1, r"(?:smallest|shortest|least|tightest) (?:\w+ ){0,2}?(?:context|window)|(?<!leaves )(?<!leaves the )(?<!leave the )least room(?! (?:free|left|on|in|to)\b)|(?:el|la) (?:de|con) (?:la |el )?(?:menor|menos) (?:ventana|contexto|sitio|hueco|espacio)|(?:el|la) que (?:menos|menor) (?:contexto|ventana)\w*"),
    ("memory", -1, r"(?:least|smallest) (?:memory|vram|footprint)|(?:el|la) que menos (?:memoria|vram|ocupa|consume|pesa)\w*"),
    ("memory", -1, r"(?:the )?most (?:spare|free|unused|leftover) (?:memory|vram|room|space)|(?:mas|mayor) (?:memoria|vram|sitio|espacio|margen) (?:libre|de sobra|sin usar)"),
    ("memory", 1, r"(?:the )?(?:least|smallest) (?:spare|free|unused|leftover) (?:memory|vram|room|space)|(?:menos|menor) (?:memoria|vram|sitio|espacio|margen) (?:libre|de sobra|sin usar)"),
    ("languages", 1, r"most (?:official )?languages|(?:el|la) que mas (?:idiomas|lenguas)"),
    ("speed", 1, r"fastest|quickest|highest (?:throughput|speed)|(?:el|la) que mas corre"),
    ("speed", -1, r"slowest|lowest (?:throughput|speed)"),
    ("cutoff", 1, r"(?:latest|newest|most recent) (?:knowledge )?cut-?off"),
    ("date", 1, r"(?:came out|released|published|launched|arrived) last|the last (?:one )?to (?:come out|be released|arrive)|(?:salio|aparecio|llego) (?:el |la )?ultim[oa]|ultim[oa] en (?:salir|llegar|aparecer|publicarse)|newest|most recent(?! (?:data|price|figure))|latest (?:model|release|one)"),
    ("date", -1, r"oldest|(?:came out|released|published|launched) first|the first (?:one )?to (?:come out|be released|arrive)|primer[oa] en (?:salir|llegar|aparecer|publicarse)"),
    ("size", 1, r"largest|biggest|most parameters"),
    ("size", -1, r"smallest|lightest|fewest parameters"),
    ("measured", 1, r"(?:measures?|tests?)(?: the)? (?:best|highest)|best[- ](?:measured|tested)|(?:best|highest|top) measured (?:quality|results)|(?:best|highest) (?:measurements|test results)|(?:el|la) que mejor (?:mide|calidad medida)|mejor(?:es)? (?:calidad medida|mediciones)(?: (?:de|entre) l[oa]s)|(?:el|la|los|con la|con los|tiene la|las) mejor(?:es)? (?:calidad medida|medid[oa]s?|mediciones)(?! que\b)"),
    ("measured", -1, r"(?:measures?|tests?)(?: the)? (?:worst|lowest)|worst[- ](?:measured|tested)|(?:worst|lowest) measured (?:quality|results)|(?:el|la) que peor (?:mide|calidad medida)|(?:el|la|con la|tiene la) peor (?:calidad medida|medid[oa]s?)(?! que\b)"),
    ("tests", 1, r"(?:tested|measured|benchmarked|evaluated)(?: the)? most(?: thoroughly| widely| often| extensively)?|most (?:thoroughly |widely |often |extensively )?(?:tested|measured|benchmarked|evaluated)|(?:the )?most (?:measurements|tests|test results|published tests)|(?:el|la) que mas (?:mediciones|medidas|pruebas|tests|veces se ha (?:medido|probado))|(?:el|la|los) mas (?:probad|medid|evaluad|contrastad)[oa]s?"),
    ("tests", -1, r"(?:tested|measured) least|least (?:thoroughly |widely |often )?(?:tested|measured)|(?:the )?fewest (?:measurements|tests|test results)|(?:el|la) que menos (?:mediciones|medidas|pruebas|tests)|(?:el|la) menos (?:probad|medid|evaluad)[oa]"),
    ("quality", 1, r"(?:best|highest|top) quality"),
    ("quality", -1, r"(?:worst|lowest) quality"),
    ("score", 1, r"best(?! (?:measured )?quality| measurements| measured)|strongest|highest[- ]scor\w*|highest[- ]ranked|top[- ](?:scor\w*|ranked|rated)"),
    ("score", -1, r"worst|lowest[- ]scor\w*|weakest"),
)  # fmt: skip
OF_TWO = re.compile(
    r"\b(?:(?:de|entre) (?:(?:l[oa]s|es[oa]s|est[oa]s|tus) )?(?:dos|amb[oa]s)\b(?! (?:modelos|tarjetas|idiomas|lenguas) (?:de|que))|(?:of|between|out of) (?:the|those|these|your) (?:two|pair)\b|between them\b|de la pareja|of the pair)"
)
OF_SOME = re.compile(
    rf"{OF_TWO.pattern}|\b(?:(?:de|entre) (?:l[oa]s|es[oa]s|est[oa]s) (?:tres|cuatro|cinco)|(?:of|between|among|out of) (?:the|those|these) (?:three|four|five|lot|bunch)|of them|de ell[oa]s|del (?:trio|grupo))\b"
)
_POSITIVES: tuple[tuple[Measure, int, str], ...] = (
    ("price", -1, r"barat[oa]|economic[oa]|asequible|cheap|affordable|inexpensive"), ("price", 1, r"car[oa]|expensive|dear|pric(?:e)?y|costly"),
    ("speed", 1, r"rapid[oa]|veloz|agil|fast|quick|speedy"), ("speed", -1, r"lent[oa]|slow|sluggish"),
    ("size", 1, r"grande|big|large"), ("size", -1, r"pequen[oa]|liger[oa]|small|light|little"),
    ("date", 1, r"nuev[oa]|reciente|modern[oa]|new|recent"), ("date", -1, r"antigu[oa]|viej[oa]|old"),
    ("quality", 1, r"listo|potente|capaz|smart|capable|powerful|strong"),
)  # fmt: skip
POSITIVES = tuple(
    (
        m,
        s,
        re.compile(
            rf"\b(?:(?:el|la) (?:{p})(?=\s*(?:(?:de|entre) \w+ \w+ ?)?(?:$|[,.;:)]|(?:es|seria|sigue siendo|y)\b))|the (?:{p})(?: (?:one|option|choice|pick))?(?=\s*(?:(?:of|among) \w+(?: (?:two|three|four|lot|pair|bunch))? ?)?(?:$|[,.;:)]|(?:is|would be|and)\b)))"
        ),
    )
    for m, s, p in _POSITIVES
)
""" "Of the two, the cheap one is B": as much as the cheaper."""
SUPERLATIVES: tuple[tuple[Measure, int, re.Pattern[str]], ...] = (
    *((cast(Measure, m), s, re.compile(rf"\b(?:{p})\b")) for m, s, p in extremes()),
    *((m, s, re.compile(rf"\b(?:{p})\b")) for m, s, p in _EXTREMES),
)

NOUNS: tuple[tuple[Measure, str], ...] = (
    (
        "price",
        r"precio|price|cost|cuest|barat|cheap|caro|cara\b|expensiv|\bpag[ao]|\bpay|tarifa|gast|spend|usd|dolar|dollar|charg|\bcents?\b|centim|centavo|\beuros?\b|\bcobra|factura|\bbills?\b|\$",
    ),
    ("output", r"salida|output|respuesta|\brepl(?:y|ies)|\banswers?\b"),
    ("context", r"context|ventana|window"),
    ("training", r"\btrained|entren|pretrain"),
    ("size", r"param|tamano|\bsizes?\b"),
    ("memory", r"memoria|memory|vram|\bram\b|\bgb\b|ocupa|pesa\b"),
    (
        "latency",
        r"latenc|\bwait|\besper[ae]|\btard[ae]|\barranca\w*|primer token|first token|to start\b|empezar a|to reply|to answer",
    ),
    ("speed", r"rapid|fast|veloc|speed|lent[oa]|slow|throughput|tokens/s|tokens por segundo|tokens per second"),
    ("languages", r"idioma|language|lengua"),
    ("score", r"punt|score"),
    ("measured", r"measured (?:\w+ ){0,2}?quality|quality (?:as )?measured|calidad (?:\w+ ){0,2}?medida|percentil"),
)
ADJECTIVES: tuple[tuple[Measure, str], ...] = (("size", r"grande|\bbig|large|pequen|small|ligero|light|heavy"),)

_FACTOR_WORDS: tuple[tuple[str, float], ...] = (
    (r"(?:el )?doble|twice|doubles?|duplica\w*|two times|dos veces", 2.0),
    (r"half again as|half as \w+ again|(?:la|una) mitad mas\b|(?:una )?vez y media|one and a half times", 1.5),
    (r"(?:el )?triple|triples?|triplica\w*|thrice", 3.0),
    (r"(?:el )?cuadruple|quadruples?|cuadruplica\w*", 4.0),
    (
        r"(?:la )?mitad|(?<!and a )half(?! an? (?:second|minute|hour|day|million|dollar|cent|page)\b)|halves|medio precio",
        0.5,
    ),
    (r"(?:una? )?(?:tercio|tercera parte)|(?:a |one[- ])third", 1 / 3),
    (r"(?:una? )?(?:cuarto|cuarta parte)|(?:a |one[- ])quarter|(?:a |one[- ])fourth", 0.25),
    (r"(?:una? )?(?:quinto|quinta parte)|(?:a |one[- ])fifth", 0.2),
    (r"(?:una? )?(?:decimo|decima parte)|(?:a |one[- ])tenth", 0.1),
    (r"(?:una? )?(?:octavo|octava parte)|(?:an |one[- ])eighth", 0.125),
    (r"(?:una? )?(?:sexto|sexta parte)|(?:a |one[- ])sixth", 1 / 6),
    (r"(?:una? )?(?:veinteavo|vigesima parte|veinteava parte)|(?:a |one[- ])twentieth", 0.05),
    (r"(?:una? )?(?:centesima parte)|(?:a |one[- ])hundredth", 0.01),
    (r"dos (?:tercios|terceras partes)|two[- ]thirds", 2 / 3),
    (r"tres (?:cuartos|cuartas partes)|three[- ]quarters", 0.75),
)
FACTORS = tuple((re.compile(rf"\b(?:{pattern})\b"), value) for pattern, value in _FACTOR_WORDS)


def measure_in(words: str) -> Measure | None:
    """The measure named first in the words; "output" beside a price is the price of output."""
    places = [(m.start(), measure) for measure, pattern in NOUNS if (m := re.search(pattern, words))]
    return min(places, key=lambda p: p[0])[1] if places else None


def _measure_beside(before: str) -> Measure | None:
    """The measure named last in the words, in the last of their clauses that names one."""
    for clause in reversed(before.split(",")):
        places = [(m.start(), measure) for measure, pattern in NOUNS for m in re.finditer(pattern, clause)]
        if places:
            return measure_in(clause) if len({m for _, m in places}) == 1 else max(places, key=lambda p: p[0])[1]
    return None


def measured(before: str, after: str) -> Measure | None:
    """What a ratio is about: a noun after it, one before it, or else an adjective."""
    measure = measure_in(re.split(r"[,;(]", after)[0]) or _measure_beside(before) or measure_in(after)
    if measure == "output" and any(re.search(NOUNS[0][1], words) for words in (before, after)):
        return "price"
    if measure == "size" and re.search(r"\b(?:the size|el tamano)\b", after):
        measure = _measure_beside(before) or measure
    adjective = next((m for m, pattern in ADJECTIVES if re.search(pattern, after)), None)
    return measure or adjective


THE_OTHERS = re.compile(
    r"\b(?:(?:than|compared (?:to|with)|in comparison (?:to|with)|relative to|unlike|versus|vs\.?|against) (?:that of |those of |with )?(?:all |any of |most of )?(?:the |its |our )?"
    r"(?:rest\b|both\b|(?:other|remaining|competing|alternative) (?:models?|options?|ones|choices|candidates|recommend\w+|alternatives|two|three)|others\b|alternatives?\b|competitors\b|rivals\b)|"
    r"(?:que|de|del?|con|frente al?|respecto al?|a diferencia del?) (?:tod[oa]s )?(?:el de |la de |los de |las de )?(?:el resto|l[oa]s (?:demas|otr[oa]s)(?! \w+ (?:factores|idiomas|tareas|usos))|las alternativas|sus? (?:rivales|alternativas)|ambos)|"
    r"(?:en comparacion|comparad[oa]s?) con (?:tod[oa]s )?(?:el resto|l[oa]s (?:demas|otr[oa]s)|las alternativas|sus rivales|otr[oa]s (?:modelos|opciones))|"
    r"of the other (?:two|three|ones|models)|all the others|todos los demas)\b"
)
""" "Cheaper than the alternatives": than each of the others shown."""
MORE_SO = re.compile(
    r"\b(?:higher|lower|greater|lesser|(?:more|less|mas|menos)(?= (?!(?:de|than|que|or|o|y|and|suit|adecuad|apropiad|recomend|attract|atractiv|conven|interes|sensible)\w*)[a-z]{4,})|(?:mayor|menor)(?! parte))\b"
)
""" "A much higher processing power than the other models": of nothing that is on record."""
