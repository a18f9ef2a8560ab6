"""A model that was shown and is to be shown no more: "quita el primero", "el tercero lo descarto", "no quiero el segundo"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.domain.needs import Change, ModelMention
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading

_BESIDE = 2
"""Words between the model pointed at and what is to become of it."""
_WITHOUT = (("sin",), ("without",))


def read_let_go(reading: Reading, mentions: Sequence[ModelMention], names: Mapping[str, str]) -> list[Change]:
    """The models pointed at are excluded, by their `names` (by card id). A question drops none ("¿por qué no el segundo?")."""
    if reading.message.questions:
        return []
    pointed = {m.quote: m.models[0] for m in mentions if len(m.models) == 1 and m.models[0] in reading.dialogue.shown}
    changes = []
    for hit in reading.of("act", "refer"):
        model = pointed.get(reading.quote(hit.start, hit.end))
        if model and model in names and _is_dropped(reading, hit):
            changes.append(reading.change("add", "excluded_models", (names[model],), *reading.sentence(hit.start)))
    return changes


def _is_dropped(reading: Reading, hit: Hit) -> bool:
    words, (start, end) = reading.message.words, reading.sentence(hit.start)
    near = [h for h in reading.of("let_go") if start <= h.start and h.end <= end]
    if any(-hit.length <= hit.start - h.end <= _BESIDE or 0 <= h.start - hit.end <= _BESIDE for h in near):
        return True
    refused = words[max(hit.start - 1, start) : hit.start] in _WITHOUT or reading.has(
        "scope", "want", start=start, end=end
    )
    return hit.length > 1 and refused and reading.polarity(hit.start, hit.end) == "no"
