"""The words of the answers to "which of them is it?"."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.domain.language import Localised

BEST: Mapping[tuple[str, str], Localised] = {
    ("speed", "most"): Localised("el más rápido en tu equipo (estimado)", "is the fastest on your machine (estimated)"),
    ("speed", "least"): Localised("el más lento en tu equipo (estimado)", "is the slowest on your machine (estimated)"),
    ("speed_api", "most"): Localised("el más rápido medido en API", "is the fastest as measured over an API"),
    ("speed_api", "least"): Localised("el más lento medido en API", "is the slowest as measured over an API"),
    ("memory", "least"): Localised("el que menos memoria ocupa (estimado)", "takes least memory (estimated)"),
    ("memory", "most"): Localised("el que más memoria ocupa (estimado)", "takes most memory (estimated)"),
    ("size", "most"): Localised("el más grande", "is the largest"),
    ("size", "least"): Localised("el más pequeño", "is the smallest"),
    ("cost", "least"): Localised("el más barato al mes", "is the cheapest a month"),
    ("cost", "most"): Localised("el más caro al mes", "is the dearest a month"),
    ("cost_in", "least"): Localised(
        "el más barato de entrada, por millón de tokens,", "is the cheapest for input, per million tokens"
    ),
    ("cost_out", "least"): Localised(
        "el más barato de salida, por millón de tokens,", "is the cheapest for output, per million tokens"
    ),
    ("context", "most"): Localised("el que más contexto admite", "takes the most context"),
    ("context", "least"): Localised("el que menos contexto admite", "takes the least context"),
    ("output", "most"): Localised("el que escribe respuestas más largas", "writes the longest answers"),
    ("newest", "most"): Localised("el más nuevo", "is the newest"),
    ("newest", "least"): Localised("el más antiguo", "is the oldest"),
    ("cutoff", "most"): Localised("el que tiene los conocimientos más recientes", "has the most recent knowledge"),
    ("truth", "most"): Localised(
        "el que menos inventa al resumir, según Vectara,", "makes up least when summarising, by Vectara's test"
    ),
    ("quality", "most"): Localised("el de mejor calidad medida", "has the best measured quality"),
    ("users", "most"): Localised(
        "el que más conversaciones a la vez aguanta (estimado)", "holds most conversations at once (estimated)"
    ),
    ("power", "least"): Localised("el que menos luz gasta por texto", "takes least electricity per text"),
    ("freest", "most"): Localised("el de licencia más libre", "has the freest licence"),
    ("language", "most"): Localised("el mejor medido en {what}", "comes out best in {what} where it was measured"),
}
"""What is said of the one that goes furthest, by thing and way: after "es" in Spanish, after its name in English."""

PLURAL: Mapping[str, str] = {
    "el que menos memoria ocupa (estimado)": "los que menos memoria ocupan (estimado)",
    "el que más memoria ocupa (estimado)": "los que más memoria ocupan (estimado)",
    "el más rápido en tu equipo (estimado)": "los más rápidos en tu equipo (estimado)",
    "el más grande": "los más grandes",
    "el más pequeño": "los más pequeños",
    "el más barato al mes": "los más baratos al mes",
    "el más barato de entrada, por millón de tokens,": "los más baratos de entrada, por millón de tokens,",
    "el más barato de salida, por millón de tokens,": "los más baratos de salida, por millón de tokens,",
    "el que más contexto admite": "los que más contexto admiten",
    "el que menos contexto admite": "los que menos contexto admiten",
    "el que escribe respuestas más largas": "los que escriben respuestas más largas",
    "el más nuevo": "los más nuevos",
    "el más antiguo": "los más antiguos",
    "el que tiene los conocimientos más recientes": "los que tienen los conocimientos más recientes",
    "el que más conversaciones a la vez aguanta (estimado)": "los que más conversaciones a la vez aguantan (estimado)",
}
"""Of those that more than one may be."""

_NOTHING = {
    "language": Localised(
        "Nadie ha medido el {what} de ninguno de los {count} en las pruebas que tengo, así que no puedo decirte cuál es mejor.",
        "Nobody has measured the {what} of any of the {count} in the tests that I have, so I cannot say which is best.",
    ),
    "truth": Localised(
        "De ninguno de los {count} tengo medido cuánto inventa, así que no puedo decirte cuál menos.",
        "Of none of the {count} do I have a measure of how much it makes up, so I cannot say which does least.",
    ),
}
NOTHING: Mapping[str, Localised] = {
    thing: Localised("De ninguno de los {count} consta en mis fichas.", "It is on my cards for none of the {count}.")
    for thing in {key for key, _ in BEST}
} | _NOTHING

NOTES: Mapping[str, Localised] = {
    "language": Localised(
        "Es el puesto medio en EuroEval para ese idioma: 1 es el mejor.",
        "It is the mean rank in EuroEval for that language: 1 is best.",
    ),
    "quality": Localised(
        "El porcentaje dice a qué parte del catálogo supera en las pruebas publicadas que cuentan para esto: {use}.",
        "The percentage tells how much of the catalogue it beats in the published tests that count for this: {use}.",
    ),
    "truth": Localised(
        "Es el porcentaje de resúmenes con algo inventado: menos es mejor.",
        "It is the share of summaries with something made up: less is better.",
    ),
    "cost_home": Localised(
        "Eso es por API: en tu equipo ninguno tiene cuota.", "That is over an API: on your own machine none has a fee."
    ),
    "users": Localised(
        "Es lo que cabe en la memoria; la velocidad se la reparten.",
        "That is what the memory holds; they share the speed.",
    ),
    "power": Localised(
        "En la misma máquina gasta menos el que antes acaba: va por la velocidad estimada, no hay consumo medido.",
        "On the same machine the one that is done first takes least: it goes by the estimated speed, no consumption was measured.",
    ),
    "free": Localised(
        "Gratis es ejecutarlo en tu equipo, que es lo que permiten los pesos abiertos; por API se paga por uso, y las cuotas gratuitas no "
        "constan en mis fichas.",
        "Free means running it on your own machine, which open weights allow; over an API one pays for use, and free tiers are not on my "
        "cards.",
    ),
    "offline": Localised(
        "Sin internet funciona lo que se descarga y se ejecuta en un equipo propio.",
        "What is downloaded and run on a machine of one's own works without internet.",
    ),
}

HAS: Mapping[str, tuple[Localised, Localised]] = {
    "images": (Localised("ve imágenes", "takes images"), Localised("ven imágenes", "take images")),
    "video": (Localised("ve vídeo", "takes video"), Localised("ven vídeo", "take video")),
    "audio": (Localised("entiende audio", "takes audio"), Localised("entienden audio", "take audio")),
    "tool_calling": (
        Localised("llama a herramientas", "calls tools"),
        Localised("llaman a herramientas", "call tools"),
    ),
    "structured_output": (
        Localised("da salida estructurada (JSON)", "gives structured output (JSON)"),
        Localised("dan salida estructurada (JSON)", "give structured output (JSON)"),
    ),
    "reasoning": (
        Localised("razona paso a paso", "reasons step by step"),
        Localised("razonan paso a paso", "reason step by step"),
    ),
    "commercial_use": (
        Localised("permite el uso comercial", "allows commercial use"),
        Localised("permiten el uso comercial", "allow commercial use"),
    ),
    "open_weights": (
        Localised("tiene los pesos abiertos", "has open weights"),
        Localised("tienen los pesos abiertos", "have open weights"),
    ),
    "licence:apache": (
        Localised("tiene licencia Apache", "has an Apache licence"),
        Localised("tienen licencia Apache", "have an Apache licence"),
    ),
    "licence:mit": (
        Localised("tiene licencia MIT", "has an MIT licence"),
        Localised("tienen licencia MIT", "have an MIT licence"),
    ),
    "offline": (
        Localised("se puede descargar y usar sin internet", "can be downloaded and used offline"),
        Localised("se pueden descargar y usar sin internet", "can be downloaded and used offline"),
    ),
    "free": (
        Localised("se puede usar gratis en tu equipo", "can be used for free on your own machine"),
        Localised("se pueden usar gratis en tu equipo", "can be used for free on your own machine"),
    ),
    "fine_tuned": (
        Localised("se puede afinar", "can be fine-tuned"),
        Localised("se pueden afinar", "can be fine-tuned"),
    ),
    "moe": (
        Localised("es una mezcla de expertos", "is a mixture of experts"),
        Localised("son mezclas de expertos", "are mixtures of experts"),
    ),
    "dense": (Localised("es denso", "is dense"), Localised("son densos", "are dense")),
    "language": (
        Localised("declara el {} como idioma oficial", "declares {} as an official language"),
        Localised("declaran el {} como idioma oficial", "declare {} as an official language"),
    ),
    "context": (
        Localised("admite {} tokens de contexto", "takes {} tokens of context"),
        Localised("admiten {} tokens de contexto", "take {} tokens of context"),
    ),
    "size": (
        Localised("tiene al menos {}B parámetros", "has at least {}B parameters"),
        Localised("tienen al menos {}B parámetros", "have at least {}B parameters"),
    ),
    "size:most": (
        Localised("tiene {}B parámetros como mucho", "has at most {}B parameters"),
        Localised("tienen {}B parámetros como mucho", "have at most {}B parameters"),
    ),
    "house": (Localised("es de {}", "is by {}"), Localised("son de {}", "are by {}")),
    "origin:eu": (
        Localised("es de un fabricante europeo", "is by a European maker"),
        Localised("son de fabricantes europeos", "are by European makers"),
    ),
    "origin:US": (
        Localised("es de un fabricante de Estados Unidos", "is by a maker from the United States"),
        Localised("son de fabricantes de Estados Unidos", "are by makers from the United States"),
    ),
    "origin:CN": (
        Localised("es de un fabricante chino", "is by a Chinese maker"),
        Localised("son de fabricantes chinos", "are by Chinese makers"),
    ),
    "origin:FR": (
        Localised("es de un fabricante francés", "is by a French maker"),
        Localised("son de fabricantes franceses", "are by French makers"),
    ),
    "origin:ES": (
        Localised("es de un fabricante español", "is by a Spanish maker"),
        Localised("son de fabricantes españoles", "are by Spanish makers"),
    ),
}
"""What one has, and several."""

REGARDLESS: Mapping[str, Localised] = {
    "speed": Localised("la velocidad", "speed"),
    "cost": Localised("el precio", "the price"),
    "memory": Localised("la memoria", "memory"),
}

UNMEASURED: Mapping[str, Localised] = {
    "censored": Localised(
        "No puedo decirte cuál: cuánto se niega cada uno no lo mide ninguna prueba de mis fichas. Todos se niegan a algunas cosas y cada "
        "fabricante pone sus límites; pruébalos con las preguntas que te importen. De los de pesos abiertos la comunidad publica variantes "
        "con menos filtros, que no están en mi catálogo.",
        "I cannot say which: no test on my cards measures how much each refuses. All refuse some things and each maker sets its limits; "
        "try them with the questions that matter to you. Of those with open weights the community publishes variants with fewer filters, "
        "which are not in my catalogue.",
    ),
    "creative": Localised(
        "No puedo decirte cuál: el estilo no lo mide ninguna prueba de mis fichas, y va en gustos. Dales a dos o tres el mismo encargo, uno "
        "de los tuyos, y compara los textos sin mirar de quién es cada uno.",
        "I cannot say which: style is measured by no test on my cards, and it is a matter of taste. Give two or three of them the same "
        "task, one of your own, and compare the texts without looking at whose they are.",
    ),
    "safe": Localised(
        "No puedo decirte cuál: lo seguro que es cada uno no lo mide ninguna prueba de mis fichas. De quien lo sirve depende qué se hace con lo "
        "que escribes; en un equipo propio no sale nada. Y si lo van a usar menores, que haya un adulto al lado: todos se equivocan alguna vez.",
        "I cannot say which: no test on my cards measures how safe each is. What is done with what you write is up to who serves it; on a "
        "machine of your own nothing leaves. And if children use it, have an adult nearby: all of them are wrong at times.",
    ),
    "easy": Localised(
        "En eso no se distinguen: se usan igual, y lo fácil o difícil lo pone el programa con que se usan. En un equipo propio, cuanto más pequeño, "
        "menos pide para instalarlo.",
        "In that they do not differ: they are used alike, and easy or hard is up to the program around them. On a machine of your own, the "
        "smaller it is, the less it takes to set up.",
    ),
    "popular": Localised(
        "No puedo decirte cuál: cuánta gente usa cada uno no consta en mis fichas.",
        "I cannot say which: how many people use each is not on my cards.",
    ),
}
