"""What goes into a language model and what comes out of it, as plain values."""

from __future__ import annotations

from dataclasses import dataclass


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
class Usage:
    """Tokens as the provider counts them. `usd` is None where no price is known."""

    tokens_in: int
    tokens_out: int
    usd: float | None = None

    def __add__(self, other: Usage) -> Usage:
        usd = None if self.usd is None and other.usd is None else (self.usd or 0) + (other.usd or 0)
        return Usage(self.tokens_in + other.tokens_in, self.tokens_out + other.tokens_out, usd)


Chunk = Text | Pause | Usage
