"""The narrow door to language models: text in, a stream of text out, and no provider's exception above this file.

A call runs in a thread of its own, so that a pause, a deadline and a stop are seen whatever the provider's code is doing.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from advisor.answer import faults
from advisor.answer.chunks import Chunk, Filled, Pause, Prompt, Text
from advisor.answer.providers import Connection, Line, build
from advisor.answer.thoughts import without_thoughts
from advisor.domain.answers import Usage
from advisor.domain.cards import Card
from advisor.domain.language import Language, Localised
from advisor.errors import AdvisorError, ModelError, ModelUnavailable

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

PAUSE_S = 0.01
"""Silence after which the stream says that it pauses, so that a finished sentence can be shown."""

STALL_S = 12.0
"""Longest silence within an answer; a model that still loads or thinks has the whole time until its first word."""

_ENDS = (".", "!", "?", "…", ")", "]", "*", "|", "`", ":")
"""How an answer ends. Some servers say no reason for ending; then only an end in mid-sentence counts as cut."""

TRIAL_S = 15.0


class LanguageModel(Protocol):
    """What the rest of the advisor sees of a model. `name` is "provider:model"."""

    @property
    def name(self) -> str: ...

    def prepare(self) -> None:
        """Import and build what a call needs, so that no turn pays for it. Raises ModelError."""
        ...

    def stream(self, prompt: Prompt, deadline: float, stop: threading.Event | None = None) -> Iterator[Chunk]:
        """Text as it comes, until done. `deadline` is in time.monotonic() seconds. Raises ModelError; ends on `stop`."""
        ...

    def fill(self, prompt: Prompt, schema: type, deadline: float, stop: threading.Event | None = None) -> Filled:
        """An object of a pydantic schema. Raises ModelError."""
        ...


class Stopped(ModelError):
    """The person stopped the model: no fault of anybody."""


@dataclass(frozen=True, slots=True, eq=False)
class _Wire:
    """What one call talks through: hanging up on it cuts off no other call."""

    chat: BaseChatModel
    line: Line | None = None


class ChatModel:
    """A LanguageModel through LangChain. Built at the first call; `chat` may be given instead, as tests do.

    Calls may overlap (a sentence is written again while the answer still streams). Each has a wire of its own, which is
    kept for later calls unless it was cut off.
    """

    def __init__(self, connection: Connection, chat: BaseChatModel | None = None) -> None:
        self._connection = connection
        self._idle = [_Wire(chat)] if chat else []
        self._given = chat
        self._keeping = threading.Lock()
        self._stall_s = min(STALL_S, connection.timeout_s)

    def __repr__(self) -> str:
        return f"ChatModel({self.name!r})"

    @property
    def name(self) -> str:
        return self._connection.model

    def prepare(self) -> None:
        try:
            self._keep(self._wire())
        except AdvisorError as error:
            raise faults.translate(error, self.name) from None

    def stream(self, prompt: Prompt, deadline: float, stop: threading.Event | None = None) -> Iterator[Chunk]:
        def produce(wire: _Wire, put: Callable[[Chunk], None], cancelled: threading.Event) -> None:
            finished, tail = False, ""
            for chunk in wire.chat.stream(_messages(prompt)):
                if cancelled.is_set():
                    return
                finished = finished or bool(getattr(chunk, "response_metadata", {}).get("finish_reason"))
                for part in _parts(chunk):
                    tail = part.text if isinstance(part, Text) and part.text.strip() else tail
                    put(part)
            if wire.line is not None and not finished and not tail.rstrip().endswith(_ENDS):
                raise faults.cut(self.name)

        return without_thoughts(self._run(produce, deadline, stop))

    def fill(self, prompt: Prompt, schema: type, deadline: float, stop: threading.Event | None = None) -> Filled:
        from langchain_core.callbacks import UsageMetadataCallbackHandler

        found: list[Mapping[str, Any]] = []
        counter = UsageMetadataCallbackHandler()

        def produce(wire: _Wire, put: Callable[[Chunk], None], cancelled: threading.Event) -> None:  # noqa: ARG001
            method: Any = {"method": "json_schema"} if wire.line is not None else {}
            made = wire.chat.with_structured_output(schema, **method).invoke(
                _messages(prompt), config={"callbacks": [counter]}
            )
            found.append(made.model_dump() if hasattr(made, "model_dump") else dict(made))

        for _ in self._run(produce, deadline, stop, until_first=True):
            pass
        if not found:
            raise faults.empty(self.name)
        spent = [Usage(u["input_tokens"], u["output_tokens"]) for u in counter.usage_metadata.values()]
        return Filled(found[0], sum(spent[1:], spent[0]) if spent else None)

    def close(self) -> None:
        with self._keeping:
            idle, self._idle = self._idle, []
        for wire in idle:
            if wire.line is not None:
                wire.line.close()

    def _wire(self) -> _Wire:
        """An idle wire, or a new one."""
        with self._keeping:
            if self._idle:
                return self._idle.pop()
        return _Wire(self._given) if self._given else _Wire(*build(self._connection))

    def _keep(self, wire: _Wire) -> None:
        with self._keeping:
            self._idle.append(wire)

    def _run(
        self,
        produce: Callable[[_Wire, Callable[[Chunk], None], threading.Event], None],
        deadline: float,
        stop: threading.Event | None,
        until_first: bool = False,
    ) -> Generator[Chunk, None, None]:
        """What `produce` puts, with pauses. The call begins here and now; leaving early, by any way, ends it."""
        mailbox: queue.SimpleQueue[Chunk | BaseException | None] = queue.SimpleQueue()
        cancelled = threading.Event()
        held: list[_Wire] = []

        def work() -> None:
            try:
                held.append(self._wire())
                produce(held[0], mailbox.put, cancelled)
                mailbox.put(None)
            except BaseException as error:  # noqa: BLE001 - a provider may raise anything; it is translated below
                mailbox.put(error)

        threading.Thread(target=work, name="language-model", daemon=True).start()

        def listen() -> Generator[Chunk, None, None]:
            try:
                yield from self._read(mailbox, deadline, stop, until_first)
                self._keep(held[0])
                cancelled.set()
            finally:
                if not cancelled.is_set():
                    cancelled.set()
                    for wire in held:
                        if wire.line is None:
                            self._keep(wire)
                        else:
                            wire.line.close()  # so that the provider stops writing

        return listen()

    def _read(
        self,
        mailbox: queue.SimpleQueue[Chunk | BaseException | None],
        deadline: float,
        stop: threading.Event | None,
        until_first: bool,
    ) -> Iterator[Chunk]:
        last, begun, paused = time.monotonic(), False, True
        while True:
            if stop is not None and stop.is_set():
                raise Stopped("Parado.", "Stopped.")
            try:
                item = mailbox.get(timeout=PAUSE_S)
            except queue.Empty:
                now = time.monotonic()
                if now >= deadline:
                    raise faults.timed_out(self.name) from None
                if begun and not until_first and now - last > self._stall_s:
                    raise faults.stalled(self.name) from None
                if not paused:
                    paused = True
                    yield Pause()
                continue
            if item is None:
                return
            if isinstance(item, BaseException):
                fault = faults.translate(item, self.name)
                raise (faults.cut(self.name) if begun and isinstance(fault, ModelUnavailable) else fault) from None
            if time.monotonic() >= deadline:
                raise faults.timed_out(self.name)
            last, begun, paused = time.monotonic(), True, False
            yield item


def _messages(prompt: Prompt) -> list[tuple[str, str]]:
    return [("system", prompt.system), ("human", prompt.user)]


def _parts(chunk: Any) -> Iterator[Chunk]:
    """The text of a LangChain chunk, without reasoning, and the usage that its last one reports."""
    text = chunk.text if isinstance(chunk.text, str) else chunk.text()
    if text:
        yield Text(text)
    usage = getattr(chunk, "usage_metadata", None)
    if usage:
        yield Usage(int(usage.get("input_tokens") or 0), int(usage.get("output_tokens") or 0))


def priced(usage: Usage, model: str, cards: Sequence[Card]) -> Usage:
    """The usage with its cost, where `model` ("provider:model") is a card's name at that provider and has prices."""
    provider, _, name = model.partition(":")
    card = next((c for c in cards if c.runtimes.get(provider) == name), None)
    price_in = card.number("price_in_usd_per_m") if card else None
    price_out = card.number("price_out_usd_per_m") if card else None
    if usage.usd is not None or price_in is None or price_out is None or provider == "ollama":
        return usage
    return Usage(usage.tokens_in, usage.tokens_out, (usage.tokens_in * price_in + usage.tokens_out * price_out) / 1e6)


@dataclass(frozen=True, slots=True)
class Trial:
    """The result of "test connection". `text` says it to the person."""

    ok: bool
    text: Localised
    seconds: float

    def in_(self, language: Language) -> str:
        return self.text.in_(language)


def test_connection(connection: Connection) -> Trial:
    """Ask the model for one word, for at most TRIAL_S. Never raises an AdvisorError: the result says what is wrong."""
    started = time.monotonic()
    timeout_s = min(TRIAL_S, connection.timeout_s)
    prompt = Prompt("Answer with the single word OK.", "OK?")
    model = ChatModel(connection)
    try:
        heard = any(isinstance(c, Text) and c.text.strip() for c in model.stream(prompt, started + timeout_s))
        if not heard:
            raise faults.empty(connection.model)
    except AdvisorError as error:
        return Trial(False, error.text, time.monotonic() - started)
    finally:
        model.close()
    seconds = time.monotonic() - started
    shown = f"{seconds:.1f}"
    text = Localised(
        f"{connection.model} responde: primera palabra en {shown.replace('.', ',')} s.",
        f"{connection.model} answers: first word in {shown} s.",
    )
    return Trial(True, text, seconds)


test_connection.__test__ = False  # type: ignore[attr-defined]
