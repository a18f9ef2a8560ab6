"""What matters most: priorities said outright, and told by what a mistake, a leak or a bill would cost."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.acts import Acts, Keep
from advisor.understand.match import Hit
from advisor.understand.reading import Reading


def read_priorities(reading: Reading, acts: Acts) -> list[Change]:
    """Priorities join those that hold; of "quality over speed" the first counts; what does not matter goes."""
    hits = [
        h
        for h in reading.longest("priority")
        if acts.keep(h.start) < Keep.SITUATION and not reading.is_taken(h.start, h.end)
    ]
    wanted: list[Hit] = []
    dropped: list[Hit] = []
    for k, hit in enumerate(hits):
        polarity = reading.polarity(hit.start, hit.end)
        if hit.value == "quality" and _of_a_feature(reading, hit):
            continue
        if polarity == "yes" and not _outweighed(reading, hits[:k], hit) and not _of_today(reading, hit):
            wanted.append(hit)
        elif polarity != "yes" or hits[:k]:
            dropped.append(hit)
    held = reading.dialogue.needs.names("priority")
    changes: list[Change] = []
    yields = [h for h in reading.longest("yields") if acts.keep(h.start) < Keep.SITUATION]
    if yields and not wanted:
        changes.append(reading.change("add", "priority", ("quality",), yields[0].start, yields[0].end))
    dropped += [*yields, *_no_matter(reading, acts)]
    values = tuple(dict.fromkeys(h.value for h in wanted))
    out = tuple(dict.fromkeys(h.value for h in dropped if h.value in held and h.value not in values))
    if out:
        changes.append(reading.change("remove", "priority", out, dropped[0].start, dropped[-1].end))
    if values:
        changes.append(reading.change("add", "priority", values, wanted[0].start, wanted[-1].end))
    return changes


def _no_matter(reading: Reading, acts: Acts) -> list[Hit]:
    """ "The price doesn't matter": said of the thing itself, and not of its being cheap."""
    return [
        h
        for h in reading.longest("aspect")
        if acts.keep(h.start) < Keep.SITUATION and reading.polarity(h.start, h.end) in ("optional", "no")
    ]


def _outweighed(reading: Reading, earlier: list[Hit], hit: Hit) -> bool:
    """Whether the words between say that an earlier one matters more: "calidad a velocidad", "fast over smart"."""
    if not earlier:
        return False
    last = earlier[-1]
    between = reading.message.words[last.end : hit.start]
    joins = {
        reading.message.words[h.start : h.end]
        for h in reading.of("scope", "over")
        if h.start == last.end and h.end == hit.start
    }
    return bool(joins) or between in (("a", "la"), ("a", "el"), ("que", "la"), ("over", "the"))


def _of_a_feature(reading: Reading, hit: Hit) -> bool:
    """ "Reliable tool calls" asks for tool calls."""
    features = reading.of("flag", "tool_calling", "structured_output")
    return hit.length == 1 and any(0 <= f.start - hit.end <= 1 or 0 <= hit.start - f.end <= 1 for f in features)


def _of_today(reading: Reading, hit: Hit) -> bool:
    """ "Too expensive" and "too slow" complain of what is used, which is a wish; "fast" of a thing in use is not."""
    start, _ = reading.clause(hit.start)
    return (
        hit.value in ("quality", "speed")
        and any(start <= h.start < hit.start and h.length > 1 for h in reading.of("scope", "today"))
        and not reading.has("scope", "want", start=start, end=hit.end)
    )
