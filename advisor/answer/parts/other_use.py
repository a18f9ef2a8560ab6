"""Whether the model talked about is good for another use as well: its place there, and the first for that use."""

from __future__ import annotations

from dataclasses import replace

from advisor.answer.parts.cite import Citer, cited
from advisor.answer.parts.phrases import need_in_words
from advisor.answer.parts.why import standing
from advisor.domain.answers import Evidence
from advisor.domain.language import Localised


def other_use(evidence: Evidence, cite: Citer) -> list[str]:
    """Two or three sentences; none without a verdict."""
    if evidence.for_use is None:
        return []
    verdict, first = evidence.for_use
    language = evidence.language
    use = need_in_words("use_case", evidence.other_use, language)
    needs = evidence.needs.with_("use_case", evidence.other_use)
    told = [_FOR.in_(language).format(use), standing(verdict, replace(evidence, needs=needs), cite)]
    item = verdict.recommendation
    quality = next((f for f in item.factors if f.factor == "performance" and f.known), None) if item else None
    if item and quality and verdict.eligible:
        marks = cite.facts(item.card, [fact for _, fact in quality.facts])
        told.append(cited(quality.reason.in_(language), marks))
    if first and first.card.model != verdict.card.model:
        told.append(_FIRST.in_(language).format(first.card.name))
    return [" ".join(part for part in told if part), _SWITCH.in_(language)]


_FOR = Localised("Si fuera para esto ({}):", "If it were for this ({}):")
_FIRST = Localised("El primero para eso sería **{}**.", "The first for that would be **{}**.")
_SWITCH = Localised(
    "Sigo ordenando por lo que pediste primero; si esto es lo principal, dímelo y ordeno por ello.",
    "I still rank by what you asked for first; if this is what matters most, say so and I rank by it.",
)
