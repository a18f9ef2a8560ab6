"""Numbered citations: each [n] leads to the page that a fact was read on, or to a section of the guide."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.domain.passages import GuideSection, Source

_MARKS = 3
"""Pages told behind one statement."""


class Citer:
    """Hands out numbers in the order of first use; the same page of the same card keeps its number."""

    def __init__(self) -> None:
        self._sources: dict[tuple[str, str], Source] = {}

    def fact(self, card: Card, fact: Fact | None) -> str:
        """The mark " [n]" of a fact, with the space before it; empty for no fact."""
        return self.facts(card, [fact])

    def facts(self, card: Card, facts: Iterable[Fact | None]) -> str:
        """The marks of several facts of one card, each page once, at most three."""
        marks: dict[str, None] = {}
        for fact in facts:
            if fact is not None and len(marks) < _MARKS:  # a page that is not shown must not take a number
                marks[self._mark(Source(f"card/{card.model}", f"{card.name}: {fact.source}", fact.url, fact.date))] = (
                    None
                )
        return " " + "".join(marks) if marks else ""

    def section(self, section: GuideSection) -> str:
        return self._mark(Source(f"guide/{section.id}", section.title, f"#guide/{section.id}", section.updated))

    def quoted(self, section: GuideSection, place: int = 0) -> str:
        """A paragraph of the section under its title."""
        return f"**{section.title}** {self.section(section)}\n\n{section.body.strip().split(chr(10) * 2)[place]}"

    def _mark(self, source: Source) -> str:
        key = (source.id, source.url)
        self._sources.setdefault(key, source)
        return f"[{list(self._sources).index(key) + 1}]"

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(self._sources.values())


def cited(text: str, marks: str) -> str:
    """The sentence with a capital, its marks before the full stop: "Cuesta 0,15 USD [2]."."""
    text = text.strip()
    if not text:
        return ""
    end = text[-1] if text[-1] in ".!?" else "."
    return text[:1].upper() + text[1:].removesuffix(end) + marks + end


def sentence(text: str) -> str:
    """A capital at the start and a full stop at the end."""
    return cited(text, "")
