"""Which of the models fit: at a quantization, on the person's machine, or on one that is only supposed."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.answer.parts.phrases import listed
from advisor.answer.parts.values import value_in_words
from advisor.domain.answers import Evidence
from advisor.domain.formats import number
from advisor.domain.language import Language, Localised
from advisor.domain.which_found import WhichFound, WhichRow

NUMBER = {
    "es": ("", "uno", "dos", "tres", "cuatro", "cinco"),
    "en": ("", "one", "two", "three", "four", "five"),
}

_CONTEXT = 8192.0
"""Tokens that the cache is reckoned for where nobody names a length."""


def name(row: WhichRow) -> str:
    return f"**{row.card.name}**"


def names(rows: Sequence[WhichRow], language: Language) -> str:
    return listed([name(row) for row in rows], language)


def fitting_in(found: WhichFound, evidence: Evidence) -> list[str]:
    """On a machine that is only supposed: which run, with what they take at the best quantization that goes in."""
    language, es = evidence.language, evidence.language == "es"
    key, _, gb = found.asked.value.partition(":")
    size = number(float(gb), language, 0)
    room = Localised(
        f"{size} GB de {'RAM' if key == 'ram_gb' else 'gráfica'}",
        f"{size} GB of {'RAM' if key == 'ram_gb' else 'graphics memory'}",
    ).in_(language)
    runs = [row for row in found.rows if row.holds]
    lacks = [row for row in found.rows if not row.holds]
    count = NUMBER[language][len(found.rows)]
    each = "; ".join(f"{name(row)}, {row.words.in_(language)}" for row in runs)
    if not runs:
        least = min((row for row in lacks if row.number), key=lambda row: row.number or 0.0, default=None)
        told = f"En {room} no cabe ninguno de los {count}." if es else f"None of the {count} fits in {room}."
        if least:
            nearest = Localised(
                "El que menos pide es {}, {} a 4 bits (estimación).",
                "The one that takes least is {}, {} at 4 bits (estimated).",
            )
            told = f"{told} {nearest.in_(language).format(name(least), least.words.in_(language))}"
        return [told]
    told = (
        f"En {room} {'cabe' if len(runs) == 1 else 'caben'} {NUMBER['es'][len(runs)]} de los {count} (estimación): {each}."
        if es
        else f"{NUMBER['en'][len(runs)].capitalize()} of the {count} {'fits' if len(runs) == 1 else 'fit'} in {room} (estimated): {each}."
    )
    if lacks:
        told += (" No: " if es else " Not: ") + f"{names(lacks, language)}."
    return [told]


def fitting(found: WhichFound, evidence: Evidence) -> list[str]:
    language, quantization = evidence.language, found.asked.value or "Q4_K_M"
    whole = [row for row in found.rows if row.holds]
    es = language == "es"
    if not found.at_home:
        each = "; ".join(f"{name(row)}, {row.words.in_(language)}" for row in found.rows)
        text = Localised(
            "No sé qué memoria tienes. Con {} pedirían (estimación): {}. Dime tu gráfica o tu memoria y te digo cuáles caben.",
            "I do not know what memory you have. At {} they would take (estimated): {}. Tell me your card or memory and I say which fit.",
        )
        return [text.in_(language).format(quantization, each)]
    if not whole:
        text = Localised(
            "Con {} no cabe entero ninguno de los que cumplen lo que pides. El que más se acerca es {}, con {} (estimación).",
            "At {} none of those that meet your needs fits whole. The one that comes nearest is {}, with {} (estimated).",
        )
        row = found.rows[0]
        return [text.in_(language).format(quantization, name(row), row.words.in_(language))]
    first, rest = whole[0], whole[1:]
    if found.asked.way == "most":
        size = value_in_words("params_total_b", first.card.fact("params_total_b"), language)
        lead = (
            f"El más grande que te cabe entero con {quantization} es {name(first)}: {size} parámetros y unos {first.words.es} (estimación)."
            if es
            else f"The largest that fits whole at {quantization} is {name(first)}: {size} parameters and about {first.words.en} (estimated)."
        )
        after = Localised("Le siguen: {}.", "After it: {}.")
    else:
        lead = (
            f"Con {quantization} te caben enteros, por orden de la recomendación: {name(first)}, unos {first.words.es}"
            if es
            else f"At {quantization} these fit whole, in the order of the recommendation: {name(first)}, about {first.words.en}"
        )
        each = "".join(f"; {name(row)}, {row.words.in_(language)}" for row in rest)
        return [f"{lead}{each} {'(estimación).' if es else '(estimated).'} {_room(evidence)}".strip()]
    each = "; ".join(f"{name(row)}, {row.words.in_(language)}" for row in rest)
    return [" ".join([lead, *([after.in_(language).format(each)] if rest else []), _room(evidence)]).strip()]


def _room(evidence: Evidence) -> str:
    text = Localised(
        "Cuento con {} tokens de contexto; con más, sube.", "I reckon with {} tokens of context; with more it rises."
    )
    context = max(evidence.needs.number("min_context_tokens") or 0.0, _CONTEXT)
    return text.in_(evidence.language).format(number(context, evidence.language, 0))
