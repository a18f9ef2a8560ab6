"""A message after a recommendation that changes nothing: what it was taken for, and how to say it otherwise."""

from __future__ import annotations

from advisor.answer.parts.phrases import assumption_in_words
from advisor.answer.parts.quiet import WHAT_FOR
from advisor.domain.answers import Evidence
from advisor.domain.language import Localised

_NOTHING = Localised(
    "No leo en tu mensaje nada que cambie la recomendación, así que {} sigue en primer lugar",
    "I read no new requirement in your message, so {} stays in first place",
)
_UNANSWERED = Localised(
    "No leo en tu mensaje una pregunta que sepa contestar; lo que te recomiendo no cambia, y {} sigue en primer lugar",
    "I read no new requirement in your message, and what it asks I cannot answer; {} stays in first place",
)
_UNCLEAR = Localised(
    "No leo en tu mensaje una respuesta clara a lo que te preguntaba: sigo contando con {}, y {} sigue en primer lugar",
    "I read no new requirement in your message, nor a clear answer to what I asked: I go on with {}, and {} stays in first place",
)
_BY_INTERNET = Localised("un servicio por internet", "a service over the internet")
_ANOTHER_WAY = Localised(
    "Si querías cambiar algo, dímelo con otras palabras («que cueste menos de 10 USD al mes», «también en catalán», «el doble de "
    "mensajes») o cámbialo en el panel. Lo dicho antes sigue en pie.",
    "If you wanted to change something, say it in other words (“under 10 USD a month”, “in Catalan too”, “twice as many "
    "messages”) or change it in the panel. What I said before stands.",
)
_PLACES = Localised(
    "Puedes contestar «por internet», que va bien desde cualquier aparato, «en mi ordenador» o «me da igual».",
    'You can answer "over the internet", which works from any device, "on my computer" or "I don\'t mind".',
)
_MACHINES = Localised(
    "Basta con algo como «un portátil con 16 GB», «un PC con una 3060» o «un Mac M2»; si no lo sabes, sigo con eso.",
    'Something like "a laptop with 16 GB", "a PC with a 3060" or "an M2 Mac" is enough; if you do not know, I go on with that.',
)
_HINTS = {"local": _PLACES, "vram_gb": _MACHINES, "ram_gb": _MACHINES}


def nothing_new(evidence: Evidence, name: str) -> Localised:
    """How the first choice, `name`, is brought in again."""
    if supposed := _supposed(evidence):
        return Localised(_UNCLEAR.es.format(supposed, name), _UNCLEAR.en.format(supposed, name))
    text = _UNANSWERED if "?" in evidence.text or "¿" in evidence.text else _NOTHING
    return Localised(text.es.format(name), text.en.format(name))


def another_way(evidence: Evidence) -> str:
    """What to say instead: an answer to what was asked, a change, or first of all the task."""
    if _supposed(evidence):
        return _HINTS[evidence.awaited or ""].in_(evidence.language)
    return (_ANOTHER_WAY if evidence.needs else WHAT_FOR).in_(evidence.language)


def _supposed(evidence: Evidence) -> str:
    """What goes on being supposed where the last question has had no answer; "" where none was put, or another is asked back."""
    key = evidence.awaited
    if key not in _HINTS or "?" in evidence.text or "¿" in evidence.text:
        return ""
    if key == "local":
        return _BY_INTERNET.in_(evidence.language) if evidence.needs.flag("local") is None else ""
    found = next((a for a in evidence.assumptions if a.key in ("vram_gb", "ram_gb")), None)
    return assumption_in_words(found.key, found.value, evidence.language) if found else ""
