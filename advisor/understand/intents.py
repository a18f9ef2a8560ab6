"""What a turn wants: one or more of the contract's ten intents, the first being the one to answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.domain.needs import Change, Intent, ModelMention
from advisor.understand.acts import Acts
from advisor.understand.reading import Reading
from advisor.understand.text import wordset

_KNOWN = 0.6
"""Likelihood from which the examples' opinion is taken."""
_SMALL = 9
"""A message of at most so many words that only greets or thanks is small talk."""


def intents(
    reading: Reading, acts: Acts, changes: Sequence[Change], mentions: Sequence[ModelMention], talk: Mapping[str, float]
) -> tuple[Intent, ...]:
    """The intents of the message, most important first, never empty. `talk`: how likely the examples make each act."""
    found = list(dict.fromkeys(_ordered(reading, acts, changes, mentions, talk)))
    return tuple(found)


def is_reset(reading: Reading, acts: Acts) -> bool:
    """Whether the message throws away everything said so far."""
    return any(
        not acts.has("adversarial") and reading.polarity(h.start, h.start + 1) != "no"
        for h in reading.of("act", "reset")
    ) and not reading.has("fine_tuning", "any")


def _ordered(
    reading: Reading, acts: Acts, changes: Sequence[Change], mentions: Sequence[ModelMention], talk: Mapping[str, float]
) -> list[Intent]:
    if acts.has("adversarial"):
        return ["adversarial"]
    if is_reset(reading, acts):
        return ["reset", *(["recommend"] if changes else [])]  # type: ignore[list-item]
    wishes = [c for c in changes if c.key != "mentioned_models"]
    first: Intent = "refine" if reading.dialogue.needs or reading.dialogue.shown else "recommend"
    several = len(mentions) > 1 or len(reading.dialogue.shown) > 1
    out: list[Intent] = []
    if acts.has("why"):
        out.append("explain_why")
    if (acts.has("compare") and several) or _chooses(reading, mentions):
        out.append("compare")
    if acts.has("ask_model") and (mentions or reading.dialogue.shown or reading.dialogue.focus):
        out.append("ask_model")
    if out and (not wishes or out[0] != "ask_model"):
        return [*out, *([first] if wishes else [])]
    if wishes:
        return [first, *out, *(["ask_guide"] if acts.has("guide") else [])]  # type: ignore[list-item]
    if acts.has("compare") and (reading.dialogue.needs or mentions):
        return ["compare"]
    return [_without_changes(reading, acts, mentions, first, talk)]


def _without_changes(
    reading: Reading, acts: Acts, mentions: Sequence[ModelMention], first: Intent, talk: Mapping[str, float]
) -> Intent:
    off = reading.has("act", "off_topic")
    social = reading.has("act", "greet") or reading.has("act", "thank")
    words = [t for t in reading.message.tokens if t.kind == "word"]
    topical = _topical(reading)
    if (off or acts.has("errand")) and not mentions and (not topical or acts.has("errand")):
        return "smalltalk" if reading.has("errand", "persona") else "off_topic"
    if acts.has("guide", "doubt") and topical:
        return "ask_guide"
    if mentions and (acts.has("ask_model") or reading.message.questions):
        return "ask_model"
    if likely := _likely(reading, talk, first, topical):
        return likely
    if social and len(words) <= _SMALL:
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


def _likely(reading: Reading, talk: Mapping[str, float], first: Intent, topical: bool) -> Intent | None:
    """What the example sentences make of a message that changes nothing; None where they do not know."""
    top = max(talk, key=lambda act: talk[act], default="")
    if not top or talk[top] < _KNOWN:
        return None
    shown = bool(reading.dialogue.shown)
    found: dict[str, Intent | None] = {
        "guide": "ask_guide" if topical or reading.message.questions else None,
        "smalltalk": "smalltalk",
        "off_topic": None if topical else "off_topic",
        "ask_model": "ask_model" if shown else None,
        "compare": "compare" if shown else None,
        "explain_why": "explain_why" if shown else None,
        "request": first if reading.dialogue.needs or reading.has("scope", "want") else None,
    }
    return found[top]


def _chooses(reading: Reading, mentions: Sequence[ModelMention]) -> bool:
    """ "X or Y?" between two models."""
    if len(mentions) < 2:
        return False
    words = reading.message.words
    return any(w in ("o", "or", "vs", "versus", "u") for w in words) and (
        bool(reading.message.questions) or "vs" in words
    )


_TOPIC_WORDS = wordset(
    "modelo modelos model models llm llms ia ias ai token tokens contexto context parametros parameters "
    "params vram ram gpu prompt prompts embedding embeddings lora qlora rlhf dpo moe quantization "
    "cuantizacion cuantizado gguf quant inference inferencia latencia latency temperatura temperature "
    "alucinar alucinaciones hallucination hallucinate transformer transformers attention atencion capas "
    "layers licencia license licence apache mit base instruct chat reasoning razonamiento entrenamiento "
    "training entrenar fine tuning finetuning open source rag agente agentes agent agents benchmark "
    "benchmarks gdpr rgpd api throughput b epochs epocas distill destilado pesos weights distills offload offloading quant quants cuantizado fp q gigas gb cuda rocm multimodal tokenizer "
    "pretrained preentrenado alineamiento alignment"
)


def _topical(reading: Reading) -> bool:
    """Whether the message speaks of models at all."""
    return bool(_TOPIC_WORDS & set(reading.message.words)) or any(
        reading.has(kind) for kind in ("flag", "fine_tuning", "training_type", "topic", "latency")
    )
