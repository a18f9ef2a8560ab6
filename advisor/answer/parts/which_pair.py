"""What is lost and gained with one model against another, and whether paying for it is worth it."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.phrases import listed
from advisor.answer.parts.values import value_in_words
from advisor.domain.advice import Comparison, ComparisonRow, Verdict
from advisor.domain.answers import Evidence
from advisor.domain.fields import FIELDS
from advisor.domain.formats import number
from advisor.domain.language import Language, Localised

_TOLD = (
    "quality",
    "cost",
    "speed",
    "memory",
    "context_tokens",
    "throughput_tokens_per_s",
    "max_output_tokens",
    "commercial_use",
)
"""Rows that people weigh, the telling ones first; of a language asked for, its own too."""
_AT_HOME = ("cost", "throughput_tokens_per_s")
_MOST = 3


def against(compared: Comparison, evidence: Evidence, cite: Citer, *, worth: bool) -> list[str]:
    """Of the first of the two, set against the second."""
    language = evidence.language
    one, other = (f"**{card.name}**" for card in compared.cards)
    rows = _rows(compared)
    lost = [_side(row, compared, language, cite) for row in rows if row.best == (1,)][:_MOST]
    won = [_side(row, compared, language, cite) for row in rows if row.best == (0,)][:_MOST]
    es = language == "es"
    if worth:
        cheaper = any(row.key == "cost" and row.best == (0,) for row in rows)
        not_dearer = Localised("**{}** no es el más caro de los dos. ", "**{}** is not the dearer of the two. ")
        first = not_dearer.in_(language).format(compared.cards[0].name) if cheaper else ""
        first += _worth(compared, won, lost, language)
    elif lost:
        first = (
            f"Con {one} en vez de {other} pierdes en {listed(lost, language)}."
            if es
            else f"With {one} instead of {other} you lose on {listed(lost, language)}."
        )
    else:
        first = (
            f"Con {one} en vez de {other} no pierdes nada de lo que tengo medido."
            if es
            else f"With {one} instead of {other} you lose nothing that I have measured."
        )
    told = [first]
    if won and not worth:
        told.append(f"Ganas en {listed(won, language)}." if es else f"You gain on {listed(won, language)}.")
    told += _out(compared.verdicts[0], evidence)
    told += _points(compared, language)
    return [" ".join(told)]


def _rows(compared: Comparison) -> list[ComparisonRow]:
    at_home = any(row.key == "speed" for row in compared.rows)
    keys = [key for key in _TOLD if not (at_home and key in _AT_HOME)]
    languages = [row for row in compared.rows if row.key.startswith("languages_measured:")]
    by_key = {row.key: row for row in compared.rows if len({cell.en for cell in row.cells}) > 1}
    return [
        *(by_key[key] for key in keys[:1] if key in by_key),
        *languages[:1],
        *(by_key[k] for k in keys[1:] if k in by_key),
    ]


def _side(row: ComparisonRow, compared: Comparison, language: Language, cite: Citer) -> str:
    """ "contexto (131K tokens frente a 262K)": the value of the first, then that of the other."""
    shown = []
    for at, card in enumerate(compared.cards):
        fact = row.facts[at]
        words = value_in_words(row.key, fact, language) if fact and row.key in FIELDS else row.cells[at].in_(language)
        shown.append(f"{words}{cite.fact(card, fact)}")
    against = "frente a" if language == "es" else "against"
    label, unit = _SHORT.get(row.key, (row.label, ""))
    return f"{label.in_(language)} ({shown[0]}{unit} {against} {shown[1]}{unit})"


_SHORT = {
    "speed": (Localised("velocidad estimada en tu equipo", "estimated speed on your machine"), " tokens/s"),
    "memory": (Localised("memoria estimada", "estimated memory"), " GB"),
    "quality": (Localised("calidad medida para esto", "measured quality for this"), ""),
}
"""Labels with the unit taken out."""


def _worth(compared: Comparison, won: Sequence[str], lost: Sequence[str], language: Language) -> str:
    one, other = (f"**{card.name}**" for card in compared.cards)
    es = language == "es"
    gains = listed(list(won), language)
    losses = listed(list(lost), language)
    if not won:
        return (
            f"Con lo que tengo medido, no: {one} no gana a {other} en nada de lo que cuenta aquí."
            if es
            else f"By what I have measured, no: {one} beats {other} in nothing that counts here."
        )
    if not lost:
        return (
            f"Con lo que tengo medido, sí: {one} gana a {other} y no pierde nada: {gains}."
            if es
            else f"By what I have measured, yes: {one} beats {other} and loses nothing: {gains}."
        )
    text = Localised(
        "Depende de qué te importe más. Con {} en vez de {} ganas en {}, y pierdes en {}. Si en una prueba con casos tuyos no notas lo que ganas, no "
        "lo merece.",
        "It depends on what matters more to you. With {} instead of {} you gain on {}, and lose on {}. If in a trial with cases of your own you do "
        "not notice the gain, it is not worth it.",
    )
    return text.in_(language).format(one, other, gains, losses)


def _out(verdict: Verdict, evidence: Evidence) -> list[str]:
    if verdict.eligible:
        return []
    reasons = " ".join(text.in_(evidence.language) for _, text in verdict.broken[:1])
    text = Localised("Pero **{}** no cumple lo que pides: {}", "But **{}** does not meet your needs: {}")
    return [text.in_(evidence.language).format(verdict.card.name, reasons[:1].lower() + reasons[1:])] if reasons else []


def _points(compared: Comparison, language: Language) -> list[str]:
    both = [v.recommendation for v in compared.verdicts if v.recommendation and v.eligible]
    if len(both) != len(compared.cards):
        return []
    points = [number(item.score * 100, language, 0) for item in both]
    if points[0] == points[1]:
        text = Localised(
            "En conjunto están empatados a {} puntos de 100.", "All in all they are level at {} points out of 100."
        )
        return [text.in_(language).format(points[0])]
    text = Localised("En conjunto, {} puntos de 100 frente a {}.", "All in all, {} points out of 100 against {}.")
    return [text.in_(language).format(*points)]
