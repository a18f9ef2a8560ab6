"""Languages that people, places and works of a country stand for: "franceses, en su idioma", "dramas coreanos"."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

SPOKEN_THERE = "spoken_there"
_GUESTS = ("client", "turist", "huesped", "pacient", "alumn", "famili", "visitant", "usuari", "estudiant", "trabajador",
           "vien", "lleg", "entr", "recib", "atend", "atiend", "guest", "patient", "student", "visitor", "tourist")  # fmt: skip
"""People to be spoken with: where they come from is what they speak."""
_FILLERS = wordset("sobre todo muchos muchas bastantes mas mayormente normalmente son que de los las mostly mainly are")
_BEFORE = 6
_SELF = wordset("soy somos im am were")
_READ_USES = ("translation", "transcription", "summarization", "document_analysis", "extraction", "proofreading", "rag")
"""What is done with works in their own language."""


def people_and_places(reading: Reading) -> list[Hit]:
    """As hits of the kind `SPOKEN_THERE`: peoples, homelands and one person's origin where the message says that it is to be their
    language; guests by where they are from; where one travels to; works to be read or translated."""
    return [Hit(SPOKEN_THERE, h.value, h.end - 1, h.end) for h in _found(reading)]


def _found(reading: Reading) -> Iterator[Hit]:
    words = reading.message.words
    if reading.has("own_tongue"):
        yield from reading.of("nationals")
        yield from reading.of("homeland")
        yield from (h for h in reading.of("national") if words[max(h.start - 1, 0)] not in _SELF)
    else:
        nationals = reading.of("nationals")
        guests = [h.start for h in nationals if _are_guests(words, h)]
        yield from (h for h in nationals if guests and h.start >= guests[0])
        yield from (h for h in nationals if _are_papers(reading, h))
    for party in reading.of("party", "of_papers"):
        yield from (h for h in reading.of("national") if party.start <= h.start and h.end <= party.end)
    if reading.of("abroad", "talk") or reading.of("use_case", "translation"):
        yield from reading.of("trip")
    if _are_read(reading):
        yield from reading.of("foreign_work")


def _are_papers(reading: Reading, hit: Hit) -> bool:
    """ "Resumir contratos, sobre todo los alemanes": of papers told of before, by where they are from."""
    words, (start, _) = reading.message.words, reading.sentence(hit.start)
    told = any(start <= h.start < hit.start for h in reading.of("unit", "documents"))
    return told and words[max(hit.start - 1, 0)] in ("los", "las") and _are_read(reading)


def _are_read(reading: Reading) -> bool:
    return any(reading.of(kind, *_READ_USES) for kind in ("use_case", "use_hint", "use_word"))


def _are_guests(words: tuple[str, ...], hit: Hit) -> bool:
    """ "Clientes alemanes", "vienen sobre todo ingleses"."""
    before = [w for w in words[max(hit.start - _BEFORE, 0) : hit.start] if w not in _FILLERS]
    return any(w.startswith(_GUESTS) for w in before[-2:])
