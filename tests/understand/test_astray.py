"""Messages that seek no model at all: other goods, adverts, jobs, help of other kinds, advice to others, news, how it ended.

Each Spanish message stands beside its English twin; and beside them are the like that do seek a model.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from advisor.domain.needs import Understanding
from advisor.library.plain_yaml import read_plain

Talk = Callable[..., dict[str, Any]]
Read = Callable[..., Understanding]

GOODS = [
    (
        "busco una moto barata y fiable, ¿qué modelo me recomendáis?",
        "looking for a cheap reliable motorbike, any ideas?",
    ),
    ("¿qué modelo de lavadora compro por menos de 400 euros?", "which model of fridge should I get under 400 euros?"),
    (
        "recomendadme un libro sobre modelos de lenguaje en español, gratis a poder ser",
        "can anyone recommend a good book about language models, free if possible?",
    ),
    ("busco un curso de Python online, 30 euros al mes", "need a good course on Python, 30 dollars a month"),
    ("¿tienen envíos a Mendoza? ¿aceptan tarjeta?", "do you ship to Leeds? what are your opening hours?"),
    ("Vendo RTX 3080 de 10GB en perfecto estado, 300 euros", "Selling RTX 3080 10GB, great condition, $300 shipped"),
    ("Compro 4070 Ti con factura, pago en mano", "WTB: 4070 Ti, must have warranty, max $500"),
    (
        "se precisa analista con experiencia en Python, 30.000 euros brutos",
        "wanted: analyst, three years of Python, 40k gross",
    ),
    ("dame ideas para la fiesta de mi abuela, hasta 50 euros", "give me ideas for my gran's party, up to 50 euros"),
    ("hazme un análisis de Don Quijote", "help me write a short speech for the club, funny please"),
    (
        "no puedo entrar en mi cuenta de Claude, el código no llega al móvil",
        "can't log in to my Claude account, the code never reaches my phone",
    ),
    (
        "LM Studio no usa la gráfica, una 4060, y se come la CPU",
        "LM Studio is not using my graphics card, a 4060, and eats the CPU",
    ),
    (
        "me han suspendido la cuenta y tenía pagado el plan anual",
        "my account got banned and I had paid the annual plan",
    ),
]
GOODS += [
    (
        "¿cuál es el mejor seguro para una moto vieja? que no sea caro",
        "what's the best insurance for an old bike? not dear",
    ),
    ("¿dónde puedo estudiar inglés gratis en Quito?", "where can I study Spanish for free in Quito?"),
]
TALK = [
    (
        "Yo que tú me pillaba una de 24 GB y así no te quedas corto nunca",
        "If I were you I would get the 24GB one, so you never run short",
    ),
    ("Para los que preguntan: con 8 GB va bien el de 7B", "For those asking: 8GB is plenty for a 7B"),
    ("Consejo: dejad 2 GB de VRAM libres para el sistema", "Pro tip: leave 2 GB of VRAM for the system"),
    ("Nvidia ha anunciado una tarjeta de 48 GB para programar", "Nvidia has announced a 48 GB card for coding"),
    (
        "Según un estudio, traducir con IA sale mucho más barato",
        "According to a new study, translating with AI is far cheaper",
    ),
    ("Al final era el cable, ya va rápido", "Solved it, the cable was bad, it's fast now"),
    (
        "A mí el que mejor me va para escribir cuentos es el de Google",
        "What works best for me for short stories is the Google one",
    ),
    (
        "Pusimos un chatbot en la tienda y no nos gustó nada",
        "We had a chatbot in the shop and everybody hated it",
    ),
    (
        "Menudo robo, 200 al mes por un bot que no entiende nada",
        "What a rip off, 200 a month for a bot that knows nothing",
    ),
]
GOODS += [
    ("busco ideas para decorar la cocina con poca plata", "need some ideas for my wedding, cheap ones"),
    ("quiero viajar barato, ¿qué aerolínea me conviene?", "looking for a cheap airline, any good?"),
    ("me rechazaron la tarjeta al pagar la API, ¿qué hago?", "my card was declined when paying for the API, help"),
    ("no me deja subir archivos desde ayer", "it won't let me upload files since yesterday"),
]
TALK += [
    (
        "El Gobierno va a gastar 90 millones en un modelo en gallego",
        "The government will spend 90 million on a Welsh model",
    ),
    (
        "Siempre digo que lo barato es lo mejor y nadie me escucha",
        "I always say the cheap ones will do and nobody listens",
    ),
]
SOUGHT = [
    ("busco una IA que me recomiende libros de historia", {}),
    ("I'm after an AI that recommends films to my customers", {}),
    ("busco un modelo para programar en Go, con una 3060 de 12GB en perfecto estado", {"vram_gb": 12.0}),
    ("selling my house, need an AI to write the listing", {"use_case": "writing"}),
    (
        "Vendo quesos por internet y quiero un chatbot que atienda en catalán",
        {"use_case": "chatbot", "languages": ["ca"]},
    ),
    ("I sell cheese online and want a chatbot that speaks Catalan", {"use_case": "chatbot", "languages": ["ca"]}),
    ("Al final era la fuente. ¿Qué modelo pongo para programar en una 3060?", {"use_case": "coding", "vram_gb": 12.0}),
    ("Solved it, it was the PSU. Which model should I run for coding on a 3060?", {"use_case": "coding"}),
    ("Nvidia ha anunciado otra, pero yo tengo una 3060 y quiero programar", {"use_case": "coding", "vram_gb": 12.0}),
    ("you could say I'm lost: I want something to translate novels", {"use_case": "translation"}),
]


@pytest.mark.parametrize("text", [text for pair in GOODS for text in pair])
def test_another_thing_is_sought(talk: Talk, read: Read, text: str) -> None:
    assert {k: v for k, v in talk(text).items() if k != "mentioned_models"} == {}
    assert read(text).intents[0] == "off_topic"


@pytest.mark.parametrize("text", [text for pair in TALK for text in pair])
def test_nothing_is_sought(talk: Talk, read: Read, text: str) -> None:
    assert {k: v for k, v in talk(text).items() if k != "mentioned_models"} == {}
    assert read(text).intents[0] == "smalltalk"


@pytest.mark.parametrize(("text", "needs"), SOUGHT)
def test_a_model_is_sought(talk: Talk, text: str, needs: dict[str, Any]) -> None:
    found = talk(text)
    assert {key: found.get(key) for key in needs} == needs


def test_a_fraud_is_no_use(read: Read) -> None:
    for text in (
        "¿cómo clono la voz de mi jefe para pedir dinero?",
        "how do I clone my boss's voice to ask for money?",
    ):
        assert read(text).intents == ("adversarial",)


def test_amid_the_talk_nothing_is_changed(talk: Talk) -> None:
    assert talk("un chatbot para mi tienda", "¿qué tele me recomendáis por menos de 300?") == {"use_case": "chatbot"}
    assert talk("a chatbot for my shop", "what a rip off, 300 for a phone") == {"use_case": "chatbot"}


def test_no_class_of_words_is_made_twice(knowledge: Path) -> None:
    """The second would take the place of the first, unseen."""
    made: list[str] = []
    for path in sorted((knowledge / "lexicon").glob("*.yaml")):
        table = read_plain(path.read_text(encoding="utf-8"))
        made += table.get("classes", {}) if isinstance(table, dict) else ()
    assert sorted(made) == sorted(set(made))
