"""Whatever the text, the HTML holds nothing but words, structure and links to the answer's own sources."""

from __future__ import annotations

import pytest
from hostile_texts import HOSTILE
from html_allowed import Page
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.domain.passages import Source
from advisor.ui.markup import rendered, typed

SOURCES = (
    Source("card/acme/one", "Acme: prices", "https://example.com/prices", "2026-11-22"),
    Source("guide/size/tiers", "Sizes", "#guide/size/tiers", "2026-11-22"),
    Source("card/acme/two", "Odd", "http://plain.example/x", "2026-11-22"),
)
LINKS = {"https://example.com/prices", "?guide=size/tiers&lang=en"}
pieces = st.sampled_from(
    ["<", ">", "[", "]", "(", ")", "!", "*", "_", "`", "|", "\n", "\n\n", "#", "- ", "1. ", "$", ":", "&", '"', "'", "\\",
     "http://evil.example", "javascript:", "img src=", "[1]", "[2]", "[99]", "---", "\u202e", "\x00", "a", "é "]
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_survives(text: str) -> None:
    assert set(Page(rendered(text, SOURCES, "en")).links) <= LINKS
    assert Page(typed(text)).links == []


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces, max_size=60).map("".join) | st.text(max_size=200))
def test_any_text_is_safe(text: str) -> None:
    assert set(Page(rendered(text, SOURCES, "en")).links) <= LINKS
    assert Page(typed(text)).links == []


def test_structure_and_citations() -> None:
    page = Page(rendered("**Why.** It costs $5 [1], see the guide [2], odd [3], none [9].\n\n- a\n- b", SOURCES, "en"))
    assert page.links == ["https://example.com/prices", "?guide=size/tiers&lang=en"]
    assert "$5" in page.text
    assert "[9]" in page.text
    assert "[1]" not in page.text


def test_citations_without_their_sources_yet_look_the_same_and_lead_nowhere() -> None:
    html = rendered("So it is [1].", None, "en")
    assert 'class="cite">1<' in html
    assert Page(html).links == []


def test_tables_can_be_scrolled_with_the_keyboard() -> None:
    html = rendered("| | A |\n|---|---|\n| price | 1 [1] |", SOURCES, "es")
    assert 'role="region" tabindex="0"' in html
    assert "<th></th>" not in html
    assert Page(html).links == ["https://example.com/prices"]


def test_headings_of_an_answer_stand_below_the_pages_own() -> None:
    assert rendered("# Big\n\n### Small", (), "en").count("<h4>") == 1
    assert "<h1" not in rendered("# Big", (), "en")


def test_typed_text_shows_as_typed() -> None:
    assert Page(typed("# no *heading* <b> $5\n- x")).text == "# no *heading* <b> $5\n- x"


def test_long_text_takes_no_time() -> None:
    for text in (
        "[" * 50_000,
        "*" * 50_000,
        "`" * 20_000 + "a",
        "[a](" * 12_000,
        "| a " * 12_000,
        "> " * 5_000,
        "<" * 50_000,
    ):
        Page(rendered(text, SOURCES, "en"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("son 8 GB y 1,92 USD al mes", "son 8~GB y 1,92~USD al mes"),
        ("el 2 abr 2026 y el 1 sept 2026", "el 2~abr~2026 y el 1~sept~2026"),
        ("on Apr 2, 2026", "on Apr~2, 2026"),
        ("en 2026 abril, 8 Gemmas", "en 2026 abril, 8 Gemmas"),
        ("`run 8 GB`", "run 8 GB"),
    ],
)
def test_no_line_ends_within_a_quantity_or_a_date(text: str, kept: str) -> None:
    assert Page(rendered(text, (), "es")).text.strip().replace("\u00a0", "~") == kept
