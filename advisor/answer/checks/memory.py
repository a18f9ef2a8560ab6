"""Whether a memory is one that is needed or one that is there: "7 GB of the 12 GB"."""

from __future__ import annotations

import re
from itertools import pairwise

from advisor.answer.checks.sentence import Sentence
from advisor.answer.claims.quantities import Quantity
from advisor.answer.figure import Figure

_OUT_OF = re.compile(r"\s*(?:of|de|del|out of)\s+(?:los |las |the |tus? |your |its |sus |unos |~)*")


def part_of_whole(sentence: Sentence, quantity: Quantity) -> str:
    """ "7 GB of the 12 GB": "part" for the first, "whole" for the second, "" elsewhere."""
    for first, second in pairwise(sentence.quantities):
        if first.unit == second.unit and _OUT_OF.fullmatch(sentence.folded[first.end : second.start]):
            if quantity is first or quantity is second:
                return "part" if quantity is first else "whole"
    return ""


def exceeds_its_part(sentence: Sentence, quantity: Quantity) -> bool:
    """ "3.9 GB of the 3 GB": a whole that is smaller than what is taken out of it."""
    for first, second in pairwise(sentence.quantities):
        if second is quantity and first.unit == second.unit == "GB" and part_of_whole(sentence, quantity) == "whole":
            taken = first.readings[0][0] if first.readings else 0.0
            return (
                taken < 1000 and bool(second.readings) and second.readings[0][0] < 0.97 * taken
            )  # "your 4060 of 8 GB"
    return False


def of_the_whole(sentence: Sentence, quantity: Quantity, figure: Figure) -> bool:
    """Whether a memory that is taken out of another is one that is needed, and the other one that is there."""
    place = part_of_whole(sentence, quantity)
    there = figure.field in ("fit.available", "need:vram_gb", "need:ram_gb") or bool(
        not figure.field and figure.tags & {"whole", "own", "free"}
    )
    return place == "" or (place == "whole") == there or (not figure.field and figure.model is None)


_SETTING = re.compile(r"(?<![\w-])(?:i?q\d(?:_\w+)?|fp\d+|bf16|int\d|\d+[ -]bits?)(?![\w-])")
""" "At Q4_K_M", "with 8 bits": a quantization."""


def at_its_settings(sentence: Sentence, quantity: Quantity, figure: Figure) -> bool:
    """Whether a memory reckoned for several quantizations and contexts is told of the one it was reckoned for."""
    named = list(_SETTING.finditer(sentence.folded))
    nearest = min(named, key=lambda m: max(m.start() - quantity.end, quantity.start - m.end()), default=None)
    if nearest is None or nearest.group() not in figure.labels:
        return False
    lengths = [q for q in sentence.quantities if q.readings and (q.unit == "tokens" or (q.unit == "bare" and q.scaled))]
    beside = min(lengths, key=lambda q: max(q.start - quantity.end, quantity.start - q.end), default=None)
    least = min(figure.sizes, default=0.0) <= _LEAST_CONTEXT
    return least if beside is None else any(abs(v - c) <= 0.03 * c for v, _ in beside.readings for c in figure.sizes)


_LEAST_CONTEXT = 8000
"""Tokens of the shortest context that is reckoned with, which a memory told without one may mean."""
_TAKEN_UP = re.compile(
    r"\b(?:tamano|size|weighs?|pesa\w*|ocupa\w*|takes(?: up)?|needs|requires|necesita|requiere)\b[^.;,()\d]{0,14}$"
)


_POSSESSED = re.compile(
    r"\b(?:tienen?|has|have|cuentan? con|comes? with|vienen? con|incluyen?|includes?|disponen? de|traen?|ofrecen?|offers?|posee|owns)\s+(?:unos |about |only |solo |hasta |up to )?$"
)
_NOT_EVEN = re.compile(r"\b(?:llegan? a|reach(?:es)?|exceeds?|superan?|pasan? de|gets? to|comes? to)\b[^.;,]{0,24}$")
""" "None of them gets to take up the 12 GB"."""
_MACHINE = re.compile(
    r"\b(?:tus?|your|you|user|usuari[oa]|persona?|client\w*|hardware|tarjetas?|graficas?|gpus?|cards?|machine|maquina|macs?|macbook|equipo|portatil|laptop|ordenador|pc|servidor|server|una?|an?|rtx|gtx|\d{4})\b"
)


def of_the_model(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a memory is said to be the model's own, by its size or as if it came with it: "the model has 16 GB"."""
    before = sentence.folded[max(0, quantity.start - 60) : quantity.start]
    clause = re.split(r"[.;:,(]|\b(?:y|and|pero|but)\b", before)[-1]
    if _NOT_EVEN.search(before):
        return False
    return bool(_TAKEN_UP.search(before) or (_POSSESSED.search(before) and not _MACHINE.search(clause)))


_USABLE = re.compile(
    r"\s*(?:que )?(?:(?:te )?quedan? )?(?:disponibles?|aprovechables?|utilizables?|usables?|usable|available|(?:que )?(?:puede[ns]?|se pueden) (?:usar|aprovechar|dar)|(?:that )?(?:your \w+|the \w+|it|you) can (?:spare|use|give)|to spare)\b"
)


def is_usable(sentence: Sentence, quantity: Quantity) -> bool:
    """ "Of the 12 you can use": what is left of the memory for a model, and not all of it."""
    return bool(_USABLE.match(sentence.folded, quantity.end))


def had(sentence: Sentence, quantity: Quantity, roles: frozenset[str]) -> bool:
    """Whether a memory is said to be there, not to be needed."""
    before = sentence.folded[max(0, quantity.start - 34) : quantity.start]
    if of_the_model(sentence, quantity) and "free" not in roles:
        return False
    named = re.match(r"\s*(?:de )?(?:card|gpu|graphics|laptop|machine|mac)\b", sentence.folded[quantity.end :])
    return bool(roles & {"own", "free"} or named) or bool(
        re.search(
            r"\b(?:en|in|into|within|con|with|de|of|los|las|the|caben|gpu|card|tarjeta|grafica|an?|\w+'s)\s+(?:los |las |the |unos |about |~|≈)?$",
            before,
        )
    )
