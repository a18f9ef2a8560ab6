"""Language models that say what a test wants, without a server: the door's shape, and nothing behind it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from advisor.answer.chunks import Chunk, Filled, Pause, Prompt, Text
from advisor.domain.answers import Usage
from advisor.errors import ModelError


@dataclass
class FakeModel:
    """Says `replies` in order, the last for ever; an exception among them is raised. `asked`: the prompts it was given."""

    replies: Sequence[str | ModelError | Mapping[str, Any]]
    size: int = 9
    usage: Usage | None = None
    asked: list[Prompt] = field(default_factory=list)
    name: str = "fake:model"

    def prepare(self) -> None:
        return

    def _next(self, prompt: Prompt) -> str | ModelError | Mapping[str, Any]:
        self.asked.append(prompt)
        return self.replies[min(len(self.asked), len(self.replies)) - 1]

    def stream(self, prompt: Prompt, deadline: float, stop: threading.Event | None = None) -> Iterator[Chunk]:
        reply = self._next(prompt)
        if isinstance(reply, ModelError):
            raise reply
        assert isinstance(reply, str)
        for i in range(0, len(reply), self.size):
            assert time.monotonic() < deadline
            yield Text(reply[i : i + self.size])
            yield Pause()
        if self.usage:
            yield self.usage

    def fill(self, prompt: Prompt, schema: type, deadline: float, stop: threading.Event | None = None) -> Filled:
        reply = self._next(prompt)
        if isinstance(reply, ModelError):
            raise reply
        assert isinstance(reply, Mapping)
        return Filled(reply, self.usage)
