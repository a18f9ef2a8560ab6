"""Why this model, and why not that one."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.phrases import label, listed
from advisor.answer.parts.recommend import sentence
from advisor.answer.parts.values import field_label
from advisor.domain.advice import Recommendation, Verdict
from advisor.domain.answers import Evidence
from advisor.domain.factors import Factor
from advisor.domain.fields import FIELDS
from advisor.domain.formats import number
from advisor.domain.language import Language, Localised
from advisor.domain.needs import NEEDS

FACTOR_NAMES: dict[Factor, Localised] = {
    "language": Localised("idioma", "language"),
    "size": Localised("tamaño", "size"),
    "context": Localised("contexto", "context"),
    "customization": Localised("personalización", "customization"),
    "performance": Localised("rendimiento y precio", "performance and price"),
    "training": Localised("entrenamiento", "training"),
    "architecture": Localised("arquitectura", "architecture"),
}
_REASONS = 4


def explanations(evidence: Evidence, cite: Citer) -> list[str]:
    return [paragraph for verdict in evidence.verdicts for paragraph in _verdict(verdict, evidence.language, cite)]


def _verdict(verdict: Verdict, language: Language, cite: Citer) -> list[str]:
    es, name = language == "es", f"**{verdict.card.name}**"
    if verdict.broken:
        lead = f"{name} queda fuera" if es else f"{name} is out"
        told = [sentence(text.in_(language)) for _, text in verdict.broken]
        return [f"{lead}. " + " ".join(told)]
    if verdict.unknown and not verdict.eligible:
        names = listed([_name(key, language) for key in verdict.unknown], language)
        if es:
            return [f"{name} podría encajar, pero no consta: {names}. Sin ese dato no lo recomiendo."]
        return [f"{name} could fit, but this is not known: {names}. Without it I do not recommend it."]
    item = verdict.recommendation
    if item is None:
        return []
    if verdict.position == 1 or verdict.rival is None:
        return [_lead(verdict, item, language), _why(item, language, cite)]
    return [
        _lead(verdict, item, language),
        _losses(verdict, item, verdict.rival, language, cite),
        _why(item, language, cite),
    ]


def _lead(verdict: Verdict, item: Recommendation, language: Language) -> str:
    score = number(item.score * 100, language, 0)
    name, position = f"**{verdict.card.name}**", verdict.position
    if language == "es":
        return f"{name} cumple todo lo que has pedido y queda en el puesto {position}, con {score} puntos de 100."
    return f"{name} meets everything you asked for and comes in place {position}, with {score} points out of 100."


def _why(item: Recommendation, language: Language, cite: Citer) -> str:
    """The factors by the points that they give, with reason and pages: "idioma, 22 de 25 puntos: ..."."""
    es = language == "es"
    lines = []
    for factor in sorted(item.factors, key=lambda f: -f.value * f.weight)[:_REASONS]:
        points, most = (number(100 * v, language, 0) for v in (factor.value * factor.weight, factor.weight))
        name = FACTOR_NAMES[factor.factor].in_(language)
        amount = f"{points} de {most} puntos" if es else f"{points} of {most} points"
        marks = cite.facts(item.card, [fact for _, fact in factor.facts][:2])
        lines.append(f"- **{name.capitalize()}**, {amount}: {sentence(factor.reason.in_(language))}{marks}")
    return "\n".join(lines)


def _losses(verdict: Verdict, item: Recommendation, rival: Recommendation, language: Language, cite: Citer) -> str:
    """Where it loses against the first: the two largest differences, with both reasons."""
    es = language == "es"
    mine = {f.factor: f for f in item.factors}
    theirs = {f.factor: f for f in rival.factors}
    told = []
    for factor, loss in [pair for pair in verdict.losses if pair[1] > 0.001][:2]:
        points = number(100 * loss, language, 1)
        name = FACTOR_NAMES[factor].in_(language)
        marks = cite.facts(item.card, [fact for _, fact in mine[factor].facts][:1])
        rival_marks = cite.facts(rival.card, [fact for _, fact in theirs[factor].facts][:1])
        lost = f"pierde {points} puntos en {name}" if es else f"it loses {points} points on {name}"
        told.append(
            f"{sentence(lost)} {sentence(mine[factor].reason.in_(language))}{marks} "
            f"{rival.card.name}: {sentence(theirs[factor].reason.in_(language))}{rival_marks}"
        )
    if not told:
        return ""
    lead = f"Frente a **{rival.card.name}**: " if es else f"Against **{rival.card.name}**: "
    return lead + " ".join(told)


def _name(key: str, language: Language) -> str:
    if key in FIELDS:
        return field_label(key, language)
    return label(key, language) if key in NEEDS else key
