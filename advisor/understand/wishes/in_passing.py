"""Words of a priority that wish for nothing: of machines, things and matters; asked about, measured or compared."""

from __future__ import annotations

from advisor.understand.speech.acts import Acts
from advisor.understand.speech.questions import AUXILIARIES
from advisor.understand.words.classes import THOSE
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_NEXT = wordset("next siguiente")
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
IS = wordset(
    "is are was were be es son era eran fue fueron va iba runs ran works felt feels gets got sigue siguen seems seem esta estan "
    "bajo sube remains stays"
)
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


def in_passing(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """Whether it is told or asked of something, and nothing is wished by it."""
    return (
        of_those_shown(reading, hit)
        or is_matter(reading, hit)
        or reading.in_quotes(hit.start, hit.end)
        or _of_a_tale(reading, hit)
        or (hit.length <= 2 and of_hardware(reading, acts, hit))
        or _is_asked_after(reading, hit)
        or _is_measured(reading, hit)
        or _is_weighed(reading, hit)
        or _is_told_of_a_model(reading, hit)
        or _asks_of_faults(reading, hit)
        or _is_to_be_seen(reading, hit)
        or _asks_of_a_named(reading, hit)
        or _asks_which(reading, hit)
    )


def of_those_shown(reading: Reading, hit: Hit) -> bool:
    """ "The fastest of those": asked of the models shown, which it puts in another order and no further."""
    words = reading.message.words
    after, before = words[hit.end - 1 : hit.end + 2], words[max(hit.start - 2, 0) : hit.end]
    return bool(reading.dialogue.shown) and bool(THOSE & set(after) or _NEXT & set(before))


def of_hardware(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """ "The 5060 Ti is still dear", "cheap 3090s", "the fastest GPU": told of a machine, a part or a rent, and not of a model."""
    words = reading.message.words
    start, end = reading.clause(hit.start)
    if hit.value not in ("cost", "speed"):
        return False
    spans = [(a, b) for a, b in acts.machines if start <= a < end]
    spans += [(h.start, h.end) for h in reading.of("machine") if start <= h.start < end and h.value != "cloud"]
    spans += [(i, i + 1) for i in range(start, end) if words[i] in _PARTS]
    opening = [w for w in words[start : hit.start] if w.isalpha()]
    if not spans and start > 0 and set(opening) & IS and all(w in IS or w in _STILL for w in opening):
        earlier, until = reading.sentence(start - 1)  # "... the 5060 Ti? Still dear"
        return any(earlier <= a < until for a, _ in acts.machines) and not reading.has(
            "scope", "want", start=start, end=end
        )
    after = any(0 <= a - hit.end <= 1 for a, _ in spans)
    before = any(
        b <= hit.start and any(w in IS for w in words[b : hit.start]) and hit.start - b <= _NEAR for _, b in spans
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


def _asks_of_a_named(reading: Reading, hit: Hit) -> bool:
    """ "Does Gemini train on my data?": what a named one does with it is asked."""
    start = reading.sentence(hit.start)[0]
    said = [i for i in range(start, hit.start) if reading.message.words[i].isalpha()]
    asks = bool(said) and reading.message.words[said[0]] in AUXILIARIES and len(said) > 1
    return hit.value == "privacy" and asks and reading.is_taken(said[1], said[1] + 1) and len(said) <= _SHORT


def _asks_which(reading: Reading, hit: Hit) -> bool:
    """ "And which one is faster?" after two that were compared: asked of them, and of no other."""
    start, end = reading.sentence(hit.start)
    words = [w for w in reading.message.words[start:end] if w.isalpha()]
    asks = bool(_OF_TWO & set(words[:3])) and bool(IS & set(words)) and len(words) <= _BRIEF
    return asks and len(reading.dialogue.needs.names("mentioned_models")) > 1 and reading.message.is_question(hit.start)


_OF_TWO = wordset("which cual")
_BRIEF = 7


def _is_to_be_seen(reading: Reading, hit: Hit) -> bool:
    """ "Check if it's reliable enough", "a ver si es rápido": what is to be found out."""
    words = reading.message.words
    at = next((i for i in range(hit.start - 1, max(hit.start - _NEAR, 0) - 1, -1) if words[i] in _WHETHER), None)
    return at is not None and bool(_FINDING & set(words[max(at - 3, 0) : at]))


_WHETHER = wordset("if whether si")
_FINDING = wordset(
    "verify check see test know find wonder wondering sure ver saber probar comprobar mirar verificar averiguar comprueba verifica mira prueba averigua se sabe sabes"
)


def _asks_of_faults(reading: Reading, hit: Hit) -> bool:
    """ "¿Se inventa cosas?", "does it make mistakes?": whether it does is asked; that it must not would be denied."""
    said = reading.message.words[hit.start : hit.end]
    faulty = hit.value == "quality" and any(w.startswith(_FAULTS) for w in said) and not _TOO & set(said)
    return faulty and reading.message.is_question(hit.start) and not reading.has("act", "request")


_FAULTS = (
    "invent",
    "alucin",
    "hallucinat",
    "equivoc",
    "fall",
    "mient",
    "lie",
    "mistake",
    "make",
    "making",
    "dic",
    "patin",
)


def _is_told_of_a_model(reading: Reading, hit: Hit) -> bool:
    """ "Gemini Flash is 3x cheaper", "Opus es más preciso": what one that is named is like; that it is too slow complains."""
    words = reading.message.words
    start, end = reading.clause(hit.start)
    if hit.length == 1 and words[hit.start] in _DOES and words[hit.start - 1 : hit.start] in _AND_YET:
        return reading.is_taken(start, hit.start)  # "DeepSeek tarda pero acierta"
    copula = next((i for i in range(hit.start - 1, max(hit.start - _NEAR, start) - 1, -1) if words[i] in IS), None)
    if copula is None or not reading.is_taken(copula - 1, copula) or hit.length > 2:
        return False
    wished = any(reading.has("scope", kind, start=start, end=end) for kind in ("want", "must"))
    complains = words[hit.start].startswith(_BAD) or bool(_TOO & set(words[copula : hit.start + 1]))
    return not (wished or complains or set(words[start:copula]) & _FONDLY)


_DOES = wordset("acierta aciertan vuela vuelan")
_AND_YET = tuple((w,) for w in ("y", "e", "pero", "siempre", "casi", "si"))
_BAD = ("slow", "lent", "expens", "car", "pric", "cost", "dear")
_TOO = wordset("too muy very so demasiado tan no not isnt doesnt dont wont never nunca sin without")
_FONDLY = wordset("like love gusta encanta if si whether that que porque because since")


def is_as_much(reading: Reading, hit: Hit) -> bool:
    """ "The small one was as accurate as the large one": two things that are known, and no wish."""
    words = reading.message.words
    start, end = reading.clause(hit.start)
    alike = (words[hit.start - 1 : hit.start], words[hit.end : hit.end + 1]) in _ALIKE
    wished = any(reading.has("scope", kind, start=start, end=end) for kind in ("want", "must"))
    return alike and not wished and bool(IS & set(words[start : hit.start]))


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
    told = any(w in IS for w in reading.message.words[start : hit.start])
    return told or (hit.value == "speed" and not reading.message.is_question(hit.start))


def of_a_thing(reading: Reading, hit: Hit) -> bool:
    """ "I have a fast PC", "the phone was cheap": told of what one has, and not asked of a model."""
    words = reading.message.words
    start, _ = reading.clause(hit.start)
    told = any(h.start <= hit.start and hit.end <= h.end for h in reading.of("thing"))
    if told or is_topic(words, hit):
        return True
    had = next((i for i in range(hit.start - 1, start - 1, -1) if words[i] in _HAD), None)
    if had is None or not words[hit.end - 1].startswith(_OF_THINGS) or words[had + 1] in ("que", "to"):
        return False
    return not any(reading.has("scope", kind, start=had, end=hit.end) for kind in ("want", "must"))


def is_matter(reading: Reading, hit: Hit) -> bool:
    """ "Summarise the GDPR", "classify reviews as cheap or fast": what is worked upon."""
    return any(m.start < hit.start and hit.start < m.end for m in reading.of("matter"))


def is_topic(words: tuple[str, ...], hit: Hit) -> bool:
    """ "A blog about saving money": what is written about."""
    nearby = [i for i in range(hit.start - 1, max(hit.start - _ABOUT, 0) - 1, -1) if words[i] in ("about", "sobre")]
    at = next((i for i in nearby if hit.start - i <= 2 or set(words[i + 1 : hit.start]) & {"and", "y"}), None)
    return at is not None and not any(w.startswith(_CARING) for w in words[max(at - 3, 0) : at])
