"""What would change: each value that the lists give, against the card and against each other. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from advisor.domain.cards import Card, Catalogue, Status
from advisor.domain.facts import Fact
from advisor.domain.fields import FIELDS
from advisor.library.overlay import is_aggregated, is_later, problems_of, slot, slot_fact, with_fact
from advisor.library.refresh.match import Matches, is_open
from advisor.library.refresh.offers import Offer, Reading

REFRESHED = (
    "price_in_usd_per_m",
    "price_out_usd_per_m",
    "price_cached_in_usd_per_m",
    "price_batch_in_usd_per_m",
    "price_batch_out_usd_per_m",
    "price_in_long_usd_per_m",
    "price_out_long_usd_per_m",
    "context_tokens",
    "max_input_tokens",
    "max_output_tokens",
    "deprecation_date",
)
LARGEST_FACTOR = 20.0
"""A figure that moves by more is a slip of units more often than news: a person must say so."""
ROUNDING = 0.05
"""Relative difference of token limits that is rounding: 128K is 128,000 or 131,072."""


@dataclass(frozen=True, slots=True)
class Change:
    """A fact to put on a card; `old` is None where the card was silent."""

    model: str
    name: str
    field: str
    old: Fact | None
    new: Fact


@dataclass(frozen=True, slots=True)
class StatusChange:
    """`source`: who says so, or whose date of retirement it is."""

    model: str
    name: str
    old: Status
    new: Status
    source: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values that disagree. `kept` stays on the card, or comes on it as the most trusted; None: nothing does."""

    model: str
    name: str
    field: str
    kept: Fact | None
    others: tuple[Fact, ...]


@dataclass(frozen=True)
class Proposal:
    """`held` are changes too large to believe unasked; `agreed` counts values that the cards already have; `older`
    those from a list older than the card's fact."""

    changes: tuple[Change, ...] = ()
    held: tuple[Change, ...] = ()
    statuses: tuple[StatusChange, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    newcomers: tuple[Card, ...] = ()
    agreed: int = 0
    older: int = 0

    @property
    def changes_anything(self) -> bool:
        return bool(self.changes or self.statuses or self.newcomers)


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact that a list gives, and how far it is trusted."""

    field: str
    fact: Fact
    trust: int


def propose(
    catalogue: Catalogue,
    read: Sequence[tuple[Reading, Matches]],
    today: date,
    left_out: Collection[tuple[str, str]] = (),
) -> Proposal:
    """The changes to the catalogue's cards, without newcomers. `left_out`: (card, field) that curators left empty on
    purpose; nothing is added there."""
    changes: list[Change] = []
    held: list[Change] = []
    conflicts: list[Conflict] = []
    statuses: list[StatusChange] = []
    agreed = older = 0
    for card in catalogue:
        offers = [(reading, matches.by_card[card.model]) for reading, matches in read if card.model in matches.by_card]
        if not offers:
            continue
        wanted: list[Change] = []
        sold = any(card.model in matches.sold for _, matches in read)
        for claims in _by_slot(card, offers):
            best, against = settle(claims)
            current = slot_fact(card, slot(claims[0].field, claims[0].fact))
            if current is None and (not sold or (card.model, claims[0].field) in left_out):
                continue
            if best is None:
                if not any(current is not None and agree(c.field, current, c.fact) for c in claims):
                    conflicts.append(_conflict(card, claims[0].field, current, [c.fact for c in claims]))
                continue
            verdict = _verdict(best, current)
            if verdict == "outranked":
                conflicts.append(_conflict(card, best.field, current, [best.fact]))
            elif verdict == "agreed":
                agreed += 1
            elif verdict == "older":
                older += 1
            else:
                change = Change(card.model, card.name, best.field, current, best.fact)
                (held if verdict == "held" else wanted).append(change)
            if against and verdict not in ("outranked", "older"):
                conflicts.append(_conflict(card, best.field, best.fact, against))
        fitting = fit(card, wanted)
        conflicts += [_conflict(card, c.field, c.old, [c.new]) for c in wanted if c not in fitting]
        changes += fitting
        statuses += _status(apply(card, fitting), offers, today)
    return Proposal(tuple(changes), tuple(held), tuple(statuses), tuple(conflicts), (), agreed, older)


def apply(card: Card, changes: Iterable[Change]) -> Card:
    """The card with the changes to it."""
    for change in changes:
        card = with_fact(card, change.field, change.new)
    return card


def fit(card: Card, changes: Sequence[Change]) -> list[Change]:
    """The changes after which the card still keeps the rules of cards, such as no output above the window."""
    wrong = set(problems_of(apply(card, changes)))
    kept = [change for change in changes if change.field not in {name.partition("[")[0] for name in wrong}]
    if wrong and problems_of(apply(card, kept)):
        kept = [change for change in kept if change.field.startswith("price_")]
    return [] if problems_of(apply(card, kept)) else kept


def settle(claims: Sequence[Claim]) -> tuple[Claim | None, list[Fact]]:
    """The claim to believe and the facts against it. None where lists disagree that are trusted alike, or none of
    which names the vendor's page."""
    ranked = sorted(claims, key=lambda claim: claim.trust)
    best = ranked[0]
    against = [claim for claim in ranked[1:] if not agree(best.field, best.fact, claim.fact)]
    if against and (best.trust > 0 or any(claim.trust == best.trust for claim in against)):
        return None, []
    return best, [claim.fact for claim in against]


def agree(field_name: str, a: Fact, b: Fact) -> bool:
    """Whether two facts say the same, within rounding and within the precision of a date."""
    if a.number is not None and b.number is not None:
        share = ROUNDING if FIELDS[field_name].unit == "tokens" else 1e-6
        return abs(a.number - b.number) <= share * max(a.number, b.number)
    if FIELDS[field_name].type == "date":
        return str(a.value).startswith(str(b.value)) or str(b.value).startswith(str(a.value))
    return a.value == b.value


def _verdict(claim: Claim, current: Fact | None) -> str:
    if current is None:
        return "change"
    if agree(claim.field, current, claim.fact):
        return "agreed"
    if not is_aggregated(current):
        return "outranked"
    if claim.fact.date < current.date:
        return "older"
    if claim.fact.date == current.date and claim.trust > _trust(current):
        return "outranked"
    return "held" if _factor(current, claim.fact) > LARGEST_FACTOR else "change"


def _trust(fact: Fact) -> int:
    """The place of a card's aggregated fact in the order of trust, as `Reading.trust` gives it for a list's."""
    if "models.dev" in fact.source:
        return 2
    return 0 if "read by LiteLLM" in fact.source or "genai-prices" in fact.source else 1


def _factor(old: Fact, new: Fact) -> float:
    a, b = old.number, new.number
    if a is None or b is None or a == b:
        return 1.0
    return max(a, b) / min(a, b) if min(a, b) > 0 else float("inf")


def _by_slot(card: Card, offers: Sequence[tuple[Reading, Offer]]) -> Iterator[list[Claim]]:
    slots: dict[tuple[str, str | None, str | None, str | None], list[Claim]] = {}
    for reading, offer in offers:
        for field_name, fact in _facts(card, reading, offer):
            claim = Claim(field_name, fact, reading.trust(offer))
            slots.setdefault(slot(field_name, fact), []).append(claim)
    yield from slots.values()


def _facts(card: Card, reading: Reading, offer: Offer) -> Iterator[tuple[str, Fact]]:
    """What the entry says that may go on this card."""
    for (name, variant), value in offer.values.items():
        if name not in REFRESHED or (is_open(card) and not name.startswith("price_")):
            continue
        fact = reading.fact(offer, name, variant, value)
        if fact.provider is not None:
            fact = replace(fact, provider=card.vendor)
            own = [old.variant for old in card.all(name) if old.provider == card.vendor]
            if own and variant not in own:
                continue  # The card tells variants apart in a way that the list does not.
        yield name, fact
    limit = None if is_open(card) else _limit_field(card, offer)
    if limit is not None and offer.limit is not None:
        yield limit, reading.fact(offer, limit, None, offer.limit)


def _limit_field(card: Card, offer: Offer) -> str | None:
    """Which limit a list means that does not tell window and largest input apart; None where that cannot be known."""
    window, largest_in = card.number("context_tokens"), card.number("max_input_tokens")
    output = offer.values.get(("max_output_tokens", None)) or card.number("max_output_tokens")
    if window is None or offer.limit is None:
        return None
    if abs(window - offer.limit) <= ROUNDING * window:
        return "context_tokens"
    if largest_in is not None:
        return "max_input_tokens" if offer.limit < window else None
    if isinstance(output, int | float) and abs(window - offer.limit - output) <= ROUNDING * window:
        return None
    return "context_tokens"


def _status(card: Card, offers: Sequence[tuple[Reading, Offer]], today: date) -> Iterator[StatusChange]:
    """Forward in a model's life only. A day of retirement makes it deprecated, and retired once it has passed."""
    if is_open(card):
        return
    new, source = card.status, ""
    for reading, offer in offers:
        if offer.status == "deprecated" and is_later(new, "deprecated"):
            new, source = "deprecated", reading.title + reading.copied
    retirement = card.fact("deprecation_date")
    day = str(retirement.value) if retirement is not None and retirement.known else ""
    if retirement is not None and len(day) == 10:
        reached: Status = "retired" if day <= today.isoformat() else "deprecated"
        if is_later(new, reached):
            new, source = reached, retirement.source
    if new != card.status:
        yield StatusChange(card.model, card.name, card.status, new, source)


def _conflict(card: Card, field_name: str, kept: Fact | None, others: Iterable[Fact]) -> Conflict:
    return Conflict(card.model, card.name, field_name, kept, tuple(others))
