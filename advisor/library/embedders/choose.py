"""Which embedding model is used: the project's own, or one that the settings name."""

from __future__ import annotations

from pathlib import Path

from advisor.library.embedders.base import Embedder
from advisor.settings import Settings


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
