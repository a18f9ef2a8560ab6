"""Amounts: a number with its unit, its bound ("at most"), its range and its period."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from advisor.understand.amounts.uncounted import PER_MONTH, counts_nothing
from advisor.understand.words.match import Hit
from advisor.understand.words.numbers import Numeral
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

__all__ = ["PER_MONTH", "Amount", "Bound", "amounts"]

Bound = Literal["max", "min", "about", "exact"]

_DASHES = frozenset("-–—~/")
_RANGE_WORDS = frozenset({"a", "y", "to", "and", "hasta", "o", "or"})
_TRAILING = frozenset(("+", "or", "o"))
"""Words by which a bound stands after its number only ("or better", "o más")."""
_BEFORE, _AFTER = 5, 4
"""Tokens in which a bound may stand before and after its number."""


@dataclass(frozen=True, slots=True)
class Amount:
    """`low` and `high` are equal unless a range was said. `unit` is the lexicon's value, "" for none, or a currency.

    `start` to before `end` are its tokens, with the words that bind it.
    """

    low: float
    high: float
    unit: str
    bound: Bound
    period: str
    start: int
    end: int
    scaled: bool
    """Said with "k", "mil", "million"."""

    @property
    def value(self) -> float:
        return self.high


def amounts(reading: Reading) -> list[Amount]:
    """All amounts of a message, in order."""
    found: list[Amount] = []
    phrases = [*reading.longest("period"), *reading.longest("bound"), *reading.of("among")]
    codes = [h for h in reading.of("decoy") if h.length > 1]
    phrases = [h for h in phrases if not h.value.endswith("_tokens")]  # the two of "cada dos meses" counts nothing
    numbers = [
        n
        for n in reading.numbers
        if not counts_nothing(reading, n)
        and not any(h.start < n.start and n.end <= h.end for h in phrases)
        and not any(h.start <= n.start and n.end <= h.end for h in codes)
    ]
    i = 0
    while i < len(numbers):
        number = numbers[i]
        pair = _range(reading, number, numbers[i + 1]) if i + 1 < len(numbers) else None
        last = pair or number
        unit, start, end = _unit(reading, number.start, last)
        low, high = number.value, last.value
        if pair:
            first_unit, _, _ = _unit(reading, number.start, number)
            if low < high and number.bare and not last.bare and not first_unit:
                low *= _scale(last, reading)
            low, high = min(low, high), max(low, high)
        bound, start, end = _bound(reading, start, end)
        period, end = _period(reading, end)
        if period and not unit and reading.message.words[end : end + 2] in (("de", "tokens"), ("of", "tokens")):
            unit, end = "tokens", end + 2  # "80 millones al mes de tokens"
        if bound in ("exact", "about") and (closed := _closing(reading, end)):
            bound, end = "max", closed
        if not period and (unit == "tokens" or _is_currency(reading, unit)):
            period, start = _period_before(reading, start, found[-1].end if found else 0)
        scaled = not last.bare and last.value >= 1000
        wished = (
            bound in ("max", "min")
            or (bound == "about" and bool(found) and found[-1].unit == "pages")
            or (start > 0 and reading.message.words[start - 1] in _WISHING)
        )
        if not unit and not period and not scaled and wished and found and last.value > 1:
            unit = _unit_before(reading, found[-1], last)
        amount = Amount(low, high, unit, bound, period, start, end, scaled)
        found.append(_in_scale_of(reading, found[-1], amount) if found else amount)
        i += 2 if pair else 1
    return found


def _is_currency(reading: Reading, unit: str) -> bool:
    return any(h.value == unit for h in reading.of("currency"))


def _in_scale_of(reading: Reading, before: Amount, amount: Amount) -> Amount:
    """ "20 millones de tokens de entrada y 5 de salida": the five is of millions too."""
    tokens = reading.message.tokens
    if (
        amount.unit
        or amount.scaled
        or not before.scaled
        or before.unit not in ("", "tokens")
        or before.high < _SHARED_FROM
    ):
        return amount
    sides = [h for h in reading.longest("side") if h.value in ("input", "output")]
    both = all(any(a.start < h.start <= a.end + 1 for h in sides) for a in (before, amount))
    if not both or amount.high >= 1000 or tokens[before.start].sentence != tokens[amount.start].sentence:
        return amount
    scale = 1e6 if before.high >= 1e6 else 1e3
    return replace(amount, low=amount.low * scale, high=amount.high * scale, unit=before.unit, scaled=True)


_SHARED_FROM = 1e5
"""Tokens from which a figure is of many requests: "4k in and 500 out" are of one."""


def _unit_before(reading: Reading, earlier: Amount, number: Numeral) -> str:
    """ "It does 3 t/s, I need at least 15": a bare bound is of what the sentence has just counted; "" for none."""
    tokens = reading.message.tokens
    noun = (
        number.end < len(tokens) and tokens[number.end].kind == "word" and tokens[number.end].text not in _PASSED_OVER
    )
    sentence = tokens[number.start].sentence
    same = tokens[earlier.start].sentence == sentence or (
        tokens[earlier.start].sentence == sentence - 1 and earlier.unit == "params"
    )
    return earlier.unit if same and not noun and earlier.unit in ("tps", "params", "gb", "pages") else ""


_WISHING = wordset("need want quiero necesito quisiera busco pido")
_PASSED_OVER = wordset(
    "para pa for y and o or que to so mejor please porfa si if pero but en in at minimum minimo mas more al"
)


def _scale(number: Numeral, reading: Reading) -> float:
    """What the words after the digits of a number multiply it by ("7 to 10 thousand")."""
    from advisor.understand.words.numbers import parsed_digits

    digits = parsed_digits(reading.message.words[number.start])
    return number.value / digits if digits else 1.0


def _range(reading: Reading, first: Numeral, second: Numeral) -> Numeral | None:
    """The second number of "7-14", "entre 7 y 14", "de 7 a 14B"; None where the two are apart."""
    message = reading.message
    gap = message.text[message.tokens[first.end - 1].end : message.tokens[second.start].start]
    between = message.words[first.end : second.start]
    if gap.strip() in _DASHES and len(gap) <= 3 and gap.strip():
        return second
    unit = reading.at(first.end, "unit", "currency")
    if len(between) == 1 and unit and gap.strip()[-1:] in _DASHES:
        return second  # "3B-8B"
    rest = between[max((h.length for h in unit), default=0) :]
    if len(rest) != 1 or rest[0] not in _RANGE_WORDS:
        return None
    before = message.words[first.start - 1] if first.start else ""
    opened = before in ("entre", "between", "de", "from")
    both = unit and any(h.value == unit[0].value and h.start == second.end for h in reading.of(unit[0].kind))
    if rest[0] in ("a", "to") and (opened or not unit or both) and first.value < second.value * 1.0001:
        return second
    if rest[0] in ("y", "and") and before in ("entre", "between"):
        return second
    if (
        rest[0] in ("o", "or")
        and not unit
        and second.start == first.end + 1
        and first.value < second.value <= 4 * first.value
    ):
        return second
    return None


def _unit(reading: Reading, start: int, number: Numeral) -> tuple[str, int, int]:
    """The unit right after the number (past "de" and "of"), or the currency sign right before it."""
    words, end = reading.message.words, number.end
    after = end
    if after < len(words) and words[after] in ("de", "of", "+"):
        after += 1
    past = next((h.end for h in reading.at(end, "bound") if h.value == "about"), end)  # "30 y pico paginas"
    candidates = [
        h
        for at in dict.fromkeys((end, after, past))
        for h in reading.at(at, "unit", "currency")
        if h.start == end
        or (h.start == past and h.value != "params")
        or (h.start == after and (h.value != "params" or h.end - h.start > 1 or len(words[h.start]) > 1))
    ]
    candidates = [
        h
        for h in candidates
        if not (
            h.value in ("gb", "params", "seconds", "other", "USD_CENT")
            and h.length == 1
            and len(words[h.start]) == 1
            and not (_touches(reading, h.start) and _is_of_a_price(reading, h))
        )
    ]
    if candidates:
        best = max(candidates, key=lambda h: (h.start == end, h.length, h.kind == "currency"))
        unit = best.value
        tail = best.end
        if unit == "tokens" and tail < len(words):
            rate = next((h for h in reading.at(tail, "period") if h.value == "second"), None)
            if rate:
                return "tps", start, rate.end
        return unit, start, tail
    rate = next((h for h in reading.at(end, "unit") if h.value == "tps"), None)
    if rate:
        return "tps", start, rate.end
    if "grand" in words[start : number.end]:
        return "USD", start, end
    slang = next((h for h in reading.of("currency") if start <= h.start and h.end <= end), None)
    if slang:
        return slang.value, start, end  # "a tenner", "a buck fifty": number and currency in one
    if words[max(start - 1, 0)] in ("or", "o") and number.value == 2:
        single = next((h for h in reading.of("unit") if h.end == start - 1), None)
        if single:
            return single.value, start, end  # "a second or two"
    described = next((h for h in reading.of("unit", "pages") if h.start == end + 1 and words[end] in _SORTS), None)
    if described and number.value <= _ONE_TEXT:
        return described.value, start, described.end  # "60 handwritten pages"
    sign = next((h for h in reading.of("currency") if h.end == start), None) or _currency_past_bound(reading, start)
    if sign:
        return sign.value, sign.start, end
    return "", start, end


_SORTS = wordset("handwritten typed printed dense scanned full long solid single a4 typewritten closely")
_ONE_TEXT = 1000


def _is_of_a_price(reading: Reading, hit: Hit) -> bool:
    """ "40c per million": the letter is of cents beside the unit of a price only, and of a processor's cores elsewhere."""
    return reading.message.words[hit.start] != "c" or reading.has("period", "million_tokens", "thousand_tokens")


def _currency_past_bound(reading: Reading, start: int) -> Hit | None:
    """ "Pesos unos 2000", "dollars, about 50": the currency before the words that bound the number, if no sum has it."""
    bounds = [h.start for h in reading.of("bound") if h.end == start]
    if not bounds:
        return None
    counted = {n.end for n in reading.numbers}
    signs = [h for h in reading.longest("currency") if h.start not in counted]
    return next((h for h in signs if any(h.end == b or _comma(reading, h.end, b) for b in bounds)), None)


def _comma(reading: Reading, start: int, end: int) -> bool:
    return reading.message.words[start:end] == (",",)


def _touches(reading: Reading, i: int) -> bool:
    """Single letters are units only right after the digits, or after one space before the end of a clause."""
    message = reading.message
    gap = message.text[message.tokens[i - 1].end : message.tokens[i].start]
    if message.words[i + 1 : i + 2] == ("/",) and message.words[i] == "g":
        return False  # grams per something
    return gap == "" or (gap in (" ", "-") and message.words[i] in ("b", "g"))


def _bound(reading: Reading, start: int, end: int) -> tuple[Bound, int, int]:
    """The nearest word that bounds the amount: before it within the clause, or right after it."""
    clause_start, clause_end = reading.clause(start)
    until_now = [h for h in reading.of("scope", "today") if h.length > 1]  # the "hasta" of "hasta ahora" caps nothing
    hits = [
        h
        for h in reading.longest("bound")
        if clause_start <= h.start <= end + 1
        and start - h.end <= _BEFORE
        and not (reading.is_taken(h.start, h.end) or _is_name(reading, h))
        and not any(t.start <= h.start and h.end < t.end for t in until_now)
    ]  # the Max of "M4 Max 64" is a name
    before = [h for h in hits if clause_start <= h.start and h.end <= start and start - h.end <= _BEFORE]
    before = [h for h in before if not _number_between(reading, h.end, start) and not reading.is_taken(h.end, start)]
    before = [h for h in before if reading.message.words[h.start] not in _TRAILING or _leads(reading, h, start)]
    after = [h for h in hits if end <= h.start <= end + 1 and h.end <= clause_end + 1 and not _joins(reading, h)]
    chosen: Hit | None = None
    strong_after = [h for h in after if h.value in ("max", "min") and h.start - end <= 1]
    strong_before = [h for h in before if h.value in ("max", "min")]
    if strong_after and not (strong_before and strong_before[-1].end == start):
        chosen = strong_after[0]
    elif strong_before:
        chosen = max(strong_before, key=lambda h: h.end)
    elif before:
        chosen = max(before, key=lambda h: h.end)
    if chosen is None or chosen.value == "between":
        return "exact", start, end
    if chosen.value in ("max", "min", "about"):
        value = chosen.value
        if value in ("min", "max") and (_denied(reading, chosen) or _refused_beyond(reading, end, clause_end)):
            value = "max" if value == "min" else "min"
        return value, min(start, chosen.start), max(end, chosen.end)  # type: ignore[return-value]
    return "exact", start, end


def _is_name(reading: Reading, hit: Hit) -> bool:
    """ "Duolingo Max": with a capital after a name, it is part of it."""
    message = reading.message
    if message.words[hit.start : hit.end] != ("max",) or hit.start <= reading.sentence(hit.start)[0]:
        return False
    said, before = (message.text[message.tokens[i].start : message.tokens[i].end] for i in (hit.start, hit.start - 1))
    return said == "Max" and before.istitle() and before.isalpha()


def _closing(reading: Reading, end: int) -> int:
    """Where the words end that cap a sum after its period ("250 a month, hard stop"); 0 where none do."""
    near = [h for h in reading.longest("bound") if h.value in ("closing", "max") and end <= h.start <= end + 1]
    numbers = {n.start for n in reading.numbers} if near else set()
    for hit in near:
        joined = hit.start == end or reading.message.words[end] == ","
        if joined and hit.end not in numbers and (hit.value == "closing" or hit.end + 1 not in numbers):
            return hit.end
    return 0


def _leads(reading: Reading, hit: Hit, start: int) -> bool:
    """The plus sign of "+70B"."""
    message = reading.message
    return message.words[hit.start] == "+" and hit.end == start and message.adjacent(hit.start)


def _joins(reading: Reading, hit: Hit) -> bool:
    """A plus sign apart from its number joins two things and bounds nothing."""
    return reading.message.words[hit.start] == "+" and not reading.message.adjacent(hit.start - 1)


def _denied(reading: Reading, bound: Hit) -> bool:
    """ "I don't want to spend more than" and "nothing under" turn the bound round."""
    start, _ = reading.clause(bound.start)
    words = reading.message.words
    return any(
        c.value == "negate"
        and start <= c.start
        and 0 <= bound.start - c.end <= 3
        and words[c.start] not in ("menos", "sin", "without")
        for c in reading.cues
    )


def _refused_beyond(reading: Reading, end: int, clause_end: int) -> bool:
    """ "Por encima de 5 no pago", "over 10 is out": what is beyond the bound is refused."""
    words = [w for w in reading.message.words[end : min(end + 9, clause_end)] if w not in _A_MONTH]
    if any(tuple(words[: len(refusal)]) == refusal for refusal in _REFUSALS):
        return True
    return words[:1] == ["no"] and words[1:2] not in (["importa"], ["pasa"], ["more"]) and len(words) > 0


_A_MONTH = wordset("al a per mes month monthly mensual mensuales ano year dia day week semana el the € $ £") | wordset(
    "euros euro dollars dolares bucks quid pounds libras pesos"
)
_REFUSALS = tuple(
    tuple(said.split())
    for said in (
        "is out", "is too", "is more than", "is a no", "is not", "isnt", "i cant", "we cant", "wont", "would be too",
        "es demasiado", "es mucho", "ni hablar", "ni de", "imposible", "ya no", "se me va", "se nos va", "tampoco",
    )
)  # fmt: skip


def _number_between(reading: Reading, start: int, end: int) -> bool:
    return any(n.end <= end for n in reading.numbers_in(start, end))


def _period(reading: Reading, end: int) -> tuple[str, int]:
    """The period that follows the amount within a few tokens ("al mes", "/day")."""
    hits = [h for h in reading.longest("period") if end <= h.start <= end + _AFTER]
    message = reading.message
    hits = [
        h
        for h in hits
        if h.start < len(message.tokens) and message.tokens[h.start].sentence == message.tokens[end - 1].sentence
    ]
    hits = [h for h in hits if not _number_between(reading, end, h.start)]
    hits = [h for h in hits if not _OWNED & set(message.words[end : h.start])]
    if not hits:
        return "", end
    nearest = min(hits, key=lambda h: (h.start, -h.length))
    return nearest.value, nearest.end


def _period_before(reading: Reading, start: int, after: int) -> tuple[str, int]:
    """ "Al año serán 600 millones de tokens", "cada tres meses nos dan 300 euros": the period opens the clause."""
    clause, _ = reading.clause(start)
    words = reading.message.words
    hits = [
        h
        for h in reading.longest("period")
        if max(clause, after) <= h.start and h.end <= start and start - h.end <= _BEFORE and words[h.start] in _OPENING
    ]
    hits = [h for h in hits if h.value in PER_MONTH and not _number_between(reading, h.end, start)]
    return (hits[-1].value, hits[-1].start) if hits else ("", start)


_OWNED = wordset("mis my our nuestras nuestros sus their")  # "un calendario con mis tareas diarias"
_OPENING = wordset("al a por cada per every each para for")
