"""The offline answer: from the evidence alone, in well-formed sentences, with figures and citations."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.compare import comparison
from advisor.answer.parts.guide import guide_answer, guide_tip
from advisor.answer.parts.models import model_facts, unmatched
from advisor.answer.parts.quiet import quiet_answer
from advisor.answer.parts.recommend import key_figures, recommendation
from advisor.answer.parts.why import explanations
from advisor.domain.answers import Answer, Evidence
from advisor.domain.formats import day
from advisor.domain.passages import Source

OFFLINE = "offline"


def compose(evidence: Evidence) -> Answer:
    """Total: every evidence gets an answer in the person's language. Markdown; sources in the order of their [n]."""
    cite = Citer()
    paragraphs = [p for p in _paragraphs(evidence, cite) if p]
    return Answer(
        markdown="\n\n".join(paragraphs),
        sources=cite.sources,
        mode=OFFLINE,
        notices=tuple(notice.in_(evidence.language) for notice in evidence.notices),
        question=evidence.question.in_(evidence.language) if evidence.question else None,
    )


def _paragraphs(evidence: Evidence, cite: Citer) -> list[str]:
    told: list[str] = []
    if evidence.comparison:
        told += comparison(evidence, cite)
    if evidence.verdicts and not evidence.comparison:
        told += explanations(evidence, cite)
    if evidence.cards and "ask_model" in evidence.intents:
        told += model_facts(evidence, cite)
    elif evidence.unmatched:
        told += unmatched(evidence)
    if evidence.passages is not None and not evidence.cards:
        told += guide_answer(evidence, cite)
    if evidence.ranking is not None and not evidence.comparison:
        told += recommendation(evidence, cite)
        if evidence.passages is None:
            told += guide_tip(evidence, cite)
    if evidence.ranking or evidence.comparison or evidence.verdicts or evidence.cards:
        told.append(_dated(evidence))
    if evidence.question:
        told.append(evidence.question.in_(evidence.language))
    return told or [quiet_answer(evidence)]


def _dated(evidence: Evidence) -> str:
    """How old the data is: part of every answer that rests on cards."""
    shown = day(evidence.data_date, evidence.language)
    if evidence.language == "es":
        return f"*Datos del catálogo a {shown}; los precios cambian a menudo.*"
    return f"*Catalogue data as of {shown}; prices change often.*"


def sources_of(evidence: Evidence) -> tuple[Source, ...]:
    """Every source that an answer on this evidence may cite, numbered by place from 1."""
    cite = Citer()
    for item in evidence.ranking.recommendations if evidence.ranking else ():
        key_figures(item, evidence.language, cite)
        for factor in item.factors:
            for _, fact in factor.facts:
                cite.fact(item.card, fact)
    explained = [item for v in evidence.verdicts for item in (v.recommendation, v.rival) if item]
    for item in explained:
        for factor in item.factors:
            cite.facts(item.card, [fact for _, fact in factor.facts])
    for card in (*evidence.cards, *(evidence.comparison.cards if evidence.comparison else ())):
        for facts in card.facts.values():
            for fact in facts:
                cite.fact(card, fact)
    for section in evidence.sections:
        cite.section(section)
    return cite.sources
