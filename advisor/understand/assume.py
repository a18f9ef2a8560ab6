"""What is taken for granted, with the reason; never part of the needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from advisor.domain.hardware import OwnedDevice
from advisor.domain.language import Language, Localised
from advisor.domain.needs import Assumption, Change, Dialogue, applied
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.reading import Reading

_WRITES: dict[Language, Localised] = {
    "es": Localised("Me escribes en español.", "You write to me in Spanish."),
    "en": Localised("Me escribes en inglés.", "You write to me in English."),
}
_ADAPTERS = Localised(
    "Quieres entrenarlo; supongo que con adaptadores LoRA, lo más corriente.",
    "You want to train it; I suppose with LoRA adapters, the commonest way.",
)


def assumptions(
    language: Language,
    dialogue: Dialogue,
    reading: Reading,
    acts: Acts,
    changes: Sequence[Change] = (),
    devices: Sequence[OwnedDevice] = (),
    found: Iterable[Assumption] = (),
) -> tuple[Assumption, ...]:
    """All that holds after the turn: the language people will use, that generic tuning means adapters, that a firm's use
    is commercial, the memory of machines named without it (`found`); and what earlier turns let assume.

    `devices` is the hardware that holds after the turn.
    """
    needs = applied(dialogue.needs, changes)
    now = [Assumption("languages", (language,), _WRITES[language]), *found]
    if any(reading.polarity(h.start, h.end) == "yes" for h in reading.of("fine_tuning", "any")):
        now.append(Assumption("fine_tuning", "lora", _ADAPTERS))
    private = [*reading.of("standing", "private"), *reading.of("flag", "personal_use")]
    if business := _business(reading, acts):
        now.append(business)
    every = {a.key: a for a in (*dialogue.assumed, *now)}
    if any(reading.polarity(h.start, h.end) == "yes" for h in private):
        every.pop("commercial_use", None)
    if "vram_gb" in needs or not any(owned.device.unified for owned in devices):
        every.pop("ram_gb", None)
    if needs.flag("local") is False:
        every = {key: a for key, a in every.items() if key not in ("vram_gb", "ram_gb")}
    return tuple(a for a in every.values() if a.key not in needs and a.key not in dialogue.dropped)


def _business(reading: Reading, acts: Acts) -> Assumption | None:
    """ "Mi restaurante", "our clients": what a firm uses earns it money, which some licences forbid."""
    for hit in reading.of("standing", "business"):
        if acts.keep(hit.start) < Keep.NAMES and reading.polarity(hit.start, hit.end) == "yes":
            words = reading.message.quote(hit.start, hit.end)
            return Assumption(
                "commercial_use",
                True,
                Localised(
                    f"Dices «{words}»: supongo que la licencia tiene que permitir el uso comercial.",
                    f'You say "{words}": I suppose that the licence has to allow commercial use.',
                ),
            )
    return None
