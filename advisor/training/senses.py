"""`python -m advisor.training.senses [DIALOGUES ...]`: train knowledge/senses, or check it across authors.

DIALOGUES are further files of labelled dialogues that the rules and the lexicon were written on; those of
knowledge/training are always learnt from. Chance is seeded: the same files give the same senses on the same machine.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from advisor.domain.needs import USE_CASES, Intent
from advisor.library.cards import load_catalogue
from advisor.library.hardware import load_devices
from advisor.library.lexicon import load_lexicon
from advisor.settings import KNOWLEDGE
from advisor.training.examples import Example, read_dialogues, read_lexicon_phrases, read_phrases, read_short, read_talk
from advisor.training.network import Layout, fit
from advisor.training.shown import Shown, Words, read_words, without_names
from advisor.understand.reader import Reader
from advisor.understand.senses.intents import REQUEST, intent_signs
from advisor.understand.senses.sense import Sense
from advisor.understand.senses.senses import save_senses
from advisor.understand.senses.uses import NONE

_INTENTS = (REQUEST, *(intent for intent in get_args(Intent) if intent not in ("recommend", "refine")))
_FRESH = frozenset({"uses_people", "uses_short", "uses_told", "uses_mended"})
"""Phrases written without the lexicon at hand."""
_FEWER = 16
"""Units that tell ten intents apart; the 24 uses take more."""
_PHRASE_WEIGHT = 0.5
"""A phrase of a few words is learnt with less weight than a whole message."""
_SHORT, _SHORT_WEIGHT = "tasks", 0.25
"""Messages put together by chance are many, and no person wrote them."""
_WISH_WEIGHT = 0.1
"""The lexicon's phrases for other wishes are many and short."""


def read_examples(knowledge: Path, dialogues: Sequence[Path]) -> list[Example]:
    training = knowledge / "training"
    return [
        *(
            e
            for path in sorted(training.glob("uses*.yaml"))
            for e in read_phrases(path, path.stem in _FRESH, _PHRASE_WEIGHT)
        ),
        *(e for path in sorted(training.glob("needs_*.jsonl")) for e in read_dialogues(path, fresh=True)),
        *(e for path in sorted(dialogues) for e in read_dialogues(path, fresh=False)),
        *read_short(training / f"{_SHORT}.yaml", _SHORT_WEIGHT),
        *read_talk(training / "talk.yaml", _PHRASE_WEIGHT),
        *read_lexicon_phrases(load_lexicon(knowledge / "lexicon"), _WISH_WEIGHT),
    ]


def show(reader: Reader, examples: Sequence[Example]) -> list[Shown]:
    return [Shown(example, *reader.shown(example.text, example.before)) for example in examples]


def spoken(shown: Sequence[Shown]) -> list[Shown]:
    """Without the messages put together by chance: all of them wish, which would make talk sound like a wish, too."""
    return [one for one in shown if one.example.author != _SHORT]


def show_opinions(reader: Reader, shown: Sequence[Shown]) -> list[Shown]:
    """The examples of intents with what the rules make of them: `reader` has no sense of intents."""
    found: list[Shown] = []
    for one in shown:
        if one.example.intents:
            before = one.example.before
            said = reader.read(one.example.text, before)
            signs = intent_signs(said.intents, said.changes, said.mentions, before)
            found.append(Shown(one.example, {**one.features, **signs}, {}))
    return found


def show_wishes(shown: Sequence[Shown]) -> list[Shown]:
    """The examples of intents, and phrases that tell a wish by themselves, however short: they ask for something."""
    found: list[Shown] = []
    for one in shown:
        if one.example.intents:
            found.append(replace(one, namings={}))
        elif one.example.author == "lexicon" or NONE not in one.example.uses:
            found.append(replace(one, namings={}, example=replace(one.example, intents={REQUEST: 1.0})))
    return found


def uses_sense(shown: Sequence[Shown], words: Words, layout: Layout) -> Sense:
    """Learnt where no use holds yet."""
    open_ = [one for one in shown if one.example.uses and "use_case" not in one.example.before.needs]
    return fit(without_names(open_, layout.unnamed), (NONE, *USE_CASES), "uses", words, layout)


def intents_sense(shown: Sequence[Shown], words: Words, layout: Layout) -> Sense:
    return fit(shown, _INTENTS, "intents", words, replace(layout, units=_FEWER))


@dataclass
class Count:
    """Right and wrong decisions between a label and "none"."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    false: int = 0
    empty: int = 0

    def add(self, right: Sequence[str], found: str) -> None:
        good = found in right
        self.right += good and found != NONE
        self.extra += not good and found != NONE
        self.missed += not good and right[0] != NONE
        self.empty += right[0] == NONE
        self.false += right[0] == NONE and not good

    def __str__(self) -> str:
        precision, recall = self.right / max(self.right + self.extra, 1), self.right / max(self.right + self.missed, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} false {self.false}/{self.empty}"


def check(make: Callable[[Mapping[str, Sense]], Reader], shown: Sequence[Shown], words: Words, layout: Layout) -> None:
    """Each author's messages judged by what was learnt from all others: uses, and intents without and with the sense."""
    whole, ruled, judged, total = Count(), 0, 0, 0
    for author in sorted({one.example.author for one in shown if one.example.fresh and one.example.intents}):
        others = [one for one in shown if one.example.author != author]
        own = [one for one in shown if one.example.author == author]
        senses = {"use_case": uses_sense(others, words, layout)}
        count = Count()
        for one in own:
            if "use_case" not in one.example.before.needs:
                right = sorted(one.example.uses, key=lambda use: -one.example.uses[use])
                found = senses["use_case"].weigh(one.features, one.namings).top
                count.add(right, found)
                whole.add(right, found)
        rules = make(senses)
        senses["intent"] = intents_sense(show_opinions(rules, spoken(others)), words, layout)
        both = make(senses)
        by_rules, by_both = (
            sum(_is_right(reader.read(one.example.text, one.example.before).intent, one.example) for one in own)
            for reader in (rules, both)
        )
        print(f"{author:10} uses: {count}; intents: {by_rules / len(own):.3f}, with the sense {by_both / len(own):.3f}")
        ruled, judged, total = ruled + by_rules, judged + by_both, total + len(own)
    print(f"{'all':10} uses: {whole}; intents: {ruled / total:.3f}, with the sense {judged / total:.3f}")


def _is_right(intent: str, example: Example) -> bool:
    return (REQUEST if intent in ("recommend", "refine") else intent) in example.intents


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m advisor.training.senses", description=__doc__)
    parser.add_argument("dialogues", type=Path, nargs="*", help="JSON Lines in the format of tests/evals/understanding")
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE)
    parser.add_argument("--out", type=Path, help="default: KNOWLEDGE/senses")
    parser.add_argument("--check", action="store_true", help="write nothing; print figures across authors")
    given = parser.parse_args(arguments)
    knowledge: Path = given.knowledge
    catalogue, devices = load_catalogue(knowledge / "models"), load_devices(knowledge / "hardware.yaml")
    lexicon = load_lexicon(knowledge / "lexicon")

    def make(senses: Mapping[str, Sense]) -> Reader:
        return Reader(catalogue, devices, lexicon, senses=dict(senses))

    shown = show(make({}), read_examples(knowledge, given.dialogues))
    words, layout = read_words(knowledge / "embedder"), Layout()
    if given.check:
        check(make, shown, words, layout)
        return 0
    senses = {"use_case": uses_sense(shown, words, layout)}
    senses["intent"] = intents_sense(show_opinions(make(senses), spoken(shown)), words, layout)
    senses["talk"] = intents_sense(show_wishes(spoken(shown)), words, layout)
    out = save_senses(senses, given.out or knowledge / "senses")
    print(
        f"{hashlib.sha256(out.read_bytes()).hexdigest()}  {out.name}, {out.stat().st_size} bytes, {len(shown)} examples"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
