"""What several rooms' tests share: the real knowledge, loaded once, and an environment that cannot reach a model."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advisor import settings as settings_module

if TYPE_CHECKING:
    from advisor.conversation.deps import Deps
    from advisor.settings import Settings

for name in [n for n in os.environ if n.startswith(("ADVISOR_", "OPENAI_", "ANTHROPIC_", "GOOGLE_", "OLLAMA_"))]:
    del os.environ[name]
os.environ["LANGGRAPH_STRICT_MSGPACK"] = "true"
os.environ["HF_HUB_OFFLINE"] = "1"


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return settings_module.read({"ADVISOR_DATA": str(tmp_path_factory.mktemp("advisor"))})


@pytest.fixture(scope="session")
def deps(settings: Settings) -> Iterator[Deps]:
    """The real knowledge, the real store, built once; the day is fixed so that retirement dates do not move."""
    from advisor.conversation.assemble import assemble

    assembled = assemble(settings)
    assembled.today = lambda: "2026-11-22"
    yield assembled
    assembled.close()


@pytest.fixture(scope="session")
def knowledge() -> Path:
    return settings_module.KNOWLEDGE


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests last: while Playwright runs, its event loop occupies the thread, and other tests want one of their own."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
