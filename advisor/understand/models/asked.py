"""Which card fields a question about a model asks for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from advisor.domain.fields import FIELDS
from advisor.errors import KnowledgeError

COMPUTED = frozenset(
    {
        "memory",
        "at_once",
        "hosts",
        "year",
        "offline",
        "free",
        "trust",
        "errs",
        "service",
        "runs",
        "sell",
        "maker",
        "window",
        "pages",
        "program",
        "law",
    }
)
"""What is asked of a model and is no field of its card: what it takes on a machine, how many conversations fit at
once, who serves it, what a year costs; whether it runs on a machine, works without internet, is free, may be sold
with, is safe with data, makes things up; what concerns the service that sells it (outages, accounts, plans,
limits); whose it is, how much context the use needs, how many pages it reads at once, and what the program around
it does (search the web, open files, remember), whether the law allows it."""


@dataclass(frozen=True)
class AskedFields:
    """Patterns with the fields they ask for, in the order of the lexicon."""

    patterns: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]

    @classmethod
    def load(cls, path: Path) -> AskedFields:
        """From knowledge/asked_fields.yaml; KnowledgeError where an entry lacks a language or names no field."""
        patterns = []
        for number, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1):
            fields, words = tuple(entry.get("fields", ())), [*entry.get("es", ()), *entry.get("en", ())]
            if not entry.get("es") or not entry.get("en") or not fields or not set(fields) <= {*FIELDS, *COMPUTED}:
                raise KnowledgeError(
                    f"{path.name}: la entrada {number} necesita palabras en los dos idiomas y campos que existan.",
                    f"{path.name}: entry {number} needs words in both languages and fields that exist.",
                )
            patterns.append((re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + ")"), fields))
        return cls(tuple(patterns))

    def find(self, text: str) -> tuple[str, ...]:
        """The fields that the text asks for, without repeats; empty where it names none."""
        folded = fold(text[:2000])
        asked: Sequence[str] = [name for pattern, fields in self.patterns if pattern.search(folded) for name in fields]
        return tuple(dict.fromkeys(asked))


def fold(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
