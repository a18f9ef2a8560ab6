"""The overlay: on top of the cards where it counts, out of the way where it does not, and safe on disk."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from refresh_samples import TODAY, write_knowledge

from advisor.domain.cards import Card, Catalogue
from advisor.domain.facts import Fact
from advisor.errors import RefreshError
from advisor.library.card_checks import check_card
from advisor.library.cards import load_catalogue
from advisor.library.overlay import (
    Overlay,
    Patch,
    card_to_raw,
    difference,
    is_aggregated,
    overlaid,
    with_fact,
)
from advisor.library.overlay_file import overlay_path, read_overlay, write_overlay

PRICE = Fact(
    2.0, "USD per million tokens", "declared", "LiteLLM's price list", "https://x.org/", TODAY, provider="OpenAI"
)
WINDOW = Fact(500_000, "tokens", "declared", "models.dev", "https://models.dev", TODAY)


@pytest.fixture(scope="module")
def curated(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load_catalogue(write_knowledge(tmp_path_factory.mktemp("knowledge")) / "models")


def patch(model: str, **facts: Fact) -> Overlay:
    patched = {name: (fact,) for name, fact in facts.items()}
    return Overlay(TODAY, {model: Patch(MappingProxyType(patched))})


def newcomer(curated: Catalogue, **given: Any) -> Card:
    card = curated.by_id["openai/gpt-4o"]
    card = replace(card, model="openai/gpt-7", name="GPT-7", aliases=("gpt-7",), runtimes={"openai": "gpt-7"})
    return replace(card, **given)


def test_a_newer_figure_takes_the_place_of_an_aggregated_one(curated: Catalogue) -> None:
    result = overlaid(curated, patch("openai/gpt-5.4", price_in_usd_per_m=PRICE))
    assert result.by_id["openai/gpt-5.4"].all("price_in_usd_per_m") == (PRICE,)
    assert (result.date, len(result)) == (TODAY, len(curated))
    assert result.fingerprint != curated.fingerprint
    others = [card for card in result if card.model != "openai/gpt-5.4"]
    assert others == [card for card in curated if card.model != "openai/gpt-5.4"]


def test_curated_and_newer_facts_stay(curated: Catalogue) -> None:
    kept = [
        patch("openai/gpt-5.4", max_output_tokens=replace(WINDOW, value=64_000)),
        patch("openai/gpt-5.4", price_in_usd_per_m=replace(PRICE, date="2026-11-01")),
        patch("openai/gpt-5.4", context_tokens=replace(WINDOW, value=1000)),  # Less than the output.
        patch("openai/gone", price_in_usd_per_m=PRICE),
        Overlay(TODAY, {"openai/gpt-5.4": Patch(status="preview")}),
        Overlay(TODAY),
    ]
    for overlay in kept:
        result = overlaid(curated, overlay)
        assert result.cards == curated.cards
        assert result.fingerprint == curated.fingerprint


def test_a_status_only_moves_on(curated: Catalogue) -> None:
    retired = Overlay(TODAY, {"openai/gpt-4o": Patch(status="retired")})
    assert overlaid(curated, retired).by_id["openai/gpt-4o"].status == "retired"
    historical = replace(curated, cards=tuple(replace(card, status="historical") for card in curated))
    assert overlaid(historical, retired).cards == historical.cards


def test_a_new_card_gives_way_to_a_curated_one_of_the_same_name(curated: Catalogue) -> None:
    card = newcomer(curated)
    result = overlaid(curated, Overlay(TODAY, cards=(card,)))
    assert [card.model for card in result] == sorted(card.model for card in result)
    assert card in result.cards
    for taken in (
        newcomer(curated, model="openai/gpt-5.4"),
        newcomer(curated, aliases=("GPT-4o",)),
        newcomer(curated, runtimes={"openai": "gpt-5.4"}),
    ):
        assert overlaid(curated, Overlay(TODAY, cards=(taken,))).cards == curated.cards


def test_the_difference_brings_back_what_it_was_made_from(curated: Catalogue) -> None:
    card = curated.by_id["openai/gpt-5.4"]
    changed = replace(with_fact(card, "price_in_usd_per_m", PRICE), status="deprecated")
    cards = (*(changed if old is card else old for old in curated), newcomer(curated))
    overlay = difference(curated, cards, TODAY)
    assert overlaid(curated, overlay).by_id == {card.model: card for card in cards}
    assert set(overlay.patches) == {"openai/gpt-5.4"}
    assert not difference(curated, curated.cards, TODAY).patches


def test_the_shipped_cards_keep_the_rules_as_mappings_too(knowledge: Path) -> None:
    catalogue = load_catalogue(knowledge / "models")
    for card in catalogue:
        assert check_card(card_to_raw(card), card.model) == []
    sources = {fact.source for card in catalogue for found in card.facts.values() for fact in found}
    facts = [fact for card in catalogue for found in card.facts.values() for fact in found]
    assert any("LiteLLM" in source for source in sources)
    assert all(
        is_aggregated(fact) == (fact.known and fact.kind == "declared") for fact in facts if "LiteLLM" in fact.source
    )
    assert not any(is_aggregated(fact) for fact in facts if fact.source == "OpenAI models")


def test_what_was_written_is_read_again(curated: Catalogue, tmp_path: Path) -> None:
    assert read_overlay(tmp_path) == Overlay()
    overlay = replace(patch("openai/gpt-5.4", price_in_usd_per_m=PRICE), cards=(newcomer(curated),))
    write_overlay(tmp_path, overlay)
    assert read_overlay(tmp_path) == overlay
    assert [file.name for file in overlay_path(tmp_path).parent.iterdir()] == ["overlay.json"]


def _as_text(change: Callable[[dict[str, Any]], Any]) -> Callable[[str], str]:
    def changed(text: str) -> str:
        raw = json.loads(text)
        change(raw)
        return json.dumps(raw)

    return changed


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda _text: "",
        lambda _text: "[]",
        lambda _text: "null",
        lambda _text: "[" * 100_000,
        _as_text(lambda raw: raw.update(format=2)),
        _as_text(lambda raw: raw.update(refreshed="../..")),
        _as_text(lambda raw: raw.update(patches=[1])),
        _as_text(lambda raw: raw["patches"]["openai/gpt-5.4"].update(status="best")),
        _as_text(lambda raw: raw["patches"]["openai/gpt-5.4"]["facts"].update(evil=[])),
        _as_text(lambda raw: raw["patches"]["openai/gpt-5.4"]["facts"]["price_in_usd_per_m"][0].update(source=7)),
        _as_text(lambda raw: raw["patches"]["openai/gpt-5.4"]["facts"]["price_in_usd_per_m"][0].pop("date")),
        _as_text(lambda raw: raw["cards"][0].update(model="../../x")),
        _as_text(lambda raw: raw["cards"][0].update(aliases=[[]])),
        _as_text(lambda raw: raw["cards"][0].update(name=None)),
        _as_text(lambda raw: raw["cards"][0]["facts"]["price_in_usd_per_m"][0].update(value=-5)),
    ],
)
def test_a_damaged_file_leaves_the_cards_in_force_and_says_so(
    curated: Catalogue, tmp_path: Path, damage: Callable[[str], str]
) -> None:
    write_overlay(tmp_path, replace(patch("openai/gpt-5.4", price_in_usd_per_m=PRICE), cards=(newcomer(curated),)))
    file = overlay_path(tmp_path)
    file.write_text(damage(file.read_text("utf-8")), "utf-8")
    kept = read_overlay(tmp_path)
    assert kept.problem is not None
    assert "refresh" in kept.problem.es
    assert overlaid(curated, kept).cards == curated.cards


def test_a_patch_that_cannot_be_is_passed_over_alone(curated: Catalogue, tmp_path: Path) -> None:
    write_overlay(
        tmp_path,
        Overlay(
            TODAY,
            {
                "openai/gpt-5.4": Patch(MappingProxyType({"price_in_usd_per_m": (replace(PRICE, value="free"),)})),
                "openai/gpt-4o": Patch(MappingProxyType({"price_in_usd_per_m": (PRICE,)})),
            },
        ),
    )
    result = overlaid(curated, read_overlay(tmp_path)).by_id
    assert result["openai/gpt-5.4"] == curated.by_id["openai/gpt-5.4"]
    assert result["openai/gpt-4o"].number("price_in_usd_per_m") == 2


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file(
    curated: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    write_overlay(tmp_path, Overlay(TODAY))
    before = overlay_path(tmp_path).read_bytes()

    def fail(*_given: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(RefreshError, match="previous data stay in force"):
        write_overlay(tmp_path, patch("openai/gpt-5.4", price_in_usd_per_m=PRICE))
    monkeypatch.undo()
    assert overlay_path(tmp_path).read_bytes() == before
    assert len(list(overlay_path(tmp_path).parent.iterdir())) == 1


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "refreshed").write_text("in the way")
    with pytest.raises(RefreshError, match="Cannot write"):
        write_overlay(tmp_path, Overlay(TODAY))
