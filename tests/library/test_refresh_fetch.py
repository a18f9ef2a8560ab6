"""Fetching over real HTTP: what a good server sends arrives, and nothing that a bad one does gets past the limits."""

from __future__ import annotations

import gzip
import os
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from advisor.errors import RefreshError
from advisor.library.refresh.fetch import Fetched, Limits, fetch, printable
from tests.servers.catalogue_server import CatalogueServer, Play, serving_catalogues, zipped

TODAY = date(2026, 12, 1)
BODY = b'{"a": 1}'
SMALL = Limits(bytes=100_000, total_s=5, silence_s=5)
BRISK = Limits(bytes=100_000, total_s=0.6, silence_s=0.5)
ELSEWHERE = "https://evil.example/catalog.json"


def moved(to: str, status: int = 302) -> Play:
    return Play(status=status, headers=(("Location", to),))


@pytest.fixture(scope="module")
def server() -> Iterator[CatalogueServer]:
    plays = {
        "/good": Play(BODY),
        "/plain": Play(BODY, kind="text/plain; charset=utf-8"),
        "/untyped": Play(BODY, kind=None),
        "/endless-connection": Play(BODY, claimed=-1),
        "/zipped": zipped(Play(BODY)),
        "/moved-here": moved("/good"),
        "/html": Play(b"<html>", kind="text/html"),
        "/image": Play(b"GIF89a", kind="image/gif\x1b[2J"),
        "/gone": Play(status=410),
        "/broken": Play(status=500),
        "/renamed": moved("/html"),
        "/elsewhere": moved(ELSEWHERE),
        "/other-port": moved("http://127.0.0.1:1/catalog.json"),
        "/to-file": moved("file:///etc/passwd"),
        "/to-ftp": moved("ftp://127.0.0.1/x"),
        "/circle": moved("/circle", 301),
        "/hang-up": Play(hang_up=True),
        "/cut": Play(BODY, claimed=1000),
        "/zip-cut": Play(gzip.compress(BODY * 1000)[:-20], headers=(("Content-Encoding", "gzip"),)),
        "/zip-lie": Play(BODY, headers=(("Content-Encoding", "gzip"),)),
        "/odd-coding": Play(BODY, headers=(("Content-Encoding", "br"),)),
        "/bomb": Play(gzip.compress(b" " * 50_000_000), headers=(("Content-Encoding", "gzip"),)),
        "/huge": Play(b" " * 65_536, times=100_000, claimed=-1),
        "/slow": Play(b" " * 1000, pause_s=0.05),
        "/slow-headers": Play(BODY, header_pause_s=0.05),
        "/many-headers": Play(BODY, headers=tuple((f"X-{n}", "y") for n in range(500))),
        "/long-header": Play(BODY, headers=(("X-Long", "y" * 200_000),)),
    }
    with serving_catalogues(plays) as running:
        yield running


@pytest.mark.parametrize("path", ["/good", "/plain", "/untyped", "/endless-connection", "/zipped", "/moved-here"])
def test_good_answers_arrive(server: CatalogueServer, path: str) -> None:
    assert fetch(server(path), TODAY, SMALL) == Fetched(BODY, server(path), "", "2026-12-01")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/html", "text/html"),
        ("/image", "not JSON"),
        ("/nowhere", "404"),
        ("/gone", "410"),
        ("/broken", "500"),
        ("/renamed", "text/html"),
        ("/elsewhere", "https://evil.example/catalog.json"),
        ("/other-port", "elsewhere"),
        ("/to-file", "302"),
        ("/to-ftp", "only https"),
        ("/circle", "301"),
        ("/hang-up", "cannot be downloaded"),
        ("/cut", "cut short"),
        ("/zip-cut", "cut short"),
        ("/zip-lie", "damaged"),
        ("/odd-coding", "br"),
        ("/bomb", "larger than 0.1 MB"),
        ("/huge", "larger than 0.1 MB"),
        ("/many-headers", "cannot be downloaded"),
        ("/long-header", "cannot be downloaded"),
    ],
)
def test_bad_answers_are_refused_with_the_reason(server: CatalogueServer, path: str, reason: str) -> None:
    with pytest.raises(RefreshError, match=reason) as caught:
        fetch(server(path), TODAY, SMALL)
    for text in (caught.value.text.es, caught.value.text.en):
        assert text.isprintable()
    assert caught.value.text.es != caught.value.text.en


def test_a_huge_answer_is_not_read_to_its_end(server: CatalogueServer) -> None:
    before = server.sent
    with pytest.raises(RefreshError):
        fetch(server("/huge"), TODAY, SMALL)
    time.sleep(0.1)
    assert server.sent - before < 20_000_000  # of 6,5 GB: what fits the sockets' buffers


@pytest.mark.parametrize("path", ["/slow", "/slow-headers"])
def test_a_server_that_drips_is_left_at_the_deadline(server: CatalogueServer, path: str) -> None:
    began = time.monotonic()
    with pytest.raises(RefreshError, match="did not arrive whole"):
        fetch(server(path), TODAY, BRISK)
    assert time.monotonic() - began < 2.5


def test_nobody_listens(server: CatalogueServer) -> None:
    with pytest.raises(RefreshError, match="cannot be downloaded"):
        fetch("http://127.0.0.1:1/catalog.json", TODAY, SMALL)


@pytest.mark.parametrize(
    "url",
    [
        "http://models.dev/catalog.json",
        "http://127.0.0.1.evil.example/x",
        "http://localhost.evil.example/x",
        "http://[::1]evil/x",
        "ftp://models.dev/catalog.json",
        "file:///etc/passwd",
        "https://",
        "https:///catalog.json",
        "https://models.dev:99999/x",
        "https://models.dev/a b",
        "https://models.dev/\x1b[2J",
        "https://user:secret@models.dev/x",
    ],
)
def test_addresses_that_are_not_safe_are_refused_unasked(url: str) -> None:
    with pytest.raises(RefreshError) as caught:
        fetch(url, TODAY, SMALL)
    assert "secret" not in caught.value.text.en + caught.value.text.es
    assert caught.value.text.en.isprintable()


def test_a_query_is_not_repeated(server: CatalogueServer) -> None:
    assert "key" not in fetch(server("/good?key=1"), TODAY, SMALL).place


def test_a_file_is_as_old_as_its_last_change(tmp_path: Path) -> None:
    file = tmp_path / "list.json"
    file.write_bytes(BODY)
    for changed, expected in (("2026-07-02", "2026-07-02"), ("1980-01-01", "2026-12-01"), ("2031-01-01", "2026-12-01")):
        stamp = datetime.fromisoformat(f"{changed}T12:00:00").timestamp()
        os.utime(file, (stamp, stamp))
        assert fetch(str(file), TODAY, SMALL).date == expected


def test_files_that_are_none_or_too_large_are_refused(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    large.write_bytes(b" " * 100_001)
    for source in (tmp_path, tmp_path / "missing.json", large, Path("/dev/zero"), Path("\0")):
        with pytest.raises(RefreshError):
            fetch(str(source), TODAY, SMALL)


def test_foreign_text_is_made_fit_for_a_terminal() -> None:
    assert printable("a\x1b[31m\u202eb\n" + "c" * 200, 12) == "a·[31m·b·cc…"
