"""One turn running beside the page, so that the page hears "stop" at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import Any

from advisor.errors import AdvisorError

Events = Callable[[], Iterator[dict[str, Any]]]
GIVE_UP_S = 5.0
"""How long a stopped turn may take to be kept before the page goes on without it."""
_TICK_S = 0.1


class Turn:
    """Runs `events()` to its end in a thread. Iterating yields its events, and None each tenth of a second.

    `stop` is what the events' own work watches.
    """

    def __init__(self, events: Events, stop: threading.Event) -> None:
        self._stop = stop
        self._queue: SimpleQueue[dict[str, Any] | None] = SimpleQueue()
        self.error: Exception | None = None
        self._thread = threading.Thread(target=self._run, args=(events,), name="turn", daemon=True)
        self._thread.start()

    def _run(self, events: Events) -> None:
        try:
            for event in events():
                self._queue.put(event)
        except Exception as error:  # noqa: BLE001 told by the page, whatever it is
            self.error = error
        finally:
            self._queue.put(None)

    def __iter__(self) -> Iterator[dict[str, Any] | None]:
        while True:
            try:
                event = self._queue.get(timeout=_TICK_S)
            except Empty:
                yield None
                continue
            if event is None:
                return
            yield event

    def stop(self) -> None:
        """Asks it to end, and waits until what it has is kept."""
        self._stop.set()
        self._thread.join(GIVE_UP_S)

    @property
    def explained(self) -> AdvisorError | None:
        """The error where it can be shown to a person as it is."""
        return self.error if isinstance(self.error, AdvisorError) else None
