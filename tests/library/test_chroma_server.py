"""The same library on a real Chroma server."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from shelf_samples import CARDS, CATALOGUE, GUIDE

from advisor.domain.cards import Catalogue
from advisor.errors import StoreError
from advisor.library.embedders.fake import FakeEmbedder
from advisor.library.shelf import Library
from advisor.settings import Settings

pytestmark = pytest.mark.servers


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = Path(sys.executable).with_name("chroma")
    folder = tmp_path_factory.mktemp("chroma-server")
    process = subprocess.Popen(
        [program, "run", "--path", folder, "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), 0.2).close()
                break
            except OSError:
                assert process.poll() is None
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def test_built_reopened_and_searched(settings: Settings, server: str) -> None:
    settings = replace(settings, chroma_url=server)
    embedded = Library.open(
        replace(settings, data=settings.data / "local", chroma_url=None), CATALOGUE, GUIDE, embedder=FakeEmbedder()
    )
    library = Library.open(settings, CATALOGUE, GUIDE, embedder=FakeEmbedder())
    assert library.status.action == "built"
    for question in ("¿qué es el contexto?", "llama 9 8b", "how many parameters do I need?"):
        ours, theirs = library.search(question, "es", 20), embedded.search(question, "es", 20)
        assert [(hit.id, round(hit.score, 4)) for hit in ours.hits] == [
            (hit.id, round(hit.score, 4)) for hit in theirs.hits
        ]
    assert {hit.id for hit in library.search("contexto", "es", 20, factor="context", vendor="Acme").hits} == {
        "card/acme/bolt-2-mini"
    }
    library.close()
    embedded.close()
    assert not list(settings.data.glob("library/v-*/chroma"))
    again = Library.open(settings, CATALOGUE, GUIDE, embedder=FakeEmbedder())
    assert again.status.action == "reopened"
    again.close()


def test_a_second_process_on_another_machine_shares_the_collections(settings: Settings, server: str) -> None:
    settings = replace(settings, chroma_url=server)
    other = replace(settings, data=settings.data.with_name("other"))
    first = Library.open(settings, CATALOGUE, GUIDE, embedder=FakeEmbedder())
    second = Library.open(other, CATALOGUE, GUIDE, embedder=FakeEmbedder())
    assert second.search("llama 9 8b", "en").hits == first.search("llama 9 8b", "en").hits
    first.close()
    second.close()


def test_collections_lost_on_the_server_are_made_again(settings: Settings, server: str) -> None:
    import chromadb

    settings = replace(settings, chroma_url=server)
    Library.open(settings, CATALOGUE, GUIDE, embedder=FakeEmbedder()).close()
    client = chromadb.HttpClient("127.0.0.1", int(server.rpartition(":")[2]))
    for collection in client.list_collections():
        client.delete_collection(collection.name)
    mended = Library.open(settings, CATALOGUE, GUIDE, embedder=FakeEmbedder())
    assert (mended.status.action, mended.status.embedded) == ("rebuilt", 0)
    assert mended.search("llama 9 8b", "en").hits[0].id == "card/globex/llama-9-8b"
    mended.close()


def test_changed_knowledge_gets_collections_of_its_own(settings: Settings, server: str) -> None:
    settings = replace(settings, chroma_url=server)
    Library.open(settings, CATALOGUE, GUIDE, embedder=FakeEmbedder()).close()
    fewer = Library.open(settings, Catalogue(CARDS[:1], "", "fewer"), GUIDE, embedder=FakeEmbedder())
    assert fewer.status.action == "rebuilt"
    assert {hit.id for hit in fewer.search("llama 9 8b", "en", 50, kind="card").hits} == {"card/acme/bolt-2-mini"}
    fewer.close()


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "ftp://127.0.0.1", "http://", "::::"])
def test_no_server_is_a_clear_error(settings: Settings, url: str) -> None:
    with pytest.raises(StoreError) as caught:
        Library.open(replace(settings, chroma_url=url), CATALOGUE, GUIDE, embedder=FakeEmbedder())
    assert "Chroma" in caught.value.in_("es") or "127.0.0.1:9" in caught.value.in_("es")
    shutil.rmtree(settings.data, ignore_errors=True)


def test_a_password_in_the_url_is_never_shown(settings: Settings) -> None:
    with pytest.raises(StoreError) as caught:
        Library.open(
            replace(settings, chroma_url="http://me:s3cret@127.0.0.1:9"), CATALOGUE, GUIDE, embedder=FakeEmbedder()
        )
    assert "s3cret" not in caught.value.in_("es") + caught.value.in_("en")
