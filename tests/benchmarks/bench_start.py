"""From nothing to the first answer, as somebody does it who has just found the project.

`python -m tests.benchmarks.bench_start` clones this repository's HEAD into a temporary folder, runs `make run` there,
opens the page in Chromium and asks the first example's question. It needs the network wherever the packages are not in
the caches, so `tests.benchmarks.run` leaves it out. With --no-cache the caches of uv and pip are empty, which is what a
new machine has. The browser is this environment's own and is running before the clock starts.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "Un chatbot para mi restaurante, en catalán y español, barato"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
GIVE_UP_S = 1800.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.bench_start", description=__doc__)
    parser.add_argument("--no-cache", action="store_true", help="with empty caches of uv and pip: all is downloaded")
    without_cache: bool = parser.parse_args().no_cache
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        began = time.perf_counter()
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        commit = subprocess.check_output(["git", "-C", str(clone), "log", "-1", "--format=%h"], text=True).strip()
        print(f"commit {commit}, {'empty caches' if without_cache else 'caches as they are'}", flush=True)
        print(f"cloned               {time.perf_counter() - began:6.1f} s", flush=True)
        port = _free_port()
        with _made(clone, port, _environment(Path(folder), without_cache)) as process:
            if not _listening(port, process):
                print("`make run` ended before it listened: see above.", file=sys.stderr)
                return 1
            print(f"listening            {time.perf_counter() - began:6.1f} s after the beginning", flush=True)
            page = browser.new_page(locale="es-ES")
            page.set_default_timeout(300_000)
            page.goto(f"http://127.0.0.1:{port}/")
            page.locator("textarea").fill(QUESTION)
            print(f"something to type in {time.perf_counter() - began:6.1f} s", flush=True)
            page.locator("textarea").press("Enter")
            page.locator(".answer:not(.live) .rec").first.wait_for()
            print(f"first answer         {time.perf_counter() - began:6.1f} s", flush=True)
    return 0


def _environment(folder: Path, without_cache: bool) -> dict[str, str]:
    """This one, without what points into this checkout or at somebody's own settings."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("ADVISOR_", "VIRTUAL_ENV", "MAKE"))}
    kept["ADVISOR_DATA"] = str(folder / "data")
    if without_cache:
        kept |= {"UV_CACHE_DIR": str(folder / "uv"), "PIP_NO_CACHE_DIR": "1"}
    return kept


@contextlib.contextmanager
def _made(clone: Path, port: int, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """`make run`, and at the end nothing of it left."""
    process = subprocess.Popen(
        ["make", "run", f"PORT={port}"], cwd=clone, env=environment, stdout=sys.stderr, start_new_session=True
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def _listening(port: int, process: subprocess.Popen[bytes]) -> bool:
    deadline = time.perf_counter() + GIVE_UP_S
    while process.poll() is None and time.perf_counter() < deadline:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1):
            return True
        time.sleep(0.1)
    return False


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    installed = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=installed, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield launched
        launched.close()


if __name__ == "__main__":
    sys.exit(main())
