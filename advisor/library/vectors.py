"""Nearest vectors: the door to every vector index, and the exact one, which needs nothing but memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from advisor.domain.factors import Factor
from advisor.domain.language import Language
from advisor.library.embedders.base import Vectors
from advisor.library.entries import KINDS, Entry, Kind

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Filter:
    """None means any."""

    factor: Factor | None = None
    vendor: str | None = None
    language: Language | None = None


ANYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Near:
    """`rows` number the entries the index was made from; `similarities` are cosines, highest first."""

    rows: Rows
    similarities: NDArray[np.float32]


class VectorIndex(Protocol):
    def nearest(self, kind: Kind, vector: NDArray[np.float32], count: int, where: Filter) -> Near:
        """At most `count` entries of a kind that pass the filter. Raises StoreError."""
        ...

    def close(self) -> None: ...


class Columns:
    """What entries can be filtered by, as arrays."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._factor = np.array([entry.passage.factor or "" for entry in entries], dtype=np.str_)
        self._vendor = np.array([entry.passage.vendor or "" for entry in entries], dtype=np.str_)
        self._language = np.array([entry.passage.language for entry in entries], dtype=np.str_)
        self._kind = np.array([entry.kind for entry in entries], dtype=np.str_)

    def rows(self, kind: Kind) -> Rows:
        return np.flatnonzero(self._kind == kind)

    def passing(self, where: Filter, kind: Kind | None = None) -> NDArray[np.bool_]:
        """One value an entry."""
        kept = np.ones(len(self._kind), np.bool_)
        if where.factor is not None:
            kept &= self._factor == where.factor
        if where.vendor is not None:
            kept &= self._vendor == where.vendor
        if where.language is not None:
            kept &= self._language == where.language
        if kind is not None:
            kept &= self._kind == kind
        return kept


class ExactIndex:
    """Every similarity worked out: 1 ms for 10,000 entries."""

    def __init__(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        self._columns = Columns(entries)
        self._rows: dict[Kind, Rows] = {kind: self._columns.rows(kind) for kind in KINDS}
        self._vectors = {kind: np.ascontiguousarray(vectors[rows]) for kind, rows in self._rows.items()}

    def nearest(self, kind: Kind, vector: NDArray[np.float32], count: int, where: Filter) -> Near:
        rows, similarities = self._rows[kind], self._vectors[kind] @ vector
        if where != ANYTHING:
            kept = self._columns.passing(where)[rows]
            rows, similarities = rows[kept], similarities[kept]
        return best(rows, similarities, count)

    def close(self) -> None:
        return None


def best(rows: Rows, similarities: NDArray[Any], count: int) -> Near:
    """The `count` highest, highest first; equal ones in the order of their rows."""
    if len(rows) > count:
        kept = np.argpartition(-similarities, count - 1)[:count]
        rows, similarities = rows[kept], similarities[kept]
    order = np.lexsort((rows, -similarities))
    return Near(rows[order], similarities[order])
