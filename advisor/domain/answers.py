"""An answer, and the evidence it was made from."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.domain.advice import BreakEven, Comparison, LadderStep, Ranking, Verdict, WhatIf
from advisor.domain.cards import Card
from advisor.domain.language import Language, Localised
from advisor.domain.needs import Assumption, Intent, Needs
from advisor.domain.passages import GuideSection, SearchResult, Source


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
    """What was found for a question; None where nothing was asked of the library."""
    sections: tuple[GuideSection, ...] = ()
    """Guide sections that the answer may quote, the most fitting first."""
    cards: tuple[Card, ...] = ()
    """Single models the turn is about."""
    asked_fields: tuple[str, ...] = ()
    """Card fields that a question on a model asks for; empty: tell what matters most."""
    candidates: tuple[tuple[str, tuple[Card, ...]], ...] = ()
    """(words, cards): a name that fits several models, so that the answer can offer the others."""
    unmatched: tuple[str, ...] = ()
    """Model names as typed that no card answers to."""
    comparison: Comparison | None = None
    verdicts: tuple[Verdict, ...] = ()
    what_ifs: tuple[WhatIf, ...] = ()
    """What would put another model first."""
    ladder: tuple[LadderStep, ...] = ()
    """The rungs of customization for the first model, where tuning was asked for."""
    break_even: BreakEven | None = None
    """Own hardware against the API for the first model, where a volume was given."""
    stakes: tuple[Localised, ...] = ()
    """Cautions for medical, legal and similar uses."""
    changed: tuple[str, ...] = ()
    """Need keys that this turn set or dropped, to be confirmed in the answer."""
    prior: Ranking | None = None
    """The ranking before this turn's changes, where they changed it."""
    question: Localised | None = None
    """At most one question back."""
    question_key: str | None = None
    """The need that the question is about."""
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
