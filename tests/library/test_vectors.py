from __future__ import annotations

import numpy as np
from shelf_samples import CATALOGUE, GUIDE

from advisor.library.embedders.fake import FakeEmbedder
from advisor.library.entries import compose_entries
from advisor.library.vectors import ExactIndex, Filter, best

ENTRIES = compose_entries(CATALOGUE, GUIDE)
VECTORS = FakeEmbedder().embed_passages([entry.searched for entry in ENTRIES])


def test_an_entry_is_nearest_to_itself() -> None:
    index = ExactIndex(ENTRIES, VECTORS)
    for row, entry in enumerate(ENTRIES):
        near = index.nearest(entry.kind, VECTORS[row], 3, Filter())
        assert abs(near.similarities[0] - 1) < 1e-5
        assert list(near.similarities) == sorted(near.similarities, reverse=True)


def test_filters_keep_what_they_say() -> None:
    index = ExactIndex(ENTRIES, VECTORS)
    near = index.nearest("card", VECTORS[0], 100, Filter(factor="context", vendor="Acme"))
    assert {(ENTRIES[row].passage.factor, ENTRIES[row].passage.vendor) for row in near.rows} == {("context", "Acme")}
    assert len(index.nearest("guide", VECTORS[0], 100, Filter(vendor="Acme")).rows) == 0
    written = index.nearest("guide", VECTORS[0], 100, Filter(language="en"))
    assert {ENTRIES[row].passage.language for row in written.rows} == {"en"}


def test_ties_come_in_the_order_of_their_rows() -> None:
    near = best(np.arange(6), np.array([0.1, 0.5, 0.5, 0.9, 0.5, 0.0], np.float32), 4)
    assert list(near.rows[:2]) == [3, 1]
    assert len(near.rows) == 4
