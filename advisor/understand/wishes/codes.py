"""Languages told by their codes: "ES/EN", "jp > en", "eng to Hindi"."""

from __future__ import annotations

from itertools import pairwise

from advisor.understand.words.classes import IN_A_ROW
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_CODES = wordset(
    "es en fr de it pt ca eu gl nl pl ro ru zh ja ko ar tr sv da fi cs el he hi uk vi no hu bg id th fa ur ga cy"
)
_OTHER_CODES = {"jp": "ja", "cn": "zh", "kr": "ko", "gr": "el", "cz": "cs", "dk": "da", "se": "sv", "br": "pt"}
"""Countries' codes that people write for languages."""


def shortened(reading: Reading) -> list[Hit]:
    """ "Eng to Hindi", "de esp a fra": three letters beside another language."""
    words = reading.message.words
    at = [i for i, w in enumerate(words) if w in _SHORT_NAMES]
    if not at:
        return []
    ends = {h.end: h for h in reading.longest("tongue")} | {i + 1: None for i in at}
    starts = {h.start for h in reading.longest("tongue")} | set(at)

    def beside(i: int) -> bool:
        after = i + 2 in starts and words[i + 1] in IN_A_ROW | _TO
        before = i - 1 in ends and words[i - 1] in IN_A_ROW | _TO
        return after or before

    return [Hit("tongue", _SHORT_NAMES[words[i]], i, i + 1) for i in at if beside(i)]


_TO = wordset("to a > → - into al")
_SHORT_NAMES = {
    "eng": "en", "esp": "es", "spa": "es", "fra": "fr", "fre": "fr", "ger": "de", "deu": "de", "ale": "de", "ita": "it",
    "jpn": "ja", "jap": "ja", "kor": "ko", "chi": "zh", "rus": "ru", "nld": "nl", "ara": "ar", "hin": "hi", "ptg": "pt",
    "ingl": "en", "cat": "ca", "cast": "es", "eus": "eu", "gal": "gl",
}  # fmt: skip


def coded(reading: Reading) -> list[Hit]:
    """Two-letter codes in a row: two in capitals ("ES/EN"), two with an arrow ("jp > en"), or three of any sort."""
    message = reading.message
    words = message.words
    regions = _regions(reading)
    at = [
        i
        for i, t in enumerate(message.tokens)
        if (t.text in _CODES or t.text in _OTHER_CODES) and t.end - t.start == 2 and i not in regions
    ]
    large = [i for i in at if message.text[message.tokens[i].start : message.tokens[i].end].isupper()]
    rows = [row for row in _rows(words, large, regions) if len(row) > 1] or _rows(words, at, regions)
    rows = [row for row in rows if not _are_places(reading, row)]
    letters = [c for c in message.text[:2000] if c.isalpha()]
    shouts = sum(c.isupper() for c in letters) > len(letters) / 2 and len(letters) > 12
    found: list[Hit] = []
    for row in (_without_preposition(words, row) for row in rows):
        capitals = all(message.text[message.tokens[i].start : message.tokens[i].end].isupper() for i in row)
        marks = [mark for a, b in pairwise(row) for k, mark in enumerate(words[a + 1 : b], a + 1) if k not in regions]
        listed = len(marks) == len(row) - 1
        told = words[row[0] - 1 : row[0]] in (("langs",), ("languages",), ("idiomas",), ("lenguas",))
        spaced = len(row) > 3 - told and not marks and row[-1] - row[0] == len(row) - 1
        telling = sum(words[i] not in _WORDS_TOO for i in row) > 1
        if len(row) > 1 and (
            (spaced and telling)
            or all(i + 1 in regions for i in row)
            or (capitals and not shouts)
            or ">" in marks
            or (len(row) > 2 and listed and set(marks) <= {",", "/", "|", "+"})
        ):
            found += [Hit("tongue", _OTHER_CODES.get(words[i], words[i]), i, i + 1) for i in row]
    return found


def _without_preposition(words: tuple[str, ...], row: list[int]) -> list[int]:
    """ "Atiende en es, en, fr": the first "en" is no English."""
    while len(row) > 2 and words[row[0]] in _WORDS_TOO and row[1] == row[0] + 1:
        row = row[1:]
    return row


def _regions(reading: Reading) -> frozenset[int]:
    """The "br" of "pt-br", the "MX" of "es-MX"."""
    text, tokens = reading.message.text, reading.message.tokens
    return frozenset(
        i
        for i, (a, b) in enumerate(pairwise(tokens), 1)
        if a.text in _CODES and b.end - b.start == 2 and text[a.end : b.start] == "-"
    )


def _rows(words: tuple[str, ...], at: list[int], regions: frozenset[int]) -> list[list[int]]:
    rows: list[list[int]] = []
    for i in at:
        between = {words[k] for k in range(rows[-1][-1] + 1, i) if k not in regions} if rows else set()
        if rows and i - rows[-1][-1] <= _APART and between <= _BETWEEN:
            rows[-1].append(i)
        else:
            rows.append([i])
    return rows


def _are_places(reading: Reading, row: list[int]) -> bool:
    """ "Data in the UK or EU", "hosted in DE or FR": where things are kept, and not what is spoken."""
    words = reading.message.words
    before = words[row[0] - 1] if row[0] else ""
    if before == "the" or {words[i] for i in row} <= {"uk", "eu"}:
        return True
    start, end = reading.sentence(row[0])
    return before in _INSIDE and any(w.startswith(_KEPT_THERE) for w in words[start:end])


_INSIDE = wordset("in within inside outside en dentro fuera from de based")
_KEPT_THERE = (
    "host",
    "server",
    "data",
    "datacent",
    "region",
    "resid",
    "stor",
    "servid",
    "datos",
    "aloj",
    "nube",
    "cloud",
)


_WORDS_TOO = wordset("es de no el it he hi da fi id is ca en fa")
"""Codes that are everyday words as well."""
_APART = 3
_BETWEEN = frozenset((",", "/", "|", "+", "&", ">", "<", "→", "↔", "y", "and", "to", "a", "e", "o", "or"))
