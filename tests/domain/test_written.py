"""Names as their owners write them."""

from __future__ import annotations

from advisor.domain.cards import Card
from advisor.domain.written import vendor_names, written

CARDS = (
    Card(
        model="moonshot/kimi-k2",
        name="Kimi K2",
        vendor="Moonshot AI",
        family="Kimi",
        status="current",
        aliases=(),
        facts={},
    ),
    Card(
        model="openai/gpt-4o",
        name="GPT-4o",
        vendor="OpenAI",
        family="GPT",
        status="current",
        aliases=("chatgpt-4o",),
        facts={},
    ),
)


def test_vendors_with_and_without_cards_are_written_as_they_write_themselves() -> None:
    names = vendor_names(CARDS)
    assert (names["moonshot"], names["baidu"], names["01-ai"]) == ("Moonshot AI", "Baidu", "01.AI")


def test_models_are_written_as_the_cards_have_them_and_strangers_stay_as_typed() -> None:
    shown = written(["gpt 4o", "kimi", "openai", "frobnicator 3"], CARDS)
    assert list(shown.values()) == ["GPT-4o", "Kimi", "OpenAI", "frobnicator 3"]
