"""Limits taken back without their figure: "forget the speed", "ok then no minimum", "sin tope de tamaño"."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change
from advisor.understand.amounts.amounts import Amount
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.talk.elliptic import numbers_held
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading

_FEW = 12
"""Words of a sentence that takes a limit back and says no more."""
_BOUNDED = {
    "min": ("min_params_b", "min_tokens_per_s", "min_context_tokens", "min_output_tokens"),
    "max": ("max_params_b", "budget_usd_month", "max_price_in_usd_per_m", "max_price_out_usd_per_m"),
}
_SAID = 16
"""Words beyond which a message says more than that something is dropped."""
_LASTING = ("use_case", "languages", "programming_languages", "mentioned_models")
_TAKING_BACK = ("no", "retracted", "optional")


def read_lifted(reading: Reading, acts: Acts, amounts: list[Amount]) -> list[Change]:
    """A clear for each limit that holds and is taken back."""
    return [*_speed(reading, acts), *_budget(reading, acts), *_bound(reading, acts, amounts), *_replaced(reading, acts)]


def read_that(reading: Reading, acts: Acts, changes: Sequence[Change]) -> list[Change]:
    """ "That's too strict, drop it": what was asked for last goes, where the message changes nothing else."""
    if acts.cancels:
        return []
    needs = reading.dialogue.needs
    again = [c.key for c in changes if c.op == "set" and needs.get(c.key) == c.value]
    told = reading.message.length
    if reading.message.questions or len(again) < len(changes) or told > _SAID:
        return []
    held = [key for key in reading.dialogue.quotes if key in needs and key not in _LASTING]
    hits = [h for h in reading.of("taken_back", "that") if acts.keep(h.start) <= Keep.NAMES]
    alone = all(
        t.kind == "mark" or any(h.start <= i < h.end for h in hits) for i, t in enumerate(reading.message.tokens)
    )
    held += [key for key in again if key in held]
    return [reading.change("clear", held[-1], None, hits[0].start, hits[0].end)] if hits and held and not alone else []


def _replaced(reading: Reading, acts: Acts) -> list[Change]:
    """ "Plain text is fine after all", "closed ones are fine too", "it's just a hobby"."""
    return [
        reading.change("clear", h.value, None, h.start, h.end)
        for h in reading.of("taken_back", "structured_output", "commercial_use", "open_weights")
        if h.value in reading.dialogue.needs and acts.keep(h.start) < Keep.SITUATION and not reading.message.questions
    ]


def _budget(reading: Reading, acts: Acts) -> list[Change]:
    """ "No budget limit", "el dinero no es problema"."""
    hit = next((h for h in reading.of("lifted", "budget") if acts.keep(h.start) < Keep.SITUATION), None)
    held = "budget_usd_month" in reading.dialogue.needs
    free = reading.dialogue.needs.number("budget_usd_month") == 0
    no_more = next((h for h in reading.of("lifted", "free") if acts.keep(h.start) < Keep.SITUATION), None)
    if no_more and free:  # what was told with one word goes with it
        cleared = [reading.change("clear", "budget_usd_month", None, no_more.start, no_more.end)]
        same = reading.dialogue.quotes.get("priority") == reading.dialogue.quotes.get("budget_usd_month")
        gone = same and "cost" in reading.dialogue.needs.names("priority")
        return cleared + ([reading.change("remove", "priority", ("cost",), no_more.start, no_more.end)] if gone else [])
    return [reading.change("clear", "budget_usd_month", None, hit.start, hit.end)] if hit and held else []


def _speed(reading: Reading, acts: Acts) -> list[Change]:
    """Where speed does not matter any more, its figure goes too, and a short wait that was asked for by it."""
    held = [key for key in ("min_tokens_per_s", "latency") if key in reading.dialogue.needs]
    if not held:
        return []
    no_matter = [h for h in reading.longest("priority") if h.value == "speed" and _is_taken_back(reading, h)]
    no_matter += [
        h
        for h in [*reading.of("lifted", "speed"), *reading.of("unhurried")]
        if reading.polarity(h.start, h.end) != "retracted"
        or any(h.start <= c.start and c.end <= h.end for c in reading.cues)  # "speed no longer matters"
    ]
    hit = next((h for h in no_matter if acts.keep(h.start) < Keep.SITUATION), None)
    return [reading.change("clear", key, None, hit.start, hit.end) for key in held] if hit else []


def _is_taken_back(reading: Reading, hit: Hit) -> bool:
    return reading.polarity(hit.start, hit.end) in ("retracted", "optional")


def _bound(reading: Reading, acts: Acts, amounts: list[Amount]) -> list[Change]:
    """ "No minimum then": of the limits of that sort the one spoken of last, or the one named."""
    if reading.message.questions:
        return []
    held = numbers_held(reading)
    for hit in reading.longest("limit_word"):
        if acts.keep(hit.start) >= Keep.SITUATION or reading.polarity(hit.start, hit.end) not in _TAKING_BACK:
            continue
        start, end = reading.sentence(hit.start)
        words = sum(w.isalnum() for w in reading.message.words[start:end])
        if words > _FEW or any(start <= a.start < end for a in amounts):
            continue
        topics = {h.value for h in reading.of("topic") if h.start not in range(hit.start - 2, hit.end)}
        named = [key for key in _BOUNDED[hit.value] if key in topics and key in held]
        keys = named or [key for key in held if key in _BOUNDED[hit.value]][-1:] if not topics or named else []
        return [reading.change("clear", key, None, hit.start, hit.end) for key in keys]
    return []
