"""A small store built from the samples with a fake embedder."""

from __future__ import annotations

import asyncio
import functools
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from shelf_samples import CATALOGUE, GUIDE

from advisor.library import words
from advisor.library.embedders.fake import FakeEmbedder
from advisor.library.shelf import Library
from advisor.settings import Settings


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """LangChain's suites hold plain coroutines."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


@pytest.fixture(autouse=True, scope="session")
def dictionaries_once() -> Iterator[None]:
    """Each store built loads simplemma's dictionaries, a second each time; here once is enough."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "folded_dictionary", functools.cache(words.folded_dictionary))
        yield


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """No training questions are read: the knowledge folder is empty."""
    return Settings(data=tmp_path / "data", knowledge=tmp_path / "knowledge")


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture
def library(settings: Settings, embedder: FakeEmbedder) -> Iterator[Library]:
    opened = Library.open(settings, CATALOGUE, GUIDE, embedder=embedder)
    yield opened
    opened.close()
