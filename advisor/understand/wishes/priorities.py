"""What matters most: priorities said outright, and told by what a mistake, a leak or a bill would cost."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.models.of_two import is_of_two
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.wishes.in_passing import (
    IS,
    in_passing,
    is_as_much,
    is_matter,
    is_topic,
    of_a_thing,
    of_hardware,
    of_those_shown,
)
from advisor.understand.wishes.residency import is_of_anywhere, residency_given_up
from advisor.understand.wishes.stakes import at_stake, is_described
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading, joined
from advisor.understand.words.text import wordset


def read_priorities(reading: Reading, acts: Acts) -> list[Change]:
    """Priorities join those that hold; of "quality over speed" the first counts; what does not matter goes."""
    hits = [h for h in reading.longest("priority") if acts.keep(h.start) < Keep.SITUATION and not _is_named(reading, h)]
    hits = [
        h for h in hits if not (_bounds_a_figure(reading, h) or is_of_anywhere(reading, h) or _is_lifted(reading, h))
    ]
    wanted = [h for h in at_stake(reading) if acts.keep(h.start) < Keep.SITUATION or is_described(reading, acts, h)]
    wanted += [h for h in _sought(reading, acts) if not _bounds_a_figure(reading, h)]
    wanted += _complaints(reading, acts)
    wanted += [h for h in reading.longest("priority") if _is_to_comply(reading, acts, h)]
    wanted += [h for h in _listed_aspects(reading, hits) if acts.keep(h.start) < Keep.SITUATION]
    dropped: list[Hit] = []
    for k, hit in enumerate(hits):
        preferred = _is_preferred(reading, hit) or _is_taken_instead(reading, hit)
        polarity = "yes" if preferred else reading.polarity(hit.start, hit.end)
        if (
            (hit.value == "quality" and _of_a_feature(reading, hit))
            or of_a_thing(reading, hit)
            or is_as_much(reading, hit)
            or _is_granted(reading, hit)
        ):
            continue
        if waived(reading, hit) or _is_conceded(reading, hit):
            dropped.append(hit)
            continue
        if in_passing(reading, acts, hit):
            continue
        if swift := _outweighing_wait(reading, hit):
            wanted.append(swift)
        elif polarity == "yes" and not _outweighed(reading, hits[:k], hit) and not _of_today(reading, hit):
            wanted.append(hit)
        elif polarity != "yes" or hits[:k]:
            dropped.append(hit)
    held = reading.dialogue.needs.names("priority")
    changes: list[Change] = []
    yields = [h for h in reading.longest("yields") if acts.keep(h.start) < Keep.SITUATION]
    if yields and not wanted:
        changes.append(reading.change("add", "priority", ("quality",), yields[0].start, yields[0].end))
    dropped += residency_given_up(reading, acts)
    dropped += [*yields, *_no_matter(reading, acts), *_set_aside(reading, wanted), *_beaten(reading, wanted)]
    values = tuple(dict.fromkeys(h.value for h in sorted(wanted, key=lambda h: h.start)))
    out = tuple(dict.fromkeys(h.value for h in dropped if h.value in held and h.value not in values))
    if out:
        changes.append(reading.change("remove", "priority", out, *joined(dropped)))
    if values:
        changes.append(reading.change("add", "priority", values, *joined(wanted)))
    return changes


def _bounds_a_figure(reading: Reading, hit: Hit) -> bool:
    """ "Faster than 4 tokens a second", "cost less than 75 USD": a bound, and nothing that matters most."""
    bounds = [b for b in reading.of("bound") if b.start < hit.end and hit.start < b.end]
    return any(reading.numbers_in(b.end, min(b.end + 2, len(reading.message.words))) for b in bounds)


def _is_lifted(reading: Reading, hit: Hit) -> bool:
    """The "budget limit" of "no budget limit"."""
    return any(h.start < hit.start and hit.end <= h.end for h in reading.of("lifted", "budget"))


def _listed_aspects(reading: Reading, hits: list[Hit]) -> list[Hit]:
    """The cost of "for cost, latency and quality", "precio y calidad": beside another in a row, it matters as much."""
    words = reading.message.words
    named = [*hits, *reading.of("topic", "latency")]
    found = []
    for hit in reading.longest("aspect"):
        beside = any(
            (other.length == 1 and words[first.end : second.start] in _IN_A_ROW)
            or _follows(words[first.end : second.start])
            for other in named
            for first, second in ((hit, other), (other, hit))
        )
        topic = is_topic(words, hit) or is_matter(reading, hit)
        if hit.length == 1 and beside and not topic and reading.polarity(hit.start, hit.end) == "yes":
            found.append(hit)
    return found


def _follows(between: tuple[str, ...]) -> bool:
    """ "Speed first, then price", "rápido; después el precio"."""
    return bool(_THEN & set(between)) and set(between) <= _THEN | _BETWEEN


_THEN = wordset("then luego despues")
_BETWEEN = wordset(", ; y and first primero el la los the")
_IN_A_ROW = tuple(tuple(row.split()) for row in (",", "/", "y", "and", "&", "+", ", y", ", and"))


def waived(reading: Reading, hit: Hit) -> bool:
    """ "No me importa mandar mis datos": in words of denial, and yet it is allowed; not caring what is paid is for quality."""
    return hit.value == "privacy" and any(
        hit.start <= o.start and o.end < hit.end and o.length > 1 for o in reading.of("scope", "optional")
    )


def _is_granted(reading: Reading, hit: Hit) -> bool:
    """ "Aunque vaya a pedales", "even if it's dirt slow": what one puts up with, in words of a wish or a complaint."""
    start, _ = reading.clause(hit.start)
    words = reading.message.words[max(hit.start - 3, start) : hit.start]
    return hit.value in ("speed", "cost") and bool(_THOUGH_ALONE & set(words) or words[-3:-1] == ("even", "if"))


_THOUGH_ALONE = wordset("aunque although")


def _is_conceded(reading: Reading, hit: Hit) -> bool:
    """ "Fast even if quality is lower", "rápido a costa de la calidad": what one is ready to lose."""
    start, end = reading.sentence(hit.start)
    words = reading.message.words
    though = _THOUGH & set(words[max(hit.start - 4, start) : hit.start])
    lessened = any(w.startswith(_LESSENED) for w in words[hit.end : min(hit.end + 4, end)])
    return bool(though and lessened) or any(f.end == hit.start for f in reading.of("forgone"))


_THOUGH = wordset("even if though although aunque aun si")
_LESSENED = ("lower", "worse", "suffer", "drop", "less", "peor", "menor", "menos", "baj", "resien", "sufr", "empeor")


def _outweighing_wait(reading: Reading, hit: Hit) -> Hit | None:
    """The "latency" of "latency over quality", as the priority that it is there."""
    for wait in reading.longest("topic"):
        if wait.value == "latency" and hit.value != "speed" and _outweighed(reading, [wait], hit):
            return Hit("priority", "speed", wait.start, wait.end)
    return None


def _beaten(reading: Reading, wanted: list[Hit]) -> list[Hit]:
    """The speed of "quality over speed", the price of "quality matters more than price"."""
    overs = reading.of("scope", "over")
    ends = {o.end for o in overs}
    named = [*reading.of("priority"), *reading.of("aspect")]
    return [
        h
        for h in named
        if h.start in ends
        for w in wanted
        if h.value != w.value
        and w.start < h.start <= w.end + _NEAR
        and any(w.start < o.start and o.end == h.start for o in overs)
    ]


def _sought(reading: Reading, acts: Acts) -> list[Hit]:
    """ "Any cheaper one?", "el más fiable de los que caben": asked, and yet wanted of the model; not of a machine."""
    words = reading.message.words
    return [
        h
        for h in reading.longest("sought")
        if acts.keep(h.start) <= Keep.NAMES
        and acts.by_sentence[reading.message.tokens[h.start].sentence] not in ("why", "hearsay")
        and not (of_those_shown(reading, h) or is_of_two(reading, h.start) or _is_supposed(reading, h))
        and reading.polarity(h.start, h.end) == "yes"
        and not of_hardware(reading, acts, h)
        and not (words[h.start] in ("the", "el", "la") and _is_asked_if(reading, h))
        and not any(r.start < h.start < r.end for r in reading.of("act", "refer"))
        and (words[h.end - 1] not in ("better", "mejor") or _is_all_said(reading))
    ]


def _is_supposed(reading: Reading, hit: Hit) -> bool:
    """ "What if a better one comes out?", "¿qué pasa si sacan uno mejor?": what may come, and not what is sought."""
    start, _ = reading.sentence(hit.start)
    words = reading.message.words[start : hit.start]
    return any(words[i : i + 2] in _SUPPOSING for i in range(len(words)))


_SUPPOSING = (("what", "if"), ("pasa", "si"), ("pasaria", "si"), ("y", "si"), ("happens", "if"), ("happens", "when"))


def _is_all_said(reading: Reading) -> bool:
    """ "One that's better?" amid the talk; said at first, or with more, better may be better at anything."""
    return bool(reading.dialogue.turns) and reading.message.length <= _BRIEF


_BRIEF = 7


def _is_to_comply(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """ "Is Kimi K2 fine for GDPR?", "¿Mistral cumple el RGPD?": asked of a model by name, to be used under that law."""
    words = reading.message.words
    start, end = reading.sentence(hit.start)
    law = hit.value == "privacy" and bool(_LAWS & set(words[hit.start : hit.end]))
    fits = any(w.startswith(_COMPLYING) for w in words[start:end])
    return law and fits and acts.asks_of_a_model(hit.start) and reading.polarity(hit.start, hit.end) == "yes"


_LAWS = wordset("gdpr rgpd rgdp hipaa lopd lopdgdd")
_COMPLYING = ("ok", "fine", "safe", "compl", "cumpl", "allow", "vale", "sirve", "apt", "valid", "legal", "segur")


def _is_asked_if(reading: Reading, hit: Hit) -> bool:
    """ "Is DeepSeek the cheapest?" asks whether it is; "what is the cheapest LLM for this?" seeks it."""
    words = reading.message.words
    before = words[max(hit.start - 3, 0) : hit.start]
    seeks = len(before) > 1 and before[-2] in _WHICH and words[hit.end - 1].startswith(("llm", "model", "api", "ia"))
    return bool(set(before) & IS) and not seeks


_WHICH = wordset("what which cual")


def _complaints(reading: Reading, acts: Acts) -> list[Hit]:
    """ "GPT-4 seems too costly, what others?": what the known one lacks, where another is asked for or nothing is."""
    found = []
    for hit in reading.longest("complaint"):
        act = acts.by_sentence[reading.message.tokens[hit.start].sentence]
        another = any(reading.has("act", act) for act in ("seeks_else", "seeks", "another", "request"))
        another = another or any(
            h.start > hit.end and reading.message.is_question(h.start) for h in reading.of("scope", "want")
        )
        told = (act == "state" or _is_its_own_doubt(reading, hit)) and not reading.message.is_question(hit.start)
        kept = acts.keep(hit.start) <= Keep.NAMES and (told or act not in ("why", "hearsay", "doubt"))
        named = reading.is_taken(*reading.sentence(hit.start)) or another
        if kept and (told or another) and named and reading.polarity(hit.start, hit.end) == "yes":
            found.append(hit)
    return [h for h in found if not of_hardware(reading, acts, h)]


def _is_its_own_doubt(reading: Reading, hit: Hit) -> bool:
    """ "It costs too much": the "too much" is the complaint, and doubts nothing."""
    start, end = reading.sentence(hit.start)
    doubts = [d for d in reading.of("scope", "doubt") if start <= d.start < end]
    return bool(doubts) and all(hit.start <= d.start and d.end <= hit.end for d in doubts)


_NEAR = 5


def _is_named(reading: Reading, hit: Hit) -> bool:
    """Words of a name say nothing ("Rapid-MLX"); a longer phrase may hold one ("without sonnet prices")."""
    message = reading.message
    if hit.length == 1 and hit.end < len(message.tokens):
        end = message.tokens[hit.start].end
        if message.text[end : end + 1] == "-" and message.text[message.tokens[hit.start].start].isupper():
            return message.text[end + 1 : end + 2].isupper()
    if hit.length > 2:
        return bool(reading.taken[hit.start] or reading.taken[hit.end - 1])
    return reading.is_taken(hit.start, hit.end)


def _is_preferred(reading: Reading, hit: Hit) -> bool:
    """ "Que acierte, no que vuele": denied is what follows, and not what stands before."""
    words = reading.message.words
    for cue in reading.of("scope", "negate_after"):
        before = cue.start >= hit.end and words[cue.start : cue.end] == ("no", "que")
        if before and cue.end < reading.clause(cue.start)[1]:
            return True
    return False


def _is_taken_instead(reading: Reading, hit: Hit) -> bool:
    """ "Drop the dear models for the cheapest ones", "dejar los caros en favor de los baratos": what takes the place."""
    if reading.polarity(hit.start, hit.end) != "retracted":
        return False
    cues = [c.end for c in reading.cues if c.value == "retract" and c.end <= hit.start]
    between = reading.message.words[max(cues) : hit.start] if cues else ()
    return bool(_IN_FAVOUR & set(between[1:]))


_IN_FAVOUR = wordset("for favor favour por")


def _no_matter(reading: Reading, acts: Acts) -> list[Hit]:
    """ "The price doesn't matter": said of the thing itself, and not of its being cheap."""
    return [
        h
        for h in reading.longest("aspect")
        if acts.keep(h.start) < Keep.SITUATION
        and reading.polarity(h.start, h.end) in ("optional", "no")
        and not any(p.start <= h.start < p.end for p in reading.of("priority", h.value))  # "no tengo tanto dinero"
    ]


def _set_aside(reading: Reading, wanted: list[Hit]) -> list[Hit]:
    """The price of "el precio da igual": said to wish for quality, it is dropped too."""
    quality = [h for h in wanted if h.value == "quality"]
    return [h for h in reading.of("aspect") if any(q.start <= h.start and h.end <= q.end for q in quality)]


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
