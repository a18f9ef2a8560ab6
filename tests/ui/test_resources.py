from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

import advisor.conversation.assemble as assembling
from advisor.errors import AdvisorError, KnowledgeError
from advisor.settings import Settings
from advisor.ui import resources


@pytest.fixture(autouse=True)
def fresh(settings: Settings) -> Iterator[None]:
    resources.use(None, settings)
    yield
    resources.use(None, None)


def test_who_waited_for_a_failure_is_told_at_once_and_who_comes_later_tries_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries, begun, go_on = [], threading.Event(), threading.Event()

    def broken(_: object) -> object:
        tries.append(len(tries))
        begun.set()
        go_on.wait(5)
        raise KnowledgeError(f"falla {len(tries)}", f"failure {len(tries)}")

    monkeypatch.setattr(assembling, "assemble", broken)
    told: list[str] = []

    def visit() -> None:
        try:
            resources.talk()
        except AdvisorError as error:
            told.append(error.in_("en"))

    visitors = [threading.Thread(target=visit) for _ in range(3)]
    for visitor in visitors:
        visitor.start()
        begun.wait(5)
    # The second and third must be at the lock before the first fails.
    threading.Event().wait(0.2)
    go_on.set()
    for visitor in visitors:
        visitor.join(5)
    assert told == ["failure 1"] * 3
    visit()
    assert told[-1] == "failure 2"
