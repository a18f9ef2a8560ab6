"""What the senses learn from: labelled dialogues, messages and phrases, with the labels that are right for each turn."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from advisor.domain.language import Language
from advisor.domain.lexicon import Lexicon
from advisor.domain.needs import Dialogue, Needs
from advisor.understand.senses.intents import REQUEST
from advisor.understand.senses.uses import NONE

_REQUESTS = frozenset({"recommend", "refine"})
_AFTER_ADVICE = ("x/first", "x/second", "x/third")
"""Stands for what the advisor would have shown, so that "the second one" has something to point at."""
_ALSO = 0.5
"""Weight of a label that is accepted beside the expected one."""


@dataclass(frozen=True)
class Example:
    """A turn, the dialogue that it is read against, and the labels that are right, with weights that sum to 1.

    `fresh`: the lexicon's phrases were written without this text, so how often they are right here is no flattery.
    """

    text: str
    before: Dialogue
    author: str
    uses: Mapping[str, float]
    intents: Mapping[str, float]
    fresh: bool
    weight: float = 1.0


def read_phrases(path: Path, fresh: bool, weight: float) -> Iterator[Example]:
    """From a YAML file of phrases by use and language; "none" tells no use."""
    content = yaml.safe_load(path.read_text("utf-8"))
    for use, by_language in content.items():
        for phrases in by_language.values():
            for phrase in phrases:
                yield Example(phrase, Dialogue(), path.stem, {use: 1.0}, {}, fresh, weight)


_SEED = 3
_TIMES = {"tasks": 3, "things": 2}
"""How many messages carry each task and each thing."""
_TAILED = 0.7
"""Share of them that say something else too: a machine, a price, a courtesy."""


def read_short(path: Path, weight: float) -> Iterator[Example]:
    """Messages of one line put together by seeded chance: a task or a thing, a sentence that carries it, and a tail."""
    content, chance = yaml.safe_load(path.read_text("utf-8")), random.Random(_SEED)
    for kind, times in _TIMES.items():
        frames = content[f"{kind.removesuffix('s')}_frames"]
        for use, by_language in content[kind].items():
            for language, phrases in by_language.items():
                for phrase in (p for p in phrases for _ in range(times)):
                    text = chance.choice(frames[language]).format(phrase)
                    if chance.random() < _TAILED:
                        tail = chance.choice(content["tails"][language])
                        text = f"{text.rstrip('.?! ')}{chance.choice((' ', ', ', '. '))}{tail}"
                    yield Example(text, Dialogue(), path.stem, {use: 1.0}, {}, True, weight)


_NO_USE = frozenset(
    {"priority", "flag", "fine_tuning", "training_type", "latency", "free", "bound", "topic", "tongue", "errand"}
)
_WRITTEN = frozenset("|_#<>[(.")
"""Signs of the lexicon's phrases that no message has."""


def read_lexicon_phrases(lexicon: Lexicon, weight: float) -> Iterator[Example]:
    """The lexicon's phrases for other wishes, as short messages that tell no use."""
    for entry in lexicon.entries:
        for phrase in entry.phrases if entry.kind in _NO_USE else ():
            if not _WRITTEN & set(phrase):
                yield Example(phrase.replace("*", ""), Dialogue(), "lexicon", {NONE: 1.0}, {}, False, weight)


_OF_WHAT_IS_SHOWN = frozenset({"ask_model", "compare", "explain_why"})
_ACTS = {"guide": "ask_guide"}


def read_talk(path: Path, weight: float) -> Iterator[Example]:
    """Sentences by the act that they are; only requests may tell a use, and which is not said."""
    for act, by_language in yaml.safe_load(path.read_text("utf-8")).items():
        shown = _AFTER_ADVICE if act in _OF_WHAT_IS_SHOWN else ()
        before = Dialogue(shown=shown, focus=shown[:1], turns=len(shown[:1]))
        uses = {} if act == REQUEST else {NONE: 1.0}
        for sentences in by_language.values():
            for sentence in sentences:
                yield Example(sentence, before, path.stem, uses, {_ACTS.get(act, act): 1.0}, False, weight)


def read_dialogues(path: Path, fresh: bool) -> Iterator[Example]:
    """From JSON Lines in the format of tests/evals/understanding/README.md, each turn after what is right before it."""
    author = path.stem.removesuffix("_messages").removesuffix("_dialogues")
    for line in filter(str.strip, path.read_text("utf-8").splitlines()):
        item = json.loads(line)
        language: Language = "en" if item["lang"] == "en" else "es"
        before = Dialogue(language=language)
        for number, turn in enumerate(item["turns"]):
            yield Example(turn["user"], before, author, _uses(turn, before), _intents(turn), fresh)
            shown = _AFTER_ADVICE if before.shown or turn["intent"] in _REQUESTS else ()
            before = Dialogue(
                Needs.of(turn["expect_state"]), language=language, shown=shown, focus=shown[:1], turns=number + 1
            )


def _uses(turn: Mapping[str, Any], before: Dialogue) -> dict[str, float]:
    """The use that the turn tells; one that holds already may be told again or not."""
    now, held = turn["expect_state"].get("use_case", NONE), before.needs.text("use_case")
    right = {now: 1.0} if now != held else {NONE: 1.0, now: _ALSO}
    return _shared(right, turn.get("accept", {}).get("use_case", ()))


def _intents(turn: Mapping[str, Any]) -> dict[str, float]:
    """A first request and a later one are told apart by the talk alone: for the sense they are one."""
    also = [REQUEST if intent in _REQUESTS else intent for intent in turn.get("intent_accept", ())]
    return _shared({REQUEST if turn["intent"] in _REQUESTS else turn["intent"]: 1.0}, also)


def _shared(right: dict[str, float], also: Iterable[str | None]) -> dict[str, float]:
    for label in also:
        right.setdefault(label or NONE, _ALSO)
    total = sum(right.values())
    return {label: weight / total for label, weight in right.items()}
