"""The light path: a static embedding model in sentence-transformers format, with numpy alone.

A text's vector is the mean of its tokens' vectors, normalised: what `SentenceTransformer(folder).encode` computes with
its StaticEmbedding and Normalize modules, without importing torch (0.1 s instead of 10 s).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from advisor.errors import EmbedderError
from advisor.library.embedders.base import Vectors

CHUNK = 4096


class StaticEmbedder:
    def __init__(self, folder: Path) -> None:
        """`folder` holds modules.json, tokenizer.json and model.safetensors. Raises EmbedderError."""
        from safetensors.numpy import load
        from tokenizers import Tokenizer

        try:
            modules = json.loads((folder / "modules.json").read_text("utf-8"))
            weights = (folder / "model.safetensors").read_bytes()
            tokens = (folder / "tokenizer.json").read_text("utf-8")
            self._table = _fold_weights(load(weights))
            self._tokenizer: Any = Tokenizer.from_str(tokens)
        except Exception as error:  # a file's, a format's, and tokenizers' bare Exception
            raise _unusable(folder, str(error)) from error
        kinds = [str(module.get("type", "")).rpartition(".")[2] for module in modules]
        if kinds != ["StaticEmbedding", "Normalize"]:
            raise _unusable(folder, f"modules {kinds}, not StaticEmbedding and Normalize")
        if self._tokenizer.get_vocab_size() > len(self._table):
            raise _unusable(folder, "the vocabulary is larger than the table of vectors")
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._fingerprint = hashlib.sha256(weights + tokens.encode()).hexdigest()
        self._name = folder.name

    @property
    def name(self) -> str:
        return self._name

    @property
    def fingerprint(self) -> str:
        return self._fingerprint

    @property
    def dimension(self) -> int:
        return int(self._table.shape[1])

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts)

    def _embed(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for start in range(0, len(texts), CHUNK):
            encodings = self._tokenizer.encode_batch_fast(list(texts[start : start + CHUNK]), add_special_tokens=False)
            for row, encoding in enumerate(encodings, start):
                if encoding.ids:
                    vectors[row] = self._table[encoding.ids].mean(axis=0)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(norms, 1e-12), dtype=np.float32)


def _fold_weights(tensors: dict[str, Any]) -> Vectors:
    """One float32 row a token id: int8 rows times their scales, as sentence-transformers folds them."""
    if "embedding.weight" in tensors:
        return np.asarray(tensors["embedding.weight"], np.float32)
    table = np.asarray(tensors["embeddings"], np.float32)
    if "mapping" in tensors:
        table = table[tensors["mapping"]]
    if "weights" in tensors:
        table = table * np.asarray(tensors["weights"], np.float32)[:, None]
    return np.ascontiguousarray(table)


def _unusable(folder: Path, reason: str) -> EmbedderError:
    return EmbedderError(
        es=f"El modelo de embeddings de {folder} no se puede usar: {reason}. Vuelve a copiarlo o revisa ADVISOR_EMBEDDER.",
        en=f"The embedding model in {folder} cannot be used: {reason}. Copy it again or check ADVISOR_EMBEDDER.",
    )
