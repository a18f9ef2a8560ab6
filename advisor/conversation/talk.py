"""The door to the conversation: ask, edit, read back, forget."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import BaseCheckpointSaver

from advisor.conversation.deps import Context, Deps
from advisor.conversation.graph import build
from advisor.conversation.state import Edit, State, dialogue_from_json
from advisor.domain.advice import ParetoPoint, WhatIf
from advisor.domain.needs import Dialogue
from advisor.errors import InputError

MAX_CHARACTERS = 60_000
"""Longer messages are refused with a clear error: nobody can check what was understood of them."""


class Talk:
    """Conversations by thread id over one set of Deps. Threads are independent; one turn at a time within a thread."""

    def __init__(self, deps: Deps, checkpointer: BaseCheckpointSaver[Any]) -> None:
        self.deps = deps
        self._checkpointer = checkpointer
        self._graph = build(checkpointer)

    def ask(self, thread: str, text: str, context: Context | None = None) -> dict[str, Any]:
        """One turn: the contract's `ask` object. Raises InputError, StoreError; the conversation stays as it was."""
        *_, last = self.stream(thread, text, context)
        return last

    def stream(
        self,
        thread: str,
        text: str,
        context: Context | None = None,
        preferred: str = "",
        weights: Mapping[str, float] | None = None,
    ) -> Iterator[dict[str, Any]]:
        """The writer's events as they come ({"type": ...}), and last the turn's object."""
        if len(text) > MAX_CHARACTERS:
            raise InputError(
                f"El mensaje tiene {len(text)} caracteres y el máximo es {MAX_CHARACTERS}: envía solo la parte que importa.",
                f"The message has {len(text)} characters and the limit is {MAX_CHARACTERS}: send only the part that matters.",
            )
        state: State = {"text": text, "preferred": preferred, "edits": None, "weights": dict(weights or {})}
        yield from self._run(thread, state, context)

    def edit(
        self, thread: str, edits: list[Edit], preferred: str = "", weights: Mapping[str, float] | None = None
    ) -> dict[str, Any]:
        """Needs changed or assumptions dropped in the panel: a turn without a message, always written offline."""
        state: State = {"text": "", "preferred": preferred, "edits": edits, "weights": dict(weights or {})}
        *_, last = self._run(thread, state, None)
        return last

    def _run(self, thread: str, state: State, context: Context | None) -> Iterator[dict[str, Any]]:
        started = time.perf_counter()
        config: RunnableConfig = {"configurable": {"thread_id": thread}}
        transcript: list[dict[str, Any]] = []
        chunks: Iterator[Any] = self._graph.stream(
            state, config, context=context or Context(self.deps), stream_mode=["custom", "values"], durability="exit"
        )
        for mode, chunk in chunks:
            if mode == "custom":
                yield chunk
            else:
                transcript = chunk.get("transcript", transcript)
        turn = {key: value for key, value in transcript[-1].items() if key != "role"}
        yield {"session": thread, **turn, "ms": round((time.perf_counter() - started) * 1000, 1)}

    def transcript(self, thread: str) -> list[dict[str, Any]]:
        """What was said, oldest first; empty for an unknown thread."""
        return list(self._values(thread).get("transcript", []))

    def dialogue(self, thread: str) -> dict[str, Any]:
        """Needs, quotes, assumptions and the rest, as JSON; empty for an unknown thread."""
        return dict(self._values(thread).get("dialogue", {}))

    def history(self, thread: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        """Transcript and dialogue, read at once."""
        values = self._values(thread)
        return list(values.get("transcript", [])), dict(values.get("dialogue", {}))

    def what_if(self, thread: str) -> tuple[WhatIf, ...]:
        """Changes that would put another model first for the needs so far, by the weights of the last turn."""
        now, weights = self._now(thread), self._values(thread).get("weights") or None
        return self.deps.scorer.what_if(
            now.needs, weights=weights, devices=now.devices, today=self.deps.today(), granted=now.granted
        )

    def pareto(self, thread: str) -> tuple[ParetoPoint, ...]:
        """Models that meet the needs so far and that no other beats on two things at once."""
        now = self._now(thread)
        return self.deps.scorer.pareto(now.needs, devices=now.devices, today=self.deps.today(), granted=now.granted)

    def _now(self, thread: str) -> Dialogue:
        return dialogue_from_json(self._values(thread).get("dialogue"), self.deps.device_by_id, None)

    def forget(self, thread: str) -> None:
        self._checkpointer.delete_thread(thread)

    def _values(self, thread: str) -> Mapping[str, Any]:
        return self._graph.get_state({"configurable": {"thread_id": thread}}).values
