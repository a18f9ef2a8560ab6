"""The vector index in Chroma: embedded under a folder, or on a server. The only file that imports chromadb.

One collection a kind, so that the commonest search needs no filter. Vectors are unit length and compared by inner
product. Every exception of Chroma leaves this file as a StoreError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from advisor.errors import StoreError
from advisor.library.embedders.base import Vectors
from advisor.library.entries import KINDS, Entry, Kind
from advisor.library.vectors import Filter, Near

BATCH = 2500
"""Larger is faster; Chroma itself takes up to 5,461."""
CONFIGURATION = {"hnsw": {"space": "ip", "ef_construction": 100, "max_neighbors": 24, "ef_search": 160}}


class ChromaIndex:
    """Collections `<prefix>-guide` and `<prefix>-card`; ids are the entries' rows, so that a hit leads back to its entry."""

    def __init__(self, client: Any, prefix: str) -> None:
        self._client = client
        self._prefix = prefix
        self._collections: dict[Kind, Any] = {}

    @classmethod
    def embedded(cls, folder: Path) -> ChromaIndex:
        """The store in `folder`, made where it is missing. The caller must be its only user (stack's first trap)."""
        with _translated(str(folder)):
            import chromadb
            from chromadb.config import Settings

            return cls(
                chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False)), "advisor"
            )

    @classmethod
    def server(cls, url: str, prefix: str) -> ChromaIndex:
        """A Chroma server; user:password in the URL are sent as basic authentication."""
        try:
            parts = urlsplit(url if "//" in url else f"//{url}", scheme="http")
            port = parts.port or (443 if parts.scheme == "https" else 8000)
        except ValueError:
            parts, port = urlsplit(""), 0
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise StoreError(
                es="ADVISOR_CHROMA_URL no es la URL de un servidor Chroma: se escribe como http://localhost:8000.",
                en="ADVISOR_CHROMA_URL is not the URL of a Chroma server: write it as http://localhost:8000.",
            )
        shown = f"{parts.scheme}://{parts.hostname}:{port}"
        with _translated(shown):
            import chromadb
            from chromadb.config import Settings

            settings = Settings(anonymized_telemetry=False)
            if parts.username:
                settings = Settings(
                    anonymized_telemetry=False,
                    chroma_client_auth_provider="chromadb.auth.basic_authn.BasicAuthClientProvider",
                    chroma_client_auth_credentials=f"{parts.username}:{parts.password or ''}",
                )
            client = chromadb.HttpClient(parts.hostname, port, ssl=parts.scheme == "https", settings=settings)
            return cls(client, prefix)

    def build(self, entries: Sequence[Entry], vectors: Vectors, progress: Callable[[float], None]) -> None:
        """Make both collections anew. `progress` gets the share done, in 0..1."""
        done = 0
        with _translated(self._prefix):
            existing = {collection.name for collection in self._client.list_collections()}
            for kind in KINDS:
                name = f"{self._prefix}-{kind}"
                if name in existing:
                    self._client.delete_collection(name)
                collection = self._client.create_collection(name, embedding_function=None, configuration=CONFIGURATION)
                rows = [row for row, entry in enumerate(entries) if entry.kind == kind]
                for start in range(0, len(rows), BATCH):
                    batch = rows[start : start + BATCH]
                    collection.add(
                        ids=[str(row) for row in batch],
                        embeddings=vectors[batch],
                        documents=[entries[row].passage.text for row in batch],
                        metadatas=[_metadata(entries[row]) for row in batch],
                    )
                    done += len(batch)
                    progress(done / max(len(entries), 1))
                self._collections[kind] = collection
            # Written last: a server's collections without it were left half built.
            self._collections["card"].modify(metadata={"complete": "yes"})

    def open(self) -> int:
        """Number of entries in the collections. Raises StoreError where one is missing or was left half built."""
        with _translated(self._prefix):
            for kind in KINDS:
                self._collections[kind] = self._client.get_collection(f"{self._prefix}-{kind}", embedding_function=None)
            if (self._collections["card"].metadata or {}).get("complete") != "yes":
                raise ValueError("left half built")
            return sum(int(collection.count()) for collection in self._collections.values())

    def nearest(self, kind: Kind, vector: NDArray[np.float32], count: int, where: Filter) -> Near:
        conditions = [{key: value} for key, value in asdict(where).items() if value]
        clause = {"$and": conditions} if len(conditions) > 1 else (conditions[0] if conditions else None)
        with _translated(self._prefix):
            found = self._collections[kind].query(
                query_embeddings=[vector], n_results=count, where=clause, include=["distances"]
            )
            rows = np.array([int(row) for row in found["ids"][0]], np.int64)
            return Near(rows, 1.0 - np.array(found["distances"][0], np.float32))

    def close(self) -> None:
        with _translated(self._prefix):
            self._client.close()


def _metadata(entry: Entry) -> dict[str, str]:
    passage = entry.passage
    given = {
        "id": passage.id,
        "document": passage.document,
        "language": passage.language,
        "title": passage.title,
        "role": entry.role,
        "factor": passage.factor,
        "vendor": passage.vendor,
    }
    return {key: value for key, value in given.items() if value is not None}


@contextmanager
def _translated(where: str) -> Iterator[None]:
    """Chroma raises its own errors, sqlite's, httpx's, and panics of its Rust core that are no Exception at all."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError):
        raise
    except BaseException as error:  # see above
        reason = f"{type(error).__name__}: {str(error)[:200]}"
        raise StoreError(
            es=f"El almacén de vectores ({where}) no se puede usar: {reason}.",
            en=f"The vector store ({where}) cannot be used: {reason}.",
        ) from error
