"""An answer, and the evidence it was made from."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.domain.advice import Comparison, Ranking, Verdict
from advisor.domain.cards import Card
from advisor.domain.language import Language, Localised
from advisor.domain.needs import Assumption, Intent, Needs
from advisor.domain.passages import SearchResult, Source


@dataclass(frozen=True)
class Evidence:
    """All that an answer may say, gathered before a word of it is written."""

    text: str
    """The person's message: untrusted, quoted to a model only inside its own tag."""
    language: Language
    intents: tuple[Intent, ...]
    needs: Needs
    assumptions: tuple[Assumption, ...]
    data_date: str
    """The newest date in the catalogue, ISO."""
    catalogue_size: int
    ranking: Ranking | None = None
    passages: SearchResult | None = None
    cards: tuple[Card, ...] = ()
    """Single models the turn is about."""
    unmatched: tuple[str, ...] = ()
    """Model names as typed that no card answers to."""
    comparison: Comparison | None = None
    verdicts: tuple[Verdict, ...] = ()
    changed: tuple[str, ...] = ()
    """Need keys that this turn set or dropped, to be confirmed in the answer."""
    question: Localised | None = None
    """At most one question back."""
    notices: tuple[Localised, ...] = ()

    @property
    def intent(self) -> Intent:
        return self.intents[0]


@dataclass(frozen=True)
class Answer:
    """Markdown with [n] citations into `sources`. `mode` is "offline" or "provider:model". `notices`: corrected or failed."""

    markdown: str
    sources: tuple[Source, ...]
    mode: str
    notices: tuple[str, ...] = ()
    question: str | None = None
