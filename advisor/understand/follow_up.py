"""Turns whose intent is plain from their grammar and the talk so far: the trained sense is not asked about them."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change, Intent, ModelMention
from advisor.understand.acts import Acts
from advisor.understand.reading import Reading
from advisor.understand.text import wordset

_SHORT = 12
"""Words beyond which a turn says more than one thing, and nothing is plain."""
_OPENERS = wordset("y and ok vale pues so entonces oye hey but pero bueno well then")
_CHOICES = frozenset(
    (("cual",), ("cuales",), ("which",), ("which", "one"), ("which", "ones"), ("cual", "es"), ("which", "then"),
     ("cual", "entonces"), ("which", "one", "then"), ("con", "cual", "me", "quedo"))
)  # fmt: skip
_POINTING = wordset("it its lo su sus")
_BEFORE_NOUN = wordset(
    "la el los las the its su sus y and what about how que hay de cual cuales es are is cuanto tiene"
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


def settled(reading: Reading, acts: Acts, changes: Sequence[Change], mentions: Sequence[ModelMention]) -> Intent | None:
    """The intent of a short turn where its grammar alone decides; None where it does not."""
    before = reading.dialogue
    words = [w for w in reading.message.words if w.isalnum()]
    while words and words[0] in _OPENERS:
        words = words[1:]
    if not words or len(words) > _SHORT or acts.spoken > 1:
        return None
    wishes = [change for change in changes if change.key != "mentioned_models"]
    if wishes:
        return "refine" if acts.supposes else None
    talking = bool(before.shown or before.focus)
    if tuple(words) in _CHOICES and (talking or before.needs):
        return "compare" if len(before.shown) > 1 else "refine"
    if acts.has("compare") and (talking or mentions or reading.has("act", "refer")):
        return "compare"
    if acts.has("why") and not mentions and reading.has("fine_tuning"):
        return "ask_guide"
    if reading.message.questions and not mentions and set(words) & _DATA and set(words) & _SAFE:
        return "ask_guide"
    if reading.has("act", "greet") and words[-1] in ("hacer", "do") and not talking_of(reading):
        return "smalltalk"
    if talking and (_names_attribute(reading) or (acts.has("ask_model") and set(words) & _POINTING)):
        return "ask_model"
    return None


def talking_of(reading: Reading) -> bool:
    """Whether anything but the greeting itself is named."""
    return any(reading.has(kind) for kind in ("use_case", "flag", "priority", "tongue")) or any(reading.taken)


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
