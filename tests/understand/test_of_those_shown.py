"""Questions that put the models shown in another order: they compare, and wish for nothing."""

from typing import Any

import pytest

from advisor.domain.needs import Dialogue, Needs

SHOWN = ("alibaba/qwen3-32b", "alibaba/qwen3-8b", "meta/llama-3.3-70b", "openai/gpt-5")


def dialogue(*focus: str) -> Dialogue:
    return Dialogue(needs=Needs.of({"use_case": "coding"}), shown=SHOWN, focus=focus or SHOWN[:1], turns=1)


@pytest.mark.parametrize(
    "text",
    [
        "¿cuál es el más ligero de esos?",
        "el más rápido de ellos?",
        "¿y el siguiente más barato?",
        "cual tiene mejor licencia",
        "what's the fastest of those",
        "what's the next cheapest?",
        "which one has a better license",
        "the lightest of them?",
    ],
)
def test_they_compare_and_change_nothing(read: Any, text: str) -> None:
    understood = read(text, dialogue())
    assert (understood.intent, understood.changes) == ("compare", ())


def test_those_are_the_three_that_were_told_or_the_ones_compared(read: Any) -> None:
    text = "¿cuál es el más ligero de esos?"
    assert read(text, dialogue()).mentions[0].models == SHOWN[:3]
    assert read(text, dialogue(*SHOWN[2:])).mentions[0].models == SHOWN[2:]
