"""A later message that changes nothing, and can be answered all the same, is answered."""

from __future__ import annotations

import uuid

import pytest

from advisor.conversation.checkpoints import memory_checkpointer
from advisor.conversation.deps import Deps
from advisor.conversation.talk import Talk


@pytest.mark.parametrize(
    ("first", "then", "told", "unread"),
    [
        ("un tutor de mates para un colegio", "los niños usan tabletas", "navegador", "No leo"),
        ("a maths tutor for a school", "the children use tablets", "browser", "I read no new"),
    ],
)
def test_the_machine_that_anybody_has(deps: Deps, first: str, then: str, told: str, unread: str) -> None:
    talk, thread = Talk(deps, memory_checkpointer()), uuid.uuid4().hex
    talk.ask(thread, first)
    answer = talk.ask(thread, then)["answer"]
    assert told in answer
    assert unread not in answer
