"""One model at home and another over an API: both are recommended where both are asked for."""

from __future__ import annotations

import uuid

import pytest

from advisor.conversation.both_ways import the_other_way, wants_both
from advisor.conversation.checkpoints import memory_checkpointer
from advisor.conversation.deps import Deps
from advisor.conversation.talk import Talk
from advisor.domain.needs import Needs


@pytest.mark.parametrize(
    "text",
    [
        "uno en local para las nóminas y otro por API para el resto",
        "parte en mi servidor y parte en la nube",
        "algo híbrido entre local y nube",
        "local for patient notes and a cloud API for everything else",
        "we keep one on our own server and use a hosted one for peaks",
    ],
)
def test_both_are_wanted(text: str) -> None:
    assert wants_both(text)


@pytest.mark.parametrize(
    "text",
    [
        "¿en local o por API?",
        "en local, y nada de nube",
        "is it better locally or via an API?",
        "local only, and no cloud",
        "búsqueda híbrida en postgres",
        "una API barata y rápida",
    ],
)
def test_either_or_one_is_not_both(text: str) -> None:
    assert not wants_both(text)


def test_over_an_api_nothing_of_the_machine_counts() -> None:
    needs = Needs.of({"use_case": "coding", "local": True, "vram_gb": 24, "priority": ["privacy", "quality"]})
    other = the_other_way(needs, at_home=True)
    assert dict(other.values) == {"use_case": "coding", "local": False, "priority": ("quality",)}
    assert the_other_way(Needs.of({"use_case": "coding"}), at_home=False).flag("local") is True


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("para programar, en local con una 4090 lo delicado y una API para lo demás", "por API:**"),
        ("for coding, local on my 4090 for what is delicate and an API for the rest", "over an API:**"),
    ],
)
def test_the_answer_tells_both(deps: Deps, text: str, lead: str) -> None:
    told = Talk(deps, memory_checkpointer()).ask(uuid.uuid4().hex, text)
    assert lead in told["answer"]
    assert told["recommendations"][0]["fit"]
