"""Any sentence-transformers model, by name or folder. The only file that imports torch, and only when first used."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from advisor.errors import EmbedderError
from advisor.library.embedders.base import Vectors

_PREFIXES = (
    # (part of the name, query prefix, passage prefix), as the models' own cards ask; the first match counts.
    ("e5-mistral", "Instruct: Given a question, retrieve passages that answer it\nQuery: ", ""),
    ("e5-large-instruct", "Instruct: Given a question, retrieve passages that answer it\nQuery: ", ""),
    ("e5", "query: ", "passage: "),
    ("nomic-embed", "search_query: ", "search_document: "),
    ("bge-small-en", "Represent this sentence for searching relevant passages: ", ""),
    ("bge-base-en", "Represent this sentence for searching relevant passages: ", ""),
    ("bge-large-en", "Represent this sentence for searching relevant passages: ", ""),
    ("mxbai-embed", "Represent this sentence for searching relevant passages: ", ""),
)


def prefixes(name: str, prompts: dict[str, str] | None = None) -> tuple[str, str]:
    """(query, passage) prefixes: the model's own prompts where its configuration has any, else those of its family."""
    given = {key: text for key, text in (prompts or {}).items() if text}
    query = given.get("query") or given.get("search_query")
    passage = given.get("passage") or given.get("document") or given.get("search_document")
    if query or passage:
        return query or "", passage or ""
    short = name.rstrip("/").rpartition("/")[2].casefold()
    return next(((query, passage) for part, query, passage in _PREFIXES if part in short), ("", ""))


class SentenceTransformerEmbedder:
    def __init__(self, name: str) -> None:
        """Nothing is loaded yet. A folder's fingerprint covers its files' names, sizes and times; a name's, the name."""
        self._name = name
        folder = Path(name).expanduser()
        described = [name]
        if folder.is_dir():
            described += [
                f"{file.relative_to(folder)} {file.stat().st_size} {file.stat().st_mtime_ns}"
                for file in sorted(folder.rglob("*"))
                if file.is_file()
            ]
        self._fingerprint = hashlib.sha256("\n".join(described).encode()).hexdigest()

    @property
    def name(self) -> str:
        return self._name

    @property
    def fingerprint(self) -> str:
        return self._fingerprint

    @property
    def dimension(self) -> int:
        return int(self._model.get_embedding_dimension())

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts, self._prefixes[0])

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts, self._prefixes[1])

    @cached_property
    def _prefixes(self) -> tuple[str, str]:
        return prefixes(self._name, getattr(self._model, "prompts", None))

    @cached_property
    def _model(self) -> Any:
        try:
            from sentence_transformers import SentenceTransformer

            return SentenceTransformer(str(Path(self._name).expanduser()) if Path(self._name).is_dir() else self._name)
        except Exception as error:  # a hub, a file or an import can fail in any way
            raise EmbedderError(
                es=f"No se puede cargar ADVISOR_EMBEDDER=«{self._name}» ({type(error).__name__}): comprueba el nombre o la "
                "carpeta y la conexión, o quita la variable para usar el modelo propio.",
                en=f'ADVISOR_EMBEDDER="{self._name}" cannot be loaded ({type(error).__name__}): check the name or folder '
                "and the connection, or unset the variable to use the project's own model.",
            ) from error

    def _embed(self, texts: Sequence[str], prefix: str) -> Vectors:
        # prompt="" keeps a default prompt of the model from being added a second time.
        vectors = self._model.encode(
            [prefix + text for text in texts], normalize_embeddings=True, show_progress_bar=False, prompt=""
        )
        return np.asarray(vectors, np.float32).reshape(len(texts), -1)
