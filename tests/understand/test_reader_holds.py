"""What holds for any text: no exception, needs that fit the contract, quotes from the text, time."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.domain.needs import NEEDS, Dialogue
from advisor.understand.apply import after

PIECES = st.sampled_from(
    [
        "no",
        "sin",
        "ni",
        "quiero",
        "modelo",
        "gpt-5",
        "claude",
        "3060",
        "12",
        "gb",
        "32k",
        ",",
        ".",
        "?",
        "¿",
        "euros",
        "al",
        "mes",
        "€",
        "$",
        "7b",
        "tokens",
        "por",
        "segundo",
        "openai",
        "catalán",
        "python",
        "olvida",
        "mejor",
        "perdón",
        "dos",
        "x",
        "de",
        "the",
        "not",
        "need",
        "cheap",
        "fast",
        "local",
        "api",
        "json",
        "1.500",
        "1,5",
        "million",
        "mil",
        "4090",
        "m2",
        "ram",
        "vram",
        "-",
        "/",
        "(",
        ")",
        "\n",
        "entre",
        "y",
        "to",
        "300",
        "páginas",
        "users",
        "a",
        "day",
        "each",
        "million",
    ]
)
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=40).map(" ".join))
LAX = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@LAX
@given(texts=st.lists(TEXTS, min_size=1, max_size=3))
def test_any_conversation_is_read(reader: Any, texts: list[str]) -> None:
    dialogue = Dialogue()
    for text in texts:
        understanding = reader.read(text, dialogue)
        assert understanding.intents
        for change in understanding.changes:
            assert change.key in NEEDS
            assert change.quote
            assert change.quote in text
        dialogue = after(dialogue, understanding)
        assert set(dialogue.quotes) <= set(dialogue.needs.values)


@LAX
@given(text=TEXTS)
def test_reading_is_pure(reader: Any, text: str) -> None:
    assert reader.read(text) == reader.read(text)


@pytest.mark.parametrize(
    "text",
    [
        "quiero un modelo barato para resumir contratos de 40 páginas. " * 800,
        "3060 12 gb, " * 4200,
        "no sin ni " * 5000,
        "llama 3 " * 6200,
        "16 gb 32 gb " * 4200,
        "no, " * 12_500,
        "?" * 50_000,
        "x" * 50_000,
    ],
    ids=["prose", "cards", "negations", "models", "sizes", "clauses", "marks", "one word"],
)
def test_time_grows_with_length_and_no_faster(reader: Any, text: str) -> None:
    """Reading that is quadratic takes minutes here; how long it takes is for the benchmark of turns to say."""
    reader.read("calentar: un modelo barto")
    started = time.thread_time()
    reader.read(text[:50_000])
    assert time.thread_time() - started < 5


def test_what_is_not_read_is_said(reader: Any) -> None:
    understanding = reader.read("hola " * 20_000)
    assert any("principio y el final" in notice.es for notice in understanding.notices)
