"""The card held is another one of its number: "it's the Ti", "not the Super, the plain one", "es la XTX"."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.domain.hardware import Device, OwnedDevice
from advisor.understand.machines.cards import total
from advisor.understand.machines.hardware import Found
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import Message, wordset

_SUFFIXES = wordset("ti super xt xtx gre")
_PLAIN = wordset("normal plain base vanilla regular basica basico standard pelada secas original")
_FEW = 12
"""Words of a turn that says no more than which card it is."""
_BESIDE = (
    _SUFFIXES
    | _PLAIN
    | wordset(
        "es la el lo era version modelo una un perdon perdona ojo ay uy ah eh no y a de que mi me he liado confundi equivoque digo "
        "mejor dicho si bueno en realidad solo sin it its is the a an one my mine sorry oops actually just not wait i mean meant bad "
        "mistake oh no correction well version model card only have got isnt wasnt thats that without rtx rx gtx geforce radeon nvidia tengo"
    )
)


def read_edition(reading: Reading, acts: Acts, devices: Mapping[str, Device]) -> Found | None:
    """None where the turn says anything else, or no such card is known. `devices` by id."""
    words = reading.message.words
    plain = [(i, w) for i, w in enumerate(words) if w.isalnum()]
    said = [i for i, w in plain if w in _SUFFIXES | _PLAIN]
    held = [d for d in reading.dialogue.devices if d.device.kind in ("gpu", "laptop_gpu")]
    if not said or len(plain) > _FEW or len(held) != 1 or reading.message.questions:
        return None
    if any(acts.keep(i) >= Keep.SITUATION for i in said):
        return None
    name = held[0].device.name.removesuffix(" Laptop").split()
    stem = [w for w in name if w.lower() not in _SUFFIXES]
    number = stem[-1].lower()
    if any(w not in _BESIDE and w != number for _, w in plain):
        return None
    meant = _meant(reading, said, [w.lower() for w in name if w.lower() in _SUFFIXES])
    wanted = (*(w.lower() for w in stem), *meant)
    laptop = held[0].device.kind == "laptop_gpu"
    found = next((d for d in devices.values() if _words(d) == wanted and d.kind == held[0].device.kind), None)
    if found is None and laptop:
        found = next((d for d in devices.values() if _words(d) == wanted), None)
    if found is None or found is held[0].device:
        return None
    owned = OwnedDevice(found, found.common_gb or found.memory_gb[-1], held[0].count)
    now = tuple(owned if d is held[0] else d for d in reading.dialogue.devices)
    change = reading.change("set", "vram_gb", total(now), said[0], said[-1] + 1)
    return Found((change,), now)


def _words(device: Device) -> tuple[str, ...]:
    return Message(device.name.removesuffix(" Laptop")).words


def _meant(reading: Reading, said: list[int], before: list[str]) -> list[str]:
    """The suffixes of the card that is meant: those affirmed; none where it is the plain one."""
    words = reading.message.words
    yes = [words[i] for i in said if not _is_denied(reading, i)]
    no = {words[i] for i in said if _is_denied(reading, i)}
    affirmed: list[str] = [w for w in ("ti", "super", "xt", "xtx", "gre") if w in yes]
    if affirmed:
        return affirmed
    return [] if any(w in _PLAIN for w in yes) else [w for w in before if w not in no]


def _is_denied(reading: Reading, i: int) -> bool:
    """ "Not the Super", "sin el Ti", "la Super no"."""
    words = reading.message.words
    start, _ = reading.clause(i)
    before = words[max(i - 3, start) : i]
    return bool(set(before) & {"no", "not", "isnt", "sin", "without", "wasnt"}) or words[i + 1 : i + 2] == ("no",)
