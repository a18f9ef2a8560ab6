"""True facts that are linked falsely: "30.7B parameters, which allows a window of 262K tokens"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.domain.language import Localised

_FORWARD = re.compile(
    r"(?:,|\band|\by)?\s*\b(?:which (?:means|allows|enables|lets|makes|gives|results in|ensures|leads to)|(?:allowing|enabling|making|giving|ensuring) (?:it|for|you|the model)\b|resulting in\b|"
    r"(?:lo que|lo cual|que) (?:significa|permite|hace|le (?:da|permite)|implica|asegura|supone|resulta)|permitiendo|haciendo que)\b"
)
_BACKWARD = re.compile(
    r"\b(?:because(?: of)?|since|due to|thanks to|owing to|porque|ya que|debido al?|gracias al?|puesto que)\b"
)
_KINDS = {
    "size": r"param\w+", "context": r"context\w*|ventana|window", "open": r"open[ -](?:weights?|source)|pesos abiertos|codigo abierto",
    "licence": r"licen[cs]\w+|apache|mit\b", "speed": r"tokens?/s|tokens (?:per|por|a) se\w+|speeds?|velocidad|fast\w*|rapid\w+|quick\w*|latenc\w+",
    "price": r"pric\w+|cost[se]?\b|costes?|costos?|precio\w*|usd|dollars?|dolares|cheap\w*|barat\w+|affordable|economic\w*|budget|presupuesto",
    "languages": r"languages?|idiomas?|lenguas?|multiling\w+", "date": r"releas\w+|publicad\w+|publicacion|lanzad\w+|knowledge cut\w*|corte",
    "quality": r"performance|quality|calidad|rendimiento|accura\w+|precis\w+|scores?|puntuacion|benchmark\w*|intelligen\w+|inteligencia",
    "memory": r"gb|memory|memoria|vram|fits?|caben?|q\d\w*|quanti\w+|cuantiz\w+", "modality": r"images?|imagen\w*|audio|video|multimodal\w*",
}  # fmt: skip
_WORDS = {kind: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") for kind, pattern in _KINDS.items()}
_UNRELATED: frozenset[tuple[str, str]] = frozenset(
    (cause, effect)
    for cause, effects in {
        "size": ("context", "languages", "licence", "open", "date", "modality"),
        "context": ("speed", "languages", "licence", "open", "date", "modality", "size"),
        "open": ("speed", "context", "languages", "date", "modality", "size"),
        "licence": ("speed", "context", "languages", "quality", "memory", "date", "modality", "size"),
        "price": ("context", "languages", "quality", "speed", "size", "modality", "memory", "licence"),
        "languages": ("speed", "context", "price", "memory", "size", "licence", "open"),
        "date": ("context", "speed", "price", "memory", "size", "languages"),
        "modality": ("speed", "context", "price", "languages", "memory", "licence"),
        "speed": ("context", "languages", "licence", "open", "size", "memory", "modality"),
    }.items()
    for effect in effects
)  # fmt: skip
"""(what is given as the cause, what is said to follow) that have nothing to do with each other, whatever their figures."""
_STOPS = re.compile(r"[.;:]\s|,\s|\b(?:but|yet|though|pero|and|y|while|mientras|aunque|although)\b")


_UNITS = {
    "tokens": "context", "params": "size", "tokens/s": "speed", "usd/M": "price", "usd/month": "price", "usd": "price", "GB": "memory",
    "count:language": "languages",
}  # fmt: skip


def check_causes(sentence: Sentence) -> Iterator[Problem]:
    if sentence.question or sentence.conditional:
        return
    folded = sentence.folded
    for pattern, forward in ((_FORWARD, True), (_BACKWARD, False)):
        for match in pattern.finditer(folded):
            before, after = _part_before(folded, match.start()), _part_after(folded, match.end())
            if not forward and not folded[: match.start()].strip(
                " *-,"
            ):  # "Thanks to its licence, it runs at 135 tokens/s"
                comma = folded.find(", ", match.end())
                if comma < 0:
                    continue
                before, after = _part_after(folded, comma + 2), (match.end(), comma)
            cause, effect = (before, after) if forward else (after, before)
            linked = (_kinds(sentence, *cause), _kinds(sentence, *effect))
            if len(linked[0]) == len(linked[1]) == 1 and (*linked[0], *linked[1]) in _UNRELATED:
                span = sentence.plain[match.start() : match.end()].strip(" ,")
                why = Localised(
                    f"«{span}»: lo uno no sale de lo otro", f'"{span}": the one does not follow from the other'
                )
                yield Problem("trait", span, why)


def _part_before(folded: str, end: int) -> tuple[int, int]:
    end = len(folded[:end].rstrip(" ,"))
    return max((m.end() for m in _STOPS.finditer(folded, 0, end)), default=0), end


def _part_after(folded: str, start: int) -> tuple[int, int]:
    stop = _STOPS.search(folded, start + 1)
    return start, stop.start() if stop else len(folded)


def _kinds(sentence: Sentence, start: int, end: int) -> frozenset[str]:
    words = {kind for kind, pattern in _WORDS.items() if pattern.search(sentence.folded, start, end)}
    units = {_UNITS[q.unit] for q in sentence.quantities if q.unit in _UNITS and start <= q.start < end}
    return frozenset(words | units)
