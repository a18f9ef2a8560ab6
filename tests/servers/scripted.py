"""A chat server on loopback that speaks the OpenAI protocol over real HTTP and plays whatever a test scripts."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """One answer of the server.

    `text` is streamed in pieces of `size` characters with `pause_s` between them (or sent whole where no stream is asked
    for). After `stall_after` characters the server falls silent; after `cut_after` it drops the connection. `endless`: the
    text again and again. `raw`: sent as the body instead of anything well-formed.
    """

    text: str = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    size: int = 7
    pause_s: float = 0.0
    first_s: float = 0.0
    stall_after: int | None = None
    cut_after: int | None = None
    endless: bool = False
    raw: bytes | None = None
    usage: tuple[int, int] | None = (100, 20)
    finish: str | None = "stop"
    """The reason for ending; None: the stream ends without one, as with some servers."""
    error: str = "scripted error"


@dataclass
class Server:
    """`requests`: the bodies received; `sent`: (text so far, time.monotonic() when its last piece went out)."""

    url: str
    script: list[Reply]
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    sent: list[tuple[str, float]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)
    hung_up: threading.Event = field(default_factory=threading.Event)
    """Set when the client closes a stream before its end."""

    def next_reply(self) -> Reply:
        """Replies in order; the last one for ever."""
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]


@contextmanager
def serving(*script: Reply) -> Iterator[Server]:
    server = Server("", list(script))
    http = _Http(("127.0.0.1", 0), _handler(server))
    http.daemon_threads = True
    server.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        http.shutdown()
        http.server_close()
        thread.join(2)


class _Http(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is part of the play."""


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            return

        def do_GET(self) -> None:
            server.paths.append(self.path)
            if self.path == "/api/tags":
                self._json({"models": [{"name": "qwen3:8b"}, {"name": "gemma3:12b"}]})
            else:
                self._json({"object": "list", "data": [{"id": "scripted"}]})

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length) or b"{}")
            server.paths.append(self.path)
            server.requests.append(body)
            server.headers.append(dict(self.headers.items()))
            reply = server.next_reply()
            time.sleep(reply.first_s)
            if reply.raw is not None:
                self._bytes(reply.raw, reply.status, reply.headers)
            elif reply.status != 200:
                error = {"error": {"message": reply.error, "type": "scripted", "code": None}}
                self._bytes(json.dumps(error).encode(), reply.status, reply.headers)
            elif body.get("stream"):
                self._stream(reply)
            else:
                message = {"role": "assistant", "content": reply.text}
                self._json(_completion("message", message, "stop", reply.usage))

        def _stream(self, reply: Reply) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            sent = ""
            try:
                while not server.closing.is_set():
                    for i in range(0, len(reply.text), reply.size):
                        piece = reply.text[i : i + reply.size]
                        if reply.cut_after is not None and len(sent) >= reply.cut_after:
                            self.close_connection = True
                            self.connection.close()
                            return
                        if reply.stall_after is not None and len(sent) >= reply.stall_after:
                            self._watch()
                            return
                        self._event(_completion("delta", {"content": piece}, None, None))
                        sent += piece
                        server.sent.append((sent, time.monotonic()))
                        if reply.pause_s:
                            time.sleep(reply.pause_s)
                    if not reply.endless:
                        break
                if reply.finish:
                    self._event(_completion("delta", {}, reply.finish, None))
                if reply.usage:
                    self._event({**_completion("delta", {}, None, reply.usage), "choices": []})
                self._chunk(b"data: [DONE]\n\n")
                self._chunk(b"")
            except OSError:
                server.hung_up.set()

        def _watch(self) -> None:
            """Silent until the client hangs up or the test ends."""
            self.connection.settimeout(0.05)
            while not server.closing.is_set():
                try:
                    if self.connection.recv(1) == b"":
                        server.hung_up.set()
                        return
                except TimeoutError:
                    continue
                except OSError:
                    server.hung_up.set()
                    return

        def _event(self, data: dict[str, Any]) -> None:
            self._chunk(b"data: " + json.dumps(data, ensure_ascii=False).encode() + b"\n\n")

        def _chunk(self, data: bytes) -> None:
            self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
            self.wfile.flush()

        def _json(self, data: dict[str, Any]) -> None:
            self._bytes(json.dumps(data).encode(), 200, ())

        def _bytes(self, data: bytes, status: int, headers: tuple[tuple[str, str], ...]) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            for name, value in headers:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

    return Handler


def _completion(
    part: str, message: dict[str, Any], finish: str | None, usage: tuple[int, int] | None
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": "scripted-1",
        "object": "chat.completion.chunk" if part == "delta" else "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [{"index": 0, part: message, "finish_reason": finish}],
    }
    if usage:
        made["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
    return made
