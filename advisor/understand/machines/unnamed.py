"""A phone or a laptop of which neither model nor memory is said, on which the model is to run: what such a machine has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.domain.formats import number
from advisor.domain.hardware import Device, OwnedDevice
from advisor.domain.language import Localised
from advisor.domain.needs import Assumption, Needs
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_KINDS = {"phone": "some-phone", "laptop": "some-laptop"}
_OLD = wordset(
    "viejo vieja antiguo antigua viejito modesto modesta humilde basico basica barato barata sencillo flojo patata old "
    "older ancient cheap basic modest humble budget weak crappy school"
)
_OLD_WITHIN = 3
_BY_WAY = wordset("por via by over through numero number llamada llamadas call calls calling support")
"""Beside "phone" where it is a way of talking and no machine."""


@dataclass(frozen=True, slots=True)
class Unnamed:
    owned: OwnedDevice
    assumption: Assumption


def unnamed(reading: Reading, acts: Acts, needs: Needs, devices: Mapping[str, Device]) -> Unnamed | None:
    """`needs` as they are after the message. None where memory is known, or nothing of the sort is spoken of."""
    if needs.flag("local") is not True or "vram_gb" in needs or "ram_gb" in needs:
        return None
    if reading.has("machine", "desktop", "server", "cloud"):
        return None
    for kind, id_ in _KINDS.items():
        hit = next((h for h in reading.of("machine", kind) if _is_machine(reading, acts, h)), None)
        device = devices.get(id_)
        if hit and device:
            old = set(reading.message.words[max(hit.start - _OLD_WITHIN, 0) : hit.end + _OLD_WITHIN]) & _OLD
            gb = _smaller(device) if old else device.common_gb or device.memory_gb[-1]
            return Unnamed(OwnedDevice(device, gb), Assumption("ram_gb", gb, _reason(kind, gb, bool(old))))
    return None


def plain_pc(reading: Reading, acts: Acts, needs: Needs, devices: Mapping[str, Device]) -> tuple[OwnedDevice, ...]:
    """A PC or a server of which only the main memory is known: what it reads in a second is no Mac's."""
    ram = needs.number("ram_gb")
    if not ram or "vram_gb" in needs or needs.flag("local") is False:
        return ()
    hits = [*reading.of("machine", "none"), *reading.of("machine", "desktop", "server", "laptop")]
    words = reading.message.words
    said = {h.value for h in hits if not words[h.start].startswith(_OF_APPLE) and acts.keep(h.start) < Keep.NAMES}
    device = devices.get("some-laptop" if "laptop" in said else "some-pc")
    return (OwnedDevice(device, ram),) if said and device else ()


_OF_APPLE = ("mac", "imac")


def still_meant(reading: Reading, held: tuple[OwnedDevice, ...]) -> tuple[OwnedDevice, ...]:
    """The hardware that holds, less a nameless machine where the message speaks of another kind of machine."""
    kinds = {hit.value for hit in reading.of("machine", *_KINDS, "desktop", "server", "mac")}
    gone = {id_ for kind, id_ in _KINDS.items() if kinds and kind not in kinds}
    return tuple(owned for owned in held if owned.device.id not in gone)


def _is_machine(reading: Reading, acts: Acts, hit: Hit) -> bool:
    heard = acts.keep(hit.start) < Keep.NAMES and reading.polarity(hit.start, hit.end) == "yes"
    return heard and not is_of_talk(reading, hit)


def is_of_talk(reading: Reading, hit: Hit) -> bool:
    """ "It's for phone calls", "por teléfono": a way of talking, and no machine."""
    words = reading.message.words
    return bool(_BY_WAY & {*words[max(hit.start - 2, 0) : hit.start], *words[hit.end : hit.end + 1]})


def put_on_it(reading: Reading) -> Hit | None:
    """ "I only have a phone; can I deploy an LLM on it?", "tengo un portátil, quiero correr un LLM ahí"."""
    kinds = [h for h in reading.of("machine", "laptop", "phone", "mac", "desktop") if not is_of_talk(reading, h)]
    words = reading.message.words
    for i, word in enumerate(words):
        if word in _ANYTHING and i > 0 and words[i - 1].startswith(_RUNNING) and reading.message.is_question(i):
            had = [h for h in kinds if h.end <= i and _HAD & set(words[max(h.start - _HAD_WITHIN, 0) : h.start])]
            if had:
                return had[-1]
        points = word in _THERE or (word in _IT and words[max(i - 1, 0)] in ("on", "en", "in", "inside"))
        lead = words[max(i - _RUN_WITHIN, 0) : i]
        if points and any(w.startswith(_RUNNING) for w in lead) and _BY_ME & {*lead}:
            had = [h for h in kinds if h.end <= i and _HAD & set(words[max(h.start - _HAD_WITHIN, 0) : h.start])]
            if had:
                return had[-1]
    return None


_ANYTHING = wordset("algo anything something")
_THERE = wordset("ahi alli")
_IT = wordset("it there el ella este esta esto")
_RUNNING = (
    "run",
    "deploy",
    "install",
    "host",
    "corr",
    "ejecut",
    "instal",
    "mont",
    "despleg",
    "desplieg",
    "mov",
    "mueve",
    "mete",
)
_BY_ME = wordset(
    "i we llm llms model models modelo modelos ai ia quiero queremos puedo podemos podria can could something algo one uno"
)
_RUN_WITHIN = 6
_HAD = wordset("have ive got own tengo tenemos my mi")
_HAD_WITHIN = 4


def asked_there(reading: Reading) -> Hit | None:
    """ "And on a Mac?", "¿y en un mini pc?", amid the talk: the machine that it is to run on, if nothing else is said."""
    words = [w for w in reading.message.words if w.isalnum()]
    same = next((said for said in _THE_SAME if tuple(words[: len(said)]) == said), ())
    words = ["y", *words[len(same) :]] if same else words  # "same but on my mac", which asks without a question mark
    if not (reading.dialogue.turns and (reading.message.questions or same) and len(words) <= _SHORT):
        return None
    if words[:1] not in (["y"], ["and"], ["o"], ["or"], ["pero"], ["but"]) or not _ON & set(words[1:3]):
        return None
    kinds = reading.of("machine", "laptop", "desktop", "phone", "mac", "server")
    return next((h for h in kinds if set(words) <= _ASKING | set(reading.message.words[h.start : h.end])), None)


_THE_SAME = (
    ("lo", "mismo", "pero"), ("igual", "pero"), ("same", "but"), ("same", "thing", "but"), ("the", "same", "but"), ("same",),
    ("lo", "mismo"),
)  # fmt: skip
_SHORT = 7
_ON = wordset("en on in con with para for")
_ASKING = wordset(
    "y and o or pero but en on in con with para for un una a an the el la los las mi my este this that normal normalito normalita viejo "
    "vieja old plain regular simple cualquiera any corriente moderno modern nuevo new gaming gamer basico pequeno small que tal"
)
"""Words of a turn that only asks about another machine."""


def _smaller(device: Device) -> float:
    """One size below the common one."""
    common = device.common_gb or device.memory_gb[-1]
    return max((gb for gb in device.memory_gb if gb < common), default=common)


def _reason(kind: str, gb: float, old: bool) -> Localised:
    es_gb, en_gb = number(gb, "es"), number(gb, "en")
    if kind == "phone":
        which_es, which_en = ("un teléfono modesto", "a modest phone") if old else ("un teléfono", "a phone")
        return Localised(
            f"No dices qué teléfono: supongo {es_gb} GB, lo corriente en {which_es}, de los que el sistema deja cerca de la "
            "mitad. Dime el modelo o su memoria y lo recalculo.",
            f"You don't say which phone: I suppose {en_gb} GB, common for {which_en}, of which the system leaves about half. "
            "Tell me the model or its memory and I will recompute.",
        )
    which_es, which_en = ("un portátil modesto", "a modest laptop") if old else ("un portátil", "a laptop")
    return Localised(
        f"No dices qué portátil: supongo {es_gb} GB de RAM y ninguna gráfica, lo corriente en {which_es}. Dime el modelo o su "
        "memoria y lo recalculo.",
        f"You don't say which laptop: I suppose {en_gb} GB of RAM and no graphics card, common for {which_en}. Tell me the "
        "model or its memory and I will recompute.",
    )
