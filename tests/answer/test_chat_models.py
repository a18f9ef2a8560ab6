"""The door: names, packages, keys and errors, without a server."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from advisor.answer import faults
from advisor.answer.chunks import Pause, Prompt, Text
from advisor.answer.models import ChatModel, Stopped, priced
from advisor.answer.models import test_connection as try_connection
from advisor.answer.providers import PROVIDERS, Connection, build, find_ollama, is_local
from advisor.domain.answers import Usage
from advisor.domain.language import LANGUAGES
from advisor.errors import (
    AdvisorError,
    InputError,
    ModelError,
    ModelNonsense,
    ModelRefused,
    ModelTimeout,
    ModelUnavailable,
)
from tests.evals.grounding.cards import GPT, QWEN

KEY = "sk-very-secret-0123456789"
PROMPT = Prompt("system", "user")


def soon() -> float:
    return time.monotonic() + 5


def test_langchains_own_fake_streams_through_the_door() -> None:
    chat = GenericFakeChatModel(messages=iter([AIMessage("Hola, esto es una prueba.")]))
    chunks = list(ChatModel(Connection("fake:x"), chat).stream(PROMPT, soon()))
    assert "".join(c.text for c in chunks if isinstance(c, Text)) == "Hola, esto es una prueba."


class Raising(GenericFakeChatModel):
    error: Any = None

    def _stream(self, *_: Any, **__: Any) -> Iterator[Any]:
        raise self.error


def status(code: int, headers: dict[str, str] | None = None, text: str = f"bad {KEY}") -> Exception:
    request = httpx.Request("POST", "http://x/v1")
    return httpx.HTTPStatusError(text, request=request, response=httpx.Response(code, headers=headers, request=request))


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (status(401), ModelRefused, "key"),
        (status(403), ModelRefused, "permission"),
        (status(404), ModelRefused, "no such model"),
        (status(429), ModelRefused, "too many"),
        (status(429, {"retry-after": "17"}), ModelRefused, "wait 17 s"),
        (status(400), ModelRefused, "400"),
        (status(400, text="maximum context length is 4096 tokens"), ModelRefused, "does not fit the context"),
        (status(500), ModelUnavailable, "500"),
        (status(503), ModelUnavailable, "503"),
        (httpx.ConnectError(KEY), ModelUnavailable, "no connection"),
        (httpx.ReadTimeout(KEY), ModelTimeout, "too long"),
        (ValueError(KEY), ModelNonsense, "cannot be used"),
        (RuntimeError(KEY), ModelUnavailable, "RuntimeError"),
    ],
)
def test_every_exception_is_translated_and_no_key_is_told(error: Exception, kind: type[ModelError], words: str) -> None:
    chat = Raising(messages=iter([]), error=error)
    with pytest.raises(kind) as caught:
        list(ChatModel(Connection("openai:x", key=KEY), chat).stream(PROMPT, soon()))
    assert words in str(caught.value)
    for language in LANGUAGES:
        assert KEY not in caught.value.in_(language)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_key_shows_nowhere() -> None:
    connection = Connection("openai:gpt-x", "http://127.0.0.1:9/v1", KEY)
    model = ChatModel(connection)
    model.prepare()
    assert KEY not in repr(connection) + repr(model) + str(model.__dict__)


@pytest.mark.parametrize(
    "url", ["ftp://x", "127.0.0.1:1234", "http://", f"http://u:{KEY}@host/v1", f"https://host/v1?key={KEY}"]
)
def test_an_address_that_is_none_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(InputError) as caught:
        build(Connection("openai:x", url, "k"))
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("name", ["", "openai", "openai:", ":gpt", "  "])
def test_a_name_needs_provider_and_model(name: str) -> None:
    with pytest.raises(InputError):
        build(Connection(name))


@pytest.mark.parametrize(
    ("name", "extra"),
    [("anthropic:claude-x", "anthropic"), ("google:gemini-x", "google"), ("google_genai:gemini-x", "google")],
)
def test_a_missing_package_is_said_with_the_command(name: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advisor.answer.providers.importlib.util.find_spec", lambda _: None)
    with pytest.raises(ModelUnavailable) as caught:
        build(Connection(name, key="k"))
    assert f".venv/bin/uv pip install -e '.[{extra}]'" in str(caught.value)


def test_no_key_for_openai_and_no_such_provider() -> None:
    with pytest.raises(ModelRefused, match="needs a key"):
        build(Connection("openai:gpt-x"))
    with pytest.raises(ModelRefused, match="not a provider"):
        build(Connection("acme:x", key="k"))


def test_ollama_speaks_through_its_openai_door() -> None:
    chat, line = build(Connection("ollama:qwen3:8b"))
    assert line is not None
    assert str(getattr(chat, "openai_api_base", "")) == "http://127.0.0.1:11434/v1"
    assert getattr(chat, "model_name", "") == "qwen3:8b"
    line.close()


@pytest.mark.parametrize(
    ("name", "url", "reached"),
    [
        ("openrouter:qwen/qwen3-8b", None, "https://openrouter.ai/api/v1"),
        ("lmstudio:qwen3-8b", None, "http://127.0.0.1:1234/v1"),
        ("llama.cpp:qwen3-8b", None, "http://127.0.0.1:8080/v1"),
        ("vllm:Qwen/Qwen3-8B", None, "http://127.0.0.1:8000/v1"),
        ("openai:local", "http://127.0.0.1:5000", "http://127.0.0.1:5000/v1"),
        ("openai:local", "https://host.example/api/v2/", "https://host.example/api/v2"),
        ("ollama:qwen3:8b", "http://192.168.1.7:11434", "http://192.168.1.7:11434/v1"),
    ],
)
def test_compatible_servers_are_known_by_name_and_address(name: str, url: str | None, reached: str) -> None:
    chat, line = build(Connection(name, url, "k"))
    assert line is not None
    assert str(getattr(chat, "openai_api_base", "")) == reached
    line.close()


def test_openrouter_needs_a_key() -> None:
    with pytest.raises(ModelRefused, match="needs a key"):
        build(Connection("openrouter:x"))


def test_no_ollama_is_none_and_quick() -> None:
    started = time.monotonic()
    assert find_ollama("http://127.0.0.1:9") is None
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:1/v1", True),
        ("http://localhost/v1", True),
        ("http://[::1]:1", True),
        ("https://api.x.com", False),
        (None, False),
    ],
)
def test_this_machine(url: str | None, local: bool) -> None:
    assert is_local(url) is local


class Slow(GenericFakeChatModel):
    wait_s: float = 5.0

    def _stream(self, *args: Any, **kwargs: Any) -> Iterator[Any]:
        for i, chunk in enumerate(super()._stream(*args, **kwargs)):
            yield chunk
            if i == 1:
                time.sleep(self.wait_s)


def slow(wait_s: float, timeout_s: float = 30.0) -> ChatModel:
    chat = Slow(messages=iter([AIMessage("Hola a todos los que estáis.")]), wait_s=wait_s)
    return ChatModel(Connection("fake:x", timeout_s=timeout_s), chat)


def test_a_pause_is_said_once() -> None:
    chunks = list(slow(0.3).stream(PROMPT, soon()))
    assert sum(isinstance(c, Pause) for c in chunks) == 1


def test_a_deadline_ends_the_wait() -> None:
    started = time.monotonic()
    with pytest.raises(ModelTimeout):
        list(slow(5).stream(PROMPT, time.monotonic() + 0.3))
    assert time.monotonic() - started < 1


def test_a_stall_is_seen_before_the_deadline() -> None:
    with pytest.raises(ModelTimeout, match="half-way"):
        list(slow(5, timeout_s=0.3).stream(PROMPT, soon()))


def test_stop_is_at_once() -> None:
    stop = threading.Event()
    threading.Timer(0.15, stop.set).start()
    started = time.monotonic()
    with pytest.raises(Stopped):
        list(slow(5).stream(PROMPT, soon(), stop))
    assert time.monotonic() - started < 0.6


def test_costs_come_from_the_card_where_there_is_one() -> None:
    cards = (GPT, QWEN)
    assert priced(Usage(1_000_000, 100_000), "openai:gpt-5-mini", cards) == Usage(1_000_000, 100_000, 0.45)
    assert priced(Usage(10, 10), "openai:unheard-of", cards).usd is None
    assert priced(Usage(10, 10), "ollama:qwen3:8b", cards).usd is None
    assert Usage(1, 2, 0.5) + Usage(3, 4) == Usage(4, 6, 0.5)


def test_the_connection_test_never_raises() -> None:
    for name in ("openai:x", "", "acme:x", "anthropic:x"):
        trial = try_connection(Connection(name))
        assert not trial.ok
        assert trial.text.es
        assert trial.text.en


def test_every_fault_has_both_languages_and_names_the_model() -> None:
    makers = (faults.unreachable, faults.timed_out, faults.stalled, faults.cut, faults.overflow, faults.nonsense, faults.empty, faults.endless, faults.refusal, faults.wrong_language)  # fmt: skip
    for make in makers:
        error: AdvisorError = make("openai:x")
        assert "openai:x" in error.text.es
        assert "openai:x" in error.text.en
        assert error.text.es != error.text.en


def test_providers_name_extras_that_the_project_has() -> None:
    import tomllib
    from pathlib import Path

    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert {p.extra for p in PROVIDERS.values()} - {""} <= set(project["project"]["optional-dependencies"])
