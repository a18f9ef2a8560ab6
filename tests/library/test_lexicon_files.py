"""The lexicon's and the hardware's files: both languages, sources, clear errors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from advisor.domain.needs import USE_CASES
from advisor.errors import KnowledgeError
from advisor.library.hardware import load_devices
from advisor.library.lexicon import load_lexicon


def test_the_lexicon_serves_both_languages(knowledge: Path) -> None:
    lexicon = load_lexicon(knowledge / "lexicon")
    for entry in lexicon.entries:
        assert entry.shared or (entry.es and entry.en), (entry.kind, entry.value)
    assert {entry.value for entry in lexicon.entries if entry.kind == "use_case"} == set(USE_CASES)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("flag:\n  local:\n    es: [en casa]\n", "flag/local"),
        ("flag:\n  local:\n    es: [En casa]\n    en: [at home]\n", "En casa"),
        ("flag: [local]\n", "flag"),
        ("flag:\n  local:\n    es: ['en [mi casa']\n    en: [at home]\n", "en [mi casa"),
        ("flag:\n  local:\n    es: ['en|[mi] casa']\n    en: [at home]\n", "en|[mi] casa"),
        ("flag:\n  local:\n    fr: [chez moi]\n", "flag/local"),
        ("flag: {local: ", "extra.yaml"),
    ],
)
def test_a_wrong_entry_is_named(knowledge: Path, tmp_path: Path, content: str, says: str) -> None:
    for path in (knowledge / "lexicon").glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "extra.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        load_lexicon(tmp_path)
    assert says in error.value.in_("es")
    assert says in error.value.in_("en")


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="families"):
        load_lexicon(tmp_path)


def test_every_device_has_memory_and_a_source(knowledge: Path) -> None:
    devices = load_devices(knowledge / "hardware.yaml")
    assert len(devices) >= 120
    for device in devices:
        assert device.memory_gb
        assert device.source
        assert re.match(r"https?://", device.url)
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", device.date)
        assert device.bandwidth_gb_s is None or 1 < device.bandwidth_gb_s < 20_000
    assert {"gpu", "laptop_gpu", "datacenter_gpu", "apple", "apu", "board", "phone"} <= {d.kind for d in devices}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("{id: x, name: X, kind: gpu, memory_gb: [8, 4], bandwidth_gb_s: 1, aliases: [x], source: s}", "x"),
        ("{id: x, name: X, kind: toaster, memory_gb: [8], bandwidth_gb_s: 1, aliases: [x], source: s}", "toaster"),
        ("{id: x, name: X, kind: gpu, memory_gb: [4, 8], bandwidth_gb_s: 1, aliases: [x], source: s}", "common_gb"),
        ("{id: x, name: X, kind: gpu, memory_gb: [8], bandwidth_gb_s: 1, aliases: [x], source: t}", "t"),
    ],
)
def test_a_wrong_device_is_named(tmp_path: Path, row: str, says: str) -> None:
    path = tmp_path / "hardware.yaml"
    path.write_text(f"sources:\n  s: {{title: S, url: 'https://s.org', date: 2026-01-01}}\ndevices:\n  - {row}\n")
    with pytest.raises(KnowledgeError, match=says):
        load_devices(path)
