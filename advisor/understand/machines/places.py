"""Of several machines the one that the model is to run on: by place, by kind, by what is there and what may be bought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.understand.machines.devices import Mention
from advisor.understand.words.classes import MACHINES
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading


@dataclass(frozen=True, slots=True)
class Size:
    """Memory on its own: GB, and whether it is of the card or of the machine."""

    gb: float
    of: str
    start: int
    end: int


_PLACES = {
    "home": "home",
    "casa": "home",
    "work": "work",
    "trabajo": "work",
    "curro": "work",
    "office": "work",
    "oficina": "work",
    "ofi": "work",
    "edge": "edge",
    "borde": "edge",
    "control": "control",
    "lab": "lab",
    "laboratorio": "lab",
}


def without_plans(reading: Reading, found: list[Mention]) -> list[Mention]:
    """ "Thinking of getting a 5090 but for now it's a 2060": of what there is and what may be bought, the first counts."""
    plans = reading.of("own", "buy")
    kept = [m for m in found if not any(0 <= m.start - h.end <= 2 for h in plans)]
    contrast = any(
        reading.message.words[h.start] in ("pero", "but", "aunque", "mientras") for h in reading.of("boundary")
    )
    return kept if contrast and kept else found


def target(reading: Reading, found: list[Mention], own: list[Size]) -> tuple[list[Mention], list[Size]]:
    """Of several machines the one that the model is to run on, where the message says which."""
    spans = sorted([(m.start, m.end) for m in found] + [(s.start, s.end) for s in own])
    places = reading.of("own", "place")
    if len(spans) < 2:
        return found, own
    groups: dict[str, list[tuple[int, int]]] = {}
    if len({place_of(reading, h) for h in places}) > 1:
        for span in spans:
            label = _label(reading, places, span)
            groups.setdefault(label, []).append(span)
        wanted = _wanted_place(reading, places)
        if wanted and wanted in groups and len(groups) > 1:
            keep = set(groups[wanted])
            return [m for m in found if (m.start, m.end) in keep], [s for s in own if (s.start, s.end) in keep]
    if kept := _off_the_workbench(reading, found, spans) or _on_the_kind(reading, spans):
        return [m for m in found if (m.start, m.end) in kept], [s for s in own if (s.start, s.end) in kept]
    for run in reading.of("own", "run"):
        before = [s for s in spans if s[1] <= run.start]
        after = [s for s in spans if s[0] >= run.end]
        contrast = any(
            before and before[-1][1] <= h.start <= run.start
            for h in reading.of("boundary")
            if reading.message.words[h.start] in ("pero", "but", "aunque", "ahora", "now")
        )
        if before and after and contrast:
            keep = set(after)
            return [m for m in found if (m.start, m.end) in keep], [s for s in own if (s.start, s.end) in keep]
    return found, own


def _off_the_workbench(reading: Reading, found: list[Mention], spans: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """ "It runs on a Jetson; my dev box (4080, 64 GB) is fast": beside a board or a phone, where it is made is left out."""
    if not any(m.device.kind in ("board", "phone") for m in found):
        return set()
    benches = reading.of("own", "workbench")
    made = {s for s in spans for h in benches if s[0] - h.end >= 0 and s[1] <= reading.sentence(h.start)[1]}
    return set(spans) - made if made else set()


def _on_the_kind(reading: Reading, spans: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """ "A desktop with a 3080 and a laptop with 8; it would run on the desktop": what belongs to the kind settled on."""
    kinds = reading.of("machine", *MACHINES)
    runs = [h for run in reading.of("own", "run") for h in kinds if 0 <= h.start - run.end <= 2]
    wanted = {h.value for h in runs}
    places = {h.start for h in runs}
    if len(places) != 1 or len({h.value for h in kinds}) < 2:
        return set()
    told = [h for h in kinds if h.start not in places]
    owners = {span: holder(reading, told, span) for span in spans}
    kept = {span for span, owner in owners.items() if owner and owner.value in wanted}
    return kept if kept and len(kept) < len(spans) else set()


def holder(reading: Reading, told: Sequence[Hit], span: tuple[int, int]) -> Hit | None:
    """The machine that a part is in: "a 3060 desktop", "a desktop with a 3060", or the nearest."""
    if itself := next((h for h in told if (h.start < span[1] and span[0] < h.end) or h.start == span[1]), None):
        return itself
    words = reading.message.words
    opened = next((i for i in range(span[0] - 1, max(span[0] - _BRACKETED, -1), -1) if words[i] in "()"), None)
    if opened is not None and words[opened] == "(":
        named = [h for h in told if h.end == opened]
        if named:
            return named[-1]  # "a gaming pc (5070 12gb, 32 ram)"
    inside = [h for h in told if 0 < h.start - span[1] <= _INSIDE and reading.message.words[span[1]] in _IN]
    if inside:
        return inside[0]  # "3090 in the server"
    before = [h for h in told if 0 <= span[0] - h.end <= _HOLDS]
    return max(before, key=lambda h: h.end) if before else reading.nearest(told, span[0], span[1], 6)


_HOLDS = 4
_BRACKETED = 14
_INSIDE = 3
_IN = frozenset(("in", "on", "inside", "en"))


def parted(reading: Reading, machines: Sequence[Hit], m: Mention) -> bool:
    """ "A work laptop, and at home I have a 4080": whether a place of its own stands between a card and each machine."""
    places = reading.of("own", "place")
    between = [
        any(h.end <= p.start < m.start or m.end <= p.start < h.start for p in places)
        for h in machines
        if reading.sentence(h.start) == reading.sentence(m.start)
    ]
    return bool(between) and all(between)


def place_of(reading: Reading, hit: Hit) -> str:
    """The place by one name, whatever the language."""
    words = reading.message.words[hit.start : hit.end]
    return next((_PLACES[w] for w in words if w in _PLACES), words[-1])


def _label(reading: Reading, places: Sequence[Hit], span: tuple[int, int]) -> str:
    """The place that a piece of hardware is said to be at: one in its clause or next to it, "como nodo edge"."""
    hit = reading.nearest(places, span[0], span[1], 14)
    as_role = [
        h
        for h in places
        if (0 <= h.start - span[1] <= 8 and "como" in reading.message.words[span[1] : h.start])
        or (0 <= h.start - span[1] <= 4 and "as" in reading.message.words[span[1] : h.start])
    ]
    before = [h for h in places if 0 <= span[0] - h.end <= 8]
    chosen = as_role[0] if as_role else max(before, key=lambda h: h.end) if before else hit
    return place_of(reading, chosen) if chosen else ""


def _wanted_place(reading: Reading, places: Sequence[Hit]) -> str:
    """The place that the message settles on: after "run on", "this is for", or in its question."""
    for run in reversed(reading.of("own", "run")):
        after = [h for h in places if 0 <= h.start - run.end <= 3]
        if after:
            return place_of(reading, after[0])
    asked = [h for h in places if reading.message.is_question(h.start)]
    asked += [h for h in places if reading.has("scope", "want", start=reading.sentence(h.start)[0], end=h.start)]
    return place_of(reading, asked[0]) if asked else ""
