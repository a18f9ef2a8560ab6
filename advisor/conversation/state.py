"""The graph's state, and the way of a Dialogue into plain JSON and back.

Only plain JSON is checkpointed; the values that travel between nodes of one turn are untracked.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from typing import Annotated, Any, TypedDict

from langgraph.channels import UntrackedValue

from advisor.domain.answers import Answer, Evidence
from advisor.domain.hardware import Device, OwnedDevice
from advisor.domain.language import Language
from advisor.domain.needs import Dialogue, Needs, Understanding


class Edit(TypedDict):
    """A change made in the page's panel. `value` None removes; `assumed` marks an assumption that is dropped."""

    key: str
    value: Any
    assumed: bool


class State(TypedDict, total=False):
    """`dialogue` is what the conversation has established; `transcript` what was said and shown, oldest first."""

    text: str
    edits: list[Edit] | None
    """The panel's changes of this turn, which may be none (only weights moved); None where a message was written."""
    preferred: str
    """The page's language: a prior for short messages, and the language of messages that have none."""
    weights: dict[str, float]
    dialogue: dict[str, Any]
    transcript: Annotated[list[dict[str, Any]], operator.add]
    before: Annotated[Dialogue, UntrackedValue]
    understanding: Annotated[Understanding, UntrackedValue]
    evidence: Annotated[Evidence, UntrackedValue]
    answer: Annotated[Answer, UntrackedValue]


def dialogue_to_json(dialogue: Dialogue) -> dict[str, Any]:
    return {
        "needs": dialogue.needs.to_json(),
        "quotes": dict(dialogue.quotes),
        "language": dialogue.language,
        "shown": list(dialogue.shown),
        "focus": list(dialogue.focus),
        "asked": dialogue.asked,
        "turns": dialogue.turns,
        "devices": [[d.device.id, d.memory_gb, d.count] for d in dialogue.devices],
        "dropped": list(dialogue.dropped),
        "questions": list(dialogue.questions),
    }


def dialogue_from_json(
    raw: Mapping[str, Any] | None, devices: Mapping[str, Device], preferred: Language | None
) -> Dialogue:
    """The stored dialogue; devices that have left the hardware file since are left out."""
    if not raw:
        return Dialogue(language=preferred)
    return Dialogue(
        needs=Needs.of(raw["needs"]),
        quotes=raw["quotes"],
        language=raw["language"],
        shown=tuple(raw["shown"]),
        focus=tuple(raw["focus"]),
        asked=raw["asked"],
        turns=raw["turns"],
        devices=tuple(OwnedDevice(devices[i], memory, count) for i, memory, count in raw["devices"] if i in devices),
        dropped=tuple(raw["dropped"]),
        questions=tuple(raw["questions"]),
    )
