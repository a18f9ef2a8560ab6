"""Every text exists in both languages, with the same places to fill."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.domain.language import Localised
from advisor.ui import texts


def _all(value: object) -> Iterator[Localised]:
    if isinstance(value, Localised):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from _all(member)
    elif isinstance(value, tuple | list):
        for member in value:
            yield from _all(member)


def test_both_languages_say_it_and_fill_the_same_places() -> None:
    found = [text for name in vars(texts) if name.isupper() for text in _all(getattr(texts, name))]
    assert len(found) > 80
    for text in found:
        assert text.es.strip()
        assert text.en.strip()
        assert text.es.count("{}") == text.en.count("{}"), text
        assert text.es == text.es.strip() or text.es.startswith(" ")


def test_questions_and_exclamations_open_in_spanish() -> None:
    for name in vars(texts):
        for text in _all(getattr(texts, name)) if name.isupper() else ():
            assert text.es.count("?") == text.es.count("¿"), text.es
            assert text.es.count("!") == text.es.count("¡"), text.es
