"""A fact: a value that can be traced to where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["declared", "measured", "estimated", "not_disclosed"]
KINDS: tuple[Kind, ...] = get_args(Kind)

FactValue = bool | int | float | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One value with its origin.

    `value` is None exactly when `kind` is "not_disclosed"; then source and url say where that was checked.
    `date` is ISO 8601 (a day, or a month where no day is known): when the source said so.
    `name` tells facts of one field apart: the benchmark, or the ISO 639-1 code of a measured language.
    `provider` is who charges a price or serves at a speed; `variant` is what exactly was measured (effort, snapshot).
    """

    value: FactValue | None
    unit: str | None
    kind: Kind
    source: str
    url: str
    date: str
    name: str | None = None
    provider: str | None = None
    variant: str | None = None

    @property
    def known(self) -> bool:
        return self.value is not None

    @property
    def number(self) -> float | None:
        """The value as a float; None where it is not a number."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            return None
        return float(self.value)
