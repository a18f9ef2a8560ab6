"""The door to every embedding model, and how one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from advisor.settings import Settings

Vectors = NDArray[np.float32]
"""One unit row a text; a text without any known token is a row of zeros."""


class Embedder(Protocol):
    """`name` is for people; `fingerprint` changes whenever the vectors of a text might."""

    @property
    def name(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def embed_queries(self, texts: Sequence[str]) -> Vectors: ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors: ...


def own_folder(knowledge: Path) -> Path:
    return knowledge / "embedder"


def open_embedder(settings: Settings) -> Embedder:
    """The project's own model, or the sentence-transformers model that ADVISOR_EMBEDDER names. Raises EmbedderError.

    Only the second imports torch, and only when it is first used.
    """
    if settings.embedder is None:
        from advisor.library.embedders.static import StaticEmbedder

        return StaticEmbedder(own_folder(settings.knowledge))
    from advisor.library.embedders.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(settings.embedder)
