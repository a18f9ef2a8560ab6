"""Each citation must stand for what its sentence says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.answer.checks.sentence import CITATION, Problem, Sentence
from advisor.answer.claims.traits import find_traits
from advisor.answer.figure import content_words
from advisor.answer.support import Support
from advisor.domain.language import Localised

Proven = tuple[int, int, frozenset[int]]
"""A supported figure: where it stands, and the numbers of the sources that hold it."""


def numbers_in(cited: str) -> tuple[int, ...]:
    """ "[1, 3-4]" -> (1, 3, 4)."""
    found: list[int] = []
    for part in re.split(r"[,;]", cited.strip("[]")):
        ends = [int(n) for n in part.split("-")]
        found += range(ends[0], min(ends[-1], ends[0] + 20) + 1)
    return tuple(found)


def check_citations(sentence: Sentence, proven: Sequence[Proven], support: Support) -> list[Problem]:
    """A citation is right where its source holds a figure of its stretch, or speaks of a model or passage named in it."""
    problems: list[Problem] = []
    last = 0
    for match in CITATION.finditer(sentence.plain):
        stretch = [p for p in proven if last <= p[0] < match.start()] or list(proven)
        allowed = _allowed(sentence, stretch, support)
        for n in numbers_in(match.group()):
            if not 1 <= n <= len(support.sources) or n not in allowed:
                why = Localised(f"la fuente [{n}] no respalda la frase", f"source [{n}] does not support the sentence")
                problems.append(Problem("citation", match.group(), why))
                break
        last = match.end()
    return problems


def _allowed(sentence: Sentence, stretch: Sequence[Proven], support: Support) -> frozenset[int]:
    held = frozenset().union(*(p[2] for p in stretch)) if stretch else frozenset[int]()
    told = _of_traits(sentence, support)
    if held or (told and not stretch):
        return held | told
    models = [m for mention in sentence.mentions for m in mention.models] or [
        *sentence.thread.subject,
        *(support.figures.keys() if not sentence.thread.subject else ()),
    ]
    found: set[int] = set()
    for model in filter(None, models):
        found |= support.numbers_of(model)
        card = support.cards.get(model)
        if card and not stretch:
            for facts in card.facts.values():
                for fact in facts:
                    found |= support.numbers_of(model, fact)
    words = content_words(sentence.folded)
    for owner, text, cited in support.texts:
        if owner is None and cited and len(words & content_words(text.lower())) >= 3:
            found |= cited
    return frozenset(found)


def _of_traits(sentence: Sentence, support: Support) -> frozenset[int]:
    """The sources of what the sentence says without a figure: a licence, a language, a capability."""
    found: set[int] = set()
    for trait in find_traits(sentence.folded):
        for model in sentence.owners.of(trait.start, trait.end).models:
            card = support.cards.get(model)
            fact = card.fact("languages_official" if trait.key == "languages" else trait.key) if card else None
            if fact is not None:
                found |= support.numbers_of(model, fact)
    return frozenset(found)


def repaired(text: str, sentence: Sentence, proven: Sequence[Proven], support: Support) -> str:
    """The sentence with right citations only: wrong ones go, and one source is named where a figure has none."""
    kept: set[int] = set()

    def right(match: re.Match[str]) -> str:
        stretch = [p for p in proven if p[0] < match.start()] or list(proven)
        allowed = _allowed(sentence, stretch, support)
        numbers = [n for n in numbers_in(match.group()) if n in allowed]
        kept.update(numbers)
        return "".join(f"[{n}]" for n in numbers)

    made = re.sub(rf"\s*(?:{CITATION.pattern})", lambda m: (" " + cited) if (cited := right(_inner(m))) else "", text)
    missing = [min(p[2]) for p in proven if p[2] and not p[2] & kept]
    return _with(made, tuple(dict.fromkeys(missing)))


def _inner(match: re.Match[str]) -> re.Match[str]:
    found = CITATION.search(match.string, match.start())
    assert found is not None
    return found


def _with(text: str, numbers: Sequence[int]) -> str:
    """The numbers set before the closing full stop."""
    if not numbers or text.lstrip().startswith(("#", "|")):
        return text
    marks = " " + "".join(f"[{n}]" for n in numbers)
    end = re.search(r"[.!?:;…]*[*_\"”»)]*\s*$", text)
    at = end.start() if end else len(text)
    return text[:at].rstrip() + marks + text[at:]
