from __future__ import annotations

import pytest
from hostile_texts import HOSTILE
from ui_samples import entry, item

from advisor.ui.export import document

SOURCE = {"id": "card/acme/one", "title": "Acme: prices", "url": "https://example.com/p", "date": "2026-11-22"}
DIALOGUE = {"needs": {"vram_gb": 12.0}, "assumed": {"languages": ["es"]}}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ("# Asesor de modelos de IA", "Datos a 22 nov 2026", "## Has dicho", "12 GB", "## He supuesto", "español")),
        ("en", ("# AI model advisor", "Data as of Nov 22, 2026", "## You said", "12 GB", "## I assumed", "Spanish")),
    ],
)  # fmt: skip
def test_the_document_holds_all_that_was_said(language: str, words: tuple[str, ...]) -> None:
    said = {"role": "user", "text": "two\nlines"}
    answer = entry(answer="So [1].", language=language, sources=[SOURCE], recommendations=[item()], notices=["Rate."])
    text = document([said, answer], DIALOGUE, "2026-11-22", "es" if language == "es" else "en")
    for expected in (
        *words,
        "> two\n> lines",
        "So [1].",
        "1. One: ",
        "*Rate.*",
        "1. Acme: prices",
        "<https://example.com/p>",
    ):
        assert expected in text
    assert text.index("two") < text.index("So [1]") < text.index("12 GB")


def test_only_what_a_model_wrote_says_so() -> None:
    told = document([entry(mode="ollama:qwen3:8b", by_model=True)], {}, "2026-11-22", "en")
    assert "Written by ollama:qwen3:8b" in told
    failed = document([entry(mode="ollama:qwen3:8b", by_model=False)], {}, "2026-11-22", "en")
    assert "No language model" in failed
    assert "ollama" not in failed


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_address_is_not_linked(text: str) -> None:
    source = {"id": "card/x", "title": "Title", "url": text, "date": ""}
    assert f"<{text}>" not in document([entry(sources=[source])], {}, "2026-11-22", "en")


def test_an_answer_to_a_change_in_the_panel_says_so() -> None:
    said = {"role": "user", "text": "a chatbot"}
    told = document([said, entry(answer="First."), entry(answer="Second.")], {}, "2026-11-22", "en")
    assert told.index("First.") < told.index("You changed something in the panel") < told.index("Second.")
    assert told.count("You changed something") == 1
