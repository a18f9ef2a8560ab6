"""The real page in a real browser: one server and one Chromium for all tests, a fresh visitor for each."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from visitor import Server, Visitor

from advisor.conversation.deps import Deps

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def server(deps: Deps, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`python -m advisor serve` over the tests' own store, which these tests own and the server borrows."""
    deps.library()
    data, logs = deps.settings.data, tmp_path_factory.mktemp("server")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("ADVISOR_")}
    log = (logs / "server.log").open("w+", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "advisor", "serve", "--port", str(port)],
        cwd=ROOT, env={**environment, "ADVISOR_DATA": str(data)}, stdout=log, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        _wait(f"http://127.0.0.1:{port}/readyz", process, logs / "server.log")
        yield Server(f"http://127.0.0.1:{port}/", data)
    finally:
        process.terminate()
        process.wait(10)
        log.close()


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(url, timeout=1)
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"The page's server did not start:\n{log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import Error, expect, sync_playwright

    expect.set_options(timeout=15_000)  # Only what fails waits that long; a busy machine must not look like a fault.
    installed = next((path for name in NAMES if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        try:
            launched = playwright.chromium.launch(
                executable_path=installed, args=["--no-sandbox", "--disable-dev-shm-usage"]
            )
        except Error as error:
            reason = f"NO BROWSER TEST RUNS: there is no Chromium here (sh tests/e2e/browser.sh installs one). {error}"
            pytest.skip(reason)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def contexts(browser: Any) -> Callable[[str, bool, bool], Any]:
    """A context for each language, theme and kind of device, kept for its cache.

    Of a visitor only the panel being closed outlives the page, so a phone has a context of its own.
    """

    @cache
    def made(locale: str, dark: bool, phone: bool) -> Any:
        return browser.new_context(locale=locale, color_scheme="dark" if dark else "light", reduced_motion="reduce")

    return made


@pytest.fixture
def visit(server: Server, contexts: Callable[[str, bool, bool], Any]) -> Iterator[Callable[..., Visitor]]:
    """Opens the page as a new visitor: language, width, theme and address as asked."""
    pages = []

    def opened(
        path: str = "", *, locale: str = "es-ES", width: int = 1280, height: int = 900, dark: bool = False
    ) -> Visitor:
        page = contexts(locale, dark, width < 640).new_page()
        page.set_viewport_size({"width": width, "height": height})
        pages.append(page)
        visitor = Visitor(page, server.url)
        visitor.open(path)
        return visitor

    yield opened
    for page in pages:
        page.close()
