"""What the guide says on a question, quoted with its section; or that it does not answer it."""

from __future__ import annotations

import re

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.models import model_facts
from advisor.answer.parts.phrases import listed
from advisor.domain.answers import Evidence

_NOT_FOUND = {
    "es": "Ni la guía ni las fichas responden a eso, y prefiero decirlo a citar lo que más se parezca.",
    "en": "Neither the guide nor the cards answer that, and I would rather say so than quote the nearest thing.",
}
_CAN_SAY = {
    "es": "Si es sobre lo que te recomiendo, prueba con «¿cuánto cuesta?», «¿es seguro?», «¿cómo empiezo?» o «¿por qué ese?».",
    "en": 'If it is about what I recommend, try "how much does it cost?", "is it safe?", "how do I start?" or "why that one?".',
}
_TIP_SENTENCES = 1
_RELATED = 0.6
"""A section is pointed at where its hit scores at least this share of the best one's."""


def guide_answer(evidence: Evidence, cite: Citer, *, silent: bool = False, brief: bool = False) -> list[str]:
    """The section that answers, whole, since sections are short; one for each thing asked; the next ones as pointers.

    `silent`: nothing is said where none answers. `brief`: only how each section begins, beside what was asked first.
    """
    result = evidence.passages
    if result is None or not result.found or not result.hits:
        beyond = [text.in_(evidence.language) for text in evidence.missing]
        return [] if silent else beyond or _not_found(evidence)
    by_id = {f"guide/{section.id}": section for section in evidence.sections}
    told: list[str] = []
    for answer in evidence.answering or (result.hits[0].id,):
        section = by_id.get(answer)
        if section is not None:
            body = section.body.strip()
            told += [f"**{section.title}** {cite.section(section)}", body.split("\n\n")[0] if brief else body]
    if not told:
        return model_facts(evidence, cite) if evidence.cards else [result.hits[0].passage.text.strip()]
    close = result.hits[0].score * _RELATED
    others = [h for h in result.hits if h.id in by_id and h.id not in evidence.answering[:2] and h.score >= close]
    related = [by_id[hit.id] for hit in others[: 3 - len(evidence.answering)]]
    if related:
        quoted = "«{}» {}" if evidence.language == "es" else '"{}" {}'
        names = listed([quoted.format(s.title, cite.section(s)) for s in related], evidence.language)
        told.append(("Relacionado: " if evidence.language == "es" else "Related: ") + names + ".")
    return told


def _not_found(evidence: Evidence) -> list[str]:
    """Amid a talk, what can be asked of the model that it is about."""
    language = evidence.language
    if not evidence.advised:
        return [_NOT_FOUND[language]]
    return [f"{_NOT_FOUND[language]} {_CAN_SAY[language]}"]


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
