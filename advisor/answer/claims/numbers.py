"""Numbers as people write them, in digits of both locales and in words of both languages.

Everything works on folded text (see `folding`). A number that reads differently in the two locales keeps both readings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from advisor.domain.language import Language


@dataclass(frozen=True, slots=True)
class Number:
    """`readings`: (value, step) where step is the place of the last digit written, the half of which may be rounding.

    `word`: written in words. `small`: a word up to ten, which more often counts things in the text than measures.
    """

    start: int
    end: int
    readings: tuple[tuple[float, float], ...]
    word: bool = False
    small: bool = False


LONGEST = 24
"""Characters of a number that are read; no figure of ours has more."""

_DIGITS = re.compile(
    r"(?<![\w.,])(?:\d{1,3}(?P<sep>[., '])\d{3}(?:(?P=sep)\d{3})*(?:[.,]\d+)?(?![\d])|\d+(?:[.,]\d+)?|\.\d+)"
)

_ES = {
    "cero": 0, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciseis": 16, "diecisiete": 17, "dieciocho": 18,
    "diecinueve": 19, "veinte": 20, "veintiuno": 21, "veintiun": 21, "veintidos": 22, "veintitres": 23, "veinticuatro": 24,
    "veinticinco": 25, "veintiseis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29, "treinta": 30,
    "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100,
    "ciento": 100, "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300, "cuatrocientos": 400,
    "cuatrocientas": 400, "quinientos": 500, "quinientas": 500, "seiscientos": 600, "seiscientas": 600,
    "setecientos": 700, "setecientas": 700, "ochocientos": 800, "ochocientas": 800, "novecientos": 900,
    "novecientas": 900,
}  # fmt: skip
_EN = {
    "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_ONES = {"un", "una", "uno", "one", "a"}
SCALES = {
    "mil": 1e3, "thousand": 1e3, "miles": 1e3, "millon": 1e6, "millones": 1e6, "million": 1e6, "millions": 1e6,
    "billion": 1e9, "billions": 1e9, "billon": 1e12, "billones": 1e12, "trillion": 1e12, "trillions": 1e12,
}  # fmt: skip
_OF_TENS = re.compile(
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa"
)
""" "Fifty-one", "treinta y un"."""
_WORD = re.compile(r"[a-z]+")
_SINGLE = re.compile(
    r"\b(?:menos de|mas de|under|below|less than|more than|over|within|in|en|about|around|casi|unos?|apenas|just|barely|only|solo|de|por|for|of|cuesta|costs?|tarda|takes?|llegan? a|reach(?:es)?|a|to|at|is|son|vale|cobra|charges?|pide|asks?)\s+"
    r"(?P<n>un|una|one|a|half a|medio|media)(?=\s+(?:segundo|second|minuto|minute|centimo|centavo|cent|dolar|dollar|euro)\b(?!\s*(?:opcion|puesto|modelo|option|model|plan|place|look)))"
)
_SINGLE_SPAN = re.compile(
    r"\b(?P<n>una?|one|a)(?=\s+(?:mes|month|ano|year|dia|day)\s+(?:after|before|later|earlier|antes|despues|mas tarde|older|newer)\b)"
)
""" "Under a second", "medio dólar": one, or half of one."""
_HALVES = re.compile(r"\b(?:medio millon|half a million|half million)\b")
_AND_A_HALF = re.compile(r"\s+(?:y medi[oa]|and a half)\b")


@lru_cache(maxsize=4096)
def readings(written: str) -> tuple[tuple[float, float], ...]:
    """What digits with separators may mean: "1.500" is 1500 or 1.5, "0,150" only 0.15, "1.234,5" only 1234.5."""
    text = written.replace(" ", "'")[:LONGEST]
    if text.startswith("."):
        text = "0" + text
    separators = [c for c in text if not c.isdigit()]
    if not separators:
        return ((float(text), _integer_step(text)),)
    last = separators[-1]
    head, _, tail = text.rpartition(last)
    found: list[tuple[float, float]] = []
    grouped = all(len(part) == 3 for part in re.split(r"[.,']", text)[1:]) and len(set(separators)) == 1
    if grouped and not text.startswith("0"):
        digits = re.sub(r"[.,']", "", text)
        found.append((float(digits), _integer_step(digits)))
    if last != "'" and separators.count(last) == 1:
        digits = re.sub(r"[.,']", "", head)
        found.append((float(f"{digits}.{tail}"), 10.0 ** -len(tail)))
    return tuple(found) or ((float(re.sub(r"[.,']", "", text)), 1.0),)


def _integer_step(digits: str) -> float:
    """131000 was rounded to thousands, 130 to ones: less than three zeros may be the number itself."""
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10.0**zeros if zeros >= 3 else 1.0


def find_numbers(folded: str, language: Language) -> list[Number]:
    """All numbers in order of place, without units. "un", "a", "one" count only before a scale."""
    found = [Number(m.start(), m.end(), _in_locale(folded, m, language)) for m in _DIGITS.finditer(folded)]
    found += _in_words(folded, language)
    taken = {n.start for n in found}
    for one in (*_SINGLE.finditer(folded), *_SINGLE_SPAN.finditer(folded)):
        if one.start("n") not in taken:
            value = 0.5 if one.group("n").startswith(("half", "med")) else 1.0
            found.append(Number(one.start("n"), one.end("n"), ((value, 0.1),), word=True))
    return sorted(found, key=lambda n: n.start)


_GROUPED = {"es": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+"), "en": re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")}
_SCALED = re.compile(r"\s?(?:k|m|b|t|bn|gb|mb|tb)\b|\s(?:mil|millon|million|billion)")


def _in_locale(folded: str, match: re.Match[str], language: Language) -> tuple[tuple[float, float], ...]:
    """Groups of three parted as the language parts thousands are thousands, unless a scale follows ("1.048M")."""
    both = readings(match.group())
    if len(both) > 1 and _GROUPED[language].fullmatch(match.group()) and not _SCALED.match(folded, match.end()):
        return both[:1]
    return both


def _in_words(folded: str, language: Language) -> list[Number]:
    found: list[Number] = []
    for half in _HALVES.finditer(folded):
        found.append(Number(half.start(), half.end(), ((5e5, 1e4),), word=True))
    taken = [(n.start, n.end) for n in found]
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(folded)]
    i = 0
    while i < len(words):
        run = _run(words, i, folded, language)
        if not run:
            i += 1
            continue
        start, end = words[i][1], words[i + run - 1][2]
        if not any(start < e and s < end for s, e in taken) and not _after_digits(folded, start):
            value, step = _value([w for w, _, _ in words[i : i + run]])
            tail = _AND_A_HALF.match(folded, end)
            if tail and value >= 1e6:
                scale = next(SCALES[w] for w, _, _ in reversed(words[i : i + run]) if w in SCALES)
                value, end = value + scale / 2, tail.end()
            elif tail and value == int(value):
                value, step, end = value + 0.5, 0.1, tail.end()
            found.append(Number(start, end, ((value, step),), word=True, small=value <= 10))
        i += run
    return found


def _after_digits(folded: str, start: int) -> bool:
    """ "128 mil": the word scales a number in digits, which the unit reader takes together."""
    return bool(re.search(r"\d\s?$", folded[max(0, start - 2) : start]))


def _run(words: list[tuple[str, int, int]], i: int, folded: str, language: Language) -> int:
    """How many words from the i-th on are one number; 0 where none starts there."""
    known = _ES if language == "es" else _EN
    other = _EN if language == "es" else _ES
    length, last_scale = 0, False
    for j in range(i, len(words)):
        word, start, _ = words[j]
        if j > i and folded[words[j - 1][2] : start] not in (" ", "-"):
            break
        if word in ("y", "and", "de") and length and j + 1 < len(words):
            following = words[j + 1][0]
            joins = (
                following in SCALES
                if word == "de"
                else (following in known and not last_scale)
                or (word == "y" and following in _ONES and bool(_OF_TENS.fullmatch(words[j - 1][0])))
                or (word == "and" and words[j - 1][0] == "hundred" and following in known)
            )
            if not joins:
                break
            length += 1
            continue
        if (
            word in _ONES
            and length
            and not last_scale
            and _OF_TENS.fullmatch(words[j - 1][0] if words[j - 1][0] != "y" else words[j - 2][0])
        ):
            length = j - i + 1
            break
        if word in _ONES and not length:
            if j + 1 < len(words) and (words[j + 1][0] in SCALES or words[j + 1][0] == "hundred"):
                length = 1
                continue
            break
        is_scale = word in SCALES or word == "hundred"
        if is_scale and not length and word in ("millions", "billions", "trillions", "miles", "millones", "billones"):
            break
        if not is_scale and word not in known and not (word in other and word not in ("once", "ten", "dos")):
            break
        length, last_scale = j - i + 1, is_scale
    while length and words[i + length - 1][0] in ("y", "and", "de", *_ONES):
        if (
            length > 1
            and words[i + length - 1][0] in _ONES
            and _OF_TENS.fullmatch(words[i + length - 2 - (words[i + length - 2][0] == "y")][0])
        ):
            break
        length -= 1
    return length


def _value(words: list[str]) -> tuple[float, float]:
    total, current, step = 0.0, 0.0, 1.0
    for word in words:
        if word in _ONES:
            current += 1
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES:
            scale = SCALES[word]
            step = scale / 100
            if scale == 1e3:
                total, current = total + (current or 1) * 1e3, 0.0
            else:
                total, current = (total + current or 1) * scale, 0.0
        else:
            current += _ES.get(word, _EN.get(word, 0))
            step = 1.0
    return total + current, step
