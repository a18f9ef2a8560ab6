"""An answer, and the evidence it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from advisor.domain.advice import (
    Bought,
    BreakEven,
    BySize,
    Comparison,
    Footprint,
    Hosting,
    LadderStep,
    ParetoPoint,
    Payback,
    Priced,
    Ranking,
    Recommendation,
    Verdict,
    WhatIf,
)
from advisor.domain.cards import Card
from advisor.domain.language import Language, Localised
from advisor.domain.lexicon import Rate
from advisor.domain.needs import Assumption, Intent, Needs, Purse
from advisor.domain.outlook import Matter, Outlook
from advisor.domain.passages import GuideSection, SearchResult, Source
from advisor.domain.which_found import WhichFound


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
    house: str | None = None
    """The vendor or family within which a model was asked for, as the cards write it."""
    house_empty: bool = False
    """None of its models will do: what is recommended is by others."""
    overall: Recommendation | None = None
    """The first of the whole catalogue, where a house was asked for."""
    extremes: tuple[str, bool, tuple[Card, ...], str] | None = None
    """(field, largest first, models, their house or ""), where it is asked which model goes furthest in one thing."""
    by_size: BySize | None = None
    """What a model of so many parameters takes, where that is asked of none by name."""
    finest: Recommendation | None = None
    """What quality alone would put first, where the best is asked for without a word on price."""
    passages: SearchResult | None = None
    """What was found for a question; None where nothing was asked of the library."""
    answering: tuple[str, ...] = ()
    """Ids of the hits that answer, one for each thing that was asked."""
    simply: bool = False
    """A question that asks for simple words: the section's gist and its example are enough."""
    sections: tuple[GuideSection, ...] = ()
    """Guide sections that the answer may quote, the most fitting first."""
    quoted_before: tuple[str, ...] = ()
    """Ids of the sections that the last answer quoted: of these, what fits the question now is enough."""
    cards: tuple[Card, ...] = ()
    """Single models the turn is about."""
    rate: Rate | None = None
    """The currency, other than the dollar, in which costs are told too."""
    asked_fields: tuple[str, ...] = ()
    """Card fields that a question on a model asks for, and what is worked out or said of more than one
    (`understand.models.asked.COMPUTED`); empty: tell what matters most."""
    candidates: tuple[tuple[str, tuple[Card, ...]], ...] = ()
    """(words, cards): a name that fits several models, so that the answer can offer the others."""
    unmatched: tuple[str, ...] = ()
    """Model names as typed that no card answers to."""
    near: tuple[Card, ...] = ()
    """Current models of the same family as the first of those names."""
    kin: tuple[Card, ...] = ()
    """Models with open weights of the same name or maker, where it hangs on that and the first of `cards` has none for sure."""
    unanswered: bool = False
    """Something is asked of the first of `cards` that neither a field nor a section tells."""
    which: WhichFound | None = None
    """Where it is asked which of several it is."""
    comparison: Comparison | None = None
    left_over: tuple[Card, ...] = ()
    """Models named beside those compared, more than stand side by side."""
    told_before: bool = False
    """The last answer compared the same models: only what is asked now is told."""
    verdicts: tuple[Verdict, ...] = ()
    footprints: tuple[Footprint, ...] = ()
    """What the first of `cards` takes at each quantization and context, where that was asked."""
    what_ifs: tuple[WhatIf, ...] = ()
    """What would put another model first."""
    front: tuple[ParetoPoint, ...] = ()
    """Models that no other beats on quality and one thing more, where that was asked."""
    machines: tuple[tuple[float, Recommendation], ...] = ()
    """(memory of a graphics card in GB, what would come first on it), where it is asked what to buy."""
    host: str | None = None
    """A provider that is asked about, as the cards write it."""
    providers: tuple[tuple[str, int, int], ...] = ()
    """(provider, models priced there, how many of them nowhere cheaper), where it is asked which one to take."""
    beyond: tuple[tuple[int, Recommendation], ...] = ()
    """(place in the ranking, model): those that are newer, larger, smaller or cheaper than `beside`, or that come next, where
    that was asked."""
    beside: Card | None = None
    """The model that they are set against."""
    other_use: str = ""
    """The use that the model talked about is asked to be good for, beside the one told."""
    for_use: tuple[Verdict, Recommendation | None] | None = None
    """What it would be for that use, and the first for it."""
    matter: Matter | None = None
    """What is said of the matter asked about, which stands on no card."""
    window: int | None = None
    """Tokens of context that the use comfortably needs, where that was asked."""
    lineup: tuple[Card, ...] = ()
    """All models of `makers`, or of the catalogue, the newest first, where it is asked which there are."""
    makers: tuple[str, ...] = ()
    """The vendors whose models are asked for, as they write their names."""
    rented: tuple[tuple[Recommendation, float | None], ...] = ()
    """The models talked about as others serve them, with the memory (GB) that their weights take on a rented card; the
    first of the ranking over an API comes last, where it is none of them."""
    outlook: Outlook | None = None
    """The question on the ranking as a whole that this turn asks."""
    ladder: tuple[LadderStep, ...] = ()
    """The rungs of customization for the first model, where tuning was asked for."""
    break_even: BreakEven | None = None
    """Own hardware against the API for the first model, where a volume was given."""
    payback: Payback | None = None
    """Own hardware against the API for these needs, where it is asked whether it pays."""
    priced: Priced | None = None
    """What an amount of work costs that is asked about beside what the month takes."""
    reading: bool = False
    """How fast the person's machine reads what it is given, where that is asked: it is not estimated, and said not to be."""
    power: Hosting | None = None
    """What a machine's electricity is reckoned with, where that is asked."""
    purse: Purse | None = None
    """The sum of money that is asked for how much work it buys."""
    bought: tuple[Bought, ...] = ()
    """What it buys, model by model."""
    other_way: tuple[Needs, Recommendation] | None = None
    """Where one model at home and another over an API is asked for: the needs of the other one, and the first for them."""
    missing: tuple[Localised, ...] = ()
    """What this message wishes for and no model of the catalogue does: told before anything is recommended."""
    stakes: tuple[Localised, ...] = ()
    """Cautions for medical, legal and similar uses."""
    changed: tuple[str, ...] = ()
    """Need keys that this turn set or dropped, to be confirmed in the answer."""
    assumed_before: tuple[Assumption, ...] = ()
    """The assumptions that the last ranking shown rested on: their reasons have been told."""
    prior: Ranking | None = None
    """The ranking before this turn, where one had been shown."""
    question: Localised | None = None
    """At most one question back."""
    question_key: str | None = None
    """The need that the question is about."""
    awaited: str | None = None
    """The need that the turn before asked about."""
    names: Mapping[str, str] = field(default_factory=dict)
    """How vendors and models write the names that the needs hold, by what they hold."""
    advised: bool = False
    """Whether models had been shown before this turn."""
    plain: bool = False
    """Nobody has used a word of the trade: an answer explains its own."""
    notices: tuple[Localised, ...] = ()

    @property
    def intent(self) -> Intent:
        return self.intents[0]


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the provider counts them. `usd` is None where no price is known."""

    tokens_in: int
    tokens_out: int
    usd: float | None = None

    def __add__(self, other: Usage) -> Usage:
        usd = None if self.usd is None and other.usd is None else (self.usd or 0) + (other.usd or 0)
        return Usage(self.tokens_in + other.tokens_in, self.tokens_out + other.tokens_out, usd)


@dataclass(frozen=True)
class Answer:
    """Markdown with [n] citations into `sources`. `notices`: what was corrected or failed.

    `mode`: "offline", or the "provider:model" that was asked; only `by_model` says that the words are the model's.
    """

    markdown: str
    sources: tuple[Source, ...]
    mode: str
    notices: tuple[str, ...] = ()
    question: str | None = None
    by_model: bool = False
    usage: Usage | None = None
    """What the model counted in this turn, reading and writing, also where its words were not kept."""
