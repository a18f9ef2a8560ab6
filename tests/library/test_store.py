"""The store with a real Chroma: built once, reopened, borrowed, and mended whatever happens to its files."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from shelf_samples import CARDS, CATALOGUE, GUIDE, card, fact

from advisor.domain.cards import Catalogue
from advisor.domain.language import Localised
from advisor.errors import StoreError
from advisor.library.embedders.fake import FakeEmbedder
from advisor.library.shelf import Library
from advisor.settings import Settings

QUESTION = "¿qué es el contexto?"


def answer(library: Library) -> str:
    return library.search(QUESTION, "es").hits[0].id


def version(settings: Settings) -> Path:
    return settings.data / "library" / (settings.data / "library" / "current").read_text()


def test_built_once_and_reopened_at_once(settings: Settings, embedder: FakeEmbedder) -> None:
    shares: list[float] = []
    library = Library.open(settings, CATALOGUE, GUIDE, lambda share, text: shares.append(share), embedder=embedder)
    assert library.status.action == "built"
    assert library.status.embedded == library.status.entries == embedder.embedded + 6
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert answer(library) == "guide/context/range"
    library.close()

    again = FakeEmbedder()
    library = Library.open(settings, CATALOGUE, GUIDE, embedder=again)
    assert (library.status.action, library.status.embedded, again.embedded) == ("reopened", 0, 0)
    assert answer(library) == "guide/context/range"
    library.close()


def test_only_what_changed_is_embedded_again(settings: Settings, library: Library) -> None:
    library.close()
    changed = replace(CARDS[0], facts={**CARDS[0].facts, "context_tokens": fact(256_000, "tokens")})
    catalogue = Catalogue((changed, *CARDS[1:]), "2026-06-01", "cards-2")
    embedder = FakeEmbedder()
    library = Library.open(settings, catalogue, GUIDE, embedder=embedder)
    assert library.status.action == "rebuilt"
    assert library.status.text.en == "The knowledge changed: library brought up to date."
    assert library.status.embedded == embedder.embedded == 2  # the context passage, in both languages
    assert any("256K" in hit.passage.text for hit in library.search("contexto bolt 2 mini 256K", "es").hits)
    assert [path.name for path in (settings.data / "library").glob("v-*")] == [version(settings).name]
    library.close()


def test_a_card_that_is_gone_is_not_found(settings: Settings, library: Library) -> None:
    library.close()
    library = Library.open(settings, Catalogue(CARDS[:1], "", "cards-3"), GUIDE, embedder=FakeEmbedder())
    assert {hit.id for hit in library.search("llama 9 8b", "es", 20).hits}.isdisjoint({"card/globex/llama-9-8b"})
    library.close()


def test_another_embedder_rebuilds(settings: Settings, library: Library) -> None:
    library.close()
    library = Library.open(settings, CATALOGUE, GUIDE, embedder=FakeEmbedder("other", 32))
    assert (library.status.action, library.status.text.en) == (
        "rebuilt",
        "The embedding model changed: library rebuilt.",
    )
    assert answer(library) == "guide/context/range"
    library.close()


def test_a_second_opener_borrows_and_says_so(settings: Settings, library: Library) -> None:
    second = Library.open(settings, CATALOGUE, GUIDE, embedder=FakeEmbedder())
    assert (second.status.action, second.status.embedded) == ("borrowed", 0)
    assert "exact copy" in second.status.text.en
    for question in (QUESTION, "llama 9 8b", "how many parameters do I need?"):
        ours, theirs = second.search(question, "es"), library.search(question, "es")
        assert [hit.id for hit in ours.hits] == [hit.id for hit in theirs.hits]
    second.close()
    assert answer(library) == "guide/context/range"


def test_a_borrower_with_other_knowledge_makes_its_own_copy(settings: Settings, library: Library) -> None:
    other = Catalogue((*CARDS, card("acme/nova-x", "Nova X", "Acme", "Nova")), "", "cards-9")
    second = Library.open(settings, other, GUIDE, embedder=FakeEmbedder())
    assert second.status.action == "borrowed"
    assert second.status.embedded == second.status.entries
    assert second.search("nova x", "es").hits[0].id == "card/acme/nova-x"
    second.close()


def truncate_sqlite(folder: Path) -> None:
    file = folder / "chroma" / "chroma.sqlite3"
    os.truncate(file, file.stat().st_size // 2)


def empty_sqlite(folder: Path) -> None:
    os.truncate(folder / "chroma" / "chroma.sqlite3", 0)


def delete_sqlite(folder: Path) -> None:
    (folder / "chroma" / "chroma.sqlite3").unlink()


def delete_chroma(folder: Path) -> None:
    shutil.rmtree(folder / "chroma")


def garble_sqlite(folder: Path) -> None:
    (folder / "chroma" / "chroma.sqlite3").write_bytes(b"not a database" * 1000)


def garble_entries(folder: Path) -> None:
    (folder / "entries.jsonl").write_text('{"role": "passage"}\n')


def truncate_vectors(folder: Path) -> None:
    os.truncate(folder / "vectors.npy", 200)


def delete_keywords(folder: Path) -> None:
    shutil.rmtree(folder / "keywords")


def garble_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text("{}")


def delete_pointer(folder: Path) -> None:
    (folder.parent / "current").unlink()


def garble_pointer(folder: Path) -> None:
    (folder.parent / "current").write_bytes(b"../../etc\xff")


@pytest.mark.parametrize(
    "damage",
    [
        truncate_sqlite,
        empty_sqlite,
        delete_sqlite,
        delete_chroma,
        garble_sqlite,
        garble_entries,
        truncate_vectors,
        delete_keywords,
        garble_manifest,
        delete_pointer,
        garble_pointer,
    ],
)
def test_damage_is_found_and_mended(settings: Settings, library: Library, damage: Callable[[Path], None]) -> None:
    library.close()
    damage(version(settings))
    mended = Library.open(settings, CATALOGUE, GUIDE, embedder=FakeEmbedder())
    assert mended.status.action == ("built" if "pointer" in damage.__name__ else "rebuilt")
    assert answer(mended) == "guide/context/range"
    mended.close()
    again = Library.open(settings, CATALOGUE, GUIDE, embedder=FakeEmbedder())
    assert again.status.action == "reopened"
    again.close()


def test_a_missing_hnsw_folder_is_found_and_mended(settings: Settings) -> None:
    """Chroma writes its HNSW folder from 1,000 entries on, and answers with a single hit without it."""
    cards = tuple(card(f"acme/m{n}", f"Model {n}", "Acme", "M", context_tokens=fact(1000 + n)) for n in range(600))
    catalogue = Catalogue(cards, "", "many")
    Library.open(settings, catalogue, GUIDE, embedder=FakeEmbedder()).close()
    folders = [path for path in (version(settings) / "chroma").iterdir() if path.is_dir()]
    filled = [path for path in folders if any(path.iterdir())]
    assert filled
    for folder in folders:
        shutil.rmtree(folder)
    mended = Library.open(settings, catalogue, GUIDE, embedder=FakeEmbedder())
    assert (mended.status.action, mended.status.embedded) == ("rebuilt", 0)
    assert mended.search("model 77", "en").hits[0].id == "card/acme/m77"
    mended.close()


BUILDER = """
import sys, time
sys.path.insert(0, sys.argv[3])
from pathlib import Path
from shelf_samples import CATALOGUE, GUIDE
from advisor.library.embedders.fake import FakeEmbedder
from advisor.library.shelf import Library
from advisor.settings import Settings

def progress(share, text):
    print(share, flush=True)
    if share >= float(sys.argv[2]):
        time.sleep(60)

Library.open(Settings(data=Path(sys.argv[1]), knowledge=Path("none")), CATALOGUE, GUIDE, progress, embedder=FakeEmbedder())
"""


@pytest.mark.slow
@pytest.mark.parametrize("stage", [0.3, 0.6, 0.8])
def test_killed_while_building(settings: Settings, stage: float) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", BUILDER, str(settings.data), str(stage), str(Path(__file__).parent)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        while float(process.stdout.readline() or "nan") < stage:
            pass
        during = Library.open(settings, CATALOGUE, GUIDE, embedder=FakeEmbedder())
        assert during.status.action == "borrowed"
        assert answer(during) == "guide/context/range"
        during.close()
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    after = Library.open(settings, CATALOGUE, GUIDE, embedder=FakeEmbedder())
    assert after.status.action == "built"
    assert answer(after) == "guide/context/range"
    assert len(list((settings.data / "library").glob("v-*"))) == 1
    after.close()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as caught:
        Library.open(Settings(data=tmp_path / "file", knowledge=tmp_path), CATALOGUE, GUIDE, embedder=FakeEmbedder())
    assert "ADVISOR_DATA" in caught.value.in_("es")
    assert "ADVISOR_DATA" in caught.value.in_("en")


def test_a_failed_build_frees_the_lock(settings: Settings) -> None:
    def fail(share: float, text: Localised) -> None:
        if share > 0.5:
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        Library.open(settings, CATALOGUE, GUIDE, fail, embedder=FakeEmbedder())
    began = time.monotonic()
    library = Library.open(settings, CATALOGUE, GUIDE, embedder=FakeEmbedder())
    assert (library.status.action, time.monotonic() - began < 30) == ("built", True)
    library.close()
