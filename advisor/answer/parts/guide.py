"""What the guide says on a question, quoted with its section; or that it does not answer it."""

from __future__ import annotations

import re

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.models import model_facts
from advisor.answer.parts.phrases import listed
from advisor.domain.answers import Evidence
from advisor.domain.passages import GuideSection
from advisor.library.words import STOP, words

_NOT_FOUND = {
    "es": "Ni la guía ni las fichas responden a eso, y prefiero decirlo a citar lo que más se parezca.",
    "en": "Neither the guide nor the cards answer that, and I would rather say so than quote the nearest thing.",
}
_SAME = {
    "es": "(Es de la misma sección que te acabo de citar.)",
    "en": "(It is from the same section that I have just quoted.)",
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
            if section.id in evidence.quoted_before:
                passage = next((h.passage.text for h in result.hits if h.id == answer), "")
                body = f"{_fitting(section, evidence.text, passage)} {_SAME[evidence.language]}"
            told += [f"**{section.title}** {cite.section(section)}", body.split("\n\n")[0] if brief else body]
    if not told:
        return model_facts(evidence, cite) if evidence.cards else [result.hits[0].passage.text.strip()]
    if set(evidence.quoted_before) & {answer.removeprefix("guide/") for answer in evidence.answering}:
        return told  # the pointers have been given
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


def _fitting(section: GuideSection, asked: str, passage: str) -> str:
    """The paragraph that holds most of what is asked, its rarer words first; else the one that the search found."""
    paragraphs = [p.strip() for p in section.body.strip().split("\n\n")]
    held = [set(words(p)) for p in paragraphs]
    wanted = {word for word in words(asked[:2000]) if word not in STOP}
    weight = {word: 1 / count for word in wanted if (count := sum(word in each for each in held))}
    scores = [
        sum(weight.get(word, 0) for word in each) + (passage in p) / 2 for each, p in zip(held, paragraphs, strict=True)
    ]
    return paragraphs[scores.index(max(scores))]


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
