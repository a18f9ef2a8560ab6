"""The graph's state, and the way of a Dialogue into plain JSON and back.

Only plain JSON is checkpointed; the values that travel between nodes of one turn are untracked.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Annotated, Any, TypedDict

from langgraph.channels import UntrackedValue

from advisor.domain.answers import Answer, Evidence
from advisor.domain.hardware import Device, OwnedDevice
from advisor.domain.language import Language, Localised
from advisor.domain.needs import Assumption, Dialogue, Needs, Purse, Understanding, checked
from advisor.domain.which import Which


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
        "quoted": list(dialogue.quoted),
        "asked": dialogue.asked,
        "turns": dialogue.turns,
        "devices": _devices_to_json(dialogue.devices),
        "dropped": list(dialogue.dropped),
        "granted": [
            [a.key, list(a.value) if isinstance(a.value, tuple) else a.value, a.reason.es, a.reason.en]
            for a in dialogue.assumed
        ],
        "questions": list(dialogue.questions),
        "supposed": {k: list(v) if isinstance(v, tuple) else v for k, v in dialogue.supposed.items()},
        "firm_devices": _devices_to_json(dialogue.firm_devices),
        "spent": dialogue.spent,
        "sized": dialogue.sized,
        "machines": dialogue.machines,
        "purse": asdict(dialogue.purse) if dialogue.purse else None,
        "ranked": list(dialogue.ranked),
        "which": asdict(dialogue.which) if dialogue.which else None,
    }


def _devices_to_json(held: tuple[OwnedDevice, ...]) -> list[tuple[str, float, int]]:
    return [(d.device.id, d.memory_gb, d.count) for d in held]


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
        quoted=tuple(raw.get("quoted", ())),
        asked=raw["asked"],
        turns=raw["turns"],
        devices=_devices_from_json(raw["devices"], devices),
        dropped=tuple(raw["dropped"]),
        assumed=tuple(
            Assumption(key, checked(key, value), Localised(es, en)) for key, value, es, en in raw.get("granted", ())
        ),
        questions=tuple(raw["questions"]),
        supposed={k: tuple(v) if isinstance(v, list) else v for k, v in raw.get("supposed", {}).items()},
        firm_devices=_devices_from_json(raw.get("firm_devices", ()), devices),
        spent=raw.get("spent", ""),
        sized="ram_gb" if raw.get("sized") else "",
        machines=raw.get("machines", ""),
        purse=Purse(**raw["purse"]) if raw.get("purse") else None,
        ranked=tuple(raw.get("ranked", ())),
        which=_which(raw.get("which")),
    )


def _which(raw: Mapping[str, Any] | None) -> Which | None:
    return Which(**{**raw, "among": tuple(raw["among"])}) if raw else None


def _devices_from_json(
    held: Iterable[tuple[str, float, int]], devices: Mapping[str, Device]
) -> tuple[OwnedDevice, ...]:
    return tuple(OwnedDevice(devices[i], memory, count) for i, memory, count in held if i in devices)
