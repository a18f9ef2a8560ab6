"""Every text of the page, in both languages."""

from __future__ import annotations

from advisor.domain.language import Localised

GUIDE_PARAMETER, CARD_PARAMETER = "guide", "card"
"""Names in the page's address: which section, which model."""

# The page
TITLE = Localised("Asesor de modelos de IA", "AI model advisor")
TAGLINE = Localised(
    "Cuéntame qué necesitas con tus palabras, en español o en inglés. Te recomiendo modelos reales y te digo de dónde sale "
    "cada dato; lo que no se sabe, te lo digo también.",
    "Tell me what you need in your own words, in English or Spanish. I recommend real models and say where every figure "
    "comes from; what is not known, I say too.",
)
PLACEHOLDER = Localised("¿Qué necesitas?", "What do you need?")
TRY = Localised("Prueba con una de estas:", "Try one of these:")
LANGUAGE = Localised("Idioma de la página", "Page language")
NEW = Localised("Nueva conversación", "New conversation")
READ_GUIDE = Localised("Leer la guía de los siete factores", "Read the guide to the seven factors")
CONVERSATION = Localised("Conversación", "Conversation")
REDRAW = Localised("Volver a dibujar", "Draw again")
EXPORT = Localised("Guardar la conversación", "Save the conversation")
EXPORT_HELP = Localised(
    "Un documento de texto (Markdown) con preguntas, respuestas y fuentes.",
    "A text document (Markdown) with questions, answers and sources.",
)
EXPORT_FILE = Localised("asesor-modelos-ia.md", "ai-model-advisor.md")
BACK = Localised("← Ir al asesor", "← Go to the advisor")
OPENING = Localised("Abriendo el catálogo y tus conversaciones…", "Opening the catalogue and your conversations…")
TRY_AGAIN = Localised("Volver a intentarlo", "Try again")
BUILDING = Localised("Preparando la biblioteca…", "Preparing the library…")

EXAMPLES: tuple[Localised, ...] = (
    Localised(
        "Un chatbot para mi restaurante, en catalán y español, barato",
        "A chatbot for my restaurant, in English and Spanish, cheap",
    ),
    Localised("Algo para programar en una RTX 3060 de 12 GB", "Something for coding on an RTX 3060 12GB"),
    Localised(
        "Analizar contratos de 250 páginas que no pueden salir de la empresa",
        "Analyse 250-page contracts that must not leave the company",
    ),
    Localised(
        "Clasificar 2 millones de reseñas al mes por menos de 20 dólares",
        "Classify 2 million reviews a month for under $20",
    ),
    Localised("Compara GPT-4o mini con Gemini Flash", "Compare GPT-4o mini with Gemini Flash"),
    Localised("¿Qué es LoRA y cuántos ejemplos necesito?", "What is LoRA and how many examples do I need?"),
)

# The status line
MODE_OFFLINE = Localised("Sin modelo de lenguaje", "No language model")
MODE_OFFLINE_LONG = Localised("respuestas a partir de fichas, guía y reglas", "answers from cards, guide and rules")
MODE_MODEL = Localised("Redacta {}", "Written by {}")
MODE_MODEL_LONG = Localised("comprobado frase a frase", "checked sentence by sentence")
MODE_FAILED = Localised("{}: la última respuesta va sin él", "{}: the last answer is without it")
DATA_DATE = Localised("Datos a {}", "Data as of {}")
DATA_OLD = Localised(
    "Los datos del catálogo tienen {} días y los precios cambian a menudo. Para ponerlos al día: `python -m advisor refresh`.",
    "The catalogue's data is {} days old and prices change often. To bring it up to date: `python -m advisor refresh`.",
)

# The language model
MODEL = Localised("Modelo de lenguaje", "Language model")
MODEL_NONE = Localised("Modelo de lenguaje: ninguno", "Language model: none")
MODEL_HELP = Localised("Elegir quién redacta las respuestas", "Choose who writes the answers")
MODEL_INTRO = Localised(
    "Con un modelo las respuestas son más naturales; cada frase se comprueba antes de que la veas. Sin él, todo funciona igual.",
    "With a model answers read more naturally; each sentence is checked before you see it. Without one everything works all the same.",
)
PROVIDER = Localised("Proveedor", "Provider")
OR_COMPATIBLE = Localised("{} o compatible", "{} or compatible")
MODEL_NAME = Localised("Modelo", "Model")
ADDRESS = Localised("Dirección", "Address")
ADDRESS_HELP = Localised(
    "La del servidor, con http:// o https://. Vacía: la propia del proveedor.",
    "The server's, with http:// or https://. Empty: the provider's own.",
)
KEY = Localised("Clave", "Key")
KEY_HELP = Localised(
    "Se queda en memoria mientras dure tu visita: no se guarda ni se escribe en ningún sitio.",
    "It stays in memory for the length of your visit: it is not saved or written anywhere.",
)
KEY_HELD = Localised("ya puesta", "already set")
WAIT = Localised("Espera máxima por turno (segundos)", "Longest wait in a turn (seconds)")
WAIT_HELP = Localised(
    "Pasado ese tiempo respondo sin el modelo. Uno que corre en un procesador sin tarjeta gráfica puede necesitar 120 o más.",
    "After that I answer without the model. One that runs on a processor without a graphics card may need 120 or more.",
)
TRY_MODEL = Localised("Probar conexión", "Test connection")
NO_MODEL_NAME = Localised("Escribe el nombre del modelo.", "Type the model's name.")
TRYING = Localised("Probando…", "Testing…")
USE = Localised("Usar", "Use")
MISSING_PACKAGE = Localised("Falta el paquete de {}. Para instalarlo:", "The package for {} is missing. To install it:")
NO_OLLAMA = Localised("No encuentro Ollama en {}. ¿Está en marcha?", "I find no Ollama at {}. Is it running?")
EMPTY_OLLAMA = Localised(
    "Ollama está en marcha, pero no tiene modelos: descarga uno con «ollama pull».",
    "Ollama is running but has no models: get one with “ollama pull”.",
)
USAGE = Localised("{} tokens leídos y {} escritos", "{} tokens read and {} written")

# The panel
YOU_SAID = Localised("Has dicho", "You said")
I_ASSUMED = Localised("He supuesto", "I assumed")
NOTHING_YET = Localised(
    "Todavía nada. Lo que entienda aparecerá aquí, con las palabras de las que sale, y lo podrás corregir.",
    "Nothing yet. What I understand appears here, with the words it comes from, and you can correct it.",
)
ASSUMED_HELP = Localised(
    "No lo has dicho: lo doy por hecho mientras no lo cambies o lo quites.",
    "You did not say this: I take it for granted until you change or remove it.",
)
REMOVE = Localised("Quitar «{}»", "Remove “{}”")
EDIT = Localised("Cambiar «{}»", "Change “{}”")
EDIT_TITLE = Localised("Cambiar una necesidad", "Change a need")
SAVE = Localised("Guardar", "Save")
ADD = Localised("Añadir una necesidad", "Add a need")
CHOOSE = Localised("Elige…", "Choose…")
WHICH = Localised("¿Qué necesitas precisar?", "What do you want to state?")
YES = Localised("Sí", "Yes")
NO = Localised("No", "No")
QUOTED = Localised("«{}»", "“{}”")
EDITED = Localised("cambiado en este panel", "changed in this panel")
UNITS: dict[str, Localised] = {
    "min_context_tokens": Localised("tokens", "tokens"),
    "min_output_tokens": Localised("tokens", "tokens"),
    "max_params_b": Localised("miles de millones", "billions"),
    "min_params_b": Localised("miles de millones", "billions"),
    "vram_gb": Localised("GB", "GB"),
    "ram_gb": Localised("GB", "GB"),
    "budget_usd_month": Localised("USD", "USD"),
    "budget_usd_once": Localised("USD", "USD"),
    "max_usd_per_item": Localised("USD", "USD"),
    "max_price_in_usd_per_m": Localised("USD por millón de tokens", "USD per million tokens"),
    "max_price_out_usd_per_m": Localised("USD por millón de tokens", "USD per million tokens"),
    "output_share": Localised("de 0 a 1", "0 to 1"),
    "min_tokens_per_s": Localised("tokens por segundo", "tokens per second"),
}
"""What a number of the panel counts, where its name does not say so."""
PAGES_HELP = Localised("100 000 tokens son unas 300 páginas.", "100,000 tokens are about 300 pages.")
FREE_HELP = Localised("0 quiere decir gratis.", "0 means free of charge.")
EMPTY_VALUE = Localised("Elige al menos un valor.", "Choose at least one value.")
WEIGHTS = Localised("Peso de los factores", "Factor weights")
WEIGHTS_HELP = Localised(
    "Salen de tus prioridades y del uso. Dale más a lo que te importe: se reparten hasta sumar 100.",
    "They follow from your priorities and use case. Give more to what matters to you: they are shared out to add up to 100.",
)
WEIGHTS_YOURS = Localised("Ahora valen los pesos que has puesto tú.", "The weights you set are in force.")
WEIGHTS_APPLY = Localised("Aplicar", "Apply")
WEIGHTS_RESET = Localised("Volver a los calculados", "Back to the computed ones")
WEIGHTS_ZERO = Localised("Al menos un factor ha de pesar algo.", "At least one factor must weigh something.")
ABOUT = Localised("Acerca de", "About")

# Answers
THINKING = Localised("Pensando…", "Thinking…")
SHORTENED = Localised(
    "Mensaje de {} caracteres: aquí solo se ve el principio.", "Message of {} characters: only its beginning is shown."
)
BLANK = Localised("(mensaje vacío)", "(empty message)")
FROM_PANEL = Localised("Has cambiado algo en el panel", "You changed something in the panel")
SOURCE = Localised("Fuente", "Source")
SOURCES = Localised("Fuentes ({})", "Sources ({})")
WRITTEN_BY = Localised(
    "Redactado por {}; cada frase se ha comprobado con los datos.",
    "Written by {}; each sentence was checked against the data.",
)
TABLE = Localised("Tabla", "Table")
UNEXPECTED = Localised(
    "Algo ha fallado al preparar la respuesta. Tu conversación sigue intacta y tu mensaje está de nuevo en el cuadro: vuelve a enviarlo o dilo de otra forma.",
    "Something failed while preparing the answer. Your conversation is intact and your message is back in the box: send it again or put it another way.",
)
BROKEN = Localised(
    "La página no se ha podido dibujar; el registro del servidor dice por qué. Puedes recargarla o empezar otra conversación.",
    "The page could not be drawn; the server's log says why. You can reload it or start another conversation.",
)
EDIT_FAILED = Localised("No se ha podido aplicar el cambio.", "The change could not be applied.")
KEPT_TEXT = Localised("Tu mensaje está de nuevo en el cuadro.", "Your message is back in the box.")

# Recommendation cards
RECOMMENDED = Localised("Recomendaciones", "Recommendations")
SCORE = Localised("{} puntos de 100", "{} points of 100")
TIE = Localised("prácticamente empatado", "practically a tie")
RETIRES = Localised("se retira el {}", "retires on {}")
RETIRED = Localised("retirado desde {}", "retired since {}")
WHY = Localised("Por qué", "Why")
NOT_KNOWN = Localised("No consta", "Not known")
MIND = Localised("Ten en cuenta", "Keep in mind")
RUN = Localised("Para ejecutarlo", "To run it")
WHOLE_CARD = Localised("Ficha completa, con la fuente de cada dato", "Whole card, with the source of every figure")
PRICE = Localised("Precio", "Price")
PRICE_NOTE = Localised("entrada / salida por millón de tokens, en {}", "input / output per million tokens, at {}")
CONTEXT = Localised("Contexto", "Context")
LONGEST = Localised("Contexto que cabe (estimado)", "Context that fits (estimated)")
SIZE = Localised("Tamaño", "Size")
LICENCE = Localised("Licencia", "Licence")
MEMORY = Localised("Memoria (estimada)", "Memory (estimated)")
AT_4_BITS = Localised("≈ {} GB a 4 bits", "≈ {} GB at 4 bits")
ESTIMATED_HERE = Localised(
    "Estimación: no se sabe cuánta memoria tiene tu equipo.", "Estimate: how much memory your machine has is not known."
)
DOES_NOT_FIT = Localised("{} GB: no cabe en {} GB", "{} GB: does not fit {} GB")
SPEED = Localised("Velocidad (estimada)", "Speed (estimated)")
MONTHLY = Localised("Al mes (calculado)", "Monthly (computed)")
COST = Localised("En total (calculado)", "In all (computed)")
A_MONTH = Localised("{} al mes", "{} a month")
IN_ALL = Localised("{} en total", "{} in all")
OF_CONTEXT = Localised("{} de contexto", "{} context")
MORE = Localised("Otras opciones ({})", "Other options ({})")
THEN = Localised("Recomendaciones de este momento ({})", "Recommendations at this point ({})")
UNCONFIRMED = Localised(
    "Encajarían si se confirma lo que no consta ({})", "Would fit if what is unknown is confirmed ({})"
)
ABOUT_FACTORS = Localised("Puntuación por factor", "Score by factor")
PRIOR = Localised("Sin datos: cuenta con un valor neutro.", "No data: it counts with a neutral value.")
ADDED_UP = Localised(
    "Nota de cada factor × su peso; sumados dan la puntuación.",
    "Each factor's mark × its weight; together they add up to the score.",
)
POINTS = Localised(
    "{} de 100, con un peso del {} %: aporta {} puntos.", "{} of 100, with a weight of {}%: it gives {} points."
)

# What can be done next
RELAX = Localised("Pruébalo con un clic:", "Try it with a click:")
WHAT_IF = Localised("¿Qué cambiaría la primera opción?", "What would change the first choice?")
WHAT_IF_NONE = Localised(
    "Ningún cambio sencillo pondría otro modelo en cabeza.", "No simple change would put another model first."
)
TRADE_OFFS = Localised("Calidad frente a coste, velocidad y tamaño", "Quality against cost, speed and size")
TRADE_OFFS_HELP = Localised(
    "Modelos que cumplen lo que pides y a los que ningún otro supera en las dos cosas a la vez. Calidad: percentil medido en el catálogo.",
    "Models that meet your needs and that no other beats on both at once. Quality: measured percentile in the catalogue.",
)
TRADE_OFFS_NONE = Localised(
    "No hay medidas suficientes para dibujarlo.", "There are not enough measurements to draw it."
)
AXES = {
    "cost": Localised(
        "Calidad y precio (USD por millón de tokens, mezcla de este uso)",
        "Quality and price (USD per million tokens, this use's mix)",
    ),
    "speed": Localised("Calidad y velocidad (tokens por segundo)", "Quality and speed (tokens per second)"),
    "size": Localised(
        "Calidad y tamaño (miles de millones de parámetros)", "Quality and size (billions of parameters)"
    ),
}
ESTIMATED_SPEED = Localised(
    "Calidad y velocidad en tu equipo (tokens por segundo, estimados)",
    "Quality and speed on your machine (tokens per second, estimated)",
)
QUALITY = Localised("calidad {}", "quality {}")
OWN_OR_API = Localised("¿API o equipo propio?", "API or own hardware?")
API_PRICE = Localised("Precio de la API (USD por millón de tokens)", "API price (USD per million tokens)")
HOSTING: dict[str, Localised] = {
    "hardware_usd": Localised("Precio del equipo (USD)", "Price of the machine (USD)"),
    "lifetime_months": Localised("Meses que durará", "Months it will last"),
    "rental_usd_hour": Localised("Alquiler (USD por hora)", "Rental (USD an hour)"),
    "power_w": Localised("Consumo al trabajar (W)", "Power at work (W)"),
    "electricity_usd_kwh": Localised("Electricidad (USD por kWh)", "Electricity (USD per kWh)"),
    "utilisation": Localised("Tiempo trabajando (%)", "Time at work (%)"),
    "tokens_per_s": Localised("Velocidad (tokens por segundo)", "Speed (tokens per second)"),
}
PAYS_BUYING = Localised("Comprar compensa desde", "Buying pays from")
PAYS_RENTING = Localised("Alquilar compensa desde", "Renting pays from")
MACHINE_DOES = Localised("Lo más que hace el equipo", "The most the machine can do")
OWNED_COSTS = Localised("Comprado, a ese ritmo", "Bought, at that rate")
RENTED_COSTS = Localised("Alquilado todo el mes", "Rented all month")
TOKENS_A_MONTH = Localised("{} tokens al mes", "{} tokens a month")
NEVER = Localised("nunca con estas cifras", "never with these figures")
WHY_FIRST = Localised("¿Por qué {}?", "Why {}?")
COMPARE_TWO = Localised("Compara {} con {}", "Compare {} with {}")
ANSWERS: dict[str, tuple[Localised, ...]] = {
    "use_case": (
        Localised("Un chatbot de atención al cliente", "A customer service chatbot"),
        Localised("Para programar", "For coding"),
        Localised("Resumir documentos", "Summarising documents"),
        Localised("Uso general", "General use"),
    ),
    "local": (
        Localised("En mi propio equipo", "On my own machine"),
        Localised("Me sirve un servicio en la nube", "A cloud service is fine"),
    ),
    "ram_gb": (
        Localised("Tiene 6 GB de memoria", "It has 6 GB of memory"),
        Localised("Tiene 16 GB de memoria", "It has 16 GB of memory"),
    ),
    "vram_gb": (
        Localised("Una gráfica de 8 GB", "A graphics card with 8 GB"),
        Localised("Una gráfica de 12 GB", "A graphics card with 12 GB"),
        Localised("Una gráfica de 24 GB", "A graphics card with 24 GB"),
    ),
    "languages": (
        Localised("En español", "In Spanish"),
        Localised("En inglés", "In English"),
        Localised("En español e inglés", "In Spanish and English"),
    ),
    "budget_usd_month": (
        Localised("Ha de ser gratis", "It must be free"),
        Localised("20 dólares al mes como mucho", "20 dollars a month at most"),
        Localised("200 dólares al mes como mucho", "200 dollars a month at most"),
    ),
}
"""Answers to the advisor's own question, a click away; each says by itself what it is about."""

# Documents
GUIDE = Localised("Guía para elegir un modelo", "Guide to choosing a model")
CARD = Localised("Ficha de un modelo", "Model card")
NO_SECTION = Localised("Esa sección no existe.", "There is no such section.")
NO_CARD = Localised("Ese modelo no está en el catálogo.", "That model is not in the catalogue.")
ORIGINS = Localised("De dónde salen las cifras", "Where the figures come from")
UPDATED = Localised("Actualizado: {}", "Updated: {}")
VALUES = Localised("{} valores", "{} values")
KINDS = {
    "declared": Localised("declarado", "declared"),
    "measured": Localised("medido", "measured"),
    "estimated": Localised("estimado", "estimated"),
    "not_disclosed": Localised("comprobado: no se publica", "checked: not published"),
}
STATUS = {
    "current": Localised("vigente", "current"),
    "preview": Localised("en versión preliminar", "in preview"),
    "legacy": Localised("superado por otro más nuevo", "superseded by a newer one"),
    "deprecated": Localised("con retirada anunciada", "retirement announced"),
    "retired": Localised("retirado", "retired"),
    "historical": Localised("histórico, solo para comparar", "historical, for comparison only"),
}
