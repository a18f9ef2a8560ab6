"""A share that the guide tells in words ("little more than a quarter of that") is retold as that share, and not as another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.claims.degrees import FACTORS
from advisor.answer.claims.folding import fold
from advisor.answer.figure import content_words
from advisor.answer.support import Support
from advisor.domain.language import Localised

_PARTS = re.compile(r"(?<=[.!?])\s+|\n+")
_ALIKE = 3
"""Words in common by which a sentence is taken to retell another."""


def check_portions(sentence: Sentence, support: Support) -> Iterator[Problem]:
    if sentence.question or sentence.owners.named:
        return
    said = [(v, m) for pattern, v in FACTORS for m in pattern.finditer(sentence.folded)]
    words = content_words(sentence.folded)
    for value, match in said:
        alike = [
            shares
            for owner, text, _ in support.texts
            if owner is None
            for about, shares in _told(text)
            if shares and len(words & about) >= _ALIKE
        ]
        if alike and not any(value in shares or 1 / value in shares for shares in alike):
            span = sentence.plain[match.start() : match.end()].strip()
            yield Problem(
                "guide", span, Localised(f"«{span}» no es lo que dice la guía", f'"{span}" is not what the guide says')
            )
            return


@lru_cache(maxsize=512)
def _told(text: str) -> tuple[tuple[frozenset[str], frozenset[float]], ...]:
    """The words of each part of a text and the shares that it tells."""
    found = []
    for part in _PARTS.split(fold(text)):
        found.append((content_words(part), frozenset(v for pattern, v in FACTORS if pattern.search(part))))
    return tuple(found)
