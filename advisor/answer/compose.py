"""The offline answer: from the evidence alone, in well-formed sentences, with figures and citations."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answer.parts.again import simply_told
from advisor.answer.parts.beyond import beyond
from advisor.answer.parts.bought import bought
from advisor.answer.parts.by_size import by_size
from advisor.answer.parts.cite import Citer
from advisor.answer.parts.compare import comparison
from advisor.answer.parts.concerns import of_no_card
from advisor.answer.parts.extremes import extremes
from advisor.answer.parts.figures import key_figures
from advisor.answer.parts.guide import guide_answer, guide_tip
from advisor.answer.parts.host import host_answer, providers
from advisor.answer.parts.models import model_facts, unmatched
from advisor.answer.parts.outlook import outlook
from advisor.answer.parts.pays import pays
from advisor.answer.parts.quiet import quiet_answer
from advisor.answer.parts.recommend import in_brief, recommendation, unchanged
from advisor.answer.parts.which import which
from advisor.answer.parts.why import explanations
from advisor.domain.answers import Answer, Evidence
from advisor.domain.formats import day
from advisor.domain.needs import Needs
from advisor.domain.outlook import BEYOND
from advisor.domain.passages import Source

OFFLINE = "offline"


_RANKED = ("what_if", "front", "machine", "lineup", "rent", "others", "other_use", *BEYOND)
"""Views that are told with the catalogue's date."""
LONG = 160
"""Letters beyond which a message tells a story, and what it asks of the guide is said in brief beside its advice."""


def compose(evidence: Evidence) -> Answer:
    """Total: every evidence gets an answer in the person's language. Markdown; sources in the order of their [n]."""
    cite = Citer()
    paragraphs = dict.fromkeys(p for p in _paragraphs(evidence, cite) if p)
    return Answer(
        markdown="\n\n".join(paragraphs),
        sources=cite.sources,
        mode=OFFLINE,
        notices=tuple(notice.in_(evidence.language) for notice in evidence.notices),
        question=evidence.question.in_(evidence.language) if evidence.question else None,
    )


def _paragraphs(evidence: Evidence, cite: Citer) -> list[str]:
    """What was asked comes first; the needs' first choice follows in brief where the turn was about other models."""
    if asked := extremes(evidence, cite):
        return [*asked, _dated(evidence)]
    if evidence.which:
        return [*which(evidence, cite), _dated(evidence)]
    told: list[str] = [*by_size(evidence), *providers(evidence)]
    told += bought(evidence, cite)
    told += pays(evidence, cite)
    alone = "compare" in evidence.intents and evidence.ranking is None  # "is Jamba better than a transformer?"
    about_models = bool(evidence.cards) and ("ask_model" in evidence.intents or alone) and not told
    if evidence.outlook in (*BEYOND, "others"):
        told += beyond(evidence, cite)
    elif evidence.outlook:
        told += outlook(evidence, cite)
    elif evidence.comparison and not told:
        told += comparison(evidence, cite)
    elif about_models:
        told += _notion(evidence, cite)
        told += model_facts(evidence, cite)
    elif evidence.verdicts and not told:
        told += explanations(evidence, cite)
    if evidence.unmatched and not about_models:
        no_card = of_no_card(evidence) or unmatched(evidence)
        told = [*no_card, *told] if "compare" in evidence.intents else [*told, *no_card]
    told += host_answer(evidence)
    beside = _asks_first_for_models(evidence)
    if evidence.passages is not None and not (about_models or beside or (evidence.unmatched and told)):
        told += simply_told(evidence, cite) or _section(evidence, cite)
    none_will_do = evidence.comparison and not any(verdict.eligible for verdict in evidence.comparison.verdicts)
    if evidence.ranking is not None and (about_models or none_will_do or _is_a_question(evidence)):
        told += in_brief(evidence, cite)
    elif evidence.ranking is not None and not (
        evidence.comparison or evidence.outlook or (told and unchanged(evidence))
    ):
        told += [text.in_(evidence.language) for text in evidence.missing]
        told += recommendation(evidence, cite)
        if evidence.passages is None and not evidence.plain and evidence.ranking.recommendations:
            told += guide_tip(evidence, cite)
    if evidence.passages is not None and beside and not about_models:
        told += _beside(evidence, cite)
    ranked = evidence.outlook in _RANKED
    if (
        evidence.bought
        or evidence.payback
        or evidence.priced
        or evidence.ranking
        or evidence.comparison
        or evidence.verdicts
        or evidence.cards
        or ranked
    ):
        told.append(_dated(evidence))
    if evidence.question:
        told.append(evidence.question.in_(evidence.language))
    return told or [quiet_answer(evidence)]


def _section(evidence: Evidence, cite: Citer) -> list[str]:
    """What the guide says; beside a figure that was reckoned, only how a section on sizes begins, as its background."""
    if evidence.by_size is None:
        return guide_answer(evidence, cite, silent=_recommends(evidence))
    near = ("guide/size/", "guide/customization/") if evidence.by_size.tuned else ("guide/size/",)
    on_sizes = bool(evidence.answering) and evidence.answering[0].startswith(near)
    return guide_answer(evidence, cite, silent=True, brief=True) if on_sizes else []


_OPTIONS = re.compile(r"\b(?:options|opciones|alternativ\w+)\b", re.IGNORECASE)
"""Asks what to choose from, which the recommendation answers."""


def _beside(evidence: Evidence, cite: Citer) -> list[str]:
    """What the guide says beside a model asked for: in brief where that is a story, or its answer is not sure."""
    hits = evidence.passages.hits if evidence.passages else ()
    sure = bool(hits) and hits[0].score >= _SURELY
    if _OPTIONS.search(evidence.text) and "ask_guide" not in evidence.intents[:1] and evidence.text.count("?") < _TWO:
        return []
    return guide_answer(evidence, cite, silent=True, brief=len(evidence.text) > LONG or not sure)


_TWO = 2


def _notion(evidence: Evidence, cite: Citer) -> list[str]:
    """How the section begins that answers what is asked of a model, where no field of its card does."""
    if evidence.asked_fields or not (evidence.answering and evidence.answering[0].startswith("guide/")):
        return []
    return guide_answer(evidence, cite, silent=True, brief=True)


def _asks_first_for_models(evidence: Evidence) -> bool:
    """Whether a model is asked for before anything is asked of the guide, so that the recommendation comes first."""
    asked = evidence.intents[0] in ("recommend", "refine") and evidence.ranking is not None
    return asked and not _is_a_question(evidence)


_ASKS = re.compile(
    r"[¿\s]*(?:puedo|se puede|es (?:seguro|legal|posible)|pasa algo|can i|may i|is it (?:safe|ok|okay|legal|risky))\b",
    re.IGNORECASE,
)
_FOR_A_MODEL = re.compile(
    r"\b(?:which|what|best|recom\w+|qu[eé]|cu[aá]l|mejor|busco|necesito|quiero|need|want)\b", re.IGNORECASE
)
_SURELY = 0.85


def _is_a_question(evidence: Evidence) -> bool:
    """Whether the message is one question that the guide surely answers, asked of no model: "can I upload private PDFs?"."""
    found = evidence.passages is not None and evidence.passages.found and evidence.passages.hits
    if not found or evidence.needs.flag("local") or len(evidence.text) > LONG:
        return False
    sure = evidence.passages is not None and evidence.passages.hits[0].score >= _SURELY
    return sure and bool(_ASKS.match(evidence.text)) and not _FOR_A_MODEL.search(evidence.text)


def _recommends(evidence: Evidence) -> bool:
    """Whether the turn is answered by a recommendation, so that nothing has to be said of what the guide does not hold."""
    return bool(evidence.changed) and evidence.ranking is not None


def _dated(evidence: Evidence) -> str:
    """How old the data is: part of every answer that rests on cards."""
    shown = day(evidence.data_date, evidence.language)
    if evidence.language == "es":
        return f"*Datos del catálogo a {shown}; los precios cambian a menudo.*"
    return f"*Catalogue data as of {shown}; prices change often.*"


def sources_of(evidence: Evidence) -> tuple[Source, ...]:
    """Every source that an answer on this evidence may cite, numbered by place from 1."""
    cite = Citer()
    anyone = replace(evidence, needs=Needs(), plain=False)
    ranked = evidence.ranking.recommendations if evidence.ranking else ()
    beside = [item for item in (evidence.finest, evidence.overall) if item is not None]
    for item in (*ranked, *beside, *(evidence.other_way or ())[1:]):
        list(key_figures(item, anyone, cite))
        for factor in item.factors:
            for _, fact in factor.facts:
                cite.fact(item.card, fact)
    explained = [item for v in evidence.verdicts for item in (v.recommendation, v.rival) if item]
    for item in explained:
        for factor in item.factors:
            for _, fact in factor.facts:
                cite.fact(item.card, fact)
    for card in (
        *evidence.cards,
        *(evidence.extremes[2] if evidence.extremes else ()),
        *(evidence.comparison.cards if evidence.comparison else ()),
    ):
        for facts in card.facts.values():
            for fact in facts:
                cite.fact(card, fact)
    for section in evidence.sections:
        cite.section(section)
    return cite.sources
