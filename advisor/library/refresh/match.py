"""Which entry of a list is which card: by exact names at the vendor's own API, never by likeness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.domain.cards import Card, Catalogue
from advisor.library.refresh.offers import Offer, Reading
from advisor.library.refresh.vendors import BY_NAME


@dataclass(frozen=True)
class Matches:
    """`by_card`: the entry for each card that has one. `sold`: the cards that name this API under `runtimes`, so that
    the list may add to them and not only renew what they have. `strangers`: entries that no card's name claims."""

    by_card: Mapping[str, Offer]
    sold: frozenset[str]
    strangers: tuple[Offer, ...]


def match(catalogue: Catalogue, reading: Reading) -> Matches:
    """The name under `runtimes` decides; without one in the list, an alias, if only one entry bears one."""
    offered: dict[tuple[str, str], Offer] = {(o.vendor.key, o.model.casefold()): o for o in reading.offers}
    by_card: dict[str, Offer] = {}
    sold: set[str] = set()
    claimed: set[tuple[str, str]] = set()
    for card in catalogue:
        vendor = BY_NAME.get(card.vendor.casefold())
        if vendor is None:
            continue
        called = [card.runtimes[key].casefold() for key in vendor.runtimes if key in card.runtimes]
        aliases = [name.casefold() for name in card.aliases if not name.casefold().endswith("latest")]
        aliases.append(card.model.partition("/")[2])
        claimed |= {(vendor.key, name) for name in (*called, *aliases)}
        found = [offered[vendor.key, name] for name in called if (vendor.key, name) in offered]
        if found:
            sold.add(card.model)
        else:
            borne = {name: offered[vendor.key, name] for name in aliases if (vendor.key, name) in offered}
            found = list(borne.values()) if len(borne) == 1 else []
        if found:
            by_card[card.model] = found[0]
    strangers = tuple(offer for key, offer in offered.items() if key not in claimed)
    return Matches(by_card, frozenset(sold), strangers)


def is_open(card: Card) -> bool:
    """Of open weights a list of services gives prices only: what a service serves says little of the weights."""
    return card.value("open_weights") is True
