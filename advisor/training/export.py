"""Writing the trained table as a sentence-transformers model: 8-bit vectors with one scale a token."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]


def quantise(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Rows in -127..127 and the scale of each; row times scale is within half a scale of the original."""
    scales = np.maximum(np.abs(table).max(axis=1), 1e-8) / 127
    return np.round(table / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def export(table: NDArray[np.float32], tokenizer: Any, folder: Path) -> dict[str, str]:
    """Write the model's files; returns the SHA-256 of each that carries it."""
    from safetensors.numpy import save

    rows, scales = quantise(table)
    (folder / "1_Normalize").mkdir(parents=True, exist_ok=True)
    (folder / "1_Normalize" / "config.json").write_text("{}\n")
    (folder / "model.safetensors").write_bytes(save({"embeddings": rows, "weights": scales}))
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "modules.json").write_text(json.dumps(MODULES, indent=1) + "\n")
    return {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in ("model.safetensors", "tokenizer.json")
    }
