"""Talks over the real knowledge: one door a module, one thread a test."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from advisor.conversation.checkpoints import memory_checkpointer
from advisor.conversation.deps import Deps
from advisor.conversation.talk import Talk


@pytest.fixture(scope="module")
def talk(deps: Deps) -> Talk:
    return Talk(deps, memory_checkpointer())


@pytest.fixture
def thread() -> str:
    return uuid.uuid4().hex


@pytest.fixture
def ask(talk: Talk, thread: str) -> Callable[[str], dict[str, Any]]:
    return lambda text: talk.ask(thread, text)
