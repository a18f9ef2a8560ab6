"""`python -m advisor.training.senses [DIALOGUES ...]`: train knowledge/senses, or check it across authors.

DIALOGUES are further files of labelled dialogues that the rules and the lexicon were written on; those of
knowledge/training are always learnt from. The method has no chance in it: the same files give the same senses.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.domain.needs import USE_CASES
from advisor.library.cards import load_catalogue
from advisor.library.hardware import load_devices
from advisor.library.lexicon import load_lexicon
from advisor.settings import KNOWLEDGE
from advisor.training.examples import NONE, Example, read_dialogues, read_lexicon_phrases, read_phrases
from advisor.training.regression import Recipe, Shown, Words, fit, read_words, rounded, without_names
from advisor.understand.reader import Reader
from advisor.understand.sense import Sense, save_senses

_FRESH = frozenset({"uses_told", "uses_short"})
"""Phrases written without the lexicon at hand."""
_PHRASE_WEIGHT = 0.5
"""A phrase of a few words is learnt with less weight than a whole message."""
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
        *read_lexicon_phrases(load_lexicon(knowledge / "lexicon"), _WISH_WEIGHT, _PHRASE_WEIGHT),
    ]


def show(reader: Reader, examples: Sequence[Example]) -> list[Shown]:
    return [Shown(example, *reader.shown(example.text, example.before)) for example in examples]


def uses_sense(shown: Sequence[Shown], words: Words, recipe: Recipe) -> Sense:
    """Learnt where no use holds yet."""
    open_ = [one for one in shown if "use_case" not in one.example.before.needs]
    return rounded(fit(without_names(open_, recipe.unnamed), (NONE, *USE_CASES), "uses", words, recipe))


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


def check_uses(shown: Sequence[Shown], words: Words, recipe: Recipe, tell: Callable[[str], None]) -> None:
    """Each author's messages judged by what was learnt from all others."""
    authors = sorted({one.example.author for one in shown if one.example.intents})
    whole = Count()
    for author in authors:
        others = [one for one in shown if one.example.author != author]
        sense = uses_sense(others, words, recipe)
        count = Count()
        for one in shown:
            if one.example.author == author and "use_case" not in one.example.before.needs:
                right = sorted(one.example.uses, key=lambda use: -one.example.uses[use])
                found = sense.weigh(one.features, one.namings).top
                count.add(right, found)
                whole.add(right, found)
        tell(f"{author:10} {count}")
    tell(f"{'all':10} {whole}")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m advisor.training.senses", description=__doc__)
    parser.add_argument("dialogues", type=Path, nargs="*", help="JSON Lines in the format of tests/evals/understanding")
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE)
    parser.add_argument("--out", type=Path, help="default: KNOWLEDGE/senses")
    parser.add_argument("--check", action="store_true", help="write nothing; print figures across authors")
    given = parser.parse_args(arguments)
    knowledge: Path = given.knowledge
    reader = Reader(
        load_catalogue(knowledge / "models"),
        load_devices(knowledge / "hardware.yaml"),
        load_lexicon(knowledge / "lexicon"),
        senses={},
    )
    shown = show(reader, read_examples(knowledge, given.dialogues))
    words = read_words(knowledge / "embedder")
    if given.check:
        check_uses(shown, words, Recipe(), print)
        return 0
    out = save_senses({"use_case": uses_sense(shown, words, Recipe())}, given.out or knowledge / "senses")
    print(
        f"{hashlib.sha256(out.read_bytes()).hexdigest()}  {out.name}, {out.stat().st_size} bytes, {len(shown)} examples"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
