"""Numbers in digits and in words, as written in Spanish and English: "1.500", "1,5 millones", "half a million"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.understand.words.text import Message, wordset


def _ordered(words: str, start: int = 0) -> list[tuple[int, str]]:
    """The words of a text, numbered from `start`."""
    return list(enumerate(words.split(), start))


_UNITS = {
    **{w: i for i, w in _ordered("cero uno dos tres cuatro cinco seis siete ocho nueve diez")},
    **{w: i for i, w in _ordered("once doce trece catorce quince", 11)},
    **{w: i for i, w in _ordered("dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos", 16)},
    **{w: i for i, w in _ordered("veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho", 23)},
    **{w: i for i, w in _ordered("zero one two three four five six seven eight nine ten eleven twelve")},
    **{w: i for i, w in _ordered("thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 13)},
    "veintinueve": 29,
    "veintiun": 21,
    "un": 1,
    "una": 1,
}
_TENS = {
    **{w: i * 10 for i, w in _ordered("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 3)},
    **{w: i * 10 for i, w in _ordered("twenty thirty forty fifty sixty seventy eighty ninety", 2)},
}
_HUNDREDS = {
    **{
        stem + ending: i * 100
        for i, stem in _ordered("dosc tresc cuatroc quin seisc setec ochoc novec", 2)
        for ending in ("ientos", "ientas")
    },
    "ciento": 100,
    "cien": 100,
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
_FEW = {
    "par": 2,
    "couple": 2,
    "pareja": 2,
    "pair": 2,
    "docena": 12,
    "dozen": 12,
    "decena": 10,
    "veintena": 20,
    "centenar": 100,
    "millar": 1000,
    "trio": 3,
    "tenner": 10,
    "fiver": 5,
}
_ENGLISH_ONCE = wordset("at all just only more than for i we it")
"""Before "once" where it is English, and not the Spanish eleven."""
_AFTER_ONCE = wordset("a an per every in each the it we i they you my our")
_ENGLISH = wordset("the of in to and with for need want is are my our this that")
_SPANISH = wordset("de en el la los las un una por con y para que es son mi")
_MONEY = wordset("pesos soles plata guita presupuesto dinero lana")
_COINS = wordset("dollar buck euro pound cent dime quid dolar centimo centavo")
_SHEETS = wordset("folio pagina page hoja cara sheet")
_WHOLE_COINS = wordset("dollar buck quid pound euro dolar")
_SUMS = _WHOLE_COINS | wordset("dollars bucks pounds euros dolares")
_AFTER_ANOTHER = wordset("dollars euros pounds bucks dolares cents centimos centavos")
"""After a number that stands right behind a coin: it is another sum, and no part of the coin."""
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
    if token.text == "." and i + 1 < len(message.tokens) and message.tokens[i + 1].kind == "number":
        found = _from_digits(message, i + 1)
        return found if found and found.start == i else None
    if token.kind == "number":
        return _from_digits(message, i)
    if token.text in _WHOLE_COINS and (not i or message.tokens[i - 1].kind == "word"):
        return _coin_and(message.words, i)
    if (
        token.text in ("a", "an")
        and not _coin_and(message.words, i)
        and i + 1 < len(message.tokens)
        and message.words[i + 1] in _COINS
    ):
        return Numeral(1.0, i, i + 1, True)
    if token.text == "once" and (
        (i and message.words[i - 1] in _ENGLISH_ONCE)
        or _word(message.words, i + 1) in _AFTER_ONCE
        or (_ENGLISH & message.vocabulary and not _SPANISH & message.vocabulary)
    ):
        return None
    if token.text in _UNITS or token.text in _STARTS:
        return _from_words(message.words, i)
    return None


def _from_digits(message: Message, i: int) -> Numeral | None:
    words = message.words
    value = parsed_digits(words[i])
    if value is None:
        return None
    if i and words[i - 1] == "." and message.adjacent(i - 1) and words[i].isdigit() and not _ends_word(message, i - 1):
        return Numeral(float("." + words[i]), i - 1, i + 1, True)  # "$.50"
    end = i + 1
    while end < len(words) and words[end] == "000" and message.text[message.tokens[end - 1].end] in " \u00a0\u202f":
        value, end = value * 1000, end + 1
    digits_end = end
    while end < len(words) and words[end] in _SCALES and not _is_other(message, end):
        value, end = value * _SCALES[words[end]], end + 1
    if words[end : end + 2] in (("lucas", "de"), ("luca", "de")) and _word(words, end + 2) not in _MONEY:
        value, end = value * 1e3, end + 1  # "50 lucas de tickets"
    if (
        end == digits_end
        and words[end : end + 2] in (("b", "tokens"), ("b", "token"), ("b", "toks"))
        and message.adjacent(end - 1)
    ):
        value, end = value * 1e9, end + 1
    if halves := _and_a_half(words, end):
        value, end = value + (_SCALES[words[end - 1]] if end > digits_end else 1.0) / 2, halves
    elif (
        end == digits_end and _word(words, end) in _SUMS and (part := _part_of_coin(words, end + 1))[0] and value < 100
    ):
        return Numeral(value + part[0], i, part[1], False)
    return Numeral(value, i, end, end == digits_end)


def _ends_word(message: Message, i: int) -> bool:
    """Whether a word or number stands right before token i."""
    return i > 0 and message.adjacent(i - 1) and message.tokens[i - 1].kind != "mark"


def _is_other(message: Message, i: int) -> bool:
    """A letter that only looks like a scale: "3 m" after a space, "5 mm" of a part, "2 k" of nothing."""
    word = message.words[i]
    if word not in _SYMBOLS:
        return False
    if message.adjacent(i - 1):
        return False
    return word != "k" and word not in ("mill", "mln", "mio", "bn")


_STARTS = frozenset({*_TENS, *_HUNDREDS, *_HALVES, *_FEW, "mil", "a", "an", "millon", "hundred", "thousand"})
_COUNTED_BY = _SUMS | wordset("a per pages quid bucks")
_WHOLE_SCALES = frozenset(_SCALES) - _SYMBOLS


def _from_words(words: tuple[str, ...], i: int) -> Numeral | None:
    if words[i] in ("hundred", "thousand"):
        return (
            Numeral(100.0 if words[i] == "hundred" else 1e3, i, i + 1, False)
            if _word(words, i + 1) in _COUNTED_BY
            else None
        )  # "budget hundred a month"
    return _coin_and(words, i) or _half_of(words, i) or _few(words, i) or _counted(words, i)


def _coin_and(words: tuple[str, ...], i: int) -> Numeral | None:
    """ "A buck fifty", "dólar y medio": a coin, named without a number or with the article, and the part of one after it."""
    at = i + (_word(words, i) in _ARTICLES)
    if _word(words, at) not in _WHOLE_COINS:
        return None
    part, end = _part_of_coin(words, at + 1)
    return Numeral(1 + part, i, end, False) if part else None


def _part_of_coin(words: tuple[str, ...], i: int) -> tuple[float, int]:
    """What follows a coin and is a part of it ("y medio", "fifty", "con veinte"), and where it ends; 0 where nothing is."""
    if halves := _and_a_half(words, i):
        return 0.5, halves
    at = i + (_word(words, i) in ("con", "y", "and"))
    cents, end = _below_hundred(words, at)
    if cents is None and at > i and _word(words, at).isdigit() and len(words[at]) == 2:
        cents, end = float(words[at]), at + 1
    if not cents or cents < 5 or _word(words, end) in _AFTER_ANOTHER:
        return 0.0, i
    return cents / 100, end


def _word(words: tuple[str, ...], i: int) -> str:
    return words[i] if i < len(words) else ""


def _half_of(words: tuple[str, ...], i: int) -> Numeral | None:
    """ "half a million", "medio millón"."""
    if _word(words, i) not in _HALVES:
        return None
    i_scale = i + 1 + (_word(words, i + 1) in _ARTICLES)
    scale = _word(words, i_scale)
    if scale in _COINS or scale in _SHEETS:
        return Numeral(0.5, i, i_scale, True)
    return Numeral(_SCALES[scale] / 2, i, i_scale + 1, False) if scale in _WHOLE_SCALES else None


def _few(words: tuple[str, ...], i: int) -> Numeral | None:
    """ "un par de gigas", "a couple of thousand", "una docena"."""
    at = i + (_word(words, i) in _ARTICLES)
    if _word(words, at) not in _FEW:
        return None
    value, end = float(_FEW[words[at]]), at + 1
    if _word(words, end) in ("de", "of"):
        end += 1
    if _word(words, end) in ("hundred", *_WHOLE_SCALES):
        value, end = value * _SCALES.get(words[end], 100.0), end + 1
    return Numeral(value, i, end, False)


def _counted(words: tuple[str, ...], i: int) -> Numeral | None:
    """Groups below a thousand, each with its scales: "dos millones quinientos mil", "a hundred and twenty"."""
    total, end = 0.0, i
    while True:
        group, after = _group(words, end)
        if group is None:
            scale = _word(words, end)
            alone = scale == "mil" or (scale == "millon" and _and_a_half(words, end + 1)) or (end > i and total)
            if not (alone and scale in _WHOLE_SCALES):
                break
            group, after = 1.0, end
        halves = _and_a_half(words, after)
        if halves and _word(words, halves) in _WHOLE_SCALES:
            group, after = group + 0.5, halves
        scale_value = 1.0
        while _word(words, after) in _WHOLE_SCALES:
            scale_value *= _SCALES[words[after]]
            after += 1
        if halves := _and_a_half(words, after):
            group, after = group + 0.5, halves
        if not total and scale_value == 1 and _word(words, after) in _SUMS:
            part, end_of_part = _part_of_coin(words, after + 1)
            group, after = (group + part, end_of_part) if part else (group, after)
        if total and (scale_value >= total or group * scale_value >= total):
            break
        total, end = total + group * scale_value, after
        if scale_value == 1.0:
            break
    return Numeral(total, i, end, False) if end > i else None


def _and_a_half(words: tuple[str, ...], i: int) -> int:
    """Where "y medio" or "and a half" at i ends; 0 where it is not there."""
    if _word(words, i) not in ("y", "and"):
        return 0
    at = i + 1 + (_word(words, i + 1) in ("a", "an"))
    return at + 1 if _word(words, at) in _HALVES else 0


def _group(words: tuple[str, ...], i: int) -> tuple[float | None, int]:
    """A number below a thousand at i, and where it ends; None where there is none."""
    word = _word(words, i)
    if word in _ARTICLES and _word(words, i + 1) in ("hundred", *_WHOLE_SCALES):
        if words[i + 1] != "hundred":
            return 1.0, i + 1
        rest, end = _below_hundred(words, i + 2 + (_word(words, i + 2) == "and"))
        return (100.0 + rest, end) if rest is not None else (100.0, i + 2)
    if word in _HUNDREDS:
        rest, end = _below_hundred(words, i + 1)
        return (_HUNDREDS[word] + rest, end) if rest is not None else (float(_HUNDREDS[word]), i + 1)
    value, end = _below_hundred(words, i)
    if value is not None and _word(words, end) == "hundred":
        rest, after = _below_hundred(words, end + 1 + (_word(words, end + 1) == "and"))
        return (value * 100 + rest, after) if rest is not None else (value * 100, end + 1)
    return value, end


def _below_hundred(words: tuple[str, ...], i: int) -> tuple[float | None, int]:
    word = _word(words, i)
    if word in _TENS:
        at = i + 1 + (_word(words, i + 1) == "y")
        unit = _UNITS.get(_word(words, at), 0)
        return (float(_TENS[word] + unit), at + 1) if 0 < unit < 10 else (float(_TENS[word]), i + 1)
    return (float(_UNITS[word]), i + 1) if word in _UNITS else (None, i)
