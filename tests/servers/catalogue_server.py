"""A catalogue's server on loopback over real HTTP, well-behaved or hostile, as each path's play says."""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Play:
    """What a path answers.

    `claimed`: the Content-Length to claim, -1 for none (the end of the connection ends the body). `pause_s` between the
    body's bytes, `header_pause_s` between those of the headers. `times`: the body that often. `hang_up`: no answer.
    """

    body: bytes = b""
    status: int = 200
    kind: str | None = "application/json; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    claimed: int | None = None
    pause_s: float = 0.0
    header_pause_s: float = 0.0
    times: int = 1
    hang_up: bool = False


def json_play(value: Any, **given: Any) -> Play:
    return Play(json.dumps(value).encode(), **given)


def zipped(play: Play) -> Play:
    return Play(gzip.compress(play.body), headers=(("Content-Encoding", "gzip"),))


@dataclass
class CatalogueServer:
    """`asked`: the paths in the order of the requests; `sent`: bytes of bodies that went out."""

    url: str
    plays: dict[str, Play]
    asked: list[str] = field(default_factory=list)
    sent: int = 0
    closing: threading.Event = field(default_factory=threading.Event)

    def __call__(self, path: str) -> str:
        return self.url + path


@contextmanager
def serving_catalogues(plays: Mapping[str, Play]) -> Iterator[CatalogueServer]:
    server = CatalogueServer("", dict(plays))
    http = _Http(("127.0.0.1", 0), _handler(server))
    http.daemon_threads = True
    server.url = f"http://127.0.0.1:{http.server_address[1]}"
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


def _handler(server: CatalogueServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            return

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            server.asked.append(path)
            play = server.plays.get(path, Play(b"not here", status=404, kind="text/plain"))
            if play.hang_up:
                self.connection.close()
                return
            self._head(play)
            for _ in range(play.times):
                self._write(play.body, play.pause_s)

        def _head(self, play: Play) -> None:
            headers = list(play.headers)
            if play.kind is not None:
                headers.append(("Content-Type", play.kind))
            claimed = len(play.body) * play.times if play.claimed is None else play.claimed
            if claimed >= 0:
                headers.append(("Content-Length", str(claimed)))
            text = f"HTTP/1.1 {play.status} x\r\n" + "".join(f"{key}: {value}\r\n" for key, value in headers)
            if play.header_pause_s:
                self._write(text.encode(), play.header_pause_s)
            self._write(text.encode() if not play.header_pause_s else b"", 0)
            self._write(b"\r\n", 0)

        def _write(self, content: bytes, pause_s: float) -> None:
            pieces = [content] if not pause_s else [content[at : at + 1] for at in range(len(content))]
            for piece in pieces:
                if server.closing.is_set():
                    return
                self.wfile.write(piece)
                server.sent += len(piece)
                time.sleep(pause_s)

    return Handler
