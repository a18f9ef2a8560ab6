"""Serves the page: Streamlit as an ASGI app, behind a content security policy, on loopback unless told otherwise."""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

APP = Path(__file__).resolve().parents[2] / "app.py"

# No image, script, frame or connection to anywhere else: text that a model or a person wrote cannot call out.
# Streamlit's own page needs inline styles and scripts, eval (its charts) and workers from blobs.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' data: blob:",
        "font-src 'self' data:",
        "style-src 'self' 'unsafe-inline'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "worker-src 'self' blob:",
        "connect-src 'self'{sockets}",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)

_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)

_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(:\d{1,5})?|\[[0-9a-fA-F:.]{2,45}\](:\d{1,5})?")

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]


class SecurityHeaders:
    """ASGI middleware that adds the policy to every HTTP response."""

    def __init__(self, app: Callable[[Message, Receive, Send], Awaitable[None]]) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                policy = (b"content-security-policy", policy_for(scope).encode())
                message["headers"] = [*message.get("headers", []), policy, *_HEADERS]
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def policy_for(scope: Message) -> str:
    """The policy for one request. Not every browser takes 'self' to cover the page's own web socket, so it is named."""
    host = dict(scope.get("headers", ())).get(b"host", b"").decode("latin-1")
    return POLICY.format(sockets=f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else "")


def application() -> Any:
    """The ASGI app; `/readyz` answers 200 once the server listens."""
    import streamlit as st
    from starlette.middleware import Middleware
    from starlette.requests import Request
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    from advisor.ui import resources

    async def ready(_: Request) -> PlainTextResponse:
        return PlainTextResponse("ready\n")

    @asynccontextmanager
    async def lifespan(_: Any) -> AsyncIterator[None]:
        resources.warm()
        yield
        resources.close()

    return st.App(APP, middleware=[Middleware(SecurityHeaders)], routes=[Route("/readyz", ready)], lifespan=lifespan)


def serve(address: str, port: int) -> int:
    """Runs until interrupted."""
    import uvicorn

    shown = "localhost" if address in ("127.0.0.1", "::1") else address
    print(f"http://{shown}:{port}", flush=True)  # noqa: T201 where to look is this command's output
    # No access log: the address of a conversation is what opens it. Streamlit gives the logger a handler of its own.
    logging.getLogger("uvicorn.access").addFilter(lambda _: False)
    uvicorn.run(application(), host=address, port=port, log_level="warning", access_log=False, ws_max_size=2**24)
    return 0
