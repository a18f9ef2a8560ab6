from __future__ import annotations

import pytest
from hostile_texts import HOSTILE
from html_allowed import Page
from ui_samples import TODAY, entry, item

from advisor.ui import messages
from advisor.ui.chat import turns
from advisor.ui.next_steps import edits_towards

SOURCE = {"id": "card/acme/one", "title": "Acme: prices", "url": "https://example.com/p", "date": "2026-11-22"}


def test_an_answer_shows_notices_sources_and_who_wrote_it() -> None:
    shown = entry(answer="So [1].", sources=[SOURCE], notices=["Rate: 1 EUR = 1.1 USD."], mode="ollama:qwen3:8b")
    page = Page(messages.answered(shown) + messages.backing(shown, {}, TODAY, folded=False))
    for words in ("Rate: 1 EUR", "Sources (1)", "Nov 22, 2026", "Written by ollama:qwen3:8b"):
        assert words in page.text
    assert page.links == ["https://example.com/p"] * 2


def test_only_cited_sources_are_listed_under_their_numbers() -> None:
    sources = [{**SOURCE, "title": f"Page {n}", "url": f"https://example.com/{n}"} for n in range(1, 13)]
    html = messages.backing(entry(answer="So [2], so [11] and so [40].", sources=sources), {}, TODAY, folded=False)
    assert Page(html).links == ["https://example.com/2", "https://example.com/11"]
    assert "Sources (2)" in html
    assert '<li value="11">' in html
    assert len(Page(messages.backing(entry(sources=sources), {}, TODAY, folded=False)).links) == 12


def test_an_answer_is_marked_with_its_own_language() -> None:
    assert 'lang="es"' in messages.answered(entry(language="es"))
    assert 'lang="es"' in messages.backing(entry(language="es", sources=[SOURCE]), {}, TODAY, folded=False)
    assert 'lang="en"' in messages.answered(entry())


def test_nothing_behind_an_answer_draws_nothing() -> None:
    assert messages.backing(entry(), {}, TODAY, folded=False) == ""


def test_a_long_message_shows_its_beginning_and_its_length() -> None:
    page = Page(messages.said("x" * 50_000, "es"))
    assert len(page.text) < messages.LONG + 200
    assert "50 000 caracteres" in page.text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_turns_stay_text(text: str) -> None:
    source = {"id": "card/x", "title": text, "url": text, "date": ""}
    shown = entry(answer=text, notices=[text], mode=text, sources=[source], recommendations=[item(name=text)])
    page = Page(messages.answered(shown) + messages.backing(shown, {}, TODAY, folded=False))
    assert page.links == []
    assert Page(messages.said(text, "en")).links == []
    assert Page(messages.streaming(text, "en")).links == []


def test_turns_pair_what_was_said_with_its_answer() -> None:
    said, answer = {"role": "user", "text": "x"}, entry()
    grouped = turns([said, answer, answer, said, answer])
    assert [[e["role"] for e in turn] for turn in grouped] == [
        ["user", "assistant"], ["assistant"], ["user", "assistant"],
    ]  # fmt: skip


def test_edits_lead_from_one_set_of_needs_to_another() -> None:
    now = {"needs": {"local": True, "vram_gb": 12.0, "languages": ["es"]}, "assumed": {"tokens_per_month": 5_000_000}}
    assert edits_towards(now, {"languages": ["es", "ca"], "local": True}) == [
        {"key": "vram_gb", "value": None, "assumed": False},
        {"key": "languages", "value": ["es", "ca"], "assumed": False},
    ]


def test_what_is_assumed_and_held_is_kept_or_dropped_and_never_said() -> None:
    now = {"needs": {"local": True}, "assumed": {"ram_gb": 8.0, "commercial_use": True}}
    assert edits_towards(now, {"local": True, "ram_gb": 8.0, "commercial_use": True}) == []
    assert edits_towards(now, {"local": True, "ram_gb": 16.0}) == [
        {"key": "commercial_use", "value": None, "assumed": True},
        {"key": "ram_gb", "value": 16.0, "assumed": False},
    ]
