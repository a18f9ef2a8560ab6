"""Which memory a size on its own is of: a card's or the machine's; and whether a machine that is named is there at all."""

from __future__ import annotations

import itertools

from advisor.understand.amounts.amounts import Amount
from advisor.understand.amounts.aside import is_in_table
from advisor.understand.amounts.required import is_requirement
from advisor.understand.machines.devices import Mention
from advisor.understand.machines.memories import memory_tag
from advisor.understand.machines.owned import ones_own
from advisor.understand.machines.places import Size
from advisor.understand.machines.sizes import on_top
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.classes import MACHINES, MINE
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_MACHINE_REACH = 9
_DENIES = 3
"""Tokens between a negation and the machine that it denies."""
_ACCESS = 6
_HAVING_ACCESS = wordset("have had access to an a the any get got tengo tenemos acceso una un ninguna la nvidia")
_LONG = 30
_AND = frozenset(("y", "and", "+", "plus", "&"))
_WITHOUT_CARD = frozenset(("cpu", "cpus", "vcpu", "vcpus", "pi", "tablets", "board", "placa", "m", "chip", "soc", "rk"))
"""Signs that a size said of no machine is of the memory that it all runs in; otherwise people mean the card's."""
_CARD_BRANDS = frozenset(("rtx", "gtx", "rx", "radeon", "geforce", "quadro", "arc", "tesla"))


def counts(reading: Reading, acts: Acts, start: int, end: int) -> bool:
    heard = acts.keep(start) < Keep.NAMES or _is_told_of_oneself(reading, start)
    return heard and _is_there(reading, start, end) and ones_own(reading, start, end)


def _is_told_of_oneself(reading: Reading, start: int) -> bool:
    """ "Everyone here has 3090s and I'm on a GTX 970", "la vendí para comprar una 3090 Ti": one's own amid others' tale."""
    first, _ = reading.sentence(start)
    words = reading.message.words
    if words[max(start - 1, 0)] in MINE and start > first and _CARD & set(words[start + 1 : start + 4]):
        return True  # "can my 16GB card manage?"
    mine = [h for h in reading.of("own", "mine") if first < h.start and 0 <= start - h.end <= _OF_ONESELF]
    return bool(mine) and not reading.message.is_question(start)


_CARD = wordset("card gpu laptop pc mac machine rig graphics macbook")

_OF_ONESELF = 2


def _is_there(reading: Reading, start: int, end: int) -> bool:
    """Whether a machine is affirmed. A "no" further off denies something else ("not slower than 15 t/s on a 7600 XT")."""
    polarity = reading.polarity(start, end)
    if polarity != "no":
        return polarity == "yes"
    words = reading.message.words
    return not any(
        (
            c.value == "negate"
            and 0 <= start - c.end <= _DENIES
            and not _of_a_noun(words, c.start, c.end, start)
            and not _of_more({*words[c.end : start]})
        )
        or (c.value == "negate" and 0 < start - c.end <= _ACCESS and {*words[c.end : start]} <= _HAVING_ACCESS)
        or (c.value == "negate_after" and 0 <= c.start - end <= 2)
        for c in reading.cues
    )


def _of_more(between: set[str]) -> bool:
    """ "Nothing better than a 3060", "no tengo más que una 1660": so much there is."""
    return bool(between & {"than", "que"}) and bool(between & _MORE)


_MORE = wordset("better more bigger faster newer mejor mas mayor")


def _of_a_noun(words: tuple[str, ...], cue: int, end: int, start: int) -> bool:
    """ "Without filters on the 4060": what is lacking stands between."""
    return (
        words[cue] in ("sin", "without", "no")
        and words[end : end + 1] not in _PLACING
        and bool({*words[end + 1 : start]} & {"en", "on", "con", "with"})
    )


_PLACING = (("en",), ("on",), ("con",), ("with",))


def placed(reading: Reading, acts: Acts, size: Amount, found: list[Mention]) -> Size | None:
    """Whose memory a size on its own is; None where it is a disk's or nobody's."""
    if not counts(reading, acts, size.start, size.start + 1) or is_requirement(reading, size.start):
        return None
    if is_in_table(reading, size.start, size.end) or _is_lacking(reading, size) or _is_of_models(reading, size):
        return None
    tag = memory_tag(reading, size) or _said_before(reading, size)
    if tag in ("disk", "file") or (tag == "" and size.high in (_named_total(found), _named_total(found, False))):
        return None  # what the cards named come to is said once more
    if tag in ("vram", "ram"):
        return Size(size.high, tag, size.start, size.end)
    if size.high > 1024 or _of_a_story(reading, size, found):
        return None
    return Size(size.high, _unsaid(reading, size, found), size.start, size.end)


def _said_before(reading: Reading, size: Amount) -> str:
    """ "With 6 GB of VRAM nothing runs, they say. I have 6": of what was spoken of just before, where no unit is said."""
    before = [h for h in reading.of("memory", "ram", "vram") if h.end <= size.start]
    owned = bool(_MINE & set(reading.message.words[max(size.start - 3, 0) : size.start]))
    return before[-1].value if before and owned and not size.unit and not reading.taken[size.start - 1] else ""


def _is_of_models(reading: Reading, size: Amount) -> bool:
    """ "State of the art models require from 256 GB", "the presets only support 24 GB", "the 8 GB are only needed for": what
    models and programs are made for, of no machine."""
    words, (first, last) = reading.message.words, reading.sentence(size.start)
    before, after = words[first : size.start], words[size.end : min(size.end + 4, last)]
    if {"needed", "required", "necesarios", "necesaria"} & {*after} and {"is", "are", "son", "es"} & {*after}:
        return not _MINE & {*before}
    asks = next((i for i, w in enumerate(before) if w in _NEEDING and {*before[:i]} & _MADE), None)
    return asks is not None and not _MINE & {*before[asks:]}


_NEEDING = wordset(
    "require requires requieren requiere need needs necesitan necesita support supports soporta soportan admite admiten"
)
_MADE = wordset("models model modelos modelo presets preset app apps program programa programas tool tools herramienta")
_MINE = wordset("i ive my mine we our im tengo tenemos mi mis nuestro nuestra llevo")


def _is_lacking(reading: Reading, size: Amount) -> bool:
    """ "An error about not having 18 GB", "me dice que no hay 18 gb": what there is not."""
    words = reading.message.words
    before = words[max(size.start - 4, 0) : max(size.end - 2, size.start)]  # "about" may be counted in
    return any(pair in _LACKING for pair in itertools.pairwise(before))


_LACKING = (
    ("not", "having"),
    ("no", "hay"),
    ("no", "tener"),
    ("not", "have"),
    ("isnt", "enough"),
    ("not", "enough"),
    ("didnt", "have"),
)


def _of_a_story(reading: Reading, size: Amount, found: list[Mention]) -> bool:
    """ "About 90 GB" of files in a long tale of no machine; "~5 GB free" of a card that is named."""
    after = reading.message.words[size.end : size.end + 2]
    if {"free", "libres", "libre", "left"} & set(after) and (found or reading.has("memory", "disk")):
        return True
    machine = found or reading.has("machine") or reading.has("memory") or reading.dialogue.devices
    return not machine and len(reading.message.words) > _LONG


def _named_total(found: list[Mention], counted: bool = True) -> float:
    return sum(m.owned.memory_gb * (m.count if counted else 1) for m in found if not m.device.unified)


def _unsaid(reading: Reading, size: Amount, found: list[Mention]) -> str:
    if on_top(reading, size):
        return "ram"
    if reading.message.words[max(size.start - 2, 0) : size.start] in (("una", "de"), ("otra", "de")):
        return "vram"  # "una de 12 gigas": a card, said by its gender
    clause = reading.clause(size.start)
    first, _ = reading.sentence(size.start)
    brands = (i for i in range(max(size.start - 5, first), size.start) if reading.message.words[i] in _CARD_BRANDS)
    if any(not any(reading.taken[i : i + 3]) for i in brands):
        return "vram"  # a card that no list here has ("RTX 3500 Ada 12GB")
    start, _ = reading.sentence(size.start)
    end = min(size.start + 4, clause[1])
    machines = [h for h in reading.of("machine", *MACHINES) if start <= h.start <= end]
    none = reading.of("machine", "none")
    cards = [h for h in reading.of("memory", "vram") if start <= h.start <= end]
    cards = [h for h in cards if not any(n.start <= h.start < n.end for n in none)]
    cards = [h for h in cards if not _AND & set(reading.message.words[size.end : h.start])]  # "64 GB, and the card is"
    near = max([*machines, *cards], key=lambda h: h.end, default=None)
    if near and size.start - near.end <= _MACHINE_REACH:
        return "vram" if near in cards and near not in machines else "ram"
    if found or machines:
        return "ram" if all(not m.device.unified for m in found) else "vram" if not found else "ram"
    needs = reading.dialogue.needs
    if "ram_gb" in needs and "vram_gb" not in needs:
        return "ram"
    if "vram_gb" in needs and "ram_gb" not in needs:
        return "vram"
    if reading.dialogue.sized and not cards:
        return "ram"
    kinds = {h.value for h in reading.of("memory")} & {"ram", "vram"}
    if kinds == {"vram"} and not reading.has("machine") and not found:
        return "vram"  # "to lower the VRAM it needs: I have 16GB"
    shared = any(w in _WITHOUT_CARD for w in reading.message.words) or any(
        d.device.unified for d in reading.dialogue.devices
    )
    shared = shared or reading.dialogue.needs.flag("local") is True
    told = shared or reading.of("memory", "ram", "vram") or reading.of("machine")
    return "vram" if cards or not told else "ram"
