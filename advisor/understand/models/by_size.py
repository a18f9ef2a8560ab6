"""A model that was shown, pointed at by its size: "el 120b", "the 31B one"."""

from __future__ import annotations

import re

from advisor.understand.models.names import NameIndex
from advisor.understand.words.numbers import numerals
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_POINTING = wordset("el la the del al ese esa that lo")


def pointed_by_size(reading: Reading, names: NameIndex) -> list[tuple[int, int, str]]:
    """Spans with the card id of the only model talked about, shown or named before whose name holds that size."""
    dialogue, words = reading.dialogue, reading.message.words
    if not reading.of("unit", "params"):
        return []
    before = [model for name in dialogue.needs.names("mentioned_models") for model in names.resolve(name)[:1]]
    talked = tuple(dict.fromkeys((*dialogue.focus, *dialogue.shown, *before)))
    units = {h.start: h for h in reading.of("unit", "params")}
    found = []
    for number in numerals(reading.message):
        unit = units.get(number.end)
        if unit is None or not number.start or words[number.start - 1] not in _POINTING:
            continue
        size = re.compile(rf"(?<![\d.a-z]){re.escape(f'{number.value:g}')}b(?![a-z0-9])")
        fitting = [model for model in talked if size.search(model.rpartition("/")[2])]
        if len(fitting) == 1:
            found.append((number.start, unit.end, fitting[0]))
    return found
