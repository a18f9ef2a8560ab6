"""Stop works at once, whatever the model is doing, and what was verified stays."""

from __future__ import annotations

import threading
import time
import uuid

import pytest

from advisor.conversation.deps import Context, Deps, Emit
from advisor.conversation.stop import STOPPED, stoppable
from advisor.conversation.talk import Talk, memory_checkpointer
from advisor.domain.answers import Answer, Evidence
from advisor.domain.needs import Dialogue
from advisor.errors import ModelTimeout


def _slow(evidence: Evidence, emit: Emit) -> Answer:
    emit({"type": "sentence", "text": "Uno. "})
    emit({"type": "sentence", "text": "Dos. "})
    time.sleep(3)
    emit({"type": "sentence", "text": "Nunca. "})
    return Answer("Uno. Dos. Nunca.", (), "fake:model")


def test_a_stopped_turn_keeps_message_needs_and_what_was_said(deps: Deps) -> None:
    talk, thread, stop = Talk(deps, memory_checkpointer()), uuid.uuid4().hex, threading.Event()
    began, said = time.perf_counter(), ""
    for event in talk.stream(thread, "un chatbot en catalán y barato", stoppable(Context(deps, writer=_slow), stop)):
        if event.get("type") == "sentence":
            said += event["text"]
        if said == "Uno. Dos. ":
            stop.set()
        last = event
    assert time.perf_counter() - began < 2.5
    assert last["answer"] == "Uno. Dos. "
    assert STOPPED.es in last["notices"]
    assert last["needs"]["use_case"] == "chatbot"
    assert last["recommendations"]
    kept, dialogue = talk.history(thread)
    assert [entry["role"] for entry in kept] == ["user", "assistant"]
    assert dialogue["needs"]["use_case"] == "chatbot"
    after = talk.ask(thread, "y que también hable gallego")
    assert "gl" in after["needs"]["languages"]


def test_what_comes_after_the_stop_is_not_heard(deps: Deps) -> None:
    heard: list[str] = []
    stop, gone_on = threading.Event(), threading.Event()

    def write(_: Evidence, emit: Emit) -> Answer:
        stop.set()
        time.sleep(0.2)
        emit({"type": "sentence", "text": "late"})
        gone_on.set()
        return Answer("late", (), "fake:model")

    evidence = Evidence("x", "en", ("smalltalk",), Dialogue().needs, (), "2026-11-22", 1)
    answer = stoppable(Context(deps, writer=write), stop).writer(evidence, lambda event: heard.append(event["text"]))
    assert gone_on.wait(2)
    assert heard == []
    assert answer.markdown == ""
    assert answer.notices == (STOPPED.en,)


def test_without_a_stop_nothing_changes_and_errors_pass(deps: Deps) -> None:
    def fail(_: Evidence, __: Emit) -> Answer:
        raise ModelTimeout("tarde", "late")

    evidence = Evidence("x", "en", ("smalltalk",), Dialogue().needs, (), "2026-11-22", 1)
    context = stoppable(Context(deps, writer=fail, proposer=lambda text, dialogue: ((), ())), threading.Event())
    with pytest.raises(ModelTimeout):
        context.writer(evidence, lambda event: None)
    assert context.proposer is not None
    assert context.proposer("x", Dialogue()) == ((), ())
