from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from shelf_samples import CATALOGUE, GUIDE

from advisor.errors import EmbedderError
from advisor.library.embedders.choose import open_embedder, own_folder
from advisor.library.embedders.sentence_transformer import SentenceTransformerEmbedder, prefixes
from advisor.library.embedders.static import StaticEmbedder
from advisor.library.shelf import Library
from advisor.settings import KNOWLEDGE, Settings

OWN = own_folder(KNOWLEDGE)
TEXTS = [
    "¿Qué es LoRA y cuántos ejemplos necesito?",
    "que es lora y cuantos egemplos nesesito",
    "How long a context does GPT-4o mini take?",
    "",
    "🦆",
    "a",
    "la " * 500,
    "Precio: 0,15 USD / 1M tokens — «barato»…",
]


@pytest.fixture(scope="module")
def own() -> StaticEmbedder:
    return StaticEmbedder(OWN)


def test_unit_rows_and_zero_for_no_text(own: StaticEmbedder) -> None:
    vectors = own.embed_queries(TEXTS)
    assert vectors.shape == (len(TEXTS), own.dimension)
    assert vectors.dtype == np.float32
    norms = np.linalg.norm(vectors, axis=1)
    assert norms[3] == 0
    assert np.allclose(np.delete(norms, 3), 1, atol=1e-5)


def test_accents_and_case_do_not_matter(own: StaticEmbedder) -> None:
    first, second = own.embed_queries(["¿QUÉ ES AFINACIÓN?", "¿que es afinacion?"])
    np.testing.assert_array_equal(first, second)


def test_the_two_languages_meet(own: StaticEmbedder) -> None:
    spanish, english, other = own.embed_queries(
        ["¿cuánto cuesta por millón de tokens?", "how much per million tokens?", "how many languages does it speak?"]
    )
    assert spanish @ english > spanish @ other


def test_many_texts_as_few(own: StaticEmbedder) -> None:
    many = own.embed_passages([f"texto número {n}" for n in range(5000)])
    np.testing.assert_array_equal(many[4999], own.embed_passages(["texto número 4999"])[0])


@pytest.mark.torch
@pytest.mark.slow
def test_equal_to_sentence_transformers(own: StaticEmbedder) -> None:
    from sentence_transformers import SentenceTransformer

    wanted = SentenceTransformer(str(OWN), device="cpu").encode(TEXTS)
    np.testing.assert_allclose(own.embed_queries(TEXTS), wanted, atol=1e-4)


@pytest.mark.torch
@pytest.mark.slow
def test_the_same_model_as_a_sentence_transformer(own: StaticEmbedder) -> None:
    embedder = open_embedder(Settings(data=Path(), embedder=str(OWN)))
    assert embedder.dimension == own.dimension
    np.testing.assert_allclose(embedder.embed_passages(TEXTS[:3]), own.embed_passages(TEXTS[:3]), atol=1e-4)


@pytest.mark.torch
@pytest.mark.slow
@pytest.mark.parametrize("prompts", [None, {"query": "consulta: ", "document": "texto: "}])
def test_prefixes_reach_the_model(tmp_path: Path, own: StaticEmbedder, prompts: dict[str, str] | None) -> None:
    """Those of the family of its name, or those of its own configuration."""
    folder = tmp_path / "multilingual-e5-tiny"
    shutil.copytree(OWN, folder)
    if prompts:
        configuration = {"prompts": prompts, "default_prompt_name": "query"}
        (folder / "config_sentence_transformers.json").write_text(json.dumps(configuration))
    query, passage = prompts.values() if prompts else ("query: ", "passage: ")
    embedder = open_embedder(Settings(data=Path(), embedder=str(folder)))
    text = "¿cuánta memoria hace falta?"
    np.testing.assert_allclose(embedder.embed_queries([text]), own.embed_queries([query + text]), atol=1e-4)
    np.testing.assert_allclose(embedder.embed_passages([text]), own.embed_passages([passage + text]), atol=1e-4)
    assert abs(own.embed_queries([text]) - embedder.embed_queries([text])).max() > 0.01


@pytest.mark.torch
@pytest.mark.slow
def test_naming_a_model_rebuilds_the_library_by_itself(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(OWN, folder)
    seen = []
    for name, action in ((None, "built"), (str(folder), "rebuilt"), (str(folder), "reopened"), (None, "rebuilt")):
        library = Library.open(Settings(data=tmp_path / "data", embedder=name), CATALOGUE, GUIDE)
        seen.append(library.search("how many parameters do I need?", "en").hits[0].id)
        assert (library.status.action, library.status.embedder) == (action, name or OWN.name)
        library.close()
    assert seen == ["guide/size/tiers"] * 4


def test_checksums_and_size() -> None:
    """The model is what its card says, and small."""
    import hashlib

    card = (OWN / "README.md").read_text("utf-8")
    for name in ("model.safetensors", "tokenizer.json"):
        assert hashlib.sha256((OWN / name).read_bytes()).hexdigest() in card
    assert sum(file.stat().st_size for file in OWN.rglob("*")) < 25_000_000


def test_no_torch_at_run_time() -> None:
    program = (
        "import sys; from pathlib import Path; from advisor.library.embedders.choose import open_embedder;"
        "from advisor.settings import Settings;"
        "open_embedder(Settings(data=Path('.'))).embed_queries(['hola']);"
        "print(sorted({'torch', 'sentence_transformers', 'transformers', 'chromadb', 'scipy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "modules.json"])
@pytest.mark.parametrize("content", [None, b"", b"{}", b"garbage" * 100])
def test_a_damaged_model_is_a_clear_error(tmp_path: Path, name: str, content: bytes | None) -> None:
    folder = tmp_path / "model"
    shutil.copytree(OWN, folder)
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    with pytest.raises(EmbedderError) as caught:
        StaticEmbedder(folder)
    assert str(folder) in caught.value.in_("es")


def test_another_architecture_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(OWN, folder)
    (folder / "modules.json").write_text(json.dumps([{"type": "sentence_transformers.models.Transformer"}]))
    with pytest.raises(EmbedderError, match="Transformer"):
        StaticEmbedder(folder)


def test_fingerprints_follow_the_content(tmp_path: Path, own: StaticEmbedder) -> None:
    folder = tmp_path / "model"
    shutil.copytree(OWN, folder)
    assert StaticEmbedder(folder).fingerprint == own.fingerprint
    before = SentenceTransformerEmbedder(str(folder)).fingerprint
    assert SentenceTransformerEmbedder(str(folder)).fingerprint == before
    (folder / "extra.json").write_text("{}")
    assert SentenceTransformerEmbedder(str(folder)).fingerprint != before
    assert SentenceTransformerEmbedder("a").fingerprint != SentenceTransformerEmbedder("b").fingerprint


@pytest.mark.parametrize(
    ("name", "prompts", "wanted"),
    [
        ("intfloat/multilingual-e5-small", None, ("query: ", "passage: ")),
        ("/models/multilingual-e5-base/", {"query": "", "document": ""}, ("query: ", "passage: ")),
        ("sentence-transformers/all-MiniLM-L6-v2", {}, ("", "")),
        ("some/model", {"query": "Q: ", "document": "D: "}, ("Q: ", "D: ")),
        ("some/e5-like", {"query": "Q: "}, ("Q: ", "")),
        ("nomic-ai/nomic-embed-text-v1.5", None, ("search_query: ", "search_document: ")),
    ],
)
def test_prefixes(name: str, prompts: dict[str, str] | None, wanted: tuple[str, str]) -> None:
    assert prefixes(name, prompts) == wanted


def test_a_named_model_loads_nothing_before_it_is_used() -> None:
    embedder = open_embedder(Settings(data=Path(), embedder="nobody/nothing"))
    assert embedder.name == "nobody/nothing"


@pytest.mark.torch
@pytest.mark.slow
def test_a_model_that_does_not_exist_is_a_clear_error() -> None:
    with pytest.raises(EmbedderError) as caught:
        SentenceTransformerEmbedder("/no/such/folder").embed_queries(["hola"])
    assert "ADVISOR_EMBEDDER" in caught.value.in_("es")
    assert "ADVISOR_EMBEDDER" in caught.value.in_("en")
