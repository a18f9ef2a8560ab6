"""Which models and vendors the one sought is to replace: "instead of GPT-4o", "an alternative to Claude", "ChatGPT
alternatives". They are spoken of, not refused; but nobody who asks for another is helped by the same one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.domain.needs import Change, Intent, applied
from advisor.understand.models.makers import Makers
from advisor.understand.models.names import Named
from advisor.understand.models.refusals import polarities
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_SOUGHT: frozenset[Intent] = frozenset({"recommend", "refine"})
_LISTING = wordset(", y o and or / & e u ni nor de the el la")
_APART = 3
"""Tokens at most between two names of one list."""


def read_replaced(
    reading: Reading,
    acts: Acts,
    named: Sequence[Named],
    makers: Makers,
    wanted: Sequence[Intent],
    kept: Sequence[Change],
) -> list[Change]:
    """What is to be replaced, where a message asks for a model; not what is refused, before or by `kept`.

    One that is said to be welcome after all is replaced no longer.
    """
    names = {(n.start, n.end): n.text for n in named if acts.keep(n.start) < Keep.NOTHING}
    for vendor in makers.find(reading.message):
        if not any(start <= vendor.start < end for start, end in names):
            names[vendor.start, vendor.end] = vendor.value
    now = applied(reading.dialogue.needs, kept)
    refused = (*now.names("excluded_models"), *now.names("excluded_vendors"))
    before = reading.dialogue.needs.names("in_place_of")
    found = replaced(reading, list(names)) if set(wanted) & _SOUGHT else set()
    new = {span: names[span] for span in sorted(found) if names[span] not in (*refused, *before)}
    again = {span: name for span, name in names.items() if name in before and span not in found}
    again = {span: name for span, name in again.items() if _welcome(reading, span)}
    return [*_change(reading, "add", new), *_change(reading, "remove", again)]


def seeks_another(wanted: tuple[Intent, ...], reading: Reading, named: Sequence[Named]) -> tuple[Intent, ...]:
    """ "Instead of Qwen, what would you pick?", "alternatives to Claude?": a question that names only what is to be replaced
    asks for another model, and not about that one."""
    spans = [(n.start, n.end) for n in named]
    if wanted != ("ask_model",) or not spans or replaced(reading, spans) != set(spans):
        return wanted
    return ("refine",) if reading.dialogue.needs else ("recommend",)


def replaced(reading: Reading, spans: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Of the spans of names, those right after or before words of replacing, and those listed with them."""
    before = {h.end: h for h in reading.of("stance", "in_place_of")}
    after = {h.start for h in reading.of("stance", "in_place")}
    stands_in = {h.start for end, h in before.items() if end in {start for start, _ in spans}}
    """ "A Claude alternative to GPT": the name before it says what takes the place."""
    found: set[tuple[int, int]] = set()
    last: tuple[int, int] | None = None
    for span in sorted(spans):
        listed = last is not None and _is_listed(reading, last[1], span[0])
        if span[0] in before or span[1] in after - stands_in or listed:
            found.add(span)
            last = span
        else:
            last = None
    return found


def _is_listed(reading: Reading, end: int, start: int) -> bool:
    return 0 < start - end <= _APART and set(reading.message.words[end:start]) <= _LISTING


def _welcome(reading: Reading, span: tuple[int, int]) -> bool:
    """ "ChatGPT me vale también", "you may keep Claude": by the words that let somebody in again."""
    first, last = reading.sentence(span[0])
    heard: Mapping[tuple[int, int], str] = polarities(reading, [span])
    return heard[span] in ("yes", "optional") and reading.has("party", "allowed", start=first, end=last)


def _change(reading: Reading, op: str, names: Mapping[tuple[int, int], str]) -> list[Change]:
    if not names:
        return []
    spans = sorted(names)
    values = tuple(dict.fromkeys(names.values()))
    return [reading.change("add" if op == "add" else "remove", "in_place_of", values, spans[0][0], spans[-1][1])]
