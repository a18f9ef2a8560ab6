"""A model card: everything the advisor may say about one model, each fact with its origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from advisor.domain.facts import Fact, FactValue

Status = Literal["current", "preview", "legacy", "deprecated", "retired", "historical"]
"""current: sold or maintained today. preview: may change under its name. legacy: works, a better sibling exists.
deprecated: has a retirement date. retired: cannot be called any more. historical: kept for comparison only."""
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Card:
    """`model` is "vendor/slug". `runtimes` maps a runtime (ollama, huggingface, openai ...) to its name there."""

    model: str
    name: str
    vendor: str
    family: str
    status: Status
    aliases: tuple[str, ...]
    facts: Mapping[str, tuple[Fact, ...]]
    runtimes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    successor: str | None = None
    origin: str | None = None
    """ISO 3166 alpha-2 code of the vendor's home country; None where unknown."""

    def all(self, field_name: str) -> tuple[Fact, ...]:
        return self.facts.get(field_name, ())

    def fact(self, field_name: str, name: str | None = None) -> Fact | None:
        """The first fact of a field (of that name, where given), known or not disclosed; None where the card is silent."""
        return next((f for f in self.all(field_name) if name is None or f.name == name), None)

    def value(self, field_name: str) -> FactValue | None:
        found = self.fact(field_name)
        return found.value if found else None

    def number(self, field_name: str) -> float | None:
        found = self.fact(field_name)
        return found.number if found else None

    def texts(self, field_name: str) -> tuple[str, ...]:
        """A list fact's members; empty where unknown, so ask `fact` when the difference matters."""
        value = self.value(field_name)
        return value if isinstance(value, tuple) else ()


@dataclass(frozen=True)
class Catalogue:
    """All cards, in the order of their ids. `date` is the newest date of any fact; `fingerprint` hashes the content."""

    cards: tuple[Card, ...]
    date: str
    fingerprint: str

    def __iter__(self) -> Iterator[Card]:
        return iter(self.cards)

    def __len__(self) -> int:
        return len(self.cards)

    @property
    def by_id(self) -> Mapping[str, Card]:
        return {card.model: card for card in self.cards}
