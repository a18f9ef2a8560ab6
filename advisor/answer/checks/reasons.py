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
    r"\b(?:because|since|due to|porque|ya que|debido a|pues|por (?=su|el|la|tener|ser)|(?<=fails )(?:on|for)|(?<=fell )on|(?<=falla )(?:en|por)|(?<=cae )(?:en|por))\b"
)
REASONS: Mapping[str, frozenset[str]] = {
    "price": frozenset({"budget_usd_month", "max_price_in_usd_per_m", "max_price_out_usd_per_m"}),
    "context": frozenset({"min_context_tokens"}), "output": frozenset({"min_output_tokens"}),
    "memory": frozenset({"vram_gb", "ram_gb", "local"}), "languages": frozenset({"languages"}),
}  # fmt: skip


def so_broken(sentence: Sentence, trait: Trait, owner: Owner, support: Support) -> bool:
    """Whether the reason that a sentence gives for ruling a model out, if it is one we know, is among the verdict's."""
    reason = REASON.search(sentence.folded, trait.end)
    measure = measure_in(sentence.folded[reason.end() :]) if reason else None
    if reason is None and (too := _TOO_MUCH.search(sentence.folded[: trait.start])):
        measure = measure_in(too.group())
    verdicts = [v for v in support.evidence.verdicts if v.card.model in owner.models and v.broken]
    if measure is None or measure not in REASONS or not verdicts:
        return True
    texts = " ".join(fold(text.in_(support.evidence.language)) for v in verdicts for _, text in v.broken)
    return any(key in REASONS[measure] for v in verdicts for key, _ in v.broken) or measure_in(texts) == measure
