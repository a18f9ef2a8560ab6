"""Puts the rooms together: knowledge in, Deps out. Nothing here opens the vector store."""

from __future__ import annotations

from functools import partial

from advisor.conversation.deps import Deps, Progress
from advisor.domain.cards import Catalogue
from advisor.domain.passages import Guide
from advisor.library.current import load_current
from advisor.library.guide import load_guide
from advisor.library.hardware import load_devices
from advisor.library.lexicon import load_lexicon
from advisor.library.matters import load_matters
from advisor.library.names import read_nicknames
from advisor.library.shelf import Library
from advisor.scoring.engine import Scorer
from advisor.settings import Settings
from advisor.understand.models.asked import AskedFields
from advisor.understand.reader import Reader
from advisor.understand.senses.senses import load_senses
from advisor.understand.talk.which import WhichWords


def assemble(settings: Settings) -> Deps:
    """Loads cards, guide, hardware and lexicon. Raises KnowledgeError where a file is wrong."""
    knowledge = settings.knowledge
    catalogue, guide = load_knowledge(settings)
    devices = load_devices(knowledge / "hardware.yaml")
    return Deps(
        settings=settings,
        catalogue=catalogue,
        guide=guide,
        devices=devices,
        reader=Reader(
            catalogue,
            devices,
            load_lexicon(knowledge / "lexicon"),
            read_nicknames(knowledge),
            senses=load_senses(knowledge / "senses"),
            which=WhichWords.load(knowledge / "which.yaml", houses(catalogue)),
        ),
        scorer=Scorer.of(catalogue, knowledge),
        asked=AskedFields.load(knowledge / "asked_fields.yaml"),
        matters=load_matters(knowledge / "matters.yaml", guide),
        open_library=partial(Library.open, settings, catalogue, guide),
    )


def houses(catalogue: Catalogue) -> dict[str, str]:
    """Makers' slugs by the names that they go by, in lower case."""
    names = {card.vendor.casefold(): card.model.partition("/")[0] for card in catalogue}
    return {name: slug for name, slug in names.items() if name.replace(" ", "").isalnum()}


def load_knowledge(settings: Settings) -> tuple[Catalogue, Guide]:
    """Cards, with refreshed data on top, and guide. Raises KnowledgeError where a file is wrong."""
    return load_current(settings), load_guide(settings.knowledge / "guide")


def open_library(settings: Settings, progress: Progress | None = None) -> Library:
    """The library alone, for the command that builds it."""
    return Library.open(settings, *load_knowledge(settings), progress)
