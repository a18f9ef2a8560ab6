"""What all visitors share: opened once in the background, closed with the process."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from advisor.domain.language import Localised
from advisor.errors import AdvisorError

if TYPE_CHECKING:
    from advisor.conversation.talk import Talk
    from advisor.settings import Settings


@dataclass
class _Shelf:
    """The state of opening. `progress` is (share, text) while the library is being built, else None."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    settings: Settings | None = None
    talk: Talk | None = None
    opener: threading.Thread | None = None
    progress: tuple[float, Localised] | None = None
    attempts: int = 0
    failure: AdvisorError | None = None


_shelf = _Shelf()


def settings() -> Settings:
    """Read from the environment once. Raises SettingsError."""
    from advisor import settings as module

    if _shelf.settings is None:
        _shelf.settings = module.read(os.environ)
    return _shelf.settings


def talk() -> Talk:
    """The conversations over one set of Deps. Raises AdvisorError where knowledge, settings or the database are wrong.

    It is tried anew each time, but whoever waited for an attempt that failed is told so at once.
    """
    asked_at = _shelf.attempts
    with _shelf.lock:
        if _shelf.talk is None and _shelf.failure is not None and _shelf.attempts > asked_at:
            raise _shelf.failure
        if _shelf.talk is None:
            from advisor.conversation.assemble import assemble
            from advisor.conversation.checkpoints import open_checkpointer
            from advisor.conversation.talk import Talk

            try:
                _shelf.talk = Talk(assemble(settings()), open_checkpointer(settings()))
            except AdvisorError as error:
                _shelf.failure = error
                raise
            finally:
                _shelf.attempts += 1
        return _shelf.talk


def is_open() -> bool:
    return _shelf.talk is not None


def open_library() -> None:
    """Starts opening the library beside the page, once; a failure is met again, and told, at the first search."""
    deps = talk().deps

    def note(share: float, text: Localised) -> None:
        _shelf.progress = (share, text) if share < 1 else None

    def run() -> None:
        try:
            deps.library(note)
        except AdvisorError:
            pass  # The search that needs it meets the same error and reports it.
        finally:
            _shelf.progress, _shelf.opener = None, None

    with _shelf.lock:
        if _shelf.opener is None and not deps.library_is_open:
            _shelf.opener = threading.Thread(target=run, name="open-library", daemon=True)
            _shelf.opener.start()


def progress() -> tuple[float, Localised] | None:
    """How far the library is with being built, and what it is at; None where it is not being built."""
    return _shelf.progress


def warm() -> None:
    """Imports and opens everything at the server's start, so that the first visitor does not wait for it."""

    def run() -> None:
        try:
            talk()
            open_library()
        except AdvisorError:
            return  # The page meets the same error and shows it.

    threading.Thread(target=run, name="warm", daemon=True).start()


def use(talk: Talk | None, settings: Settings | None) -> None:
    """Puts other resources in place, for tests; None: they are opened anew at the next call."""
    global _shelf  # noqa: PLW0603 one shelf a process is the point
    _shelf = _Shelf(talk=talk, settings=settings)


def close() -> None:
    """Gives the store free for another process. One that is still being built is left to the end of this process."""
    if _shelf.talk is not None and _shelf.opener is None:
        _shelf.talk.deps.close()
