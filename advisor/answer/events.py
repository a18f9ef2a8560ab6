"""What happens while an answer is written, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.domain.answers import Answer, Usage
from advisor.domain.language import Localised


@dataclass(frozen=True, slots=True)
class Sentence:
    """Checked Markdown to put after what has come so far."""

    text: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A sentence was put right (`kept`) or left out; `text` says which and why."""

    text: Localised
    kept: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """What went wrong with the model, in one line."""

    text: Localised


@dataclass(frozen=True, slots=True)
class Done:
    """The whole answer, which replaces what was streamed. `by_model`: its text is the model's, not the templates'."""

    answer: Answer
    by_model: bool
    usage: Usage | None = None


Event = Sentence | Correction | Notice | Done
