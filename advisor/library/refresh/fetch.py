"""Getting a source's bytes, from a URL or a file, within limits of size and time."""

from __future__ import annotations

import http.client
import ipaddress
import re
import threading
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any
from urllib.parse import SplitResult, urlsplit

from advisor.errors import RefreshError

_CHUNK = 65_536
_OLDEST = date(2020, 1, 1)
"""A file dated before there were such lists has lost its date on the way."""
_JSON_TYPES = re.compile(r"(application/([a-z0-9.+-]*json|octet-stream)|text/(plain|json))?")


@dataclass(frozen=True, slots=True)
class Limits:
    """`bytes` counts after decompression; `total_s` is for everything, `silence_s` for the wait between two bytes."""

    bytes: int = 32_000_000
    total_s: float = 60.0
    silence_s: float = 15.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """`place`: the source without query or user, fit to be shown. `host`: empty for a file or this machine.

    `date`: the day of the data, that is of the download or, for a file, of its last change.
    """

    content: bytes
    place: str
    host: str
    date: str


def fetch(source: str, today: date, limits: Limits = Limits()) -> Fetched:
    """The content of a URL (https, or http on this machine) or of a file. Raises RefreshError with the remedy."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:/", source):
        return _from_url(source, today, limits)
    return _from_file(Path(source).expanduser(), today, limits)


def printable(text: object, most: int = 120) -> str:
    """Foreign text fit for a terminal: no control or direction characters, not too long."""
    shown = "".join(c if c.isprintable() else "·" for c in str(text)[: most + 1])
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


def _from_file(file: Path, today: date, limits: Limits) -> Fetched:
    shown = printable(file)
    try:
        if not file.is_file():
            raise RefreshError(es=f"{shown}: no es un fichero.", en=f"{shown}: is not a file.")
        with file.open("rb") as opened:
            content = opened.read(limits.bytes + 1)
        changed = date.fromtimestamp(file.stat().st_mtime)
    except (OSError, ValueError) as error:
        raise RefreshError(
            es=f"{shown}: no se puede leer ({error}).", en=f"{shown}: cannot be read ({error})."
        ) from error
    if len(content) > limits.bytes:
        raise _too_large(shown, limits)
    day = min(changed, today) if changed >= _OLDEST else today
    return Fetched(content, shown, "", day.isoformat())


def _from_url(url: str, today: date, limits: Limits) -> Fetched:
    """Downloads in a thread of its own, because nothing else bounds a name server or a header that drips."""
    parts = _allowed(url)
    place = printable(f"{parts.scheme}://{parts.netloc}{parts.path}")
    deadline = time.monotonic() + limits.total_s
    outcome: list[bytes | RefreshError] = []

    def work() -> None:
        try:
            outcome.append(_download(url, place, deadline, limits))
        except RefreshError as error:
            outcome.append(error)
        except Exception as error:  # noqa: BLE001 whatever a hostile server provokes, the data in force stay in force
            outcome.append(_unreachable(place, error))

    thread = threading.Thread(target=work, name="refresh", daemon=True)
    thread.start()
    thread.join(limits.total_s + 0.5)
    if not outcome:
        raise _too_slow(place, limits)
    if isinstance(outcome[0], RefreshError):
        raise outcome[0]
    host = "" if _is_loopback(parts) else str(parts.hostname)
    return Fetched(outcome[0], place, host, today.isoformat())


def _allowed(url: str) -> SplitResult:
    """The URL's parts. Raises RefreshError unless it is https, or http to this very machine, and names no user."""
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        parts, named = urlsplit(""), False
    shown = printable(url.split("?", maxsplit=1)[0].rpartition("@")[2])
    if not named or any(c.isspace() or not c.isprintable() for c in url):
        raise RefreshError(es=f"{shown}: no es una dirección web.", en=f"{shown}: is not a web address.")
    if parts.username is not None or parts.password is not None:
        raise RefreshError(
            es=f"{shown}: quita el usuario y la contraseña de la dirección.",
            en=f"{shown}: take the user and password out of the address.",
        )
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_loopback(parts)):
        raise RefreshError(
            es=f"{shown}: solo se admite https (o un fichero: escribe su ruta).",
            en=f"{shown}: only https is accepted (or a file: give its path).",
        )
    return parts


def _is_loopback(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a source that moved within its host, and nowhere else."""

    max_redirections = 3

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        new, old = _allowed(newurl), urlsplit(req.full_url)
        if (new.scheme, new.hostname, new.port) != (old.scheme, old.hostname, old.port):
            shown = printable(f"{new.scheme}://{new.netloc}{new.path}")
            raise RefreshError(
                es=f"{old.hostname} remite a otro sitio ({shown}): si te fías de él, indícalo con --source.",
                en=f"{old.hostname} sends you elsewhere ({shown}): if you trust it, name it with --source.",
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _download(url: str, place: str, deadline: float, limits: Limits) -> bytes:
    opener = urllib.request.OpenerDirector()
    proxies = urllib.request.ProxyHandler({} if _is_loopback(urlsplit(url)) else None)
    for handler in (
        proxies,
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _SameHost(),
    ):
        opener.add_handler(handler)
    request = urllib.request.Request(url, headers={"Accept": "application/json", "Accept-Encoding": "gzip"})  # noqa: S310 checked above
    request.add_header("User-Agent", "genai-advisor")
    try:
        with opener.open(request, timeout=min(limits.silence_s, limits.total_s)) as response:
            return _body(response, place, deadline, limits)
    except urllib.error.HTTPError as error:
        raise RefreshError(
            es=f"{place}: el servidor responde {error.code}; si la lista cambió de sitio, indícalo con --source.",
            en=f"{place}: the server answers {error.code}; if the list has moved, say where with --source.",
        ) from error
    except TimeoutError as error:
        raise _too_slow(place, limits) from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise _too_slow(place, limits) from error
        raise _unreachable(place, error.reason) from error
    except (OSError, http.client.HTTPException) as error:
        raise _unreachable(place, error) from error


def _body(response: http.client.HTTPResponse, place: str, deadline: float, limits: Limits) -> bytes:
    """The decompressed body. Stops as soon as a limit is passed, whatever the headers promise."""
    kind = response.headers.get_content_type() if response.headers.get("Content-Type") else ""
    if not _JSON_TYPES.fullmatch(kind):
        raise RefreshError(
            es=f"{place}: responde con {printable(kind, 40)}, no con JSON; si la lista cambió de sitio, indícalo con --source.",
            en=f"{place}: answers with {printable(kind, 40)}, not JSON; if the list has moved, say where with --source.",
        )
    coding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    unpack: Callable[[bytes, int], bytes]
    if coding == "gzip":
        unpacker = zlib.decompressobj(wbits=31)
        unpack = unpacker.decompress
    elif coding == "identity":
        unpacker, unpack = None, lambda chunk, _most: chunk
    else:
        raise _cut(place, f"Content-Encoding: {printable(coding, 40)}")
    expected, received, body = response.length, 0, bytearray()
    while chunk := response.read1(_CHUNK):
        received += len(chunk)
        try:
            body += unpack(chunk, limits.bytes + 1 - len(body))
        except zlib.error as error:
            raise _cut(place, str(error)) from error
        if len(body) > limits.bytes or received > limits.bytes:
            raise _too_large(place, limits)
        if time.monotonic() > deadline:
            raise _too_slow(place, limits)
    if (expected is not None and received < expected) or (unpacker is not None and not unpacker.eof):
        raise _cut(place, f"{received} bytes")
    return bytes(body)


def _too_large(place: str, limits: Limits) -> RefreshError:
    most = f"{limits.bytes / 1e6:g} MB"
    return RefreshError(es=f"{place}: ocupa más de {most}.", en=f"{place}: is larger than {most}.")


def _too_slow(place: str, limits: Limits) -> RefreshError:
    return RefreshError(
        es=f"{place}: no ha llegado entero en {limits.total_s:g} s.",
        en=f"{place}: did not arrive whole within {limits.total_s:g} s.",
    )


def _unreachable(place: str, reason: object) -> RefreshError:
    shown = printable(reason)
    return RefreshError(es=f"{place}: no se puede descargar ({shown}).", en=f"{place}: cannot be downloaded ({shown}).")


def _cut(place: str, reason: str) -> RefreshError:
    return RefreshError(
        es=f"{place}: ha llegado incompleto o dañado ({reason}).",
        en=f"{place}: arrived cut short or damaged ({reason}).",
    )
