"""First messages that only tell something, in both languages: no word of wishing or asking, and talk by their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from advisor.domain.needs import Understanding

Talk = Callable[..., dict[str, Any]]
Read = Callable[..., Understanding]

TOLD = [
    (
        "Hoy he visto a un abuelo en el parque hablando en voz alta con el teléfono, tan tranquilo",
        "Today I saw a guy in the park talking out loud to his phone, happy as can be",
    ),
    (
        "Leí en un foro que lo mejor para programar es uno de 32B con 24 de VRAM, vete a saber",
        "Read on a forum that the best for coding is a 32B with 24GB of VRAM, who knows",
    ),
    (
        "El técnico del barrio me dijo que con 8 gigas de RAM ya no se hace nada",
        "The it guy down the road told me that with 8 gigs of RAM nothing can be done any more",
    ),
    (
        "Cuando yo estudiaba traducíamos con un diccionario de papel y tan felices",
        "When I studied we translated with a paper dictionary and were happy",
    ),
    ("Nadie en el curro lee la política de privacidad", "Nobody at work reads the privacy policy"),
]
SOUGHT = [
    ("para una asociación de vecinos: resumir las actas y mandarlas por correo, con mi 3060 de 12GB", "vram_gb", 12.0),
    ("for a residents' association: summaries of the minutes, sent by mail, on my 3060 12GB", "vram_gb", 12.0),
    ("nada de modelos de Meta por lo que hicieron con mis datos aquellos señores", "excluded_vendors", ["meta"]),
    ("nothing by Meta after what those people did with all of my data", "excluded_vendors", ["meta"]),
    ("Hago subtítulos para sordos, una hora de vídeo al día, en catalán", "languages", ["ca"]),
    ("I make subtitles for deaf people, an hour of video a day, in Catalan", "languages", ["ca"]),
]


@pytest.mark.parametrize("text", [text for pair in TOLD for text in pair])
def test_what_is_only_told_is_no_need(talk: Talk, read: Read, text: str) -> None:
    assert talk(text) == {}
    assert read(text).intents[0] != "recommend"


@pytest.mark.parametrize(("text", "key", "value"), SOUGHT)
def test_what_is_sought_without_a_word_of_wishing(talk: Talk, text: str, key: str, value: Any) -> None:
    assert talk(text).get(key) == value


@pytest.mark.parametrize(
    "text",
    [
        "redacta una carta para el seguro, que no paga",
        "analiza esta foto y dime qué pone",
        "actúa como un abogado y dame un plan",
        "act as a lawyer and give me a plan",
        "check my English please: I has two dogs",
        "la extensión de Copilot no aparece en el editor",
        "the Copilot extension doesn't show up in the editor",
        "Whisper crashes halfway through a long file on my 4060",
    ],
)
def test_help_on_the_spot_is_no_need(talk: Talk, read: Read, text: str) -> None:
    assert {key for key in talk(text) if key != "mentioned_models"} == set()
    assert read(text).intents[0] == "off_topic"


@pytest.mark.parametrize(
    "text",
    [
        "¿un chatbot puede mentir a mis clientes?",
        "can a chatbot lie to my customers?",
        "¿me puede grabar la app de voz?",
    ],
)
def test_what_such_things_can_do_to_one_is_asked_of_the_guide(read: Read, text: str) -> None:
    assert "ask_guide" in read(text).intents


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Cancelé la suscripción. Lo usaba para programar en Rust. ¿Alternativas?", {"use_case": "coding"}),
        ("Cancelled my subscription. I used it for coding in Rust. Any alternatives?", {"use_case": "coding"}),
        ("¿hay alguna forma fiable de saber si un texto es de una IA?", {}),
        ("is there a reliable way to tell whether a text is by an AI?", {}),
        ("A mí me va de lujo con 8 GB, no hace falta tanta historia.", {}),
        ("It works great for me with 8 GB, no need for all that fuss.", {}),
    ],
)
def test_what_was_used_and_how_one_may_know(talk: Talk, text: str, needs: dict[str, Any]) -> None:
    found = talk(text)
    assert {key: found[key] for key in ("use_case", "priority", "ram_gb", "vram_gb") if key in found} == needs
