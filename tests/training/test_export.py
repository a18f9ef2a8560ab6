from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, models, pre_tokenizers

from advisor.library.embedders.static import StaticEmbedder
from advisor.training.export import export, quantise


def test_rounding_stays_within_half_a_step() -> None:
    table = np.random.default_rng(1).standard_normal((50, 16)).astype(np.float32)
    table[7] = 0
    rows, scales = quantise(table)
    assert rows.dtype == np.int8
    assert np.all(np.abs(rows * scales[:, None] - table) <= scales[:, None] / 2 + 1e-7)


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    tokenizer = Tokenizer(models.WordLevel({"[UNK]": 0, "uno": 1, "dos": 2}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    table = np.array([[0, 0], [1, 0], [0.5, 1]], np.float32)
    sums = export(table, tokenizer, tmp_path / "model")
    embedder = StaticEmbedder(tmp_path / "model")
    np.testing.assert_allclose(embedder.embed_queries(["uno"])[0], [1, 0], atol=1e-6)
    mean = (table[1] + table[2]) / 2
    np.testing.assert_allclose(embedder.embed_queries(["uno dos"])[0], mean / np.linalg.norm(mean), atol=0.01)
    for name, digest in sums.items():
        assert hashlib.sha256((tmp_path / "model" / name).read_bytes()).hexdigest() == digest
