"""The machine that the model is to run on: graphics memory, RAM, and that it runs there."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace

from advisor.domain.formats import number as shown
from advisor.domain.hardware import Device, OwnedDevice
from advisor.domain.language import Localised
from advisor.domain.needs import Assumption, Change
from advisor.understand.amounts.amounts import Amount
from advisor.understand.machines.added import another_card, read_added
from advisor.understand.machines.alternatives import only_size, told_apart
from advisor.understand.machines.anonymous import memory_in_all
from advisor.understand.machines.cards import (
    counted_again,
    is_another,
    multiplied,
    on_laptop,
    replaces,
    resized,
    so_many,
    still_there,
    usable,
)
from advisor.understand.machines.cards import total as memory_of
from advisor.understand.machines.chosen import Parts, Pick, chosen, several, strongest
from advisor.understand.machines.devices import Mention
from advisor.understand.machines.imagined import without_imagined
from advisor.understand.machines.memories import memory_tag
from advisor.understand.machines.places import Size, holder, parted, target, without_plans
from advisor.understand.machines.placing import counts, placed
from advisor.understand.machines.shares import usable_part, with_part
from advisor.understand.machines.unnamed import asked_there, is_of_talk, put_on_it
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_OPENING = 4
_FEW = 10
"""Words of a turn that tells what became of the card, and no more."""


@dataclass(frozen=True)
class Found:
    """`devices` is None where the message says nothing about hardware that changes them."""

    changes: tuple[Change, ...] = ()
    devices: tuple[OwnedDevice, ...] | None = None
    assumptions: tuple[Assumption, ...] = ()
    notices: tuple[Localised, ...] = ()
    several: bool = False
    """Whether the message tells of more than one machine."""


def read_hardware(
    reading: Reading, acts: Acts, found: list[Mention], sizes: list[Amount], laptop: Callable[[Device], Device]
) -> Found:
    """What the message changes about the machine. `found` carries its memory already; `sizes` are those left over."""
    if not found and (fewer := counted_again(reading, acts)):
        devices, start, end = fewer
        return Found((reading.change("set", "vram_gb", memory_of(devices), start, end),), devices)
    if not found and (more := read_added(reading, acts)):
        return Found(tuple(more))
    held = {d.device.id for d in reading.dialogue.devices}
    fresh = [m for m in found if m.device.id not in held]
    if reading.of("gone") and fresh and len(fresh) < len(found):
        found = fresh  # what is gone gives way to what was named with it
    elif gone := _gone(reading, found):
        return gone
    if part := usable_part(reading, found, sizes):
        found, sizes = with_part(found, sizes, part)
    if not found and (one_more := another_card(reading, acts, sizes)):
        return Found((one_more[0],), one_more[1])
    if not found and len(sizes) == 1 and (other := _resized(reading, sizes, laptop)):
        return other
    if len({m.device.id for m in found}) < 2 and (left := usable(reading, acts)):
        unified = all(d.device.unified for d in left)
        key, memory = ("ram_gb", sum(d.memory_gb * d.count for d in left)) if unified else ("vram_gb", memory_of(left))
        return Found((reading.change("set", key, memory, 0, len(reading.message.tokens)),), left)
    parts = told_parts(reading, acts, found, sizes)
    found, own = target(reading, parts.found, parts.own)
    if len(found) == len(parts.found):
        found = strongest(reading, parts)
    found = _merged_chips(_as_laptops(reading, found, laptop))
    lent = _anothers(reading)
    if found or own:
        before = () if lent else reading.dialogue.devices
        stated = _stated(reading, found, own, acts.supposes, before)
        return replace(stated, changes=(*lent, *stated.changes), several=several(reading, parts))
    if lent:
        return Found(lent, ())
    if relabelled := _relabelled(reading, acts):
        return relabelled
    if moved := on_laptop(reading, laptop):
        hit = reading.of("machine", "laptop")[0]
        return Found((reading.change("set", "vram_gb", memory_of(moved), hit.start, hit.end),), moved)
    counted = _recounted(reading, acts)
    return counted if counted.changes else Found(tuple(_runs_there(reading, acts)))


def told_parts(reading: Reading, acts: Acts, found: list[Mention], sizes: list[Amount]) -> Parts:
    """One's own hardware that the message tells of, whichever machine it is in."""
    found = [m for m in still_there(reading, found) if counts(reading, acts, m.start, m.end)]
    found = told_apart(reading, without_plans(reading, without_imagined(reading, found)))
    tagged = [size for size in sizes if memory_tag(reading, size) in ("vram", "ram")]
    said = {size.high for size in tagged if counts(reading, acts, size.start, size.end)}
    sizes = [s for s in sizes if s.high not in said or memory_tag(reading, s)]  # said once more, without whose it is
    own = [s for s in (placed(reading, acts, size, found) for size in sizes) if s]
    return Parts(only_size(found, own), own)


def read_chosen(
    reading: Reading, told: Reading, parts: Parts, pick: Pick, laptop: Callable[[Device], Device]
) -> Found | None:
    """Of the machines `told` of in an earlier message the one that this one picks; None where it tells none apart."""
    kept = chosen(told, parts, pick)
    if kept is None:
        return None
    stated = _stated(told, _merged_chips(_as_laptops(told, kept.found, laptop)), kept.own, False, ())
    quote = reading.quote(pick.start, pick.end)
    changes = [replace(change, quote=quote) for change in stated.changes if change.op == "set"]
    gone = {"vram_gb", "ram_gb"} & set(reading.dialogue.needs.values) - {change.key for change in changes}
    changes += [reading.change("clear", key, None, pick.start, pick.end) for key in sorted(gone)]
    return replace(stated, changes=tuple(changes))


def _runs_there(reading: Reading, acts: Acts) -> list[Change]:
    """ "Que corra en un portátil normalito": no memory is said, but that it is to run there."""
    kinds = reading.of("machine", "laptop", "desktop", "phone", "mac")
    for run in reading.of("own", "run"):
        here = next((h for h in kinds if 0 <= h.start - run.end <= 2 and not is_of_talk(reading, h)), None)
        if here and acts.keep(run.start) < Keep.SITUATION and reading.polarity(run.start, here.end) == "yes":
            return [reading.change("set", "local", True, run.start, here.end)]
    if asked := asked_there(reading) or put_on_it(reading):
        return [reading.change("set", "local", True, asked.start, asked.end)]
    return []


def _as_laptops(reading: Reading, found: list[Mention], laptop: Callable[[Device], Device]) -> list[Mention]:
    """Cards said to sit in a laptop are its laptop versions (their memory differs)."""
    laptops = reading.of("machine", "laptop")
    if not laptops or reading.has("machine", "desktop"):
        return found
    others = reading.of("machine", "server")
    out = []
    for m in found:
        version = laptop(m.device)
        fits = m.memory_gb is None or m.memory_gb in version.memory_gb
        same = any(reading.sentence(h.start) == reading.sentence(m.start) for h in laptops)
        same = same and not parted(reading, laptops, m)
        same = same and (not others or holder(reading, [*laptops, *others], (m.start, m.end)) in laptops)
        out.append(replace(m, device=version) if same and fits and m.count == 1 else m)
    return out


def _merged_chips(found: list[Mention]) -> list[Mention]:
    """ "MacBook Pro M3 Max, 64 GB" is one machine: the chip, with whatever memory either part carries."""
    chips = [m for m in found if m.device.kind == "apple" and "(" not in m.device.name]
    shells = [m for m in found if m.device.kind == "apple" and "(" in m.device.name]
    if not chips or not shells:
        return found
    memory = next((m.memory_gb for m in (*chips, *shells) if m.memory_gb), None)
    return [replace(m, memory_gb=m.memory_gb or memory) if m is chips[0] else m for m in found if m not in shells]


def _anothers(reading: Reading) -> tuple[Change, ...]:
    """ "That's my brother's", "es la de mi esposa": what was told of before is not one's own; what was held goes."""
    hit = next((h for h in reading.of("gone", "others") if h.start - reading.sentence(h.start)[0] <= _OPENING), None)
    if hit is None or reading.is_taken(reading.sentence(hit.start)[0], hit.start):
        return ()
    keys = [key for key in ("vram_gb", "ram_gb") if key in reading.dialogue.needs]
    return tuple(reading.change("clear", key, None, hit.start, hit.end) for key in keys)


def _stated(
    reading: Reading, found: list[Mention], own: list[Size], supposes: bool, before: tuple[OwnedDevice, ...]
) -> Found:
    cards = _distinct([m for m in found if not m.device.unified])
    shared = _distinct([m for m in found if m.device.unified])
    changes: list[Change] = []
    notices: list[Localised] = []
    assumptions: list[Assumption] = []
    devices: list[OwnedDevice] = [d for d in before if d.device.unified] if not shared else []
    vram = [s for s in own if s.of == "vram"]
    ram = [s for s in own if s.of == "ram"]
    if cards:
        joins = ((reading.adds or _goes_on(reading)) and not (reading.corrects or supposes)) or any(
            is_another(reading, m) for m in cards
        )
        kept = [d for d in before if not d.device.unified] if joins and not replaces(reading) else []
        owned = [*kept, *(m.owned for m in cards)]
        devices += owned
        total = sum(d.memory_gb * d.count for d in owned)
        start, end = min(m.start for m in cards), max(m.end for m in cards)
        changes.append(reading.change("set", "vram_gb", total, start, end))
        notices += [_assumed_aloud(m) for m in cards if m.assumed]
    elif vram:
        said = max(vram, key=lambda s: s.gb)
        changes.append(reading.change("set", "vram_gb", memory_in_all(reading, vram), said.start, said.end))
    elif not vram:
        devices += [d for d in before if not d.device.unified]
    for m in shared[:1]:
        devices.append(m.owned)
        if m.memory_gb is None and len(m.device.memory_gb) > 1 and not ram:
            assumptions.append(_assumed_ram(m))
        elif not ram:
            changes.append(reading.change("set", "ram_gb", m.owned.memory_gb * m.count, m.start, m.end))
        if reading.corrects and not cards and not vram and "vram_gb" in reading.dialogue.needs:
            changes.append(reading.change("clear", "vram_gb", None, m.start, m.end))
            devices = [d for d in devices if d.device.unified]
    if ram:
        said = max(ram, key=lambda s: s.gb)
        more = bool(_MORE & set(reading.message.words[max(said.start - 2, 0) : said.end + 2]))
        held = (reading.dialogue.needs.number("ram_gb") or 0.0) if more else 0.0
        changes.append(reading.change("set", "ram_gb", held + said.gb, said.start, said.end))
    if (cards or shared or vram or ram) and not _rented(reading, *_first(found, own)):
        start, end = _first(found, own)
        changes.append(reading.change("set", "local", True, start, end))
    if reading.has("machine", "none") and not cards and not vram and "vram_gb" in reading.dialogue.needs:
        hit = reading.of("machine", "none")[0]
        changes.append(reading.change("clear", "vram_gb", None, hit.start, hit.end))
        devices = [d for d in devices if d.device.unified]
    return Found(tuple(changes), tuple(devices), tuple(assumptions), tuple(notices))


_MORE = wordset("more extra additional otros otras adicionales adicional")


def _goes_on(reading: Reading) -> bool:
    """ "And a 3060 in the same box": what opens with "and" comes on top."""
    words = reading.message.words[:4]
    return words[:1] in (("and",), ("y",), ("plus",), ("+",)) and bool(
        set(words[1:]) & {"a", "an", "una", "un", "otra", "another"}
    )


def _first(found: list[Mention], own: list[Size]) -> tuple[int, int]:
    spans = [(m.start, m.end) for m in found] + [(s.start, s.end) for s in own]
    return min(spans)


def _distinct(found: list[Mention]) -> list[Mention]:
    """One mention a device; a title and a text that repeat each other name it once."""
    kept: dict[str, Mention] = {}
    for m in found:
        known = kept.get(m.device.id)
        if known is None:
            kept[m.device.id] = m
        else:
            kept[m.device.id] = replace(
                known, count=max(known.count, m.count), memory_gb=known.memory_gb or m.memory_gb
            )
    return list(kept.values())


def _rented(reading: Reading, start: int, end: int) -> bool:
    """Whether the machine is said to be in a cloud, in the sentence that tells of it or right beside it."""
    first, last = reading.sentence(start)
    return reading.has("machine", "cloud", start=first, end=max(last, end)) and not reading.has("flag", "local")


def _relabelled(reading: Reading, acts: Acts) -> Found | None:
    """ "Of RAM, not VRAM", after a size was said without a card: the size stays, its memory is the other one."""
    needs = reading.dialogue.needs
    hits = [h for h in reading.longest("memory") if h.value in ("ram", "vram") and acts.keep(h.start) < Keep.SITUATION]
    said = {h.value: h for h in hits if reading.polarity(h.start, h.end) == "yes"}
    if (
        len(said) != 1
        or reading.message.length > _FEW
        or reading.numbers
        or reading.dialogue.devices
        or reading.message.questions
    ):
        return None
    ((kind, hit),) = said.items()
    key, other = ("ram_gb", "vram_gb") if kind == "ram" else ("vram_gb", "ram_gb")
    if key in needs or other not in needs:
        return None
    return Found(
        (
            reading.change("clear", other, None, hit.start, hit.end),
            reading.change("set", key, needs.number(other), hit.start, hit.end),
        )
    )


def _recounted(reading: Reading, acts: Acts) -> Found:
    """The cards told of before, of which there are more or fewer now."""
    if more := multiplied(reading, acts):
        devices, start, end = more
    elif fewer := usable(reading, acts):
        devices, start, end = fewer, 0, len(reading.message.tokens)
    elif many := so_many(reading, acts):
        devices, start, end = many
    else:
        return Found()
    change = reading.change("set", "vram_gb", memory_of(devices), start, end)
    return Found((change,), devices)


def _resized(reading: Reading, sizes: list[Amount], laptop: Callable[[Device], Device]) -> Found | None:
    """ "It's the 12 GB one" of a device told of before."""
    changed = resized(reading, sizes, laptop)
    if changed is None:
        return None
    devices, size = changed
    keys = {"ram_gb" if d.device.unified else "vram_gb" for d in devices if d.memory_gb == size.high}
    total = memory_of(devices)
    changes = [
        reading.change("set", key, total if key == "vram_gb" else size.high, size.start, size.end)
        for key in sorted(keys)
    ]
    return Found(tuple(changes), devices)


def _gone(reading: Reading, found: list[Mention]) -> Found | None:
    """A card that was sold or died: what is left. None where the message tells nothing of the sort."""
    held = reading.dialogue.devices
    cards = [d for d in held if not d.device.unified]
    hits = [*reading.of("gone"), *_taken_out(reading, found, cards)]
    if not hits or not held:
        return None
    named = [d for d in cards if any(m.device.id == d.device.id for m in found)]
    words = reading.message.words
    one = any(w in ("una", "one", "a") for h in hits for w in words[h.end : h.end + 2])
    one = one or any(w in ("una", "one") for h in hits for w in words[max(h.start - 2, 0) : h.start])
    one = one or any(pair in (("una", "de"), ("one", "of")) for pair in itertools.pairwise(words))
    if named:
        left = [
            replace(d, count=d.count - 1) if d.count > 1 and one else d
            for d in held
            if d not in named or (d.count > 1 and one)
        ]
    elif one and len(cards) == 1 and cards[0].count > 1:
        left = [replace(d, count=d.count - 1) if d is cards[0] else d for d in held]
    elif len(cards) == 1 and not found and len(words) <= _FEW and any(_of_it(words[h.start : h.end]) for h in hits):
        left = [d for d in held if d is not cards[0]]
    else:
        return None
    total = sum(d.memory_gb * d.count for d in left if not d.device.unified)
    start, end = hits[0].start, max(hits[0].end, max((m.end for m in found), default=0))
    start = min([start, *(m.start for m in found)])
    change = (
        reading.change("set", "vram_gb", total, start, end)
        if total
        else reading.change("clear", "vram_gb", None, start, end)
    )
    return Found((change,), tuple(left))


def _taken_out(reading: Reading, found: list[Mention], cards: list[OwnedDevice]) -> list[Hit]:
    """ "If I take out the 3060", "sin la 3060": of several cards that are held."""
    named = [m.start for m in found if any(d.device.id == m.device.id for d in cards)]
    if sum(d.count for d in cards) < 2 or len({m.device.id for m in found}) > 1:
        return []
    return [h for h in reading.of("taken_out") if any(0 <= start - h.end <= 2 for start in named)]


def _of_it(words: tuple[str, ...]) -> bool:
    """ "Me la han robado", "sold it": of the one card that is held."""
    return bool({"la", "lo", "it", "them", "las", "los"} & set(words))


def _assumed_aloud(m: Mention) -> Localised:
    gb = m.owned.memory_gb
    return Localised(
        es=f"De {m.device.name} hay varias versiones; doy por hecho la de {shown(gb, 'es')} GB.",
        en=f"{m.device.name} comes in several sizes; I take it for the {shown(gb, 'en')} GB one.",
    )


def _assumed_ram(m: Mention) -> Assumption:
    return Assumption(
        "ram_gb",
        m.owned.memory_gb,
        Localised(
            es=f"No dices la memoria de {m.device.name.split(' (')[0]}; supongo la más corriente.",
            en=f"You don't say how much memory the {m.device.name.split(' (')[0]} has; I suppose the commonest size.",
        ),
    )
