"""A speed is asked for at home, and nobody has said on which machine: that is what is asked back."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from advisor.conversation.checkpoints import memory_checkpointer
from advisor.conversation.deps import Deps
from advisor.conversation.talk import Talk


@pytest.fixture(scope="module")
def talk(deps: Deps) -> Talk:
    return Talk(deps, memory_checkpointer())


def _asked(talk: Talk, text: str, session: str) -> dict[str, Any]:
    return talk.ask(session, text)


@pytest.mark.parametrize(
    ("text", "told", "then"),
    [
        ("un modelo local para programar a 30 tokens por segundo como mínimo", "no sé cuál es", "una 4090"),
        ("a local coding model with at least 30 tokens per second", "I do not know which it is", "a 4090"),
    ],
)
def test_the_machine_is_asked_for(talk: Talk, text: str, told: str, then: str) -> None:
    session = uuid.uuid4().hex
    first = _asked(talk, text, session)
    assert told in first["answer"]
    assert (first["recommendations"], bool(first["question"])) == ([], True)
    second = _asked(talk, then, session)
    assert second["needs"]["vram_gb"] == 24
    assert second["recommendations"]


def test_where_no_machine_would_help_none_is_asked_for(talk: Talk) -> None:
    told = _asked(talk, "a local model of at least 400B at 50 tokens per second", uuid.uuid4().hex)
    assert (told["recommendations"], told["question"]) == ([], None)
