from __future__ import annotations

from pathlib import Path

import pytest

from advisor.errors import KnowledgeError
from advisor.library.guide import load_guide, section_from_text

GOOD = """---
id: size/tiers
factor: size
title: Tamaños
updated: 2026-11-22
origins:
- claim: 7B
  source: A card
  url: https://example.org/
questions:
- ¿cuántos parámetros?
---
El cuerpo.

Otro párrafo.
"""


def write(folder: Path, language: str, name: str, text: str) -> None:
    (folder / language).mkdir(parents=True, exist_ok=True)
    (folder / language / name).write_text(text, "utf-8")


def test_a_section_is_read() -> None:
    section = section_from_text(GOOD, "es/size.md", "es")
    assert (section.id, section.factor, section.title, section.updated) == (
        "size/tiers",
        "size",
        "Tamaños",
        "2026-11-22",
    )
    assert section.questions == ("¿cuántos parámetros?",)
    assert section.origins == (("7B", "A card", "https://example.org/"),)
    assert section.body == "El cuerpo.\n\nOtro párrafo."


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("id: size/tiers", "id: Size Tiers", "id"),
        ("factor: size", "factor: colour", "factor"),
        ("factor: size", "factor: context", "factor"),
        ("title: Tamaños", "title: ''", "title"),
        ("updated: 2026-11-22", "updated: ayer", "updated"),
        ("- ¿cuántos parámetros?", "- 3", "questions"),
        ("title: Tamaños", "title: Tamaños\nextra: 1", "extra"),
        ("url: https://example.org/", "url: javascript:alert(1)", "origins"),
        ("  source: A card\n", "", "origins"),
        ("El cuerpo.\n\nOtro párrafo.\n", "", "body"),
        ("---\nid", "id", "front matter"),
        ("title: Tamaños", "title: [", "line"),
    ],
)
def test_a_wrong_file_names_file_and_field(old: str, new: str, field: str) -> None:
    assert old in GOOD
    with pytest.raises(KnowledgeError) as caught:
        section_from_text(GOOD.replace(old, new, 1), "es/size.md", "es")
    assert caught.value.in_("en").startswith(f"es/size.md: {field}")
    assert caught.value.in_("es").startswith("es/size.md: ")


def test_both_languages_are_needed(tmp_path: Path) -> None:
    write(tmp_path, "es", "a.md", GOOD)
    (tmp_path / "en").mkdir()
    with pytest.raises(KnowledgeError, match="en/: id: the section 'size/tiers' is missing"):
        load_guide(tmp_path)


def test_an_id_stands_once(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        write(tmp_path, "es", name, GOOD)
    write(tmp_path, "en", "a.md", GOOD)
    with pytest.raises(KnowledgeError, match="there twice"):
        load_guide(tmp_path)


def test_the_fingerprint_follows_the_content(tmp_path: Path) -> None:
    for language in ("es", "en"):
        write(tmp_path, language, "a.md", GOOD)
    before = load_guide(tmp_path).fingerprint
    assert load_guide(tmp_path).fingerprint == before
    write(tmp_path, "es", "a.md", GOOD.replace("cuerpo", "cuerpo nuevo"))
    assert load_guide(tmp_path).fingerprint != before


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no folder of the guide"):
        load_guide(tmp_path)


def test_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "es").mkdir()
    (tmp_path / "es" / "a.md").write_bytes(b"\xff\xfe")
    with pytest.raises(KnowledgeError, match=r"es/a\.md: text: is not UTF-8"):
        load_guide(tmp_path)
