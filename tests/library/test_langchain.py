"""LangChain's own suites of tests for embeddings and retrievers, run on our parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.retrievers import BaseRetriever
from langchain_tests.integration_tests import EmbeddingsIntegrationTests, RetrieversIntegrationTests
from langchain_tests.unit_tests import EmbeddingsUnitTests
from shelf_samples import CATALOGUE, GUIDE

from advisor.library.embedders.fake import FakeEmbedder
from advisor.library.langchain import EmbedderEmbeddings, LibraryRetriever
from advisor.library.shelf import Library
from advisor.settings import Settings

_open: list[Library] = []


@pytest.fixture(scope="module", autouse=True)
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("retriever")
    _open.append(Library.open(Settings(folder, knowledge=Path("none")), CATALOGUE, GUIDE, embedder=FakeEmbedder()))
    yield
    _open.pop().close()


class TestEmbeddings(EmbeddingsUnitTests):
    @property
    def embeddings_class(self) -> type[EmbedderEmbeddings]:
        return EmbedderEmbeddings

    @property
    def embedding_model_params(self) -> dict[str, Any]:
        return {"embedder": FakeEmbedder()}


class TestEmbeddingsAtWork(EmbeddingsIntegrationTests):
    @property
    def embeddings_class(self) -> type[EmbedderEmbeddings]:
        return EmbedderEmbeddings

    @property
    def embedding_model_params(self) -> dict[str, Any]:
        return {"embedder": FakeEmbedder()}


class TestRetriever(RetrieversIntegrationTests):
    @property
    def retriever_constructor(self) -> type[BaseRetriever]:
        return LibraryRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"library": _open[0]}

    @property
    def retriever_query_example(self) -> str:
        return "¿qué es el contexto?"


def test_documents_carry_what_a_citation_needs() -> None:
    found = LibraryRetriever(library=_open[0], language="en").invoke("what is the context window?")
    assert found[0].metadata["id"] == "guide/context/range"
    assert found[0].metadata["language"] == "en"


def test_nothing_is_returned_where_nothing_is_known() -> None:
    assert LibraryRetriever(library=_open[0]).invoke("croquetas caseras") == []
