"""What would come first without the bounds of one house, or by quality alone."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.figures import paid
from advisor.domain.advice import Recommendation
from advisor.domain.answers import Evidence
from advisor.domain.language import Localised

_OVERALL = Localised(
    "Me he ceñido a los modelos de {}, como pides; de todo el catálogo iría primero **{}** ({}).",
    "I kept to the models of {}, as you ask; of the whole catalogue **{}** ({}) would come first.",
)
_NONE = Localised(
    "Ningún modelo de {} cumple lo que pides, así que recomiendo de los demás.",
    "No model of {} meets what you ask, so I recommend from the others.",
)


_FINEST = Localised(
    "Si solo cuenta la calidad y no el precio, iría primero **{}** ({}){}.",
    "If quality alone counts, and not the price, **{}** ({}) would come first{}.",
)


def finest(evidence: Evidence, cite: Citer) -> list[str]:
    """One sentence for who asks for the best and says nothing of price; none where the first is the best anyway."""
    item, language = evidence.finest, evidence.language
    if item is None:
        return []
    cost = ""
    if item.cost is not None:
        marks = cite.facts(item.card, [item.cost.price_in, item.cost.price_out])
        month = Localised(", por {} en {}{}", ", at {} from {}{}").in_(language)
        cost = month.format(paid(item.cost, language), item.cost.provider, marks)
    return [_FINEST.in_(language).format(item.card.name, item.card.vendor, cost)]


def beyond_the_house(evidence: Evidence, first: Recommendation) -> list[str]:
    """One sentence; none where no house was asked for, or where its first is the first of all."""
    overall, language = evidence.overall, evidence.language
    if evidence.house is None or overall is None:
        return []
    if evidence.house_empty:
        return [_NONE.in_(language).format(evidence.house)]
    if overall.card.model == first.card.model:
        return []
    return [_OVERALL.in_(language).format(evidence.house, overall.card.name, overall.card.vendor)]
