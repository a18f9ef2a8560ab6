"""Memory sizes in a message: in gigabytes, or bare where the words around say that they are memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from advisor.domain.hardware import Device
from advisor.understand.amounts.amounts import Amount
from advisor.understand.machines.anonymous import is_of_one_card
from advisor.understand.machines.memories import is_in_use
from advisor.understand.words.classes import MACHINES
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import MACHINE, Reading
from advisor.understand.words.text import wordset

_UNITS = {"gb": 1.0, "tb": 1024.0, "mb": 1 / 1024}
_MOST_GB = 4096.0
_SOLD = (1, 2, 3, 4, 6, 8, 10, 11, 12, 16, 18, 20, 22, 24, 32, 36, 40, 48, 64, 80, 96, 128, 192, 256, 384, 512)
"""Sizes that memory comes in, GB: "16380MiB" and "62.7 GiB" are read as the nearest one."""
_MEMORIES = (("ram",), ("vram",), ("memoria",), ("memory",), ("ddr",), ("lpddr",), ("hbm",))
_ON_VIDEO = (("video",), ("grafica",), ("graficos",), ("placa",), ("gpu",))
_NEAR = 0.03
_JOINING = wordset(
    "y and e con with para for pa que to cada each en on in or o tengo x as como de le lo la me te nos se les i we it here recien ya aqui aca but pero so asi can could will would should is has puede podria puedo podriamos durante during since desde hasta until a to por"
)
"""Words after a number that are not what it counts."""
_IT_IS = frozenset((("es", "de"), ("era", "de"), ("are", "de"), ("son", "de"), ("it", "is"), ("the", "is")))
_ARTICLES = frozenset(("la", "el", "las", "los", "the", "una", "otra"))
_OF = frozenset(("de", "con", "with", ":"))
_LISTING = frozenset((",", "/", "-", "w", "with", "·", "|"))
_SHELLS = wordset("mini air studio laptop portatil mac macbook imac pad tab")
_MODELS = wordset("pro air mini max plus ultra neo tab pad note lite fe se")
_ON_TOP = frozenset(("y", "and", "+", "e", "&", "plus"))
"""Between a machine and a bare number: the memory that is listed after it, or the RAM that it has besides."""
_JOINTS = _LISTING | _ON_TOP
_RAM_FROM = 8
_FREE = wordset("libres libre free disponibles disponible available left usable spare")
_BEFORE = wordset("quedan queda usar use usarle using cuenta leaves leaving deja dejan sobran spare")
_THUS = wordset("so o sea asi ie eso effectively")
_HALF = wordset("mitad half tercio third parte rest resto")
_SHARE_WITHIN = 3
_FEW = 4
_CODE = 5
"""Tokens of a machine's code ("t14", "x1")."""
MODDED = wordset(
    "mod modded modificada modificado modificadas moddeada moddeado tuneada upgraded ampliada chinese china"
)
"""Of a card with more memory than its maker gave it."""
_NOUNS = frozenset(("one", "version", "versions", "variant", "model", "modelo", "edition", "variante"))


def sizes_said(reading: Reading, amounts: Sequence[Amount], devices: Sequence[Device] = ()) -> list[Amount]:
    """The amounts that are memory, in GB.

    `devices`: those named or held; "la de 12" is a size where one of them is sold with it. Of "2x16 GB" the high end is
    the sum and the low end one module. Of "9112MiB / 64223MiB", as tools print it, the first is what is in use.
    """
    sold = {float(gb) for device in devices for gb in device.memory_gb}
    is_modded = bool(sold) and bool(MODDED & set(reading.message.words))
    found = []
    for k, said in enumerate(amounts):
        amount = _with_disk(reading, said)
        modded = is_modded and _picks(reading, amount)
        if amount.unit in _UNITS and not (_is_generation(reading, amount) or _is_storage(reading, amount)):
            gb = _rounded(amount.high * (1.0 if _is_slip(reading, amount, bool(sold)) else _UNITS[amount.unit]))
            follows = amounts[k + 1] if k + 1 < len(amounts) and amounts[k + 1].unit != "tb" else None
            in_use = follows is not None and _slash(reading, amount, follows)
            if 0.1 <= gb <= _MOST_GB and amount.period != "second" and not in_use:
                found.append(_modules(reading, amount, gb))
        elif (
            amount.unit == ""
            and amount.period != "second"
            and not amount.scaled
            and 1 <= amount.high <= 2048
            and _is_digits(reading, amount)
        ):
            listed = beside(reading, amount) in _LISTING
            picked = (
                (amount.high in sold and _picks(reading, amount))
                or modded
                or (listed and (not devices or amount.high in sold))
            )
            besides = beside(reading, amount) in _ON_TOP and amount.high >= _RAM_FROM
            part = (bool(sold or found) and is_share(reading, amount)) or is_of_one_card(reading, amount)
            part = part or (bool(found) and (_is_the_machines(reading, amount) or _is_had(reading, amount)))
            part = part or _is_of_mine(reading, amount, bool(found)) or _is_bought(reading, amount)
            if picked or besides or part or _says_memory(reading, amount) or _completes(reading, amount):
                found.append(amount)
    return found


def _is_slip(reading: Reading, amount: Amount, named: bool) -> bool:
    """ "A MacBook with 16MB of RAM": no computer of today has so little, and so many gigabytes many have."""
    there = named or reading.has("machine", *MACHINES)
    after = set(reading.message.words[amount.end : amount.end + 3]) & {"ram", "vram", "memory", "memoria"}
    return amount.unit == "mb" and amount.high in _SOLD[3:] and there and bool(after)


def _is_generation(reading: Reading, amount: Amount) -> bool:
    """The "G5" of "EliteBook 840 G5" is no unit; nor is that of "hay 4G", where no memory is spoken of."""
    message = reading.message
    if message.words[amount.end - 1] == "g" and amount.high in (3, 4, 5):
        beside = message.words[max(amount.start - 2, 0) : amount.start]
        near = {*message.words[amount.end : amount.end + 3], *beside}
        if _NETWORK & {*beside[-1:]} and not _MEMORY & near and not {"memoria", "memory"} & near:
            return True
    follows = amount.end < len(message.tokens) and message.tokens[amount.end].kind == "number"
    return message.words[amount.end - 1] == "g" and follows and message.adjacent(amount.end - 1)


def _with_disk(reading: Reading, amount: Amount) -> Amount:
    """ "Un portátil con 16/512": RAM and disk."""
    disk = amount.high in _DISKS and amount.high >= _DISK_TIMES * amount.low
    slash = "/" in reading.message.words[amount.start : amount.end]
    return replace(amount, high=amount.low) if disk and slash and amount.unit in ("", "gb") else amount


_DISKS = (128, 256, 500, 512, 1000, 1024, 2000, 2048)
_DISK_TIMES = 8


def is_size(gb: float) -> bool:
    """Whether memory comes in such a size, in one card or in several."""
    return gb in _SOLD or any(gb == size * count for size in _SOLD for count in (2, 3, 4))


def _rounded(gb: float) -> float:
    if gb == int(gb):
        return gb
    near = min(_SOLD, key=lambda size: abs(size - gb))
    return float(near) if gb > 1 and abs(near - gb) <= _NEAR * near else gb


def _is_digits(reading: Reading, amount: Amount) -> bool:
    """The "una" of "con una tarjeta" is no size."""
    return any(w[:1].isdigit() for w in reading.message.words[amount.start : amount.end])


def _slash(reading: Reading, first: Amount, second: Amount) -> bool:
    return (
        second.unit in _UNITS
        and reading.message.words[first.end : second.start] == ("/",)
        and first.high * _UNITS[first.unit] < second.high * _UNITS[second.unit]
    )


def _modules(reading: Reading, amount: Amount, gb: float) -> Amount:
    """ "2x16 GB": so many modules of a size."""
    words = reading.message.words
    if amount.start >= 2 and words[amount.start - 1] in ("x", "×") and words[amount.start - 2].isdigit():
        count = int(words[amount.start - 2])
        if 2 <= count <= 16:
            return replace(amount, low=gb, high=gb * count, start=amount.start)
    return replace(amount, low=gb, high=gb)


def _says_memory(reading: Reading, amount: Amount) -> bool:
    """ "16 de ram", "ram: 16", "una gráfica de 12", "3060 con 12"."""
    words = reading.message.words
    after = words[amount.end : amount.end + 2]
    if after and (after[0] in ("ram", "vram", "ddr") or (after[0] in ("de", "of") and after[1:] in _MEMORIES)):
        return True
    if after[:1] in (("de",), ("of",)) and after[1:] in _ON_VIDEO and reading.has("memory", "ram"):
        return True  # "16 de ram y 8 de video"
    before = words[amount.start - 1] if amount.start else ""
    if before in ("ram", "vram") or (before == "?" and words[amount.start - 2] in ("ram", "vram")):
        return True
    if before not in _OF or amount.start < 2 or _counts_something(reading, amount):
        return False
    if any(h.end == amount.start - 1 for h in reading.of("memory", "vram", "ram")):
        return True
    is_of = words[amount.start - 2] in ("es", "is", "son")
    named = amount.start >= 3 and reading.taken[amount.start - 3] == MACHINE
    if is_of and (named or any(h.end == amount.start - 2 for h in reading.of("memory", "vram", "ram"))):
        return True
    if amount.high in _SOLD[4:] and any(
        _ends_at(reading, h, amount.start - 1) for h in reading.of("machine", *MACHINES)
    ):
        return True
    shell = words[amount.start - 2] in _SHELLS and amount.start > 2  # "m1 air de 8"
    return reading.taken[amount.start - 2 - shell] == MACHINE


def _is_had(reading: Reading, amount: Amount) -> bool:
    """ "It uses 16GB of RAM (i have 28)": in brackets of its own, what there is."""
    words = reading.message.words
    opened = words[max(amount.start - 3, 0) : amount.start]
    closed = words[amount.end : amount.end + 1] in ((")",), ())
    if bool(opened) and "(" in opened and bool(_HAVING & set(opened)) and closed and amount.high >= _RAM_FROM:
        return True
    last = words[amount.start - 1]
    had = last in _HAVING or (last in _NO_MORE and bool(_HAVING & set(opened)))
    had = had or (last in _ON and bool(_STAYING & set(opened)))
    after = words[amount.end] if amount.end < len(words) else ""
    ends = not after[:1].isalnum() or after in _ON_TOP or after in _BUT
    return had and ends and amount.high in _SOLD[3:]


_HAVING = wordset("have ive got tengo tenemos")
_NO_MORE = wordset("only just solo")
_BUT = wordset("but so pero asi")
_ON = wordset("on at with con en de")
_STAYING = wordset("still stuck im sigo sigue ando voy tiro stay staying")


def _is_of_mine(reading: Reading, amount: Amount, told: bool) -> bool:
    """ "My wife's laptop has 16GB, mine only 8", "el mío 16": what one's own has, where the other's machine or size is told."""
    words = reading.message.words
    first = max(reading.sentence(amount.start)[0], amount.start - _MINE_WITHIN)
    at = next((i for i in range(amount.start - 1, first - 1, -1) if words[i] in _MINE), None)
    if at is None or amount.high not in _SOLD[3:] or _counts_something(reading, amount):
        return False
    named = told or any(h.end <= at for h in reading.of("machine", *MACHINES))
    return named and set(words[at + 1 : amount.start]) <= _MINE_HAS


def _is_bought(reading: Reading, amount: Amount) -> bool:
    """ "Al final me compré la de 16", "went for the 24 one": which of the cards spoken of it was."""
    words = reading.message.words
    before = words[max(amount.start - _BOUGHT_WITHIN, reading.sentence(amount.start)[0]) : amount.start]
    sought = any(w.startswith(_BOUGHT) for w in before) and not reading.message.is_question(amount.start)
    return sought and amount.high in _SOLD[3:] and _picks(reading, amount) and not reading.has("currency")


_BOUGHT_WITHIN = 6
_BOUGHT = (
    "bought",
    "got",
    "gett",
    "went",
    "ordered",
    "picked",
    "grabbed",
    "compr",
    "pill",
    "pedi",
    "cogi",
    "eleg",
    "agarr",
    "quede",
)
_MINE_WITHIN = 6
_MINE = wordset("mine mines mio mia nuestro nuestra ours")
_MINE_HAS = wordset(
    "has have got is are only just with tiene es de lleva trae son solo tan con sale en cambio , : s ya"
)


def _is_storage(reading: Reading, amount: Amount) -> bool:
    """ "16 GB, 1 TB, RTX 4070": terabytes are a disk's, unless memory is named right beside them ("1 TB of RAM")."""
    if amount.unit != "tb":
        return False
    words = reading.message.words
    after = [w for w in words[amount.end : amount.end + 3] if w not in ("de", "of", "in", "en")][:2]
    before = [w for w in words[max(amount.start - 3, 0) : amount.start] if w.isalpha()][-1:]
    return not any(w in _MEMORY or w.startswith(("memor", "ddr", "lpddr")) for w in (*after, *before))


_NETWORK = wordset(
    "hay red no sin via over cobertura signal have got theres tenemos tengo datos conexion wifi only solo"
)
_MEMORY = wordset("ram vram unified unificada hbm dram")


def _is_the_machines(reading: Reading, amount: Amount) -> bool:
    """ "My card has 11 GB and the PC 64": right behind a machine, where another size was said."""
    named = any(h.end == amount.start for h in reading.of("machine", "desktop", "laptop", "server", "mac"))
    article = reading.message.words[max(amount.start - 2, 0) : amount.start - 1] in (
        ("el",),
        ("the",),
        ("mi",),
        ("my",),
        ("la",),
    )
    return named and article and amount.high in _SOLD[3:] and not _counts_something(reading, amount)


def _ends_at(reading: Reading, machine: Hit, end: int) -> bool:
    """Whether a machine's name ends there, with the code of its model ("thinkpad t14 de 16")."""
    code = reading.message.words[machine.end : end]
    return machine.end == end or (
        0 < len(code) <= _CODE
        and all(w.isdigit() or w in _MODELS or (len(w) <= 2 and w.isalpha()) for w in code)
        and any(w.isdigit() or w in _MODELS for w in code)
    )


def beside(reading: Reading, amount: Amount) -> str:
    """What joins a bare number to the machine named right before it: "," in "Mac mini M4, 24", "y" in "una 4060 y 16"; "" if nothing does."""
    words = reading.message.words
    if amount.start < 2 or _counts_something(reading, amount) or amount.high not in _SOLD:
        return ""
    at = amount.start - 1
    at -= words[at] == "/" and words[at - 1] == "with"
    joint = words[at]
    coded = reading.of(
        "machine", "laptop", "mac", "server", "desktop"
    )  # a phone's number is its model's ("redmi note 12")
    if any(_ends_at(reading, h, amount.start) and h.end < amount.start for h in coded):
        return "," if amount.high >= _RAM_FROM else ""  # "thinkpad x1 32"
    end = at - (at > 1 and words[at - 1] in _SHELLS)
    named = (end > 0 and reading.taken[end - 1] == MACHINE) or any(
        _ends_at(reading, h, at) for h in reading.of("machine", *MACHINES, "none")
    )
    return joint if named and joint in _JOINTS else ""


def is_share(reading: Reading, amount: Amount) -> bool:
    """Whether a number, with a unit or without, is said to be what is left of something."""
    words = reading.message.words
    if is_in_use(reading, amount):
        return False
    if not amount.unit and (amount.period or reading.at(amount.end, "period") or _counts_something(reading, amount)):
        if not set(words[amount.end : amount.end + 1]) & _FREE:
            return False  # "solo me queda 1 mes", "2 weeks left"
    before = words[max(amount.start - _SHARE_WITHIN, 0) : amount.start]
    if set(words[amount.end : amount.end + 2]) & _FREE or set(before) & _BEFORE:
        return True
    return bool(set(before) & _THUS and set(words[: amount.start]) & _HALF)


def _completes(reading: Reading, amount: Amount) -> bool:
    """ "16", "de 16", after a laptop was told of and nothing more: all that the turn says."""
    dialogue = reading.dialogue
    return (
        bool(dialogue.sized)
        and reading.message.length <= _FEW
        and amount.high in _SOLD[3:]
        and dialogue.sized not in dialogue.needs
    )


def on_top(reading: Reading, amount: Amount) -> bool:
    """ "Una 4060 y 16": joined to a device, it is no memory of its own."""
    words = reading.message.words
    return amount.start > 1 and words[amount.start - 1] in _ON_TOP and reading.taken[amount.start - 2] == MACHINE


def _counts_something(reading: Reading, amount: Amount) -> bool:
    """ "Una tarjeta de 300 euros", "con 2 amigos": the number counts what follows it."""
    if amount.end >= len(reading.message.tokens):
        return False
    token = reading.message.tokens[amount.end]
    if token.kind != "word" or token.clause != reading.message.tokens[amount.start].clause:
        return False
    joins = ("boundary", "scope", "bound", "own", "memory", "machine", "period")
    return token.text not in _JOINING and not any(h.start == amount.end for kind in joins for h in reading.of(kind))


def _picks(reading: Reading, amount: Amount) -> bool:
    """ "La de 12", "el de 16", "the 12 one", or right after the device's name ("4060 ti 16")."""
    words = reading.message.words
    before = words[max(amount.start - 2, 0) : amount.start]
    after = words[amount.end] if amount.end < len(words) else ""
    if reading.corrects and before in _IT_IS:
        return True
    if len(before) == 2 and before[1] == "(" and reading.taken[amount.start - 2] == MACHINE:
        return True  # "4060 Ti (16)"
    said = (words[amount.end - 1], after)
    if (
        {"each", "cada", "apiece", "una", "uno"} & set(said)
        and len(before) == 2
        and before[1] == ","
        and reading.taken[amount.start - 2]
    ):
        return True
    if (len(before) == 2 and before[0] in (*_ARTICLES, *MODDED) and before[1] == "de") or (
        after in _NOUNS and before[-1:] == ("the",)
    ):
        return True
    shell = len(before) == 2 and before[1] in _SHELLS and reading.taken[amount.start - 2] == MACHINE
    return (
        bool(before)
        and (shell or reading.taken[amount.start - 1] == MACHINE)
        and not _counts_something(reading, amount)
    )
