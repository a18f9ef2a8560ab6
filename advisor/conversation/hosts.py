"""Which provider a question asks about ("¿qué es eso de DeepInfra?"), where it asks about nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from advisor.domain.cards import Catalogue

_LONGEST = 10
"""Words beyond which a question is about more than the name in it."""
_ASKS = re.compile(
    r"\b(?:qu[eé]|qui[eé]n(?:es)?|what|who|what's|whats|who's|whos|conoces|know|fiable|seguro|reliable|safe|trust\w*)\b",
    re.IGNORECASE,
)


def asked_host(text: str, hosts: Iterable[str]) -> str | None:
    """The provider as the cards write it; None where the question names none."""
    if len(text.split()) > _LONGEST or not _ASKS.search(text):
        return None
    named = {word.casefold() for word in re.findall(r"[\w.+-]+", text)}
    return next((host for host in hosts if host.casefold() in named), None)


def hosts_of(catalogue: Catalogue) -> tuple[str, ...]:
    """The providers by whose prices the cards reckon, less the makers of models, who have cards of their own."""
    makers = {card.vendor.casefold() for card in catalogue}
    found = {fact.provider for card in catalogue for fact in card.all("price_in_usd_per_m") if fact.provider}
    return tuple(sorted(host for host in found if host.casefold() not in makers and " " not in host))


_WHICH = re.compile(
    r"\b(?:which|what|best|cheapest|qu[eé]|cu[aá]l|mejor|recom\w+)\b.{0,40}\b(?:providers?|hosts?\b(?! (?:it|them|on|that|this|ourselves|myself))|hosting|proveedor(?:es)?|plataformas?|platforms?)\b"
    r"|\b(?:providers?|proveedor(?:es)?|plataformas?|platforms?)\b.{0,40}\b(?:recom\w+|best|mejor)\b",
    re.IGNORECASE,
)
_ONESELF = re.compile(
    r"\bself[\s-]?host|\b(?:we|i|ourselves|myself) (?:\w+ )?host|\b(?:alojarlo|alojarla|hospedarlo) (?:yo|nosotros)",
    re.IGNORECASE,
)
"""Hosts it on a machine of one's own."""
_MANY = 5
"""Models on the cards from which a provider is worth naming."""
_NAMED = 4


def asked_providers(text: str, hosts: Iterable[str], catalogue: Catalogue) -> tuple[tuple[str, int, int], ...]:
    """(provider, models priced there, how many of them nowhere cheaper), most models first, where a provider is sought;
    makers of models sell their own only, and are left out."""
    if len(text) > _SHORT or not _WHICH.search(text) or _ONESELF.search(text):
        return ()
    known, counts, cheapest = set(hosts), Counter[str](), Counter[str]()
    for card in catalogue:
        offers: dict[str, float] = {}
        for fact in card.all("price_in_usd_per_m"):
            if fact.provider and fact.number is not None and fact.variant is None:
                offers[fact.provider] = min(fact.number, offers.get(fact.provider, fact.number))
        counts.update(host for host in offers if host in known)
        cheapest.update(host for host, price in offers.items() if host in known and price == min(offers.values()))
    found = [(host, count, cheapest[host]) for host, count in counts.most_common() if count >= _MANY]
    return tuple(found[:_NAMED])


_SHORT = 160
