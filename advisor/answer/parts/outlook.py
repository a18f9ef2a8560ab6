"""What would put another model first, and the models that no other beats on quality and one thing more."""

from __future__ import annotations

from advisor.answer.parts.again import again
from advisor.answer.parts.cite import Citer
from advisor.answer.parts.lineup import lineup
from advisor.answer.parts.matters import matter
from advisor.answer.parts.other_use import other_use
from advisor.answer.parts.rented import rented
from advisor.domain.advice import ParetoAxis, ParetoPoint
from advisor.domain.answers import Evidence
from advisor.domain.formats import number, percent, usd
from advisor.domain.language import Language, Localised

_CHANGES = 6
_POINTS = 6
_TITLES: dict[ParetoAxis, Localised] = {
    "cost": Localised(
        "Calidad y coste (por millón de tokens de este uso)", "Quality and cost (per million tokens of this use)"
    ),
    "speed": Localised("Calidad y velocidad", "Quality and speed"),
    "size": Localised("Calidad y tamaño", "Quality and size"),
}


def outlook(evidence: Evidence, cite: Citer) -> list[str]:
    """Paragraphs for a turn that asks what would change the ranking, for its front, or to tell the last answer otherwise."""
    if evidence.outlook == "lineup":
        return lineup(evidence, cite)
    if evidence.outlook == "rent":
        return rented(evidence, cite)
    if evidence.outlook == "matter":
        return matter(evidence, cite)
    if evidence.outlook == "other_use":
        return other_use(evidence, cite)
    if evidence.outlook == "front":
        return _front(evidence, cite)
    if evidence.outlook == "machine":
        return _machines(evidence)
    return _changes(evidence) if evidence.outlook == "what_if" else again(evidence, cite)


def _changes(evidence: Evidence) -> list[str]:
    language = evidence.language
    if not evidence.what_ifs:
        none = Localised(
            "Ningún cambio sencillo de lo que pides ni de los precios pondría otro modelo en cabeza.",
            "No simple change of what you ask for or of the prices would put another model first.",
        )
        return [none.in_(language)]
    lead = Localised("**Qué pondría otro modelo en primer lugar:**", "**What would put another model first:**")
    lines = [f"- {change.text.in_(language)}" for change in evidence.what_ifs[:_CHANGES]]
    return ["\n".join([lead.in_(language), "", *lines])]


def _machines(evidence: Evidence) -> list[str]:
    """What each size of graphics card would be good for: what to buy is the person's own sum."""
    language = evidence.language
    if not evidence.machines:
        return [_NO_MACHINE.in_(language)]
    lines = [
        _ON_CARD.in_(language).format(
            number(gb, language, 0), item.card.name, number(item.fit.total_gb, language, 1), item.fit.quantization
        )
        for gb, item in evidence.machines
        if item.fit is not None
    ]
    lead = Localised(
        "Lo que manda es la memoria de la tarjeta gráfica. Para lo que pides, en casa iría primero:",
        "What counts is the memory of the graphics card. For what you ask, at home the first one would be:",
    )
    return ["\n".join([lead.in_(language), "", *lines]), _BESIDES.in_(language)]


_ON_CARD = Localised(
    "- con {} GB, **{}** (unos {} GB con {}, estimado)", "- with {} GB, **{}** (about {} GB at {}, estimated)"
)
_BESIDES = Localised(
    "Más memoria deja entrar modelos mayores, que no siempre son mejores para lo tuyo. Un Mac con memoria unificada también "
    "sirve, y sin gráfica se puede con modelos pequeños, más despacio. Precios de equipos no tengo: dime uno que te guste y te "
    "digo qué le cabe.",
    "More memory lets larger models in, which are not always better for your use. A Mac with unified memory does as well, and "
    "without a graphics card small models run, more slowly. I have no prices of machines: tell me one that you like and I will "
    "say what fits it.",
)
_NO_MACHINE = Localised(
    "Ningún modelo que cumpla lo que pides cabría en una tarjeta gráfica de las que conozco.",
    "No model that meets what you ask for would fit in any graphics card that I know.",
)


def _front(evidence: Evidence, cite: Citer) -> list[str]:
    language, es = evidence.language, evidence.language == "es"
    told = [
        "De los modelos que cumplen lo que pides, a estos ninguno los supera en las dos cosas a la vez. La calidad es el "
        "percentil medido para este uso en mi catálogo."
        if es
        else "Of the models that meet your needs, none beats these on both things at once. Quality is the percentile measured "
        "for this use in my catalogue."
    ]
    for axis, title in _TITLES.items():
        points = [point for point in evidence.front if point.axis == axis][:_POINTS]
        if points:
            lines = [
                f"- **{point.card.name}**: {percent(point.quality, language)}, {_value(point, language)}"
                + cite.facts(point.card, point.facts)
                for point in points
            ]
            told.append("\n".join([f"**{title.in_(language)}**", "", *lines]))
    if len(told) == 1:
        return ["No hay medidas suficientes para decirlo." if es else "There are not enough measurements to say so."]
    return told


def _value(point: ParetoPoint, language: Language) -> str:
    if point.axis == "cost":
        return usd(point.value, language)
    if point.axis == "size":
        return f"{number(point.value, language, 1)}B"
    estimated = "" if point.facts else " (estimado)" if language == "es" else " (estimated)"
    return f"{number(point.value, language, 0)} tokens/s{estimated}"
