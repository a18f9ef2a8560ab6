"""Every response of the page carries the policy that keeps text from calling out."""

from __future__ import annotations

import asyncio

from advisor.ui.serve import APP, POLICY, Message, SecurityHeaders


async def _app(scope: Message, receive: object, send: object) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"x", b"y")]})  # type: ignore[operator]
    await send({"type": "http.response.body", "body": b"ok"})  # type: ignore[operator]


def test_headers_are_added_to_http_and_nothing_else() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {}

    asyncio.run(SecurityHeaders(_app)({"type": "http"}, receive, send))
    headers = dict(sent[0]["headers"])
    assert headers[b"x"] == b"y"
    assert headers[b"content-security-policy"] == POLICY.encode()
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"referrer-policy"] == b"no-referrer"
    sent.clear()
    asyncio.run(SecurityHeaders(_app)({"type": "websocket"}, receive, send))
    assert sent[0]["headers"] == [(b"x", b"y")]


def test_nothing_may_be_fetched_from_elsewhere() -> None:
    for directive in POLICY.split("; "):
        assert "http" not in directive
        assert "*" not in directive
    assert "default-src 'self'" in POLICY
    assert "object-src 'none'" in POLICY
    assert APP.is_file()
