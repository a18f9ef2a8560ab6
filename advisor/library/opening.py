"""Opening the store: reopen it where it fits, build it where it does not, borrow it where another process owns it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from advisor.domain.cards import Catalogue
from advisor.domain.language import Localised
from advisor.domain.passages import Guide
from advisor.errors import StoreError
from advisor.library.chroma import ChromaIndex
from advisor.library.embedders.base import Embedder, Vectors
from advisor.library.entries import DECOY, KINDS, Asked, Entry, compose_entries, knowledge_fingerprint, read_all_asked
from advisor.library.keywords import Keywords
from advisor.library.vectors import ExactIndex, Filter, VectorIndex
from advisor.library.versions import (
    Damaged,
    Manifest,
    Version,
    Versions,
    read_manifest,
    read_version,
    write_manifest,
    write_version,
)
from advisor.settings import Settings

Progress = Callable[[float, Localised], None]
Action = Literal["built", "rebuilt", "reopened", "borrowed"]
CANARIES = 4
CANARY_DEPTH = 10
EMBED_BATCH = 512

FIRST = Localised("Primer arranque: biblioteca creada.", "First start: library built.")
DAMAGED = Localised(
    "El almacén estaba dañado: reconstruido con los datos.", "The store was damaged: rebuilt from the knowledge."
)
CHANGED = Localised(
    "Los datos cambiaron: biblioteca puesta al día.", "The knowledge changed: library brought up to date."
)
OTHER_MODEL = Localised(
    "El modelo de embeddings cambió: biblioteca reconstruida.", "The embedding model changed: library rebuilt."
)
REOPENED = Localised("Biblioteca abierta.", "Library opened.")
BORROWED = Localised(
    "Otro proceso usa el almacén: este busca en una copia exacta en memoria.",
    "Another process uses the store: this one searches an exact copy in memory.",
)


@dataclass
class Opened:
    """`spread`: the similarities of unrelated texts and of two wordings of one question, which scale cosines to 0..1."""

    entries: Sequence[Entry]
    vectors: Vectors
    keywords: Keywords
    index: VectorIndex
    spread: tuple[float, float]
    action: Action
    text: Localised
    embedded: int = 0
    seconds: float = 0.0
    owner: Versions | None = None

    def close(self) -> None:
        self.index.close()
        if self.owner is not None:
            self.owner.release()
            self.owner = None


@dataclass(frozen=True)
class _Wanted:
    """What a version must have been made from to be in force, and where its vectors are kept."""

    catalogue: Catalogue
    guide: Guide
    asked: tuple[Asked, ...]
    embedder: Embedder
    knowledge: str
    chroma_url: str | None

    def index(self, folder: Path) -> ChromaIndex:
        if self.chroma_url is None:
            return ChromaIndex.embedded(folder / "chroma")
        return ChromaIndex.server(self.chroma_url, f"advisor-{self.knowledge[:12]}-{self.embedder.fingerprint[:12]}")


def open_store(
    settings: Settings, catalogue: Catalogue, guide: Guide, embedder: Embedder, progress: Progress
) -> Opened:
    """Raises StoreError where the folder or the server cannot be used, EmbedderError where the model cannot."""
    began = time.perf_counter()
    asked = read_all_asked(settings.knowledge)
    knowledge = knowledge_fingerprint(catalogue, guide, asked)
    wanted = _Wanted(catalogue, guide, asked, embedder, knowledge, settings.chroma_url)
    versions = Versions(settings.data / "library")
    if not versions.own():
        opened = _borrow(versions, wanted, progress)
    else:
        try:
            opened = _reopen_or_build(versions, wanted, progress)
        except BaseException:
            versions.release()
            raise
        opened.owner = versions
    opened.seconds = time.perf_counter() - began
    progress(1.0, opened.text)
    return opened


def _reopen_or_build(versions: Versions, wanted: _Wanted, progress: Progress) -> Opened:
    folder = versions.current()
    versions.sweep(keep=folder)
    if folder is None:
        return _build(versions, wanted, progress, "built", FIRST, None)
    old, reason = None, DAMAGED
    try:
        manifest = read_manifest(folder)
        old = read_version(folder, manifest)
        if manifest.embedder != wanted.embedder.fingerprint:
            reason = OTHER_MODEL
        elif manifest.knowledge != wanted.knowledge:
            reason = CHANGED
        else:
            return _opened(old, _sound_index(old, wanted), "reopened", REOPENED)
    except (Damaged, StoreError):
        pass  # Whatever is wrong with it, it is made anew; a server out of reach makes building raise.
    return _build(versions, wanted, progress, "rebuilt", reason, old)


def _borrow(versions: Versions, wanted: _Wanted, progress: Progress) -> Opened:
    """The owner's files where they fit, else vectors of our own; nothing is written."""
    folder = versions.current()
    if folder is not None:
        try:
            manifest = read_manifest(folder)
            if (manifest.knowledge, manifest.embedder) == (wanted.knowledge, wanted.embedder.fingerprint):
                version = read_version(folder, manifest)
                return _opened(version, ExactIndex(version.entries, version.vectors), "borrowed", BORROWED)
        except Damaged:
            pass  # Being replaced at this moment, perhaps.
    entries = compose_entries(wanted.catalogue, wanted.guide, wanted.asked)
    return hold(entries, wanted.embedder, progress)


def hold(entries: Sequence[Entry], embedder: Embedder, progress: Progress) -> Opened:
    """A store in memory alone, searched exactly."""
    vectors, embedded = _embed(entries, embedder, None, progress)
    index = ExactIndex(entries, vectors)
    spread = similarity_spread(entries, vectors)
    return Opened(entries, vectors, _keywords(entries), index, spread, "borrowed", BORROWED, embedded)


def _build(
    versions: Versions, wanted: _Wanted, progress: Progress, action: Action, text: Localised, old: Version | None
) -> Opened:
    progress(0.0, Localised("Leyendo guía y fichas", "Reading guide and cards"))
    entries = compose_entries(wanted.catalogue, wanted.guide, wanted.asked)
    vectors, embedded = _embed(entries, wanted.embedder, old, progress)
    progress(0.55, Localised("Indexando palabras", "Indexing words"))
    keywords = _keywords(entries)
    folder = versions.fresh()
    checksums = write_version(folder, entries, vectors, keywords)
    manifest = Manifest(
        knowledge=wanted.knowledge,
        embedder=wanted.embedder.fingerprint,
        embedder_name=wanted.embedder.name,
        count=len(entries),
        canaries=_canaries(entries, vectors),
        spread=list(similarity_spread(entries, vectors)),
        checksums=checksums,
    )
    version = Version(folder, manifest, tuple(entries), vectors, keywords)
    index = _fill_index(version, wanted, progress)
    write_manifest(folder, manifest)
    versions.publish(folder)
    opened = _opened(version, index, action, text)
    opened.embedded = embedded
    return opened


def _fill_index(version: Version, wanted: _Wanted, progress: Progress) -> ChromaIndex:
    if wanted.chroma_url is not None:
        try:
            return _sound_index(version, wanted)  # Another process has put the same knowledge on the server.
        except StoreError:
            pass
    index = wanted.index(version.folder)
    storing = Localised("Guardando en Chroma", "Storing in Chroma")
    try:
        index.build(version.entries, version.vectors, lambda share: progress(0.65 + 0.3 * share, storing))
    except StoreError:
        index.close()
        raise
    return index


def _opened(version: Version, index: VectorIndex, action: Action, text: Localised) -> Opened:
    low, high = version.manifest.spread
    return Opened(version.entries, version.vectors, version.keywords, index, (low, high), action, text)


def _embed(
    entries: Sequence[Entry], embedder: Embedder, old: Version | None, progress: Progress
) -> tuple[Vectors, int]:
    """The entries' vectors, and how many had to be embedded: only texts that the old version did not hold."""
    known: dict[tuple[str, str], NDArray[np.float32]] = {}
    if old is not None and old.manifest.embedder == embedder.fingerprint:
        known = {(entry.role, entry.searched): vector for entry, vector in zip(old.entries, old.vectors, strict=True)}
    vectors = np.zeros((len(entries), embedder.dimension), np.float32)
    missing: dict[str, list[int]] = {"passage": [], "question": []}
    for row, entry in enumerate(entries):
        vector = known.get((entry.role, entry.searched))
        if vector is None:
            missing[entry.role].append(row)
        else:
            vectors[row] = vector
    total, done = sum(map(len, missing.values())), 0
    for role, rows in missing.items():
        embed = embedder.embed_passages if role == "passage" else embedder.embed_queries
        for start in range(0, len(rows), EMBED_BATCH):
            batch = rows[start : start + EMBED_BATCH]
            vectors[batch] = embed([entries[row].searched for row in batch])
            done += len(batch)
            progress(0.05 + 0.5 * done / total, Localised("Calculando embeddings", "Computing embeddings"))
    return vectors, total


def _keywords(entries: Sequence[Entry]) -> Keywords:
    return Keywords.build(
        [entry.searched for entry in entries],
        [entry.passage.language for entry in entries],
        [entry.passage.id == DECOY for entry in entries],
    )


def _canaries(entries: Sequence[Entry], vectors: Vectors) -> list[tuple[int, int]]:
    """(row, how many neighbours a sound index gives) for a few entries of each kind."""
    chosen: list[tuple[int, int]] = []
    for kind in KINDS:
        rows = [row for row, entry in enumerate(entries) if entry.kind == kind and vectors[row].any()]
        step = max(1, len(rows) // CANARIES)
        chosen += [(row, min(CANARY_DEPTH, len(rows))) for row in rows[::step][:CANARIES]]
    return chosen


def _sound_index(version: Version, wanted: _Wanted) -> ChromaIndex:
    """The version's vectors in Chroma, after its canaries sang. Raises StoreError.

    Chroma opens an emptied database as a new one, and without its HNSW folder it answers with a single hit.
    """
    index = wanted.index(version.folder)
    lost = StoreError(es="Al almacén le faltan vectores.", en="The store has lost vectors.")
    try:
        if index.open() != version.manifest.count:
            raise lost
        for row, expected in version.manifest.canaries:
            near = index.nearest(version.entries[row].kind, version.vectors[row], expected, Filter())
            if len(near.rows) < expected or abs(float(near.similarities[0]) - 1) > 1e-3:
                raise lost
    except StoreError:
        index.close()
        raise
    return index


def similarity_spread(entries: Sequence[Entry], vectors: Vectors, sample: int = 400) -> tuple[float, float]:
    """(similarity of unrelated texts, similarity of a question and the nearest text of the same id), both as means.

    Models differ: unrelated texts lie near 0 for some and near 0.8 for others. Scaled by this pair, one threshold
    serves them all.
    """
    known = [row for row, entry in enumerate(entries) if entry.passage.id != DECOY]
    entries, vectors = [entries[row] for row in known], vectors[known]
    rows = [row for row, entry in enumerate(entries) if entry.role == "question"] or list(range(len(entries)))
    rows = rows[:: max(1, len(rows) // sample)]
    ids = np.array([entry.passage.id for entry in entries], dtype=object)
    similar = vectors[rows] @ vectors.T
    same = ids[rows][:, None] == ids[None, :]
    low = float(similar[~same].mean()) if (~same).any() else 0.0
    similar[np.arange(len(rows)), rows] = -1.0
    nearest = np.where(same, similar, -1.0).max(axis=1, initial=-1.0)
    nearest = nearest[nearest > -1.0]
    high = float(nearest.mean()) if len(nearest) else 1.0
    return low, max(high, low + 0.05)
