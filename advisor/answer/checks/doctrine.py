"""The guide turned round: general statements that contradict what the guide teaches, whatever the words.

A tenet pairs a subject with a predicate and says whether the guide holds that of it. A clause that names both, the other way
round, is refused. Doubt ("can", "sometimes") and a denial ("bigger is not better") turn a tenet as they turn any statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.claims.antecedents import is_generic
from advisor.answer.claims.traits import DRAWBACK
from advisor.domain.language import Localised


@dataclass(frozen=True, slots=True)
class Tenet:
    """`holds`: whether the guide says that the subject is so. Patterns are of folded text, in both languages."""

    subject: re.Pattern[str]
    predicate: re.Pattern[str]
    holds: bool = False


def _tenets() -> Iterator[Tenet]:
    for subject, predicates, holds in _TABLE:
        for predicate in predicates:
            yield Tenet(re.compile(rf"\b(?:{subject})"), re.compile(rf"\b(?:{predicate})"), holds)


_BIG = r"(?:bigger|larger|largest|biggest)(?: (?:ai |language )?models?| ones?| size| is| are|, )|more parameters|(?:modelos? |uno |los |cuanto )?mas grandes?\b|mas parametros|mayor tamano"
_SMALL = r"smaller (?:models?|ones?)|fewer parameters|modelos? (?:mas )?pequen\w+|menos parametros"
_WINDOW = r"(?:(?:bigger|larger|longer|wider|more) (?:context|windows?)|(?:mas|mayor|gran) (?:contexto|ventana)|(?:contextos?|ventanas?)(?: de contexto)? (?:mas )?(?:grandes?|ampli[oa]s?|larg[oa]s?|mayor(?:es)?))"
_BETTER = r"better\b(?! than (?:no|an old))|smarter|more (?:accurate|capable|intelligent|precise|reliable)|mejor(?:es)?\b|mas (?:list|precis|capa[zc]|inteligent|fiabl|acert)\w*|acierta\w* mas"
_TUNING = r"fine-?tun\w+|(?<!pre-)(?<!pre)train(?:ing)?\b|entrenar\w*|afinar\w*|ajustar\b|ajuste fino|reentrenar\w*"
_FIRST = r"(?:start|begin) (?:with|by)|first (?:thing|step)|from (?:day one|the (?:first day|outset|start))|right away|desde el (?:primer dia|principio|inicio)|lo primero|primer paso|empi?ez\w+ por|cuanto antes|before anything else|antes que nada|ante todo|before (?:trying )?prompt\w*|antes de (?:probar|pulir|tocar|escribir) \w+ prompt\w*"

_TABLE: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    (_BIG, (_BETTER, r"faster|sooner|quicker|mas (?:rapid|veloz|agil)\w*|antes\b", r"less (?:memory|money|electricity)|cheaper|menos (?:memoria|dinero|energia)|mas barat\w*"), False),
    (_SMALL, (r"slower|mas lent\w+", r"more (?:memory|money)|dearer|more expensive|mas (?:memoria|car\w+)", r"(?:always|siempre) (?:worse|peor\w*)|never (?:enough|good)|nunca (?:bast|sirv|rind)\w*"), False),
    (r"(?:the )?(?:size|number of parameters)\b|el (?:tamano|numero de parametros)", (r"(?:decides|determines|guarantees|measures|tells you|is all|equals|is everything|(?:is|as) the best (?:measure|indicator))|(?:decide|determina|garantiza|mide|lo es todo|equivale|manda)\b",), False),
    (_WINDOW, (_BETTER, r"(?:free|no extra cost)\b|no cuesta|gratis|mas barat\w+|cheaper|less memory|menos memoria|faster|mas rapid\w+"), False),
    (r"context (?:size|window|length)|(?:tamano|longitud) (?:del?|de la) (?:contexto|ventana)|ventana de contexto", (r"(?:measures?|means?|shows?|guarantees?|tells? you|mide|indica|garantiza|demuestra|asegura)\b[^,;]{0,30}(?:accura|quality|how (?:good|smart|well)|precisi|calidad|aciert|intelig|lo bueno)\w*",), False),
    (r"output (?:limit|cap|maximum)s?|max(?:imum)? output|(?:limite|tope|maximo) de salida|salida maxima", (r"(?:larger|bigger|higher|the same|equal|as (?:large|big|high)|mayor\w*|mas (?:alt|grande|ampli)\w*|igual\w*|la? mism\w+)\b[^,;]{0,25}(?:input|context|window|entrada|contexto|ventana|leer|read)\w*",), False),
    (r"(?:models?|they|modelos?|nearly all|casi todos)\b", (r"(?:write|output|generate|escrib\w+|generan?|devuelv\w+) (?:about |roughly |casi |practicamente )?(?:as much|as many|just as much|more|tanto|igual|mas|lo mismo)[^,;]{0,22}(?:read|accept|take in|leen?\b|aceptan?|admiten?|entra)\w*",), False),
    (r"input (?:limits?|windows?)|(?:limites?|tope) de entrada|la entrada", (r"(?:smaller|lower|shorter|menor\w*|mas (?:pequen|baj|cort)\w*)\b[^,;]{0,22}(?:output|salida)",), False),
    (_TUNING, (_FIRST, r"(?:only|just) (?:be done )?once|una sola vez|cannot be repeated|no se puede repetir", r"millions? of (?:records|examples)|millones de (?:ejemplos|registros)", r"costs? nothing|no cuesta nada|is free\b|es gratis|reversib\w+ at once"), False),
    (r"(?:lo mejor|conviene|mejor|debes|deberias|hay que|empieza|best|should|better|advis\w+|recomiend\w+|recommend\w*)", (r"(?:entrenar|afinar|ajustar|entrena|afina|train|fine-?tune|tune)(?:lo|la)? (?:it |the model |el modelo |your model |tu modelo )?(?:primero|de entrada|first)\b", r"(?:primero|first) (?:entrenar|afinar|ajustar|train|fine-?tune)\w*"), False),
    (r"dej\w+|pospon\w+|leav\w+|sav\w+|postpon\w+", (r"(?:el |los |the |your |tus? )?prompts?(?: engineering)? (?:para (?:el final|despues|lo ultimo)|for (?:the )?(?:last|end|later)|until (?:last|the (?:very )?end|later|afterwards))",), False),
    (r"(?:a |el |un |la |good |buen )?(?:prompts?\b|prompt engineering|instrucciones|instructions)", (r"(?:rarely|seldom|hardly ever|(?:almost )?never|raramente|rara vez|(?:casi )?nunca|no suele\w*)\b[^,;]{0,20}(?:enough|suffic\w+|works?|do\b|bast\w*|alcanz\w*|sirv\w*|lleg\w*|funcion\w*|es suficiente)", r"no (?:\w+ )?(?:bast|lleg|alcanz|sirv|funcion)\w*(?: casi)? nunca", r"(?:is|are|es|son) (?:the |la |el )?(?:last|slowest|dearest|most expensive|ultim\w+|mas car\w+|mas lent\w+)"), False),
    (r"base (?:models?|versions?)|(?:modelos?|versiones?) base|raw models?|pre-?trained models?|modelos? (?:en crudo|preentrenad\w+)", (r"(?:follows?|obeys?|siguen?|obedecen?)\b[^,;]{0,30}(?:better|more|mejor|mas)|better[^,;]{0,20}(?:follow|obey|instruct)|mejor[^,;]{0,20}(?:seguir|obedec|instruc)", r"(?:ready|made|best|ideal|meant|tuned|list\w+|hech\w+|pensad\w+|afinad\w+) (?:for|to|para|a)\b[^,;]{0,20}(?:chat|convers|dialog|instru|follow|seguir)\w*"), False),
    (r"instruct(?:ion-tuned)?(?: models?| versions?)?|modelos? (?:instruct|de instrucciones|ajustados)", (r"(?:follows?|obeys?|siguen?|obedecen?)\b[^,;]{0,30}(?:worse|less|peor|menos)", r"(?:is|are|es|son) (?:the )?(?:raw|untuned|crud\w+|sin ajustar)"), False),
    (r"quanti[sz]\w+|cuanti[sz]\w+|(?:fewer|lower|menos) bits|4[- ]bits?", (r"(?:improves?|raises?|increases?|better|mejora\w*|sube|aumenta\w*|gana\w*) (?:the |la |el |en )?(?:quality|accuracy|precision|calidad)", r"(?:more|extra|mas) (?:memory|vram|memoria|espacio|room)", r"(?:no|without (?:any )?|sin (?:ninguna )?|zero|cero) (?:loss|perdida|quality loss|coste)(?: of quality| de calidad)?(?: at all| alguna| whatsoever)?", r"(?:adds?|anade\w*) (?:parameters|weights|parametros|pesos)", r"(?:does not|doesn't|do not|don't|no)(?: (?:really|actually|apenas))? (?:change|reduce|affect|alter|save|lower|shrink|cut|cambia|reduce|afecta|altera|ahorra|baja|disminuye)\w*[^,;]{0,24}(?:memory|memoria|vram|space|espacio|tamano|size|ocupa)", r"(?:leaves?|keeps?|deja\w*|mantiene\w*)\b[^,;]{0,44}(?:(?:just )?as it (?:was|is)|unchanged|the same|intact|igual|como estaba|tal cual)"), False),
    (r"\bq?lora\b|\bpeft\b", (r"(?:all|every|todos|todas|cada un[oa] de) (?:of )?(?:the |its |los |las |sus )?(?:weights?|parameters?|pesos|parametros|matrices)|entero al modelo|the (?:whole|entire) model", r"more (?:memory|vram|parameters)[^,;]{0,12} than (?:full|complete)|mas (?:memoria|parametros) que (?:el|un) ajuste completo", r"from scratch|desde cero"), False),
    (r"full (?:fine-?)?tuning|(?:ajuste|entrenamiento|afinado) completo", (r"(?:only|just|solo|unicamente)\b[^,;]{0,25}(?:few|small|adapter|matri|pocas|pequen|adaptador)\w*", r"(?:less|least|menos) (?:memory|memoria|vram)|lighter|cheaper|mas (?:ligero|barato)"), False),
    (r"quantity|cantidad|more (?:data|records|examples)|mas (?:datos|registros|ejemplos)", (r"(?:matters?|counts?|importa\w*|cuenta\w*|vale\w*|pesa\w*) (?:far |much |mucho )?(?:more|mas) (?:than|que) (?:the |la |su )?(?:quality|calidad)|(?:beats?|gana\w* a) (?:the )?(?:la )?(?:quality|calidad)",), False),
    (r"(?:training )?(?:recipe|data)\b|later tuning|(?:la )?receta|los datos|el entrenamiento", (r"(?:matters?|counts?|weighs?|importa\w*|cuenta\w*|pesa\w*) (?:far |much |mucho )?(?:less|menos) (?:than|que)[^,;]{0,16}(?:size|parameters|tamano|parametros)",), False),
    (r"(?:the )?(?:size|number of parameters)|el (?:tamano|numero de parametros)", (r"(?:matters?|counts?|weighs?|importa\w*|cuenta\w*|pesa\w*) (?:far |much |mucho )?(?:more|mas) (?:than|que)[^,;]{0,20}(?:recipe|data|training|tuning|receta|datos|entrenamiento|ajuste)",), False),
    (r"latency|latencia", (r"(?:is|are|means?|es|son|significa|mide)[^,;]{0,24}(?:tokens? (?:per|a|por) (?:second|segundo)|how (?:much|many)|throughput|cuantos tokens)", r"the same (?:thing )?as (?:throughput|speed)|lo mismo que (?:la velocidad|los tokens)", r"(?:the )?(?:higher|mas alta|mayor)[^,;]{0,14}(?:the )?(?:better|mejor)"), False),
    (r"throughput|tokens (?:per|por) second|tokens por segundo", (r"(?:is|are|es|son) (?:the |el |la )?(?:wait\w*|time (?:to|until|before)|espera|tiempo (?:hasta|que))", r"(?:the )?lower[^,;]{0,14}(?:the )?better|cuant\w+ (?:menos|mas baj\w+)[^,;]{0,14}mejor"), False),
    (r"(?:the )?(?:dearest|dearer|most expensive|more expensive|pricier|priciest)\b|(?:el|los|lo) mas car\w+|mas car\w+", (r"(?:always|siempre|guarantee\w*|garantiza\w*)[^,;]{0,24}(?:best|better|accurate|faithful|mejor\w*|fiel\w*|precis\w+)",), False),
    (r"(?:the )?(?:cheapest|cheaper)\b|(?:el|los|lo) mas barat\w+", (r"(?:always|siempre)[^,;]{0,24}(?:worst|worse|peor\w*|enough|bast\w+|best|mejor\w*)",), False),
    (r"output tokens?|(?:tokens de )?salida|lo que escribe", (r"(?:costs?|cuestan?|is|es) (?:usually |generally |normalmente )?(?:less|cheaper|menos|mas barat\w+)[^,;]{0,20}(?:than|que)[^,;]{0,12}(?:input|entrada)",), False),
    (r"open[- ]weights?(?: models?)?|(?:modelos? de )?pesos abiertos|open models?|modelos? abiertos?", (r"(?:always|siempre|all|todos|any|cualquier|automatically|por fuerza)[^,;]{0,34}(?:commercial|free|comerci|gratis|libre)\w*", r"(?:the same (?:thing )?as|means?|lo mismo que|equivale a|significa) (?:open source|codigo abierto)", r"(?:only|solo)[^,;]{0,18}(?:through|via|por|mediante) (?:an |una )?api"), False),
    (r"closed models?|modelos? cerrad\w+|propietari\w+|proprietary models?", (r"(?:weights|pesos)[^,;]{0,20}(?:download|descarg)\w*|(?:run|ejecut|correr|instal)\w*[^,;]{0,16}(?:at home|locally|your own|en casa|en local|tu (?:propi|equipo))",), False),
    (r"\bdpo\b", (r"(?:needs?|requires?|uses?|necesita|requiere|usa|entrena)[^,;]{0,24}(?:reward model|modelo de recompensa)",), False),
    (r"\brag\b", (r"(?:changes?|trains?|modifies|cambia|entrena|modifica|toca)[^,;]{0,18}(?:weights|pesos|the model|el modelo)", r"(?:needs?|requires?|necesita|requiere|exige)[^,;]{0,14}(?:largest|biggest|mas grande|mayor)"), False),
    (_TUNING, (r"(?:best|right|normal|mejor|idone\w+|indicad\w+)[^,;]{0,20}(?:way|route|via|forma|manera|camino)[^,;]{0,30}(?:facts|knowledge|prices|documents|data that change|datos|conocimiento|precios|documentos)",), False),
    (r"mixture[- ]of[- ]experts|\bmoe\b|mezcla de expertos", (r"(?:all|every|todos)[^,;]{0,14}(?:experts?|expertos|parameters|parametros)[^,;]{0,24}(?:each|per|every|cada|por) token|(?:activat\w+|activa\w*|usa|uses?) (?:all|todos)", r"(?:only|solo)[^,;]{0,24}(?:active|activ\w+)[^,;]{0,24}(?:memory|loaded|memoria|cargar|ram)\w*"), False),
    (r"reasoning(?: models?)?|thinking(?: models?)?|modelos? (?:de razonamiento|que razona\w*)|razonar", (r"(?:starts?|answers?|responds?|is|are|empieza\w*|responde\w*|contesta\w*|es|son) (?:\w+ )?(?:sooner|faster|quicker|antes|mas rapid\w+)", r"cheaper|fewer tokens|less (?:money|tokens)|mas barat\w+|menos tokens"), False),
    (r"(?:(?:the |an? |un |el )?(?:model|modelo)s?|it|knows?|conoce\w*|sabe\w*)\b", (r"(?:knows?|aware|conoce\w*|sabe\w*)[^,;]{0,26}(?:after|since|later than|despues de|posterior\w* a)[^,;]{0,20}(?:cut-?off|corte)",), False),
    (r"(?:small|medium|large|mini|relative names?|nombres? relativos?|etiquetas?|labels?)\b", (r"(?:comparable|(?:mean|are|significan?|son) (?:the )?(?:same|lo mismo|iguales?))[^,;]{0,30}(?:across|between|every|all|entre|todas|cualquier)",), False),
    (r"(?:architecture|layers?|internal details|arquitectura|capas|detalles internos)\b", (r"(?:matters? to|need(?:ed)? by|essential for|importa\w* a|imprescindible\w* para|necesari\w+ para)[^,;]{0,18}(?:every|all|anyone|tod\w+|cualquier)",), False),
    (r"(?:most|nearly all|the majority of|almost all|la mayoria de(?: los)?|casi todos los) models?\w*|modelos?", (r"(?:only (?:one|english|a single)|solo (?:un idioma|ingles|el ingles)|un unico idioma|a single language|one language only)",), False),
    (r"(?:unsupported|undeclared|unofficial) languages?|(?:idiomas?|lenguas?) no (?:oficial\w*|declarad\w+|soportad\w+)", (r"(?:never|cannot|can't|nunca|no puede\w*|jamas) (?:works?|be used|comes? out|funcion\w*|sal\w*|us\w*)|(?:same|equal|igual)[^,;]{0,14}(?:guarantee|support|garantia)",), False),
    (r"vendor benchmarks?|vendors?'? (?:own )?(?:marks|figures|scores)|(?:cifras|notas|pruebas) del (?:propio )?fabricante", (r"(?:are|son) (?:independent|verified|the most reliable|independientes|verificad\w+|las mas fiables)",), False),
    (r"(?:ese|este|dicho|that|this|such) (?:segundo |second |later |ultimo |last )?(?:entrenamiento|ajuste|training|tuning|paso|stage|step)\b|instruction[- ]tun\w+|\b(?:rlhf|dpo)\b|instruct\b|(?:entrenar\w*|ajustar\w*|afinar\w*|train\w*|tun\w+) (?:con|on|with|it on) (?:encargos|instrucciones|instructions|requests|tasks|conversations?|conversaciones|dialog\w+|preferenc\w+)", (r"(?:teach\w*|adds?|gives?|ensen\w+|anade\w*|aporta\w*|da)\b[^,;]{0,16}(?:new )?(?:knowledge|facts|conocimiento\w*|datos nuevos|saber)",), False),
    (r"(?:tables|code|languages other than english|other languages|non-english \w+|tablas|codigo|lenguas distintas del ingles|idiomas distintos del ingles|otr[oa]s (?:lenguas|idiomas))\b", (r"(?:uses?|needs?|takes?|spends?|costs?|gastan?|usan?|necesitan?|ocupan?|consumen?|pid\w+)[^,;]{0,12}\b(?:fewer|less|menos)\b[^,;]{0,16}(?:tokens?|per page|por pagina)",), False),
    (r"one token|a token|un token|cada token", (r"(?:is|equals|es|equivale a) (?:exactly )?(?:one |a |una )?(?:whole |sola )?(?:word|palabra|letter|letra|sentence|frase|page|pagina)\b",), False),
)  # fmt: skip

_TENETS = tuple(_tenets())
_CLAUSE = re.compile(
    r"[;:.?!]|,\s*(?:and|but|while|whereas|so|because|y|e|pero|mientras|aunque|asi que|porque|ya que)\b|\b(?:but|while|whereas|pero|mientras|aunque|because|porque)\b"
)
_DENIED = re.compile(
    r"\b(?:no|not|never|nunca|jamas|ni|neither|nor|tampoco|doesn't|don't|isn't|aren't|won't|needn't|\w+n't|without|sin|hardly|apenas|rather than|en lugar de|en vez de|instead of|myth|mito|false|falso|wrong|error|mistake|nobody|nadie|ningun\w*|none|lejos de|far from)\b"
)
_DOUBT = re.compile(
    r"\b(?:can|could|may|might|sometimes|perhaps|not always|not necessarily|whether|if|puede\w*|podria\w*|a veces|quiza\w*|tal vez|en ocasiones|si)\b"
)

_DENIED_AFTER = re.compile(r"\s*(?:neither|ni|nothing|nada|no more|none of)\b")
_INTRINSIC = re.compile(r"never|nunca|cannot|without|no suele|no cuesta|zero|does not\|")
"""Tenets whose predicate is itself a denial."""
_MOST = re.compile(r"\b(?:most|all|any|every|always|nearly|almost all|la mayoria|casi todos|todos|cualquier|siempre)\b")
""" "Most models can ..." says what they do, not what might be."""


_NO = re.compile(r"^\W*(?:no|nope|not at all|not really|en absoluto|para nada|que va)[,:;.]")
""" "No, bigger is not always better": the first word answers a question."""


_MEMORY = r"(?:memor\w+|vram|\bram\b|load\w*|carg\w+|fit\b|cab\w+|quep\w+|gpu|grafica|tarjeta|card)"
_PLAINLY = tuple(
    re.compile(pattern)
    for pattern in (
        # what is active is not what has to be held in memory
        rf"\b(?:bast\w+ (?:con )?|solo (?:hay que|tienes que|hace falta|necesitas?|hacen falta) |(?:you )?only (?:need|have) to |(?:it is |it's )?enough to |suffices? to |need only |te vale con )(?:que )?(?:\w+ ){{0,3}}?{_MEMORY}[^.;,]{{0,44}}\bactiv",
        r"\b(?:memoria|memory|vram|ram|gpu|grafica|card|tarjeta)\b[^.;,]{0,24}\b(?:solo|only|unicamente|just|nothing but|no mas que)\b[^.;,]{0,44}\bactiv",
        r"\b(?:solo|only|unicamente|just)\b[^.;,]{0,20}\bactiv\w+\b[^.;,]{0,24}\b(?:se cargan|ocupan|van a|are loaded|take up|occupy|(?:need|have) to (?:fit|be (?:loaded|held))|han de caber|tienen que caber)[^.;,]{0,24}",
        rf"\bactiv\w+[^.;,]{{0,24}}\b(?:are|is|son|es) (?:all|what|lo que|lo unico|the only)\b[^.;,]{{0,34}}{_MEMORY}",
        r"\bactiv\w+[^.;,]{0,20}\b(?:decid|determin|set|mark|marc)\w*[^.;,]{0,24}\b(?:memor|vram)",
        r"\b(?:needs?|takes?|asks for|pide|necesita|ocupa)\b[^.;,]{0,16}\b(?:no more than|only|just|solo|nada mas que|no mas de|no mas que) (?:the |los )?\d[\d.,·]*b (?:in|of|en|de) (?:memory|memoria|vram)",
        # many examples do not make up for bad ones
        r"\b(?:cuant[oa]s mas|the more)\b[^.;]{0,40}\b(?:mejor|better)\b[^.;]{0,30}\b(?:calidad|quality)\b[^.;]{0,20}\b(?:irregular|mal[ao]|baj[ao]|mediocre|peor|dudosa|desigual|poor|uneven|low|mixed|doubtful|bad|worse|patchy)",
        r"\b(?:cuant[oa]s mas|the more)\b[^.;]{0,40}\b(?:mejor|better)\b[^.;]{0,12}\b(?:da igual|no importa|sea cual sea|sin mirar|regardless of|whatever|no matter|never mind)\b[^.;]{0,16}\b(?:calidad|quality)",
        # what leaves the house is not as private as what stays
        r"\b(?:api|provider|proveedor|cloud|nube|servicio externo|hosted)\b[^.;]{0,60}\b(?:(?:just |every bit |equally )?as (?:private|confidential|safe|secure)(?: as\b)?|equally (?:private|confidential)|no less (?:private|confidential)|(?:igual de|tan) (?:privad|confidencial|segur)\w*|la misma privacidad|the same privacy|misma confidencialidad)",
        r"\b(?:calidad|quality)\b[^.;,]{0,30}\b(?:da igual|no importa|importa poco|is irrelevant|does(?:n't| not) matter|matters little)\b",
    )
)
"""What contradicts the guide whatever it is said of."""


def _plainly(sentence: Sentence) -> Iterator[Problem]:
    for pattern in _PLAINLY:
        match = pattern.search(sentence.folded)
        if match and not _DENIED.search(sentence.folded[max(0, match.start() - 24) : match.start()]):
            span = sentence.plain[match.start() : match.end()].strip()
            yield Problem("guide", span, Localised(f"«{span}» contradice la guía", f'"{span}" contradicts the guide'))
            return


def check_doctrine(sentence: Sentence) -> list[Problem]:
    """What turns the guide round, in sentences that speak of models at large."""
    plainly = [] if sentence.question else list(_plainly(sentence))
    if plainly:
        return plainly
    if sentence.question or sentence.owners.named or (sentence.thread.subject and not _at_large(sentence)):
        return []
    problems: list[Problem] = []
    folded = _NO.sub(lambda m: " " * len(m.group()), sentence.folded)
    for start, end in _clauses(folded):
        clause = folded[start:end]
        for tenet in _TENETS:
            subject, predicate = tenet.subject.search(clause), tenet.predicate.search(clause)
            if subject is None or predicate is None or _overlap(subject, predicate):
                continue
            first, last = min(subject.start(), predicate.start()), max(subject.end(), predicate.end())
            around = clause[max(0, first - 40) : last]
            inside = len(_DENIED.findall(predicate.group())) if _INTRINSIC.search(tenet.predicate.pattern) else 0
            denied = (len(_DENIED.findall(around)) - inside) % 2 == 1
            denied = denied or bool(_DENIED_AFTER.match(clause, last))
            if DRAWBACK.match(clause, predicate.end()):
                continue
            if (_DOUBT.search(around) and not _MOST.search(around)) or denied != tenet.holds:
                continue
            span = sentence.plain[start + first : start + last].strip()
            why = Localised(f"«{span}» contradice la guía", f'"{span}" contradicts the guide')
            problems.append(Problem("guide", span, why))
            break
    return problems


_LARGE = re.compile(
    r"\b(?:models|modelos|llms|always|siempre|usually|normalmente|in general|en general|larger|bigger|a (?:larger|bigger|longer|smaller|base)|un modelo|the (?:larger|bigger)|cuanto|fine-?tuning|lora|quanti\w+|cuanti\w+|prompts?|latenc\w+)\b"
)


def _at_large(sentence: Sentence) -> bool:
    return is_generic(sentence.folded) or bool(_LARGE.search(sentence.folded))


def _clauses(folded: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _CLAUSE.finditer(folded):
        yield start, cut.start()
        start = cut.start()
    yield start, len(folded)


def _overlap(a: re.Match[str], b: re.Match[str]) -> bool:
    return a.start() < b.end() and b.start() < a.end()
