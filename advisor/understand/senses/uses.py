"""The one use that comes nearest to what a message describes: judged by the trained sense, quoted by its words."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.domain.needs import Change
from advisor.understand.models.of_two import is_of_two
from advisor.understand.senses.features import READ, Feature, Naming, features, is_ones_own, namings
from advisor.understand.senses.other_use import SURE, replaces
from advisor.understand.senses.sense import Opinion, Sense
from advisor.understand.senses.uses_asked import asked_for, could_a_model, only_errand
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

NONE = "none"
_LEAST, _LEAST_ASKED = 0.25, 0.5
"""Likelihood below which the likeliest use is a guess and none is read; of messages that state nothing, or take something
back, more is asked."""
_NAMED = 0.42
"""Likelihood that is enough for a use of which a phrase of the lexicon, and not only a word, speaks."""
_HALF = 0.5
"""Likelihood below which a use that no phrase names outright implies nothing else."""
_REQUESTED = 0.9
"""Likelihood that anything is asked for, short of which a statement without words of wishing has to tell its use clearly."""
_NO_ERRAND = 0.9
"""Likelihood from which what sounds like a task to be done on the spot tells a use after all."""
_LEAST_OF_NAMED = 0.2
"""Likelihood from which there is a use where models are asked about by name, for something."""
_FOR = wordset("para pa for to")
_FAR_LESS = 0.1
"""Of the likelihood of another use that is named, what a use must have to be read instead of it."""
_SENTENCE_SURE = 0.7
"""Likelihood from which one sentence tells the use of a message that as a whole tells none."""
_SENTENCE = 4
"""Tokens below which a sentence tells too little."""
_LEAST_OUTRIGHT = 0.1
"""Likelihood from which a use holds that the words of wishing directly name."""
_SHORT = 40
"""Tokens of a message that tells one thing."""
_ARTICLES = wordset("un una a an el la the algo something que to para for hacer our mi my")
_A = wordset("un una a an algo something para pa for")
_MODELS = wordset("model models llm llms ai ais ia ias modelo modelos slm slms")
_OF = wordset("de para en que haga hacer for to in at of does about sobre")
_NEAR = 5
"""Words at most from the model to what it is for: "un modelo pequeño y bueno para programar"."""
_SOUGHT = wordset(
    "which what best good better any some a an another other need want looking recommend suggest "
    "cual cuales que mejor mejores buen buena bueno algun alguna algunos un una otro otra necesito busco quiero recomienda"
)
_DEFINITE = wordset("the this that these those my your our el la los las este esta estos mi tu su nuestro")
_SHARE = 0.3
"""Of what the strongest word of a quote says for the use, what a word at its edge must say."""
_CONTENT = 4
"""Letters of a word that may open or close a quote, where there is any such word."""
_IMPLIED = {"image_generation": "image", "vision": "image", "transcription": "audio", "voice": "audio"}


def read_use(
    reading: Reading,
    acts: Acts,
    sense: Sense,
    seen: Mapping[str, Feature],
    named: Mapping[str, Naming],
    requested: float = 1.0,
    asked: float = 1.0,
) -> list[Change]:
    """A change of use, with the modality and latency that it implies. `requested`: how likely anything is asked for;
    `asked`: how likely that is, or that models are asked about."""
    opinion = sense.weigh(seen, {use: naming.ways for use, naming in named.items()})
    value = opinion.top
    denied = [h for h in reading.of("use_case") if reading.polarity(h.start, h.end) == "no"]
    refused = {h.value for h in denied if not is_ones_own(reading, h)}
    named = {use: naming for use, naming in named.items() if use not in refused or opinion.of(use) >= SURE}
    takes_back = reading.has("scope", "retract")
    stated = acts.has("state") and not takes_back and (requested >= _REQUESTED or reading.has("scope", "want"))
    value = _named_beside(opinion, named, value)
    guessed = (
        not reading.dialogue.turns
        and value not in named
        and (_equips(reading) or not (reading.has("scope", "want") or reading.has("act", "request")))
    )
    if value == NONE or opinion.of(value) < (_LEAST if stated and not guessed else _LEAST_ASKED):
        value = _wished(reading, opinion, named, requested)
    if value == NONE:
        value = next((use for use in named if any(named[use].ways[:3]) and opinion.of(use) >= _NAMED), NONE)
    if opinion.of(value) < SURE:
        value = _asked_outright(reading, opinion, named, requested) or value
    if value == NONE and requested >= _HALF:
        value, opinion, named = _of_one_sentence(reading, acts, sense) or (value, opinion, named)
    if value == NONE and asked >= _HALF and any(reading.taken) and _FOR & set(reading.message.words):
        value = next((use for use in _likeliest(opinion) if opinion.of(use) >= _LEAST_OF_NAMED), NONE)
    if opinion.of(value) < SURE or value == NONE:
        value = (asked >= _HALF and _model_of(reading, acts, opinion, named)) or value
    if value == NONE:
        value = _meant_for(reading, acts, opinion, named, asked >= _HALF) or NONE
    if value == NONE:
        value = asked_for(reading, acts, opinion, named, asked) or NONE
    if value == NONE and requested >= _REQUESTED:
        value = only_errand(acts, named) or NONE
    if value not in named or acts.keep(named[value].start) is Keep.NOTHING:
        value = could_a_model(reading, opinion, named) or value
    value = _other_kind(reading, acts) or value
    if value == "general":  # "for general purposes (ChatGPT-like)"
        value = next((use for use, naming in named.items() if use != value and naming.ways[0]), value)
    held = reading.dialogue.needs.text("use_case")
    if set(acts.by_sentence.values()) == {"errand"} and opinion.of(value) < _NO_ERRAND:
        return []
    if held == "rag" and value == "semantic_search" and not reading.corrects:
        return []  # "which embedding model should we use?": a part of what it is for
    if value in (NONE, held) or (held and not replaces(reading, acts, opinion.of(value), held in named)):
        return []
    span = _quoted(reading, opinion, value, named.get(value))
    unsure = span is not None and opinion.of(value) < SURE
    if span and unsure and any(h.start <= span[0] and span[1] <= h.end for h in reading.of("flag")):
        return []  # "que devuelva JSON" says how, and not what for
    if (
        span
        and value not in named
        and any(h.start <= span[0] and span[1] <= h.end for h in reading.of("purse", "how_far"))
    ):
        return []  # "what could I do with them?"
    if span and is_of_two(reading, span[0]):
        return []
    if span and any(h.start <= span[0] and span[1] <= h.end for h in reading.of("decoy", "done_already")):
        return []  # "las llamadas ya las transcribe otra empresa"
    passed_on = min(requested, opinion.of(value)) >= _NO_ERRAND
    if span is None or (_is_told(reading, acts, span[0]) and not passed_on and not _wishes(reading, acts)):
        return []
    changes = [*_implied_before(reading, span), reading.change("set", "use_case", value, *span)]
    if value in _IMPLIED and (opinion.of(value) >= _HALF or (value in named and named[value].ways[0])):
        changes.append(reading.change("add", "modalities", (_IMPLIED[value],), *span))
    if value == "voice" and not any(word.startswith(_RECORDED) for word in reading.message.words):
        changes.append(reading.change("set", "latency", "low", *span))
    return changes


def _equips(reading: Reading) -> bool:
    """Whether a short message tells a machine, of which people say much and nothing of what for."""
    return reading.message.length <= _SHORT and (bool(reading.of("machine")) or reading.has("unit", "gb"))


_RECORDED = (
    "clon",
    "audiolibro",
    "audiobook",
    "narra",
    "dub",
    "dobla",
    "voiceover",
    "locuc",
    "locutor",
    "podcast",
    "jingle",
)
"""How the words begin of a voice that is recorded, and that nobody waits for."""


def _is_told(reading: Reading, acts: Acts, i: int) -> bool:
    """Whether the word is of a tale of somebody else."""
    return acts.keep(i) is Keep.NOTHING and acts.by_sentence[reading.message.tokens[i].sentence] != "errand"


def _wishes(reading: Reading, acts: Acts) -> bool:
    return any(acts.keep(h.start) is not Keep.NOTHING for h in reading.of("scope", "want"))


def _of_one_sentence(reading: Reading, acts: Acts, sense: Sense) -> tuple[str, Opinion, Mapping[str, Naming]] | None:
    """The use that one sentence of several tells by itself, where the others drown it."""
    best = None
    for number, (start, end) in reading.message.sentence_bounds.items():
        if (
            end - start < _SENTENCE
            or start >= READ
            or acts.by_sentence[number] != "state"
            or _is_told(reading, acts, start)
        ):
            continue
        named = namings(reading, acts, start, end)
        opinion = sense.weigh(
            features(reading, acts, named, start, end), {use: naming.ways for use, naming in named.items()}
        )
        value = _likeliest(opinion)[0]
        if opinion.of(value) >= (best[1].of(best[0]) if best else _SENTENCE_SURE):
            best = value, opinion, named
    return best if len(reading.message.sentence_bounds) > 1 else None


def _likeliest(opinion: Opinion) -> list[str]:
    """The uses, the likeliest first."""
    return sorted((use for use in opinion.classes if use != NONE), key=opinion.of, reverse=True)


def _implied_before(reading: Reading, span: tuple[int, int]) -> list[Change]:
    """What only the use that held implied goes with it: known by its having no other words behind it."""
    quotes = reading.dialogue.quotes
    words = quotes.get("use_case")
    return [
        reading.change("clear", key, None, *span)
        for key in ("modalities", "latency")
        if words and key in reading.dialogue.needs and quotes.get(key) == words
    ]


def _named_beside(opinion: Opinion, named: Mapping[str, Naming], value: str) -> str:
    """Of two uses that are likely, the one named outright: "un LLM local y TTS para hablar"."""
    if value == NONE or opinion.of(value) >= _HALF or (value in named and any(named[value].ways[:2])):
        return value
    beside = [use for use in named if named[use].ways[0] and opinion.of(use) >= _LEAST_OF_NAMED]
    return max(beside, key=opinion.of, default=value)


def _heads(reading: Reading, start: int, requested: float) -> bool:
    """Whether a message that asks for something begins with these words: "un chatbot barato", "algo para programar"."""
    return requested >= _HALF and set(reading.message.words[:start]) <= _A


def _wished(reading: Reading, opinion: Opinion, named: Mapping[str, Naming], requested: float) -> str:
    """A use named outright as what is wished ("quiero un chatbot", "chatbot barato") holds, whatever else is said."""
    best = max((opinion.of(use) for use in named if named[use].ways[0]), default=0.0)
    for use in sorted(named, key=opinion.of, reverse=True):
        way = named[use]
        if best >= _LEAST_OF_NAMED and opinion.of(use) < best * _FAR_LESS:
            break
        start, end = reading.clause(way.start)
        headed = way.start == 0 or _heads(reading, way.start, requested)
        headed = headed or (requested >= _HALF and _is_all(reading, way, start, end))
        headed = headed or (requested >= _HALF and _is_sought(reading, way, start, end))
        if way.ways[0] and (headed or reading.has("scope", "want", start=start, end=way.start)):
            return use
    return NONE


def _is_sought(reading: Reading, way: Naming, start: int, end: int) -> bool:
    """ "Any chatbot that works?", "¿algún OCR para facturas?": the thing itself is sought, and nothing of its kind."""
    before = [w for w in reading.message.words[start : way.start] if w.isalnum()]
    after = reading.message.words[way.end] if way.end < end else "?"
    return (
        bool(before) and before[0] in _ANY and set(before) <= _SOUGHT | _A and (after in _AFTER or not after.isalpha())
    )


_ANY = wordset("any some algun alguna which what que cual best mejor good buen buena another otro otra")
_AFTER = wordset("that which for on to with in like under out you que para pa con en como de")


def _is_all(reading: Reading, way: Naming, start: int, end: int) -> bool:
    """ "3060 12GB, 32k context, coding": nothing else stands between two commas, after a machine or a limit was told."""
    words = reading.message.words
    beside = {w for i, w in enumerate(words[start:end], start) if w.isalnum() and not way.start <= i < way.end}
    told = reading.has("unit", "gb", "tokens", "params") or reading.has("machine") or any(reading.taken)
    told = told or end >= len(words) - 1  # "I can stretch to 30 a month, a chatbot"
    return told and beside <= _A and start > 0 and words[start] != "("


def _model_of(reading: Reading, acts: Acts, opinion: Opinion, named: Mapping[str, Naming]) -> str | None:
    """The use of the model that is sought: "which TTS models", "un buen modelo para programar"; not "the coding model"."""
    words = reading.message.words
    for use in sorted(named, key=opinion.of, reverse=True):
        way = named[use]
        if not way.ways[0] or acts.by_sentence[reading.message.tokens[way.start].sentence] != "state":
            continue
        start, end = reading.clause(way.start)
        before = words[start : way.start]
        if way.end < end and words[way.end] in _MODELS:
            sought = before
        else:
            of = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _MODELS), len(before))
            if not 2 <= len(before) - of <= _NEAR or not _OF & set(before[of:]):
                continue
            sought = before[:of]
        if _SOUGHT & set(sought) and sought[-1] not in _DEFINITE:
            return use
    return None


def _meant_for(reading: Reading, acts: Acts, opinion: Opinion, named: Mapping[str, Naming], asked: bool) -> str | None:
    """The use named outright after "for", or as a task: "para un chatbot", "my RAG application", "tareas de traducción".

    Where nothing is `asked` for, one's own task tells it all the same.
    """
    words = reading.message.words
    for use in sorted(named, key=opinion.of, reverse=True):
        way = named[use]
        sentence = reading.message.tokens[way.start].sentence
        if not way.ways[0] or acts.by_sentence[sentence] != "state" or acts.keep(way.start) >= Keep.SITUATION:
            continue
        start, end = reading.clause(way.start)
        before, after = words[start : way.start], words[way.end : min(way.end + 1, end)]
        bare = [w for w in before[-3:] if w not in _A][-1:]
        as_one = before[-2:-1] == ("as",) and before[-1] in _A and bool(set(before) & (_MODELS | _IT))
        as_one = as_one or (before[-1:] == ("de",) and before[-2:-1] in _SERVING)
        direct = before[-1:] and (before[-1] in _FOR or (before[-1] in _A and before[-2:-1] and before[-2] in _FOR))
        if set(after) & _TASKS and set(before[-1:]) & _OWN:
            return use
        if not asked:
            continue
        if as_one:
            return use
        if direct and opinion.of(use) >= _LEAST_OF_NAMED:
            return use
        if set(after) & _TASKS and set(before[-_NEAR:]) & _DOING and not set(before[-1:]) & _NOT_OURS:
            return use
        if bare and bare[0] in _OF and set(before[-_NEAR:]) & _TASKS:
            return use
    return None


_TASKS = wordset(
    "task tasks application applications app apps project projects pipeline pipelines system systems workflow workflows use "
    "tarea tareas aplicacion aplicaciones proyecto proyectos sistema sistemas trabajo trabajos"
)
_DOING = wordset("for in my our on with para en mi mis nuestro nuestra con un una a an")
_IT = wordset("it this that one something")
_SERVING = (("haga",), ("sirva",), ("hiciera",), ("actue",))
_OWN = wordset("my our mi nuestro nuestra")
_NOT_OURS = wordset("the this that these those their your his her el la ese esa este esta su")


def _other_kind(reading: Reading, acts: Acts) -> str | None:
    """ "An embedding model for RAG", "un reranker": what is sought makes vectors, whatever they are for."""
    words = reading.message.words
    for hit in reading.of("use_case", "semantic_search"):
        first = words[hit.start]
        kind = first.startswith(("embed", "rerank")) and (
            set(words[hit.end : hit.end + 1]) & _MODELS or words[max(hit.start - 2, 0) : hit.start] in _MODEL_OF
        )
        alone = first.startswith(("embedder", "embedding", "rerank")) and set(words[: hit.start]) <= _A | _SOUGHT
        whole = words[hit.start : hit.end] in _VECTOR_MODELS
        if (kind or alone or whole) and acts.keep(hit.start) < Keep.SITUATION:
            return "semantic_search"
    return None


_MODEL_OF = tuple((model, of) for model in ("modelo", "modelos", "model", "models") for of in ("de", "of", "for"))
_VECTOR_MODELS = (("modelo", "de", "embeddings"), ("modelo", "de", "embedding"))


def _asked_outright(reading: Reading, opinion: Opinion, named: Mapping[str, Naming], requested: float) -> str | None:
    """The use that directly follows the words of wishing ("necesitamos traducir cartas", "we need a chatbot"), or begins."""
    wishes = {hit.end for hit in reading.of("scope", "want")}
    for use in sorted(named, key=opinion.of, reverse=True):
        way = named[use]
        if way.ways[0] and opinion.of(use) >= _LEAST_OUTRIGHT:
            start = way.start
            while start and reading.message.words[start - 1] in _ARTICLES:
                start -= 1
            if start in wishes or (not start and _heads(reading, way.start, requested)):
                return use
    return None


def _quoted(reading: Reading, opinion: Opinion, use: str, naming: Naming | None) -> tuple[int, int] | None:
    """The words behind the use: the phrase that names it, or from the first to the last telling word of one clause."""
    if naming and (naming.ways[0] or naming.ways[1]):
        return naming.start, naming.end
    spoken = opinion.words(use)
    words = {i: part for i, part in spoken.items() if len(reading.message.tokens[i].text) >= _CONTENT} or spoken
    if not words:
        return None
    strongest = max(words, key=lambda i: (words[i], -i))
    if words[strongest] <= 0:
        return None
    start, end = reading.clause(strongest)
    telling = [i for i in range(start, end) if words.get(i, 0.0) >= _SHARE * words[strongest]]
    return telling[0], telling[-1] + 1
