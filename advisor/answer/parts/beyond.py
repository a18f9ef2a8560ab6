"""Models that are newer, larger or smaller than the one talked about, among those that meet the needs."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.figures import fit_in_words, own_hardware, paid
from advisor.answer.parts.values import size_in_words
from advisor.domain.advice import Recommendation
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.formats import day, tokens
from advisor.domain.language import Language, Localised
from advisor.domain.needs import BEYOND, Outlook

_MORE: dict[str, Localised] = {
    "newer": Localised("son más nuevos", "are newer"),
    "bigger": Localised("son más grandes", "are larger"),
    "smaller": Localised("son más pequeños", "are smaller"),
    "roomier": Localised("tienen más contexto", "have more context"),
}
_ONE_MORE: dict[str, Localised] = {
    "newer": Localised("es más nuevo", "is newer"),
    "bigger": Localised("es más grande", "is larger"),
    "smaller": Localised("es más pequeño", "is smaller"),
    "roomier": Localised("tiene más contexto", "has more context"),
}
_BESIDES: dict[str, Localised] = {
    "newer": Localised("Más nuevo no quiere decir mejor para lo tuyo.", "Newer does not mean better for your use."),
    "bigger": Localised("Más grande no quiere decir mejor para lo tuyo.", "Larger does not mean better for your use."),
    "smaller": Localised(
        "Más pequeño deja sitio a más contexto y suele perder calidad; la velocidad depende de los parámetros activos.",
        "Smaller leaves room for more context and usually loses quality; speed depends on the active parameters.",
    ),
    "roomier": Localised(
        "Si necesitas un mínimo, dímelo en tokens o en páginas («128K de contexto», «200 páginas»).",
        "If you need a minimum, tell me in tokens or pages (“128K of context”, “200 pages”).",
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
            "De los que cumplen lo que pides, ninguno {} que **{}**{}.",
            "Of those that meet your needs, none {} than **{}**{}.",
        )
        return [text.in_(language).format(_ONE_MORE[view].in_(language), card.name, own)]
    lead = Localised("Cumplen lo que pides y {} que **{}**{}:", "These meet your needs and {} than **{}**{}:")
    lines = [f"- {_line(place, item, evidence, cite)}" for place, item in evidence.beyond]
    return [
        "\n".join([lead.in_(language).format(_MORE[view].in_(language), card.name, own), "", *lines]),
        _BESIDES[view].in_(language),
    ]


def _own(card: Card, view: Outlook, language: Language, cite: Citer) -> str:
    """What the model talked about has of it, in brackets."""
    fact = card.fact(BEYOND[view])
    if fact is None or not fact.known:
        return ""
    shown = size_in_words(card, language, "")
    if view == "newer":
        shown = day(str(fact.value), language)
    elif view == "roomier":
        shown = f"{tokens(fact.number or 0, language)} tokens"
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
    window = card.fact("context_tokens")
    if evidence.outlook == "roomier" and window is not None and window.number:
        shown = f"{tokens(window.number, language)} tokens"
        told.insert(1, (f"contexto de {shown}" if es else f"{shown} of context") + cite.fact(card, window))
    if own_hardware(evidence.needs) or item.fit is not None:
        told += fit_in_words(item, evidence, language)
    elif item.cost is not None:
        told.append(paid(item.cost, language) + cite.facts(card, [item.cost.price_in, item.cost.price_out]))
    return ", ".join(told)
