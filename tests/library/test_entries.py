from __future__ import annotations

import json
from pathlib import Path

import pytest
from shelf_samples import CATALOGUE, GUIDE

from advisor.errors import KnowledgeError
from advisor.library.entries import (
    DECOY,
    Asked,
    Entry,
    compose_entries,
    knowledge_fingerprint,
    read_all_asked,
    read_asked,
)


def test_questions_of_the_front_matter_lead_to_their_section() -> None:
    entries = compose_entries(CATALOGUE, GUIDE)
    question = next(entry for entry in entries if entry.passage.text == "¿qué es el contexto?")
    assert (question.role, question.passage.id, question.kind) == ("question", "guide/context/range", "guide")


def test_asked_questions_of_unknown_sections_are_left_out() -> None:
    asked = (
        Asked("¿y esto?", "es", "guide/context/range"),
        Asked("¿y aquello?", "es", "guide/size/gone"),
        Asked("receta", "es", None),
    )
    found = {entry.passage.text: entry.passage.id for entry in compose_entries(CATALOGUE, GUIDE, asked)}
    assert found["¿y esto?"] == "guide/context/range"
    assert "¿y aquello?" not in found
    assert found["receta"] == DECOY


def test_entries_survive_being_written() -> None:
    for entry in compose_entries(CATALOGUE, GUIDE):
        assert Entry.from_json(json.loads(json.dumps(entry.to_json()))) == entry


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"text": "", "lang": "es", "id": "a/b"}',
        '{"text": "a", "lang": "fr", "id": "a/b"}',
        '{"text": "a", "lang": "es", "id": 3}',
        "[]",
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"text": "¿a?", "lang": "es", "id": "size/tiers"}\n\n' + line, "utf-8")
    with pytest.raises(KnowledgeError, match=r"questions\.jsonl:3"):
        read_asked(file)


def test_no_folder_is_no_questions(tmp_path: Path) -> None:
    assert read_all_asked(tmp_path) == ()


def test_the_fingerprint_follows_every_source() -> None:
    asked = (Asked("¿y esto?", "es", "guide/context/range"),)
    seen = {
        knowledge_fingerprint(CATALOGUE, GUIDE, ()),
        knowledge_fingerprint(CATALOGUE, GUIDE, asked),
        knowledge_fingerprint(type(CATALOGUE)(CATALOGUE.cards, "", "cards-2"), GUIDE, ()),
        knowledge_fingerprint(CATALOGUE, type(GUIDE)(GUIDE.sections, "guide-2"), ()),
    }
    assert len(seen) == 4
