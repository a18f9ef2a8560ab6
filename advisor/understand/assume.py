"""What is taken for granted, with the reason; never part of the needs."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.language import Language, Localised
from advisor.domain.needs import Assumption, Change, Dialogue, applied
from advisor.understand.reading import Reading

_REASON: dict[Language, Localised] = {
    "es": Localised("Me escribes en español.", "You write to me in Spanish."),
    "en": Localised("Me escribes en inglés.", "You write to me in English."),
}


def assumptions(
    language: Language, dialogue: Dialogue, reading: Reading, changes: Sequence[Change] = ()
) -> tuple[Assumption, ...]:
    """All that holds after the turn: the language people will use, and that generic tuning means adapters."""
    needs = applied(dialogue.needs, changes)
    found: list[Assumption] = []
    if "languages" not in needs:
        found.append(Assumption("languages", (language,), _REASON[language]))
    if "fine_tuning" not in needs and any(
        reading.polarity(h.start, h.end) == "yes" for h in reading.of("fine_tuning", "any")
    ):
        found.append(
            Assumption(
                "fine_tuning",
                "lora",
                Localised(
                    "Quieres entrenarlo; supongo que con adaptadores LoRA, lo más corriente.",
                    "You want to train it; I suppose with LoRA adapters, the commonest way.",
                ),
            )
        )
    return tuple(a for a in found if a.key not in dialogue.dropped)
