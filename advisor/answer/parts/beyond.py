"""Models that are newer, larger, smaller or cheaper than the one talked about, or come next, among those that meet the needs."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.figures import fit_in_words, own_hardware, paid
from advisor.answer.parts.values import size_in_words
from advisor.domain.advice import Recommendation
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.formats import day, tokens
from advisor.domain.language import Language, Localised
from advisor.domain.outlook import BEYOND, Outlook

_MORE: dict[str, Localised] = {
    "newer": Localised("son más nuevos", "are newer"),
    "bigger": Localised("son más grandes", "are larger"),
    "smaller": Localised("son más pequeños", "are smaller"),
    "roomier": Localised("tienen más contexto", "have more context"),
    "cheaper": Localised("cuestan menos", "cost less"),
}
_ONE_MORE: dict[str, Localised] = {
    "newer": Localised("es más nuevo", "is newer"),
    "bigger": Localised("es más grande", "is larger"),
    "smaller": Localised("es más pequeño", "is smaller"),
    "roomier": Localised("tiene más contexto", "has more context"),
    "cheaper": Localised("cuesta menos", "costs less"),
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
    "cheaper": Localised(
        "El puesto dice cuánto se pierde en lo demás. Si tienes un tope, dímelo («10 euros al mes»).",
        "The place tells how much is lost on the rest. If you have a limit, tell me (“10 euros a month”).",
    ),
}


_NO_FEE = Localised(
    "En tu equipo ninguno tiene cuota: solo cuestan la máquina y la luz. Si lo caro es la máquina, dime cuál tienes y te digo qué "
    "le cabe; si prefieres pagar por uso, dímelo también.",
    "On your own machine none has a fee: they cost the machine and the electricity only. If it is the machine that is too dear, "
    "tell me which one you have and I say what fits it; if you would rather pay by use, tell me that.",
)


def beyond(evidence: Evidence, cite: Citer) -> list[str]:
    """The best placed of them with what sets them apart, or that there is none."""
    card, view, language = evidence.beside, evidence.outlook, evidence.language
    if view == "others":
        return _others(evidence, cite)
    if card is None or view not in _MORE:
        return []
    if view == "cheaper" and own_hardware(evidence.needs):
        return [_NO_FEE.in_(language)]
    own = _own_cost(card, evidence) if view == "cheaper" else _own(card, view, language, cite)
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


def _others(evidence: Evidence, cite: Citer) -> list[str]:
    """Those that come next in the ranking."""
    language = evidence.language
    if not evidence.beyond:
        return [_NO_MORE.in_(language)]
    lead = Localised("También cumplen lo que pides, y van detrás:", "These meet your needs as well, and come next:")
    lines = [f"- {_line(place, item, evidence, cite)}" for place, item in evidence.beyond]
    return ["\n".join([lead.in_(language), "", *lines]), _WHY_NOT.in_(language)]


_NO_MORE = Localised(
    "No hay más: los que te he dicho son todos los que cumplen lo que pides. Si cedes en algo, entrarán otros.",
    "There are no more: those that I named are all that meet your needs. If you give something up, others come in.",
)
_WHY_NOT = Localised(
    "Si me dices qué no te convence de los primeros (precio, tamaño, velocidad, de quién es…), busco por ahí.",
    "If you tell me what you do not like about the first ones (price, size, speed, whose it is…), I look for that.",
)


def _own_cost(card: Card, evidence: Evidence) -> str:
    """What the model talked about costs, in brackets."""
    ranked = evidence.ranking.recommendations if evidence.ranking else ()
    item = next((r for r in ranked if r.card.model == card.model), None)
    return f" ({paid(item.cost, evidence.language)})" if item and item.cost else ""


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
