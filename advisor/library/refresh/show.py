"""What a refresh would do or has done, as text that a person can read. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from advisor.domain import formats
from advisor.domain.cards import Card, Status
from advisor.domain.facts import Fact
from advisor.domain.fields import FIELDS
from advisor.domain.language import Language, Localised
from advisor.library.refresh.match import Matches
from advisor.library.refresh.newcomers import Newcomers
from advisor.library.refresh.offers import Reading
from advisor.library.refresh.propose import Change, Conflict, Proposal, StatusChange

MOST_LINES = 60
"""Conflicts and new models beyond this are counted, not listed; changes are always listed."""
_STATUSES: dict[Status, Localised] = {
    "current": Localised("actual", "current"),
    "preview": Localised("preliminar", "preview"),
    "legacy": Localised("anterior", "legacy"),
    "deprecated": Localised("con fecha de retirada", "deprecated"),
    "retired": Localised("retirado", "retired"),
    "historical": Localised("histórico", "historical"),
}
_NEW_CARD_FIELDS = ("price_in_usd_per_m", "price_out_usd_per_m", "context_tokens", "max_output_tokens", "release_date")


def sources_text(read: Iterable[tuple[Reading, Matches]], language: Language) -> str:
    """One line a list: what it is, where it was read, and how much of it concerns this catalogue."""
    lines = []
    for reading, matches in read:
        total, ours = formats.number(reading.total, language, 0), len(matches.by_card)
        when = formats.day(reading.date, language)
        line = {
            "es": f"{reading.title}, {when}: {total} modelos, {ours} de ellos en el catálogo ({reading.place})",
            "en": f"{reading.title}, {when}: {total} models, {ours} of them in the catalogue ({reading.place})",
        }[language]
        lines.append(line)
        if reading.rejected:
            lines.append(
                {
                    "es": f"  {reading.rejected} entradas con un nombre imposible, sin leer",
                    "en": f"  {reading.rejected} entries with an impossible name, not read",
                }[language]
            )
        if reading.ambiguous:
            lines.append(
                {
                    "es": f"  {reading.ambiguous} claves repetidas con valores distintos, sin leer",
                    "en": f"  {reading.ambiguous} keys that stand twice with different values, not read",
                }[language]
            )
    return "\n".join(lines)


def proposal_text(proposal: Proposal, new: Newcomers, language: Language) -> str:
    """The differences by model: field, from what to what, and who says so."""
    sections = [
        _changes(Localised("Cambios", "Changes"), proposal.changes, language),
        _statuses(proposal.statuses, language),
        _new_cards(proposal.newcomers, language),
        _changes(
            Localised(
                "Por confirmar uno a uno: cambian más de 20 veces, quizá por un error de unidades",
                "To confirm one by one: they change more than twentyfold, perhaps by a slip of units",
            ),
            proposal.held,
            language,
        ),
        _conflicts(proposal.conflicts, language),
    ]
    text = "\n\n".join(section for section in sections if section)
    return f"{text}\n\n{_counts(proposal, new, language)}" if text else _counts(proposal, new, language)


def change_text(change: Change, language: Language) -> str:
    """ "precio de entrada: 2,5 USD → 2 USD (models.dev, 22 nov 2026; antes, ...)"."""
    said = _said(change.new, language)
    if change.old is not None:
        said += {"es": "; antes, ", "en": "; before, "}[language] + _said(change.old, language)
    label = FIELDS[change.field].label.in_(language)
    variant = f" [{change.new.variant}]" if change.new.variant else ""
    return f"{label}{variant}: {_value(change.old, language)} → {_value(change.new, language)} ({said})"


def _changes(title: Localised, changes: Sequence[Change], language: Language) -> str:
    if not changes:
        return ""
    lines = [f"{title.in_(language)} ({len(changes)})"]
    for (name, model), rows in groupby(changes, key=lambda change: (change.name, change.model)):
        lines.append(f"  {name} ({model})")
        lines += [f"    {change_text(change, language)}" for change in rows]
    return "\n".join(lines)


def _statuses(changes: Sequence[StatusChange], language: Language) -> str:
    if not changes:
        return ""
    title = Localised("Cambios de estado", "Changes of status").in_(language)
    lines = [
        f"  {change.name} ({change.model}): {_STATUSES[change.old].in_(language)} → "
        f"{_STATUSES[change.new].in_(language)} ({change.source})"
        for change in changes
    ]
    return "\n".join([f"{title} ({len(changes)})", *lines])


def _new_cards(cards: Sequence[Card], language: Language) -> str:
    if not cards:
        return ""
    lines = [f"{Localised('Modelos nuevos', 'New models').in_(language)} ({len(cards)})"]
    for card in cards:
        parts = [
            f"{FIELDS[name].label.in_(language)} {_value(fact, language)}"
            for name in _NEW_CARD_FIELDS
            if (fact := card.fact(name)) is not None
        ]
        sources = ", ".join(dict.fromkeys(fact.source for found in card.facts.values() for fact in found))
        lines.append(f"  {card.name} ({card.model}), {card.vendor}: {'; '.join(parts)} ({sources})")
    return "\n".join(lines)


def _conflicts(conflicts: Sequence[Conflict], language: Language) -> str:
    if not conflicts:
        return ""
    title = Localised("Fuentes que no coinciden", "Sources that disagree").in_(language)
    lines = [f"{title} ({len(conflicts)})"]
    for conflict in conflicts[:MOST_LINES]:
        label = FIELDS[conflict.field].label.in_(language)
        others = "; ".join(f"{_value(fact, language)} ({_said(fact, language)})" for fact in conflict.others)
        kept = Localised("no se añade nada", "nothing is added").in_(language)
        if conflict.kept is not None:
            valid = Localised("vale", "in force").in_(language)
            kept = f"{valid} {_value(conflict.kept, language)} ({_said(conflict.kept, language)})"
        against = Localised("en contra", "against").in_(language)
        lines.append(f"  {conflict.name} ({conflict.model}), {label}: {kept}; {against} {others}")
    if len(conflicts) > MOST_LINES:
        rest = len(conflicts) - MOST_LINES
        lines.append(f"  {Localised(f'y {rest} más', f'and {rest} more').in_(language)}")
    return "\n".join(lines)


def _counts(proposal: Proposal, new: Newcomers, language: Language) -> str:
    return "\n".join(text.in_(language) for text in _counted(proposal, new))


def _counted(proposal: Proposal, new: Newcomers) -> Iterator[Localised]:
    if not (proposal.changes_anything or proposal.held):
        yield Localised("No hay cambios.", "Nothing has changed.")
    yield Localised(f"{proposal.agreed} datos coinciden.", f"{proposal.agreed} facts agree.")
    if proposal.older:
        yield Localised(
            f"{proposal.older} datos distintos son más antiguos que los de las fichas: se descartan.",
            f"{proposal.older} differing facts are older than those of the cards: dropped.",
        )
    if new.unlikely:
        yield Localised(
            f"{new.unlikely} nombres nuevos no parecen de un modelo de su empresa: no se añaden.",
            f"{new.unlikely} new names do not look like a model of their vendor: not added.",
        )
    if new.too_many:
        yield Localised(
            f"{new.too_many} modelos nuevos de golpe no son creíbles: no se añade ninguno.",
            f"{new.too_many} new models at once cannot be believed: none is added.",
        )


def _value(fact: Fact | None, language: Language) -> str:
    if fact is None:
        return "—"
    if not fact.known:
        return Localised("no publicado", "not disclosed").in_(language)
    unit = fact.unit or ""
    if fact.number is not None and unit.startswith("USD"):
        return formats.usd(fact.number, language)
    if fact.number is not None:
        return formats.number(fact.number, language)
    return formats.day(str(fact.value), language)


def _said(fact: Fact, language: Language) -> str:
    return f"{fact.source}, {formats.day(fact.date, language)}"
