"""Short answers for turns that need no evidence: greetings, other topics, attacks, resets, and text nobody can read."""

from __future__ import annotations

import re

from advisor.answer.parts.supposed import supposed
from advisor.domain.answers import Evidence
from advisor.domain.language import Localised

_OFFER = Localised(
    "Dime en una frase para qué quieres la IA («contestar a mis clientes», «escribir cartas», «practicar inglés») y te digo qué modelo va "
    "bien, cuánto cuesta y cómo se empieza. También comparo dos modelos, miro si uno cabe en tu equipo y explico los siete factores de la "
    "guía (idioma, tamaño, contexto, personalización, rendimiento, entrenamiento y arquitectura).",
    'Say in one sentence what you want AI for ("answering my customers", "writing letters", "practising Spanish") and I will tell you '
    "which model does it well, what it costs and how to begin. I also compare two models, see whether one fits your machine, and explain "
    "the seven factors of the guide (language, size, context, customization, performance, training and architecture).",
)
_HELLO = Localised("¡Hola!", "Hello!")
_WHO = Localised(
    "Soy un asesor para elegir modelos de IA generativa; contesto con datos de fichas y de una guía, con su fuente.",
    "I am an advisor for choosing generative AI models; I answer from model cards and a guide, with their sources.",
)
_OF_COURSE = Localised(
    "Claro: dime en una frase para qué quieres el modelo y qué te importa.",
    "Of course: say in one sentence what you want the model for and what matters to you.",
)
_BEGINNING = Localised(
    "Se empieza por una tarea concreta, y no por el modelo: algo que repites cada semana y que se hace leyendo o escribiendo. Lo más "
    "corriente es contestar mensajes que siempre preguntan lo mismo, redactar correos o publicaciones, resumir documentos, traducir, sacar "
    "datos de facturas, o tener con quién consultar dudas. Dime cuál te vendría mejor y te digo qué modelo va bien, cuánto "
    "cuesta al mes y cómo se empieza.",
    "You start from one task, not from the model: something you do every week that is done by reading or writing. The usual ones are "
    "answering messages that always ask the same, writing emails or posts, summing up documents, translating, taking data out of "
    "invoices, or having somebody to ask. Tell me which would help you most, and I will say which model does it well, what it costs "
    "a month and how to begin.",
)
"""To who names artificial intelligence and no task for it."""
_NAMES_AI = re.compile(
    r"\b(?:ia|ias|ai|ais|a\.i\.|i\.a\.|inteligencias? artificial(?:es)?|artificial intelligence|chat ?gpt)\b",
    re.IGNORECASE,
)
_WOULD_BEGIN = re.compile(
    r"\b(?:emp[ie]+[zc]\w+|comenz\w+|comienz\w+|arranc\w+|(?:get |getting )?start(?:ed|ing)?|begin\w*|sirv\w+|servir\w*|ayud\w+|helps?|ahorr\w+|sav(?:e|es|ing)"
    r"|aprovech\w+|[uú]til(?:es)?|useful|utiliz\w+|usar(?:la|lo|las)?|uso|use|using|puedo hacer|podr[ií]a(?:mos)? hacer|(?:can|could) (?:i|we|it|they) do|poner(?:me|nos) al d[ií]a"
    r"|prob(?:ar\w*|emos)|try\w*|met(?:er|o|iendo)(?:me|nos|la)?|meter(?:me|nos)?|incorpor\w+|implement\w+|adopt\w*)\b",
    re.IGNORECASE,
)
_ALRIGHT = Localised("De acuerdo.", "All right.")
_NOTED = Localised("Vale; eso no cambia lo que te he dicho.", "All right; that changes nothing in what I said.")
_NO_ANSWER = Localised("A eso no sé responderte.", "I have no answer to that.")
_UNTIL_TOLD = Localised(
    "Vale; mientras no me digas otra cosa, sigo contando con {}.", "All right; until you say otherwise I go on with {}."
)
_GOING_ON = Localised(
    "Seguimos con lo tuyo cuando quieras: puedes cambiar lo que pides o preguntarme «¿por qué ese?», «¿cuánto cuesta?» o "
    "«compáralo con el segundo».",
    'We can go on whenever you like: change what you need, or ask "why that one?", "how much does it cost?" or "compare it '
    'with the second".',
)
WHAT_FOR = Localised(
    "Me falta saber qué tendría que hacer el modelo: dímelo como una tarea, por ejemplo «contestar a mis clientes», «leer unas notas "
    "y avisarme» o «escribir textos».",
    'I still need to know what the model would have to do: tell me as a task, for example "answer my customers", "read some notes '
    'and warn me" or "write texts".',
)
_THANKS = Localised("¡De nada!", "You are welcome!")
_BYE = Localised("¡Hasta pronto!", "See you soon!")
_RESET = Localised(
    "Hecho: he olvidado lo que sabía de tus necesidades y empezamos de cero. ¿Qué quieres hacer con el modelo?",
    "Done: I have forgotten your needs and we start afresh. What do you want the model for?",
)
_OFF_TOPIC = Localised(
    "De eso no sé: solo ayudo a elegir modelos de IA generativa.",
    "I can't help with that: I only help choose generative AI models.",
)
_ADVERSARIAL = Localised("Eso no puedo hacerlo.", "I can't do that.")
_EMPTY = Localised("El mensaje ha llegado vacío.", "Your message arrived empty.")
_EXAMPLE = Localised(
    "Por ejemplo: «Un chatbot para mi tienda, en español y barato» o «Algo para programar en una 3060 de 12 GB».",
    'For example: "A chatbot for my shop, in Spanish and cheap" or "Something for coding on a 3060 12GB".',
)
_UNREADABLE = Localised("No he entendido el mensaje.", "I did not understand that message.")

_THANKING = ("gracia", "grasia", "agradec", "thank", "thanx", "thx", "tnx", "cheers", "merci", "gràci", "grazie")
_LEAVING = (
    "adios",
    "adiós",
    "chao",
    "chau",
    "hasta luego",
    "hasta pronto",
    "bye",
    "see you",
    "good night",
    "buenas noches",
)


_GREETING = (
    "hola",
    "buenas",
    "buenos días",
    "buenos dias",
    "hello",
    "hi",
    "hey",
    "good morning",
    "good afternoon",
    "saludos",
    "qué tal",
    "que tal",
    "todo bien",
    "cómo estás",
    "como estas",
    "how are you",
    "how's it going",
)
_HELPING = (
    "ayuda",
    "ayúda",
    "ayudas",
    "help",
    "qué preguntar",
    "que preguntar",
    "what to ask",
    "empezar",
    "to start",
    "perdid",
    "lost",
)
_ASSENT = (
    "ok",
    "okay",
    "vale",
    "bien",
    "perfecto",
    "genial",
    "entendido",
    "de acuerdo",
    "great",
    "got it",
    "fine",
    "sí",
    "si",
)


def quiet_answer(evidence: Evidence) -> str:
    """One or two sentences, then what the advisor can do: the whole offer to newcomers, the next steps to the others."""
    language = evidence.language
    if evidence.intent == "reset":
        return _RESET.in_(language)
    lead = _lead(evidence)
    if lead in (_THANKS, _BYE, WHAT_FOR, _BEGINNING):
        return lead.in_(language)
    going_on = bool(evidence.needs) and lead is not _UNREADABLE
    tail = _EXAMPLE if lead in (_EMPTY, _OF_COURSE) else _GOING_ON if going_on else _OFFER
    return f"{lead.in_(language)} {tail.in_(language)}"


def _lead(evidence: Evidence) -> Localised:
    text = evidence.text.strip().lower()
    words = [word.strip(".,;:!¡?¿") for word in text.split()]
    if not text:
        return _EMPTY
    if evidence.intent == "adversarial":
        return _ADVERSARIAL
    if not evidence.needs and _would_begin(evidence.text[:2000]):
        return _BEGINNING
    if evidence.intent == "off_topic":
        return _OFF_TOPIC if sum(any(c.isalpha() for c in word) for word in words) > 1 else _UNREADABLE
    if any(word in text for word in _THANKING):
        return _THANKS
    if any(word in text for word in _LEAVING):
        return _BYE
    if any(text.startswith(word) and not text.removeprefix(word)[:1].isalpha() for word in _GREETING):
        return _HELLO
    if evidence.intent == "smalltalk" and not evidence.needs and any(word in text for word in _HELPING):
        return _OF_COURSE
    if words[0] in _ASSENT:
        return _ALRIGHT
    if not any(mark in text for mark in _ASKS):
        if evidence.needs:
            return _noted(evidence)
        if evidence.advised or len(words) > _SAYS_SOMETHING:
            return WHAT_FOR
    if evidence.needs and not _ASKS_US.search(text):
        return _NO_ANSWER
    return _WHO if len(words) > 1 else _UNREADABLE


_SAYS_SOMETHING = 4
"""Words beyond which a message tells something of its writer, if no task yet."""
_ASKS_US = re.compile(r"\b(?:eres|qui[eé]n|t[uú]|usted|sabes|puedes|haces|who|you|your)\b")


def _noted(evidence: Evidence) -> Localised:
    """ "I don't know", "whatever", to a question put back: what is supposed meanwhile."""
    so_far = supposed(evidence)
    return Localised(_UNTIL_TOLD.es.format(so_far), _UNTIL_TOLD.en.format(so_far)) if so_far else _NOTED


def _would_begin(text: str) -> bool:
    """Whether somebody wants to do something with artificial intelligence and does not know what yet."""
    return bool(_NAMES_AI.search(text) and _WOULD_BEGIN.search(text))


_ASKS = ("?", "¿", "quien", "quién", "eres", "who", "you")
"""Signs that the advisor itself is asked about."""
