"""What a single model's card says: the fields that were asked for, or the ones that matter most."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer, sentence
from advisor.answer.parts.phrases import language_name, listed
from advisor.answer.parts.recommend import prices_in_words
from advisor.answer.parts.values import UNKNOWN, field_label, size_in_words, value_in_words, with_kind
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.domain.formats import day, number
from advisor.domain.language import Language, Localised

_OVERVIEW = ("context_tokens", "max_output_tokens", "licence", "languages_official", "release_date", "knowledge_cutoff")
_STATUS = {
    "current": Localised("vigente", "current"),
    "preview": Localised("en versión preliminar", "in preview"),
    "legacy": Localised(
        "superado por otro más nuevo, aunque sigue disponible", "superseded by a newer one, though still available"
    ),
    "deprecated": Localised("con fecha de retirada anunciada", "with an announced retirement date"),
    "retired": Localised("retirado: ya no se puede usar por API", "retired: its API can no longer be used"),
    "historical": Localised("histórico: solo sirve de comparación", "historical: kept for comparison only"),
}
_MANY = {
    "benchmarks",
    "languages_measured",
    "language_arena",
    "throughput_tokens_per_s",
    "time_to_first_token_s",
    "fine_tuning_api",
    "fine_tuning_methods",
}
_BENCHMARKS_TOLD = 5


def model_facts(evidence: Evidence, cite: Citer) -> list[str]:
    """A paragraph a model, then the models that cannot be found and the ones that a name could also mean."""
    language = evidence.language
    told = [_model(card, evidence.asked_fields, language, cite) for card in evidence.cards[:3]]
    return [*told, *_others(evidence), *unmatched(evidence)]


def _model(card: Card, asked: tuple[str, ...], language: Language, cite: Citer) -> str:
    es = language == "es"
    status = _STATUS[card.status].in_(language)
    head = f"**{card.name}** ({card.vendor}), {status}."
    fields = [f for f in asked if f in _answerable(card, asked)] or list(_OVERVIEW)
    lines = [line for name in fields if (line := _line(card, name, language, cite))]
    if not asked:
        size = size_in_words(card, language)
        size_fact = card.fact("params_total_b")
        if size:
            lines.insert(0, f"{'tamaño' if es else 'size'}: {size}{cite.fact(card, size_fact)}")
        elif size_fact is not None:
            lines.insert(
                0,
                f"{'tamaño' if es else 'size'}: {value_in_words('params_total_b', size_fact, language)}{cite.fact(card, size_fact)}",
            )
        lines += [f"{'precio' if es else 'price'}: {price}" for price in prices_in_words(card, language, cite)]
    retirement = card.fact("deprecation_date")
    if retirement and retirement.known and "deprecation_date" not in fields:
        shown = day(str(retirement.value), language)
        lines.append((f"retirada prevista: {shown}" if es else f"retirement: {shown}") + cite.fact(card, retirement))
    return head + "\n\n" + "\n".join(f"- {sentence(line)}" for line in lines)


def _answerable(card: Card, asked: tuple[str, ...]) -> tuple[str, ...]:
    """The asked fields that the card answers; where it answers none, all of them, to say that they are unknown."""
    known = tuple(name for name in asked if card.all(name))
    return known or asked[:2]


def _line(card: Card, name: str, language: Language, cite: Citer) -> str:
    facts = card.all(name)
    label = field_label(name, language)
    if not facts:
        return f"{label}: {UNKNOWN.in_(language)}"
    if name in _MANY:
        return f"{label}: {_many(card, name, facts, language, cite)}"
    if name.startswith("price_"):
        unit = " por millón de tokens" if language == "es" else " per million tokens"
        shown = [f"{value_in_words(name, f, language)}{_at(f, language)}{cite.fact(card, f)}" for f in facts[:3]]
        return f"{label}: {listed(shown, language)}{unit}"
    return f"{label}: {with_kind(name, facts[0], language)}{cite.fact(card, facts[0])}"


def _at(fact: Fact, language: Language) -> str:
    return (f" en {fact.provider}" if language == "es" else f" at {fact.provider}") if fact.provider else ""


def _many(card: Card, name: str, facts: tuple[Fact, ...], language: Language, cite: Citer) -> str:
    told = []
    for fact in facts[:_BENCHMARKS_TOLD]:
        value = value_in_words(name, fact, language)
        who = fact.name or fact.provider or ""
        if name in ("languages_measured", "language_arena") and fact.name:
            who = language_name(fact.name, language)
        told.append((f"{who}: " if who else "") + value + cite.fact(card, fact))
    more = len(facts) - _BENCHMARKS_TOLD
    if more > 0:
        told.append(
            f"{number(more, language, 0)} más en la ficha"
            if language == "es"
            else f"{number(more, language, 0)} more on the card"
        )
    return "; ".join(told)


def _others(evidence: Evidence) -> list[str]:
    """Other models that a name could mean."""
    told = []
    for quote, cards in evidence.candidates:
        names = [card.name for card in cards[1:5]]
        lead = f"«{quote}» también puede ser" if evidence.language == "es" else f'"{quote}" could also mean'
        told.append(f"{lead} {listed(names, evidence.language)}.")
    return told


def unmatched(evidence: Evidence) -> list[str]:
    """Names that no card answers to: said openly, so that nobody takes silence for an opinion."""
    if not evidence.unmatched:
        return []
    names = listed(
        [f"«{name}»" if evidence.language == "es" else f'"{name}"' for name in evidence.unmatched], evidence.language
    )
    if evidence.language == "es":
        return [f"No tengo ficha de {names}, así que no puedo decir nada comprobado."]
    return [f"I have no card for {names}, so there is nothing verified that I could say."]
