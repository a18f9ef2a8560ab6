"""A figure's second reading, where the first finds nothing: whose it may be as well, by the words right beside it alone.

The first reading settles each figure's model and field from the whole sentence, and a long sentence can mislead it. Here only
what stands beside the figure binds it: a name tied to it is its owner and a word within its own stretch is its field. Without
such a tie any model that the sentence or the one before it speaks of may own it, provided the field and unit are right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from advisor.answer.checks.meaning import same_meaning
from advisor.answer.checks.memory import of_the_model, part_of_whole
from advisor.answer.checks.sentence import Sentence
from advisor.answer.checks.values import same_value
from advisor.answer.claims.names import Mention
from advisor.answer.claims.quantities import Quantity
from advisor.answer.claims.roles import TOPICS, find_roles, persons
from advisor.answer.figure import Figure
from advisor.answer.support import Support

_EDGE = re.compile(r"[,;:()|\[\]]|\s-\s|\b(?:y|e|and|pero|but|while|whereas|mientras|aunque|though)\b")
_PART = re.compile(r"[;|]|\.\s|\b(?:pero|but|while|whereas|mientras|aunque|though)\b")
_UNTIED = re.compile(
    r"\b(?:que|than|frente|contra|against|versus|vs|unlike|from|que|its?|sus?|este|esta|ese|esa|this|that|the other|el otro)\b"
)
_BACK = re.compile(r"\b(?:its?|su|sus|lo|la|le|est[ae]|es[ae]|this|that|ambos|ambas|both|los dos|the two)\b")
_ITS = re.compile(r"\b(?:its|sus?)\b")
""" "B falls short: its window ...": of the name before."""
_AGAINST = re.compile(
    r"\b(?:difference|diferencia|gap|otr[oa]|other|frente|contra|against|versus|vs|instead|en vez|en lugar|than|que el|que la|whereas|mientras|while)\b|\d\s+(?:to|a)\s+"
)
_FACING = re.compile(
    r"\d\s+(?:to|a|vs\.?|frente a|contra|against|instead of|en vez de|en lugar de)\s+(?:los |las |the )?(?:us)?\$?\s?$"
)
""" "59.9 to ...": what follows is the other one's."""
_FACED = re.compile(r"\s*(?:to|a|vs\.?|against|frente a|contra)\s+(?:los |las |the )?(?:us)?\$?\s?\d")
""" "0.32 to ... for B": only the second is B's."""
_PAIR = re.compile(r"\s*[/]\s*")
""" "1.5/0.3": which is which stands elsewhere."""
_LENT = frozenset({"free", "usage", "input", "output"})
"""Roles that come with a unit taken from another figure: "B leaves 3 GB, C only 1.5"."""
_SAID = frozenset({"input", "output", "cached", "batch"})
"""Roles that a figure keeps from the words ahead of its colon."""
BRIEF = 16
"""Words of a sentence that may leave its unit to the one before: "Gemma would manage 15 to 34."."""
_LABELLED = re.compile(r"\b[A-Z]\w*[ -]$")
""" "Apache 2.0": the number goes with a name."""
WINDOW = 48
"""Characters between a name and a figure within which the two may be tied."""


def plausible(sentence: Sentence, quantity: Quantity, support: Support) -> list[Figure]:
    """The evidence's figures that a number may be, by the words beside it; none where it is tied to something else."""
    tied = _in_turn(sentence, quantity) or _tied(sentence, quantity)
    if sentence.thread.header:
        return []
    theirs = _of_the_person(sentence, quantity, _beside(sentence, quantity), tied, support)
    if theirs:
        return theirs
    if (tied is not None and not tied.models) or sentence.owners.of(quantity.start, quantity.end).every:
        return []
    if _PAIR.search(sentence.folded[max(0, quantity.start - 3) : quantity.start]) or _PAIR.match(
        sentence.folded, quantity.end
    ):
        return []
    roles = _beside(sentence, quantity)
    models = (
        tied.models if tied is not None else _one_of_a_row(sentence, quantity, support) or _in_play(sentence, support)
    )
    found = _held(sentence, quantity, roles, models, support)
    if not found and quantity.unit == "bare" and not quantity.scaled:
        units = dict.fromkeys(q.unit for q in sentence.quantities if q.unit in _SHARED)
        if (
            all(q.unit == "bare" for q in sentence.quantities)
            and len(sentence.folded.split()) <= BRIEF
            and not sentence.tests
            and not any(m.kind == "benchmark" for m in sentence.mentions)
            and not _LABELLED.search(sentence.plain[: quantity.start])
        ):
            units = dict.fromkeys(u for u in sentence.thread.units if u in _SHARED)
        for unit in units:
            told = zip(sentence.quantities, sentence.roles, strict=True)
            others = (r & _LENT for q, r in told if q is not quantity and q.unit in (unit, "bare") and r & _LENT)
            lent = next(others, frozenset[str]()) if not roles & _LENT else frozenset[str]()
            found += _held(sentence, replace(quantity, unit=unit), roles | lent, models, support)
    if not found and sentence.thread.roles and not roles & {"price"}:
        sides = roles & TOPICS
        lent = roles | (sentence.thread.roles & {"price"} if sides else sentence.thread.roles)
        unit = "usd/M" if quantity.unit == "bare" and "price" in lent and "month" not in lent else quantity.unit
        if quantity.unit != "bare" or (unit != "bare" and not quantity.scaled):
            found = _held(sentence, replace(quantity, unit=unit), lent, models, support)
    return found


def _held(
    sentence: Sentence, quantity: Quantity, roles: frozenset[str], models: Sequence[str], support: Support
) -> list[Figure]:
    return [
        f for m in models for f in support.figures.get(m, ()) if f.iso == "" and _may_be(sentence, quantity, roles, f)
    ]


_SHARED = ("s", "GB", "tokens/s", "usd/M", "usd/month", "%", "params")
"""Units that a bare number may take from another figure of its sentence: "in 0.83 seconds; thinking, in almost 50"."""


def _of_the_person(
    sentence: Sentence, quantity: Quantity, roles: frozenset[str], tied: Mention | None, support: Support
) -> list[Figure]:
    """The person's own memory or budget, where nothing beside the figure says that a model takes or costs it."""
    if tied is not None or (
        quantity.unit != "GB" and not (quantity.unit.startswith("usd") and quantity.bound == "max")
    ):
        return []
    if roles & {"usage", "weights", "kv", "input", "output"}:
        return []
    if part_of_whole(sentence, quantity) == "part" or of_the_model(sentence, quantity):
        return []
    own = ("need:vram_gb", "need:ram_gb") if quantity.unit == "GB" else ("need:budget_usd_month",)
    return [f for f in support.figures.get(None, ()) if f.field in own and quantity.readings[0][0] == f.value]


def _may_be(sentence: Sentence, quantity: Quantity, roles: frozenset[str], figure: Figure) -> bool:
    return same_value(quantity, figure) and same_meaning(sentence, quantity, roles, figure)


def _in_play(sentence: Sentence, support: Support) -> tuple[str, ...]:
    """Those named; and those carried over, where a word points back at them or nobody is named."""
    thread = sentence.thread
    named = [m for n in sentence.owners.named for m in n.models]
    if not named and thread.stranger:
        return ()
    carried = thread.subject or support.topics[:1]
    if support.evidence.verdicts and not named:
        carried = (*carried, *support.topics[:1])
    if named and all(m in named for m in carried):
        carried = tuple(m for m in reversed(thread.recent) if m not in named)[:1] or carried
    pairs = any(_facing(sentence, a, b) for a, b in pairwise(sentence.quantities))
    against = pairs or (
        bool(_AGAINST.search(_without_ranges(sentence))) and not (sentence.line_start and thread.anchor)
    )
    compared = tuple(c.model for c in support.evidence.comparison.cards) if support.evidence.comparison else ()
    if len(set(named)) == 1 and against and named[0] in compared:
        carried = (*carried, *compared)
    if not named:
        return tuple(dict.fromkeys((*carried, *((*thread.recent[-2:], *compared) if against else ()))))
    mains = [n.start for n in sentence.owners.named if n not in sentence.owners.references]
    possessive = _ITS.sub(lambda m: " " * len(m.group()), sentence.folded[mains[0] :]) if mains else ""
    back = bool(_BACK.search(sentence.folded[: mains[0]] + possessive if mains else sentence.folded))
    return tuple(dict.fromkeys((*named, *(carried if back or against else ()))))


def _without_ranges(sentence: Sentence) -> str:
    """ "81 to 163 tokens/s" faces nobody."""
    folded = sentence.folded
    for low, high in pairwise(sentence.quantities):
        if low.part == "low" and high.part == "high":
            folded = folded[: low.start] + " " * (high.start - low.start) + folded[high.start :]
    return folded


_FACE = re.compile(
    r"(?:\s*(?:/|a|al|por|per)\s*(?:month|mes|mill[io]o?n)\b(?: (?:de )?tokens)?)?\s*(?:to|a|vs\.?|versus|against|frente al?|contra|compared (?:to|with)|instead of|rather than|en vez de|en lugar de|y no|not)\s+(?:about |unos |only |solo )?(?:los |las |the )?(?:us)?\$?\s?"
)


def _facing(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """ "59.9 tokens a second to 41.2": the second is the other one's."""
    alike = first.unit == second.unit or "bare" in (first.unit, second.unit)
    alike = alike or (first.unit.startswith("usd") and second.unit.startswith("usd"))
    joined = _FACE.fullmatch(sentence.folded[first.end : second.start])
    return alike and not first.part and joined is not None


def _tied(sentence: Sentence, quantity: Quantity) -> Mention | None:
    """The name that a figure cannot be parted from: right before it as its subject, or after it with "of"."""
    owners = sentence.owners
    ahead, behind = _neighbours(sentence, quantity)
    if ahead is not None and _facing(sentence, ahead, quantity) and owners.named_after(quantity.end) is None:
        return None
    mains = [m for m in owners.named if m not in owners.references and m.end <= quantity.start]
    others = [m for m in owners.named if m in owners.references and m.end <= quantity.start]
    if len(mains) == len(others) == 1 and mains[0].start < others[0].start:  # "A beats B, 75.4 to 54.3"
        if behind is not None and _facing(sentence, quantity, behind):
            return mains[0]
        if ahead is not None and _facing(sentence, ahead, quantity):
            return others[0]
    after = owners.named_after(quantity.end)
    if after is not None and not _FACED.match(sentence.folded, quantity.end):
        return after
    before = [m for m in owners.named if m.end <= quantity.start]
    if not before:
        return None
    last = before[-1]
    if last in owners.references and behind is not None and (quantity.part or _facing(sentence, quantity, behind)):
        return None
    gap = sentence.folded[last.end : quantity.start]
    if len(gap) > WINDOW or _PART.search(gap) or _UNTIED.search(gap) or _FACING.search(gap):
        return None
    return last


_AND = re.compile(
    r"\s*(?:,\s*(?:y|and)|y|and|,|/)\s*(?:l[oa]s |the |al |a |el |del |de |of |unos |about )*(?:us)?\$?\s?"
)


def _in_turn(sentence: Sentence, quantity: Quantity) -> Mention | None:
    """Two names, then two figures of one unit: "A needs as much as B: 29.6 GB and 29.3 GB"."""
    for first, second in pairwise(sentence.quantities):
        if quantity not in (first, second) or first.unit != second.unit or first.part:
            continue
        before = [m for m in sentence.owners.named if m.end <= first.start]
        after = [m for m in sentence.owners.named if m.start >= first.end]
        joined = _AND.fullmatch(sentence.folded[first.end : second.start])
        if joined and len(before) == 2 and not after and before[0].models != before[1].models:
            return before[0] if quantity is first else before[1]
    return None


def _one_of_a_row(sentence: Sentence, quantity: Quantity, support: Support) -> tuple[str, ...]:
    """ "79, 63 and 68 %": as many figures as models shown, and none by name, are theirs in order."""
    run = [q for q in sentence.quantities if q.unit.partition("/")[0] == quantity.unit.partition("/")[0]]
    if sentence.owners.named or len(run) < 2 or len(run) != len(sentence.quantities):
        return ()
    if len(run) == 2:
        last = [m for m in sentence.thread.order if m in sentence.thread.recent[-2:]]
        return (
            (last[run.index(quantity)],)
            if len(last) == 2 and _AND.fullmatch(sentence.folded[run[0].end : run[1].start])
            else ()
        )
    if not all(_AND.fullmatch(sentence.folded[a.end : b.start]) for a, b in pairwise(run)):
        return ()
    shown = sentence.thread.recent if len(sentence.thread.recent) == len(run) else support.topics[: len(run)]
    return (shown[run.index(quantity)],) if len(shown) == len(run) else ()


def _neighbours(sentence: Sentence, quantity: Quantity) -> tuple[Quantity | None, Quantity | None]:
    """The figures right before and right after one; the two ends of a range count as one."""
    i = sentence.quantities.index(quantity)
    ahead = sentence.quantities[i - 1] if i else None
    behind = sentence.quantities[i + 1] if i + 1 < len(sentence.quantities) else None
    return ahead, behind


def _beside(sentence: Sentence, quantity: Quantity) -> frozenset[str]:
    """The roles within the figure's own stretch: up to the next figure, bracket or comma on either side."""
    folded = sentence.folded
    lefts = [m.end() for m in _EDGE.finditer(folded, 0, quantity.start)]
    lefts += [q.end for q in sentence.quantities if q.end <= quantity.start]
    rights = [m.start() for m in _EDGE.finditer(folded, quantity.end)][:1]
    rights += [q.start for q in sentence.quantities if q.start >= quantity.end][:1]
    left, right = max(lefts, default=0), min(rights, default=len(folded))
    told = frozenset(r for _, r in find_roles(folded[left:right]))
    if not told & _SAID and left and folded[left - 1] == ":":  # what heads a figure says what it is
        told |= frozenset(r for _, r in find_roles(re.split(r"[;:(]|\. ", folded[: left - 1])[-1])) & _SAID
    roles = told | persons(folded, quantity)
    return roles - {"usage"} if "own" in roles else roles


def sources_of(figures: Sequence[Figure]) -> frozenset[int]:
    return frozenset[int]().union(*(f.sources for f in figures))
