"""New models: thin cards out of what the lists say, for vendors that the catalogue has. Pure.

Names come from strangers. A name is believed only where it reads like one: the words of this catalogue's models, at
most one word more, and nothing that is not in the identifier the vendor's API answers to.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from advisor.domain.cards import Card, Catalogue
from advisor.domain.facts import Fact
from advisor.library.overlay import names_of, problems_of, slot
from advisor.library.refresh.match import Matches
from advisor.library.refresh.offers import Offer, Reading
from advisor.library.refresh.propose import Claim, settle
from advisor.library.refresh.vendors import BY_NAME, Vendor

MOST = 60
"""More new models at once than a quarter brings: a list that offers more is not believed at all."""
_WORD = re.compile(r"[a-z]+|\d+")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .:+()/-]{0,59}")
_SNAPSHOT = re.compile(r"-(20\d{6}|20\d{2}-\d{2}-\d{2}|\d{2}-20\d{2})$")
_COMMON = frozenset(
    """a air b base beta chat code coder codex exp experimental fast flash heavy high instruct it k large lite long
    low m max medium micro mini multi nano next non omni preview premier pro r reasoner reasoning research small t
    thinking turbo ultra v vision vl x""".split()  # noqa: SIM905 a text of words reads better
)
_NOT_A_CHAT_MODEL = frozenset(
    "audio embed embedding guard image live moderation ocr realtime rerank robotics search speech transcribe tts".split()  # noqa: SIM905
)
_MAX_WORDS = 9
_OF_NEW_CARDS = ("price_in_usd_per_m", "price_out_usd_per_m", "context_tokens")
"""A card that has none of these would say nothing."""


@dataclass(frozen=True)
class Newcomers:
    """`unlikely` counts names that no vendor would give; `too_many` that all were refused for their number."""

    cards: tuple[Card, ...] = ()
    unlikely: int = 0
    too_many: int = 0


def newcomers(
    catalogue: Catalogue, read: Sequence[tuple[Reading, Matches]], known: Collection[tuple[str, str]]
) -> Newcomers:
    """Cards for the entries that are no card's, were not left out on purpose, and can be a chat model's."""
    homes = _homes(catalogue)
    words = _Words.of(catalogue)
    found: dict[tuple[str, str], list[tuple[Reading, Offer]]] = {}
    unlikely: set[tuple[str, str]] = set()
    taken = {name for card in catalogue for name in names_of(card)}
    for reading, matches in read:
        for offer in matches.strangers:
            key = (offer.vendor.key, offer.model.casefold())
            if offer.vendor.key not in homes or key in known or _is_other_name(offer, taken, known):
                continue
            if not offer.sells_text or offer.status == "deprecated" or _words(offer.model) & _NOT_A_CHAT_MODEL:
                continue
            if words.allow(offer):
                found.setdefault(key, []).append((reading, offer))
            else:
                unlikely.add(key)
    if len(found) > MOST:
        return Newcomers(unlikely=len(unlikely), too_many=len(found))
    cards = []
    for offers in found.values():
        card = _card(homes[offers[0][1].vendor.key], offers)
        if card is not None and taken.isdisjoint(names_of(card)):
            taken |= names_of(card)
            cards.append(card)
    return Newcomers(tuple(sorted(cards, key=lambda card: card.model)), len(unlikely))


def _homes(catalogue: Catalogue) -> Mapping[str, Card]:
    """A card of each vendor that the catalogue has, to say how it is called and where it lives."""
    homes: dict[str, Card] = {}
    for card in catalogue:
        vendor = BY_NAME.get(card.vendor.casefold())
        if vendor is not None:
            homes.setdefault(vendor.key, card)
    return homes


def _is_other_name(offer: Offer, taken: Collection[str], known: Collection[tuple[str, str]]) -> bool:
    """Whether it is a moving name ("-latest") or the dated snapshot of a model that is known without its date."""
    name = offer.model.casefold()
    if name.endswith("latest"):
        return True
    plain = _SNAPSHOT.sub("", name)
    if plain == name:
        return False
    runtimes = {f"{key}:{plain}" for key in offer.vendor.runtimes}
    return plain in taken or not runtimes.isdisjoint(taken) or (offer.vendor.key, plain) in known


def _words(name: str) -> set[str]:
    return set(_WORD.findall(name.casefold()))


@dataclass(frozen=True)
class _Words:
    """`all`: every word in a name of the catalogue. `first`: by vendor, the words its models' names begin with."""

    all: frozenset[str]
    first: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, catalogue: Catalogue) -> _Words:
        every: set[str] = set(_COMMON)
        first: dict[str, set[str]] = {}
        for card in catalogue:
            slug = card.model.partition("/")[2]
            names = (card.name, card.family, slug, *card.aliases, *card.runtimes.values())
            for name in names:
                every |= _words(name)
            vendor = BY_NAME.get(card.vendor.casefold())
            if vendor is not None:
                beginnings = {
                    found[0] for name in (card.family, slug) if (found := re.findall("[a-z]+", name.casefold()))
                }
                first.setdefault(vendor.key, set()).update(beginnings)
        return cls(frozenset(every), {key: frozenset(found) for key, found in first.items()})

    def allow(self, offer: Offer) -> bool:
        """Whether a vendor could give a model this name, and this vendor rather than another whose model it sells."""
        found = re.findall("[a-z]+", offer.model.casefold())
        if not found or len(_WORD.findall(offer.model.casefold())) > _MAX_WORDS or max(map(len, found)) > 20:
            return False
        if len(set(found) - self.all) > 1:
            return False
        own = self.first.get(offer.vendor.key, frozenset())
        others = {word for key, beginnings in self.first.items() if key != offer.vendor.key for word in beginnings}
        if set(found) & (others - own - _COMMON):
            return False
        return offer.made_here or found[0] in own


def _card(home: Card, offers: Sequence[tuple[Reading, Offer]]) -> Card | None:
    """The card, or None where the lists say too little or what they say does not hold together."""
    vendor, model = offers[0][1].vendor, offers[0][1].model
    slug = re.sub(r"[^a-z0-9.-]+", "-", model.casefold()).strip("-.")
    name = next((named for _, offer in offers if (named := _name(offer)) is not None), model)
    facts: dict[str, tuple[Fact, ...]] = {}
    for claims in _claims(home, vendor, offers):
        best, _ = settle(claims)
        if best is not None:
            facts[best.field] = (*facts.get(best.field, ()), best.fact)
    card = Card(
        model=f"{home.model.partition('/')[0]}/{slug}",
        name=name,
        vendor=home.vendor,
        family=name,
        status="preview" if any(offer.status == "preview" for _, offer in offers) or "preview" in slug else "current",
        aliases=(model,) if model != name else (),
        facts=MappingProxyType(facts),
        runtimes=MappingProxyType({vendor.runtimes[0]: model}),
        origin=home.origin,
    )
    while wrong := {problem.partition("[")[0] for problem in problems_of(card)} & facts.keys():
        facts = {field: found for field, found in facts.items() if field not in wrong}
        card = replace(card, facts=MappingProxyType(facts))
    if problems_of(card) or not any(field in facts for field in _OF_NEW_CARDS):
        return None
    return card


def _claims(home: Card, vendor: Vendor, offers: Sequence[tuple[Reading, Offer]]) -> Sequence[Sequence[Claim]]:
    slots: dict[object, list[Claim]] = {}
    for reading, offer in offers:
        values = dict(offer.values)
        if (
            offer.limit is not None
            and vendor.key != "openai"
            and not any(("context_tokens", None) in o.values for _, o in offers)
        ):
            values["context_tokens", None] = offer.limit  # OpenAI's column may be the largest input: left unknown.
        for (field, variant), value in values.items():
            fact = reading.fact(offer, field, variant, value)
            fact = replace(fact, provider=home.vendor) if fact.provider is not None else fact
            slots.setdefault(slot(field, fact), []).append(Claim(field, fact, reading.trust(offer)))
    return list(slots.values())


def _name(offer: Offer) -> str | None:
    """The list's name for people, where it is plain and says no more than the identifier does."""
    if offer.name is None:
        return None
    name = " ".join(re.sub(r"\(latest\)$", "", offer.name.strip(), flags=re.IGNORECASE).split())
    if not _NAME.fullmatch(name) or not _words(name) <= _words(offer.model):
        return None
    return name
