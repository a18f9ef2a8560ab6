"""What people wish for and no card records: said beside a recommendation, so that the wish is not passed over."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from advisor.domain.language import Localised

_MISSING: tuple[tuple[str, Localised], ...] = (
    (
        r"\btts\b|text.to.speech|texto a voz|(clon\w+|clone|cloning)\b.{0,16}\b(voz|voice)|voice.clon|sintesis de voz|speech synthesis"
        r"|sintetizador",
        Localised(
            "Ningún modelo de mi catálogo genera voz: para hablar o clonar una voz hace falta otro, de los que no tengo fichas.",
            "No model in my catalogue produces speech: speaking or cloning a voice takes another kind, of which I have no cards.",
        ),
    ),
    (
        r"\bre-? ?rank\w*|\breordenador\w*|cross-?encoder\w*",
        Localised(
            "Mi catálogo tiene modelos de embeddings, que buscan, pero ningún reranker, que reordena lo encontrado: ese tendrás que buscarlo "
            "aparte. Te digo el de embeddings que mejor encaja.",
            "My catalogue has embedding models, which search, but no reranker, which sorts what was found: that one you will have to look for "
            "elsewhere. I will say which embedding model fits best.",
        ),
    ),
    (
        r"\bdobl(ar|aje|ajes|e|en)\b.{0,30}\b(video|pelicula|serie|audio|voz|voces|capitulo|anuncio|curso|idioma|espanol|ingles)\w*|\bdub(s|bed|bing)?\b"
        r"|\b(video|pelicula|serie)s? .{0,20}\bdobl(ar|aje|ad[oa]s?)\b",
        Localised(
            "Doblar son tres cosas: transcribir, traducir y volver a decirlo con voz. Lo último no lo hace ningún modelo de mi catálogo; lo "
            "que recomiendo sirve para el texto.",
            "Dubbing is three things: transcribing, translating and saying it again with a voice. The last of them no model in my catalogue "
            "does; what I recommend is for the text.",
        ),
    ),
    (
        r"\b(100|cien) ?(%|por cien\w*|per ?cent)? ?(de )?(exact|precis|fiab|fiel|acert|acier|accura|reliab|correct)\w*"
        r"|\b(no|sin|nunca|jamas)\b( \w+){0,3} (equivo|fall|error|alucin|invent)\w*( \w+){0,2} (nunca|jamas|ni una( sola)? vez|en absoluto)\b"
        r"|\b(nunca|jamas) (se |me |nos |te )*(equivoqu|falle|fallar|alucine|invente|mienta)\w*|\b(cero|ningun|ni un( solo)?) (error|fallo|alucinacion)\w*"
        r"|\binfalib\w*|\binfallib\w*|\b(never|not ever|doesn.?t ever) (be |is |get |gets |go |goes |make |makes |a |any |ever )*"
        r"(wrong|mistake|err|error|hallucinat|fail|lie|invent)\w*|\b((zero|without any|not one|not a single) (errors?|mistakes?)|(zero|no) (mistakes|hallucinations))\b"
        r"|\b(perfect|total|absolute|flawless) (accuracy|precision|reliability)\b|\b(precision|exactitud|fiabilidad) (perfecta|total|absoluta)\b",
        Localised(
            "Ningún modelo acierta siempre: todos se equivocan alguna vez, y con aplomo. Si un fallo sale caro, que una persona revise "
            "lo que diga, y que cite de dónde lo saca.",
            "No model is always right: they all slip at times, and with a straight face. Where a mistake is costly, have a person check "
            "what it says, and have it cite where it took it from.",
        ),
    ),
    (
        r"\bagi\b|\bsuper ?intelig\w*|inteligencia artificial general\b|artificial general intelligence|\b(tenga|tiene|con|has|have|with|is|sea|sean|be) "
        r"(\w+ )?(consciencia|conciencia|conscien\w*|conscious\w*|sentient\w*|sentimientos|feelings)\b",
        Localised(
            "Eso no existe: ningún modelo de hoy piensa como una persona ni sabe hacer de todo. Te digo cuál encaja con lo demás que pides.",
            "There is no such thing: no model today thinks like a person or can do everything. I will say which fits the rest of what you ask.",
        ),
    ),
)
"""What no model of the catalogue does, or no model at all: told before anything is recommended."""
_MADE_BY = Localised(
    "Ningún modelo de mi catálogo hace {}: hace falta otra clase de modelo, de la que no tengo fichas. Sí puedo ayudarte con el que escriba el "
    "guion o la descripción de lo que quieres.",
    "No model in my catalogue makes {}: it takes another kind of model, of which I have no cards. I can help with the one that writes the "
    "script or the description of what you want.",
)
_MAKES = (
    r"(hac\w+|hag\w+|cre\w+|gener\w+|mont\w+|edit\w+|compo\w+|produc\w+|dibuj\w+|disen\w+|mak\w+|draw\w*|design\w*)"
)
_THINGS: tuple[tuple[str, Localised], ...] = (
    (
        r"(video|videos|vidio|vidios|clip|clips|reels?|animacion\w*|animations?|movies?|peliculas?)",
        Localised("vídeo", "video"),
    ),
    (
        r"(imagen|imagenes|fotos?|fotografias?|dibujos?|logos?|logotipos?|carteles|cartel|ilustracion\w*|renders?|images?|pictures?|photos?"
        r"|drawings?|art|posters?|icons?|thumbnails?|miniaturas?)",
        Localised("imágenes", "images"),
    ),
    (r"(musica|canciones|cancion|melodias?|music|songs?|beats?)", Localised("música", "music")),
)
"""What people ask how to make, in folded text."""
_ANYWHERE: tuple[tuple[str, Localised], ...] = (
    (
        r"suscripci\w+|subscripci\w+|tarifa plana|cuota fija|plan (mensual|fijo|pro|plus)\b|subscription|flat rate|flat fee|monthly plan|fixed (price|fee)",
        Localised(
            "Las suscripciones a aplicaciones y las tarifas planas no constan en mis fichas: los precios que doy son por uso, a través de una "
            "API. Lo que cuesta cada plan está en la web de quien lo vende.",
            "Subscriptions to apps and flat rates are not on my cards: the prices that I give are by use, over an API. What each plan costs "
            "is on the site of who sells it.",
        ),
    ),
    (
        r"palabrotas?|\btacos\b.{0,12}\b(diga|suelte)|lenguaje soez|groseria\w*|apto para (ninos|menores)|(para|con) (ninos|crios|menores)\b.{0,30}\bsegur\w*"
        r"|segur\w* (para|con) (ninos|menores|crios)|kid.?(friendly|safe)|child.?(friendly|safe)|family.?friendly|safe for (kids|children)|swear(s|ing)?\b"
        r"|bad (words|language)|curs(es|ing)\b",
        Localised(
            "Que no diga palabrotas ni toque ciertos temas no consta en mis fichas ni lo asegura ningún modelo: eso lo pone el programa, con "
            "instrucciones y filtros, y con niños tiene que haber un adulto cerca.",
            "That it does not swear or touch certain subjects is not on my cards, and no model guarantees it: the program does that, with "
            "instructions and filters, and with children an adult has to be near.",
        ),
    ),
    (
        r"sin censura|censurad|\bno (se |me |te )?censur\w+|(doesn.?t|don.?t|not|never|without) censor\w*|uncensored|censorship|unfiltered|sin filtros?\b|\bnsfw\b|\berp\b|abliterat|erotic|adult content"
        r"|contenido adulto",
        Localised(
            "Cuánto se niega o filtra cada modelo no consta en mis fichas, y las versiones sin censura que publica la comunidad "
            "no están en el catálogo: pruébalo antes con tus textos.",
            "How much each model refuses or filters is not on my cards, and the uncensored versions that the community "
            "publishes are not in the catalogue: try it with your own texts first.",
        ),
    ),
    (
        r"diariz|speaker (label|separat|identif)|quien habla|separar (los )?(hablantes|locutores)",
        Localised(
            "Si distingue quién habla no consta en mis fichas.",
            "Whether it tells the speakers apart is not on my cards.",
        ),
    ),
    (
        r"\bdens[oa]s?\b|\bdense\b|\bmoes?\b|mezcla de expertos|mixture of experts",
        Localised(
            "Por arquitectura, densa o de mezcla de expertos, no descarto ninguno: dos parámetros, totales y activos, son señal de "
            "mezcla de expertos.",
            "By architecture, dense or mixture of experts, I rule nothing out: two counts of parameters, total and active, are "
            "the sign of a mixture of experts.",
        ),
    ),
)
_SEVERAL = r"(dos|tres|cuatro|cinco|seis|varios|varias|ambos|unos cuantos|[2-9]x?\b|two|three|four|five|six|several|both|a few|couple of|a pair of)"
_AT_HOME: tuple[tuple[str, Localised], ...] = (
    (
        rf"\b{_SEVERAL} ?x? ?(\w+ )?(macs?|mac ?minis?|mac ?studios?|macbooks?|imacs?|pcs|mini ?pcs|ordenadores|computadoras|computers|laptops"
        r"|portatiles|servers|servidores|jetsons?|raspberr\w+|workstations)\b",
        Localised(
            "La memoria de varios equipos no se suma sola: repartir un modelo entre ellos pide un programa que lo haga (llama.cpp con "
            "RPC, exo) y la red lo frena. Lo seguro es lo que quepa en uno.",
            "The memory of several machines does not add up by itself: splitting a model over them takes a program that does so "
            "(llama.cpp with RPC, exo), and the network slows it. What fits in one of them is the safe choice.",
        ),
    ),
    (
        r"concurren|simultane|a la vez|at once|at the same time|in parallel|en paralelo"
        r"|\b\d+ (devs?|developers?|users?|usuarios|empleados|programadores|alumnos|students|people|personas|employees|clientes)\b",
        Localised(
            "La memoria y la velocidad que doy son para una conversación: varias a la vez piden memoria de contexto para cada una y "
            "se reparten la velocidad.",
            "The memory and speed that I give are for one conversation: several at once take context memory for each of them "
            "and share the speed.",
        ),
    ),
)
_DEVICE = r"(ordenador|pc|portatil|computadora?|compu|laptop|computer|notebook|desktop)"
_PLAIN = r"(normal\w*|corriente\w*|viej\w+|antigu\w+|basic\w*|sencill\w+|modest\w+|cutre|old|older|ordinary|regular|cheap|slow|lent\w+|average)"
EVERYDAY = (
    rf"\b(tablets?|tabletas?|ipads?|chromebooks?|{_DEVICE}e?s? ((muy|mas|algo|bastante|de lo mas) )?({_PLAIN}|de hace|de oficina|de casa)"
    rf"|{_PLAIN} (\w+ )?{_DEVICE}s?|{_DEVICE}s? (is|are|esta|estan|es|son) (a bit |quite |very |muy |ya |algo )?{_PLAIN}|year.old {_DEVICE}s?)\b"
)
"""A machine that anybody has at home, in folded text: as good as any other where the model runs elsewhere."""
_BY_SERVICE: tuple[tuple[str, Localised], ...] = (
    (
        EVERYDAY,
        Localised(
            "Con un servicio por internet tu aparato da igual: el modelo trabaja en las máquinas del proveedor, y a ti te basta un "
            "navegador o una aplicación, también en una tableta o en un ordenador de hace años.",
            "With a service over the internet your device does not matter: the model works on the provider's machines, and a browser "
            "or an app is all you need, on a tablet or on a computer that is years old too.",
        ),
    ),
    (
        r"(aloja|hosped|servid|host|resid|datacent|data cent|region|proces|almacen|stay|remain|quede)\w*.{0,24}"
        r"\b(europ\w*|ue|eu|uk|espana|francia|alemania|suiza|spain|france|germany|switzerland)\b"
        r"|\b(europ\w*|eu|ue).{0,2}(host|resid|region|aloj|server|servid)",
        Localised(
            "El precio que doy es el más barato que conozco, no el de un proveedor de ese sitio: en qué país sirve cada uno no consta "
            "en mis fichas.",
            "The price that I give is the cheapest I know of, not that of a provider in that place: from which country each of them "
            "serves is not on my cards.",
        ),
    ),
)


def unrecorded(text: str, *, at_home: bool) -> tuple[Localised, ...]:
    """None for most messages. `at_home`: it is to run on the person's own machine. Case and accents do not matter."""
    return _found((*_ANYWHERE, *(_AT_HOME if at_home else _BY_SERVICE)), text)


def unmade(text: str) -> tuple[Localised, ...]:
    """What is asked how to make and none of the models here makes; none for most messages."""
    folded = _folded(text)
    made = [what for thing, what in _THINGS if re.search(rf"\b{_MAKES}\b( \w+){{0,4}} {thing}\b", folded)]
    return tuple(Localised(_MADE_BY.es.format(what.es), _MADE_BY.en.format(what.en)) for what in made[:1])


def missing(text: str) -> tuple[Localised, ...]:
    """What is wished for and no model here does; none for most messages."""
    return _found(_MISSING, text)


def _found(wishes: Iterable[tuple[str, Localised]], text: str) -> tuple[Localised, ...]:
    folded = _folded(text)
    return tuple(told for pattern, told in wishes if re.search(pattern, folded))


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))
