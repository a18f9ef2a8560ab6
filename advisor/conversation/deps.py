"""What the conversation needs to do its work, opened once and passed along in one typed value."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from advisor.domain.answers import Answer, Evidence
from advisor.domain.cards import Catalogue
from advisor.domain.hardware import Device
from advisor.domain.language import Localised
from advisor.domain.needs import Change, Dialogue
from advisor.domain.outlook import Matter
from advisor.domain.passages import Guide
from advisor.settings import Settings

if TYPE_CHECKING:
    from advisor.answer.claims.vocabulary import Vocabulary
    from advisor.library.shelf import Library
    from advisor.scoring.engine import Scorer
    from advisor.understand.models.asked import AskedFields
    from advisor.understand.reader import Reader

Progress = Callable[[float, Localised], None]


def local_today() -> str:
    return date.today().isoformat()


@dataclass(repr=False, eq=False)
class Deps:
    """`open_library` is called at the first search, or by `warm`, and only once."""

    settings: Settings
    catalogue: Catalogue
    guide: Guide
    devices: tuple[Device, ...]
    reader: Reader
    scorer: Scorer
    asked: AskedFields
    matters: Mapping[str, Matter]
    open_library: Callable[[Progress | None], Library]
    today: Callable[[], str] = local_today
    vocabulary: Vocabulary | None = None
    """Made at the first turn with a language model."""
    _library: Library | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def library(self, progress: Progress | None = None) -> Library:
        with self._lock:
            if self._library is None:
                self._library = self.open_library(progress)
            return self._library

    @property
    def library_is_open(self) -> bool:
        return self._library is not None

    def warm(self) -> None:
        """Open the library in the background, so that the first search does not wait for it.

        A failure is kept quiet here because the first search meets the same error and reports it.
        """

        def open_quietly() -> None:
            from advisor.errors import AdvisorError

            try:
                self.library()
            except AdvisorError:
                return

        threading.Thread(target=open_quietly, name="open-library", daemon=True).start()

    def close(self) -> None:
        with self._lock:
            if self._library is not None:
                self._library.close()
                self._library = None

    @cached_property
    def hosts(self) -> tuple[str, ...]:
        from advisor.conversation.hosts import hosts_of

        return hosts_of(self.catalogue)

    @cached_property
    def device_by_id(self) -> Mapping[str, Device]:
        return {device.id: device for device in self.devices}


Emit = Callable[[dict[str, Any]], None]
Writer = Callable[[Evidence, Emit], Answer]
"""Writes the answer out of the evidence; what it emits on the way (sentences, corrections) goes to the page at once."""

Proposer = Callable[[str, Dialogue], tuple[tuple[Change, ...], tuple[Localised, ...]]]
"""A language model's reading of a message: the changes that it proposes, and what the person should know of its faults."""


def offline(evidence: Evidence, emit: Emit) -> Answer:  # noqa: ARG001 the templates are done before there is anything to stream
    from advisor.answer.compose import compose

    return compose(evidence)


@dataclass(frozen=True)
class Context:
    """What one turn runs with. Writer and proposer change with the model that a person chose; the rest is shared."""

    deps: Deps
    writer: Writer = offline
    proposer: Proposer | None = None
