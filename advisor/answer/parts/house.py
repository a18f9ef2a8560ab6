"""A model asked for within one house: what would come first without that bound."""

from __future__ import annotations

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
