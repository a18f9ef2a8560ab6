"""Questions of a word or two on what was recommended: its price, its speed, another machine, something better."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.domain.needs import Dialogue, Needs
from advisor.understand.talk.bare_price import is_bare_price

HOSTED = Dialogue(needs=Needs.of({"use_case": "chatbot"}), shown=("openai/gpt-5",), focus=("openai/gpt-5",), turns=1)
AT_HOME = Dialogue(
    needs=Needs.of({"use_case": "chatbot", "ram_gb": 32, "local": True}),
    shown=("alibaba/qwen3-8b",),
    focus=("alibaba/qwen3-8b",),
    turns=1,
)


@pytest.mark.parametrize("text", ["¿cuánto?", "y cuanto sería", "how much", "and how much would it be?", "cost?", "¿precio?"])  # fmt: skip
def test_a_bare_price_is_asked_of_the_model(reader: Any, text: str) -> None:
    assert reader.read(text, HOSTED).intents == ("ask_model",)


@pytest.mark.parametrize(
    "text", ["cuánto contexto", "how much memory", "how many", "cuanto antes", "the price is too high", "how much better?"]
)  # fmt: skip
def test_other_questions_are_no_bare_price(text: str) -> None:
    assert not is_bare_price(text)


@pytest.mark.parametrize("text", ["¿va a ir lento?", "irá muy despacio?", "will it be slow?"])
def test_its_speed_is_asked_of_the_model(reader: Any, text: str) -> None:
    assert reader.read(text, AT_HOME).intents == ("ask_model",)


@pytest.mark.parametrize(
    "text", ["¿y si compramos una gráfica?", "and if we buy a graphics card?", "what if I add a gpu"]
)
def test_a_card_that_is_not_named_asks_which(reader: Any, text: str) -> None:
    assert reader.read(text, AT_HOME).outlook == "machine"


def test_a_card_that_is_named_is_supposed(reader: Any) -> None:
    read = reader.read("¿y si compro una 3090?", AT_HOME)
    assert read.outlook is None
    assert any(c.key == "vram_gb" and c.value == 24 for c in read.changes)


@pytest.mark.parametrize("text", ["¿no hay nada mejor?", "nothing better?"])
def test_something_better_asks_what_would_change_it(reader: Any, text: str) -> None:
    assert reader.read(text, HOSTED).outlook == "what_if"


@pytest.mark.parametrize("text", ["¿y quién lo programa?", "who builds it?"])
def test_who_makes_it_work_asks_how_to_begin(reader: Any, text: str) -> None:
    assert reader.read(text, HOSTED).outlook == "begin"
