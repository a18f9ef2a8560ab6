"""Cards told of before: gone, doubled, only some of them free, of another size; and those that a new one replaces."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

from advisor.domain.hardware import Device, OwnedDevice
from advisor.understand.amounts.amounts import Amount
from advisor.understand.machines.devices import Mention
from advisor.understand.machines.sizes import MODDED
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.classes import TOWARDS
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_TIMES = {"two": 2, "three": 3, "four": 4}
_ANOTHER = frozenset(("otra", "otro", "another", "second", "segunda", "extra", "tercera", "third", "additional"))
_ONLY = frozenset(
    ("solo", "solamente", "only", "just", "quedan", "queda", "left", "remain", "usar", "usarlas", "use", "using", "to",
     "con", "with", "funcionan", "work", "libres", "free", "disponibles", "available", "nomas")
)  # fmt: skip
_OF_THEM = (("of", "them"), ("of", "those"), ("de", "ellos"), ("de", "ellas"), ("de", "esos"), ("de", "esas"))
_SHORT = 16
_LEAVING = tuple(
    wordset(
        "vengo venia venimos pase pasado pasamos pasar salto saltar upgrad migr mov switch com "
        "replac swap trade sold sell ditch cambi sustitu reemplaz reempla jubil retir vend actualic dej devol devuel return regal"
    )
)
_GIVING = tuple(
    wordset("replac swap trade sold sell ditch sustitu reempla jubil retir vend cambi devol devuel return regal")
)
_SMALL = wordset(
    "my mi la el una un a an the de old vieja viejo antigua antiguo nvidia rtx gtx geforce amd radeon de from ya"
)
_MULLING = wordset("thinking considering wondering tempted pensando planteando planteo dudo dudando")
_PRONOUNS = frozenset(("it", "them", "that"))


def total(devices: list[OwnedDevice] | tuple[OwnedDevice, ...]) -> float:
    """Graphics memory of all cards, GB."""
    return sum(d.memory_gb * d.count for d in devices if not d.device.unified)


def is_another(reading: Reading, mention: Mention) -> bool:
    """ "Another 3060", "una segunda 4090" joins what there is, whatever else the message corrects."""
    words = reading.message.words
    return any(w in _ANOTHER for w in words[max(mention.start - 2, 0) : mention.start])


def _put_right(reading: Reading, found: list[Mention]) -> list[Mention]:
    """ "A 3060, sorry, a 4060": of two devices of a sort with the slip owned up to between them, the second."""
    slips = reading.of("misspoke", "mend")
    words, out = reading.message.words, list(found)
    for a, b in itertools.pairwise(found):
        owned_up = any(a.end <= h.start and h.end <= b.start for h in slips) and b.start - a.end <= _SLIP
        joined = {"y", "and", "+", "plus"} & set(words[max(b.start - 2, a.end) : b.start])
        if owned_up and not joined and a.device.unified == b.device.unified:
            alike = b.device.kind == "apple"  # "M2 Mac mini, I mean M4": chip and shell are one
            out = [m for m in out if m is not a and not (alike and m.device.kind == "apple" and m.start < a.start)]
    return out


_SLIP = 8
"""Tokens between two devices of which the second is what was meant."""


def still_there(reading: Reading, found: list[Mention]) -> list[Mention]:
    """The devices named without those that the person comes from: "upgraded from a 1080 to a 5060", "cambié mi 2060 por"."""
    found = _put_right(reading, found)
    if len(found) == 1:
        return [] if _given_away(reading, found[0]) or _broken(reading, found[0]) else found
    kept = [m for k, m in enumerate(found) if not _left_behind(reading, m, found, k)]
    return kept or found


def _given_away(reading: Reading, m: Mention) -> bool:
    """ "Sold the 3090s", with nothing named in their place."""
    words = reading.message.words
    at = m.start
    while at > 0 and words[at - 1] in (*_SMALL, "both", "las", "mis", "dos", "two"):
        at -= 1
    return at > 0 and words[at - 1].startswith(("vendi", "vendo", "sold", "regal", "devol", "returned"))


def _broken(reading: Reading, m: Mention) -> bool:
    """ "Se me quemó la 2080", "had a 1650, died", where it is not held: a card held is left to what is gone of it."""
    if m.device.id in {d.device.id for d in reading.dialogue.devices}:
        return False
    start, end = reading.sentence(m.start)
    at = m.start
    while at > start and reading.message.words[at - 1] in _SMALL:
        at -= 1
    return any(h.end == at or (0 <= h.start - m.end <= 1 and h.end <= end) for h in reading.of("gone"))


def _left_behind(reading: Reading, m: Mention, found: list[Mention], k: int) -> bool:
    words = reading.message.words
    sentence = reading.sentence(m.start)
    at = m.start
    while at > sentence[0] and words[at - 1] in _SMALL:
        at -= 1
    came = any(w in ("from", "de", "desde") for w in words[at : m.start])
    verb = next((w for w in reversed(words[max(at - 2, sentence[0]) : at]) if w.startswith(_LEAVING)), "")
    if verb and _MULLING & set(words[max(at - 6, sentence[0]) : at]):
        return False  # "thinking of swapping my 3060 for"
    if verb and came:
        return True
    after = words[m.end : m.end + 6]
    if verb.startswith(_GIVING) and verb:
        follows = k + 1 < len(found) and any(w in TOWARDS for w in words[m.end : found[k + 1].start])
        return bool(follows) or verb.startswith(
            ("vend", "sold", "sell", "jubil", "retir", "ditch", "devol", "devuel", "return", "regal")
        )
    if _broken(reading, m):
        return True
    gone = any(m.end <= h.start <= m.end + 5 and h.start < sentence[1] for h in reading.of("gone"))
    return gone and not any(w in TOWARDS and n.isdigit() for w, n in itertools.pairwise(after))


def replaces(reading: Reading) -> bool:
    """ "Swapped it for a 3090", "la cambié por": the cards held give way."""
    words = reading.message.words
    for i, word in enumerate(words):
        if word.startswith(("swap", "trade", "replac", "cambi", "sustitu", "reempla")) and len(word) < 14:
            near = (*words[max(i - 2, 0) : i], *words[i + 1 : i + 2])
            if any(w in (*_PRONOUNS, "la", "lo", "las") for w in near) and any(
                w in ("for", "with", "por") for w in words[i + 1 : i + 4]
            ):
                return True
    return False


def usable(reading: Reading, acts: Acts) -> tuple[OwnedDevice, ...] | None:
    """ "They only let me use two", "back to one": of several equal cards, so many. None where nothing of the sort is said."""
    held = reading.dialogue.devices
    cards = [d for d in held if not d.device.unified] or list(held)
    if not cards or sum(d.count for d in cards) < 2 or reading.message.length > _SHORT:
        return None
    for number in reading.numbers:
        before = reading.message.words[max(number.start - 4, 0) : number.start]
        unit = any(h.start == number.end for h in reading.of("unit") + reading.of("currency"))
        if number.value != int(number.value) or unit or acts.keep(number.start) >= Keep.NAMES:
            continue
        back = before[-2:] == ("back", "to") or before[-1:] == ("vuelvo",)
        of_them = reading.message.words[number.end : number.end + 2] in _OF_THEM
        if not (back or ((of_them or any(w in _ONLY for w in before)) and _says_only(reading))):
            continue
        count = int(number.value)
        if len(cards) > 1 and len({d.device.id for d in cards}) == 1:
            only = replace(cards[0], count=count)
            return (*(d for d in held if d.device.unified), only) if count < sum(d.count for d in cards) else None
        if 1 <= count < cards[-1].count:
            return tuple(replace(d, count=count) if d is cards[-1] else d for d in held)
    return None


def _says_only(reading: Reading) -> bool:
    words = reading.message.words
    return reading.has("scope", "only") or any(
        w in ("quedan", "left", "funcionan", "dejan", "nomas", "let", "allowed", "back", "alone", "sola") for w in words
    )


def resized(
    reading: Reading, sizes: list[Amount], laptop: Callable[[Device], Device]
) -> tuple[tuple[OwnedDevice, ...], Amount] | None:
    """ "It's the 12 GB one", "la de portátil, la de 4": the size of a device held, where it is sold with that one."""
    on_laptop = reading.has("machine", "laptop")
    for size in sizes:
        for held in reversed(reading.dialogue.devices):
            device = laptop(held.device) if on_laptop else held.device
            several = len(device.memory_gb) > 1 or device is not held.device
            sold = size.high in device.memory_gb and several and (on_laptop or _picks_one(reading, size))
            if sold or _is_modded(reading, device, size):
                changed = replace(held, device=device, memory_gb=size.high)
                return tuple(changed if d is held else d for d in reading.dialogue.devices), size
    return None


def on_laptop(reading: Reading, laptop: Callable[[Device], Device]) -> tuple[OwnedDevice, ...] | None:
    """ "Es de portátil", "the laptop one": the card held is its laptop version."""
    hits = reading.of("machine", "laptop")
    rest = {
        w for i, w in enumerate(reading.message.words) if w.isalnum() and not any(h.start <= i < h.end for h in hits)
    }
    if reading.message.length > _LAPTOP or not rest <= _SAYING_SO or reading.message.questions or not hits:
        return None
    held = reading.dialogue.devices
    cards = [d for d in held if not d.device.unified]
    version = laptop(cards[0].device) if len(cards) == 1 and cards[0].count == 1 else None
    if version is None or version is cards[0].device:
        return None
    kept = cards[0].memory_gb if cards[0].memory_gb in version.memory_gb else version.common_gb or version.memory_gb[-1]
    return tuple(replace(d, device=version, memory_gb=kept) if d is cards[0] else d for d in held)


_LAPTOP = 6
_SAYING_SO = wordset(
    "es de la el del un una version modelo its it is the a one variant model card gpu mobile en on in mi my eh ojo"
)
"""Words of a turn that says where the card is, and no more."""


def _is_modded(reading: Reading, device: Device, size: Amount) -> bool:
    """ "It's the modded one with 22": more than the maker sells, and not more than twice that."""
    most = max(device.memory_gb)
    return not device.unified and bool(MODDED & set(reading.message.words)) and most < size.high <= 2 * most


def _picks_one(reading: Reading, size: Amount) -> bool:
    words = reading.message.words
    before, after = words[max(size.start - 2, 0) : size.start], words[size.end : size.end + 1]
    return (before[-1:] == ("de",) and before[0] in ("la", "el", "las", "los", "version", "es", "era")) or after in (
        ("one",),
        ("version",),
        ("model",),
        ("variant",),
    )


def multiplied(reading: Reading, acts: Acts) -> tuple[tuple[OwnedDevice, ...], int, int] | None:
    """ "Actually I have two of them": the last card named, so many times."""
    cards = [d for d in reading.dialogue.devices if not d.device.unified]
    hits = [h for h in reading.of("same") if acts.keep(h.start) < Keep.NAMES]
    if not cards or not hits:
        return None
    hit = max(hits, key=lambda h: h.length)
    last = cards[-1]
    words = reading.message.words[hit.start : hit.end]
    another = any(w in ("otra", "another", "segunda", "second", "more") for w in words)
    count = last.count + 1 if another else _TIMES[hit.value]
    return tuple(replace(d, count=count) if d is last else d for d in reading.dialogue.devices), hit.start, hit.end


_MOST = 8
"""Cards in one machine."""
_FEW = 10
"""Words of a turn that says no more than how many."""
_COUNTED = wordset("cards gpus them those graficas tarjetas ellas esas iguales more mas")


def so_many(reading: Reading, acts: Acts) -> tuple[tuple[OwnedDevice, ...], int, int] | None:
    """ "Make it four", "y si fueran tres?", "and two?" of the card named last: a number too small to be its memory; or
    so many more of it."""
    cards = [d for d in reading.dialogue.devices if not d.device.unified]
    if not cards or reading.message.length > _FEW or reading.of("same"):
        return None
    card = cards[-1]
    leans = _leans(reading)
    plural = len(cards) == 1 and (
        card.count > 1 or bool({"fueran", "fuesen", "were", "son", "are", "sean"} & set(reading.message.words))
    )
    for number in reading.numbers:
        after = reading.message.words[number.end : number.end + 1]
        follows = number.end < len(reading.message.tokens) and reading.message.tokens[number.end].kind == "word"
        told = number.start > 0 and reading.message.words[number.start - 1] in _TOLD
        beside = {*after, *reading.message.words[max(number.start - 1, 0) : number.start]}
        more = leans and bool(beside & _MORE)
        count = int(number.value) + (card.count if more else 0)
        whole = 2 <= number.value <= _MOST or (number.value == 1 and (card.count > 1 or more))
        fits = number.value == int(number.value) and (more or number.value not in card.device.memory_gb)
        said = more or (plural and told) or (leans and number.value <= _SMALL_NUMBER)
        if (
            said and whole and fits and (not follows or set(after) & (_COUNTED | {"of", "de"}))
            and (acts.keep(number.start) < Keep.NAMES or reading.corrects) and reading.polarity(number.start, number.end) == "yes"
        ):  # fmt: skip
            held = tuple(replace(d, count=count) if d is card else d for d in reading.dialogue.devices)
            return held, number.start, number.end
    return None


def _leans(reading: Reading) -> bool:
    """ "And two?", "y con dos", "and if I add 4 more": nothing but a number, right after the machine was spoken of."""
    last = next((key for key in reversed([*reading.dialogue.quotes]) if key != "mentioned_models"), "")
    numbers = {i for n in reading.numbers for i in range(n.start, n.end)}
    rest = {w for i, w in enumerate(reading.message.words) if w.isalnum() and i not in numbers}
    opens = reading.message.words[:1] != () and bool(reading.message.questions or rest & {"y", "and", "si", "if"})
    recent = last in ("vram_gb", "ram_gb", "local")
    placed = any(reading.message.words[max(n.start - 1, 0) : n.start] in _ON for n in reading.numbers)
    return (recent or placed) and opens and rest <= _ADDING | _COUNTED | _MORE


_MORE = wordset("more mas otras otros additional extra")
_ON = (("on",), ("with",), ("con",), ("en",))
_SMALL_NUMBER = 4
"""Cards that a bare number may mean; a larger one may be memory, a context or a price."""
_ADDING = wordset(
    "y and si if con with on que tal what about how i we le les me nos the a add added adding had have get got buy bought put use "
    "used using anado anadimos anadiera anadiese meto metemos pongo ponemos pusiera compro compramos comprara monto montamos "
    "uso usamos tuviera tuviese tengo hubiera fueran were of de ellas them esas those in en pero but ok vale"
)
"""Words of a turn that says no more than how many cards there are to be."""
_TOLD = wordset("hay it that fueran fuesen were son are sean las los the to have tengo pongo monto with con de")


def counted_again(reading: Reading, acts: Acts) -> tuple[tuple[OwnedDevice, ...], int, int] | None:
    """ "Six, two are dead" of the eight told of, "just the one, the other is my brother's": what the turn opens with."""
    cards = [d for d in reading.dialogue.devices if not d.device.unified]
    words = reading.message.words
    if len(cards) != 1 or cards[0].count < 2 or reading.message.questions:
        return None
    number = next((n for n in reading.numbers if n.value == int(n.value) and acts.keep(n.start) < Keep.NAMES), None)
    if number is None or not 1 <= number.value < cards[0].count:
        return None
    before, after = words[: number.start], words[number.end : number.end + 1]
    lost = bool(after) and after[0] in ("of", "de") and bool(reading.of("gone"))
    if lost and set(before) <= _OPENERS:  # "one of them died": the others are left
        left = cards[0].count - int(number.value)
        return (
            tuple(replace(d, count=left) if d is cards[0] else d for d in reading.dialogue.devices),
            number.start,
            number.end,
        )
    if not set(before) <= _OPENERS or (after and after[0].isalnum() and after[0] not in _NO_MORE):
        return None
    count, most = int(number.value), cards[0].count
    rest = any(n.start > number.start and n.value == most - count for n in reading.numbers)
    said = rest or _OTHER_ONES & set(words[number.end :]) or reading.corrects or set(before) & _CORRECTING
    alone = len([w for w in words if w.isalnum()]) <= len(before) + 2
    if not (said or alone) or (count == 1 and not _NO_MORE & {*before, *after}):
        return None
    held = tuple(replace(d, count=count) if d is cards[0] else d for d in reading.dialogue.devices)
    return held, number.start, number.end


_CORRECTING = wordset("no nope nah perdon sorry ay uy oops actually wait")
_OPENERS = _CORRECTING | wordset(
    ", . : son eran its it is are there theres were just only the solo bueno well ah oh eh mm a ver ojo que en realidad solamente "
    "tengo tenemos have i we but pero my bad hay"
)
_NO_MORE = wordset(
    "sola solo solas solos nada nomas work works working funcionan funciona van sirven usable utiles vivas alive only just actually then now ahora left quedan of de them ellas cards gpus tarjetas graficas en "
    "because porque que"
)
"""Before or after the number: so many, and no others."""
_OTHER_ONES = wordset(
    "otra otras otro otros other others tercera cuarta quinta segunda third fourth fifth toast bricked second rest resto demas rotas quemadas muertas dead died broken gone"
)
