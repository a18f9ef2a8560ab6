"""Every response of the page carries the policy that keeps text from calling out."""

from __future__ import annotations

import asyncio

import pytest

from advisor.ui.serve import APP, POLICY, Message, SecurityHeaders, policy_for


async def _app(scope: Message, receive: object, send: object) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x", b"y")]})  # type: ignore[operator]
    await send({"type": "http.response.body", "body": b"ok"})  # type: ignore[operator]


def test_headers_are_added_to_http_and_nothing_else() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {}

    asyncio.run(SecurityHeaders(_app)({"type": "http", "headers": [(b"host", b"localhost:8501")]}, receive, send))
    headers = dict(sent[0]["headers"])
    assert headers[b"x"] == b"y"
    assert b"connect-src 'self' ws://localhost:8501 wss://localhost:8501;" in headers[b"content-security-policy"]
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"referrer-policy"] == b"no-referrer"
    sent.clear()
    asyncio.run(SecurityHeaders(_app)({"type": "websocket"}, receive, send))
    assert sent[0]["headers"] == [(b"x", b"y")]


def test_nothing_may_be_fetched_from_elsewhere() -> None:
    for directive in policy_for({"type": "http"}).split("; "):
        assert "http" not in directive
        assert "*" not in directive
    assert "default-src 'self'" in POLICY
    assert "object-src 'none'" in POLICY
    assert APP.is_file()


@pytest.mark.parametrize("host", ["evil; script-src *", "a b", "x" * 300, "http://x", "", "*", "[::1", "a:99999999"])
def test_a_host_that_is_none_adds_nothing(host: str) -> None:
    assert "connect-src 'self';" in policy_for({"headers": [(b"host", host.encode())]})


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "[::1]:8501", "advisor.example.org"])
def test_the_pages_own_socket_is_allowed(host: str) -> None:
    assert f"connect-src 'self' ws://{host} wss://{host};" in policy_for({"headers": [(b"host", host.encode())]})
