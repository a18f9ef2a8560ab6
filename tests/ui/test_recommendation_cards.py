from __future__ import annotations

import re

import pytest
from hostile_texts import HOSTILE
from html_allowed import Page
from ui_samples import TODAY, VALUES, WEIGHTS, card, fact, item

from advisor.domain.language import Language
from advisor.ui.bars import factor_bars
from advisor.ui.cards import recommendation_cards, retires_soon, unconfirmed_list
from advisor.ui.figures import figures, glance

CARDS = {c.model: c for c in (card("acme/one"), card("acme/two"))}
FIT = {
    "fits": True, "quantization": "Q4_K_M", "total_gb": 9.5, "available_gb": 12.0, "max_context_tokens": 32_000,
    "tokens_per_s": [20.0, 40.0], "placement": "gpu", "basis": "Estimate.", "command": "ollama run one",
}  # fmt: skip
COST = {"usd_month": 1.5, "provider": "Cheap Host", "basis": "10M tokens"}


def test_the_bars_add_up_to_the_score() -> None:
    page = Page(factor_bars(item(), "en"))
    points = [float(p) for p in re.findall(r"gives ([\d.]+) points", page.text)]
    assert len(points) == 7
    assert sum(points) == pytest.approx(100 * sum(VALUES[f] * WEIGHTS[f] for f in VALUES), abs=0.35)


def test_a_factor_without_data_says_so_and_shows_no_number() -> None:
    html = factor_bars(item(), "es")
    assert html.count("guess") == 1
    assert "Sin datos" in html


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_card_says_what_is_unknown_estimated_and_why(language: Language) -> None:
    text = Page(recommendation_cards([item(fit=FIT)], CARDS, language, TODAY)).text
    expected = {
        "es": ("No consta: idiomas oficiales", "Memoria (estimada)", "9,5 / 12 GB", "Velocidad (estimada)", "20–40 tokens/s", "ollama run one"),
        "en": ("Not known: official languages", "Memory (estimated)", "9.5 / 12 GB", "Speed (estimated)", "20–40 tokens/s", "ollama run one"),
    }  # fmt: skip
    for words in (*expected[language], "It is good at this."):
        assert words in text


def test_only_the_first_card_is_open_and_the_rest_wait() -> None:
    html = recommendation_cards([item("acme/one"), item("acme/two", tie=True)] + [item()] * 3, CARDS, "en", TODAY)
    assert html.count('<details class="rec" open>') == 1
    assert html.count('<details class="rec">') == 4
    assert "Other options (2)" in html
    assert "practically a tie" in html


def test_an_earlier_turns_cards_are_one_line_until_opened() -> None:
    html = recommendation_cards([item()], CARDS, "en", TODAY, folded=True)
    assert html.startswith('<details class="more then"><summary>')
    assert "open>" not in html


def test_the_price_is_the_one_the_cost_was_computed_from() -> None:
    shown = {f.label: f for f in figures(item(cost=COST), CARDS["acme/one"], "en")}
    assert shown["Price"].value == "0.10 USD / 0.30 USD"
    assert "Cheap Host" in shown["Price"].note
    assert shown["Monthly (computed)"].value == "1.50 USD · Cheap Host"


def test_what_the_card_does_not_say_is_said_to_be_unknown() -> None:
    bare = card("acme/bare")
    silent = type(bare)(
        bare.model, bare.name, bare.vendor, bare.family, bare.status, (), {"params_total_b": (fact(None),)}
    )
    shown = {f.label: f.value for f in figures(item(), silent, "en")}
    assert shown == {"Context": "unknown", "Size": "not published by the vendor", "Licence": "unknown"}
    assert glance(item(), silent, "en") == ""


def test_a_model_that_does_not_fit_says_so() -> None:
    shown = figures(item(fit={**FIT, "fits": False}), None, "es")
    assert shown[0].value.startswith("9,5 GB: no cabe en 12 GB")


@pytest.mark.parametrize(
    ("when", "soon"),
    [("2026-12-01", True), ("2027-05-20", True), ("2027-05-25", False), ("2026-01-01", True), ("2027-01", False)],
)
def test_retirement_within_180_days_is_warned_of(when: str, soon: bool) -> None:
    leaving = card(deprecation_date=fact(when))
    assert (retires_soon(leaving, TODAY) == when) is soon
    html = recommendation_cards([item()], {"acme/one": leaving}, "es", TODAY)
    assert ("chip warn" in html) is soon


def test_unconfirmed_models_are_a_list_of_their_own() -> None:
    html = unconfirmed_list([{"model": "acme/two", "unknown": ["languages_official", "languages"]}], CARDS, "es")
    assert "Two" in html
    assert "idiomas oficiales" in html
    assert unconfirmed_list([], CARDS, "es") == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_card_text_stays_text(text: str) -> None:
    evil = item(name=text, reasons=[text], cautions=[text], explained=dict.fromkeys(VALUES, text), fit={**FIT, "command": text, "basis": text})  # fmt: skip
    cards = {"acme/one": card(licence=fact(text))}
    page = Page(recommendation_cards([evil], cards, "en", TODAY))
    assert set(page.links) == {"?card=acme/one&lang=en"}


def test_a_closed_card_promises_no_more_context_than_fits_the_persons_machine() -> None:
    assert glance(item(fit=FIT), CARDS["acme/one"], "en") == "≈ 9.5 GB · 8B · ≈ 32K context"
    assert glance(item(fit={**FIT, "max_context_tokens": 500_000}), CARDS["acme/one"], "en").endswith("· 128K context")
    assert glance(item(), CARDS["acme/one"], "es").endswith("· 128K de contexto")
