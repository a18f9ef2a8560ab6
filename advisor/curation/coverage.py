"""How much a catalogue answers: which of the seven factors, and which fields."""

from __future__ import annotations

from collections import Counter
from typing import Any

from advisor.domain.cards import Card, Catalogue
from advisor.domain.factors import FACTORS, Factor
from advisor.domain.fields import FIELDS

ANSWERS: dict[Factor, tuple[tuple[str, ...], ...]] = {
    "language": (("languages_official", "languages_official_count", "languages_measured", "language_arena"),),
    "size": (("params_total_b", "relative_size"),),
    "context": (("context_tokens", "max_input_tokens"),),
    "customization": (("licence",), ("fine_tuning_api", "fine_tuning_methods", "derivatives_allowed")),
    "performance": (("benchmarks", "languages_measured"),),
    "training": (("training_type",), ("alignment", "knowledge_cutoff", "release_date")),
    "architecture": (("architecture",), ("layers", "attention", "pretraining_tokens_t", "modalities")),
}
"""A factor is answered when each group has at least one fact; "not disclosed", with where that was looked for, is one."""


def factors_answered(card: Card) -> tuple[Factor, ...]:
    return tuple(f for f in FACTORS if all(any(card.all(name) for name in group) for group in ANSWERS[f]))


def coverage(catalogue: Catalogue) -> str:
    """A summary as plain text: cards by status and by factors answered, and how many cards fill each field."""
    answered = Counter(len(factors_answered(card)) for card in catalogue)
    missing = Counter(factor for card in catalogue for factor in set(FACTORS) - set(factors_answered(card)))
    fields = Counter(name for card in catalogue for name in card.facts)
    undisclosed = Counter(n for card in catalogue for n in card.facts if not any(f.known for f in card.all(n)))
    total = sum(len(facts) for card in catalogue for facts in card.facts.values())
    lines = [
        f"{len(catalogue)} cards, {total} facts, newest {catalogue.date}",
        "status: " + _counts(Counter(card.status for card in catalogue)),
        "factors answered: " + _counts(answered),
        "factors missing: " + _counts(missing),
        *(f"{fields[name]:4} {name}" + _note(undisclosed[name]) for name in FIELDS if fields[name]),
    ]
    return "\n".join(lines)


def _counts(counter: Counter[Any]) -> str:
    return ", ".join(f"{key} {number}" for key, number in sorted(counter.items(), key=lambda pair: str(pair[0])))


def _note(undisclosed: int) -> str:
    return f" ({undisclosed} not disclosed)" if undisclosed else ""
