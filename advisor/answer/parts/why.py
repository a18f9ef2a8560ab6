"""Why this model, and why not that one."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer, cited, sentence
from advisor.answer.parts.figures import fit_in_words, own_hardware, paid
from advisor.answer.parts.phrases import listed, need_in_words
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
_LOSSES = 2
_TIE = 0.01
_WORTH = 0.005
"""Half a point of a hundred: a smaller difference is not worth a word."""
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
    "budget_usd_once": ("price_in_usd_per_m", "price_out_usd_per_m"),
    "max_usd_per_item": ("price_in_usd_per_m", "price_out_usd_per_m"),
    "max_price_in_usd_per_m": ("price_in_usd_per_m",),
    "max_price_out_usd_per_m": ("price_out_usd_per_m",),
    "local": ("open_weights",),
    "fine_tuning": ("open_weights", "fine_tuning_api"),
    "commercial_use": ("licence",),
}
"""The fields that a broken need is read from, where they are not called like the need."""


def explanations(evidence: Evidence, cite: Citer) -> list[str]:
    """Paragraphs: each model's place and what decides it, then what would change the first place."""
    told = [paragraph for verdict in evidence.verdicts for paragraph in _verdict(verdict, evidence, cite)]
    return [*told, *_what_ifs(evidence)]


def standing(verdict: Verdict, evidence: Evidence, cite: Citer) -> str:
    """One model's place in a sentence or two: what it breaks, or its rank, how it runs here and where it loses most."""
    item = verdict.recommendation
    if verdict.broken or (verdict.unknown and not verdict.eligible):
        return _out(verdict, evidence, cite)
    if item is None:
        return ""
    told = [_lead(verdict, item, evidence)]
    if item.fit is not None:
        told.append(_running(item, evidence, cite))
    worst = next((pair for pair in verdict.losses if pair[1] > _WORTH), None)
    if verdict.position != 1 and verdict.rival is not None and worst:
        points = number(100 * worst[1], evidence.language, 1)
        factor, rival = FACTOR_NAMES[worst[0]].in_(evidence.language), f"**{verdict.rival.card.name}**"
        told.append(
            f"Frente a {rival}, el primero, lo que más pierde son {points} puntos en {factor}."
            if evidence.language == "es"
            else f"Against {rival}, the first choice, it loses most on {factor}: {points} points."
        )
    return " ".join(p for p in told if p)


def _what_ifs(evidence: Evidence) -> list[str]:
    if not evidence.what_ifs or not any(verdict.position == 1 for verdict in evidence.verdicts):
        return []
    lead = "**Qué lo cambiaría.** " if evidence.language == "es" else "**What would change it.** "
    return [lead + " ".join(sentence(what_if.text.in_(evidence.language)) for what_if in evidence.what_ifs)]


def _verdict(verdict: Verdict, evidence: Evidence, cite: Citer) -> list[str]:
    item, language = verdict.recommendation, evidence.language
    if verdict.broken or (verdict.unknown and not verdict.eligible):
        return [_out(verdict, evidence, cite)]
    if item is None:
        return []
    lead = _lead(verdict, item, evidence)
    if verdict.rival is None:
        return [lead, _why(item, language, cite)]
    if verdict.position == 1:
        told = f"{lead} {_running(item, evidence, cite)}".strip()
        return [told, _why(item, language, cite), _gains(verdict, item, verdict.rival, language)]
    lost = tuple(factor for factor, loss in verdict.losses if loss > _WORTH)[:_LOSSES]
    return [
        lead,
        _losses(verdict, item, verdict.rival, language, cite, lost),
        _why(item, language, cite, told=lost),
    ]


def _out(verdict: Verdict, evidence: Evidence, cite: Citer) -> str:
    """The needs that it breaks, or what would have to be known of it."""
    language, name = evidence.language, f"**{verdict.card.name}**"
    if verdict.broken:
        told = [
            cited(text.in_(language), cite.facts(verdict.card, _behind(verdict.card, key)))
            for key, text in verdict.broken
        ]
        lead = f"{name} queda fuera." if language == "es" else f"{name} is out."
        return f"{lead} {' '.join(told)}"
    missing = unknown_in_words(verdict.unknown, evidence)
    if language == "es":
        return f"{name} podría encajar, pero no consta {missing}. Sin ese dato no lo recomiendo."
    return f"{name} could fit, but {missing} is not known. Without it I do not recommend it."


def unknown_in_words(keys: tuple[str, ...], evidence: Evidence) -> str:
    """What a card does not answer, as what one would have to ask: "si trabaja bien en catalán"."""
    language = evidence.language
    told = []
    for key in keys:
        if key in _ASKED:
            value = evidence.needs.get(key)
            said = need_in_words(key, value, language) if value is not None else ""
            told.append(_ASKED[key].in_(language).format(said))
        else:
            told.append(name_of(key, language))
    return listed(list(dict.fromkeys(told)), language)


_ASKED: dict[str, Localised] = {
    "languages": Localised("si trabaja bien en {}", "whether it works well in {}"),
    "languages_official": Localised("su lista de idiomas oficiales", "its list of official languages"),
    "local": Localised("si se puede ejecutar en equipo propio", "whether it can be run on own hardware"),
    "vram_gb": Localised("si cabe en {}", "whether it fits in {}"),
    "ram_gb": Localised("si cabe en {}", "whether it fits in {}"),
    "open_weights": Localised("si sus pesos son abiertos", "whether its weights are open"),
    "commercial_use": Localised("si permite el uso comercial", "whether it allows commercial use"),
    "tool_calling": Localised("si llama a herramientas", "whether it calls tools"),
    "structured_output": Localised("si da salida estructurada", "whether it gives structured output"),
    "reasoning": Localised("si razona paso a paso", "whether it reasons step by step"),
    "budget_usd_month": Localised("su precio", "its price"),
    "budget_usd_once": Localised("su precio", "its price"),
    "max_usd_per_item": Localised("su precio", "its price"),
    "max_price_in_usd_per_m": Localised("su precio de entrada", "its input price"),
    "max_price_out_usd_per_m": Localised("su precio de salida", "its output price"),
    "min_context_tokens": Localised("si admite {}", "whether it takes {}"),
    "min_output_tokens": Localised("si puede escribir {}", "whether it can write {}"),
    "max_params_b": Localised("si pasa de {} parámetros", "whether it exceeds {} parameters"),
    "min_params_b": Localised("si llega a {} parámetros", "whether it reaches {} parameters"),
}
"""Needs as questions about a model. {}: the need's value."""


def _behind(card: Card, key: str) -> list[Fact]:
    """The facts of a card that a broken need rests on."""
    return [facts[0] for name in _FIELDS_BEHIND.get(key, (key,)) if (facts := card.all(name))]


def _lead(verdict: Verdict, item: Recommendation, evidence: Evidence) -> str:
    """Place and points, and whether all that was asked is known to be met."""
    language, es = evidence.language, evidence.language == "es"
    score = number(item.score * 100, language, 0)
    name, position = f"**{verdict.card.name}**", verdict.position
    open_points = tuple(key for key in verdict.unknown if key in evidence.needs)
    if not set(evidence.needs.values) - {"mentioned_models"}:
        met = "todavía no has puesto requisitos" if es else "you have set no requirements yet"
        place = f"queda en el puesto {position}" if es else f"comes in place {position}"
        return (
            f"{name} {place}, con {score} puntos de 100 ({met})."
            if es
            else f"{name} {place}, with {score} points out of 100 ({met})."
        )
    if open_points:
        missing = unknown_in_words(open_points, evidence)
        met = (
            f"no incumple nada de lo que has pedido, aunque no consta {missing},"
            if es
            else f"breaks nothing you asked for, though {missing} is not known,"
        )
    else:
        met = "cumple lo que has pedido" if es else "meets what you asked for"
    if es:
        return f"{name} {met} y queda en el puesto {position}, con {score} puntos de 100."
    return f"{name} {met} and comes in place {position}, with {score} points out of 100."


def _running(item: Recommendation, evidence: Evidence, cite: Citer) -> str:
    """What it needs or costs here, in a sentence."""
    language = evidence.language
    if item.fit is not None and item.fit.fits:
        told = listed(fit_in_words(item, evidence, language), language)
        return f"Cabe en tu equipo: {told}." if language == "es" else f"It fits your machine: {told}."
    if item.cost is not None and not own_hardware(evidence.needs):
        marks = cite.facts(item.card, [item.cost.price_in, item.cost.price_out])
        shown = paid(item.cost, language)
        basis = item.cost.basis.in_(language)
        if language == "es":
            return f"Saldría por {shown} en {item.cost.provider}: {basis}{marks}."
        return f"It would cost {shown} at {item.cost.provider}: {basis}{marks}."
    return ""


def _why(item: Recommendation, language: Language, cite: Citer, told: tuple[Factor, ...] = ()) -> str:
    """The factors by the points that they give, with reason and pages: "idioma, 22 de 25 puntos: ...".

    `told`: those whose reasons stand above already.
    """
    es = language == "es"
    lines = [("En lo demás:" if es else "On the rest:") + "\n"] if told else []
    left = [factor for factor in item.factors if factor.factor not in told]
    for factor in sorted(left, key=lambda f: -f.value * f.weight)[: _REASONS - len(told)]:
        points, most = (number(100 * v, language, 0) for v in (factor.value * factor.weight, factor.weight))
        name = FACTOR_NAMES[factor.factor].in_(language)
        amount = f"{points} de {most} puntos" if es else f"{points} of {most} points"
        marks = cite.facts(item.card, [fact for _, fact in factor.facts][:2])
        lines.append(f"- **{name.capitalize()}**, {amount}: {cited(factor.reason.in_(language), marks)}")
    return "\n".join(lines)


def _gains(verdict: Verdict, item: Recommendation, rival: Recommendation, language: Language) -> str:
    """What puts the first one ahead of the second, and what speaks for the second."""
    es = language == "es"
    gap = number((item.score - rival.score) * 100, language, 1)
    ahead = [(factor, -loss) for factor, loss in reversed(verdict.losses) if loss < -_WORTH][:2]
    behind = [(factor, loss) for factor, loss in verdict.losses if loss > _WORTH][:1]

    def points(pairs: list[tuple[Factor, float]]) -> str:
        return ", ".join(
            f"{number(100 * v, language, 1)} {'en' if es else 'on'} {FACTOR_NAMES[f].in_(language)}" for f, v in pairs
        )

    name = f"**{rival.card.name}**"
    if item.score - rival.score < _TIE:
        lead = f"Está prácticamente empatado con {name}" if es else f"It is practically a tie with {name}"
    else:
        lead = f"Saca {gap} puntos al siguiente, {name}" if es else f"It is {gap} points ahead of the next one, {name}"
    if not ahead:
        return f"{lead}."
    told = f"{lead}: {'gana' if es else 'it gains'} {points(ahead)}"
    if behind:
        told += f"; {'pierde' if es else 'it loses'} {points(behind)}"
    return f"{told}."


def _losses(
    verdict: Verdict, item: Recommendation, rival: Recommendation, language: Language, cite: Citer,
    lost: tuple[Factor, ...],
) -> str:  # fmt: skip
    """Where it loses against the first: these differences, with both reasons."""
    if not lost:
        return ""
    es = language == "es"
    mine = {f.factor: f for f in item.factors}
    theirs = {f.factor: f for f in rival.factors}
    first = f"**{rival.card.name}**"
    lines = [f"Frente a {first}, el primero, pierde:\n" if es else f"Against {first}, the first choice, it loses:\n"]
    for factor in lost:
        points, name = number(100 * dict(verdict.losses)[factor], language, 1), FACTOR_NAMES[factor].in_(language)
        marks = cite.facts(item.card, [fact for _, fact in mine[factor].facts][:1])
        rival_marks = cite.facts(rival.card, [fact for _, fact in theirs[factor].facts][:1])
        amount = f"{points} puntos en **{name}**" if es else f"{points} points on **{name}**"
        lines.append(
            f"- {amount}: {cited(mine[factor].reason.in_(language), marks)} "
            f"{first}: {cited(theirs[factor].reason.in_(language), rival_marks)}"
        )
    return "\n".join(lines)
