"""Which providers there are, what each needs installed, and how a chat model of each is built."""

from __future__ import annotations

import contextlib
import importlib.util
import ipaddress
import logging
import socket
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from advisor.errors import InputError, ModelRefused, ModelUnavailable

if TYPE_CHECKING:
    import httpx
    from langchain_core.language_models import BaseChatModel

OLLAMA_URL = "http://127.0.0.1:11434"


@dataclass(frozen=True, slots=True)
class Provider:
    """`package`: what must be importable; `extra`: the extra of this project that brings it; "" where it is always there."""

    id: str
    label: str
    package: str
    extra: str
    needs_key: bool
    url: str | None = None
    """Where it usually is; None where its own package knows."""


PROVIDERS: dict[str, Provider] = {
    p.id: p
    for p in (
        Provider("ollama", "Ollama", "langchain_openai", "", False, OLLAMA_URL),
        Provider("openai", "OpenAI", "langchain_openai", "", True),
        Provider("anthropic", "Anthropic", "langchain_anthropic", "anthropic", True),
        Provider("google_genai", "Google", "langchain_google_genai", "google", True),
        Provider("openrouter", "OpenRouter", "langchain_openai", "", True, "https://openrouter.ai/api/v1"),
        Provider("lmstudio", "LM Studio", "langchain_openai", "", False, "http://127.0.0.1:1234/v1"),
        Provider("llamacpp", "llama.cpp", "langchain_openai", "", False, "http://127.0.0.1:8080/v1"),
        Provider("vllm", "vLLM", "langchain_openai", "", False, "http://127.0.0.1:8000/v1"),
    )
}
_ALIASES = {"google": "google_genai", "gemini": "google_genai", "claude": "anthropic", "openai_compatible": "openai", "lm_studio": "lmstudio",
            "llama_cpp": "llamacpp", "llama.cpp": "llamacpp"}  # fmt: skip
_COMPATIBLE = frozenset({"openai", "ollama", "openrouter", "lmstudio", "llamacpp", "vllm"})
"""Those that speak OpenAI's protocol."""


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach a model. `model` is "provider:model". The key lives here and in the provider's client, nowhere else."""

    model: str
    url: str | None = None
    key: str | None = field(default=None, repr=False)
    timeout_s: float = 30.0

    @property
    def provider(self) -> str:
        name = self.model.partition(":")[0].strip().lower()
        return _ALIASES.get(name, name)

    @property
    def model_name(self) -> str:
        return self.model.partition(":")[2].strip()


def install_command(extra: str) -> str:
    return f".venv/bin/uv pip install -e '.[{extra}]'"


class Line:
    """The HTTP client of one chat model, whose open answers can be cut off from another thread."""

    def __init__(self, timeout_s: float, local: bool) -> None:
        import httpx

        self._sockets: list[socket.socket] = []
        self.client = httpx.Client(
            timeout=httpx.Timeout(timeout_s, connect=min(5.0, timeout_s)),
            follow_redirects=False,
            trust_env=not local,
            event_hooks={"response": [self._remember]},
        )

    def _remember(self, response: httpx.Response) -> None:
        stream = response.extensions.get("network_stream")
        held = stream.get_extra_info("socket") if stream is not None else None
        if held is not None:
            self._sockets.append(held)

    def close(self) -> None:
        """Closing alone would wait for the thread that reads; a shutdown wakes it and tells the provider."""
        for held in self._sockets:
            with contextlib.suppress(OSError):
                held.shutdown(socket.SHUT_RDWR)
        self._sockets.clear()
        self.client.close()


_LOGS_HEADERS = ("httpcore", "hpack", "openai._base_client", "anthropic._base_client")
"""Libraries whose debug logs hold headers; a server may have put the key into one of its own."""


def build(connection: Connection) -> tuple[BaseChatModel, Line | None]:
    """The chat model, and the line to close when it is to stop at once (None where the provider has its own).

    Raises InputError for a name without provider or an address that is none, ModelUnavailable where a package is missing,
    ModelRefused where a key is missing.
    """
    from langchain.chat_models import init_chat_model

    for name in _LOGS_HEADERS:
        logging.getLogger(name).setLevel(logging.INFO)
    if not connection.provider or not connection.model_name:
        raise InputError(
            f"«{connection.model}»: escribe el modelo como proveedor:modelo, por ejemplo ollama:qwen3:8b.",
            f'"{connection.model}": write the model as provider:model, for example ollama:qwen3:8b.',
        )
    url = _checked_url(connection.url)
    if connection.provider in _COMPATIBLE:
        return _openai_compatible(connection, url)
    _require(connection.provider)
    options: dict[str, Any] = {"max_retries": 0, "timeout": connection.timeout_s}
    if connection.key:
        options["api_key"] = connection.key
    if url:
        options["base_url"] = url
    try:
        chat = init_chat_model(connection.model_name, model_provider=connection.provider, **options)
    except ImportError:
        raise _missing(connection.provider, connection.provider) from None
    except ValueError:
        raise _unusable(connection) from None
    return chat, None


def _openai_compatible(connection: Connection, url: str | None) -> tuple[BaseChatModel, Line]:
    from langchain.chat_models import init_chat_model
    from openai import OpenAIError

    _require(connection.provider)
    if connection.provider == "openrouter" and not connection.key:
        raise _unusable(connection)
    url = _with_path(url or PROVIDERS[connection.provider].url)
    line = Line(connection.timeout_s, is_local(url))
    options: dict[str, Any] = {"max_retries": 0, "stream_usage": True, "http_client": line.client}
    if url:
        options["base_url"] = url
    if connection.key or url:
        options["api_key"] = connection.key or "none"
    try:
        chat = init_chat_model(connection.model_name, model_provider="openai", **options)
    except (ValueError, OpenAIError):
        line.close()
        raise _unusable(connection) from None
    return chat, line


def _require(provider: str) -> None:
    known = PROVIDERS.get(provider)
    if known and importlib.util.find_spec(known.package) is None:
        raise _missing(known.label, known.extra)


def _missing(label: str, extra: str) -> ModelUnavailable:
    command = install_command(extra) if extra in ("anthropic", "google", "ollama") else f"pip install langchain-{extra}"
    return ModelUnavailable(
        f"Falta el paquete de {label}. Instálalo con: {command}",
        f"The package for {label} is missing. Install it with: {command}",
    )


def _unusable(connection: Connection) -> ModelRefused:
    name = connection.model
    if connection.provider not in PROVIDERS:
        known = ", ".join(PROVIDERS)
        return ModelRefused(
            f"No conozco el proveedor «{connection.provider}». Los que conozco: {known}.",
            f'"{connection.provider}" is not a provider I know. Those I know: {known}.',
        )
    if not connection.key:
        return ModelRefused(
            f"{name} necesita una clave: ponla en ADVISOR_MODEL_KEY o en la página.",
            f"{name} needs a key: set ADVISOR_MODEL_KEY or type it in the page.",
        )
    return ModelRefused(f"{name} no se puede usar así. Revisa nombre, dirección y clave.",
                        f"{name} cannot be used like this. Check name, address and key.")  # fmt: skip


def _checked_url(url: str | None) -> str | None:
    """Without a trailing slash; a key in the address is refused, because addresses are logged and shown."""
    if url is None or not url.strip():
        return None
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password or parts.query:
        raise InputError(
            "La dirección del modelo debe empezar por http:// o https:// y no llevar claves ni parámetros.",
            "The model's address must begin with http:// or https:// and hold no keys or parameters.",
        )
    return url.strip().rstrip("/")


def _with_path(url: str | None) -> str | None:
    """The protocol's usual path for an address that is typed without one: "http://127.0.0.1:11434"."""
    return f"{url}/v1" if url and not urlsplit(url).path.strip("/") else url


def is_local(url: str | None) -> bool:
    """Whether an address is this machine, which no proxy should come between."""
    host = urlsplit(url or "").hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def find_ollama(url: str = OLLAMA_URL, timeout_s: float = 0.5) -> tuple[str, ...] | None:
    """The models of an Ollama on its usual port, largest use first as it lists them; None where none answers."""
    import httpx

    try:
        with httpx.Client(timeout=timeout_s, trust_env=not is_local(url), follow_redirects=False) as client:
            answer = client.get(f"{url.removesuffix('/v1').rstrip('/')}/api/tags")
            answer.raise_for_status()
            names = [str(row["name"]) for row in answer.json()["models"]]
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        return None
    return tuple(names)
