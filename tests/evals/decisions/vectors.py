"""What a tutorial would build: the nearest chunks to the message, and the models that they belong to."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from advisor import settings
from advisor.domain.cards import Catalogue
from advisor.errors import EmbedderError
from advisor.library.embedders.choose import open_embedder
from advisor.library.passages import card_passages
from tests.evals.decisions.labels import Row


def searcher(catalogue: Catalogue) -> Callable[[Row], list[tuple[str, ...]]] | None:
    """The first three models by cosine of their best passage with the message; None where no embedder can be opened."""
    try:
        embedder = open_embedder(settings.read({}))
    except EmbedderError:
        return None
    owned = [(card, passage) for card in catalogue for passage in card_passages(card)]
    vectors = np.asarray(embedder.embed_passages([passage.text for _, passage in owned]))

    def search(row: Row) -> list[tuple[str, ...]]:
        query = np.asarray(embedder.embed_queries([row.text]))[0]
        nearest = np.argsort(-(vectors @ query))
        names = dict.fromkeys((owned[at][0].model, owned[at][0].name) for at in nearest[:200])
        return list(names)[:3]

    return search
