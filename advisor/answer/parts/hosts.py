"""Who serves models at a price, and what is not known of where they do."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.phrases import listed
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.language import Localised


def hosts(cards: Sequence[Card], evidence: Evidence, cite: Citer) -> list[str]:
    """One paragraph on all of them; none where it is not asked."""
    if "hosts" not in evidence.asked_fields or not cards:
        return []
    language, es = evidence.language, evidence.language == "es"
    served, unserved = [], []
    for card in cards:
        offers = {f.provider: f for f in reversed(card.all("price_in_usd_per_m")) if f.known and f.provider}
        names = listed([f"{who}{cite.fact(card, offers[who])}" for who in sorted(offers)], language)
        if offers:
            served.append((card, names))
        else:
            unserved.append(f"**{card.name}**")
    told = []
    if len(served) == 1:
        card, names = served[0]
        told.append(
            f"En mi catálogo sirven **{card.name}**: {names}."
            if es
            else f"In my catalogue **{card.name}** is served by {names}."
        )
    elif served:
        each = "; ".join(f"**{card.name}**, {names}" for card, names in served)
        told.append(f"Quién los sirve en mi catálogo: {each}." if es else f"Who serves them in my catalogue: {each}.")
    if unserved:
        none = Localised("No tengo en mi catálogo ningún proveedor de {}.", "I have no provider of {} in my catalogue.")
        told.append(none.in_(language).format(listed(unserved, language)))
    if served:
        told.append(_REST.in_(language))
        opened = all(card.value("open_weights") is True for card, _ in served)
        if opened:
            told.append((_HOME if len(served) == 1 else _HOMES).in_(language))
    return [" ".join(told)]


_REST = Localised(
    "Puede haber otros. En qué país procesa cada uno los datos no consta en mis fichas: míralo en su contrato.",
    "There may be others. In which country each of them processes the data is not in my cards: see their contract.",
)
_HOME = Localised(
    "Como sus pesos son abiertos, también puedes ponerlo en un servidor del país que elijas.",
    "Its weights being open, you can also run it on a server in the country you choose.",
)
_HOMES = Localised(
    "Como los pesos de todos son abiertos, también puedes ponerlos en un servidor del país que elijas.",
    "The weights of all being open, you can also run them on a server in the country you choose.",
)
