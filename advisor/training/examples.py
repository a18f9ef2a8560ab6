"""What the senses learn from: labelled dialogues, messages and phrases, with the labels that are right for each turn."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from advisor.domain.language import Language
from advisor.domain.lexicon import Lexicon
from advisor.domain.needs import Dialogue, Needs

NONE = "none"
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


_NO_USE = frozenset(
    {"priority", "flag", "fine_tuning", "training_type", "latency", "free", "bound", "topic", "tongue", "errand"}
)
_WRITTEN = frozenset("|_#<>[(.")
"""Signs of the lexicon's phrases that no message has."""


def read_lexicon_phrases(lexicon: Lexicon, weight: float, talk_weight: float) -> Iterator[Example]:
    """The lexicon's phrases for other wishes, and its sentences of other talk: short messages that tell no use."""
    for entry in lexicon.entries:
        for phrase in entry.phrases if entry.kind in _NO_USE else ():
            if not _WRITTEN & set(phrase):
                yield Example(phrase.replace("*", ""), Dialogue(), "lexicon", {NONE: 1.0}, {}, False, weight)
    for act, sentences in lexicon.talk_examples.items():
        for sentence in sentences if act != "request" else ():
            yield Example(sentence, Dialogue(), "talk", {NONE: 1.0}, {}, False, talk_weight)


def read_dialogues(path: Path, fresh: bool) -> Iterator[Example]:
    """From JSON Lines in the format of tests/evals/understanding/README.md, each turn after what is right before it."""
    author = path.stem.removesuffix("_messages").removesuffix("_dialogues")
    for line in filter(str.strip, path.read_text("utf-8").splitlines()):
        item = json.loads(line)
        language: Language = "en" if item["lang"] == "en" else "es"
        before = Dialogue(language=language)
        for number, turn in enumerate(item["turns"]):
            yield Example(turn["user"], before, author, _uses(turn, before), _intents(turn), fresh)
            shown = _AFTER_ADVICE if before.shown or turn["intent"] in ("recommend", "refine") else ()
            before = Dialogue(
                Needs.of(turn["expect_state"]), language=language, shown=shown, focus=shown[:1], turns=number + 1
            )


def _uses(turn: Mapping[str, Any], before: Dialogue) -> dict[str, float]:
    """The use that the turn tells; one that holds already may be told again or not."""
    now, held = turn["expect_state"].get("use_case", NONE), before.needs.text("use_case")
    right = {now: 1.0} if now != held else {NONE: 1.0, now: _ALSO}
    return _shared(right, turn.get("accept", {}).get("use_case", ()))


def _intents(turn: Mapping[str, Any]) -> dict[str, float]:
    return _shared({turn["intent"]: 1.0}, turn.get("intent_accept", ()))


def _shared(right: dict[str, float], also: Iterable[str | None]) -> dict[str, float]:
    for label in also:
        right.setdefault(label or NONE, _ALSO)
    total = sum(right.values())
    return {label: weight / total for label, weight in right.items()}
