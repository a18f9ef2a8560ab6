"""Another model than the one recommended: newer, larger, smaller or of more context, among those that meet the needs."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from advisor.conversation.deps import Deps
from advisor.conversation.talk import Talk

FIRST = {"es": "para programar, con una rtx 4090 de 24 gb", "en": "for coding, on an rtx 4090 with 24 gb"}
ASKED = [
    ("es", "¿y alguno más nuevo?", "newer"),
    ("es", "hay algo mas grande?", "bigger"),
    ("es", "¿y uno más ligero?", "smaller"),
    ("en", "is there anything newer than that", "newer"),
    ("en", "what about something bigger?", "bigger"),
    ("en", "something smaller", "smaller"),
    ("es", "necesito más contexto", "roomier"),
    ("en", "i need more context", "roomier"),
]


@pytest.mark.parametrize(("language", "question", "view"), ASKED)
def test_only_models_that_are_so_are_told(talk: Talk, deps: Deps, language: str, question: str, view: str) -> None:
    thread = uuid.uuid4().hex
    first = talk.ask(thread, FIRST[language])
    told: dict[str, Any] = talk.ask(thread, question)
    assert told["needs"] == first["needs"]
    cards = {card.name: card for card in deps.catalogue}
    own = cards[first["recommendations"][0]["name"]]
    assert own.name in told["answer"]
    field = {"newer": "release_date", "roomier": "context_tokens"}.get(view, "params_total_b")
    names = [line.split("**")[1] for line in told["answer"].splitlines() if line.startswith("- **")]
    assert names or ("ninguno" if language == "es" else "none ") in told["answer"]
    for name in names:
        one, other = cards[name].value(field), own.value(field)
        assert one < other if view == "smaller" else one > other


def test_a_need_beside_it_is_read_as_a_need(talk: Talk) -> None:
    thread = uuid.uuid4().hex
    talk.ask(thread, FIRST["en"])
    assert talk.ask(thread, "something smaller so I can have 100k of context")["needs"]["min_context_tokens"] == 100_000
