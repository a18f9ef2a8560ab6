"""Which provider a sentence names for a price or a speed."""

from __future__ import annotations

import re

from advisor.answer.checks.sentence import Sentence
from advisor.answer.claims.quantities import Quantity
from advisor.answer.figure import Figure

_AT_AHEAD = re.compile(r"\b(?:en|at|on|via|through|desde|from)\s+(?=(?P<who>[a-z][\w .-]{1,24}))")
_AT = re.compile(r"[^.;,(]{0,45}?\b(?:en|at|on|via|through|by|con|desde|from)\s+(?P<who>[a-z][\w .-]{1,24})")

_BRACKETS = re.compile(
    r"\((?=[^()]*\b(?:in|out|input|output|entrada|salida)\b)[^()]*\)(?=[^()]*:\s*(?:us)?\$?$|[^()]*:\s*(?:us)?\$?[\d.,]+\s*/\s*(?:us)?\$?$)"
)
""" "Price at B (in / out): 0.10": what stands in brackets before the figure parts nothing."""


def _without_models(sentence: Sentence) -> str:
    """The folded words with models' names blanked, so that "DeepSeek-V4-Pro" names no provider."""
    folded = sentence.folded
    for mention in sentence.mentions:
        if mention.kind in ("model", "short"):
            folded = folded[: mention.start] + " " * (mention.end - mention.start) + folded[mention.end :]
    return folded


def at_its_provider(sentence: Sentence, quantity: Quantity, figure: Figure) -> bool:
    """Whether the provider that the sentence names for a price or speed, if it names one, is the fact's."""
    if not figure.name:
        return True
    folded = _BRACKETS.sub(lambda m: " " * len(m.group()), _without_models(sentence)[: quantity.start])
    folded += _without_models(sentence)[quantity.start :]
    said = _AT.match(folded, quantity.end)
    who = re.sub(r"[^a-z0-9]", "", said.group("who")) if said else ""
    named = [p for p in figure.rivals if who.startswith(p)]
    opened, closed = folded.rfind("(", 0, quantity.start), folded.find(")", quantity.end)
    if not named and closed > 0 and ")" not in folded[opened + 1 : closed]:
        within = re.sub(r"[^a-z0-9]", "", folded[opened + 1 : closed]) if opened >= 0 else ""
        told = [p for p in figure.rivals if p in within]
        named = told if len(told) == 1 else []
    if not named:
        subject = re.sub(r"[^a-z0-9]", "", re.split(r"[;(]|\. ", folded[: quantity.start])[-1])
        words = re.findall(r"[a-z0-9]{6,}", re.split(r"[;(]|\. ", folded[: quantity.start])[-1])
        named = [
            p
            for p in figure.rivals
            if (len(p) >= 5 and p in subject) or any(p.startswith(w) or p.endswith(w) for w in words)
        ]
    beside = re.match(r"[^.;,()]{0,34}\(", folded[quantity.end :])
    if not named and beside:
        at = quantity.end + beside.end()
        wrong = [
            m for m in sentence.mentions if m.kind == "vendor" and m.start == at and folded[m.end : m.end + 1] == ")"
        ]
        if wrong and re.sub(r"[^a-z0-9]", "", folded[at : wrong[0].end]) not in figure.rivals:
            return False
    if not named:
        clause = re.split(r"[;(]|\. ", folded[: quantity.start])[-1]
        ahead = [re.sub(r"[^a-z0-9]", "", m.group("who")) for m in _AT_AHEAD.finditer(clause)]
        named = [p for who in ahead[-1:] for p in figure.rivals if who.startswith(p)]
    return not named or re.sub(r"[^a-z0-9]", "", figure.name.lower()) in named
