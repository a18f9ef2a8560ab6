"""A line that is a label and a yes or a no ("- **Open weights:** no") is that fact of the model it is about, and nothing else."""

from __future__ import annotations

import re

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.checks.truths import truth
from advisor.answer.claims.traits import Trait
from advisor.answer.support import Support
from advisor.domain.language import Localised

_LINE = re.compile(
    r"[^\w]*(?P<label>[a-z][a-z -]{2,40}?)\s*(?:\([^)]*\))?\s*:\s*(?P<answer>yes|si|true|no|not|false)\b\s*[.;]?\s*$"
)
_LABELS = tuple(
    (key, re.compile(pattern))
    for key, pattern in (
        ("open_weights", r"(?:open[ -](?:weights?|source)|pesos abiertos|codigo abierto)"),
        ("commercial_use", r"(?:commercial use|uso comercial)(?: allowed| permitido)?"),
        ("tool_calling", r"(?:tool|function)[ -](?:calling|use|calls)|llamadas? a (?:herramientas|funciones)|uso de herramientas"),
        ("structured_output", r"structured outputs?|salidas? estructuradas?"),
        ("reasoning", r"(?:explicit )?reasoning|razonamiento(?: explicito)?"),
    )
)  # fmt: skip


def check_yes_or_no(sentence: Sentence, support: Support) -> list[Problem] | None:
    """None where the line is no such label; else what is wrong with its answer."""
    line = _LINE.match(sentence.folded)
    if line is None or sentence.owners.named:
        return None
    key = next((key for key, pattern in _LABELS if pattern.fullmatch(line.group("label").strip())), "")
    models = sentence.owners.carried().models
    if not key or not models:
        return None
    said = line.group("answer") in ("yes", "si", "true")
    trait = Trait(line.start("label"), line.end(), key, said)
    if any(truth(trait, model, support) is said for model in models):
        return []
    span = sentence.plain[line.start("label") : line.end()].strip()
    return [Problem("trait", span, Localised(f"«{span}» no es lo que consta", f'"{span}" is not what is on record'))]
