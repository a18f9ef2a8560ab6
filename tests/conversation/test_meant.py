"""Which models a turn is about."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from advisor.conversation.deps import Deps
from advisor.conversation.meant import compared, near, one_of, pointed_at
from advisor.conversation.register import plain
from advisor.domain.needs import Dialogue, ModelMention, Needs

QWEN = ("alibaba/qwen3-14b", "alibaba/qwen3-8b", "alibaba/qwen3-4b")


def _last(models: Sequence[str]) -> str:
    return models[-1]


def test_a_family_means_the_one_talked_about_or_else_one_that_meets_the_needs(deps: Deps) -> None:
    cards, family = deps.catalogue.by_id, ModelMention("qwen", QWEN)
    assert one_of(family, cards, Dialogue(), _last) == QWEN[-1]
    assert one_of(family, cards, Dialogue(shown=("google/gemma-3-12b", QWEN[1])), _last) == QWEN[1]
    assert one_of(family, cards, Dialogue(), lambda _: None) == QWEN[0]


def test_a_name_spelt_out_means_that_card(deps: Deps) -> None:
    cards = deps.catalogue.by_id
    assert one_of(ModelMention(cards[QWEN[0]].name, QWEN), cards, Dialogue(), _last) == QWEN[0]
    assert one_of(ModelMention("x", ("no/card",)), cards, Dialogue(), _last) is None


@pytest.mark.parametrize("words", ["esos", "both", "los dos"])
def test_what_was_shown_can_be_pointed_at_together(deps: Deps, words: str) -> None:
    before = Dialogue(shown=QWEN)
    assert pointed_at(ModelMention(words, QWEN[:2]), deps.catalogue.by_id, before)
    assert not pointed_at(ModelMention("qwen3", QWEN[:2]), deps.catalogue.by_id, before)
    assert not pointed_at(ModelMention(words, QWEN[:2]), deps.catalogue.by_id, Dialogue())


def test_a_comparison_keeps_to_what_was_just_compared() -> None:
    a, b, c, d = "v/a", "v/b", "v/c", "v/d"
    now = Dialogue(shown=(d, a), focus=(a, b, c))
    assert compared(("compare",), (), (), now, False) == (a, b, c)
    assert compared(("ask_model",), (), (), now, True) == (a, b, c)
    assert compared(("ask_model",), (d,), (), now, True) == ()
    assert compared(("compare",), (d,), (), now, False) == (a, d)
    assert compared(("compare",), (), (), Dialogue(shown=(a, b), focus=(a,)), False) == (a, b)
    assert compared(("compare",), (), (), Dialogue(shown=(a, b, c), focus=(a,)), True) == (a, b, c)
    assert compared(("compare",), (), (), Dialogue(shown=(a, b, c), focus=(b, c)), True) == (b, c)
    assert compared(("ask_model",), (), (b, c), Dialogue(), False) == (b, c)
    assert compared(("recommend",), (a, b), (), now, False) == ()


@pytest.mark.parametrize(
    ("text", "needs", "expected"),
    [
        ("quiero que conteste los wasap de mis clientas", {"use_case": "chatbot"}, True),
        ("something that answers my customers' emails", {"use_case": "chatbot", "languages": ["en"]}, True),
        ("un chatbot por API", {"use_case": "chatbot"}, False),
        ("a chatbot with 32k tokens of context", {"use_case": "chatbot"}, False),
        ("algo para mi tienda", {"use_case": "chatbot", "vram_gb": 12.0}, False),
        ("something for coding", {"use_case": "coding"}, False),
        ("sentencias de 60 páginas", {"use_case": "summarization", "min_context_tokens": 20_000.0}, True),
        ("200 pages a month", {"use_case": "translation", "tokens_per_month": 66_667.0}, True),
        ("66k tokens a month", {"use_case": "translation", "tokens_per_month": 66_000.0}, False),
    ],
)
def test_who_uses_no_word_of_the_trade_is_told_apart(text: str, needs: dict[str, object], expected: bool) -> None:
    assert plain(Needs.of(needs), (text,)) is expected


def test_an_unknown_name_of_a_known_family_leads_to_the_family(deps: Deps) -> None:
    found = near("Qwen 99 ultra", deps.catalogue.cards)
    assert 0 < len(found) <= 3
    assert all(card.name.startswith("Qwen") and card.status == "current" for card in found)
    dates = [str(card.value("release_date") or "") for card in found]
    assert dates == sorted(dates, reverse=True)
    assert near("Zebra 9000", deps.catalogue.cards) == ()
    assert near("7b", deps.catalogue.cards) == ()
