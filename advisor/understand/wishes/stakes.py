"""What a mistake or a leak would cost: priorities that are told as fears."""

from __future__ import annotations

from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading

_FORCED = ("requir", "forc", "oblig", "insist", "exig")
_NEVER = frozenset({"not", "never", "nunca", "jamas", "ningun", "ninguna"})
_RISKED = {"leak": "privacy", "slip": "quality"}
_WITHIN = 9
"""Tokens between what is feared and what it would cost."""


def at_stake(reading: Reading) -> list[Hit]:
    """What is feared: denied ("que no se filtre"), dreaded, or told with its cost ("if it gets a dose wrong, somebody dies")."""
    words = reading.message.words
    found = [
        h
        for h in reading.longest("fear")
        if (reading.polarity(h.start, h.end) == "no" and not _is_disbelieved(reading, h))
        or (h.value == "privacy" and _is_not_forced(reading, h))
        or _NEVER & set(words[max(h.start - 1, 0) : h.start])
    ]
    dreaded = [*reading.of("stakes", "woe"), *reading.of("dread")]
    if not dreaded:
        return found
    told = [
        *reading.of("fear"),
        *(Hit("fear", _RISKED[h.value], h.start, h.end) for h in reading.of("stakes", *_RISKED)),
    ]
    for hit in told:
        start, end = reading.sentence(hit.start)
        if any(start <= d.start < end and _apart(hit, d) <= _WITHIN and _shuns(reading, d, hit) for d in dreaded):
            found.append(hit)
    values = {h.value for h in found}
    return [h for h in found if h.value != "quality" or "privacy" not in values]


def _shuns(reading: Reading, dread: Hit, feared: Hit) -> bool:
    """A woe on either side of what is feared, dread before it, or a preference of something to it."""
    if dread.kind == "stakes":
        return dread.end <= feared.start or dread.start >= feared.end
    if dread.value == "instead":
        return dread.start >= feared.end
    if dread.value == "rather":
        spurned = set(reading.message.words[max(feared.start - 3, dread.end) : feared.start])
        return dread.end <= feared.start and bool(spurned & {"que", "than", "over", "to"})
    return dread.end <= feared.start


def _is_disbelieved(reading: Reading, hit: Hit) -> bool:
    """ "I don't think my mistake was the size", "no creo que el error sea mío": denied is the belief, and nothing feared."""
    words = reading.message.words
    before = [c for c in reading.cues if c.value.startswith("negate") and c.end <= hit.start]
    return bool(before) and words[before[-1].end : before[-1].end + 1] in _BELIEVING


_BELIEVING = tuple((w,) for w in ("creo", "pienso", "parece", "think", "believe", "guess", "suppose", "se", "know"))


def is_described(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """ "A local Llama that doesn't send my notes to third parties?": asked of a model, and what it is not to do."""
    before = set(reading.message.words[max(hit.start - 4, 0) : hit.start])
    return hit.value == "privacy" and acts.keep(hit.start) <= Keep.NAMES and bool(before & {"that", "which", "que"})


def _is_not_forced(reading: Reading, hit: Hit) -> bool:
    """ "That doesn't require sending my notes to a third party"."""
    forced = any(w.startswith(_FORCED) for w in reading.message.words[max(hit.start - 2, 0) : hit.start])
    return forced and reading.polarity(hit.start, hit.end) == "optional"


def _apart(a: Hit, b: Hit) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
