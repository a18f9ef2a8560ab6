"""Why this model, and why not that one."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer, cited, sentence
from advisor.answer.parts.phrases import listed
from advisor.answer.parts.values import name_of
from advisor.domain.advice import Recommendation, Verdict
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.factors import Factor
from advisor.domain.facts import Fact
from advisor.domain.formats import number
from advisor.domain.language import Language, Localised

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
_FIELDS_BEHIND: dict[str, tuple[str, ...]] = {
    "status": ("deprecation_date",),
    "languages": ("languages_official", "languages_measured"),
    "min_context_tokens": ("context_tokens",),
    "min_output_tokens": ("max_output_tokens",),
    "max_params_b": ("params_total_b",),
    "min_params_b": ("params_total_b",),
    "vram_gb": ("params_total_b",),
    "ram_gb": ("params_total_b",),
    "budget_usd_month": ("price_in_usd_per_m", "price_out_usd_per_m"),
    "max_price_in_usd_per_m": ("price_in_usd_per_m",),
    "max_price_out_usd_per_m": ("price_out_usd_per_m",),
    "local": ("open_weights",),
    "fine_tuning": ("open_weights", "fine_tuning_api"),
    "commercial_use": ("licence",),
}
"""The fields that a broken need is read from, where they are not called like the need."""


def explanations(evidence: Evidence, cite: Citer) -> list[str]:
    told = [paragraph for verdict in evidence.verdicts for paragraph in _verdict(verdict, evidence.language, cite)]
    return [*told, *_what_ifs(evidence)]


def _what_ifs(evidence: Evidence) -> list[str]:
    if not evidence.what_ifs or any(verdict.broken for verdict in evidence.verdicts):
        return []
    lead = "**Qué lo cambiaría.** " if evidence.language == "es" else "**What would change it.** "
    return [lead + " ".join(sentence(what_if.text.in_(evidence.language)) for what_if in evidence.what_ifs)]


def _verdict(verdict: Verdict, language: Language, cite: Citer) -> list[str]:
    es, name = language == "es", f"**{verdict.card.name}**"
    if verdict.broken:
        lead = f"{name} queda fuera" if es else f"{name} is out"
        told = [
            cited(text.in_(language), cite.facts(verdict.card, _behind(verdict.card, key)))
            for key, text in verdict.broken
        ]
        return [f"{lead}. " + " ".join(told)]
    if verdict.unknown and not verdict.eligible:
        names = listed([name_of(key, language) for key in verdict.unknown], language)
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


def _behind(card: Card, key: str) -> list[Fact]:
    """The facts of a card that a broken need rests on."""
    return [facts[0] for name in _FIELDS_BEHIND.get(key, (key,)) if (facts := card.all(name))]


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
        lines.append(f"- **{name.capitalize()}**, {amount}: {cited(factor.reason.in_(language), marks)}")
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
            f"{sentence(lost)} {cited(mine[factor].reason.in_(language), marks)} "
            f"{rival.card.name}: {cited(theirs[factor].reason.in_(language), rival_marks)}"
        )
    if not told:
        return ""
    lead = f"Frente a **{rival.card.name}**: " if es else f"Against **{rival.card.name}**: "
    return lead + " ".join(told)
