"""Numbered citations: each [n] leads to the page that a fact was read on, or to a section of the guide."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.domain.passages import GuideSection, Source


class Citer:
    """Hands out numbers in the order of first use; the same page of the same card keeps its number."""

    def __init__(self) -> None:
        self._sources: dict[tuple[str, str], Source] = {}

    def fact(self, card: Card, fact: Fact | None) -> str:
        """The mark "[n]" of a fact; empty for no fact."""
        return self.facts(card, [fact])

    def facts(self, card: Card, facts: Iterable[Fact | None]) -> str:
        """The marks of several facts of one card, each page once, at most three."""
        marks = dict.fromkeys(
            self._mark(Source(f"card/{card.model}", f"{card.name}: {f.source}", f.url, f.date))
            for f in facts
            if f is not None
        )
        return "".join(list(marks)[:3])

    def section(self, section: GuideSection) -> str:
        return self._mark(Source(f"guide/{section.id}", section.title, f"#guide/{section.id}", section.updated))

    def _mark(self, source: Source) -> str:
        key = (source.id, source.url)
        self._sources.setdefault(key, source)
        return f"[{list(self._sources).index(key) + 1}]"

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(self._sources.values())
