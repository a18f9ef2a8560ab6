"""A message after a recommendation that changes nothing: what it was taken for, and how to say it otherwise."""

from __future__ import annotations

import re

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
_PICK = Localised("Yo me quedaría con {}", "I would take {}")
_CHOOSING = re.compile(
    r"\b(?:cu[aá]l(?:es)?|which|qu[eé] (?:me )?(?:recom\w+|aconsej\w+|pillo|cojo|pongo|elijo|elegir[ií]as?)|your pick|pick one|what would you (?:take|pick|choose|go))\b",
    re.IGNORECASE,
)
"""Asks for a choice, which the ranking has made already."""
_FREE = re.compile(r"\b(?:gratis|gratuit\w+|free)\b", re.IGNORECASE)
_IF_FREE = Localised(
    "Lo de gratis no lo he tomado como condición. Si lo es, dímelo así («tiene que ser gratis») y cuento solo con modelos que ejecutas tú; "
    "si no, para escribirle tú a mano los chats ya hechos suelen tener una versión gratuita con límites.",
    'I have not taken free as a condition. If it is one, say so ("it must be free") and I count only on models that you run yourself; '
    "if not, for writing to it by hand the ready-made chats usually have a free version with limits.",
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


def chooses(text: str) -> bool:
    """Whether a model is to be chosen, whatever was spoken of last."""
    return bool(_CHOOSING.search(text[:400]))


def nothing_new(evidence: Evidence, name: str) -> Localised:
    """How the first choice, `name`, is brought in again."""
    if chooses(evidence.text):
        return Localised(_PICK.es.format(name), _PICK.en.format(name))
    if (so_far := supposed(evidence)) and not _FREE.search(evidence.text):
        return Localised(_UNCLEAR.es.format(so_far, name), _UNCLEAR.en.format(so_far, name))
    text = _UNANSWERED if "?" in evidence.text or "¿" in evidence.text else _NOTHING
    return Localised(text.es.format(name), text.en.format(name))


def another_way(evidence: Evidence) -> str:
    """What to say instead: an answer to what was asked, a change, or first of all the task; "" where a choice was asked for."""
    if chooses(evidence.text):
        return ""
    if _FREE.search(evidence.text):
        return _IF_FREE.in_(evidence.language)
    if supposed(evidence):
        return _HINTS[evidence.awaited or ""].in_(evidence.language)
    return (_ANOTHER_WAY if evidence.needs else WHAT_FOR).in_(evidence.language)
