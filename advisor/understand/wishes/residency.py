"""Where data may lie, taken back: "drop the EU thing", "servers in the US are fine too"."""

from __future__ import annotations

from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading

_GIVEN_UP = ("no", "retracted", "optional")


def residency_given_up(reading: Reading, acts: Acts) -> list[Hit]:
    """As hits of the priority that it was told by."""
    nouns = [h for h in reading.of("taken_back", "residency") if reading.polarity(h.start, h.end) in _GIVEN_UP]
    return [
        Hit("priority", "privacy", h.start, h.end)
        for h in [*nouns, *_anywhere(reading)]
        if acts.keep(h.start) < Keep.SITUATION
    ]


def is_of_anywhere(reading: Reading, hit: Hit) -> bool:
    """The "outside the EU" of "outside the EU is fine too": no wish for a place."""
    return any(h.start <= hit.start and hit.end <= h.end for h in _anywhere(reading))


def _anywhere(reading: Reading) -> list[Hit]:
    """Where the words deny the care themselves ("I don't care where the data is stored") nothing else may deny them."""
    return [h for h in reading.of("taken_back", "anywhere") if reading.polarity(h.start, h.end) != "no"]
