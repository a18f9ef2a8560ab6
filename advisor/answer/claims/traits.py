"""Claims without a figure: "open weights", "supports Catalan", "runs on your card", "the vendor does not say"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from advisor.answer.claims.folding import fold


@dataclass(frozen=True, slots=True)
class Trait:
    """`key`: a card's field, or one of fit, local, free, eligible, recommended, boast, compliance, offer.

    `value`: the list member meant (a modality, a language code, a licence). `positive`: what the sentence says of it.
    """

    start: int
    end: int
    key: str
    positive: bool = True
    value: str = ""
    well: bool = False
    """Of a language: it is said to be mastered, not only taken."""


_PLAIN: tuple[tuple[str, str, bool, str], ...] = (
    ("open_weights", "", True, r"(?:descargar\w*|download\w*|bajar\w*|publican?|publishes?) (?:\w+ ){0,3}?(?:pesos|weights)|(?:pesos|weights) (?:\w+ ){0,2}?(?:se )?(?:puede\w* descargar|can be downloaded|to download|descarg\w+)|pesos (?:abiertos|publicos|descargables)|open[- ]weights?|open[- ]source|codigo abierto|modelos? abiert[oa]s?|open models?|es abierto|is open\b|descargables?|downloadable|weights\b[^.;]{0,60}?\bare (?:open|public)|pesos\b[^.;]{0,60}?\bson (?:abiertos|publicos)"),
    ("open_weights", "", False, r"weights?\b[^.;,]{0,24}?\b(?:are|is|stay|remain) (?:closed|private|secret|not (?:open|public))|pesos\b[^.;,]{0,24}?\b(?:son|estan|siguen) (?:cerrados|privados)|(?:modelos? |es |son |siendo |models? |is |are |being |a )(?:propietari[oa]s?|cerrad[oa]s?|closed|proprietary)|pesos (?:son|estan) cerrados|closed[- ](?:source|weights?)|pesos cerrados|codigo cerrado"),
    ("commercial_use", "", True, r"usos? comercial(?:es)?|(?:is|es) (?:not )?(?:commercial|comercial)(?= *[.,;)]| *$)|commercial use|comercialmente|used? commercially|commercial purposes|fines comerciales|commercially usable|(?:in|for|en|para|con) (?:an? |un[oa]? |your |tus? |any |ningun |cualquier )?(?:commercial (?:products?|projects?|apps?|services?|use|settings?)|(?:productos?|proyectos?|servicios?|fines|entornos?|usos?) comercial(?:es)?)|us\w+ (?:\w+ ){0,3}?(?:en|in|for|para) (?:an? |un |una |tu |your )?(?:negocio|empresa|business|company|shop|tienda)|(?:make|earn|ganar|sacar|hacer) (?:\w+ )?(?:money|dinero|negocio)|lucrar\w*|charge (?:people |customers |clients )?for it|cobrar por el|(?:vender\w*|sell|explotar\w*|monetiz\w+) (?:\w+ ){0,3}?(?:con el|with it|built on it|basad\w+ en el)|uso en empresas?"),
    ("tool_calling", "", True, r"tool[- ](?:calling|use|calls)|function[- ]calling|call(?:s|ing)? tools|llamadas? (?:a|de) (?:herramientas|funciones)|us(?:a|o|ar) (?:de )?herramientas|uses? tools|(?:admit|soport|manej|domin|acept|invoc|llam|utiliz|emple|entiend|trabaj|gestion)\w* (?:\w+ ){0,2}?(?:herramientas|funciones)(?! (?:de|del|para) (?:edici|imagen|afinad|ajuste))|(?:supports?|handles?|manages?|invokes?|takes?|accepts?|works? with|good with) (?:\w+ ){0,2}?tools\b"),
    ("structured_output", "", True, r"structured outputs?|json (?:mode|schema)|modo json|salidas? estructuradas?"),
    ("reasoning", "", True, r"reasoning model|modelo (?:de razonamiento|razonador)|explicit reasoning|razonamiento explicito|(?:modo|mode) (?:de )?(?:razonamiento|pensamiento)|(?:reasoning|thinking) mode|razona[r]? (?:paso a paso|de forma explicita|explicitamente)|(?:thinks?|reasons?) step by step|us(?:e|es|a|an|ar) (?:explicit )?(?:reasoning|razonamiento)|(?:is|are) (?:not )?explicitly reasoning|reasons? explicitly"),
    ("modalities", "image", True, r"(?:accepts?|aceptan?|admiten?|leen?|reads?|entienden?|understands?|procesan?|process(?:es)?|ven?|sees?|looks? at|miran?|describen?|describes?|analizan?|supports?|handles?|soportan?|takes?)(?:,? \w+){0,5}?,? (?:imagen(?:es)?|images?|fotos?|photos?|pictures?|vision)|(?:image|vision) (?:input|support)|entrada de imagen(?:es)?|multimodal|tiene vision|has vision|vision[- ](?:capable|language)"),
    ("only_text", "", True, r"(?:accepts?|supports?|takes?|reads?|handles?|aceptan?|admiten?|soportan?|leen?) (?:only text|text only|solo texto|unicamente texto|texto solamente)|(?:is|es) (?:a )?(?:text-only|solo de texto)"),
    ("modalities", "audio", True, r"(?:accepts?|aceptan?|admiten?|procesan?|process(?:es)?|supports?|handles?|soportan?|takes?|adds?|anaden?|suman?|entienden?|understands?|reads?|leen?|hears?|listens? to|escuchan?|oyen?|manejan?)(?:,? \w+){0,5}?,? (?:audio|voz|speech|voice)(?! (?:assistants?|agents?|bots?|apps?))|audio (?:input|support)|entrada de (?:audio|voz)|soporte (?:de|para) audio"),
    ("modalities", "image", True, r"(?:images?|photos?|pictures?|imagenes|fotos) (?:is|are|es|son) (?:something |algo )?(?:that |que )?(?:\S+ ){0,4}?(?:manages?|handles?|takes|copes?|understands|maneja|entiende|admite|domina)"),
    ("modalities", "audio", True, r"(?:audio|voice|speech|voz) (?:is|es) (?:something |algo )?(?:that |que )?(?:\S+ ){0,4}?(?:manages?|handles?|takes|copes?|understands|maneja|entiende|admite|domina)"),
    ("modalities", "video", True, r"videos? (?:is|are|es|son) (?:something |algo )?(?:that |que )?(?:\S+ ){0,4}?(?:manages?|handles?|takes|copes?|understands|maneja|entiende|admite|domina)"),
    ("modalities", "video", True, r"(?:accepts?|aceptan?|admiten?|procesan?|process(?:es)?|supports?|handles?|soportan?|takes?|adds?|anaden?|suman?|entienden?|understands?|reads?|leen?|watch(?:es)?|sees?|ven?|manejan?|analizan?|analy[sz]es?)(?:,? \w+){0,5}?,? (?:videos?)(?! (?:cards?|memory|ram))|video (?:input|support)|entrada de video|soporte (?:de|para) video"),
    ("modalities", "pdf", True, r"(?:accepts?|aceptan?|admiten?|leen?|reads?|procesan?|process(?:es)?|supports?|handles?|soportan?|takes?|entienden?|understands?)(?:,? \w+){0,5}?,? pdfs?\b"),
    ("disclosed", "", True, r"(?<!no )(?<!ni )(?:publica|publican|revela|detalla)\b(?! en\b)|publishes|discloses|reveals|(?:lists?|names?|gives?) (?:its|their) (?:official )?languages|(?:lista|enumera|nombra|detalla)n? sus (?:idiomas|lenguas)"),
    ("ample", "", True, r"(?:le |te )?sobra\w* (?:con|memoria|sitio|espacio)\b|(?:entra|cabe)n? (?:de sobra|sin problemas?|con holgura|perfectamente|holgad\w+)|(?:no hay|no habria|sin|no tendrias) problemas? de memoria|por memoria no (?:hay|habria) problema|memory (?:is|would be|will be) (?:no|not a) problem|fits? (?:easily|comfortably|with room)|(?:plenty|room) (?:of (?:room|memory|space) )?to spare"),
    ("unconditional", "", True, r"(?:no|without|sin|ningun\w*) (?:\w+ ){0,2}?(?:condition\w*|restriction\w*|strings|limits?|condicion\w*|restriccion\w*|limitacion\w*)(?: \w+){0,4}?(?=[ .,;)]|$)"),
    ("offer", "", True, r"free (?:tier|trial|credits?|plan)|(?:capa|prueba|plan|nivel|version de prueba) gratuit[oa]|creditos gratis|descuentos?|discount(?:ed|s)?|promo\w*|coupon|cupon(?:es)?|oferta (?:especial|limitada)|limited offer|black friday"),
    ("free", "", True, r"gratis|gratuit[oa]s?|(?:is|for|totally|completely|and|are) free\b(?! (?:of|from|to choose))|free (?:of charge|to (?:use|download|run))|sin (?:ningun )?coste\b|at no cost|coste cero|no cuesta nada|costs? nothing|zero cost|cero coste"),
    ("fit", "", False, r"(?:(?:se (?:te )?(?:sale|pasa)n?|desborda\w*|rebasa\w*|excede\w*|no entra\w*)(?: de| en)?|(?:goes|runs|spills) (?:over|past|beyond)|overflows?|exceeds?|outgrows?) (?:tus?|your|los|las|the|la|el) (?:\d+ ?gb|memoria|memory|vram|(?:\w+ )?(?:tarjeta|card|gpu|grafica|machine|equipo|mac|portatil|laptop))\b"),
    ("fit", "", True, r"(?:caben?|cabrian?|entrarian?|correrian?|entran?|fits?|runs?|corren?|correr|funcionan?|ejecut\w+|cargar\w*|loads?|running|fit|encajan?|usa[rs]?|usarlo|use|using)\b(?:(?!,? (?:pero|but|aunque|though|while|mientras) )[^.;:|]){0,40}?\b(?:graficas?|gpus?|vram|(?:graphics )?cards?|portatil|laptop|equipo|maquina|machine|memoria|memory|\d+ ?gb|hardware|pc|ordenador|mac(?:book)?|imac|servidor|server|rtx|gtx|tarjeta|computer|(?!(?:19|20)\d\d\b)\d{4})\b"),
    ("local", "", True, r"en local|localmente|locally|self[- ]host\w*|autoaloj\w*|on[- ]prem\w*|sin conexion|offline|tus propios servidores|your own (?:machine|servers?|hardware|infrastructure)|tu propi[oa] (?:equipo|servidor|maquina|infraestructura|hardware)"),
    ("fine_tuning", "", True, r"fine-?tun(?:e|ed|able|ing)|afinar(?:se|lo)?|afinable|ajuste fino|ajustar(?:se|lo)? con|con lora|with lora|via lora|\bqlora\b"),
    ("architecture", "moe", True, r"\bmoe\b|mezcla de expertos|mixture[- ]of[- ]experts"),
    ("architecture", "dense", True, r"(?:modelo|arquitectura|es|model|architecture|is|a) (?:es |un )?dens[oae]\b|dense (?:model|architecture|transformer)"),
    ("architecture", "ssm", True, r"\bmamba\b|state[- ]space|espacio de estados"),
    ("architecture", "diffusion", True, r"diffusion (?:language )?model|modelo de difusion"),
    ("alignment", "rlhf", True, r"\brlhf\b|reinforcement learning from human"),
    ("alignment", "dpo", True, r"\bdpo\b|direct preference"),
    ("training_type", "base", True, r"(?:modelo|model|is a|es un|version|variante) base\b|base (?:model|version|variant)|raw model"),
    ("training_type", "instruct", True, r"(?:ajustado|afinado|entrenado) (?:a|para|con) (?:seguir )?instrucciones|instruction[- ]tuned|instruct (?:model|version|variant)|modelo instruct"),
    ("status", "deprecated", True, r"deprecated|obsolet[oa]s?|en desuso|descatalogad[oa]|sera retirado|will be (?:retired|shut)"),
    ("status", "retired", True, r"(?:ya )?(?:ha sido |fue |esta )?retirad[oa]s?\b|ya no (?:esta disponible|se puede)|(?:been|was|is) retired|no longer available|discontinued|descontinuad[oa]"),
    ("status", "preview", True, r"(?:en|in|es una|version|is a|a) preview\b|preview (?:version|model|release)|version preliminar|en beta\b|\bin beta\b"),
    ("eligible", "", False, r"no (?:cumplen?|encajan?)|(?:does|do)(?:n't| not) (?:meet|satisfy|qualify|match your|fit your (?:needs|budget|requirements))|qued(?:an?|o|aron|aria) fuera|(?:left|dropped|struck) (?:out|off)|out of the running|did(?:n't| not) make (?:it|the (?:cut|list))|(?:fails?|failed|fell|stumbles?)(?= (?:on |over |because|for (?:its|lack)|due ))|(?:falla|fallo|cae|cojea|tropieza|patina|pincha)(?= (?:en |por |con ))|(?:queda |esta |fue )?descartad[oa]s?|excluid[oa]s?|excluded|ruled out|rules out|rul(?:es|ed|ing) (?:it|them|this one|that one) out|l[oa]s? (?:descarta|excluye|deja fuera)|falls? outside|not eligible|ineligible|se sale de(?:l| tu)|(?:supera|excede|rebasa|sobrepasa)n? (?:tu|el) (?:presupuesto|limite|tope|maximo)|(?:se (?:te )?(?:pasa|sale|va)n?|pasan?) (?:del?|por encima de) (?:tu |el |l )?(?:presupuesto|limite|tope|maximo)|(?:exceeds?|over|above|beyond|past|busts?|outside|blow\w*|break\w*|bust\w*|wreck\w*|overshoots?|tops) (?:your |the )?(?:(?:us)?\$?[\d.,·]+ ?(?:usd |dollars? |dollar )?(?:a month |monthly |per month )?)?(?:monthly |total |price |spending |cost |overall ){0,2}(?:budget|limit|ceiling|cap)\b|fuera de(?: tu|l)? presupuesto|incumplen?|fails? (?:your|the|to meet)|breaks? your|por encima de tu presupuesto"),
    ("eligible", "", True, r"(?:(?:se puede[n]?|puedo|podemos) recomendar(?:te|se|l[oa]s?)?|(?:that )?i can recommend|(?:can|may) be recommended)(?! (?:only|solo|si|if)\b)|(?:ticks?|checks?|meets?|covers?|satisf\w+|fulfil\w*) (?:all (?:of )?)?(?:every|each|all|the)?\s*(?:the |your )?(?:box(?:es)?|requirements?|conditions?|needs|of them|everything)|(?:has|does|offers) everything (?:that )?you|(?:tiene|ofrece|cubre|cumple|reune) (?:absolutamente )?(?:todo|todos|todas)(?: lo que| los requisitos| tus)?\b|no le falta nada|lo cumple todo|encaja en todo|marca todas|cumplen? (?:con )?(?:tod\w+ )?(?:tus?|los|lo que|sus|tod\w+|el|la)\b(?! (?:orden|encargo|instruccion|peticion|mision|funcion|tarea)\w*)|meets? (?:all|every|your|the|each)\b|satisf(?:y|ies|ace|acen) (?:all|your|tod|tus|los)|fits? (?:within )?your (?:needs|budget|requirements)|(?:dentro|(?:entra|cabe|encaja|queda)n?(?: tambien)? (?:en|dentro)) (?:del? |en )?(?:tu |el )?(?:presupuesto|limite|tope)|(?:within|inside|under|below) (?:your |the )?(?:(?:us)?\$?[\d.,·]+ ?(?:usd |dollars? |dollar )?(?:a month |monthly |per month )?)?(?:monthly |total |price |spending |cost |overall ){0,2}(?:budget|limit|ceiling|cap)\b|(?:within|inside|under) (?:your |the )?(?:maximum|max) (?:(?:input|output) )?price|(?:is|are) eligible|qualifies|pasa(?:n)? (?:el|los|tus) filtros?"),
    ("undisclosed", "published", True, r"(?:no|not|never|nunca|tampoco|n't|without|sin|ni)\s+(?:\w+\s+){0,2}?(?:publica\w*|revela\w*|divulga\w*|hac\w+ public\w+|disclos\w*|publish\w*|reveal\w*|made public|releas\w+ (?:the|its|any))|(?:isn't|aren't|wasn't|weren't) (?:\w+ )?(?:published|disclosed|revealed)|undisclosed|sin publicar|unpublished|(?<!\bel )(?<!\bthe )(?<!\bsu )(?<!\bits )secret[oa]?\b"),
    ("undisclosed", "known", True, r"\bunknown\b|(?:(?:is|are|was|were|been) not|isn't|aren't|wasn't|weren't) (?:\w+ )?(?:provided|mentioned|given|reported|included|shown|indicated|revealed)(?! (?:in the (?:price|cost)|by default)\b)|no (?:se )?(?:(?:ha|han) )?(?:proporciona|menciona|ofrece|facilita|muestra|incluye|aporta|da)(?:n|d[oa]s?)? (?:l[oa]s? |el |sus? |ningun\w* )?(?=precio|parametro|tamano|ventana|contexto|salida|fecha|licencia|puntuacion|prueba|benchmark|velocidad|dato|cifra|idioma|informacion)|no se (?:proporciona|menciona|facilita|indica|especifica|muestra|detalla)n?|desconocid[oa]s?|no hay (?:\w+ )?(?:datos?|cifras?|informacion)|no (?:he|hemos) podido (?:confirmar|comprobar|verificar)|(?:could|have)(?:n't| not) (?:been able to )?(?:confirm(?:ed)?|verif(?:y|ied))|no (?:tengo|tenemos|dispongo|(?:consta|constan|figura|figuran|aparecen?|esta|estan)(?! (?:nada )?mal\b)(?! (?:como |entre |en )(?:\w+ ){0,2}(?:idiomas?|lenguas?|lista|oficial\w*)\b)|se sabe|se conoce|esta documentad\w+|indica|especifica|declara|detalla)|sin (?:datos?|cifras?|confirmar|informacion)|no hay (?:\w+ )?(?:medidas?|mediciones|pruebas)\b|(?:sin|ninguna) (?:medidas?|mediciones|medicion)\b|no (?:data|figures?|information|value|measurements?|test results?|results)\b|not (?:known|stated|documented|listed(?! (?:among|as|in)\b)|specified|available(?! (?:as|with|under|in)\b)|declared|on record|given)|(?:don't|do not) (?:have|know)|(?:does not|doesn't) (?:state|say|list|specify|declare|document|give)|can't confirm|cannot confirm|on record|(?:not|isn't|aren't|hasn't|haven't|has not|have not) (?:been )?confirmed|no (?:esta|queda|se ha) confirmad\w+|que (?:conste|sepamos|sepa)|as far as (?:we|i) know|hasta donde (?:se|sabemos)|unconfirmed|(?:neither|ni|nor)\b[^.;]{0,60}?\b(?:confirm\w*|document\w*)|no (?:te |le |lo )?(?:puedo|podemos|se puede) confirmar\w*|no (?:se|sabemos) (?:cual|si)\w*"),
    ("boast", "", True, r"(?:del|(?<!lleva )(?<!llevan )(?<!esta )en el) mercado(?! (?:desde|hace|por|a partir))|on the market(?! (?:since|for|from))|in the world|del mundo|state[- ]of[- ]the[- ]art|estado del arte|\bsota\b|numero uno|number one|\b#1\b|industry[- ]leading|lider(?:es)? (?:del?|en)\b|imbatible|unbeatable|inigualable|unmatched|unrivall?ed|(?:el |la )?mas avanzad[oa]|most advanced|mas popular|most popular|mas (?:usad|utilizad|descargad)[oa]|most (?:widely )?(?:used|downloaded)|premiad[oa]|award[- ]winning|de todos los tiempos|ever (?:made|built|released)|of all time|jamas|most powerful|mas potente|revolucionari[oa]|revolutionary|game[- ]chang\w+|world[- ]class|de clase mundial"),
    ("boast", "", True, r"(?:nunca|jamas|never|no|not|doesn't|n't)\s+(?:\w+\s+)?(?:alucina\w*|hallucinat\w*|falla|fails?|se equivoca|makes? mistakes|miente|lies)|hallucination[- ]free|(?:100|cien) ?(?:%|por ciento)? (?:fiable|precis[oa]|accura\w+|reliab\w+|segur[oa]|safe|secure|correct\w*)|garantiza\w*|guarante\w+|siempre acierta|always (?:right|correct)|error[- ]free|sin errores|infalible|infallible|flawless\w*|impecable|perfect accuracy|certificad[oa]s?|certified|aprobad[oa] por|approved by|avalad[oa] por|endorsed by|patrocinad[oa]|sponsored"),
    ("compliance", "", True, r"(?:compl(?:y|ies)|cumplen?) (?:with|con) (?:\w+ ){0,3}?(?:regulations?|laws?|normativas?|leyes|reglament\w+|data protection|proteccion de datos)|(?:is|are|esta|estan|va|van|data|datos) (?:\w+ )?(?:encrypted|cifrad[oa]s?)|(?:requires?|needs?|necesita|requiere) (?:an? |una )?(?:active |permanent )?(?:internet|conexion a internet)(?: connection)?|\brgpd\b|\bgdpr\b|\bhipaa\b|iso[ -]?\d{4,5}|soc ?2|\blopd\w*|ai act|ley de ia|\bferpa\b|pci[- ]dss|cumplimiento normativo|compliant|data residency|residencia de (?:los )?datos|(?:datos|data) (?:se quedan|permanecen|no salen|stays?|remains?|never leaves?|residen)"),
    ("boast", "", True, r"(?:no need to|needn't|need not|(?:do|does)(?:n't| not) (?:need|have) to|no (?:hace falta|es necesario|hay que|necesitas?)|sin necesidad de|never have to)\s+(?:be )?(?:review\w*|check\w*|verif\w*|revis\w*|comprob\w*|contrast\w*|supervis\w*|proofread\w*)|(?:fiarte|confiar|trust\w*|rely)\b[^.;,]{0,14}(?:a ciegas|blindly|ciegamente|without (?:checking|review))|sin (?:revisar|comprobar)(?:l[oa]s?)?|can be used unreviewed"),
    ("boast", "", True, r"(?<!no )(?<!no lo )(?<!not )(?<!never )(?:(?:was|were|been|have|has|i|we|i've|we've)(?: (?:already|also|now))? (?:tested|tried|measured|benchmarked|timed|run|checked)|(?:i|we) (?:ran|tried|put|loaded|timed)|(?:lo |la |los )?(?:probe|probamos|medi|medimos|ejecute|ejecutamos|corri|corrimos|instale|instalamos)|(?:ha sido|han sido|fue|fueron|esta|estan|hemos|he|se ha|se han)(?: ya)? (?:probad|medid|comprobad|ejecutad|cronometrad)[oa]s?)(?: it| them| out| directly| directamente)? (?:on|with|in|en|con) (?:your|tus?) \w+"),
    ("benchmark_boast", "", True, r"(?:supera|bate|gana)n? (?:al?|a todos)[^.;]{0,20}\b(?:human\w*|expert\w*)|human[- ]level|nivel humano|better than humans"),
)  # fmt: skip
_PATTERNS = tuple(
    (key, value, positive, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for key, value, positive, pattern in _PLAIN
)

_LICENCES = re.compile(
    r"\b(?P<name>apache(?:[- ]?(?:licen[cs]e )?v?2(?:[.·]0)?(?![.·]?\d))?|mit(?=[\s.,;:)/*-]|$)|(?:l?a?gpl)(?:v?\d)?|bsd|llama [\d.]*\s?community(?: licen[cs]e)?|gemma (?:terms|licen[cs]e)|openrail\w*|cc[- ]by(?:[- ]nc)?(?:[- ]sa)?(?:[- ]4\.0)?|"
    r"modified mit|mit modificada|mistral research|nvidia open model|qwen licen[cs]e|deepseek licen[cs]e|dominio publico|public domain)\b"
)
_NEGATION = re.compile(
    r"(?<!\w)(?!(?:no|sin|without|ningun|not? an?) (?:\w+ )?(?:trouble|problems?|issues?|worr\w+|obstacles?|bar|problemas?|pegas?|lios?|inconvenientes?)\b)\b(?:demasiad[oa]s? \w+ (?:como )?para|too \w+ (?:to|for)|prohib\w+|forbids?|forbidding|bans?|banned|impide\w*|restring\w+|excludes?|excluye\w*|no|not|isn't|aren't|doesn't|does not|don't|can't|cannot|nunca|never|tampoco|sin|without|ni|carece de|lacks?|\w*n't|nor|neither|ningun[oa]?(?: de \w+ \w+)?|none(?: of \w+ \w+)?)\s+(?:(?!pero|but|solo|only|in the|en el|en la)\w+\s+|do: ){0,4}$"
)
_DENIED_LATER = frozenset(
    {"modalities", "tool_calling", "structured_output", "reasoning", "commercial_use", "fine_tuning"}
)
_NOT_AFTER = re.compile(
    r"\s+(?:(?:is|are)(?:n't| not) (?:\w+ )?(?:supported|available|offered|included|accepted|allowed|possible|permitted)|no (?:esta|se|es|son|estan) (?:\w+ )?(?:soportad|disponible|incluid|admit|acept|permit|posible|ofrec)\w*)"
)
""" "Image input is not supported"."""
_NONE_OF = re.compile(r"\W*(?:neither|ni|ningun[oa]?|none)\b.*?(?=,|;|\bbecause\b|\bporque\b|\bpero\b|\bbut\b|$)")
_LANGUAGE_CODES = (
    "es en ca eu gl pt fr de it nl pl ru uk zh ja ko ar hi bn ta te ur fa tr vi th id ms sv nb da fi cs sk hu ro bg el he sr "
    "hr sl lt lv et is ga cy mt sq mk bs sw af am zu hy ka az kk uz ne si my km mn la oc an ast qu gn ay eo fil pa mr gu kn ml"
)
_LANGUAGE_CUE = re.compile(
    r"\b(?:habla\w*|admite\w*|soporta\w*|cubre\w*|maneja\w*|domina\w*|incluye\w*|oficial\w*|supports?|supported|speaks?|handles?|covers?|official\w*|fluent\w*|"
    r"works? (?:well )?in|(?:va|rinde|funciona)\w* (?:muy )?bien en|(?:does|performs?) (?:very )?well in|trabaja\w* (?:bien )?en|responde\w* (?:bien )?en|entiende\w*|understands?|writes?|escribe|declara\w*|declares?|idiomas?|languages?|lists?|trained (?:on|in)|entrenado (?:en|con)|excels? (?:in|at)|destaca en|soporte|support|cop(?:es?|ing) (?:\w+ )?(?:with|in)|gets? (?:by|along) in|at (?:home|ease) in|(?:good|strong|comfortable|proficient|solid|decent) (?:at|in|with)|masters|se (?:defiende|desenvuelve|maneja|apana) (?:\w+ )?en|(?:buen[oa]|fuerte|comod[oa]|solvente) en|se le da (?:muy )?bien|lacks?|carece\w* de|leaves?|deja\w* fuera)\b"
)
_LANGUAGE_LISTED = re.compile(
    r"\s+(?:en|on|in|entre|among|dentro de)\s+(?:\w+ ){0,3}?(?:oficial\w*|official\w*|idiomas|languages|lenguas)\b|"
    r"(?:,? (?:que|which|but it|pero)\b)?\s+(?:(?:y|e|and|ni|nor|o|or) \w+\s+)?(?:(?:no|not|tampoco|si|tambien|also|neither)\s+)?(?:(?:es|is|isn't|aren't|esta|estan|figura\w*|consta\w*|son|are|aparece\w*|entre|among|as|como|appears?|does(?:n't| not)|do(?:n't| not))\s+(?:[\w'.-]+\s+){0,7}?)?(?:oficial|official|support|soporte|idiomas?|languages?|lenguas?)"
)
_LANGUAGE_MANAGED = re.compile(
    r"\s+(?P<no>(?:no|not|isn't) )?(?:(?:is|es|suena|sounds) (?:\w+ )?(?:excellent|great|fluent|superb|outstanding|good|impeccable|natural|excelente|buen[oa]|buenisimo|fluid[oa]|perfect[oa]?|estupend[oa]|impecable|notable)\b|(?:va|rinde|responde|funciona|works?|does) (?:muy |very |quite |bastante )?(?:bien|well)\b|(?:is |es |se |l[oe] |tambien |also )*(?:something |algo |one |a language |una lengua |un idioma )?(?:that |que |which |in which |en (?:el|la) que )?(?:it |this model |the model |he |(?:\u0001|[a-z0-9.·-])+ (?:\S+ ){0,3}?)?(?:\w+ )?(?:cop(?:es?|ing)|handles?|manages?|speaks?|masters|domina|defiende|desenvuelve|maneja|habla|se le da (?:muy )?bien|(?:is|poses|presents) no problem|no (?:es|supone|plantea) (?:ningun )?problema|comes (?:easily|naturally)))"
)
""" "Portuguese is something it copes with well"."""
_WELL = re.compile(
    r"\b(?:excellent|great|superb|outstanding|impeccable|excelente|estupend[oa]|impecable|notable|well|good|strong|comfortable|proficient|solid|fluent\w*|masters?|domina\w*|excel\w*|destaca\w*|bien|buen[oa]?s?|fuerte|at home|at ease|no problem|ningun problema|naturally|easily|gets? (?:by|along)|se (?:defiende|desenvuelve|apana)|perfect\w*|like a native)\b"
)
_EXTRA_LANGUAGES = {"castellano": "es", "euskera": "eu", "vasco": "eu", "valenciano": "ca", "mandarin": "zh", "castilian": "es", "farsi": "fa", "tagalo": "fil", "tagalog": "fil", "filipino": "fil", "noruego": "nb", "norwegian": "nb"}  # fmt: skip


@lru_cache(maxsize=1)
def language_names() -> dict[str, str]:
    """Folded one-word names of languages in both languages -> code."""
    from babel import Locale

    names = dict(_EXTRA_LANGUAGES)
    for code in _LANGUAGE_CODES.split():
        for locale in ("es", "en"):
            name = fold(str(Locale(locale).languages.get(code, "")))
            if name and " " not in name:
                names[name] = code
    return names


_ONLY = re.compile(r"\b(?:only|just|solo|solamente|unicamente|pero|but)\b")
""" "No audio, only text and images": what follows is not denied."""


def languages_in(folded: str) -> frozenset[str]:
    """The codes of the human languages named in a text."""
    names = language_names()
    return frozenset(names[w] for w in re.findall(r"[a-z]+", folded) if w in names)


def find_traits(folded: str) -> list[Trait]:
    """All claims without a figure, in order of place."""
    found: list[Trait] = []
    none = _NONE_OF.match(folded)
    for key, value, positive, pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            if not any(
                match.start() < t.end and t.start < match.end() and (t.key, t.value) == (key, value) for t in found
            ):
                inside = key in ("open_weights", "commercial_use", "modalities") and re.search(
                    r"\b(?:no|not|aren't|isn't|except|excepto|salvo|sin)\b", match.group()
                )
                denied = (
                    (_negated(folded, match.start()) and not (key == "modalities" and _ONLY.search(match.group())))
                    or bool(inside)
                    or bool(none and match.start() < none.end())
                    or (key in _DENIED_LATER and bool(_NOT_AFTER.match(folded, match.end())))
                )
                if key == "boast" and _promises_nothing(folded, match, denied):
                    continue
                own = key in ("undisclosed", "eligible", "boast", "unconditional") or not denied
                if key == "eligible" and positive and none and match.start() < none.end():
                    own = False
                found.append(Trait(match.start(), match.end(), key, positive == own, value))
    found += find_licences(folded)
    found += _languages(folded)
    found += _programming(folded)
    return sorted(found, key=lambda t: t.start)


_PROMISE = re.compile(r"garantiza\w*|guarante\w+")
DRAWBACK = re.compile(
    r"[^.;]{0,24}?\b(?:higher|bigger|larger|more|extra|slower|mayor(?:es)?|mas|otr[oa]s?) (?:\w+ )?(?:bills?|costs?|expense|spending|memory|electricity|power|answers|work|waits?|factura|costes?|gastos?|memoria|luz|consumo|electricidad|trabajo|espera|lentitud|lent[oa]s?)\b"
)
"""What nobody would call a boast: "size guarantees a higher bill"."""


def _promises_nothing(folded: str, match: re.Match[str], denied: bool) -> bool:
    """Whether a word for a guarantee says that there is none, or promises a drawback alone."""
    if not _PROMISE.fullmatch(match.group()):
        return False
    nothing = re.match(r"\s+(?:absolutely |absolutamente )?(?:nothing|nada|neither|ni|no)\b", folded[match.end() :])
    return denied or bool(nothing) or bool(DRAWBACK.match(folded, match.end()))


def find_licences(folded: str) -> Iterator[Trait]:
    """Licences by name."""
    for match in _LICENCES.finditer(folded):
        yield Trait(match.start(), match.end(), "licence", not _negated(folded, match.start()), match.group("name"))


_CODE = re.compile(
    r"\b(?:entrenad\w+|ajustad\w+|afinad\w+|especializad\w+|trained|tuned|speciali[sz]ed|declara\w*|lists?|oficial\w*|official\w*)\b[^.;]{0,40}?\b(?:en|on|in|con|for|para)\s+(?P<name>python|javascript|typescript|java|rust|go|c\+\+|sql|php|ruby|kotlin|swift|bash)(?!\w)"
)


def _programming(folded: str) -> Iterator[Trait]:
    """Programming languages that a model is said to be made for."""
    for match in _CODE.finditer(folded):
        yield Trait(match.start(), match.end(), "programming", not _negated(folded, match.start()), match.group("name"))


_AFTER_LABEL = re.compile(r"^:\s+(?=(?:no )?figura|(?:no )?aparece|listed\b|not listed\b)")
""" "Portuguese: listed as official"."""


_HEADED = re.compile(
    r"\b(?:(?:official|(?:officially )?supported|declared) languages|idiomas (?:oficiales|declarados|admitidos|soportados)|lenguas oficiales)(?: \([^)]*\))?:[^.;:|]*$"
)
""" "Official languages: English, ..., and Japanese"."""


_NO_TROUBLE = re.compile(
    r"\b(?:no|sin|without|not)\s+(?:\w+ ){0,2}?(?:trouble|problems?|issues?|worr\w+|obstacles?|problemas?|pegas?|lios?|inconvenientes?|obstaculos?)\b"
)
_INTERJECTED = re.compile(
    r",\s*(?:at least|at any rate|however|for instance|though|in turn|on the other hand|of course|por lo menos|al menos|sin embargo|en cambio|por ejemplo|eso si|por supuesto|a su vez|desde luego|por su parte)\s*,"
)
""" "Portuguese, at least, is official"."""


def _languages(folded: str) -> Iterator[Trait]:
    names = language_names()
    folded = _INTERJECTED.sub(lambda m: " " * len(m.group()), folded)
    for match in re.finditer(r"[a-z]+", folded):
        code = names.get(match.group())
        if not code:
            continue
        before = re.split(
            r"[.;:|(]|\bpero\b|\bbut\b|,\s*(?:asi que|so|por eso|therefore|de modo que)\b",
            folded[max(0, match.start() - 90) : match.start()],
        )[-1]
        after = re.split(
            r"[.;:|(]|,(?! (?:que|which)\b)", _AFTER_LABEL.sub(" ", folded[match.end() : match.end() + 60])
        )[0]
        before = _NO_TROUBLE.sub(" ", before)
        headed = _HEADED.search(folded[max(0, match.start() - 200) : match.start()])
        if headed:
            before = f"{headed.group()} "
        official = re.search(r"\boficial\w*|\bofficial\w*|\bdeclara\w*|\bdeclare\w*", before + after)
        if _LANGUAGE_CUE.search(before) or _LANGUAGE_LISTED.match(after) or _LANGUAGE_MANAGED.match(after):
            listed = _LANGUAGE_LISTED.match(after)
            said = before + (listed.group() if listed else "")
            negative = bool(
                re.search(
                    r"\b(?:no|not|doesn't|does not|don't|nunca|sin|without|tampoco|isn't|aren't|ni|neither|nor|lacks?|carece\w*|leaves?|fuera)\b",
                    said,
                )
            )
            well = bool(_WELL.search(before) or _WELL.search(after[:40]))
            yield Trait(match.start(), match.end(), "languages", not negative, f"{code}!" if official else code, well)


def _negated(folded: str, start: int) -> bool:
    return bool(_NEGATION.search(folded[max(0, start - 45) : start]))
