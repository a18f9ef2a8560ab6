"""Which provider a question asks about ("¿qué es eso de DeepInfra?"), where it asks about nothing else."""

from __future__ import annotations

import re
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
