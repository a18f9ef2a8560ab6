"""The models talked about on hardware of others: what their providers charge, and what a rented card would have to hold."""

from __future__ import annotations

import re

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.figures import own_hardware, paid
from advisor.answer.parts.phrases import as_volume
from advisor.domain.advice import Recommendation
from advisor.domain.answers import Evidence
from advisor.domain.formats import number
from advisor.domain.language import Localised

HOURS_A_MONTH = 730

_NOBODY = Localised(
    "De los modelos de los que hablamos no tengo precio de ningún proveedor.",
    "I have no provider's price for the models we are talking about.",
)
_LEAD = Localised(
    "**Servidos por otros, pagando por lo que se gasta** ({}):", "**Served by others, paying for what is used** ({}):"
)
_ALREADY = Localised(
    "Así los cuento ya: **servidos por otros, pagando por lo que se gasta** ({}):",
    "That is how I reckon already: **served by others, paying for what is used** ({}):",
)
_SUPPOSED = Localised(", que supongo", ", which I assume")
_VOLUMES = {"tokens_per_month", "items_per_month", "users", "items_once"}
_CARDS = re.compile(r"gpu|gr[aá]fica|graphics|tarjeta|\bcards?\b|servidor|server|m[aá]quina|machine", re.IGNORECASE)
"""Words by which what is to be rented is a machine."""
_ANOTHER = Localised(
    "Sin el límite de tu equipo iría primero **{}** ({}), {}.",
    "Without the limits of your machine **{}** ({}) would come first, {}.",
)
_BY_THE_HOUR = Localised(
    "**Alquilar una gráfica por horas**: esos precios no están en mi catálogo y cambian a diario, así que no te "
    "doy una cifra. {}Multiplica el precio por hora que te pidan por las horas que esté encendida: {} si no se apaga en todo el mes.",
    "**Renting a graphics card by the hour**: those prices are not in my catalogue and change daily, so I "
    "give no figure. {}Multiply the price an hour that you are asked by the hours it is on: {} if it is never off in a month.",
)
_HOLDS = Localised(
    "Para **{}** tendría que tener más de {} GB de memoria (estimado). ",
    "For **{}** it would have to hold more than {} GB of memory (estimated). ",
)
_TO_COUNT_SO = Localised(
    "No he cambiado nada: si lo prefieres así, dime «en la nube» y lo cuento de esa manera.",
    "I have changed nothing: if you prefer it so, say “in the cloud” and I will reckon that way.",
)


def rented(evidence: Evidence, cite: Citer) -> list[str]:
    """The price of each over an API, the first without the machine's limits, and what is not known of cards by the hour."""
    language = evidence.language
    at_home = own_hardware(evidence.needs)
    told = [(item, gb) for item, gb in evidence.rented if item.cost is not None]
    spoken = [row for row in told if not at_home or row[0] is not told[-1][0] or row[1] is not None]
    lines = [f"- **{item.card.name}** ({item.card.vendor}): {_price(item, evidence, cite)}" for item, _ in spoken]
    paragraphs = [_NOBODY.in_(language)]
    if lines:
        cost = spoken[0][0].cost
        volume = as_volume(cost.tokens_in + cost.tokens_out, language, once=cost.once) if cost else ""
        if not _VOLUMES & set(evidence.needs.values):
            volume += _SUPPOSED.in_(language)
        paragraphs = ["\n".join([(_LEAD if at_home else _ALREADY).in_(language).format(volume), "", *lines])]
    if told and told[-1] not in spoken:
        item = told[-1][0]
        paragraphs.append(_ANOTHER.in_(language).format(item.card.name, item.card.vendor, _price(item, evidence, cite)))
    sized = next(((item.card.name, gb) for item, gb in told if gb), None)
    holds = _HOLDS.in_(language).format(sized[0], number(sized[1], language, 1)) if sized else ""
    place = 0 if _CARDS.search(evidence.text) else len(paragraphs)
    paragraphs.insert(place, _BY_THE_HOUR.in_(language).format(holds, HOURS_A_MONTH))
    return [*paragraphs, _TO_COUNT_SO.in_(language)] if at_home else paragraphs


def _price(item: Recommendation, evidence: Evidence, cite: Citer) -> str:
    cost = item.cost
    if cost is None:
        return ""
    where = Localised("{} en {}", "{} at {}").in_(evidence.language)
    marks = cite.facts(item.card, [cost.price_in, cost.price_out])
    return where.format(paid(cost, evidence.language), cost.provider) + marks
