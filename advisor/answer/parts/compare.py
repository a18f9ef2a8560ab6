"""A comparison: what parts the models for these needs first, then a table with every figure's page."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer, sentence
from advisor.answer.parts.phrases import listed
from advisor.domain.advice import Comparison, ComparisonRow
from advisor.domain.answers import Evidence
from advisor.domain.language import Language

_ROWS = 10


def comparison(evidence: Evidence, cite: Citer) -> list[str]:
    compared = evidence.comparison
    if compared is None:
        return []
    return [
        p
        for p in (
            _lead(compared, evidence.language),
            _table(compared, evidence.language, cite),
            _verdict(compared, evidence.language),
        )
        if p
    ]


def _lead(compared: Comparison, language: Language) -> str:
    """The one to three rows that differ and matter most, in a sentence."""
    es = language == "es"
    told: list[str] = []
    for row in compared.rows:
        if len(row.best) == 1 and len(told) < 3:
            winner = compared.cards[row.best[0]].name
            told.append(f"{row.label.in_(language)}, **{winner}** ({row.cells[row.best[0]].in_(language)})")
    if not told:
        return (
            "Con los datos publicados no hay diferencias claras."
            if es
            else "The published figures show no clear difference."
        )
    return ("Lo que más los separa: " if es else "What sets them apart most: ") + "; ".join(told) + "."


def _table(compared: Comparison, language: Language, cite: Citer) -> str:
    head = "| | " + " | ".join(card.name for card in compared.cards) + " |"
    rule = "|---" * (len(compared.cards) + 1) + "|"
    return "\n".join([head, rule, *(_row(compared, row, language, cite) for row in compared.rows[:_ROWS])])


def _row(compared: Comparison, row: ComparisonRow, language: Language, cite: Citer) -> str:
    cells = []
    for place, (card, cell, fact) in enumerate(zip(compared.cards, row.cells, row.facts, strict=True)):
        shown = cell.in_(language).replace("|", "/")
        cells.append((f"**{shown}**" if row.best == (place,) else shown) + cite.fact(card, fact))
    label = row.label.in_(language)
    return f"| {label[:1].upper()}{label[1:]} | " + " | ".join(cells) + " |"


def _verdict(compared: Comparison, language: Language) -> str:
    """Which one for these needs: the eligible ones by score, the others with what they break."""
    es = language == "es"
    placed = sorted(
        (v for v in compared.verdicts if v.recommendation),
        key=lambda v: -(v.recommendation.score if v.recommendation else 0),
    )
    told = []
    if len(placed) > 1:
        first, second = (v.recommendation for v in placed[:2])
        if first and second and abs(first.score - second.score) < 0.01:
            names = listed([f"**{first.card.name}**", f"**{second.card.name}**"], language)
            told.append(
                f"Para lo que pides, {names} quedan prácticamente empatados."
                if es
                else f"For your needs, {names} are practically a tie."
            )
        elif first:
            told.append(
                f"Para lo que pides, me quedo con **{first.card.name}**."
                if es
                else f"For your needs, I would take **{first.card.name}**."
            )
    elif placed:
        told.append(
            f"Solo **{placed[0].card.name}** cumple lo que pides."
            if es
            else f"Only **{placed[0].card.name}** meets your needs."
        )
    for verdict in compared.verdicts:
        if verdict.broken:
            reasons = " ".join(sentence(text.in_(language)) for _, text in verdict.broken[:2])
            told.append(
                (f"**{verdict.card.name}** queda fuera: " if es else f"**{verdict.card.name}** is out: ") + reasons
            )
    return " ".join(told)
