"""The library as LangChain parts: an `Embeddings` and a `BaseRetriever`, for whoever builds with that frame."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever

from advisor.domain.language import Language
from advisor.library.embedders.base import Embedder
from advisor.library.shelf import Library


class EmbedderEmbeddings(Embeddings):
    """Any `Embedder` where LangChain wants an `Embeddings`."""

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self.embedder.embed_passages(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        vector: list[float] = self.embedder.embed_queries([text])[0].tolist()
        return vector


class LibraryRetriever(BaseRetriever):
    """Passages that answer a question, best first; none where the library does not know (see `SearchResult.found`)."""

    library: Any
    language: Language = "es"
    k: int = 5

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002
        k: int | None = None,
    ) -> list[Document]:
        library: Library = self.library
        result = library.search(query, self.language, self.k if k is None else k)
        if not result.found:
            return []
        return [
            Document(
                id=hit.passage.document,
                page_content=hit.passage.text,
                metadata={
                    "id": hit.id,
                    "title": hit.passage.title,
                    "language": hit.language,
                    "factor": hit.passage.factor,
                    "score": hit.score,
                },
            )
            for hit in result.hits
        ]
