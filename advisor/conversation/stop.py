"""Stopping a turn at once: what was verified stays, what is missing is left out, and the conversation goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextvars import copy_context
from dataclasses import replace
from typing import Any, TypeVar

from advisor.answer.compose import sources_of
from advisor.conversation.deps import Context, Emit, Proposer, Writer
from advisor.domain.answers import Answer, Evidence
from advisor.domain.language import Localised
from advisor.domain.needs import Change, Dialogue

STOPPED = Localised(
    "Has detenido la respuesta: queda lo que ya estaba comprobado.",
    "You stopped the answer: what had been checked by then stays.",
)
_POLL_S = 0.05

T = TypeVar("T")


def stoppable(context: Context, stop: threading.Event) -> Context:
    """The same context, whose writer and proposer give up as soon as `stop` is set, whatever a model is doing."""
    return replace(
        context,
        writer=_writer(context.writer, stop),
        proposer=_proposer(context.proposer, stop) if context.proposer else None,
    )


def _writer(write: Writer, stop: threading.Event) -> Writer:
    def written(evidence: Evidence, emit: Emit) -> Answer:
        sentences: list[str] = []

        def passed_on(event: dict[str, Any]) -> None:
            if stop.is_set():
                return
            if event.get("type") == "sentence":
                sentences.append(event["text"])
            emit(event)

        answer = _unless(stop, lambda: write(evidence, passed_on))
        if answer is not None:
            return answer
        return Answer(
            markdown="".join(sentences),
            sources=sources_of(evidence) if sentences else (),
            mode=context_mode(write),
            notices=(*(n.in_(evidence.language) for n in evidence.notices), STOPPED.in_(evidence.language)),
        )

    return written


def context_mode(write: Writer) -> str:
    """ "provider:model" of a writer that says so, else "offline"."""
    return str(getattr(write, "mode", "offline"))


def _proposer(propose: Proposer, stop: threading.Event) -> Proposer:
    def proposed(text: str, dialogue: Dialogue) -> tuple[tuple[Change, ...], tuple[Localised, ...]]:
        return _unless(stop, lambda: propose(text, dialogue)) or ((), ())

    return proposed


def _unless(stop: threading.Event, call: Callable[[], T]) -> T | None:
    """What the call gives, or None where `stop` comes first; the abandoned call ends by its own time limit, unheard."""
    future: Future[T] = Future()
    run = copy_context().run

    def work() -> None:
        try:
            future.set_result(run(call))
        except BaseException as error:  # noqa: BLE001 handed to whoever waits
            future.set_exception(error)

    threading.Thread(target=work, name="model-turn", daemon=True).start()
    while not stop.is_set():
        if wait((future,), timeout=_POLL_S).done:
            return future.result()
    return None
