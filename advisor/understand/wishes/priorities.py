"""What matters most: priorities said outright, and told by what a mistake, a leak or a bill would cost."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.speech.questions import AUXILIARIES
from advisor.understand.words.classes import THOSE
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading, joined
from advisor.understand.words.text import wordset


def read_priorities(reading: Reading, acts: Acts) -> list[Change]:
    """Priorities join those that hold; of "quality over speed" the first counts; what does not matter goes."""
    hits = [h for h in reading.longest("priority") if acts.keep(h.start) < Keep.SITUATION and not _is_named(reading, h)]
    wanted = [h for h in _at_stake(reading) if acts.keep(h.start) < Keep.SITUATION or _is_described(reading, acts, h)]
    wanted += [*_sought(reading, acts), *_complaints(reading, acts)]
    wanted += [h for h in _listed_aspects(reading, hits) if acts.keep(h.start) < Keep.SITUATION]
    dropped: list[Hit] = []
    for k, hit in enumerate(hits):
        polarity = "yes" if _is_preferred(reading, hit) else reading.polarity(hit.start, hit.end)
        if (
            (hit.value == "quality" and _of_a_feature(reading, hit))
            or _of_a_thing(reading, hit)
            or _is_as_much(reading, hit)
        ):
            continue
        if waived(reading, hit) or _is_conceded(reading, hit):
            dropped.append(hit)
            continue
        if _of_those_shown(reading, hit):
            continue
        if _is_matter(reading, hit) or reading.in_quotes(hit.start, hit.end):
            continue
        if _of_a_tale(reading, hit) or (hit.length <= 2 and _of_hardware(reading, acts, hit)):
            continue
        if _is_asked_after(reading, hit) or _is_measured(reading, hit) or _is_weighed(reading, hit):
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
    dropped += [*yields, *_no_matter(reading, acts), *_set_aside(reading, wanted), *_beaten(reading, wanted)]
    values = tuple(dict.fromkeys(h.value for h in wanted))
    out = tuple(dict.fromkeys(h.value for h in dropped if h.value in held and h.value not in values))
    if out:
        changes.append(reading.change("remove", "priority", out, *joined(dropped)))
    if values:
        changes.append(reading.change("add", "priority", values, *joined(wanted)))
    return changes


def _listed_aspects(reading: Reading, hits: list[Hit]) -> list[Hit]:
    """The cost of "for cost, latency and quality", "precio y calidad": beside another in a row, it matters as much."""
    words = reading.message.words
    named = [*hits, *reading.of("topic", "latency")]
    found = []
    for hit in reading.longest("aspect"):
        beside = any(
            words[first.end : second.start] in _IN_A_ROW
            for other in named
            for first, second in ((hit, other), (other, hit))
            if other.length == 1
        )
        topic = _is_topic(words, hit) or _is_matter(reading, hit)
        if hit.length == 1 and beside and not topic and reading.polarity(hit.start, hit.end) == "yes":
            found.append(hit)
    return found


_IN_A_ROW = tuple(tuple(row.split()) for row in (",", "/", "y", "and", "&", "+", ", y", ", and"))


def waived(reading: Reading, hit: Hit) -> bool:
    """ "No me importa mandar mis datos": in words of denial, and yet it is allowed."""
    return any(hit.start <= o.start and o.end < hit.end and o.length > 1 for o in reading.of("scope", "optional"))


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
    named = [*reading.of("priority"), *reading.of("aspect")]
    return [
        h
        for h in named
        for w in wanted
        if h.value != w.value
        and w.start < h.start <= w.end + _NEAR
        and any(w.start < o.start and o.end == h.start for o in overs)
    ]


def _of_those_shown(reading: Reading, hit: Hit) -> bool:
    """ "The fastest of those": asked of the models shown, which it puts in another order and no further."""
    words = reading.message.words
    after, before = words[hit.end - 1 : hit.end + 2], words[max(hit.start - 2, 0) : hit.end]
    return bool(reading.dialogue.shown) and bool(THOSE & set(after) or _NEXT & set(before))


_NEXT = wordset("next siguiente")


def _sought(reading: Reading, acts: Acts) -> list[Hit]:
    """ "Any cheaper one?", "el más fiable de los que caben": asked, and yet wanted of the model; not of a machine."""
    words = reading.message.words
    return [
        h
        for h in reading.longest("sought")
        if acts.keep(h.start) <= Keep.NAMES
        and acts.by_sentence[reading.message.tokens[h.start].sentence] not in ("why", "hearsay")
        and not _of_those_shown(reading, h)
        and reading.polarity(h.start, h.end) == "yes"
        and not _of_hardware(reading, acts, h)
        and not (words[h.start] in ("the", "el", "la") and set(words[max(h.start - 3, 0) : h.start]) & _IS)
        and not any(r.start < h.start < r.end for r in reading.of("act", "refer"))
    ]


def _complaints(reading: Reading, acts: Acts) -> list[Hit]:
    """ "GPT-4 seems too costly, what others?": what the known one lacks, where another is asked for or nothing is."""
    found = []
    for hit in reading.longest("complaint"):
        act = acts.by_sentence[reading.message.tokens[hit.start].sentence]
        another = reading.has("act", "seeks_else") or reading.has("act", "seeks") or reading.has("act", "another")
        told = act == "state" and not reading.message.is_question(hit.start)
        kept = acts.keep(hit.start) <= Keep.NAMES and act not in ("why", "hearsay", "doubt")
        named = reading.is_taken(*reading.sentence(hit.start)) or another
        if kept and (told or another) and named and reading.polarity(hit.start, hit.end) == "yes":
            found.append(hit)
    return [h for h in found if not _of_hardware(reading, acts, h)]


def _of_hardware(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """ "The 5060 Ti is still dear", "cheap 3090s", "the fastest GPU": told of a machine, a part or a rent, and not of a model."""
    words = reading.message.words
    start, end = reading.clause(hit.start)
    if hit.value not in ("cost", "speed"):
        return False
    spans = [(a, b) for a, b in acts.machines if start <= a < end]
    spans += [(h.start, h.end) for h in reading.of("machine") if start <= h.start < end]
    spans += [(i, i + 1) for i in range(start, end) if words[i] in _PARTS]
    opening = [w for w in words[start : hit.start] if w.isalpha()]
    if not spans and start > 0 and set(opening) & _IS and all(w in _IS or w in _STILL for w in opening):
        earlier, until = reading.sentence(start - 1)  # "... the 5060 Ti? Still dear"
        return any(earlier <= a < until for a, _ in acts.machines) and not reading.has(
            "scope", "want", start=start, end=end
        )
    after = any(0 <= a - hit.end <= 1 for a, _ in spans)
    before = any(
        b <= hit.start and any(w in _IS for w in words[b : hit.start]) and hit.start - b <= _NEAR for _, b in spans
    )
    return after or before


def _is_asked_after(reading: Reading, hit: Hit) -> bool:
    """ "And the price?", "¿y la velocidad?": a question about what is shown; "and faster?" wishes."""
    start, end = reading.sentence(hit.start)
    words = [w for w in reading.message.words[start:end] if w.isalpha()]
    noun = reading.message.words[hit.end - 1].startswith(_NOUNS)
    opens = words[:1] in (["y"], ["and"]) or tuple(words[:2]) in (("what", "about"), ("how", "about"), ("que", "tal"))
    return noun and opens and len(words) <= _SHORT and reading.message.is_question(hit.start)


def _is_measured(reading: Reading, hit: Hit) -> bool:
    """ "How fast is it?", "¿qué tan preciso es?": how much of it there is, and not that there be any."""
    words = reading.message.words[max(hit.start - 2, 0) : hit.start]
    return bool(words) and (words[-1] in ("how", "cuan") or words in (("que", "tan"), ("como", "de"), ("how", "much")))


def _is_weighed(reading: Reading, hit: Hit) -> bool:
    """ "Would an MoE run faster than a dense one?": whether one thing is more so than another is asked."""
    start, end = reading.sentence(hit.start)
    words = reading.message.words
    if reading.has("scope", "want", start=start, end=end):
        return False
    said = [w for w in words[start : hit.end] if w.isalpha()]
    asks = bool(said) and said[0] in AUXILIARIES and not set(said[:2]) & _WISHED_IF
    if asks and set(said) & _MORE:
        return True
    than = words[hit.end : hit.end + 1] in (("que",), ("than",)) or words[hit.end - 1] in ("que", "than")
    goes = next((i for i, w in enumerate(said) if w in _GOES), None)
    subject = goes is not None and (goes > 0 or len(said) > goes + 1)
    return reading.message.is_question(hit.start) and than and subject and not set(said[:2]) & _WISHED_IF


def _is_as_much(reading: Reading, hit: Hit) -> bool:
    """ "The small one was as accurate as the large one": two things that are known, and no wish."""
    words = reading.message.words
    start, end = reading.clause(hit.start)
    alike = (words[hit.start - 1 : hit.start], words[hit.end : hit.end + 1]) in _ALIKE
    wished = any(reading.has("scope", kind, start=start, end=end) for kind in ("want", "must"))
    return alike and not wished and bool(_IS & set(words[start : hit.start]))


_ALIKE = ((("as",), ("as",)), (("tan",), ("como",)))
_MORE = wordset("better worse more less greater higher lower bigger smaller faster slower cheaper pricier quicker")
_GOES = wordset(
    "iria ira va van irian es son seria serian sera seran sale saldria salen resulta corre corren corria rinde trabaja "
    "is are was be run runs go goes work works get gets feel perform"
)
_WISHED_IF = wordset(
    "like love rather prefer you can could puede puedes podria podrias si if anything something algo alguno uno hay there"
)
_NOUNS = (
    "velocidad",
    "rapidez",
    "calidad",
    "precis",
    "privacidad",
    "speed",
    "quality",
    "accura",
    "privacy",
    "confidencialidad",
)
_SHORT = 5
_PARTS = wordset(
    "gpu gpus laptop laptops pc pcs computer computers hardware machine rig ram ssd cpu grafica graficas "
    "portatil portatiles ordenador ordenadores equipo server servers servidor servidores renting rental alquilar alquiler"
)
_NEAR = 5
_STILL = wordset("still so too very really muy tan todavia aun it they theyre its")
_LISTED = 2
_LONG = 30
"""Words beyond which a message tells of more than its wishes."""
_IS = wordset(
    "is are was were be es son era eran fue fueron va iba runs ran works felt feels gets got sigue siguen seems seem esta estan "
    "bajo sube remains stays"
)


def _of_a_tale(reading: Reading, hit: Hit) -> bool:
    """ "The output gets cut off quicker", "renting is cheaper" in a long post: what happens or is so, and no wish."""
    slow = reading.message.words[hit.start].startswith(("slow", "lent"))
    if (hit.length > 1 and not slow) or hit.value not in ("speed", "cost") or len(reading.message.tokens) <= _LONG:
        return False
    start, end = reading.clause(hit.start)
    if reading.has("scope", "want", start=start, end=end) or reading.has("scope", "must", start=start, end=end):
        return False
    if sum(w.isalpha() for w in reading.message.words[start:end]) <= _LISTED:
        return False  # "tiny, quick, sits on his old laptop"
    told = any(w in _IS for w in reading.message.words[start : hit.start])
    return told or (hit.value == "speed" and not reading.message.is_question(hit.start))


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


def _at_stake(reading: Reading) -> list[Hit]:
    """What is feared: denied ("que no se filtre"), dreaded, or told with its cost ("if it gets a dose wrong, somebody dies")."""
    words = reading.message.words
    found = [
        h
        for h in reading.longest("fear")
        if reading.polarity(h.start, h.end) == "no"
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


def _is_described(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """ "A local Llama that doesn't send my notes to third parties?": asked of a model, and what it is not to do."""
    before = set(reading.message.words[max(hit.start - 4, 0) : hit.start])
    return hit.value == "privacy" and acts.keep(hit.start) <= Keep.NAMES and bool(before & {"that", "which", "que"})


def _is_not_forced(reading: Reading, hit: Hit) -> bool:
    """ "That doesn't require sending my notes to a third party"."""
    forced = any(w.startswith(_FORCED) for w in reading.message.words[max(hit.start - 2, 0) : hit.start])
    return forced and reading.polarity(hit.start, hit.end) == "optional"


_FORCED = ("requir", "forc", "oblig", "insist", "exig")
_NEVER = frozenset({"not", "never", "nunca", "jamas", "ningun", "ninguna"})
_RISKED = {"leak": "privacy", "slip": "quality"}
_WITHIN = 9
"""Tokens between what is feared and what it would cost."""


def _apart(a: Hit, b: Hit) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _of_a_thing(reading: Reading, hit: Hit) -> bool:
    """ "I have a fast PC", "the phone was cheap": told of what one has, and not asked of a model."""
    words = reading.message.words
    start, _ = reading.clause(hit.start)
    told = any(h.start <= hit.start and hit.end <= h.end for h in reading.of("thing"))
    if told or _is_topic(words, hit):
        return True
    had = next((i for i in range(hit.start - 1, start - 1, -1) if words[i] in _HAD), None)
    if had is None or not words[hit.end - 1].startswith(_OF_THINGS) or words[had + 1] in ("que", "to"):
        return False
    return not any(reading.has("scope", kind, start=had, end=hit.end) for kind in ("want", "must"))


def _is_preferred(reading: Reading, hit: Hit) -> bool:
    """ "Que acierte, no que vuele": denied is what follows, and not what stands before."""
    words = reading.message.words
    for cue in reading.of("scope", "negate_after"):
        before = cue.start >= hit.end and words[cue.start : cue.end] == ("no", "que")
        if before and cue.end < reading.clause(cue.start)[1]:
            return True
    return False


def _is_matter(reading: Reading, hit: Hit) -> bool:
    """ "Summarise the GDPR", "classify reviews as cheap or fast": what is worked upon."""
    return any(m.start < hit.start and hit.start < m.end for m in reading.of("matter"))


def _is_topic(words: tuple[str, ...], hit: Hit) -> bool:
    """ "A blog about saving money": what is written about."""
    nearby = [i for i in range(hit.start - 1, max(hit.start - _ABOUT, 0) - 1, -1) if words[i] in ("about", "sobre")]
    at = next((i for i in nearby if hit.start - i <= 2 or set(words[i + 1 : hit.start]) & {"and", "y"}), None)
    return at is not None and not any(w.startswith(_CARING) for w in words[max(at - 3, 0) : at])


_ABOUT = 5


_CARING = (
    "car",
    "worr",
    "seri",
    "concern",
    "strict",
    "paranoi",
    "preocup",
    "nerv",
    "anxious",
    "all",
    "its",
    "sens",
    "obses",
)
_HAD = wordset(
    "tengo tenemos tiene tienen tenia compre compramos pille pillamos era have has got had bought own owns was were"
)
_OF_THINGS = ("barat", "economic", "rapid", "lent", "car", "cheap", "fast", "quick", "slow", "expensive", "affordable")


def _no_matter(reading: Reading, acts: Acts) -> list[Hit]:
    """ "The price doesn't matter": said of the thing itself, and not of its being cheap."""
    return [
        h
        for h in reading.longest("aspect")
        if acts.keep(h.start) < Keep.SITUATION and reading.polarity(h.start, h.end) in ("optional", "no")
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
