"""Machines that are only thought of: hoped for, likened to, listed to choose from, supposed beside one's own."""

from __future__ import annotations

from advisor.understand.machines.devices import Mention
from advisor.understand.words.classes import MINE
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_SMALL = wordset(
    "a an the una un la el los las my mi nvidia rtx gtx geforce radeon rx amd new nueva nuevo used second desktop"
)
_LIKENED = (
    ("like", "having"), ("like", "owning"), ("equivalent", "to"), ("comparable", "to"), ("close", "to"), ("as", "good", "as"),
    ("como", "tener"), ("equivale", "a"), ("equivalente", "a"), ("comparable", "a"), ("como", "si", "tuviera"), ("same", "as"),
    ("on", "par", "with"), ("a", "la", "par", "de"),
)  # fmt: skip
_HOPING = wordset("hope hopefully ojala wonder wondering imagine imagina bet wish espero")
_DOING = wordset(
    "will would gives give should could gets daria dara da diera rinda rindiera saque sacara haga haria vaya iria de"
)
_BUYING = (
    "bought",
    "buy",
    "get",
    "got",
    "add",
    "added",
    "purchase",
    "grab",
    "compr",
    "pill",
    "anad",
    "met",
    "pong",
    "pus",
    "cog",
)
_IF = wordset("if si when cuando once")
_SUPPOSED_WITHIN = 5
_HEDGED = wordset("maybe perhaps possibly eventually quiza quizas tal talvez igual puede posiblemente")
_OFFERED = (
    ("one", "of", "the", "following"), ("one", "of", "these"), ("of", "the", "following"), ("which", "of", "these"),
    ("una", "de", "las", "siguientes"), ("una", "de", "estas"), ("cual", "de", "estas"), ("entre", "las", "siguientes"),
    ("these", "options"), ("estas", "opciones"), ("estas", "tarjetas"), ("estas", "graficas"), ("these", "cards"), ("these", "gpus"),
)  # fmt: skip


def without_imagined(reading: Reading, found: list[Mention]) -> list[Mention]:
    """The devices that are there. What is supposed ("if I bought a 5060") goes only where one's own is told beside it."""
    offered = _offered(reading)
    kept = [m for m in found if not (_is_likened(reading, m) or _is_listed(reading, m, offered))]
    if len({m.device.id for m in kept}) < 2:
        return kept
    thought_of = [
        m
        for m in kept
        if _is_supposed(reading, m)
        or _is_hoped_for(reading, m)
        or _is_put_as_other(reading, m)
        or _is_mulled(reading, m)
    ]
    if not thought_of:
        return kept
    first = thought_of[0].start
    told = {m.device.id for m in kept if m.start < first}
    ids = {m.device.id for m in thought_of} - told
    starts = {m.start for m in thought_of}
    there = [m for m in kept if m.start not in starts and (m.device.id not in ids or _is_mine(reading, m))]
    return there or kept


def _led(reading: Reading, m: Mention) -> int:
    """Where what leads to a machine ends, past articles and makers."""
    at, (first, _) = m.start, reading.sentence(m.start)
    while at > first and reading.message.words[at - 1] in _SMALL:
        at -= 1
    return at


def _is_mine(reading: Reading, m: Mention) -> bool:
    return bool(MINE & set(reading.message.words[_led(reading, m) : m.start]))


def _is_likened(reading: Reading, m: Mention) -> bool:
    """ "It'd be like having a 5090"."""
    at, words = _led(reading, m), reading.message.words
    return any(words[max(at - len(said), 0) : at] == said for said in _LIKENED)


def _offered(reading: Reading) -> int:
    """Where "one of the following" ends; -1 where nothing is offered."""
    words = reading.message.words
    ends = (
        i + len(said) for said in _OFFERED for i in range(len(words) - len(said)) if words[i : i + len(said)] == said
    )
    return min(ends, default=-1)


def _is_listed(reading: Reading, m: Mention, offered: int) -> bool:
    """The "2. RTX 4060 Ti" of a list to choose from."""
    at, words = _led(reading, m), reading.message.words
    if not 0 <= offered <= at:
        return False
    if at > 1 and words[at - 1] in (".", ")", ":") and words[at - 2].isdigit():
        at -= 2
    return at > 0 and words[at - 1] in ("\n", "•")


def _is_supposed(reading: Reading, m: Mention) -> bool:
    """ "If I bought a 5060", "si me comprara una 5060"."""
    at, words = _led(reading, m), reading.message.words
    first, _ = reading.sentence(m.start)
    before = words[max(at - _SUPPOSED_WITHIN, first) : at]
    cut = next((i for i, w in enumerate(before) if w in _IF), None)
    return cut is not None and any(w.startswith(_BUYING) for w in before[cut + 1 :])


def _is_hoped_for(reading: Reading, m: Mention) -> bool:
    """ "Hope a 5090 will give more", "ojalá una 5090 diera más"."""
    at, words = _led(reading, m), reading.message.words
    first, _ = reading.sentence(m.start)
    hopes = _HOPING & set(words[max(at - 2, first) : at])
    return bool(hopes) and bool(_DOING & set(words[m.end : m.end + 2]))


def _is_mulled(reading: Reading, m: Mention) -> bool:
    """ "Thinking of swapping my 3060 for a 5060 Ti", "estoy pensando en cambiar mi 3060 por una 5060"."""
    at, words = _led(reading, m), reading.message.words
    first, _ = reading.sentence(m.start)
    if at <= first or words[at - 1] not in _FOR_ANOTHER:
        return False
    reach = max(at - _MULLED_WITHIN, first)
    swap = next((i for i in range(at - 2, reach - 1, -1) if words[i].startswith(_SWAPPING)), None)
    return swap is not None and bool(_MULLING & set(words[max(swap - 4, first) : swap]))


_FOR_ANOTHER = wordset("for with to por a")
_MULLED_WITHIN = 9
_SWAPPING = ("swap", "replac", "trad", "upgrad", "chang", "cambi", "sustit", "reempl", "actualiz")
_MULLING = wordset(
    "thinking considering planning wondering should tempted pensando planteando planteo deberia dudo dudando"
)


def _is_put_as_other(reading: Reading, m: Mention) -> bool:
    """ "(or maybe a 3090 and a 3080)": another set-up, in brackets of its own."""
    start, _ = reading.clause(m.start)
    words = reading.message.words
    opens = words[start : start + 1] == ("(",) or words[max(start - 1, 0) : start] == ("(",)
    said = [w for w in words[start : m.start] if w.isalpha()][:3]
    return opens and said[:1] in (["or"], ["o"], ["u"]) and bool(_HEDGED & set(said))
