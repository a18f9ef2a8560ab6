"""The phrase language of the lexicon."""

from __future__ import annotations

import pytest

from advisor.domain.lexicon import Entry
from advisor.understand.words.match import Phrases
from advisor.understand.words.text import Message


def found(phrase: str, text: str) -> list[str]:
    message = Message(text)
    phrases = Phrases([Entry("kind", "value", (phrase,), ())], {"docs": ["contrato*", "pdf"]})
    return [message.quote(hit.start, hit.end) for hit in phrases.find(message)]


@pytest.mark.parametrize(
    ("phrase", "text", "quotes"),
    [
        ("barat*", "algo baratito", ["baratito"]),
        ("mi|nuestro pc", "en nuestro PC", ["nuestro PC"]),
        ("[muy] rapido", "muy rápido", ["muy rápido", "rápido"]),
        ("en menos de # segundos", "en menos de 2 segundos", ["en menos de 2 segundos"]),
        ("por _ al mes", "por usuario al mes", ["por usuario al mes"]),
        ("resum* ... <docs>", "resumir todos mis contratos", ["resumir todos mis contratos"]),
        ("resum* ... <docs>", "resumir y ya. El contrato aparte", []),
        ("dentro de (casa|la ue)", "dentro de la UE", ["dentro de la UE"]),
        ("entre (dos|tres) [de ellos]", "entre tres de ellos", ["entre tres de ellos"]),
        ("entre (dos|tres) [de ellos]", "entre dos", ["entre dos"]),
        ("va [bien|mas o menos] en", "va más o menos en mi PC", ["va más o menos en"]),
        ("va [bien|mas o menos] en", "va o en mi PC", []),
        ("(no [solo|solamente]|ni) ingles", "no solamente inglés", ["no solamente inglés"]),
        ("unos|# gigas", "con 24 gigas", ["24 gigas"]),
        ("on premise", "on-premise", ["on-premise"]),
        ("barato", "caro", []),
    ],
)
def test_phrase(phrase: str, text: str, quotes: list[str]) -> None:
    assert found(phrase, text) == quotes


def test_an_unknown_class_is_an_error() -> None:
    with pytest.raises(KeyError):
        found("leer <nada>", "leer")
