"""The command that a contributor runs on a card."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.curation.__main__ import main

CARD = """\
model: acme/one
name: One
vendor: Acme
family: One
status: current
sources:
  page: {title: Acme models, url: "https://acme.example.com", date: 2026-11-01}
facts:
  params_total_b: {value: 7, kind: declared, source: page}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "models" / "acme" / "one.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(CARD, encoding="utf-8")
    return path


def test_a_good_card_passes(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--knowledge", str(tmp_path), "check", str(file)]) == 0
    assert "acme/one.yaml: well formed" in capsys.readouterr().out


def test_a_wrong_card_fails_and_says_where(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(CARD.replace("value: 7", "value: big"), encoding="utf-8")
    assert main(["--knowledge", str(tmp_path), "check", str(file)]) == 1
    assert "acme/one.yaml: params_total_b: 'big' is not a number" in capsys.readouterr().err


def test_without_a_file_the_whole_catalogue_is_checked(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--knowledge", str(tmp_path), "check"]) == 0
    out = capsys.readouterr().out
    assert "1 cards, 1 facts" in out
    assert "factors missing: " in out


def test_a_missing_file_is_said(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--knowledge", str(tmp_path), "check", str(tmp_path / "models/acme/none.yaml")]) == 1
    assert "Cannot read" in capsys.readouterr().err
