"""Turns whose intent is plain from their grammar and the talk so far: the trained sense is not asked about them."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change, Dialogue, Intent, ModelMention
from advisor.understand.models.praised import praises
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.speech.sentences import PASSED_WISHES
from advisor.understand.talk.asides import recounts
from advisor.understand.talk.bare_price import is_bare_price
from advisor.understand.words.classes import MODELS
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_SHORT = 12
"""Words beyond which a turn says more than one thing, and nothing is plain."""
_OPENERS = wordset("y and ok vale pues so entonces oye hey but pero bueno well then")
_FIGURES = (
    "speed",
    "memory",
    "room",
    "savings",
    "at_once",
    "hosts",
    "maker",
    "portrait",
    "offline",
    "program",
    "discounts",
    "facts",
)
"""What is asked of the model that is talked about, unless models in general are spoken of."""
_OF_SHOWN = ("trust", "weak", "errs")
"""What the guide may be asked, too, but for a model that is talked about."""
_NO_MATTER = frozenset(
    tuple(phrase.split())
    for phrase in (
        "no se", "no lo se", "ni idea", "da igual", "me da igual", "me da lo mismo", "lo que sea", "no estoy seguro", "no estoy segura",
        "i dont know", "dont know", "no idea", "whatever", "doesnt matter", "it doesnt matter", "not sure", "im not sure", "i dont care",
    )
)  # fmt: skip
"""Turns that say nothing."""
_CHOICES = frozenset(
    (("cual",), ("cuales",), ("which",), ("which", "one"), ("which", "ones"), ("cual", "es"), ("which", "then"),
     ("cual", "entonces"), ("which", "one", "then"), ("con", "cual", "me", "quedo"))
)  # fmt: skip
_BIGGER = wordset("bigger larger smaller newer older grande grandes pequeno pequenos nuevo nuevos")
_BETTER = wordset("better worse smarter best mejor mejores peor peores siempre always")
_WHAT_OF = (("what", "about"), ("how", "about"), ("que", "tal"))
_INTERROGATIVES = wordset("que cual cuanto cuanta cuantos cuantas cuando quien what which how who when")
_SUBJECT_WITHIN = 4
"""Tokens from the beginning of a sentence in which its subject stands."""
_PLAIN_NO = wordset("no not nunca never didnt doesnt dont cant couldnt sin ni isnt wasnt nadie nobody")
_RECKONING = _OPENERS | wordset(
    "en in eso esto that this it lo cuanto how much seria is would be de a per por cada each one uno una al mes month monthly "
    "the el la me nos us total todo all cost costs price coste precio costo bill factura y and"
)
"""Words that go with the unit in which a cost is asked for."""
_POINTING = wordset("it its lo su sus")
_BEFORE_NOUN = wordset(
    "la el los las the its su sus y and what about how que hay de cual cuales es are is cuanto tiene wise ok okay but pero vale en cuanto a"
)
_ATTRIBUTES = (
    "min_context_tokens",
    "min_output_tokens",
    "max_params_b",
    "languages",
    "programming_languages",
    "latency",
    "max_price_in_usd_per_m",
    "max_price_out_usd_per_m",
    "modalities",
)
"""The needs whose nouns are also properties of a model."""
_DATA = wordset("data datos informacion information")
_SAFE = wordset("safe secure private protected seguros seguro segura protegidos protegida privados")


_WHO = wordset("modelo model chatgpt gpt claude gemini humano humana human persona person quien who")
"""Words of asking the advisor who it is."""
_LISTED = wordset(
    "you your youre me te tu tus lista list tabla table ranking ranked rank first second third primero segundo tercero "
    "primera segunda tercera pones pusiste puesto recomendado recomendaste sugeriste recommend recommendation dices eliges "
    "descartas above puntaje score sale salen that this ese esa este"
)
"""Words of what the advisor said, or of what it is shown to have said."""


def unasked(reading: Reading, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Without what a question on what was shown merely names: "¿y va a ir muy lento?", "where do I host it?"."""
    words = sum(t.kind == "word" for t in reading.message.tokens)
    if not reading.dialogue.shown or words > _BARE:
        return tuple(changes)
    asked = [reading.quote(h.start, h.end) for h in reading.of("asks", "speed", "errs")]
    asked = asked if reading.message.questions else []
    hosted = [reading.quote(h.start, h.end) for h in reading.of("asks", "hosts")]
    named = {"priority": asked, "local": hosted}
    return tuple(c for c in changes if not any(c.quote in q or q in c.quote for q in named.get(c.key, ())))


def settled(reading: Reading, acts: Acts, changes: Sequence[Change], mentions: Sequence[ModelMention]) -> Intent | None:
    """The intent of a short turn where its grammar alone decides; None where it does not."""
    before = reading.dialogue
    words = [w for w in reading.message.words if w.isalnum()]
    while words and words[0] in _OPENERS:
        words = words[1:]
    if acts.hesitates:
        return "ask_guide"
    if before.shown and is_bare_price(reading.message.text):
        return "ask_model"
    wishes = [c for c in changes if c.key != "mentioned_models" and not _holds(before, c)]
    if mentions and {c.key for c in wishes} == {"local"} and reading.has("asks", "memory"):
        return "ask_model"  # "I want to run Qwen3 32B locally, what do I need?"
    if wishes and len(before.focus) > 1 and {c.key for c in wishes} <= _WORKLOAD and _sets_costs_beside(reading):
        return "compare"  # "which is cheaper with 20M tokens a month?", of what was just compared
    if wishes:
        return "refine" if acts.supposes and len(words) <= _SHORT and acts.spoken <= 1 else None
    if before.needs and not before.shown and reading.has("asks", "relax"):
        return "refine"  # of what could not be met: it is told once more what to give up
    if before.shown and reading.has("asks", "portrait") and len(words) <= _SHORT:
        return "ask_model"
    if _praised_elsewhere(reading, acts, words, mentions):
        return "explain_why"
    told = _elsewhere(reading, acts, mentions) or _told(reading, acts, mentions)
    if told:
        return told
    if (before.needs or before.shown) and not acts.has("compare", "guide") and _amends(reading, words):
        return "refine"
    if not words and not reading.message.questions and any(w.isalnum() for w in reading.message.words):
        return "smalltalk"  # "ok", "vale"
    if not words or len(words) > _SHORT or acts.spoken > 1:
        return None
    if before.turns and tuple(words) in _NO_MATTER and not reading.message.questions:
        return "smalltalk"
    talking = bool(before.shown or before.focus)
    if tuple(words) in _CHOICES and (talking or before.needs):
        return "compare" if len(before.shown) > 1 else "refine"
    if talking and not mentions and reading.message.questions and reading.has("asks", *_OF_SHOWN):
        return "explain_why" if reading.has("asks", "weak") else "ask_model"
    if acts.has("compare") and (talking or mentions or reading.has("act", "refer")):
        return "compare"
    if before.turns and _between(reading, mentions):
        return "compare"
    if acts.has("why") and mentions and before.shown:
        return "explain_why"
    if acts.has("why") and not mentions and reading.has("fine_tuning"):
        return "ask_guide"
    if reading.message.questions and not mentions and set(words) & _DATA and set(words) & _SAFE:
        return "ask_guide"
    if not mentions and (
        reading.has("asks", "keeping")
        or ((reading.message.questions or words[0] in _ASKING_IF) and _asks_if_safe(words))
    ):
        return "ask_guide"
    if reading.message.questions and _BIGGER & set(words) and _BETTER & set(words) and MODELS & set(words):
        return "ask_guide"
    if reading.has("act", "greet") and words[-1] in ("hacer", "do") and not talking_of(reading):
        return "smalltalk"
    if (talking or mentions) and reading.has("asks", *_FIGURES) and not _in_general(reading):
        return "ask_model"
    if not talking and not before.needs and _is_all(reading, words, "greet"):
        return "smalltalk"
    if talking and (
        _is_all(reading, words, "ask_model")
        or (acts.has("ask_model") and words[0] in _INTERROGATIVES and tuple(words[:2]) not in _WHAT_OF)
    ):
        return "ask_model"
    if talking and (
        _reckons(reading) or _names_attribute(reading) or (acts.has("ask_model") and set(words) & _POINTING)
    ):
        return "ask_model"
    return None


def _praised_elsewhere(reading: Reading, acts: Acts, words: Sequence[str], mentions: Sequence[ModelMention]) -> bool:
    """ "Me han dicho que ChatGPT es mejor", "isn't DeepSeek better?": why it does not come first is what is asked."""
    if len(mentions) != 1 or len(words) > _SHORT or not praises(reading):
        return False
    return acts.has("hearsay") or (bool(reading.message.questions) and not acts.has("compare"))


def _holds(before: Dialogue, change: Change) -> bool:
    """Told already, and so no wish of this turn: "¿y sin conexión funciona?" of what runs at home."""
    return change.op == "set" and before.needs.get(change.key) == change.value


def _sets_costs_beside(reading: Reading) -> bool:
    words = reading.message.words
    return any(set(words[h.start : h.end]) & _DEARER for h in reading.of("asks", "cost"))


_WORKLOAD = frozenset(
    {"tokens_per_month", "items_per_month", "item_tokens", "output_share", "users", "mentioned_models"}
)
_DEARER = wordset("barato barata economico economica caro cara cheaper cheapest dearer expensive")


def _between(reading: Reading, mentions: Sequence[ModelMention]) -> bool:
    """ "¿Y entre Claude y Gemini?", "between Claude and Gemini?"."""
    return (
        len(mentions) > 1
        and bool(reading.message.questions)
        and bool({"entre", "between"} & set(reading.message.words))
    )


def _is_all(reading: Reading, words: Sequence[str], act: str) -> bool:
    """ "Cuando salió", without its question mark; "¿qué es esto?": nothing but a phrase of that act."""
    hits = reading.of("act", act)
    covered = {i for h in hits for i in range(h.start, h.end)}
    left = {t.text for i, t in enumerate(reading.message.tokens) if t.kind == "word" and i not in covered}
    return 1 < len(words) <= _BARE and any(h.length > 1 for h in hits) and left <= _OPENERS


def _asks_if_safe(words: Sequence[str]) -> bool:
    """ "Is it safe?", "¿y eso es seguro?": of what is said to it, since of nothing else."""
    return 1 < len(words) <= _BARE and bool(set(words) & _SAFE) and not set(words) - _SAFE - _BARELY


_ASKING_IF = wordset("is are")
_BARE = 6
_BARELY = wordset("is it this that es eso esto ese y muy very really de verdad are they all son esta estan")


def _elsewhere(reading: Reading, acts: Acts, mentions: Sequence[ModelMention]) -> Intent | None:
    """What a turn is that has nothing to do with choosing a model: a task, a program at fault, the advisor itself, an aside."""
    tokens = reading.message.tokens
    wants = [h for h in reading.of("scope", "want") if acts.by_sentence[tokens[h.start].sentence] != "errand"]
    wished = bool(wants) or reading.has("act", "request")
    asks = acts.has("guide", "ask_model", "why", "compare", "doubt")
    if acts.at_fault or ("task" in acts.errands and not (wished or asks)):
        return "off_topic"
    if acts.challenges and (reading.dialogue.turns or not acts.has("hearsay")):
        return "explain_why"
    if acts.has("why") and not reading.dialogue.turns and not _of_the_list(reading):
        return "ask_guide"
    of_us = any(acts.keep(h.start) == Keep.NOTHING for h in reading.of("act", "advisor"))
    if of_us and reading.message.questions and not mentions and acts.errands <= {"persona"}:
        if set(reading.message.words) & _WHO:
            return "smalltalk"
        return None if reading.has("act", "greet") or reading.has("act", "off_topic") else "ask_guide"
    return "smalltalk" if recounts(reading) else None


def _of_the_list(reading: Reading) -> bool:
    """ "Why is the first one dearer?", "why not Mistral?": asked of what the advisor said, and not of how things are."""
    words = reading.message.words
    whys = reading.of("act", "why")
    return bool(set(words) & _LISTED) or any(set(words[h.start : h.end + 1]) & {"not", "no"} for h in whys)


def _told(reading: Reading, acts: Acts, mentions: Sequence[ModelMention]) -> Intent | None:
    """What a message is that only tells of others, asks whether what others say is so, or only looks round."""
    if reading.has("act", "browse") or (reading.dialogue.turns and reading.has("act", "recap")):
        return "smalltalk"
    if reading.has("act", "opinion") and not mentions and not reading.has("scope", "want"):
        return "smalltalk"
    if reading.message.questions and acts.has("hearsay") and not mentions:
        return "ask_guide"
    if reading.message.questions or reading.has("scope", "want") or acts.has("adversarial", "reset", "errand"):
        return None
    if acts.has("guide", "ask_model", "why", "compare", "doubt"):
        return None
    if reading.corrects or any(not set(reading.message.words[c.start : c.end]) & _PLAIN_NO for c in reading.cues):
        return None  # something that stands is put right or ruled out
    short = sum(t.kind == "word" for t in reading.message.tokens) <= _SHORT
    if reading.dialogue.turns and short and reading.has("act", "off_topic") and not _bears(reading):
        return "smalltalk"
    if acts.has("hearsay"):
        return None if reading.has("act", "guide") else "smalltalk"
    if set(reading.message.words) & PASSED_WISHES:
        return None
    tales = reading.of("act", "folk", "others")
    return "smalltalk" if any(h.start - reading.sentence(h.start)[0] <= _SUBJECT_WITHIN for h in tales) else None


def _bears(reading: Reading) -> bool:
    """Whether anything in it may bear on what is wished."""
    return talking_of(reading) or reading.corrects or bool(reading.cues) or reading.has("scope", "only")


_KINDS = wordset("models modelos llms llm moe dense densos transformer transformers")


def _in_general(reading: Reading) -> bool:
    """ "How much VRAM does a 70B need?", "¿qué es la cuantización?": asked of no model that was shown."""
    sized = any(not reading.is_taken(h.start, h.end) for h in reading.of("unit", "params"))
    explains = any(h.length > 1 for h in reading.of("act", "guide") if reading.message.words[h.start] in _WHAT_IS)
    defines = explains and any(
        reading.message.words[i : i + 2] in (("que", "es"), ("what", "is"), ("what", "are"), ("que", "son"))
        for i in range(len(reading.message.words))
    )
    return sized or defines or bool(set(reading.message.words) & _KINDS)


_WHAT_IS = wordset("que what whats como how")


def _amends(reading: Reading, words: Sequence[str]) -> bool:
    """ "16", "sorry, the 12 one", "put it back in": said of what stands already."""
    if reading.message.questions or len(words) > _SHORT:
        return False
    only_numbers = bool(reading.numbers) and all(t.kind != "word" for t in reading.message.tokens)
    return only_numbers or (reading.corrects and bool(reading.numbers)) or reading.has("act", "edit")


def talking_of(reading: Reading) -> bool:
    """Whether anything but the greeting itself is named."""
    return any(reading.has(kind) for kind in ("use_case", "flag", "priority", "tongue")) or any(reading.taken)


def _reckons(reading: Reading) -> bool:
    """ "¿Y en euros?", "and per ticket?", "what's the monthly bill": what was shown is to be reckoned otherwise."""
    tokens = reading.message.tokens
    each = {i for h in reading.of("asks", "cost", "each") for i in range(h.start, h.end)}
    if any(not set(range(n.start, n.end)) <= each for n in reading.numbers):
        return False  # "per 1000 requests" is a unit, "for 500 dollars" none
    if not (reading.message.questions or tokens[0].text in _OPENERS or reading.has("asks", "cost", "each")):
        return False
    units = [
        *reading.of("currency"),
        *reading.longest("period"),
        *reading.longest("unit"),
        *reading.of("asks", "cost", "each"),
    ]
    covered = {i for h in units for i in range(h.start, h.end)}
    return bool(covered) and all(
        i in covered or t.kind in ("mark", "number") or t.text in _RECKONING for i, t in enumerate(tokens)
    )


def _names_attribute(reading: Reading) -> bool:
    """ "And the context window?": nothing but a property, with its article."""
    tokens = reading.message.tokens
    asked = [*reading.of("topic", *_ATTRIBUTES), *reading.of("aspect", "cost")]
    covered = {i for h in asked for i in range(h.start, h.end)}
    covered |= {i for i, t in enumerate(tokens) if t.text.startswith(("licenc", "licens"))}
    if any(h.length > 1 for h in reading.of("act", "guide")):
        return False  # "qué es el contexto?"
    opens = reading.message.questions or (tokens and tokens[0].text in _OPENERS)
    return bool(
        covered
        and opens
        and all(t.kind == "mark" or t.text in _BEFORE_NOUN or i in covered for i, t in enumerate(tokens))
    )
