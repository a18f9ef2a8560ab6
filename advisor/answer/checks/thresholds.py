"""Figures that a sentence says are required: "above the 14B threshold", "meets the requirement of 128K tokens".

A requirement is the person's own, or one that the evidence tells of the use; a figure of the model's makes none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.checks.values import same_value
from advisor.answer.claims.quantities import Quantity
from advisor.answer.figure import Figure
from advisor.answer.support import Support
from advisor.domain.language import Localised

_UNITS = frozenset({"tokens", "tokens/s", "tokens/month", "params", "usd", "usd/M", "usd/month", "page"})
"""Of these nothing but a need is called required; memory is, by any model."""
_SOME = r"(?:[\w$-]+\s+){0,4}?"
_AHEAD = re.compile(
    rf"\b(?:(?:requirements?|requisitos?|threshold|umbral|target|objetivo|needed|necessary|requir(?:ed|ida|ido))\s+(?:(?:of|de|is|es|for)\s+)?|"
    rf"(?:(?:the|el|la|los|your) (?:required|necessary|requested)|(?:lo |los |las )?(?:exigid[oa]s?|requerid[oa]s?|necesari[oa]s?))\s+){_SOME}(?:us)?\$?$"
)
_AFTER = re.compile(
    r"\s*(?:(?:tokens?|of|de|contexto?|context|window|ventana|param\w+|input|output|entrada|salida|usd|per|a|al|por|month|mes|second|segundo|minimum|minimo)\s+){0,4}?(?:thresholds?|requirements?|umbral|requisitos?|required|requested|requerid[oa]s?|exigid[oa]s?|"
    r"(?:needed|necessary|recommended|suggested) (?:for|by)|(?:necesari[oa]s?|recomendad[oa]s?) para|"
    r"que (?:requiere|exige|pide|necesita) (?:este|el|esta|la|tu|su) (?:uso|tarea|proyecto|trabajo|chatbot)|(?:that )?(?:this|the|your) (?:use|task|job) (?:requires|needs|asks for))\b"
)
_MONEY_AFTER = re.compile(
    r"\s*(?:(?:usd|dollars?|dolares|a month|per month|al mes|monthly)\s+)*(?:limit|cap|ceiling)\b"
)
_MONEY_AHEAD = re.compile(r"\b(?:the|a|el|un) (?:limit|cap|limite?|tope) (?:of|de)\s+(?:us)?\$?$")
_MEMORY_AFTER = re.compile(
    r"\s*(?:(?:of |de )?(?:memory|memoria|vram|ram)\s+)?(?:thresholds?|umbral|limite?|cap|ceiling)\b"
)
_NEEDED_BY_IT = re.compile(r"\b(?:it|model|modelo) (?:requires|needs)|\brequired by (?:the|this) (?:model|licen)")
_STOPS = re.compile(r"[,;:(]|\. ")


def check_thresholds(sentence: Sentence, support: Support) -> tuple[list[Problem], list[Quantity]]:
    """What is required by nobody, and the figures that are judged with that."""
    problems: list[Problem] = []
    judged: list[Quantity] = []
    if sentence.question or not (support.evidence.ranking or support.evidence.needs.values):
        return problems, judged
    for quantity in sentence.quantities:
        if not quantity.readings or not _is_required(sentence, quantity):
            continue
        if any(_same(quantity, f) for f in _required(support)) or _in_their_words(quantity, support):
            judged.append(quantity)
        elif not _tells_own_need(sentence):
            span = sentence.plain[quantity.start : quantity.end].strip()
            why = Localised(f"«{span}»: nadie lo exige", f'"{span}": nobody requires it')
            problems.append(Problem("figure", span, why))
            judged.append(quantity)
    return problems, judged


def _is_required(sentence: Sentence, quantity: Quantity) -> bool:
    if quantity.unit == "GB":
        return bool(_MEMORY_AFTER.match(sentence.folded, quantity.end))
    if quantity.unit not in _UNITS and not (quantity.unit == "bare" and quantity.scaled):
        return False
    ahead = _STOPS.split(sentence.folded[max(0, quantity.start - 60) : quantity.start])[-1]
    after = _STOPS.split(sentence.folded[quantity.end : quantity.end + 60])[0]
    money = quantity.unit.startswith("usd") and (_MONEY_AHEAD.search(ahead) or _MONEY_AFTER.match(after))
    return bool(money or _AHEAD.search(ahead) or _AFTER.match(after))


def _tells_own_need(sentence: Sentence) -> bool:
    return bool(_NEEDED_BY_IT.search(sentence.folded))


def _required(support: Support) -> list[Figure]:
    """What the person asked for, and what texts say that the use asks for."""
    every = (f for figures in support.figures.values() for f in figures)
    return [
        f
        for f in every
        if f.field.startswith("need:")
        or "limit" in f.tags
        or (f.model is None and not f.field and not support.evidence.ranking)
        or f.field in ("cost.in", "fit.available")
        or "whole" in f.tags
    ]


def _same(quantity: Quantity, figure: Figure) -> bool:
    return any(
        same_value(replace(quantity, unit=unit, bound=""), figure)
        for unit in {figure.unit if _kin(quantity, figure) else quantity.unit}
    ) and _kin(quantity, figure)


def _kin(quantity: Quantity, figure: Figure) -> bool:
    if quantity.unit == "bare" or (figure.unit == "bare" and not figure.field):
        return quantity.unit in ("bare", "tokens", "params") and figure.unit in (
            "bare",
            "tokens",
            "params",
            "tokens/month",
        )
    both = {quantity.unit.partition("/")[0], figure.unit.partition("/")[0]}
    fast = {quantity.unit == "tokens/s", figure.unit == "tokens/s"}
    return (len(both) == 1 and len(fast) == 1) or (quantity.unit == "page" and figure.unit == "tokens")


def _in_their_words(quantity: Quantity, support: Support) -> bool:
    return any(q.readings and q.readings[0][0] == quantity.readings[0][0] for q in support.person)
