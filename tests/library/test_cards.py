"""Loading cards: what is refused, and how the message says so; the compiled cache."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.errors import KnowledgeError
from advisor.library.cards import card_from_text, load_catalogue
from advisor.library.plain_yaml import PlainYamlError, read_plain

CARD = """\
model: acme/one-7b
name: One 7B
vendor: Acme
family: One
status: current
origin: ES
aliases: [one, "one:7b"]
sources:
  page: {title: Acme models, url: "https://acme.example.com/models", date: 2026-11-01}
facts:
  languages_official: {value: [es, no], kind: declared, source: page}
  params_total_b: {value: 7.2, kind: declared, source: page}
  context_tokens: {value: 32768, kind: declared, source: page}
  price_in_usd_per_m:
    - {provider: Acme, value: 0.1, kind: declared, source: page}
    - {provider: Host, value: 0.2, kind: declared, source: page, date: 2026-10}
  release_date: {value: 2026-05, kind: declared, source: page}
  pretraining_tokens_t: {value: null, kind: not_disclosed, source: page}
"""
PATH = "acme/one-7b.yaml"


def write(folder: Path, text: str, path: str = PATH) -> Path:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")
    return folder


def test_a_good_card_keeps_values_units_and_origins() -> None:
    card = card_from_text(CARD, PATH)
    assert card.texts("languages_official") == ("es", "no")
    size = card.fact("params_total_b")
    assert size is not None
    assert (size.number, size.unit, size.url, size.date) == (
        7.2,
        "billion",
        "https://acme.example.com/models",
        "2026-11-01",
    )
    assert [fact.date for fact in card.all("price_in_usd_per_m")] == ["2026-11-01", "2026-10"]
    assert card.value("release_date") == "2026-05"
    hidden = card.fact("pretraining_tokens_t")
    assert hidden is not None
    assert not hidden.known
    assert hidden.kind == "not_disclosed"
    assert card.fact("layers") is None


@pytest.mark.parametrize(
    ("old", "new", "field", "reason"),
    [
        ("value: 7.2", "value: seven", "params_total_b", "is not a number"),
        ("value: 7.2", "value: 99999", "params_total_b", "lies outside"),
        ("value: 32768", "value: 32768.5", "context_tokens", "not a whole number"),
        ("value: [es, no]", "value: es", "languages_official", "not a list"),
        ("value: [es, no]", "value: [es, es]", "languages_official", "repeats"),
        ("value: [es, no]", "value: [español]", "languages_official", "expected form"),
        ("value: 2026-05", "value: 2026-13", "release_date", "not an ISO 8601 date"),
        ("context_tokens:", "contexto:", "contexto", "not a known field"),
        ("value: null, kind: not_disclosed", "value: null, kind: declared", "pretraining_tokens_t", "value is null"),
        ("value: 7.2, kind: declared", "value: 7.2, kind: not_disclosed", "params_total_b", "value is null"),
        ("value: 7.2, kind: declared", "value: 7.2, kind: rumoured", "params_total_b", "kind must be"),
        (
            "value: 7.2, kind: declared, source: page",
            "value: 7.2, kind: declared",
            "params_total_b",
            "is not in sources",
        ),
        ("provider: Host", "provider: Acme", "price_in_usd_per_m", "repeats a fact"),
        ("provider: Host, ", "", "price_in_usd_per_m", "provider is missing"),
        ('url: "https://acme.example.com/models"', "url: acme", "sources.page", "not a web address"),
        (", date: 2026-11-01}", "}", "sources.page", "needs title, url and date"),
        (", date: 2026-10}", ", date: yesterday}", "price_in_usd_per_m", "not ISO 8601"),
        ("status: current", "status: fine", "status", "must be one of"),
        ("origin: ES", "origin: Spain", "origin", "ISO 3166"),
        ("model: acme/one-7b", "model: acme/one", "model", "file's name"),
        ("family: One\n", "", "family", "missing"),
        ("family: One\n", "family: One\ncolour: red\n", "colour", "not a field of a card"),
        ('aliases: [one, "one:7b"]', "aliases: [one, One]", "aliases", "repeats"),
    ],
)
def test_a_slip_is_named_with_file_field_and_reason(old: str, new: str, field: str, reason: str) -> None:
    assert old in CARD
    with pytest.raises(KnowledgeError) as caught:
        card_from_text(CARD.replace(old, new, 1), PATH)
    message = str(caught.value)
    assert message.startswith(f"{PATH}: {field}: "), message
    assert reason in message
    assert caught.value.text.es.startswith(f"{PATH}: {field}: ")
    assert caught.value.text.es != caught.value.text.en


def test_facts_that_cannot_both_be_true_are_refused() -> None:
    wrong = CARD + "  params_active_b: {value: 9, kind: declared, source: page}\n"
    with pytest.raises(KnowledgeError, match="params_active_b: 9 is more than params_total_b"):
        card_from_text(wrong, PATH)


def test_an_undisclosed_size_is_never_estimated() -> None:
    closed = CARD.replace("value: 7.2, kind: declared", "value: 7.2, kind: estimated")
    closed += "  open_weights: {value: false, kind: declared, source: page}\n"
    with pytest.raises(KnowledgeError, match="never estimate"):
        card_from_text(closed, PATH)


def test_all_slips_of_a_file_are_told_at_once() -> None:
    wrong = CARD.replace("value: 7.2", "value: many").replace("status: current", "status: fine")
    with pytest.raises(KnowledgeError) as caught:
        card_from_text(wrong, PATH)
    assert len(str(caught.value).splitlines()) == 2


@pytest.mark.parametrize(
    "text",
    [
        "a: &x 1\nb: *x",
        "a: !!python/object:os.system x",
        "a: 1\na: 2",
        "[unclosed",
        "--- 1\n--- 2",
        "",
        "? [a]\n: 1",
        "\x00",
    ],
)
def test_clever_yaml_is_refused(text: str) -> None:
    with pytest.raises(PlainYamlError):
        read_plain(text)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader_otherwise(text: str) -> None:
    with pytest.raises(KnowledgeError, match=PATH):
        card_from_text(text, PATH)


def test_country_codes_and_dates_stay_texts() -> None:
    assert read_plain("[no, off, 2026-05-01, 1e3, 12, '12', ~, true, yes]") == [
        "no", "off", "2026-05-01", 1000.0, 12, "12", None, True, "yes",
    ]  # fmt: skip


def test_two_cards_cannot_share_a_name(tmp_path: Path) -> None:
    write(tmp_path, CARD)
    write(tmp_path, CARD.replace("one-7b", "two-7b").replace("One 7B", "ONE  7b"), "acme/two-7b.yaml")
    with pytest.raises(KnowledgeError, match=r"two-7b\.yaml: aliases: 'one 7b' already belongs to acme/one-7b"):
        load_catalogue(tmp_path)


@pytest.mark.parametrize("path", ["one-7b.yaml", "acme/deep/one-7b.yaml", "acme/one-7b.yml"])
def test_a_stray_file_is_not_overlooked(tmp_path: Path, path: str) -> None:
    with pytest.raises(KnowledgeError, match="a card is called"):
        load_catalogue(write(tmp_path, CARD, path))


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no folder of cards"):
        load_catalogue(tmp_path / "none")


def test_the_cache_gives_the_same_cards_and_follows_changes(tmp_path: Path) -> None:
    folder, cache = write(tmp_path / "models", CARD), tmp_path / "data" / "cards.json"
    first = load_catalogue(folder, cache)
    assert cache.exists()
    assert load_catalogue(folder, cache) == first
    write(folder, CARD.replace("7.2", "7.3"))
    changed = load_catalogue(folder, cache)
    assert changed.cards[0].number("params_total_b") == 7.3
    assert changed.fingerprint != first.fingerprint


@pytest.mark.parametrize("damage", [b"", b"x", b"\xff\xfe", None])
def test_a_damaged_cache_is_passed_over_and_mended(tmp_path: Path, damage: bytes | None) -> None:
    folder, cache = write(tmp_path / "models", CARD), tmp_path / "cards.json"
    first = load_catalogue(folder, cache)
    whole = cache.read_bytes()
    cache.write_bytes(whole.replace(b"7.2", b"1.2") if damage is None else damage)
    assert load_catalogue(folder, cache) == first
    assert cache.read_bytes() == whole


def test_a_cache_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert len(load_catalogue(write(tmp_path / "models", CARD), tmp_path / "file" / "cards.json")) == 1
