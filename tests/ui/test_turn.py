from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from advisor.errors import StoreError
from advisor.ui.turn import Turn


def test_events_come_in_order_and_then_it_ends() -> None:
    stop = threading.Event()

    def events() -> Iterator[dict[str, Any]]:
        yield from ({"n": n} for n in range(3))

    turn = Turn(events, stop)
    assert [event for event in turn if event] == [{"n": 0}, {"n": 1}, {"n": 2}]
    assert turn.error is None


def test_the_page_is_woken_while_nothing_comes() -> None:
    stop = threading.Event()

    def events() -> Iterator[dict[str, Any]]:
        stop.wait(0.35)
        yield {"n": 1}

    woken = [event for event in Turn(events, stop) if event is None]
    assert len(woken) >= 2


def test_stop_reaches_the_turn_and_waits_until_it_is_kept() -> None:
    stop = threading.Event()
    kept: list[str] = []

    def events() -> Iterator[dict[str, Any]]:
        yield {"n": 1}
        stop.wait(10)
        time.sleep(0.05)
        kept.append("kept")

    turn = Turn(events, stop)
    next(iter(turn))
    began = time.perf_counter()
    turn.stop()
    assert kept == ["kept"]
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("error", [StoreError("roto", "broken"), ValueError("odd")])
def test_an_error_ends_it_and_is_kept(error: Exception) -> None:
    stop = threading.Event()

    def events() -> Iterator[dict[str, Any]]:
        yield {"n": 1}
        raise error

    turn = Turn(events, stop)
    assert len([event for event in turn if event]) == 1
    assert turn.error is error
    assert turn.explained is (error if isinstance(error, StoreError) else None)
