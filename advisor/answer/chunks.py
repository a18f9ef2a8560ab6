"""What goes into a language model and what comes out of it, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.domain.answers import Usage


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is given: our rules, and the person's side with everything that is not ours inside named tags."""

    system: str
    user: str


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing has come for PAUSE_S; said once a silence."""


@dataclass(frozen=True, slots=True)
class Filled:
    """An object that a model gave, as plain data that fits its schema, and what it took."""

    data: Mapping[str, Any]
    usage: Usage | None = None


Chunk = Text | Pause | Usage
