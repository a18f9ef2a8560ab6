"""Puts the rooms together: knowledge in, Deps out. Nothing here opens the vector store."""

from __future__ import annotations

from pathlib import Path

import yaml

from advisor.conversation.deps import Deps, Progress
from advisor.library.cards import load_catalogue
from advisor.library.guide import load_guide
from advisor.library.hardware import load_devices
from advisor.library.shelf import Library
from advisor.scoring.engine import Scorer
from advisor.settings import Settings
from advisor.understand.asked import AskedFields
from advisor.understand.reader import Reader


def assemble(settings: Settings) -> Deps:
    """Loads cards, guide, hardware and lexicon. KnowledgeError where a file is wrong."""
    knowledge = settings.knowledge
    raise NotImplementedError(
        knowledge, Path, yaml, Library, Progress, Reader, Scorer, AskedFields, load_catalogue, load_guide, load_devices
    )
