"""Short answers for turns that need no evidence: greetings, other topics, attacks, resets, and text nobody can read."""

from __future__ import annotations

from advisor.domain.answers import Evidence
from advisor.domain.language import Localised

_OFFER = Localised(
    "Puedo recomendarte un modelo de IA generativa, comparar dos, decirte si cabe en tu equipo o explicarte los siete "
    "factores de la guía (idioma, tamaño, contexto, personalización, rendimiento, entrenamiento y arquitectura).",
    "I can recommend a generative AI model, compare two, tell you whether one fits your machine, or explain the seven "
    "factors of the guide (language, size, context, customization, performance, training and architecture).",
)
_HELLO = Localised("¡Hola!", "Hello!")
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
_ADVERSARIAL = Localised(
    "Eso no puedo hacerlo. Sigo aquí para ayudarte a elegir un modelo.",
    "I can't do that. I am still here to help you choose a model.",
)
_EMPTY = Localised("El mensaje ha llegado vacío.", "Your message arrived empty.")
_EXAMPLE = Localised(
    "Por ejemplo: «Un chatbot para mi tienda, en español y barato» o «Algo para programar en una 3060 de 12 GB».",
    'For example: "A chatbot for my shop, in Spanish and cheap" or "Something for coding on a 3060 12GB".',
)
_UNREADABLE = Localised("No he entendido el mensaje.", "I did not understand that message.")

_THANKING = ("gracia", "thank", "thx", "merci", "gràci", "grazie")
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


def quiet_answer(evidence: Evidence) -> str:
    """One or two sentences, then what the advisor can do."""
    language = evidence.language
    if evidence.intent == "reset":
        return _RESET.in_(language)
    lead = _lead(evidence).in_(language)
    tail = _OFFER if evidence.intent != "smalltalk" or evidence.text.strip() else _EXAMPLE
    if lead in (_THANKS.in_(language), _BYE.in_(language)):
        return lead
    return f"{lead} {tail.in_(language)}"


def _lead(evidence: Evidence) -> Localised:
    text = evidence.text.strip().lower()
    if not text:
        return _EMPTY
    if evidence.intent == "adversarial":
        return _ADVERSARIAL
    if evidence.intent == "off_topic":
        words = [w for w in text.split() if any(c.isalpha() for c in w)]
        return _OFF_TOPIC if len(words) > 1 else _UNREADABLE
    if any(word in text for word in _THANKING):
        return _THANKS
    return _BYE if any(word in text for word in _LEAVING) else _HELLO
