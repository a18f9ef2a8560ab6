"""What refreshing brought, laid over the curated cards: newer figures, a later status, models the cards lack.

The cards in `knowledge/` stay as they are. A curated fact is never covered, so a new release of the cards always wins
where a person has read the vendor's page, and where its figures are newer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from advisor.domain.cards import Card, Catalogue, Status
from advisor.domain.facts import Fact
from advisor.domain.fields import FIELDS
from advisor.domain.language import Localised
from advisor.library.card_checks import check_card
from advisor.library.cards import fold

_AGGREGATORS = ("litellm", "models.dev", "genai-prices", "llm stats", "portkey", "openrouter")
_LATER: tuple[Status, ...] = ("preview", "current", "legacy", "deprecated", "retired")
"""The life of a model; refreshing only moves a card forward. Historical cards stay what they are."""

Slot = tuple[str, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Patch:
    """Newer facts of one card by field, and its later status, if any."""

    facts: Mapping[str, tuple[Fact, ...]] = field(default_factory=lambda: MappingProxyType({}))
    status: Status | None = None


@dataclass(frozen=True)
class Overlay:
    """`refreshed`: ISO day of the last refresh, empty for never. `cards` are models that the curated ones lack.

    `problem` says why kept data could not be used, where that is so.
    """

    refreshed: str = ""
    patches: Mapping[str, Patch] = field(default_factory=lambda: MappingProxyType({}))
    cards: tuple[Card, ...] = ()
    problem: Localised | None = None


def overlaid(catalogue: Catalogue, overlay: Overlay) -> Catalogue:
    """The catalogue with the overlay on top, in the order of ids.

    `date` is that of the last refresh where it is newer; `fingerprint` changes only where a card does. A patch that no
    longer fits its card is passed over as a whole, and so is a new card whose name the curated cards now use.
    """
    patched = {card.model: _patched(card, overlay.patches.get(card.model)) for card in catalogue}
    changed = [card for card in catalogue if patched[card.model] is not card]
    owners = {name for card in catalogue for name in names_of(card)}
    added = []
    for card in overlay.cards:
        if owners.isdisjoint(names_of(card)) and not problems_of(card):
            owners |= names_of(card)
            added.append(card)
    cards = tuple(sorted([*patched.values(), *added], key=lambda card: card.model.split("/")))
    fingerprint = catalogue.fingerprint
    if changed or added:
        digest = hashlib.sha256(fingerprint.encode())
        for card in [*(patched[card.model] for card in changed), *added]:
            digest.update(repr(card_to_raw(card)).encode())
        fingerprint = digest.hexdigest()
    return Catalogue(cards, max(catalogue.date, overlay.refreshed), fingerprint)


def _patched(card: Card, patch: Patch | None) -> Card:
    """The card itself where the patch brings nothing that counts."""
    if patch is None:
        return card
    facts = dict(card.facts)
    for name, newer in patch.facts.items():
        for fact in newer:
            if _counts(slot_fact(card, slot(name, fact)), fact):
                facts[name] = _put(facts.get(name, ()), name, fact)
    status = patch.status if patch.status and is_later(card.status, patch.status) else card.status
    if facts == dict(card.facts) and status == card.status:
        return card
    merged = replace(card, facts=MappingProxyType(facts), status=status)
    return card if problems_of(merged) else merged


def _counts(curated: Fact | None, newer: Fact) -> bool:
    return curated is None or (is_aggregated(curated) and newer.date >= curated.date)


def slot(field_name: str, fact: Fact) -> Slot:
    """What a fact is about: facts in one slot replace one another."""
    if not FIELDS[field_name].many:
        return (field_name, None, None, None)
    return (field_name, fact.name, fact.provider, fact.variant)


def slot_fact(card: Card, wanted: Slot) -> Fact | None:
    return next((fact for fact in card.all(wanted[0]) if slot(wanted[0], fact) == wanted), None)


def with_fact(card: Card, field_name: str, fact: Fact) -> Card:
    """The card with a fact put in its slot: in place of the old one, or at the end."""
    facts = {**card.facts, field_name: _put(card.all(field_name), field_name, fact)}
    return replace(card, facts=MappingProxyType(facts))


def _put(facts: tuple[Fact, ...], field_name: str, fact: Fact) -> tuple[Fact, ...]:
    wanted = slot(field_name, fact)
    if not any(slot(field_name, old) == wanted for old in facts):
        return (*facts, fact)
    return tuple(fact if slot(field_name, old) == wanted else old for old in facts)


def is_aggregated(fact: Fact) -> bool:
    """Whether a list kept by others says so, and not a person who read the vendor's page or a measurement."""
    said = f"{fact.source} {fact.url}".casefold()
    return fact.known and fact.kind == "declared" and any(name in said for name in _AGGREGATORS)


def is_later(old: Status, new: Status) -> bool:
    """Whether `new` comes after `old` in a model's life."""
    return old in _LATER and new in _LATER and _LATER.index(new) > _LATER.index(old)


def names_of(card: Card) -> set[str]:
    """Every name that may lead to one card only, runtimes' names included."""
    names = {fold(name) for name in (card.name, card.model, *card.aliases)}
    return names | {f"{runtime}:{fold(name)}" for runtime, name in card.runtimes.items()}


def problems_of(card: Card) -> list[str]:
    """The fields in which a card breaks the rules of curated cards; empty where all is well."""
    return [problem.field for problem in check_card(card_to_raw(card), card.model)]


def card_to_raw(card: Card) -> dict[str, Any]:
    """The mapping that a card's file would hold, as `check_card` reads it."""
    keys: dict[tuple[str, str, str], str] = {}
    facts: dict[str, Any] = {}
    for name, found in card.facts.items():
        rows = []
        for fact in found:
            key = keys.setdefault((fact.source, fact.url, fact.date), f"s{len(keys)}")
            value = list(fact.value) if isinstance(fact.value, tuple) else fact.value
            row = {"value": value, "kind": fact.kind, "source": key}
            named = {"unit": fact.unit, "name": fact.name, "provider": fact.provider, "variant": fact.variant}
            rows.append(row | {part: text for part, text in named.items() if text is not None})
        facts[name] = rows if FIELDS[name].many else rows[0]
    raw: dict[str, Any] = {
        "model": card.model,
        "name": card.name,
        "vendor": card.vendor,
        "family": card.family,
        "status": card.status,
        "aliases": list(card.aliases),
        "runtimes": dict(card.runtimes),
        "sources": {key: dict(zip(("title", "url", "date"), origin, strict=True)) for origin, key in keys.items()},
        "facts": facts,
    }
    return raw | {key: getattr(card, key) for key in ("successor", "origin") if getattr(card, key) is not None}


def difference(curated: Catalogue, cards: Iterable[Card], refreshed: str) -> Overlay:
    """The overlay that turns the curated catalogue into `cards`. `refreshed` is today's ISO day."""
    base, patches, added = curated.by_id, {}, []
    for card in cards:
        old = base.get(card.model)
        if old is None:
            added.append(card)
            continue
        facts = {
            name: tuple(fact for fact in found if slot_fact(old, slot(name, fact)) != fact)
            for name, found in card.facts.items()
        }
        facts = {name: found for name, found in facts.items() if found}
        status = card.status if card.status != old.status else None
        if facts or status:
            patches[card.model] = Patch(MappingProxyType(facts), status)
    return Overlay(refreshed, MappingProxyType(patches), tuple(added))
