"""What the model learns from: aligned sentences, an everyday lexicon, the guide and the questions that lead to it."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.domain.cards import Catalogue
from advisor.domain.language import Language
from advisor.library.entries import Asked, compose_entries
from advisor.library.guide import load_guide

_MARKUP = re.compile(r"<[^>]+>|[`*_]+")
NONE = "none"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text of the domain and the section it belongs to; "none" for a question that nothing here answers."""

    text: str
    language: Language
    label: str


def read_pairs(file: Path) -> list[tuple[str, str]]:
    """(English, Spanish) sentences of 2 to 50 words, without markup, code and repetitions."""
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        given = json.load(stream)
    kept: dict[tuple[str, str], None] = {}
    for row in given:
        english, spanish = (_MARKUP.sub(" ", text).strip() for text in row)
        if english == spanish or not (2 <= len(english.split()) <= 40 and 2 <= len(spanish.split()) <= 50):
            continue
        if sum(c.isalpha() or c == " " for c in english) < 0.8 * len(english):
            continue
        kept[english, spanish] = None
    return list(kept)


def read_lexicon(file: Path) -> list[tuple[str, tuple[str, ...]]]:
    """(Spanish lemma, English words)."""
    entries: list[tuple[str, tuple[str, ...]]] = []
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        for entry in filter(None, map(str.strip, line.split(";"))):
            spanish, _, english = entry.partition("=")
            entries.append((spanish, tuple(english.split(","))))
    return entries


def read_domain(knowledge: Path, asked: Sequence[Asked]) -> list[Labelled]:
    """Guide passages, the questions of their front matter, and `asked`, each with its section's id."""
    entries = compose_entries(Catalogue((), "", ""), load_guide(knowledge / "guide"), asked)
    known = [Labelled(entry.searched, entry.passage.language, entry.passage.id) for entry in entries]
    return known + [Labelled(row.text, row.language, NONE) for row in asked if row.id is None]


def misspell(text: str, chance: float, source: random.Random) -> str:
    """With this chance one or two slips of the finger: a letter lost, doubled, swapped or wrong."""
    if source.random() >= chance or len(text) < 6:
        return text
    for _ in range(1 if source.random() < 0.7 else 2):
        at = source.randrange(len(text) - 1)
        slip = source.random()
        if not text[at].isalpha():
            continue
        if slip < 0.3:
            text = text[:at] + text[at + 1 :]
        elif slip < 0.6:
            text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        elif slip < 0.8:
            text = text[:at] + text[at] + text[at:]
        else:
            text = text[:at] + source.choice(_LETTERS) + text[at + 1 :]
    return text
