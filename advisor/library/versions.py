"""Folders of the store: one a version, a pointer to the current one, and a lock that only one process holds.

    library/lock          held by the owner while it lives
    library/current       name of the current version, replaced in one step
    library/v-<n>/        manifest.json, entries.jsonl, vectors.npy, keywords/, chroma/

A version is written into a folder of its own and published last, so that whoever is killed in between leaves the old
one in force.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock, Timeout

from advisor.errors import StoreError
from advisor.library.embedders.base import Vectors
from advisor.library.entries import Entry
from advisor.library.keywords import Keywords

SCHEMA = 2
_NAME = re.compile(r"v-(\d+)")
_CHECKED = ("entries.jsonl", "vectors.npy", "keywords/postings.npz", "keywords/words.json")


class Damaged(Exception):
    """A version's files do not agree with its manifest."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """`canaries` are (row, how many neighbours it must find); `checksums` are CRC-32 of the version's files."""

    knowledge: str
    embedder: str
    embedder_name: str
    count: int
    canaries: list[tuple[int, int]]
    spread: list[float]
    checksums: dict[str, int]
    schema: int = SCHEMA


@dataclass(frozen=True, slots=True)
class Version:
    """What a version holds beside its Chroma store."""

    folder: Path
    manifest: Manifest
    entries: tuple[Entry, ...]
    vectors: Vectors
    keywords: Keywords


class Versions:
    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                es=f"No se puede escribir en {folder} ({error.strerror}): pon otra carpeta en ADVISOR_DATA.",
                en=f"{folder} cannot be written ({error.strerror}): set ADVISOR_DATA to another folder.",
            ) from error
        self.folder = folder
        self._lock = FileLock(folder / "lock")

    def own(self) -> bool:
        """Try to become the owner; False where another process (or another Library of this one) is."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        except OSError as error:
            raise StoreError(
                es=f"No se puede bloquear {self.folder} ({error.strerror}): pon otra carpeta en ADVISOR_DATA.",
                en=f"{self.folder} cannot be locked ({error.strerror}): set ADVISOR_DATA to another folder.",
            ) from error
        return True

    def release(self) -> None:
        self._lock.release()

    def current(self) -> Path | None:
        """The folder in force; None where nothing was published or the pointer is damaged."""
        try:
            name = (self.folder / "current").read_text("ascii").strip()
        except (OSError, ValueError):
            return None
        return self.folder / name if _NAME.fullmatch(name) and (self.folder / name).is_dir() else None

    def fresh(self) -> Path:
        """An empty folder for the next version."""
        numbers = [int(match[1]) for path in self.folder.iterdir() if (match := _NAME.fullmatch(path.name))]
        folder = self.folder / f"v-{max(numbers, default=0) + 1}"
        folder.mkdir()
        return folder

    def publish(self, version: Path) -> None:
        """Put a finished version in force and remove all others."""
        pointer = self.folder / "current.new"
        pointer.write_text(version.name, "ascii")
        os.replace(pointer, self.folder / "current")
        self.sweep(keep=version)

    def sweep(self, keep: Path | None) -> None:
        """Remove versions not in force: older ones, and what a killed build left behind."""
        for path in self.folder.iterdir():
            if _NAME.fullmatch(path.name) and path != keep:
                shutil.rmtree(path, ignore_errors=True)


def write_version(folder: Path, entries: Sequence[Entry], vectors: Vectors, keywords: Keywords) -> dict[str, int]:
    """Write all but the manifest; returns the checksums for it."""
    lines = "".join(json.dumps(entry.to_json(), ensure_ascii=False) + "\n" for entry in entries)
    (folder / "entries.jsonl").write_text(lines, "utf-8")
    np.save(folder / "vectors.npy", vectors)
    keywords.save(folder / "keywords")
    return {name: zlib.crc32((folder / name).read_bytes()) for name in _CHECKED}


def write_manifest(folder: Path, manifest: Manifest) -> None:
    (folder / "manifest.json").write_text(json.dumps(asdict(manifest), indent=1), "utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Raises Damaged, also where another release of the advisor wrote it."""
    try:
        raw: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
        manifest = Manifest(**raw)
    except (OSError, ValueError, TypeError) as error:
        raise Damaged(f"manifest.json: {error}") from error
    if manifest.schema != SCHEMA:
        raise Damaged(f"schema {manifest.schema}, not {SCHEMA}")
    return manifest


def read_version(folder: Path, manifest: Manifest) -> Version:
    """Raises Damaged where a file is missing, changed or does not fit the others."""
    try:
        for name, expected in manifest.checksums.items():
            if zlib.crc32((folder / name).read_bytes()) != expected:
                raise Damaged(f"{name}: checksum")
        with (folder / "entries.jsonl").open(encoding="utf-8") as lines:
            entries = tuple(Entry.from_json(json.loads(line)) for line in lines)
        vectors = np.load(folder / "vectors.npy", allow_pickle=False)
        keywords = Keywords.load(folder / "keywords")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Damaged(str(error)) from error
    if not len(entries) == len(vectors) == manifest.count:
        raise Damaged(f"{len(entries)} entries, {len(vectors)} vectors, {manifest.count} expected")
    return Version(folder, manifest, entries, vectors, keywords)
