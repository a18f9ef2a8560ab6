"""Who serves a model at a price, and what is not known of where they do."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.phrases import listed
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.language import Localised


def hosts(card: Card, evidence: Evidence, cite: Citer) -> list[str]:
    """One paragraph; none where it is not asked."""
    if "hosts" not in evidence.asked_fields:
        return []
    language, es = evidence.language, evidence.language == "es"
    offers = {f.provider: f for f in reversed(card.all("price_in_usd_per_m")) if f.known and f.provider}
    if not offers:
        none = Localised(
            "No tengo en mi catálogo ningún proveedor de **{}**.", "I have no provider of **{}** in my catalogue."
        )
        return [none.in_(language).format(card.name)]
    names = listed([f"{who}{cite.fact(card, offers[who])}" for who in sorted(offers)], language)
    told = (
        f"En mi catálogo sirven **{card.name}**: {names}."
        if es
        else f"In my catalogue **{card.name}** is served by {names}."
    )
    rest = Localised(
        "Puede haber otros. En qué país procesa cada uno los datos no consta en mis fichas: míralo en su contrato.",
        "There may be others. In which country each of them processes the data is not in my cards: see their contract.",
    )
    home = Localised(
        "Como sus pesos son abiertos, también puedes ponerlo en un servidor del país que elijas.",
        "Its weights being open, you can also run it on a server in the country you choose.",
    )
    opened = [home.in_(language)] if card.value("open_weights") is True else []
    return [" ".join([told, rest.in_(language), *opened])]
