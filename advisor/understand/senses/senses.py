"""The file of the trained senses: plain arrays, no pickle, read with numpy alone."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.errors import KnowledgeError
from advisor.understand.senses.sense import Sense

_FILE = "weights.npz"
_PARTS = ("keys", "weights", "step", "bias", "ways", "shift", "out")


def save_senses(senses: Mapping[str, Sense], folder: Path) -> Path:
    """As load_senses reads them; the same senses make the same bytes."""
    arrays: dict[str, NDArray[Any]] = {}
    for name, sense in senses.items():
        arrays[f"{name}/classes"] = np.array(sense.classes)
        arrays |= {f"{name}/{part}": getattr(sense, part) for part in _PARTS}
    path = folder / _FILE
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, allow_pickle=False, **arrays)
    return path


def load_senses(folder: Path) -> dict[str, Sense]:
    """By name, the senses of knowledge/senses. Raises KnowledgeError."""
    path = folder / _FILE
    try:
        with np.load(path, allow_pickle=False) as file:
            names = sorted({entry.partition("/")[0] for entry in file.files})
            return {name: _read(file, name) for name in names}
    except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        raise KnowledgeError(
            f"{path.name}: no se puede leer ({error}). Vuelve a copiarlo o entrénalo: python -m advisor.training.senses.",
            f"{path.name}: cannot be read ({error}). Copy it again or train it: python -m advisor.training.senses.",
        ) from error


def _read(file: Mapping[str, NDArray[Any]], name: str) -> Sense:
    classes = tuple(str(c) for c in file[f"{name}/classes"])
    return Sense(classes, *(file[f"{name}/{part}"] for part in _PARTS))
