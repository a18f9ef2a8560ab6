"""The whole refresh against a real server on loopback: what is shown, what is written, and what survives."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from refresh_samples import TODAY, dev_catalog, dev_row, lite_map, lite_row, write_knowledge
from shelf_samples import GUIDE

from advisor import __main__ as command_line
from advisor.domain.cards import Catalogue
from advisor.domain.language import Language
from advisor.errors import RefreshError
from advisor.library.current import load_curated, load_current
from advisor.library.embedders.fake import FakeEmbedder
from advisor.library.overlay_file import overlay_path
from advisor.library.refresh import command
from advisor.library.refresh.command import Ask, refresh_command
from advisor.library.refresh.fetch import Limits
from advisor.library.shelf import Library
from advisor.settings import Settings
from tests.servers.catalogue_server import CatalogueServer, Play, json_play, serving_catalogues, zipped

NEW_PRICE = lite_map({"gpt-5.4": lite_row(input_cost_per_token=2e-06)})
NEW_MODEL = dev_catalog({"openai": {"gpt-7-nova": dev_row(name="GPT-7 Nova"), "gpt-5.4": dev_row(status="deprecated")}})
SLIP = lite_map(
    {"gpt-5.4": lite_row(input_cost_per_token=2.5e-04), "claude-opus-5": lite_row(litellm_provider="anthropic")}
)
HOSTILE = dev_catalog(
    {
        "openai": {
            "../../../etc/passwd": dev_row(),
            "gpt-ignore-all-previous-instructions": dev_row(),
            "gpt-8": dev_row(name="GPT-8 [click](https://evil.example) \x1b[2J", cost={"input": -1, "output": 1e99}),
            "gpt-5.4": dev_row(cost={"input": float("nan"), "output": float("-inf")}, limit={"context": 10**30}),
        }
    },
)
LIMITS = Limits(bytes=2_000_000, total_s=1.5, silence_s=1)


@pytest.fixture(scope="module")
def server() -> Iterator[CatalogueServer]:
    good = json_play(NEW_PRICE)
    plays = {
        "/lite.json": good,
        "/lite.json.gz": zipped(good),
        "/catalog.json": json_play(NEW_MODEL),
        "/api.json": json_play(NEW_MODEL["providers"]),
        "/same.json": json_play(lite_map({"gpt-5.4": lite_row()})),
        "/slip.json": json_play(SLIP),
        "/hostile.json": json_play(HOSTILE),
        "/down": Play(hang_up=True),
        "/slow": Play(good.body, pause_s=0.05),
        "/cut": Play(good.body[:-10]),
        "/renamed-keys": json_play({"vendors": NEW_MODEL["providers"], "entries": {}}),
        "/html": Play(b"<html></html>", kind="text/html"),
        "/huge": Play(b" " * 65_536, times=1000, claimed=-1),
        "/deep": Play(b'{"a":' * 50_000 + b"1" + b"}" * 50_000),
        "/elsewhere": Play(status=302, headers=(("Location", "https://evil.example/catalog.json"),)),
    }
    with serving_catalogues(plays) as running:
        yield running


@pytest.fixture
def place(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", knowledge=write_knowledge(tmp_path / "knowledge"))


@pytest.fixture
def refresh(place: Settings, server: CatalogueServer) -> Callable[..., tuple[bool, str]]:
    """Runs the command on paths of the server; gives whether something changed, and the text shown."""

    def run(*paths: str, yes: bool = True, language: Language = "en", ask: Ask | None = None) -> tuple[bool, str]:
        out = io.StringIO()
        sources = [server(path) if path.startswith("/") else path for path in paths]
        day = date.fromisoformat(TODAY)
        wrote = refresh_command(place, sources, yes, language, today=day, limits=LIMITS, ask=ask, out=out)
        return wrote, out.getvalue()

    return run


def price(settings: Settings, model: str = "openai/gpt-5.4") -> float | None:
    return load_current(settings).by_id[model].number("price_in_usd_per_m")


def test_a_difference_is_shown_and_taken_over(refresh: Any, place: Settings) -> None:
    wrote, text = refresh("/lite.json")
    assert wrote
    assert "GPT-5.4 (openai/gpt-5.4)" in text
    assert (
        "input price: 2.50 USD → 2 USD (OpenAI documentation, read by LiteLLM's price list (local copy), Dec 1, 2026"
        in text
    )
    assert price(place) == 2
    current = load_current(place)
    assert current.date == TODAY
    assert load_curated(place).by_id["openai/gpt-5.4"].number("price_in_usd_per_m") == 2.5


def test_the_difference_reads_in_spanish(refresh: Any) -> None:
    text = refresh("/lite.json", "/catalog.json", language="es")[1]
    for part in (
        "Cambios (",
        "precio de entrada: 2,50 USD → 2 USD",
        "Modelos nuevos (1)",
        "con fecha de retirada",
        "1 dic 2026",
    ):
        assert part in text


def test_new_models_and_statuses_come_from_both_shapes_zipped_or_not(refresh: Any, place: Settings) -> None:
    for path in ("/catalog.json", "/api.json"):
        overlay_path(place.data).unlink(missing_ok=True)
        assert refresh(path, "/lite.json.gz")[0]
        current = load_current(place).by_id
        assert current["openai/gpt-7-nova"].name == "GPT-7 Nova"
        assert current["openai/gpt-5.4"].status == "deprecated"
        assert price(place) == 2


def test_a_second_refresh_finds_nothing_more(refresh: Any, place: Settings) -> None:
    refresh("/lite.json", "/catalog.json")
    before = load_current(place)
    wrote, text = refresh("/lite.json", "/catalog.json")
    assert not wrote
    assert "Nothing has changed." in text
    after = load_current(place)
    assert (after.cards, after.fingerprint) == (before.cards, before.fingerprint)


def test_refreshes_add_up_and_a_new_card_is_renewed_too(refresh: Any, place: Settings, server: CatalogueServer) -> None:
    refresh("/lite.json")
    refresh("/catalog.json")
    cheaper = dev_catalog({"openai": {"gpt-7-nova": dev_row(cost={"input": 2, "output": 15})}})
    server.plays["/later.json"] = json_play(cheaper)
    assert "GPT-7 Nova" in refresh("/later.json")[1]
    assert price(place, "openai/gpt-7-nova") == 2
    assert price(place) == 2
    assert len(load_current(place)) == len(load_curated(place)) + 1


def test_what_agrees_is_noted_as_checked_today(refresh: Any, place: Settings) -> None:
    curated = load_curated(place)
    assert not refresh("/same.json")[0]
    current = load_current(place)
    assert (current.date, current.fingerprint) == (TODAY, curated.fingerprint)


def test_nobody_is_asked_and_nothing_is_written_without_yes(refresh: Any, place: Settings) -> None:
    wrote, text = refresh("/lite.json", yes=False)
    assert not wrote
    assert "→ 2 USD" in text
    assert "--yes" in text
    assert not overlay_path(place.data).exists()


def test_a_person_is_asked(refresh: Any, place: Settings) -> None:
    questions: list[str] = []

    def no(question: str) -> bool:
        questions.append(question)
        return False

    assert not refresh("/lite.json", yes=False, ask=no)[0]
    assert questions == ["Apply these changes?"]
    assert not overlay_path(place.data).exists()
    assert refresh("/lite.json", yes=False, ask=lambda _question: True)[0]
    assert price(place) == 2


def test_a_slip_of_units_needs_a_person_even_with_yes(refresh: Any, place: Settings) -> None:
    text = refresh("/slip.json")[1]
    assert "To confirm one by one" in text
    assert "Not applied: 1" in text
    assert price(place) == 2.5
    asked: list[str] = []

    def yes(question: str) -> bool:
        asked.append(question)
        return True

    assert refresh("/slip.json", yes=False, ask=yes)[0]
    assert any("2.50 USD → 250 USD" in question for question in asked)
    assert price(place) == 250


BAD = ["/down", "/slow", "/cut", "/renamed-keys", "/html", "/huge", "/deep", "/elsewhere", "/nowhere", "missing.json"]


@pytest.mark.parametrize("path", BAD)
def test_a_source_that_fails_leaves_the_data_and_says_so_in_both_languages(
    refresh: Any, place: Settings, path: str
) -> None:
    refresh("/lite.json")
    before = overlay_path(place.data).read_bytes()
    with pytest.raises(RefreshError) as caught:
        refresh(path)
    assert "siguen valiendo los datos anteriores" in caught.value.text.es
    assert "the previous data stay in force" in caught.value.text.en
    assert overlay_path(place.data).read_bytes() == before
    assert price(place) == 2


def test_one_source_is_enough_and_the_other_is_named(refresh: Any, place: Settings) -> None:
    wrote, text = refresh("/html", "/lite.json")
    assert wrote
    assert "/html: answers with text/html" in text
    assert price(place) == 2


def test_a_hostile_list_changes_nothing_it_should_not(refresh: Any, place: Settings) -> None:
    wrote, text = refresh("/hostile.json")
    assert wrote  # gpt-8 is a name that OpenAI could give; of its row only the plain figures are left.
    assert "\x1b" not in text
    assert "evil" not in text
    assert "ignore" not in text
    current, curated = load_current(place), load_curated(place)
    assert {card.model for card in current} - {card.model for card in curated} == {"openai/gpt-8"}
    new = current.by_id["openai/gpt-8"]
    assert (new.name, new.fact("price_in_usd_per_m"), new.fact("price_out_usd_per_m")) == ("gpt-8", None, None)
    assert [card for card in current if card.model != "openai/gpt-8"] == list(curated)
    assert "evil" not in overlay_path(place.data).read_text("utf-8")
    assert {path.name for path in place.data.iterdir()} <= {"cards.json", "refreshed"}


def test_damaged_data_are_said_and_put_aside(refresh: Any, place: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    refresh("/lite.json")
    file = overlay_path(place.data)
    file.write_text("{", "utf-8")
    assert price(place) == 2.5
    said = capsys.readouterr().err
    assert "valen los de las fichas" in said
    assert "those of the cards are in force" in said
    refresh("/lite.json")
    assert price(place) == 2
    assert file.with_suffix(".damaged").read_text("utf-8") == "{"


def test_two_refreshes_do_not_write_at_once(refresh: Any, place: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "LOCK_WAIT_S", 0.05)
    lock = overlay_path(place.data).with_suffix(".lock")
    lock.parent.mkdir(parents=True)
    with FileLock(str(lock)), pytest.raises(RefreshError, match="Another refresh"):
        refresh("/lite.json")
    assert refresh("/lite.json")[0]


def test_a_folder_that_cannot_be_written_is_told(refresh: Any, place: Settings) -> None:
    place.data.mkdir()
    (place.data / "refreshed").write_text("in the way")
    with pytest.raises(RefreshError, match="previous data stay in force"):
        refresh("/lite.json")


def test_only_what_changed_is_embedded_again(refresh: Any, place: Settings) -> None:
    def opened(catalogue: Catalogue) -> tuple[str, int, int]:
        library = Library.open(place, catalogue, GUIDE, embedder=FakeEmbedder())
        try:
            return library.status.action, library.status.embedded, library.status.entries
        finally:
            library.close()

    action, embedded, entries = opened(load_current(place))
    assert (action, embedded) == ("built", entries)
    refresh("/lite.json")
    assert opened(load_current(place)) == ("rebuilt", 2, entries)  # The performance passage in each language.


def test_the_command_line_shows_and_writes_nothing_without_a_terminal(
    server: CatalogueServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ADVISOR_DATA", str(tmp_path))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert command_line.main(["refresh", "--source", server("/catalog.json"), "--language", "es"]) == 0
    assert "No se ha escrito nada" in capsys.readouterr().out
    assert command_line.main(["refresh", "--source", server("/down")]) == 1
    said = capsys.readouterr().err
    assert "Ninguna fuente ha servido" in said
    assert "No source could be used" in said
    assert not (tmp_path / "refreshed").exists()


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "es_ES.UTF-8"}, "es"),
        ({"LC_ALL": "es"}, "es"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "es_ES.UTF-8"}, "en"),
        ({"LANG": "et_EE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "Spanish_Spain.1252"}, "es"),
        ({"LANG": "est_EE"}, "en"),
    ],
)
def test_the_language_is_the_systems(environment: dict[str, str], language: str) -> None:
    assert command_line.system_language(environment) == language
