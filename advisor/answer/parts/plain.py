"""The trade's words, explained to who used none: only those that the answer itself uses."""

from __future__ import annotations

import re

from advisor.answer.parts.cite import sentence
from advisor.domain.answers import Evidence
from advisor.domain.language import Language, Localised

_GLOSSARY: tuple[tuple[re.Pattern[str], Localised], ...] = (
    (
        re.compile(r"\btokens?\b"),
        Localised(
            "un token es un trozo de palabra, la unidad en que se mide y se cobra el texto",
            "a token is a piece of a word, the unit in which text is measured and charged",
        ),
    ),
    (
        re.compile(r"\d ?B (?:de |parámetro|parameter)|parámetro|parameter"),
        Localised(
            "la B son miles de millones de parámetros, el tamaño del modelo: más grande no quiere decir mejor",
            "B stands for billions of parameters, the model's size: bigger does not mean better",
        ),
    ),
    (
        re.compile(r"\bQ\d"),
        Localised(
            "Q4, Q6 o Q8 dicen cuánto se ha comprimido el modelo para que quepa",
            "Q4, Q6 or Q8 say how far the model has been compressed so that it fits",
        ),
    ),
    (
        re.compile(r"[Pp]esos abiertos|[Oo]pen weights"),
        Localised(
            "«pesos abiertos» quiere decir que se puede descargar y usar en un equipo propio",
            '"open weights" means that it can be downloaded and run on a machine of your own',
        ),
    ),
    (
        re.compile(r"% (?:del catálogo|of the catalogue)"),
        Localised(
            "el % del catálogo, cuántos de los modelos deja detrás en las pruebas publicadas",
            "the % of the catalogue, how many of the models it leaves behind in the published tests",
        ),
    ),
    (
        re.compile(r"tokens/s"),
        Localised("los tokens/s son lo deprisa que escribe", "tokens/s is how fast it writes"),
    ),
    (
        re.compile(r"[Vv]entana de|\bwindow\b"),
        Localised(
            "la ventana de contexto es todo lo que puede tener delante a la vez: lo que le das y lo que contesta",
            "the context window is all it can have before it at once: what you give it and what it replies",
        ),
    ),
    (
        re.compile(r"\bAPI\b"),
        Localised(
            "una API es la conexión por la que tu web o tu programa usa el modelo de un proveedor y paga por lo que gasta",
            "an API is the connection through which your site or program uses a provider's model and pays for what it uses",
        ),
    ),
)
_MOST = 2
"""Words explained unasked."""
_LEAD = Localised("**Para entenderlo:**", "**In plain words:**")
_ENGINE = Localised(
    "Un modelo es solo el motor: hace falta un programa que lo conecte con tu web, tu WhatsApp, tu correo o tu pantalla.",
    "A model is only the engine: it takes a program to connect it to your site, your WhatsApp, your email or your screen.",
)
_APP = Localised(
    "Un modelo es solo el motor, y hace falta un programa que lo use. Si vas a ser tú quien le escriba, lo más sencillo es el chat ya "
    "hecho de un fabricante (ChatGPT, Gemini, Claude…), que suele tener una versión gratuita con límites y elige el modelo por ti.",
    "A model is only the engine, and it takes a program that uses it. If it is you who will write to it, the simplest is a maker's "
    "ready-made chat (ChatGPT, Gemini, Claude…), which usually has a free version with limits and picks the model for you.",
)
_APP_AGAIN = Localised(
    "Todo esto es para conectarlo a algo. Si solo quieres escribirle tú, no lo necesitas: abre en el navegador o en el móvil el chat de un "
    "fabricante (ChatGPT, Gemini, Claude…), prueba con tus textos lo que dejan hacer gratis, y no hay nada que instalar.",
    "All this is for connecting it to something. If you just want to write to it yourself, you do not need it: open a maker's chat "
    "(ChatGPT, Gemini, Claude…) in the browser or on the phone, try with your own texts what is free, and there is nothing to install.",
)
_ONES_OWN = frozenset(
    {
        "brainstorming",
        "creative_writing",
        "education",
        "general",
        "math",
        "proofreading",
        "roleplay",
        "summarization",
        "translation",
        "writing",
    }
)
"""Uses that a person makes of it by hand, one at a time."""
_BY_ITSELF = ("items_per_month", "tokens_per_month", "users", "items_once", "latency")
"""Needs of whoever has it work by itself."""


def explained(told: str, language: Language, most: int = _MOST) -> list[str]:
    """One paragraph on the words of the trade that `told` uses, at most so many of them; none where it uses none."""
    meant = [text.in_(language) for pattern, text in _GLOSSARY if pattern.search(told)][:most]
    if most > _MOST and meant:
        return ["\n".join([_LEAD.in_(language), "", *(f"- {sentence(each)}" for each in meant)])]
    return [f"{_LEAD.in_(language)} {sentence('; '.join(meant))}"] if meant else []


def engine(evidence: Evidence, *, again: bool = False) -> str:
    """What somebody who does not know the trade needs to hear before choosing a model; `again`: to who did not understand."""
    needs = evidence.needs
    by_hand = needs.text("use_case") in _ONES_OWN and not any(key in needs for key in _BY_ITSELF)
    if not by_hand or needs.flag("local") is True or "privacy" in needs.names("priority"):
        return _ENGINE.in_(evidence.language)
    return (_APP_AGAIN if again else _APP).in_(evidence.language)
