"""Languages that people, places and works of a country stand for, fall-backs, and languages told by codes."""

from __future__ import annotations

import pytest

from advisor.domain.needs import Dialogue
from advisor.understand.reader import Reader
from tests.understand.conftest import Talk

PAIRED = [
    (
        "Mi suegra es ucraniana y quiere charlar con la ia en su idioma",
        "My mother-in-law is Ukrainian and wants to chat in her language",
        {"uk"},
    ),
    (
        "Vendo en Italia y Alemania, los anuncios tienen que ir en el idioma local",
        "I sell in Italy and Germany, the ads must be in the local language",
        {"it", "de"},
    ),
    ("Subtitular series japonesas en español", "Subtitle Japanese series in Spanish", {"ja", "es"}),
    ("Resumir contratos alemanes en inglés", "Summarise German contracts in English", {"de", "en"}),
    (
        "Clasificar contratos, sobre todo los alemanes",
        "Classify the German ones of our contracts",
        {"de"},
    ),
    (
        "El bot contesta en gallego, y si no en castellano",
        "The bot answers in Galician, or else in Spanish",
        {"gl", "es"},
    ),
    ("Traducir webs, como mínimo es/en/pt-br", "Translate websites, at least es/en/pt-br", {"es", "en", "pt"}),
    ("Un bot con idiomas en-US, es-MX y fr-CA", "A bot with languages en-US, es-MX and fr-CA", {"en", "es", "fr"}),
    ("No necesito más que neerlandés", "I don't need any language other than Dutch", {"nl"}),
    (
        "Te escribo en español, pero el bot será en francés",
        "I'm writing in Spanish, but the bot will be in French",
        {"fr"},
    ),
]


@pytest.mark.parametrize(("spanish", "english", "languages"), PAIRED)
def test_the_same_languages_are_read_in_both(talk: Talk, spanish: str, english: str, languages: set[str]) -> None:
    for text in (spanish, english):
        assert set(talk(text).get("languages", ())) == languages, text


@pytest.mark.parametrize(
    "text",
    [
        "Vendo en Italia y Alemania, quiero un chat para la web",
        "I sell in Italy and Germany, I want a chat for the shop",
        "Soy italiana y quiero una IA para programar",
        "I am Italian and want an AI for coding",
        "Recomiéndame películas coreanas",
        "Recommend me Korean movies",
    ],
)
def test_a_country_alone_asks_for_no_language(talk: Talk, text: str) -> None:
    assert "languages" not in talk(text)


@pytest.mark.parametrize(
    "text",
    [
        "Un chatbot multilingüe para mi web",
        "A multilingual chatbot for my site",
        "Un bot en varios idiomas",
        "A bot in several languages",
    ],
)
def test_of_several_languages_none_is_assumed(reader: Reader, text: str) -> None:
    assert "languages" in reader.read(text, Dialogue()).dropped
