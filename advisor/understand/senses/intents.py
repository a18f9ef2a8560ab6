"""What a turn wants: one or more of the contract's ten intents, the first being the one to answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.domain.needs import Change, Dialogue, Intent, ModelMention
from advisor.understand.senses.features import Feature
from advisor.understand.senses.sense import Sense
from advisor.understand.speech.acts import Acts
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_SMALL = 9
"""A message of at most so many words that only greets or thanks is small talk."""


def intents(
    reading: Reading, acts: Acts, changes: Sequence[Change], mentions: Sequence[ModelMention]
) -> tuple[Intent, ...]:
    """The intents of the message by the acts of its sentences, most important first, never empty."""
    return tuple(dict.fromkeys(_ordered(reading, acts, changes, mentions)))


def judged(
    found: tuple[Intent, ...],
    sense: Sense,
    seen: Mapping[str, Feature],
    changes: Sequence[Change],
    mentions: Sequence[ModelMention],
    before: Dialogue,
    asks: bool = False,
    inquires: bool = False,
) -> tuple[Intent, ...]:
    """The intents found, put right by the trained sense; what empties or attacks the talk is left to the rules.

    `asks`: a model is asked for outright ("best model for ...?"), which no other question beside it outweighs.
    `inquires`: what a model takes, why something fails or whether it is worth it is asked, and no model sought.
    """
    opinion = sense.weigh({**seen, **intent_signs(found, changes, mentions, before)})
    likeliest = opinion.top
    if likeliest == "off_topic" and (before.needs or before.shown) and "asks" in seen and not _STRAYS & set(seen):
        likeliest = max((c for c in opinion.classes if c not in _IDLE), key=opinion.of)  # "¿y en euros?"
    if found[0] in _RULED or likeliest in _RULED:
        return found
    wishes = any(change.key != "mentioned_models" for change in changes)
    wanted = _request(before)
    if likeliest in _IDLE:  # "which AI is best to polish my LinkedIn profile?" asks for a model, whatever for
        return found if wishes or (asks and found[0] == wanted) else (likeliest,)  # type: ignore[return-value]
    first = wanted if likeliest == REQUEST or (asks and wanted in found) else likeliest
    if inquires and first == wanted:
        first = "ask_guide"
    if first == "explain_why" and asks:
        first = wanted  # "which one is best, and why do you think that?"
    either = (
        found[0] == "compare" and bool(_EITHER & set(seen)) and not _OTHERS & set(seen)
    )  # "which is best for coding, Claude or GPT?"
    if first == wanted and "compare" in found and ("w:vs" in seen or either) and len(mentions) > 1:
        first = "compare"
    return tuple(dict.fromkeys((first, *(i for i in found if i not in _IDLE))))  # type: ignore[arg-type]


def states_nothing(sense: Sense, seen: Mapping[str, Feature]) -> bool:
    """Whether a message is talk, or asks how things work: then amounts and machines in it are no needs.

    `sense` judges by the words alone, since what the rules took for needs is what is in doubt.
    """
    if not _TELLING <= sum(name.startswith("w:") for name in seen) < _LONG:
        return False
    opinion = sense.weigh(seen)
    idle = opinion.of("smalltalk") + opinion.of("off_topic") + opinion.of("adversarial")
    return idle > _IDLE_SURE or idle + opinion.of("ask_guide") > _TALK_SURE


_EITHER = frozenset({"w:o", "w:u", "w:or"})
_OTHERS = frozenset(
    f"w:{word}"
    for word in [
        "alternative",
        "alternatives",
        "alternativa",
        "alternativas",
        "like",
        "como",
        "instead",
        "besides",
        "ademas",
        "otro",
        "otra",
        "other",
        "else",
    ]
)
"""Words beside which models are named that are not to be chosen from."""
_IDLE_SURE, _TALK_SURE = 0.55, 0.75
"""Likelihoods set on messages of authors that were not learnt from: beyond them needs are lost, short of them invented."""
_TELLING = 6
"""Different words below which a message tells too little of what it is."""
_LONG = 25
"""Different words from which a message says too many things for one opinion on it."""
REQUEST = "request"
"""What the sense calls "recommend" and "refine" together: which of them it is depends on the talk alone."""
_STRAYS = frozenset({"o:act:off_topic", "act:errand"})
"""Signs without which a question amid the talk is taken to be of its matter."""
_RULED = ("adversarial", "reset")
_IDLE = ("smalltalk", "off_topic")
_OPINION = 2.0
"""How much the rules' own opinion counts against a word's 1."""


def intent_signs(
    found: tuple[Intent, ...], changes: Sequence[Change], mentions: Sequence[ModelMention], before: Dialogue
) -> dict[str, Feature]:
    """What the sense of intents is shown beside the words: the rules' opinion, what changes, and the talk so far."""
    keys = {change.key for change in changes}
    signs = {f"changes:{key}": 0.5 for key in keys}
    signs |= {f"rule:{place}:{intent}": _OPINION for place, intent in enumerate(found[:2])}
    signs[f"changed:{min(len(keys), 4)}"] = 1.0
    signs["holds" if before.needs else "empty"] = 0.5
    signs["shown" if before.shown else "unshown"] = 0.5
    if mentions:
        signs["mentions"] = 0.5
    return {name: Feature(value, -1) for name, value in sorted(signs.items())}


def _request(before: Dialogue) -> Intent:
    return "refine" if before.needs or before.shown else "recommend"


def is_reset(reading: Reading, acts: Acts) -> bool:
    """Whether the message throws away everything said so far."""
    return any(
        not acts.has("adversarial") and reading.polarity(h.start, h.start + 1) != "no"
        for h in reading.of("act", "reset")
        if not any(e.start <= h.start and h.end < e.end for e in reading.of("errand"))  # "how do I reset my password"
    ) and not reading.has("fine_tuning", "any")


def _ordered(reading: Reading, acts: Acts, changes: Sequence[Change], mentions: Sequence[ModelMention]) -> list[Intent]:
    if acts.has("adversarial"):
        return ["adversarial"]
    if is_reset(reading, acts):
        return ["reset", *(["recommend"] if changes else [])]  # type: ignore[list-item]
    wishes = [c for c in changes if c.key != "mentioned_models"]
    first = _request(reading.dialogue)
    several = len(mentions) > 1 or len(reading.dialogue.shown) > 1
    out: list[Intent] = []
    if acts.has("why"):
        out.append("explain_why")
    if (acts.has("compare") and several) or _chooses(reading, acts, mentions):
        out.append("compare")
    if acts.has("ask_model") and (mentions or reading.dialogue.shown or reading.dialogue.focus):
        out.append("ask_model")
    if out and (not wishes or out[0] != "ask_model"):
        return [*out, *([first] if wishes else [])]
    if wishes:
        return [first, *out, *(["ask_guide"] if acts.has("guide") else [])]  # type: ignore[list-item]
    if acts.has("compare") and (reading.dialogue.needs or mentions):
        return ["compare"]
    return [_without_changes(reading, acts, mentions, first)]


_OF_MODELS = wordset("modelo model ia ai llm")


def _without_changes(reading: Reading, acts: Acts, mentions: Sequence[ModelMention], first: Intent) -> Intent:
    off = reading.has("act", "off_topic")
    social = reading.has("act", "greet") or reading.has("act", "thank")
    words = [t for t in reading.message.tokens if t.kind == "word"]
    if any(_OF_MODELS & set(reading.message.words[h.start : h.end]) for h in reading.of("act", "advisor")):
        return "smalltalk"  # "what model do you run on?"
    topical = _topical(reading)
    if (off or acts.has("errand")) and not mentions and (not topical or acts.has("errand")):
        return "smalltalk" if reading.has("errand", "persona") else "off_topic"
    if acts.has("guide", "doubt") and topical:
        return "ask_guide"
    if mentions and (acts.has("ask_model") or reading.message.questions):
        return "ask_model"
    if social and len(words) <= _SMALL and not (topical and reading.has("scope", "want")):
        return "smalltalk"
    if acts.has("ask_model") and (reading.dialogue.shown or reading.dialogue.needs):
        return "ask_model"
    if reading.has("scope", "want") and (topical or not off) and not acts.has("hearsay"):
        return first
    if acts.has("hearsay") or not words:
        return "smalltalk"
    if mentions:
        return "ask_model"
    if reading.message.questions:
        return "ask_guide" if topical else "off_topic"
    if off:
        return "off_topic"
    leans = (
        topical
        or reading.corrects
        or bool(reading.numbers)
        or any(reading.has(k) for k in ("priority", "use_case", "tongue", "scope"))
    )
    return "refine" if reading.dialogue.needs and not social and leans else "smalltalk"


def _chooses(reading: Reading, acts: Acts, mentions: Sequence[ModelMention]) -> bool:
    """ "X or Y?" between two models."""
    if len(mentions) < 2:
        return False
    words = reading.message.words
    return any(w in ("o", "or", "vs", "versus", "u") for w in words) and (
        acts.joined or bool(reading.message.questions) or "vs" in words or "mejor" in words or "better" in words
    )


TOPIC_WORDS = wordset(
    "modelo modelos model models llm llms ia ias ai token tokens contexto context parametros parameters "
    "params vram ram gpu prompt prompts embedding embeddings lora qlora rlhf dpo moe quantization "
    "cuantizacion cuantizado gguf quant inference inferencia latencia latency temperatura temperature "
    "alucinar alucinaciones hallucination hallucinate transformer transformers attention atencion capas "
    "layers licencia license licence apache mit base instruct chat reasoning razonamiento entrenamiento "
    "training entrenar fine tuning finetuning open source rag agente agentes agent agents benchmark "
    "benchmarks gdpr rgpd api throughput b epochs epocas distill destilado pesos weights distills offload offloading quant quants cuantizado fp q gigas gb cuda rocm multimodal tokenizer "
    "pretrained preentrenado alineamiento alignment"
)
"""Words of the matter itself: models and how they work."""


_OF_ALL = wordset("modelo modelos model models ia ias ai api llm llms open base chat instruct b")
_SUPERLATIVE = wordset("mejor mejores best better good mas most recommended")
_DEFINED_WITHIN = 3


def explained_too(wanted: Sequence[Intent], reading: Reading) -> tuple[Intent, ...]:
    """ "What is RAG, and which model for it?": a notion is to be explained beside the model asked for."""
    if wanted[0] not in ("recommend", "refine") or "ask_guide" in wanted:
        return tuple(wanted)
    for hit in reading.of("act", "guide"):
        explain = reading.message.words[hit.start] in _EXPLAINING
        after = reading.message.words[hit.end - 1 : hit.end + _DEFINED_WITHIN * (2 if explain else 1)]
        asks = explain or hit.start == reading.sentence(hit.start)[0]
        if asks and (TOPIC_WORDS - _OF_ALL) & set(after) and not _SUPERLATIVE & set(after):
            return (*wanted, "ask_guide")
    return tuple(wanted)


_EXPLAINING = wordset("explicame explica explicar explain explicarme explicas tell define aclarame")


def _topical(reading: Reading) -> bool:
    """Whether the message speaks of models at all."""
    return (
        any(reading.taken)
        or bool(TOPIC_WORDS & set(reading.message.words))
        or any(reading.has(kind) for kind in ("flag", "fine_tuning", "training_type", "topic", "latency"))
    )
