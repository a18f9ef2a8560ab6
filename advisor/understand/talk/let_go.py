"""A model that was shown and is to be shown no more: "quita el primero", "el tercero lo descarto", "no quiero el segundo"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from advisor.domain.needs import Change, ModelMention
from advisor.understand.words.reading import Reading


def read_let_go(reading: Reading, mentions: Sequence[ModelMention], name_of: Callable[[str], str]) -> list[Change]:
    """The models pointed at are excluded by their names. A question drops none ("¿por qué no el segundo?")."""
    if reading.message.questions:
        return []
    pointed = {m.quote: m.models[0] for m in mentions if len(m.models) == 1 and m.models[0] in reading.dialogue.shown}
    changes = []
    for hit in reading.of("act", "refer"):
        model = pointed.get(reading.quote(hit.start, hit.end))
        start, end = reading.sentence(hit.start)
        dropped = reading.has("let_go", start=start, end=end) or reading.polarity(hit.start, hit.end) == "no"
        if model and dropped:
            changes.append(reading.change("add", "excluded_models", (name_of(model),), start, end))
    return changes
