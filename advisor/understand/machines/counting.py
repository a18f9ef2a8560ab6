"""How many of a device are meant: "2x", "dos", "dual" before its name, "x2" after it, "3 of them" beside it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from advisor.understand.words.classes import THOSE
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_BRANDS = wordset(
    "nvidia geforce amd radeon intel apple tesla quadro gpu grafica tarjeta rtx gtx chip de of "
    "gpus graficas tarjetas placa placas card cards nos units unidades uds pcs pieces piezas"
)
_MULTIPLES = {"dual": 2, "doble": 2, "twin": 2, "triple": 3, "quad": 4}
_MOST = 64
_THEM_WITHIN = 4
_SCREEN = 10
"""Before a machine with shared memory, a larger number is its screen ("MacBook Pro 14 M1")."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Where a device begins and ends with its count; `memory_gb` of each where that stands before the name."""

    start: int
    end: int
    count: int
    memory_gb: float | None


def counted(reading: Reading, first: int, last: int, unified: bool) -> Counted:
    """How many are meant of the device named at tokens `first` to before `last`."""
    words = reading.message.words
    start, memory = _led(reading, first)
    count, begin = _before(reading, start, first, unified)
    end = last
    if count == 1 and words[end : end + 1] in _SIGNS and words[end + 1 : end + 2] and _is_digit(words[end + 1]):
        count, end = int(words[end + 1]), end + 2
    if count == 1:
        count = _so_many_of_them(reading, start, end)
        begin = first
    count *= _nodes(reading, begin)
    if not 1 <= count <= _MOST:
        count, begin = 1, start
    kept = memory if count > 1 and begin < start else None
    return Counted(begin if count > 1 else first, end, count, kept)


def _nodes(reading: Reading, begin: int) -> int:
    """ "2 nodes with 4x H100 each", "dos servidores con 4 A100 cada uno": in how many machines so many are."""
    words, at = reading.message.words, begin - 1
    if at < 1 or words[at] not in _HOLDING or words[at - 1] not in _NODES:
        return 1
    number = reading.number_ending.get(at - 1)
    each = _EACH & set(words[begin : begin + _EACH_WITHIN])
    return int(number.value) if number and each and number.value in (2, 3, 4, 8) else 1


_NODES = wordset("nodes servers machines boxes workstations nodos servidores maquinas equipos")
_HOLDING = wordset("with of having con de")
_EACH = wordset("each apiece cada")
_EACH_WITHIN = 10
_SIGNS = (("x",), ("×",), ("*",))


def _is_digit(word: str) -> bool:
    return word.isdigit() and len(word) == 1


def _led(reading: Reading, first: int) -> tuple[int, float | None]:
    """Where brands, and the memory of each ("dual 32gb MI50"), that stand between a count and the name begin; that memory."""
    words, start = reading.message.words, first
    while start > 0 and not reading.taken[start - 1] and _belongs(words, start - 1):
        start -= 1
    size = reading.number_ending.get(start - 1) if start > 1 and words[start - 1] in _GIGABYTES else None
    if size is None or size.start == 0 or reading.taken[size.start]:
        return start, None
    told = words[size.start - 1 : size.start] in _SIGNS or words[size.start - 1] in _MULTIPLES
    number = reading.number_ending.get(size.start)
    spelt = number is not None and number.value in _HANDFUL and not words[number.start].isdigit()
    return (size.start, size.value) if told or spelt else (start, None)


_GIGABYTES = frozenset(("gb", "g", "gib", "gigas", "gig", "gigs"))
_HANDFUL = (2, 3, 4, 6, 8)


def _before(reading: Reading, start: int, first: int, unified: bool) -> tuple[int, int]:
    """The count before a name whose brands begin at `start`, and where it begins; 1 where there is none."""
    words = reading.message.words
    if start > 1 and words[start - 1 : start] in _SIGNS and words[start - 2].isdigit():
        return int(words[start - 2][:4]), start - 2
    if start > 0 and words[start - 1] in _MULTIPLES:
        return _MULTIPLES[words[start - 1]], start - 1
    ends = [n for n in map(reading.number_ending.get, (start, first)) if n and start > 0]
    number = min(ends, key=lambda n: n.start, default=None)
    if number is None or reading.taken[number.start] or number.value != int(number.value):
        return 1, start
    if reading.message.adjacent(number.start - 1) and words[number.start - 1].isalpha():
        return 1, start  # "EC2 g5.xlarge"
    digits = words[start - 1].isdigit() and len(words[start - 1]) <= 2
    separated = reading.message.tokens[start - 1].kind == "number" and words[start] == "0"
    most = _SCREEN if unified else 16
    if 2 <= number.value <= most and (not number.bare or digits) and not separated:
        return int(number.value), number.start
    return 1, start


def _belongs(words: tuple[str, ...], i: int) -> bool:
    """Words between a count and the card; the point of "2 nos. A30" too."""
    return words[i] in _BRANDS or (words[i] == "." and i > 1 and words[i - 1] == "nos" and words[i - 2].isdigit())


def _so_many_of_them(reading: Reading, start: int, end: int) -> int:
    """The 3 of "P40 gang (3 of them)" and "got 3 of these: A5000"; 1 where there is none."""
    words = reading.message.words
    first = bisect_left(reading.all_numbers, start - 2 * _THEM_WITHIN, key=lambda number: number.start)
    last = bisect_left(reading.all_numbers, end + 2 * _THEM_WITHIN + 1, key=lambda number: number.start)
    for number in reading.all_numbers[first:last]:
        of_them = words[number.end : number.end + 1] in (("of",), ("de",)) and set(
            words[number.end + 1 : number.end + 2]
        )
        near = 0 <= number.start - end <= _THEM_WITHIN or 0 <= start - number.end <= _THEM_WITHIN
        by_now = _NOW & set(words[max(number.start - 3, end) : number.start]) and _is_all(
            words[number.end : number.end + 1]
        )
        if by_now and 2 <= number.value <= _BY_NOW and number.value == int(number.value):
            return int(number.value)
        if of_them and of_them <= THOSE and near and 2 <= number.value <= 16 and number.value == int(number.value):
            return int(number.value)
    return 1


_NOW = wordset("ahora now")
_BY_NOW = 8


def _is_all(after: tuple[str, ...]) -> bool:
    """Whether nothing that is counted follows: "now there are two", "ahora son dos en total"."""
    return (
        not after or not after[0].isalnum() or after[0] in ("of", "in", "en", "cards", "gpus", "tarjetas", "graficas")
    )
