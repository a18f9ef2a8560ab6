"""Memory put into the machine told of before: "I ordered 32 more, so count with 48", "le puso otros 8, o sea 16"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from advisor.domain.hardware import OwnedDevice
from advisor.domain.needs import Change
from advisor.understand.amounts.amounts import Amount
from advisor.understand.machines.sizes import is_size
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.numbers import Numeral
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_MORE = wordset("more mas extra additional adicionales adicional")
_OTHERS = wordset("otros otras otro otra another extra additional")
_ADDING = (
    "add", "order", "bought", "buy", "put", "stuck", "plug", "install", "slot", "upgrad", "got", "get", "pop", "threw",
    "anad", "pedi", "pido", "encarg", "compr", "puse", "puso", "pusi", "pong", "pon", "met", "agreg", "pill", "ampli", "sum",
    "monto", "monte", "tengo", "have",
)  # fmt: skip
_GB = wordset("gb g gigas giga gigs gig gib ram de of memory memoria")
_REACH = 6
_SOLDERED = ("apple", "phone", "tablet", "board", "console")
_DOUBTS = wordset("if si could can puedo podria should deberia whether quiza maybe would might")


def read_added(reading: Reading, acts: Acts) -> list[Change]:
    """The memory that there is now, GB; nothing where more of it is only thought of."""
    held = reading.dialogue.needs.number("ram_gb")
    devices = reading.dialogue.devices
    if held is None or reading.message.questions or any(d.device.kind in _SOLDERED for d in devices):
        return []
    words = reading.message.words
    sizes = [n for n in reading.numbers if n.value == int(n.value) and is_size(n.value)]
    for number in sizes:
        if not _is_more(words, number):
            continue
        total = held + number.value
        said = next((n for n in sizes if n.value == total and n is not number), None)
        before = words[max(number.start - _REACH, 0) : number.start]
        done = any(w.startswith(_ADDING) for w in before) and not _DOUBTS & set(words[: number.start])
        if said or (done and acts.keep(number.start) < Keep.NAMES):
            return [reading.change("set", "ram_gb", total, number.start, (said or number).end)]
    return []


def _is_more(words: tuple[str, ...], number: Numeral) -> bool:
    """ "Otros 8", "32 more", "16 gigas más"."""
    if words[max(number.start - 1, 0)] in _OTHERS and number.start:
        return True
    at = number.end
    while at < len(words) and words[at] in _GB:
        at += 1
    return words[at : at + 1] != () and words[at] in _MORE


_CARDS = wordset("placa grafica tarjeta gpu card graphics vga")
_BESIDE = 5


def another_card(
    reading: Reading, acts: Acts, sizes: Sequence[Amount]
) -> tuple[Change, tuple[OwnedDevice, ...]] | None:
    """ "Y si le agrego otra placa de 16?", "if I add another 24GB card": one more card, by its memory alone."""
    held = reading.dialogue.devices
    cards = [d for d in held if not d.device.unified]
    if len(sizes) != 1 or not cards or acts.keep(sizes[0].start) >= Keep.NOTHING:
        return None
    size, words = sizes[0], reading.message.words
    near = words[max(size.start - _BESIDE, 0) : size.end + 2]
    if not (_OTHERS | {"segunda", "second"}) & set(near[:_BESIDE]) or not _CARDS & set(near):
        return None
    total = sum(d.memory_gb * d.count for d in cards) + size.high
    same = next((d for d in cards if d.memory_gb == size.high), None)
    devices = tuple(replace(d, count=d.count + 1) if d is same else d for d in held) if same else ()
    return reading.change("set", "vram_gb", total, size.start, size.end), devices
