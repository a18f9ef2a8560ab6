"""What the advisor said is called into question; its figures are none of the person's own."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.domain.needs import Dialogue, Needs

HELD = Dialogue(needs=Needs.of({"use_case": "translation"}), shown=("x/a", "x/b"), turns=1)


@pytest.mark.parametrize(
    "text",
    [
        "no estoy nada de acuerdo, lo vi distinto en mi empresa",
        "I'm not convinced that a long window helps, our tests said otherwise",
        "me dices que es barato y luego lo pones el segundo",
        "you call it worse and it costs half",
        'nah, "light" and you give me a 70B, how\'s that follow',
        "espera, ¿no decías antes que primero el prompt?",
        "explícame eso del empate",
        "explain yourself",
    ],
)
def test_what_is_doubted_is_explained(read: Any, text: str) -> None:
    understanding = read(text, HELD)
    assert understanding.intent == "explain_why"
    assert not understanding.changes


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("no estoy de acuerdo con pagar más de 20 dólares al mes", "budget_usd_month", 20),
        ("I'm not convinced we need a big one, something under 8B please", "max_params_b", 8),
        ("no estoy muy de acuerdo, prefiero calidad", "priority", ("quality",)),
        ("I disagree, price matters more", "priority", ("cost",)),
        ("como dijiste, con 32k de contexto", "min_context_tokens", 32_000),
        ("like you said, under 10B", "max_params_b", 10),
    ],
)
def test_a_wish_beside_a_doubt_is_heard(read: Any, text: str, key: str, value: Any) -> None:
    assert {c.key: c.value for c in read(text, HELD).changes}[key] == value


@pytest.mark.parametrize(
    "text",
    [
        "me dijiste que con 8 GB bastaba y luego que hacen falta 24",
        "you said 24GB would do",
        "según tu tabla son 12 euros al mes",
        "according to you a 70B needs 40GB",
    ],
)
def test_figures_of_the_advisor_are_no_needs(read: Any, text: str) -> None:
    assert not read(text, HELD).changes


def test_after_the_contrast_one_speaks_for_oneself(read: Any) -> None:
    budget = {c.key: c.value for c in read("dices que cuesta 20 pero solo puedo pagar 10 dólares al mes", HELD).changes}
    assert budget["budget_usd_month"] == 10
    lent = {c.key: c.value for c in read("you said local but the cloud is fine too", HELD).changes}
    assert lent["local"] is False
