"""A message after a recommendation that changes nothing: what it was taken for, and how to say it otherwise."""

from __future__ import annotations

from advisor.answer.parts.quiet import WHAT_FOR
from advisor.answer.parts.supposed import supposed
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
    if so_far := supposed(evidence):
        return Localised(_UNCLEAR.es.format(so_far, name), _UNCLEAR.en.format(so_far, name))
    text = _UNANSWERED if "?" in evidence.text or "¿" in evidence.text else _NOTHING
    return Localised(text.es.format(name), text.en.format(name))


def another_way(evidence: Evidence) -> str:
    """What to say instead: an answer to what was asked, a change, or first of all the task."""
    if supposed(evidence):
        return _HINTS[evidence.awaited or ""].in_(evidence.language)
    return (_ANOTHER_WAY if evidence.needs else WHAT_FOR).in_(evidence.language)
