"""Of one's own machines told of before, the one that a later turn settles on: "desktop it is then", "pues en el sobremesa"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.understand.machines.devices import Mention
from advisor.understand.machines.places import Size, holder, place_of
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.classes import MACHINES
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_FEW = 14
"""Words of a turn that settles on a machine."""
_SETTLING = wordset(
    "pos pus nomas asi screw fuck damn heck whatever pues en el la mi mis lo los las entonces mejor voy va ira iria sera seria es quedo quedamos me con vamos a al de del para "
    "ok vale bueno si venga eso esa ese este esta uno una gaming gamer fijo grande nuevo nueva viejo vieja ahi solo no nada "
    "lo y pa it is then the on my our lets go with ill well i d ll id itd itll be its for so okay yes one that would will just "
    "only old new big please in at we box rig instead not gonna and to this of"
)
_SETTLING_STEMS = (
    "us", "mont", "pon", "pong", "corr", "ejecut", "instal", "quier", "quer", "prefer", "prefier", "deploy", "host", "run",
    "mak", "put", "want", "choos", "pick", "take", "going", "work", "obvi", "claro", "definit", "probabl", "segur", "think",
    "guess", "suppos", "creo", "supongo", "scratch", "forget", "olvid", "descart", "quit", "drop", "eleg", "elij", "decid",
    "coj", "tir", "sobremesa", "mejor", "fuera", "out",
)  # fmt: skip
"""What stands beside the machine in such a turn."""
_AROUND = 5


@dataclass(frozen=True, slots=True)
class Pick:
    """What a turn settles on: kinds of machine, a place, or a device. `against`: it is turned down, so the other one."""

    kinds: frozenset[str]
    place: str
    device: str
    against: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of hardware that a message tells of: devices, and memory on its own."""

    found: list[Mention]
    own: list[Size]

    @property
    def spans(self) -> list[tuple[int, int]]:
        return sorted([(m.start, m.end) for m in self.found] + [(s.start, s.end) for s in self.own])

    def only(self, spans: set[tuple[int, int]]) -> Parts:
        return Parts(
            [m for m in self.found if (m.start, m.end) in spans], [s for s in self.own if (s.start, s.end) in spans]
        )


def picked(reading: Reading, acts: Acts, devices: Sequence[Mention]) -> Pick | None:
    """The machine that the turn settles on, if it does little more than that."""
    if reading.message.length > _FEW or reading.message.questions:
        return None
    if reading.has("unit", "gb"):
        return None
    others = {reading.clause(h.start) for h in [*reading.of("own", "others"), *reading.of("gone", "others")]}
    named = [(m.start, m.end, frozenset[str](), "", m.device.id) for m in devices if "(" not in m.device.name]
    named += [
        (h.start, h.end, frozenset(k.value for k in reading.at(h.start, "machine")), "", "")
        for h in reading.longest("machine")
        if h.value in MACHINES
    ]
    named += [(h.start, h.end, frozenset[str](), place_of(reading, h), "") for h in reading.of("own", "place")]
    picks = [
        Pick(kinds, place, device, _is_turned_down(reading, start, end), start, end)
        for start, end, kinds, place, device in named
        if acts.keep(start) < Keep.SITUATION and reading.clause(start) not in others and _settles(reading, start, end)
    ]
    return next((p for p in picks if not p.against), next(iter(picks), None))


def _settles(reading: Reading, start: int, end: int) -> bool:
    first, last = reading.clause(start)
    mending = {i for h in reading.of("scope", "correct") for i in range(h.start, h.end)}
    around = [*range(max(first, start - _AROUND), start), *range(end, min(last, end + _AROUND))]
    words = [reading.message.words[i] for i in around if i not in mending]
    return all(not w.isalpha() or w in _SETTLING or w.startswith(_SETTLING_STEMS) for w in words)


def _is_turned_down(reading: Reading, start: int, end: int) -> bool:
    after = reading.message.words[end : reading.clause(start)[1]]
    return reading.polarity(start, end) != "yes" or any(w.startswith(("descart", "fuera", "out")) for w in after)


def several(reading: Reading, parts: Parts) -> bool:
    """Whether a message tells of more than one machine."""
    kinds = [kinds for span in parts.spans if (kinds := _kinds(reading, parts, span))]
    apart = any(not a & b for a, b in itertools.combinations(kinds, 2))
    places = {_place(reading, parts, span) for span in parts.spans} - {""}
    cards = {m.device.id for m in parts.found}
    return len(parts.spans) > 1 and (apart or len(places) > 1 or len(cards) > 1)


def strongest(reading: Reading, parts: Parts) -> list[Mention]:
    """The devices without the cards of lesser machines: cards add up in one machine only."""
    cards = [m for m in parts.found if not m.device.unified]
    kinds = [_kinds(reading, parts, (m.start, m.end)) for m in cards]
    places = [_place(reading, parts, (m.start, m.end)) for m in cards]
    words = reading.message.words
    ahead = zip(words, words[1:], words[2:], strict=False)
    other = any(a in _ANOTHER_ONE and _HOLDING & {b, c} for a, b, c in ahead) and len(cards) == 2
    if len(cards) < 2 or not (other or _all_apart(kinds) or (all(places) and len(set(places)) == len(cards))):
        return parts.found
    best = max(cards, key=lambda m: m.owned.memory_gb * m.count)
    return [m for m in parts.found if m.device.unified or m is best]


def _all_apart(kinds: Sequence[frozenset[str]]) -> bool:
    return all(a and b and not a & b for a, b in itertools.combinations(kinds, 2))


def chosen(reading: Reading, parts: Parts, pick: Pick) -> Parts | None:
    """Of the parts told of in `reading` those of the machine picked; None where that tells nothing apart."""
    fits = {span for span in parts.spans if _fits(reading, parts, span, pick)}
    if pick.against:
        fits = set(parts.spans) - fits
    return parts.only(fits) if 0 < len(fits) < len(parts.spans) else None


def _fits(reading: Reading, parts: Parts, span: tuple[int, int], pick: Pick) -> bool:
    if pick.device:
        return any((m.start, m.end) == span and m.device.id == pick.device for m in parts.found)
    if pick.place:
        return _place(reading, parts, span) == pick.place
    return bool(_kinds(reading, parts, span) & pick.kinds)


_ANOTHER_ONE = frozenset(("otro", "otra", "other", "another"))
_HOLDING = frozenset(("con", "with", "has", "tiene", "lleva", "trae", "having"))


def _kinds(reading: Reading, parts: Parts, span: tuple[int, int]) -> frozenset[str]:
    """The kinds of machine that a part is in."""
    told = [h for h in reading.longest("machine") if h.value in MACHINES]
    itself = {"mac" for m in parts.found if (m.start, m.end) == span and m.device.kind == "apple"}
    hit = holder(reading, told, span)
    return frozenset(k.value for k in reading.at(hit.start, "machine")) | itself if hit else frozenset(itself)


def _place(reading: Reading, parts: Parts, span: tuple[int, int]) -> str:
    """Where a part is said to be: places stand before their machines, or after them, throughout."""
    places = reading.of("own", "place")
    if not places:
        return ""
    leads = places[0].start < parts.spans[0][0]
    near: list[Hit] = [h for h in places if (h.end <= span[0] if leads else h.start >= span[1])]
    nearest = near[-1:] if leads else near[:1]
    others = [s for s in parts.spans if s != span and nearest and _between(span, s, nearest[0])]
    return place_of(reading, nearest[0]) if nearest and not others else ""


def _between(span: tuple[int, int], other: tuple[int, int], place: Hit) -> bool:
    """Whether another part stands between a part and a place."""
    return span[1] <= other[0] < place.start or place.end <= other[0] < span[0]
