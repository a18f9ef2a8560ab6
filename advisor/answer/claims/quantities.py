"""Figures: numbers with their unit, in one base unit each, found in folded text.

Base units: tokens, tokens/s, tokens/month, params (a count), GB (10^9 bytes), GB/s, s, %, x (times), score (0..1), usd, usd/M (per million
tokens), usd/month, usd/other, money (another currency), page, word, word/s, bits, date (ISO text), place (in the ranking), count:NOUN, bare.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from advisor.answer.claims.dates import find_dates
from advisor.answer.claims.numbers import SCALES, Number, find_numbers
from advisor.answer.claims.rates import CURRENCY_AFTER, CURRENCY_BEFORE, PER, money_unit, starts_amount
from advisor.answer.claims.wordy import HALF_AFTER, faced, in_cents, second_pairs, shares, told_alone
from advisor.domain.language import Language

Bound = Literal["", "min", "max"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """`readings`: (value in the base unit, step). `iso`: the date, for unit "date". `scaled`: K, M or a scale word was written."""

    start: int
    end: int
    readings: tuple[tuple[float, float], ...]
    unit: str
    approx: bool = False
    bound: Bound = ""
    iso: str = ""
    scaled: bool = False
    small: bool = False
    part: Literal["", "low", "high"] = ""
    """Which end of a range it is: of "20-44 tokens/s", of "between 6 and 8 GB"."""


_SUFFIX = re.compile(
    r"(?P<scale>\s?(?:k|m|mm|b|bn|t)(?![a-z0-9])|\s(?:mil millones|miles de millones|mil|thousand|millon(?:es)?|millions?|"
    r"billions?|billon(?:es)?|trillions?)\b)"
)
_LETTERS = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12}
_OF = r"(?:\s+(?:de|of|in|en))?"
_KIND = r"(?:\s+(?:de\s+)?(?:input|output|context|prompt|completion|entrada|salida|contexto|ventana))?"
_TOKENS = r"tok(?:en)?s?\b"
_SECOND = r"(?:\s*/\s*|\s+(?:por|per|a|al|cada|each)\s+)(?:s|seg|segundo|second|sec)\b"
_MONTH = r"(?:\s*/\s*|\s+(?:al|por|per|a|each|cada|every)\s+)(?:mes|month|mo)\b|\s+(?:mensual(?:es|mente)?|monthly)\b"

_UNITS: tuple[tuple[re.Pattern[str], str, float], ...] = tuple(
    (re.compile(pattern), unit, factor)
    for pattern, unit, factor in (
        (rf"{_OF}{_KIND}[\s-]*(?:{_TOKENS})(?:{_SECOND})|\s*(?:tok|t)/s\b|\s*tps\b", "tokens/s", 1.0),
        (rf"{_OF}{_KIND}[\s-]*(?:{_TOKENS})(?:\s*/\s*|\s+(?:por|per|a)\s+)(?:min|minuto|minute)\b", "tokens/s", 1 / 60),
        (rf"{_OF}{_KIND}[\s-]*(?:{_TOKENS})(?:{_KIND})(?:{_MONTH})", "tokens/month", 1.0),
        (rf"{_OF}{_KIND}[\s-]*(?:{_TOKENS})(?:\s*/\s*|\s+(?:al|por|per|a)\s+)(?:dia|day)\b", "tokens/month", 30.0),
        (rf"{_OF}{_KIND}[\s-]*(?:{_TOKENS})", "tokens", 1.0),
        (rf"{_OF}(?:\s+(?:total|active|activated))?[\s-]*param(?:etro|eter)?s?\b", "params", 1.0),
        (r"\s*(?:gb|gib|gigabytes?|gigas?)\s*/\s*s\b", "GB/s", 1.0),
        (r"\s*-?(?:gb|gib|gigabytes?|gigas?)\b", "GB", 1.0),
        (r"\s*-?(?:mb|mib|megabytes?|megas?)\b", "GB", 1e-3),
        (r"\s*-?(?:tb|tib|terabytes?|teras?)\b", "GB", 1e3),
        (r"\s*(?:ms|milisegundos?|milliseconds?)(?:\s*/\s*|\s+(?:por|per)\s+)tok(?:en)?\b", "s/token", 1e-3),
        (r"\s*(?:ms|milisegundos?|milliseconds?)\b", "s", 1e-3),
        (r"(?:\s*|-)(?:s|segs?|segundos?|seconds?|secs?)\b", "s", 1.0),
        (r"\s*(?:minutos?|minutes?|mins?)\b", "s", 60.0),
        (r"\s*(?:%|por ciento|percent|per cent|por cien\b)", "%", 1.0),
        (r"\s?x(?![a-z0-9])|\s+(?:veces|times|fold)\b|-fold\b", "x", 1.0),
        (rf"{_OF}\s*-?(?:paginas?|pages?|pags?)\b", "page", 1.0),
        (rf"{_OF}\s*(?:(?:english|spanish) )?(?:palabras?|words?)(?: inglesas| espanolas)?{_SECOND}", "word/s", 1.0),
        (
            rf"{_OF}\s*(?:(?:english|spanish) )?(?:palabras?|words?)(?: inglesas| espanolas)?(?:\s*/\s*|\s+(?:por|per|a)\s+)(?:min|minuto|minute)\b",
            "word/s",
            1 / 60,
        ),
        (rf"{_OF}\s*(?:palabras?|words?)\b", "word", 1.0),
        (r"[\s-]*bits?\b", "bits", 1.0),
        (r"\.?[oaº°](?![a-z0-9])|(?:st|nd|rd|th)\b", "place", 1.0),
        (r"(?:\s+(?:puntos?|points?))?\s*(?:/|\bde|\bsobre|\bout of|\bof)\s*100\b(?!\s*(?:%|mil|tok))", "score", 0.01),
        (r"(?:\s+(?:puntos?|points?))?\s*(?:/|\bsobre|\bout of)\s*10\b(?![.,]?\d)", "score", 0.1),
        (r"\s*(?:puntos? porcentuales|percentage points?)", "count:point", 1.0),
    )
)
_NOUNS = {
    "language": "idiomas? lenguas? languages?", "model": "modelos? models? fichas? cards? candidatos? candidates?",
    "layer": "capas? layers?", "expert": "expertos? experts?", "head": "cabezas? heads?",
    "record": "registros? ejemplos? records? examples? samples? muestras? casos?",
    "device": "gpus? tarjetas? graficas?", "provider": "proveedor(?:es)? providers?", "point": "puntos? points? elo",
    "day": "dias? days?", "month": "mes(?:es)? months?", "year": "anos? years?", "hour": "horas? hours?",
    "user": "usuarios? users? personas? people clientes? customers? descargas? downloads?",
    "request": "peticion(?:es)? consultas? requests? queries llamadas? calls? mensajes? messages? conversaciones conversations?",
    "factor": "factor(?:es)? factors?",
    "document": "documentos? documents? files? archivos?", "image": "imagenes images?",
}  # fmt: skip
_COUNTS = tuple(
    (
        re.compile(
            rf"\+?(?:\s+(?:de|of|unique|different|distintos|official|oficiales|natural|human|attention|query|kv|transformer|decoder|hidden|active|total|monthly|good|buenos))?\s+(?:{'|'.join(nouns.split())})\b"
        ),
        f"count:{noun}",
    )
    for noun, nouns in _NOUNS.items()
)
"""Nouns that a card, the guide or a need may count."""

_APPROX = re.compile(
    r"(?:\b(?:unos|unas|casi|cerca de|alrededor de|aproximadamente|aprox\.?|en torno a(?: los)?|sobre|about|around|nearly|almost|"
    r"roughly|approximately|approx\.?|circa|some|close to|just (?:over|under)|poco (?:mas|menos) de|ronda(?:n)?(?: los)?)|[~≈])\s*(?:los\s|las\s|el\s|un\s|a\s|the\s)?$"
)
_APPROX_AFTER = re.compile(r"\s*(?:,\s*)?(?:aprox|mas o menos|o asi|or so|approximately|roughly|aproximad)")
_MIN = re.compile(
    r"(?:\b(?:mas de|over|more than|at least|al menos|por lo menos|como minimo|por encima de|superior(?:es)? a|upwards of|exceeds?|above|supera(?:n)?(?: los| el)?|no bajar?i?an? de|(?:doesn't|does not|won't|never) (?:drop|fall|go) below|minimo(?: de)?|well over)|[>≥])\s*(?:los\s|las\s|the\s|un\s|a\s|el\s|la\s)?(?:us)?\$?\s?$"
)
_MIN_AFTER = re.compile(
    r"\s*(?:%|tokens?(?:/s| por segundo| per second| a second)?|gb|usd|\$)?,?\s*(?:como (?:poco|minimo)|por lo menos|al menos|at (?:the )?least|at (?:the )?minimum|or more)\b"
)
_MAX = re.compile(
    r"(?:\b(?:menos de|under|less than|fewer than|below|at most|como mucho|como maximo|por debajo de|inferior(?:es)? a|no more than|no mas de|no llega a)|[<≤])\s*(?:los\s|las\s|the\s|un\s|a\s|el\s|la\s)?(?:us)?\$?\s?$"
)
_LITTLE = re.compile(
    r"\b(?:poco|algo|apenas|just|slightly|a little|a bit|barely|little) (?:mas|menos|over|under|more|less|above|below)(?: de| than)?\s*(?:los\s|las\s|the\s|un\s|a\s|el\s|la\s)?(?:us)?\$?\s?$"
)
_NOT_MIN = re.compile(
    r"\b(?:no|ningun[oa]?|none|neither|nunca|never|tampoco|doesn't|don't)\b[^.;,]{0,20}\b(?:pasan? de|superan?|llegan? a|exceeds?|goes? (?:over|above)|cuestan? mas de|costs? more than|mas de|more than)\s*(?:los\s|the\s)?(?:us)?\$?\s?$"
)
_JOIN = re.compile(
    r"\s*(?:\$|usd)?\s*(?:-|a|to|y|e|and|o|u|or|/|hasta|,|vs\.?|versus|against|frente a|contra|(?:instead of|rather than|en vez de|en lugar de)(?: almost| nearly| about| some| only| casi| unos| unas| solo)?|compared (?:to|with)|(?:out )?of|de)\s*(?:los |las |the |el |un |tus? |sus? |your |its |~)*(?:us)?\$?\s*"
)

_PERCENTILE = re.compile(r"\s*(?:del?|of) (?:(?:the|our|todo el) )?catalog")
""" "Above 83% of the catalogue" is a place, not a bound."""
_PERCENTILE_OF = re.compile(
    r"\b(?:percentil|percentile)\s+$|\bpercentil\w*\b[^.;]{0,60}\d\b[^.;\d]{0,60}\b(?:en el|in the|at the|y el|and the)\s+$"
)
_PRICED = re.compile(
    r"(?:\s+(?:de\s+)?(?:entrada|salida|input|output))?\s*(?:cuestan?|costs?|salen?|valen?|:|=|\(|a\b|por|for|is|are|se cobra)"
)

_PRICED_LATER = re.compile(
    r"[^.;,\d]{0,50}?\b(?:cuesta|costaria|cuestan|costarian|sale|saldria|cobra|costs?|would cost|will cost|charges?|comes to)\b[^.;\d]{0,16}(?:us)?\$?\s?\d"
)


def find_quantities(folded: str, language: Language, masks: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """All quantities in order of place. `masks` are spans (names, citations) whose digits are no figures."""
    chars = list(folded)
    for start, end in masks:
        chars[start:end] = "\u0001" * (end - start)
    text = "".join(chars)
    dates = find_dates(text)
    found = [Quantity(d.start, d.end, (), "date", iso=d.iso) for d in dates]
    pers = list(PER.finditer(text))
    for start, end, value in shares(text):
        bound = _marks(text, start, end)[1]
        found.append(Quantity(start, end, ((value, 10.0),), "%", True, bound))
    blocked = [(q.start, q.end) for q in found] + [
        m.span() for m in pers if m.group("of") and not starts_amount(text, m)
    ]
    for number in find_numbers(text, language):
        if not any(number.start < end and start < number.end for start, end in blocked):
            quantity = _quantity(text, number, pers)
            found.append(quantity)
            blocked.append((quantity.start, quantity.end))
    found = [q for q in found if q.unit != "none"]
    found.sort(key=lambda q: q.start)
    return _ranges(
        text, _without_price_base(text, in_cents(text, second_pairs(text, faced(text, _inherit(text, found)))))
    )


_RANGE = re.compile(r"\s*(?P<join>-|a|to|hasta|up to|y|and|or|o)\s*(?:los |las |the )?(?:us)?\$?\s*")
_WINS_BY = re.compile(
    r"\b(?:pierden?|ganan?|loses?|wins?|beats?|trails?|leads?|caen?|vence|behind|ahead)\b[^.;,]{0,24}\s$"
)
""" "It loses 61.5 to 78.9"."""
_BETWEEN = re.compile(r"\b(?:entre|between)\s+(?:los |las |unos |about |the )?(?:us)?\$?\s*$")


def _ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """Marks the two ends of each range."""
    for i, (low, high) in enumerate(pairwise(found)):
        joined = _RANGE.fullmatch(text[low.end : high.start])
        if not joined or low.unit != high.unit or not low.readings or not high.readings or low.part:
            continue
        backwards = min(v for v, _ in low.readings) > max(v for v, _ in high.readings)
        told = low.unit == "bare" or re.search(r"[a-z%]", text[low.start : low.end])
        if backwards and told and joined.group("join") in ("to", "a"):
            continue
        if low.unit == "bare" and _WINS_BY.search(text[: low.start]):
            continue
        if joined.group("join") in ("y", "and") and not _BETWEEN.search(text[: low.start]):
            continue
        found[i], found[i + 1] = replace(low, part="low"), replace(high, part="high")
    return found


def _quantity(text: str, number: Number, pers: Sequence[re.Match[str]]) -> Quantity:
    start, end = number.start, number.end
    factor, scaled, letter = 1.0, number.word and not number.small, ""
    suffix = _SUFFIX.match(text, end)
    before_money = CURRENCY_BEFORE.search(text[max(0, start - 5) : start])
    if suffix:
        written = suffix.group("scale").strip()
        if not (written in ("t", "m", "b") and text[end : end + 3].startswith((" t ", " m ", " b "))):
            letter = written
            factor = _LETTERS.get(written) or _words_scale(written)
            scaled, end = True, suffix.end()
    if before_money:
        start -= len(before_money.group())
    after_money = None if before_money else CURRENCY_AFTER.match(text, end)
    marks = _marks(text, start, end)
    if before_money or after_money:
        if after_money:
            end = after_money.end()
        unit, money_factor = money_unit(text, end, before_money, after_money, pers)
        half = HALF_AFTER.match(text, end)
        if half and number.word:
            end, number = half.end(), replace(number, readings=tuple((v + 0.5, 0.1) for v, _ in number.readings))
        return _made(number, start, end, factor * money_factor, unit, scaled, marks)
    for pattern, unit, unit_factor in _UNITS:
        match = pattern.match(text, end)
        if match:
            told: tuple[bool, Bound] = (marks[0], "") if unit == "%" and _PERCENTILE.match(text, match.end()) else marks
            return _made(number, start, match.end(), factor * unit_factor, unit, scaled, told)
    for pattern, unit in _COUNTS:
        match = None if letter in ("b", "bn") or _CALLS.match(text, end) else pattern.match(text, end)
        if match:
            return _made(number, start, match.end(), factor, unit, scaled, marks)
    if letter in ("b", "bn"):
        return _made(number, start, end, factor, "params", scaled, marks)
    if number.small and _OF_THE_MODELS.match(text, end):
        return _made(number, start, end, factor, "count:model", scaled, marks)
    if number.small and not scaled and not _OTHER_PRICE.search(text[:start]) and not told_alone(text, start, end):
        return _made(number, start, end, factor, "none", scaled, marks)
    if not scaled and _PERCENTILE_OF.search(text[:start]):
        return _made(number, start, end, factor, "%", scaled, marks)
    if not scaled and _OF_MODELS.search(text[:start]):
        return _made(number, start, end, factor, "count:model", scaled, marks)
    return _made(number, start, end, factor, "bare", scaled, marks)


_CALLS = re.compile(r"\s+calls? (?:\w+ )?(?:tools|functions|apis)\b")
""" "All three call tools" counts no calls."""
_OF_MODELS = re.compile(r"\b(?:modelos?|models?|fichas?|cards?) (?:de|of|entre|among|out of) (?:l[oa]s|the|our)\s*$")
""" "Only one model of the 258"."""
_OF_THE_MODELS = re.compile(r"\s+(?:de|of|out of) (?:(?:l[oa]s|the|our) )?\d+ (?:modelos|models)\b")
_OTHER_PRICE = re.compile(
    r"(?:usd|\$|cents?|centavos|centimos)[^.;]{0,30}\b(?:in|out|entrada|salida|input|output)\s*(?:y|and|,)\s*$"
)
""" "Five cents in and ten ...": the ten is a price, not a word."""


def _words_scale(written: str) -> float:
    if written in ("mil millones", "miles de millones"):
        return 1e9
    return SCALES[written]


def _made(
    number: Number, start: int, end: int, factor: float, unit: str, scaled: bool, marks: tuple[bool, Bound]
) -> Quantity:
    values = tuple((value * factor, step * factor) for value, step in number.readings)
    return Quantity(start, end, values, unit, marks[0], marks[1], scaled=scaled, small=number.small)


_ASKED_FOR = re.compile(
    r"\s*(?:tokens? |gb )?(?:que (?:me )?(?:pides?|necesitas?|pediste|has pedido|quieres|exiges|va bien)|(?:that )?(?:you|this use|the use|your \w+) (?:needs?|asked|asks?|wants?|calls? for|requires?|does well)|(?:para|for) (?:este|this) (?:uso|use))\b"
)
""" "Well above the 128K this use calls for" tells that figure itself, not just a bound."""


def _marks(text: str, start: int, end: int) -> tuple[bool, Bound]:
    before = text[max(0, start - 26) : start]
    longer = text[max(0, start - 44) : start]
    if _LITTLE.search(before):
        return True, ""
    if _ASKED_FOR.match(text, end):
        return bool(_APPROX.search(before) or _APPROX_AFTER.match(text, end)), ""
    bound: Bound = "max" if _MAX.search(before) or _NOT_MIN.search(longer) else "min" if _MIN.search(before) else ""
    if not bound and (re.match(r"\s?\+(?!\d)", text[end : end + 2]) or _MIN_AFTER.match(text, end)):
        bound = "min"
    return bool(_APPROX.search(before) or _APPROX_AFTER.match(text, end)), bound


def _inherit(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "between 6 and 8 GB", "$0.15 and 0.60": a bare number takes the unit of the one it is joined to."""
    for i in range(len(found) - 2, -1, -1):
        here, after = found[i], found[i + 1]
        joined = _JOIN.fullmatch(text[_past_rate(text, here) : after.start])
        if (
            here.unit == "bare"
            and joined
            and not here.scaled
            and after.unit == "bare"
            and after.scaled
            and after.readings[0][0] >= 1e6
        ):
            ratio = _scale_of(after)
            found[i] = replace(here, readings=here.readings + tuple((v * ratio, s * ratio) for v, s in here.readings))
        if here.unit == "bare" and joined and after.unit not in ("bare", "date"):
            scale = 1e3 if after.unit == "GB" and after.readings[0][0] < 1 else 1.0
            scale = (
                100.0 if after.unit.startswith("usd") and re.search(r"cent|¢", text[after.start : after.end]) else scale
            )
            scale = 100.0 if after.unit == "score" and here.readings[0][0] > 1 else scale
            values = here.readings
            if after.scaled and not here.scaled:
                ratio = 10.0 ** (
                    3 * (len(f"{after.readings[0][0]:.0f}") - 1 >= 3)
                    + 3 * (after.readings[0][0] >= 1e6)
                    + 3 * (after.readings[0][0] >= 1e9)
                )
                values = values + tuple((v * ratio, s * ratio) for v, s in here.readings)
            found[i] = replace(here, readings=tuple((v / scale, s / scale) for v, s in values), unit=after.unit)
    for i, here in enumerate(found):
        money = any(q.unit.startswith("usd") for q in found[:i])
        per = PER.match(text, here.end + (text[here.end : here.end + 1] == " "))
        if here.unit == "bare" and not here.scaled and money and per and (per.group("mtok") or per.group("mtok2")):
            found[i] = replace(here, unit="usd/M")
    for i in range(1, len(found)):
        here, before = found[i], found[i - 1]
        later = PER.search(text, here.end)
        rated = later is not None and later.start() - here.end <= 30 and (later.group("mtok") or later.group("mtok2"))
        if before.unit == "usd" and here.unit == "bare" and not here.scaled and rated and _SIDE.match(text, here.end):
            if _OTHER_SIDE.fullmatch(text[before.end : here.start]):
                found[i - 1], found[i] = replace(before, unit="usd/M"), replace(here, unit="usd/M")
        if before.unit == "usd" and here.unit == "bare" and not here.scaled and _SIDE.match(text, here.end):
            if _OTHER_SIDE.fullmatch(text[before.end : here.start]):
                found[i] = replace(here, unit="usd")
        if before.unit == "tokens" and here.unit == "bare" and here.scaled and _SIDE.match(text, here.end):
            if _OTHER_SIDE.fullmatch(text[before.end : here.start]):
                found[i] = replace(here, unit="tokens")
    for i in range(1, len(found)):
        here, before = found[i], found[i - 1]
        if before.unit == "usd" and here.unit == "usd/M" and _OTHER_SIDE.fullmatch(text[before.end : here.start]):
            found[i - 1] = before = replace(before, unit="usd/M")
        sides = _OTHER_SIDE.fullmatch(text[before.end : here.start]) and _SIDE.match(text, here.end)
        whole = not here.scaled or here.readings[0][0] < 1000  # a number in words counts as scaled
        if here.unit == "bare" and whole and before.unit == "usd/M" and sides:
            cents = 0.01 if re.search(r"cent|¢", text[before.start : before.end]) else 1.0
            values = tuple((v * cents, s * cents) for v, s in here.readings)
            found[i] = replace(here, unit="usd/M", readings=values)
    millions = [q for q in found if q.scaled and q.unit.startswith("tokens") and q.readings[0][0] >= 1e6]
    for i in range(1, len(found)):
        here, before = found[i], found[i - 1]
        if millions and here.unit == "bare" and not here.scaled and here.start > millions[0].end:
            scaled = tuple((v * 1e6, s * 1e6) for v, s in here.readings)
            found[i] = here = replace(here, readings=here.readings + scaled)
        if (
            here.unit == "bare"
            and not here.scaled
            and not re.search(r"\b(?:tus?|your)\s+$", text[: here.start])
            and before.unit not in ("bare", "date", "x")
            and _JOIN.fullmatch(text[_past_rate(text, before) : here.start])
        ):
            found[i] = replace(here, unit=before.unit)
    return found


def _past_rate(text: str, quantity: Quantity) -> int:
    """Where "6 USD a month" ends, with its rate."""
    rate = re.match(r"\s*", text[quantity.end :])
    at = quantity.end + (rate.end() if rate else 0)
    per = PER.match(text, at) if quantity.unit.startswith("usd/") else None
    return per.end() if per else quantity.end


_SIDE = re.compile(
    r"\s*(?:(?:el |los |la )?(?:de|of|for|per|la) )?(?:entrada|input|salida|output|in\b|out\b)|"
    r"\s*(?:usd |dolares )?(?:por|for|to) (?:leer|escribir|generar|read|writ|generat)\w*"
)
_OTHER_SIDE = re.compile(
    r"(?:\s*(?:/\s*m|(?:por|per|el|a) (?:millon|million))(?: (?:de |of )?tokens?)?)?\s*(?:(?:de|of|for|la) )?(?:entrada|input|salida|output|in\b|out\b)\s*(?:y|and|,|/)\s*(?:a |por )?|"
    r"\s*(?:por|for|to) (?:a million )?(?:leer|escribir|generar|read|writ|generat)\w*(?: (?:un|one|a|cada) millon\w*| million)?(?: (?:de |of )?tokens?)?(?: read| written| leidos| escritos)?\s*(?:y|and|,)\s*"
)
""" "3.5 cents per million in and 13.8 out": the second has the first one's unit."""


def _scale_of(quantity: Quantity) -> float:
    """The scale word that a figure was written with: 1e12 for "15 billones"."""
    value = quantity.readings[0][0]
    return next(scale for scale in (1e12, 1e9, 1e6, 1e3, 1.0) if value >= scale)


def _without_price_base(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "1M tokens cost 0.15 USD": the million is what the price is for, not a claim."""
    if not any(q.unit.startswith("usd") for q in found):
        return found
    return [
        q
        for q in found
        if not (
            q.unit == "tokens"
            and q.readings[0][0] in (1e6, 1e3)
            and (_PRICED.match(text, q.end) or _PRICED_LATER.match(text, q.end))
        )
    ]
