"""Models that are newer, larger or smaller than the one talked about, among those that meet the needs."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.figures import fit_in_words, own_hardware
from advisor.answer.parts.values import size_in_words
from advisor.domain.advice import Recommendation
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.formats import day, usd
from advisor.domain.language import Language, Localised
from advisor.domain.needs import Outlook

BEYOND: tuple[Outlook, ...] = ("newer", "bigger", "smaller")
_MORE: dict[str, Localised] = {
    "newer": Localised("más nuevos", "newer"),
    "bigger": Localised("más grandes", "larger"),
    "smaller": Localised("más pequeños", "smaller"),
}
_ONE_MORE: dict[str, Localised] = {
    "newer": Localised("más nuevo", "newer"),
    "bigger": Localised("más grande", "larger"),
    "smaller": Localised("más pequeño", "smaller"),
}
_BESIDES: dict[str, Localised] = {
    "newer": Localised("Más nuevo no quiere decir mejor para lo tuyo.", "Newer does not mean better for your use."),
    "bigger": Localised("Más grande no quiere decir mejor para lo tuyo.", "Larger does not mean better for your use."),
    "smaller": Localised(
        "Más pequeño deja sitio a más contexto y suele perder calidad; la velocidad depende de los parámetros activos.",
        "Smaller leaves room for more context and usually loses quality; speed depends on the active parameters.",
    ),
}


def beyond(evidence: Evidence, cite: Citer) -> list[str]:
    """The best placed of them with what sets them apart, or that there is none."""
    card, view, language = evidence.beside, evidence.outlook, evidence.language
    if card is None or view not in _MORE:
        return []
    own = _own(card, view, language, cite)
    if not evidence.beyond:
        text = Localised(
            "De los que cumplen lo que pides, ninguno es {} que **{}**{}.",
            "Of those that meet your needs, none is {} than **{}**{}.",
        )
        return [text.in_(language).format(_ONE_MORE[view].in_(language), card.name, own)]
    lead = Localised("Cumplen lo que pides y son {} que **{}**{}:", "These meet your needs and are {} than **{}**{}:")
    lines = [f"- {_line(place, item, evidence, cite)}" for place, item in evidence.beyond]
    return [
        "\n".join([lead.in_(language).format(_MORE[view].in_(language), card.name, own), "", *lines]),
        _BESIDES[view].in_(language),
    ]


def _own(card: Card, view: str, language: Language, cite: Citer) -> str:
    """What the model talked about has of it, in brackets."""
    fact = card.fact("release_date" if view == "newer" else "params_total_b")
    if fact is None or not fact.known:
        return ""
    shown = day(str(fact.value), language) if view == "newer" else size_in_words(card, language, "")
    return f" ({shown}{cite.fact(card, fact)})"


def _line(place: int, item: Recommendation, evidence: Evidence, cite: Citer) -> str:
    card, language = item.card, evidence.language
    es = language == "es"
    told = [f"**{card.name}** ({card.vendor}), " + (f"puesto {place}" if es else f"place {place}")]
    released = card.fact("release_date")
    if released is not None and released.known:
        shown = day(str(released.value), language) + cite.fact(card, released)
        told.append(f"publicado el {shown}" if es else f"released {shown}")
    size = size_in_words(card, language, " parámetros" if es else " parameters")
    if size:
        told.append(size + cite.fact(card, card.fact("params_total_b")))
    if own_hardware(evidence.needs) or item.fit is not None:
        told += fit_in_words(item, evidence, language)
    elif item.cost is not None:
        cost = usd(item.cost.usd_month, language)
        marks = cite.facts(card, [item.cost.price_in, item.cost.price_out])
        told.append((f"unos {cost} al mes" if es else f"about {cost} a month") + marks)
    return ", ".join(told)
