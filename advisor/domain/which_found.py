"""What was found of several models where it is asked which of them it is."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.domain.advice import Comparison, Recommendation
from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.domain.language import Localised
from advisor.domain.which import Which


@dataclass(frozen=True, slots=True)
class WhichRow:
    """One model's part of the answer. `number`: what it is ranked by, more is better; `holds`: of what it may have or not.
    None: not known."""

    card: Card
    words: Localised
    number: float | None = None
    holds: bool | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class WhichFound:
    asked: Which
    rows: tuple[WhichRow, ...]
    """The best first, of things that are ranked; else in the order shown."""
    at_home: bool = False
    beyond: tuple[int, Recommendation] | None = None
    """Where none of them has it, the first of the whole ranking that does, with its place."""
    pair: Comparison | None = None
    """The one that is thought of beside the one it is set against."""
