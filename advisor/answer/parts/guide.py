"""What the guide says on a question, quoted with its section; or that it does not answer it."""

from __future__ import annotations

import re

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.phrases import listed
from advisor.domain.answers import Evidence

_NOT_FOUND = {
    "es": "Ni la guía ni las fichas responden a eso, y prefiero decirlo a citar lo que más se parezca.",
    "en": "Neither the guide nor the cards answer that, and I would rather say so than quote the nearest thing.",
}
_TIP_SENTENCES = 1


def guide_answer(evidence: Evidence, cite: Citer) -> list[str]:
    """The best section whole, since sections are short; the next one as a pointer."""
    result = evidence.passages
    if result is None or not result.found or not result.hits:
        return [_NOT_FOUND[evidence.language]]
    best = result.hits[0]
    by_id = {f"guide/{section.id}": section for section in evidence.sections}
    section = by_id.get(best.id)
    if section is None:
        return [f"{best.passage.text.strip()}"]
    told = [f"**{section.title}** {cite.section(section)}", section.body.strip()]
    related = [by_id[hit.id] for hit in result.hits[1:3] if hit.id in by_id and hit.score >= best.score * 0.6]
    if related:
        names = listed(
            [
                f"«{s.title}» {cite.section(s)}" if evidence.language == "es" else f'"{s.title}" {cite.section(s)}'
                for s in related
            ],
            evidence.language,
        )
        told.append(("Relacionado: " if evidence.language == "es" else "Related: ") + names + ".")
    return told


def guide_tip(evidence: Evidence, cite: Citer) -> list[str]:
    """One sentence of the guide on what this turn is about."""
    if not evidence.sections:
        return []
    section = evidence.sections[0]
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÑ¿¡])", section.body.strip().split("\n\n")[0])
    tip = " ".join(sentences[:_TIP_SENTENCES]).strip()
    if not tip:
        return []
    return [f"*{'De la guía' if evidence.language == 'es' else 'From the guide'}: {tip}* {cite.section(section)}"]
