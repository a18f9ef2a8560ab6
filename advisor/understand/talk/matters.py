"""What is asked in passing of a recommendation and stands on no card: who sets it up, what if it fails, how it is paid."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change, ModelMention
from advisor.domain.outlook import Outlook
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_SHORT = 16
"""Words beyond which a turn says more than such a question."""
_BESIDE = frozenset({"local", "priority", "modalities", "latency", "use_case", "commercial_use", "budget_usd_month"})
"""What the words of such a question would be read as."""
VIEWS: dict[str, Outlook] = {"begin": "begin", "sources": "sources", "cheaper": "cheaper"}
"""Cues of questions that the advisor answers otherwise."""
_TOLD = frozenset({"my_specs", "human", "export", "trial", "begin"})
"""What is asked for without a question mark: "mándamelo por correo"."""
_TOPICS = ("topic", "fine_tuning", "training_type")
"""What a question beside it would be about."""
_ANY_TIME = frozenset(
    {"legal", "disclose", "jobs", "my_specs", "energy", "hacked", "kids", "human", "who_are_you", "homework"}
)
"""What may be asked before anything is recommended."""
_UNLESS = {
    "device": wordset("run runs correr corre ejecutar ejecuta install instalar cabe cabria entra fit fits"),
    "at_once": wordset("cuantos cuantas many"),
    "lifespan": wordset("cuando when"),
}
"""Words with which it is asked of the model: whether it fits that device, how many it serves."""
_LOOSE = frozenset({"begin", "others", "rent", "newer", "sources"})
"""Views whose phrases are shorter than a matter's, and give way to it."""


def matter_asked(
    reading: Reading, view: Outlook | None, changes: Sequence[Change], mentions: Sequence[ModelMention]
) -> tuple[Outlook | None, str]:
    """The view that answers it, and its name in knowledge/matters.yaml; (`view`, "") where the turn asks for none of
    them, or tells a need."""
    words = [t.text for t in reading.message.tokens if t.kind == "word"]
    hits = reading.longest("passing")
    if not hits or len(words) > _SHORT or mentions or (view and view not in _LOOSE):
        return view, ""
    hit = max(hits, key=lambda h: h.length)
    if not reading.dialogue.shown and (hit.value not in _ANY_TIME or {c.key for c in changes} - {"commercial_use"}):
        return view, ""
    if view and max((h.length for h in reading.of("outlook", view)), default=0) > hit.length:
        return view, ""
    covered = {i for h in hits for i in range(h.start, h.end)}
    if any(not set(range(h.start, h.end)) & covered for kind in _TOPICS for h in reading.of(kind)):
        return view, ""
    named = any(taken and i not in covered for i, taken in enumerate(reading.taken))
    counted = any(n.start not in covered and n.value != 1 for n in reading.numbers)
    if named or counted or {c.key for c in changes} - _BESIDE:
        return view, ""
    wishes = reading.has("scope", "want") or changes
    if not reading.message.questions and (hit.value not in _TOLD or wishes):
        return view, ""
    if set(words) & _UNLESS.get(hit.value, frozenset()):
        return view, ""
    return VIEWS.get(hit.value, "matter"), hit.value
