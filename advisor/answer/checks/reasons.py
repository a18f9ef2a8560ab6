"""Why a model is said to be ruled out, held against the reasons that its verdict gives."""

from __future__ import annotations

import re
from collections.abc import Mapping

from advisor.answer.checks.sentence import Sentence
from advisor.answer.claims.antecedents import Owner
from advisor.answer.claims.degrees import measure_in
from advisor.answer.claims.folding import fold
from advisor.answer.claims.traits import Trait
from advisor.answer.support import Support

_TOO_MUCH = re.compile(
    r"\b(?:too|demasiad[oa]|excesivamente|overly)\s+(?:\w+ ){0,2}?(?:expensive|dear|pricey|costly|car[oa]|slow|lent[oa]|big|large|heavy|grande|pesad[oa])\b"
)
""" "It is too dear, and that rules it out"."""
REASON = re.compile(
    r"\b(?:because(?: of)?|since|due to|porque|ya que|debido a|pues|por (?=su|el|la|tener|ser)|(?<=fails )(?:on|for)|(?<=fell )on|(?<=falla )(?:en|por)|(?<=cae )(?:en|por))\b"
)
REASONS: Mapping[str, frozenset[str]] = {
    "price": frozenset({"budget_usd_month", "max_price_in_usd_per_m", "max_price_out_usd_per_m"}),
    "context": frozenset({"min_context_tokens"}), "output": frozenset({"min_output_tokens"}),
    "memory": frozenset({"vram_gb", "ram_gb", "local"}), "languages": frozenset({"languages"}),
    "size": frozenset({"max_params_b", "min_params_b", "vram_gb", "ram_gb", "local"}),
    "speed": frozenset({"min_tokens_per_s", "latency"}),
}  # fmt: skip
_OTHERS = (
    (re.compile(r"\blicen[cs]\w*"), frozenset({"commercial_use", "open_weights"})),
    (
        re.compile(r"\b(?:images?|photos?|audio|video|imagen\w*|fotos?|modalid\w+|modalit\w+)\b"),
        frozenset({"modalities", "use_case"}),
    ),
    (
        re.compile(r"\b(?:closed|cerrad\w+|proprietary|propietari\w+)\b"),
        frozenset({"open_weights", "local", "vram_gb", "ram_gb"}),
    ),
)
"""Reasons that are no measure, and the needs that they may be for."""


def so_broken(sentence: Sentence, trait: Trait, owner: Owner, support: Support) -> bool:
    """Whether the reason that a sentence gives for ruling a model out, if it is one we know, is among the verdict's."""
    reason = REASON.search(sentence.folded, trait.end)
    measure = measure_in(sentence.folded[reason.end() :]) if reason else None
    if reason is None and (too := _TOO_MUCH.search(sentence.folded[: trait.start])):
        measure = measure_in(too.group())
    because = sentence.folded[reason.end() :] if reason else ""
    keys = REASONS.get(measure or "") or next((k for word, k in _OTHERS if word.search(because)), None)
    verdicts = [v for v in support.evidence.verdicts if v.card.model in owner.models and v.broken]
    if keys is None or not verdicts:
        return True
    texts = " ".join(fold(text.in_(support.evidence.language)) for v in verdicts for _, text in v.broken)
    return any(key in keys for v in verdicts for key, _ in v.broken) or (bool(measure) and measure_in(texts) == measure)
