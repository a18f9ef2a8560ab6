"""What earlier sentences of an answer spoke of, which the next one is read against."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.answer.claims.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Thread:
    """What earlier sentences talk about. `anchor`: the model that a heading or list item is about.

    `recent`: models in the order they were last mentioned, latest last. `header`: the cells of the table being read.
    """

    subject: tuple[str, ...] = ()
    anchor: tuple[str, ...] = ()
    labelled: bool = False
    """The anchor heads a list item or a section, which leaves no doubt whom it is about."""
    recent: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    """Models in the order they were first mentioned, which "the second" counts by."""
    header: tuple[str, ...] = ()
    sizes: tuple[Quantity, ...] = ()
    """The parameter counts that the sentence before named."""
    language: str = ""
    """The human language that was last spoken of."""
    units: tuple[str, ...] = ()
    """The units of the figures that the sentence before told."""
    roles: frozenset[str] = frozenset()
    """What the sentence before said its figures were, where that tells what a figure is ("output", "price")."""
    tests: frozenset[str] = frozenset()
    """The tests that were last named, in folded letters."""
    rivals: tuple[str, ...] = ()
    """Other models that a new line may go on about."""
    stranger: bool = False
    """The last subject was a name that is not in the evidence."""
