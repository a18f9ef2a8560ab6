"""Which memory a size is said to be of: a card's, the machine's, a disk's, or no memory at all."""

from __future__ import annotations

import itertools
from bisect import bisect_left

from advisor.understand.amounts.amounts import Amount
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import MACHINE, Reading
from advisor.understand.words.text import wordset


def memory_tag(reading: Reading, size: Amount) -> str:
    """Which memory a size is said to be of: "vram", "ram", "disk", "file", or "" where nothing says so."""
    clause, words = reading.clause(size.start), reading.message.words
    if line := _line_label(reading, size):
        return line
    if words[max(size.start - 2, 0) : size.start] in (("ram", "?"), ("vram", "?")):
        return words[size.start - 2]  # "ram? 32"
    if size.unit and words[size.end : size.end + 1] in _HOST:
        return "ram"  # "12 GB of VRAM, 32 GB system"
    if _is_data(reading, size) or _is_downloaded(reading, size) or _is_of_a_model(reading, size):
        return "file"
    if is_in_use(reading, size):
        return "file"
    if _is_room(reading, size):
        return "disk"
    hits = [h for h in reading.longest("memory") if h.start >= size.end and h.start - size.end <= 3]
    hits = [
        h
        for h in hits
        if h.start < clause[1] + 1
        and not _other_amount(reading, size.end, h.start)
        and not _of_none(reading, h)
        and not _AND & set(words[size.end : h.start])
    ]
    if hits:
        nearest = min(hits, key=lambda h: (h.start, -h.length))
        plain = words[nearest.end - 1] in ("memory", "memoria")
        near = (
            size.start - 4
            if plain
            else size.start - 2
            if words[size.start - 1 : size.start] in _HOLDING
            else size.start
        )
        cards = (h for h in reading.of("memory", "vram") if max(near, clause[0]) <= h.start and h.end <= size.start)
        on_card = any(not _of_none(reading, h) for h in cards)
        return "vram" if on_card else nearest.value  # "a GPU with 8GB of memory", "una tarjeta de 8 GB de RAM"
    if _is_housed(reading, size):
        return ""
    before = [h for h in reading.longest("memory") if clause[0] <= h.start and 0 <= size.start - h.end <= 3]
    before = [h for h in before if not _other_amount(reading, h.end, size.start) and not _of_none(reading, h)]
    if before:
        return max(before, key=lambda h: h.end).value
    if clause[0] > 0:
        label = [h for h in reading.longest("memory") if h.end == clause[0] - 1 or h.end == clause[0]]
        if (label and reading.message.words[clause[0] - 1 if clause[0] else 0] == ":") or (
            label and reading.message.words[clause[0]] == ":"
        ):
            return label[-1].value
    return ""


_AND = frozenset(("y", "and", "+", "plus", "&"))
_HOLDING = (("de",), ("con",), ("of",), ("with",), ("has",), ("have",), ("tiene",), ("lleva",), ("trae",))
_WITH = (("de",), ("con",), ("of",), ("with",))
_HOST = (("system",), ("sistema",), ("host",))
_STUFFS = ("ram", "vram", "ddr", "gddr", "lpddr", "hbm", "mem", "video", "vide", "system", "sistem", "unif", "gpu", "graf", "tarj",
           "disco", "disk", "ssd", "nvme", "swap")  # fmt: skip
_POINTERS = wordset("la las los el lo the my mi those them it which cual cuales fast dedicated shared compartida")


def _is_data(reading: Reading, size: Amount) -> bool:
    """ "2 GB of chat logs", "30 gigas de fotos": so much of what is no memory."""
    words = reading.message.words[size.end : size.end + 3]
    if len(words) < 2 or words[0] not in ("of", "de") or not words[1].isalpha() or not size.unit:
        return False
    if reading.has("machine", start=reading.sentence(size.start)[0], end=size.start):
        return False  # "un portátil con 8 gigas de toda la vida"
    stuff = words[1] in _POINTERS or any(w.startswith(_STUFFS) for w in words[1:])
    return not stuff and not reading.is_taken(size.end, size.end + 2)


def _is_downloaded(reading: Reading, size: Amount) -> bool:
    """ "Lo descargo, son 9 gb": the size of a file. Of "M3 Pro 18GB, what do I download?" it is the machine's."""
    if size.start and reading.taken[size.start - 1] == MACHINE:
        return False
    start, end = reading.sentence(size.start)
    start, end = max(start, size.start - _DOWNLOAD_WITHIN), min(end, size.end + _DOWNLOAD_WITHIN)
    words = reading.message.words[start:end]
    return any(w.startswith(_DOWNLOADS) for w in words) and not reading.has(
        "memory", "ram", "vram", start=start, end=end
    )


def _is_of_a_model(reading: Reading, size: Amount) -> bool:
    """ "A 37GB model", "el archivo pesa 40 GB": what the weights take, and then whatever is said to need as much."""
    if reading.has("memory", "vram", "ram", start=size.end, end=size.end + 2) and not _is_asked(reading, size):
        return False
    numbers = reading.numbers
    last = bisect_left(numbers, size.end, key=lambda n: n.start)
    first = bisect_left(numbers, size.start - _SAID_WITHIN, hi=last, key=lambda n: n.start)
    same = [n for n in numbers[first:last] if n.value == numbers[last - 1].value]
    ends = ((n.start, n.end + (reading.message.words[n.end : n.end + 1] == ("+",))) for n in same)
    said = [(start, units[0].end) for start, end in ends if (units := reading.at(end, "unit"))]
    return any(_weighs(reading, start, end) for start, end in said)


def _weighs(reading: Reading, start: int, end: int) -> bool:
    """Whether the size there is said to be of weights or a file."""
    words, first = reading.message.words, reading.sentence(start)[0]
    if words[start - 1 : start] in _ONE and words[end : end + 1] in _WEIGHTS:
        return start < 2 or words[start - 2] not in _BEST
    reach = max(first, start - _WEIGHS_WITHIN)
    before = [w for w in words[reach:start] if w.isalpha()]
    noun = next((i for i in range(start - 1, reach - 1, -1) if (words[i],) in _WEIGHTS), None)
    named = noun is not None and not reading.has("memory", "ram", "vram", start=_since(words, reach, noun), end=start)
    if set(before) & _TAKING and any(a in _ITS and (b,) in _WEIGHTS for a, b in itertools.pairwise(before)):
        return True  # "the model I use takes 18 GB"
    of_it = words[start - 1 : start] == ("de",) and words[start - 2 : start - 1] in _WEIGHTS
    return bool(_WEIGHING & set(before)) or (named and bool(_BEING & set(before))) or of_it


def _since(words: tuple[str, ...], reach: int, noun: int) -> int:
    """From where memory that is told would be what is spoken of: after "but", what comes before is another matter."""
    return next((i for i in range(noun, reach - 1, -1) if words[i] in _BUT), reach)


_BUT = wordset("but and y pero however aunque though")


def _is_asked(reading: Reading, size: Amount) -> bool:
    """ "Does my RAM need to be over 120GB to load it?"."""
    start, end = reading.sentence(size.start)
    return reading.message.is_question(size.start) and any(
        w.startswith(_LOADING) for w in reading.message.words[start:end]
    )


_ONE = (("a",), ("an",), ("the",), ("this",), ("that",), ("un",), ("el",), ("este",), ("ese",))
_WEIGHTS = (("model",), ("models",), ("file",), ("files",), ("gguf",), ("weights",), ("quant",), ("checkpoint",), ("modelo",),
            ("archivo",), ("archivos",), ("fichero",), ("ficheros",), ("pesos",))  # fmt: skip
_BEST = wordset("best mejor good better top fastest")
_WEIGHS_WITHIN = 7
_SAID_WITHIN = 40
_WEIGHING = wordset("weighs weigh weighing pesa pesan pesaba pesando ocupa ocupan")
_TAKING = wordset("takes took uses used needs eats fills ocupa usa gasta necesita come consume tarda")
_ITS = wordset("the my this el mi ese este")
_BEING = wordset("is are was es son over mide size tamano looks look seems parece")
_LOADING = ("load", "carg", "need", "necesit", "hold", "fit", "cab", "run", "requ", "hace", "falta")


def is_in_use(reading: Reading, size: Amount) -> bool:
    """ "It's using 24GB of RAM", "consume 12 gigas": what a program takes, where the machine's own is told besides."""
    words = reading.message.words
    verb = next(
        (i for i in range(size.start - 1, max(size.start - _USED_WITHIN, 0) - 1, -1) if words[i] in _USES), None
    )
    if verb is None or set(words[max(verb - 2, 0) : verb]) & _BY_ONESELF:
        return False
    if set(words[verb + 1 : size.start]) - _ABOUT:
        return False
    others = [h for h in reading.of("unit", "gb") if not size.start <= h.start < size.end]
    others_bare = any(
        n.start > size.end and {"have", "tengo"} & set(words[n.start - 2 : n.start])
        for n in reading.numbers_in(size.end, size.end + 8)
    )
    return bool(others) or others_bare or words[verb] not in ("usa", "uses")


_USED_WITHIN = 3
_USES = wordset(
    "using uses takes taking eats eating consumes consuming hogging usando usa consume consumiendo gasta gastando comiendo"
)
_BY_ONESELF = wordset("i im we were yo estoy estamos am are my mi pc laptop machine mac maquina portatil")
_ABOUT = wordset("about around up to like almost unos casi hasta como alrededor de ~ all over más mas")


def _is_room(reading: Reading, size: Amount) -> bool:
    """ "The total space of my laptop is 512 GB": of the disk, said before it."""
    words, (start, _) = reading.message.words, reading.clause(size.start)
    at = size.start - 1 - (words[size.start - 1] == "de")
    if not start < at or words[at] not in _BEING:
        return False
    disks = [h for h in reading.of("memory", "disk") if start <= h.start < at]
    return bool(disks) and not reading.has("memory", "ram", "vram", start=disks[-1].end, end=size.end + 3)


_DOWNLOAD_WITHIN = 10
_DOWNLOADS = ("descarg", "download", "bajando", "pulling", "gguf", "safetensors", "torrent")


def _line_label(reading: Reading, size: Amount) -> str:
    """What the line of a specification says that it is of ("Disk (/): 812G", "Memory: 16 GB")."""
    start, _ = reading.sentence(size.start)
    words = reading.message.words[start : size.start]
    if ":" not in words[:6]:
        return ""
    colon = start + words.index(":")
    if _is_housed(reading, size):
        return ""
    labels = [h for h in reading.longest("memory") if start <= h.start < colon]
    return (
        labels[0].value if labels and labels[0].start - start <= 1 and not reading.is_taken(colon, size.start) else ""
    )


def _is_housed(reading: Reading, size: Amount) -> bool:
    """ "Gpu: laptop with 8gb": behind a label, the memory of the machine that is named there."""
    start, _ = reading.sentence(size.start)
    words = reading.message.words[start : size.start]
    if ":" not in words[:4]:
        return False
    kinds = ("laptop", "desktop", "phone", "mac", "server")
    return reading.has("machine", *kinds, start=start + words.index(":"), end=size.start)


def _of_none(reading: Reading, hit: Hit) -> bool:
    """The "gpu" of "no gpu" is nobody's memory."""
    return any(n.start <= hit.start and hit.end <= n.end for n in reading.of("machine", "none"))


def _other_amount(reading: Reading, start: int, end: int) -> bool:
    return any(n.end <= end for n in reading.numbers_in(start, end)) or reading.is_taken(start, end)
