"""Numbers in digits and in words, as written in Spanish and English: "1.500", "1,5 millones", "half a million"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.understand.text import Message

_UNITS = {
    **dict(zip("cero uno dos tres cuatro cinco seis siete ocho nueve".split(), range(10), strict=True)),
    **dict(zip("diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve".split(), range(10, 20), strict=True)),
    **dict(zip("zero one two three four five six seven eight nine ten".split(), range(11), strict=True)),
    **dict(
        zip(
            "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
            range(11, 20),
            strict=True,
        )
    ),
    **dict(
        zip(
            "veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve".split(),
            range(20, 30),
            strict=True,
        )
    ),
    "veintiun": 21,
    "un": 1,
    "una": 1,
}
_TENS = {
    **dict(zip("treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(), range(30, 100, 10), strict=True)),
    **dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)),
}
_HUNDREDS = {
    **dict(
        zip(
            "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split(),
            range(100, 1000, 100),
            strict=True,
        )
    ),
    "cien": 100,
    "doscientas": 200,
    "trescientas": 300,
    "cuatrocientas": 400,
    "quinientas": 500,
    "seiscientas": 600,
    "setecientas": 700,
    "ochocientas": 800,
    "novecientas": 900,
}
_SCALES = {
    "mil": 1e3,
    "miles": 1e3,
    "thousand": 1e3,
    "thousands": 1e3,
    "grand": 1e3,
    "k": 1e3,
    "millon": 1e6,
    "millones": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "mill": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "mm": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "billions": 1e9,
    "bn": 1e9,
    "billon": 1e12,
    "billones": 1e12,
    "trillion": 1e12,
}
_SYMBOLS = frozenset({"k", "m", "mm", "mill", "mln", "mio", "bn"})
"""Scales that count only right after digits."""
_ARTICLES = frozenset({"un", "una", "uno", "a", "an", "one"})
_HALVES = frozenset({"medio", "media", "half"})
_FEW = {"par": 2, "couple": 2, "pareja": 2, "docena": 12, "dozen": 12, "decena": 10, "veintena": 20, "centenar": 100, "millar": 1000, "trio": 3}
_DIGITS = re.compile(r"\d+(?:[.,']\d+)*")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number said: tokens `start` to before `end`. `bare` numerals are digits without a scale."""

    value: float
    start: int
    end: int
    bare: bool


def parsed_digits(raw: str) -> float | None:
    """The number that digits with separators mean in either locale; None where they make no number.

    A separator before the last group is a decimal one unless exactly three digits follow it; one that repeats, or
    stands before another sort, groups thousands: "1.500" and "1,500" are 1500, "1,5" and "1.5" are 1.5.
    """
    if not _DIGITS.fullmatch(raw) or not raw.isascii() or len(raw) > 40:
        return None
    marks = [c for c in raw if not c.isdigit()]
    if not marks:
        return float(raw)
    last = raw.rindex(marks[-1])
    whole, decimals = raw[:last], raw[last + 1 :]
    groups = re.split(r"[.,']", whole)
    if len(set(marks)) == 1:
        every = [*groups, decimals]
        if all(len(group) == 3 for group in every[1:]) and len(every[0]) <= 3 and every[0].lstrip("0"):
            return float("".join(every))
        if len(marks) > 1:
            return None
    elif any(len(group) != 3 for group in groups[1:]):
        return None
    return float("".join(groups) + "." + decimals)


def numerals(message: Message) -> list[Numeral]:
    """All numbers of a message in order, none inside another."""
    found: list[Numeral] = []
    i = 0
    while i < len(message.tokens):
        numeral = _at(message, i)
        if numeral:
            found.append(numeral)
            i = numeral.end
        else:
            i += 1
    return found


def _at(message: Message, i: int) -> Numeral | None:
    token = message.tokens[i]
    if token.kind == "number":
        return _from_digits(message, i)
    if token.kind == "word" and (token.text in _UNITS or token.text in _STARTS):
        return _from_words(message.words, i)
    return None


def _from_digits(message: Message, i: int) -> Numeral | None:
    words = message.words
    value = parsed_digits(words[i])
    if value is None:
        return None
    end = i + 1
    while end < len(words) and words[end] == "000" and message.text[message.tokens[end - 1].end] in " \u00a0\u202f":
        value, end = value * 1000, end + 1
    digits_end = end
    while end < len(words) and words[end] in _SCALES and not _is_other(message, end):
        value, end = value * _SCALES[words[end]], end + 1
    if end < len(words) - 1 and words[end] == "y" and words[end + 1] in _HALVES and end > digits_end:
        value, end = value + _SCALES[words[end - 1]] / 2, end + 2
    return Numeral(value, i, end, end == digits_end)


def _is_other(message: Message, i: int) -> bool:
    """A letter that only looks like a scale: "3 m" after a space, "5 mm" of a part, "2 k" of nothing."""
    word = message.words[i]
    if word not in _SYMBOLS:
        return False
    if message.adjacent(i - 1):
        return False
    return word != "k" and word not in ("mill", "mln", "mio", "bn")


_STARTS = {*_TENS, *_HUNDREDS, *_HALVES, *_FEW, "mil", "a", "an", "million", "millon"}


def _from_words(words: tuple[str, ...], i: int) -> Numeral | None:
    total = group = 0.0
    end, used, tens = i, False, False
    while end < len(words):
        word = words[end]
        if word in _HALVES and (end == i or (words[end - 1] in ("and", "y"))):
            scale = _next_scale(words, end + 1)
            if scale and not used:
                return Numeral(scale[0] / 2, i, scale[1], False)
            if used and words[end - 1] == "y" and words[end - 2] in _SCALES:
                total, end = total + _SCALES[words[end - 2]] / 2, end + 1
            break
        if word in _FEW and (end == i or words[end - 1] in _ARTICLES):
            after = end + 1
            skip = after + (after < len(words) and words[after] in ("de", "of"))
            if skip < len(words) and words[skip] in _SCALES and words[skip] not in _SYMBOLS:
                return Numeral(_FEW[word] * _SCALES[words[skip]], i, skip + 1, False)
            return Numeral(float(_FEW[word]), i, skip, False)
        if word in _ARTICLES and not used:
            follows = words[end + 1] if end + 1 < len(words) else ""
            if follows in _FEW or follows in ("hundred", *_SCALES) and follows not in _SYMBOLS:
                group, used, end = 1.0, follows not in _FEW, end + 1
                continue
        if word in _UNITS and not (used and word in _ARTICLES) and (not used or tens or group % 100 == 0):
            group, used, tens = group + _UNITS[word], True, False
        elif word in _TENS and (not used or group % 100 == 0):
            group, used, tens = group + _TENS[word], True, True
        elif word in _HUNDREDS and (not used or group == 0):
            group, used, tens = group + _HUNDREDS[word], True, False
        elif word in ("hundred", "hundreds") and used:
            group = (group or 1) * 100
        elif word in _SCALES and word not in _SYMBOLS and (used or word in ("mil", "million", "millon")):
            scale_value = _SCALES[word]
            if scale_value >= 1e6 and total and total < scale_value:
                total, group = (total + group) * scale_value, 0.0
            else:
                total, group = total + (group or 1) * scale_value, 0.0
            used, tens = True, False
        elif word in ("y", "and") and used and end + 1 < len(words) and (words[end + 1] in _UNITS or words[end + 1] in _HALVES):
            if not (tens or word == "and" and group % 100 == 0 and (group or total) or words[end + 1] in _HALVES):
                break
        else:
            break
        end += 1
    while end > i and words[end - 1] in ("y", "and"):
        end -= 1
    if not used or end == i:
        return None
    return Numeral(total + group, i, end, False)


def _next_scale(words: tuple[str, ...], i: int) -> tuple[float, int] | None:
    """The scale at i, past an article ("half a million")."""
    if i < len(words) and words[i] in _ARTICLES:
        i += 1
    if i < len(words) and words[i] in _SCALES and words[i] not in _SYMBOLS:
        return _SCALES[words[i]], i + 1
    return None
