"""The models that go furthest in one thing, as their cards say."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.values import value_in_words
from advisor.domain.answers import Evidence
from advisor.domain.language import Localised

_OF_ALL = Localised("De mi catálogo", "In my catalogue")
_OF_HOUSE = Localised("De los modelos de {} de mi catálogo", "Of the models of {} in my catalogue")
_OPEN = Localised(" y con pesos abiertos", " and with open weights")
_THINGS: dict[tuple[str, bool], Localised] = {
    ("context_tokens", True): Localised("los que admiten más contexto son", "those with the longest context are"),
    ("max_output_tokens", True): Localised(
        "los que escriben respuestas más largas son", "those that write the longest answers are"
    ),
    ("release_date", True): Localised("los más recientes son", "the newest are"),
    ("params_total_b", True): Localised(
        "los más grandes, de los que publican su tamaño, son", "the largest, of those that publish their size, are"
    ),
    ("params_total_b", False): Localised(
        "los más pequeños, de los que publican su tamaño, son", "the smallest, of those that publish their size, are"
    ),
}
_AND = Localised(
    "Dime para qué lo quieres y te digo cuál te conviene: más no siempre es mejor.",
    "Tell me what it is for and I will say which one suits you: more is not always better.",
)


def extremes(evidence: Evidence, cite: Citer) -> list[str]:
    """A sentence with a list, and what to ask next; none where nothing of the kind was asked."""
    if evidence.extremes is None:
        return []
    field, most, cards, house = evidence.extremes
    language = evidence.language
    among = _OF_HOUSE.in_(language).format(house) if house else _OF_ALL.in_(language)
    among += _OPEN.in_(language) if evidence.needs.flag("open_weights") is True else ""
    rows = [
        f"- **{card.name}** ({card.vendor}): {value_in_words(field, fact, language)}{cite.fact(card, fact)}"
        for card in cards
        if (fact := card.fact(field)) is not None
    ]
    return [f"{among}, {_THINGS[field, most].in_(language)}:\n\n" + "\n".join(rows), _AND.in_(language)]
