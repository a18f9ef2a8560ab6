"""The catalogue in force: the curated cards with what refreshing brought on top."""

from __future__ import annotations

import sys

from advisor.domain.cards import Catalogue
from advisor.library.cards import load_catalogue
from advisor.library.overlay import overlaid
from advisor.library.overlay_file import read_overlay
from advisor.settings import Settings


def load_curated(settings: Settings) -> Catalogue:
    """The cards in `knowledge/` alone. Raises KnowledgeError where one is wrong."""
    return load_catalogue(settings.knowledge / "models", cache=settings.data / "cards.json")


def load_current(settings: Settings) -> Catalogue:
    """Raises KnowledgeError where a card is wrong.

    Refreshed data that cannot be used are passed over, and what is wrong with them is said on standard error.
    """
    kept = read_overlay(settings.data)
    if kept.problem is not None:
        sys.stderr.write(f"{kept.problem.es}\n{kept.problem.en}\n")
    return overlaid(load_curated(settings), kept)
