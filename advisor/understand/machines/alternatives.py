"""Machines that are not one's own together: either of two, one that another is held against, one that is asked about."""

from __future__ import annotations

import itertools

from advisor.understand.machines.devices import Mention
from advisor.understand.machines.places import Size
from advisor.understand.words.classes import MINE, TOWARDS
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_OR = wordset("or o u vs versus /")
_LISTING = wordset(", or o u vs versus /")
_NO_CHOICE = wordset("sea so menos less")
"""After "or": what was said is put in other words, and no other thing is named ("o sea", "or so")."""
_APART = 6
"""Words that stand between two machines of one choice at most."""
_BESIDE = 3
_SMALL = wordset(
    "a an the una un la el las los my mi mis our single solo sola either any cualquier old used nvidia rtx gtx geforce radeon amd"
)
_ON = wordset("on with in en con sobre for para")
_HEDGES = wordset(
    "likely probably maybe perhaps possibly eg like say seguramente probablemente quiza quizas tipo como posiblemente igual"
)
_THAN = wordset("than que")
_COMPARED = ("cheap", "barat", "small", "peque", "modest", "less", "menos", "weak", "older", "lower", "inferior", "better", "mejor",
             "bigger", "faster", "rapid", "powerful", "potente", "newer", "nuev", "worse", "peor", "slower", "lent", "economic",
             "asequible", "affordable", "strong", "beef")  # fmt: skip
_NOTHING = wordset("no nothing not nada ninguna ningun dont cant have tengo hay isnt sin")
_UPGRADING = ("upgrad", "updat", "pasar", "pasarme", "actualiz", "subir", "saltar", "mov", "switch", "swap", "replac", "cambi",
              "sustit", "reempl")  # fmt: skip
_DONE = wordset(
    "upgraded swapped replaced switched moved updated cambie cambiamos actualice pase pasamos sustitui reemplace"
)
_HAVING = wordset(
    "have ive got own weve has having tengo tenemos dispongo disponemos contamos cuento uso using running"
)


def told_apart(reading: Reading, found: list[Mention]) -> list[Mention]:
    """The machines without those that are only weighed, compared with, asked about beside one's own, or given up.

    Of "a 3060 or a 1080 Ti" that is owned the stronger counts, of one that it must run on the weaker; of a mere choice none.
    """
    found = [m for m in found if not _is_yardstick(reading, m)]
    dropped: set[int] = set()
    for group in _choices(reading, found):
        kept = _of_a_choice(reading, group)
        dropped |= {m.start for m in group if m is not kept}
    found = [m for m in found if m.start not in dropped]
    return _upgraded(reading, _of_ones_own(reading, found))


def only_size(found: list[Mention], own: list[Size]) -> list[Mention]:
    """ "A card with 24 GB: I saw the P40 and the 3090": cards that all have what is wanted are found, and not added up."""
    cards = [m for m in found if not m.device.unified]
    sizes = {s.gb for s in own if s.of == "vram"}
    if len({m.device.id for m in cards}) < 2 or len(sizes) != 1:
        return found
    (size,) = sizes
    alike = all(
        m.count == 1 and (m.memory_gb == size or (m.assumed and size in m.device.memory_gb) or _is_of(m, size))
        for m in cards
    )
    return [m for m in found if m.device.unified] if alike else found


def _is_of(m: Mention, size: float) -> bool:
    return m.memory_gb is None and m.device.memory_gb == (size,)


def _choices(reading: Reading, found: list[Mention]) -> list[list[Mention]]:
    """The machines that stand in one row with "or" between them."""
    rows: list[list[Mention]] = []
    either = False
    row: list[Mention] = []
    for m in sorted(found, key=lambda m: m.start):
        between = reading.message.words[row[-1].end : m.start] if row else ()
        joins = bool(row) and reading.sentence(row[-1].start) == reading.sentence(m.start) and len(between) <= _APART
        chooses = any(w in _OR and after not in _NO_CHOICE for w, after in itertools.pairwise((*between, "")))
        chooses = chooses and not (set(between) & _OR == {"/"} and _is_spaced(reading, row[-1].end))
        if joins and (chooses or set(between) & _LISTING):
            row.append(m)
            either = either or chooses
            continue
        if either and len({o.device.id for o in row}) > 1:
            rows.append(row)
        row, either = [m], False
    return [*rows, row] if either and len({o.device.id for o in row}) > 1 else rows


def _is_spaced(reading: Reading, i: int) -> bool:
    """ "RTX 3090 / RTX 3060 / 64 GB": a list, where "3090/4090" is a choice."""
    return not reading.message.adjacent(i - 1)


def _before(reading: Reading, m: Mention) -> int:
    """Where what leads to a machine ends, past articles and makers."""
    at = m.start
    first, _ = reading.sentence(m.start)
    while at > first and reading.message.words[at - 1] in _SMALL:
        at -= 1
    return at


def _of_a_choice(reading: Reading, group: list[Mention]) -> Mention | None:
    words, at = reading.message.words, _before(reading, group[0])
    total = {id(m): m.owned.memory_gb * m.count for m in group}
    if set(words[max(at - _BESIDE, 0) : at]) & _HEDGES:
        return None
    had = [m for m in group if _is_had(reading, m)]
    if had:  # what follows the first of one's own is one's own too
        return max((m for m in group if m.start >= had[0].start), key=lambda m: total[id(m)])
    if words[max(at - 1, 0) : at] and words[at - 1] in _ON and _must_run(reading, at):
        return min(group, key=lambda m: total[id(m)])
    return None


def _must_run(reading: Reading, at: int) -> bool:
    first, _ = reading.sentence(at)
    return any(w.startswith(_RUNNING) for w in reading.message.words[first:at])


_RUNNING = (
    "run",
    "corr",
    "ejecut",
    "funcion",
    "work",
    "fit",
    "cab",
    "cup",
    "quep",
    "quepa",
    "host",
    "deploy",
    "despleg",
    "serv",
    "tir",
    "entr",
)


def _is_yardstick(reading: Reading, m: Mention) -> bool:
    """ "Something cheaper than an A100": what another machine is held against."""
    words, at = reading.message.words, _before(reading, m)
    first, _ = reading.sentence(m.start)
    if at == first or words[at - 1] not in _THAN or MINE & set(words[at : m.start]):
        return False
    before = words[max(at - 1 - _BESIDE, first) : at - 1]
    lacking = _NOTHING & set(words[max(at - 3 - _BESIDE, first) : at - 1])
    return any(w.startswith(_COMPARED) for w in before) and not lacking


def _of_ones_own(reading: Reading, found: list[Mention]) -> list[Mention]:
    """ "How would it run on a 4090? I have a 3060": of what is asked about and what one has, the second."""
    cards = [m for m in found if not m.device.unified]
    if len({m.device.id for m in cards}) < 2 or reading.adds or not reading.message.questions:
        return found
    owned = [m for m in found if _is_had(reading, m)]
    mine = {m.device.id for m in owned}
    sentences = {reading.sentence(m.start) for m in owned}
    asked = {
        m.start
        for m in cards
        if m.device.id not in mine
        and reading.message.is_question(m.start)
        and reading.sentence(m.start) not in sentences
    }
    return [m for m in found if m.start not in asked] if mine else found


def _is_had(reading: Reading, m: Mention) -> bool:
    """Whether "I have" or "my" stands right before it."""
    at, words = _before(reading, m), reading.message.words
    mine = bool(MINE & set(words[at : m.start]))
    if words[max(at - 1, 0) : at] in (("with",), ("con",)):  # "my pc with a 1080"
        mine = mine or bool(MINE & set(words[max(at - 3, 0) : at]))
    return mine or any(words[i] in _HAVING for i in range(max(at - 2, 0), at))


def _upgraded(reading: Reading, found: list[Mention]) -> list[Mention]:
    """ "My 3060 is too small, I'm upgrading to a 5070 Ti": the card named before gives way."""
    for m in found:
        words, at = reading.message.words, _before(reading, m)
        if at < 2 or words[at - 1] not in TOWARDS or m.device.unified:
            continue
        first, _ = reading.sentence(m.start)
        verbs = [i for i in range(max(first, at - 2 - _APART), at - 1) if words[i].startswith(_UPGRADING)]
        if (
            verbs
            and (words[verbs[-1]] in _DONE or not reading.message.is_question(m.start))
            and not set(words[verbs[-1] + 1 : at - 1]) & {"y", "and", "to", "a"}
        ):
            return [o for o in found if o is m or o.device.unified or o.start > m.start]
    return found
