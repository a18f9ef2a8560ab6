"""The trade's words, explained to who used none: only those that the answer itself uses."""

from __future__ import annotations

import re

from advisor.answer.parts.cite import sentence
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


def explained(told: str, language: Language, most: int = _MOST) -> list[str]:
    """One paragraph on the words of the trade that `told` uses, at most so many of them; none where it uses none."""
    meant = [text.in_(language) for pattern, text in _GLOSSARY if pattern.search(told)][:most]
    return [f"{_LEAD.in_(language)} {sentence('; '.join(meant))}"] if meant else []


def engine(language: Language) -> str:
    """What somebody who does not know the trade needs to hear before choosing a model."""
    return _ENGINE.in_(language)
