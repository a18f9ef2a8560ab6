"""Every text of the page, in both languages."""

from __future__ import annotations

from advisor.domain.language import Localised

TITLE = Localised("Asesor de modelos de IA", "AI model advisor")
TAGLINE = Localised(
    "Cuéntame qué necesitas, con tus palabras. Te recomiendo modelos reales y te digo de dónde sale cada dato.",
    "Tell me what you need, in your own words. I recommend real models and say where every figure comes from.",
)
PLACEHOLDER = Localised(
    "¿Qué necesitas? Por ejemplo: un chatbot en español y barato",
    "What do you need? For example: a cheap chatbot in Spanish",
)
EXAMPLES: tuple[Localised, ...] = (
    Localised(
        "Un chatbot para mi restaurante, en catalán y español, barato",
        "A cheap chatbot for my restaurant, in Spanish and English",
    ),
    Localised("Algo para programar en una 3060 de 12 GB", "Something for coding on a 3060 12GB"),
    Localised(
        "Analizar contratos de 250 páginas que no pueden salir de la empresa",
        "Analyse 250-page contracts that must stay in the company",
    ),
    Localised(
        "Clasificar 2 millones de reseñas al mes por menos de 20 dólares",
        "Classify 2 million reviews a month for under $20",
    ),
    Localised("Compara GPT-4o mini con Gemini Flash", "Compare GPT-4o mini with Gemini Flash"),
    Localised("¿Qué es LoRA y cuántos ejemplos necesito?", "What is LoRA and how many examples do I need?"),
)
TRY = Localised("Prueba con una de estas:", "Try one of these:")
LANGUAGE = Localised("Idioma de la página", "Page language")
NEW = Localised("Nueva conversación", "New conversation")
YOU_SAID = Localised("Has dicho", "You said")
I_ASSUMED = Localised("He supuesto", "I assumed")
NOTHING_YET = Localised(
    "Todavía nada. Lo que entienda aparecerá aquí y lo podrás corregir.",
    "Nothing yet. What I understand appears here, and you can correct it.",
)
REMOVE = Localised("Quitar", "Remove")
EDIT = Localised("Cambiar", "Change")
SAVE = Localised("Guardar", "Save")
ADD = Localised("Añadir una necesidad", "Add a need")
CHOOSE = Localised("Elige…", "Choose…")
WHICH = Localised("Necesidad", "Need")
VALUE = Localised("Valor", "Value")
LIST_HELP = Localised("Separa con comas.", "Separate with commas.")
YES = Localised("Sí", "Yes")
NO = Localised("No", "No")
WEIGHTS = Localised("Peso de los factores", "Factor weights")
WEIGHTS_HELP = Localised(
    "Salen de tus prioridades y del uso. Muévelos para dar más peso a lo que te importe.",
    "They follow from your priorities and use case. Move them to give more weight to what matters to you.",
)
WEIGHTS_RESET = Localised("Volver a los pesos calculados", "Back to the computed weights")
WEIGHTS_APPLY = Localised("Aplicar", "Apply")
MODE_OFFLINE = Localised(
    "Sin modelo de lenguaje: respuestas a partir de fichas y reglas", "No language model: answers from cards and rules"
)
MODE_MODEL = Localised("Redacta {}, comprobado frase a frase", "Written by {}, checked sentence by sentence")
DATA_DATE = Localised("Datos a {}", "Data as of {}")
SOURCES = Localised("Fuentes ({})", "Sources ({})")
OPEN_SECTION = Localised("Leer esta sección de la guía", "Read this section of the guide")
SCORE = Localised("{} de 100", "{} of 100")
TIE = Localised("prácticamente empatado", "practically a tie")
WHY = Localised("Por qué", "Why")
NOT_KNOWN = Localised("No consta", "Not known")
MIND = Localised("Ten en cuenta", "Mind")
RUN = Localised("Para ejecutarlo", "To run it")
PRICE = Localised("Precio", "Price")
CONTEXT = Localised("Contexto", "Context")
SIZE = Localised("Tamaño", "Size")
LICENCE = Localised("Licencia", "Licence")
MEMORY = Localised("Memoria (estimada)", "Memory (estimated)")
SPEED = Localised("Velocidad (estimada)", "Speed (estimated)")
MONTHLY = Localised("Al mes", "Monthly")
MORE = Localised("Otras opciones ({})", "Other options ({})")
PRIOR = Localised("sin datos: valor neutro", "no data: neutral value")
BUILDING = Localised("Preparando la biblioteca por primera vez…", "Preparing the library for the first time…")
STOPPED = Localised("Respuesta detenida.", "Answer stopped.")
CORRECTED = Localised(
    "He corregido una frase del modelo que no cuadraba con los datos.",
    "I corrected a sentence of the model that did not match the data.",
)
THINKING = Localised("Pensando…", "Thinking…")
CONVERSATION = Localised("Conversación", "Conversation")
ABOUT_FACTORS = Localised("Puntuación por factor", "Score by factor")
WEIGHT = Localised("peso", "weight")
UNEXPECTED = Localised(
    "Algo ha fallado al preparar la respuesta. Tu conversación sigue intacta: vuelve a intentarlo o dilo de otra forma.",
    "Something failed while preparing the answer. Your conversation is intact: try again or put it another way.",
)
TRUNCATED = Localised("El mensaje es demasiado largo.", "The message is too long.")
EDITED = Localised("cambiado en este panel", "changed in this panel")
RELAX = Localised("Probar sin esa condición", "Try without that condition")
