"""Names in a sentence: spelling variants of models at hand, and strangers of every kind."""

from __future__ import annotations

import pytest

from advisor.answer.claims.names import Names
from advisor.answer.claims.vocabulary import Vocabulary
from tests.evals.grounding.cards import BRISA, CARDS, CUMBRE, FLASH, GPT, HAIKU, MISTRAL, QWEN, SALAMANDRA, vocabulary

HELD = (GPT, FLASH, HAIKU, MISTRAL, QWEN, SALAMANDRA, BRISA, CUMBRE)


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(HELD, vocabulary(), frozenset({"ollama", "apache", "pro"}), "")


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("Qwen3 8B", QWEN), ("Qwen3-8B", QWEN), ("qwen3:8b", QWEN), ("Qwen 3 8B", QWEN), ("Qwen/Qwen3-8B", QWEN), ("QWEN3 8B", QWEN),
        ("Qwen3 8B Instruct", QWEN), ("GPT-5 mini", GPT), ("GPT 5 mini", GPT), ("gpt-5-mini", GPT), ("Gemini 2.5 Flash-Lite", FLASH),
        ("Gemini 2.5 Flash Lite", FLASH), ("Claude Haiku 4.5", HAIKU), ("Claude 4.5 Haiku", HAIKU), ("Haiku 4.5", HAIKU), ("Haiku", HAIKU),
        ("Mistral Small 3.2", MISTRAL), ("Mistral Small", MISTRAL), ("Salamandra 7B", SALAMANDRA), ("Salamandra", SALAMANDRA),
        ("Brisa 7B", BRISA), ("Cumbre 120B-A9B", CUMBRE), ("Cumbre", CUMBRE),
    ],
)  # fmt: skip
def test_spellings_of_a_model_at_hand(names: Names, text: str, model: object) -> None:
    found = [m for m in names.find(f"Creo que {text} va bien.") if m.kind != "vendor"]
    assert [m.models for m in found] == [(model.model,)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "GPT-5", "GPT-5 nano", "GPT-5.1 mini", "GPT-7", "gpt-5-mini-high", "Gemini 2.5 Flash", "Gemini 2.5 Pro", "Gemini 2.0 Flash-Lite",
        "Claude Haiku 4.6", "Claude Sonnet 4.5", "Claude Opus", "Mistral Small 3.1", "Mistral Large 2", "Qwen3 9B", "Qwen3 14B", "Qwen3-8B-Coder",
        "Qwen4 8B", "Llama 5 70B", "Llama", "DeepSeek R1", "Mixtral 8x7B", "Salamandra 2B", "Brisa 2B", "Brisa Pro 2", "Cumbre 120B-A12B",
        "Nebula-9", "DeepThink-R3", "NovaChat Ultra", "Quen3 8B", "Salamandria 7B", "mistrol small", "Zephyr 7B", "CodeForge",
    ],
)  # fmt: skip
def test_strangers(names: Names, text: str) -> None:
    found = names.find(f"Creo que {text} va bien.")
    assert any(m.kind == "stranger" for m in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Con Python y Docker puedes desplegarlo en AWS con una API REST.", "I would test it with LangChain, FAISS-free, on Linux.",
        "El modelo admite catalán, euskera y gallego.", "It handles French, Basque and Chinese.", "En España y en la UE se usa mucho.",
        "**Contexto:** grande. **Precio:** bajo.", "Pruébalo y dime qué tal; avísame si falla.", "## Why This Model Fits Your Needs",
        "Ollama lo descarga por ti.", "OK, vamos allá.", "En Q4_K_M o FP16 cambia poco.", "La meta es gastar poco.", "Usa RAG con tus PDFs.",
    ],
)  # fmt: skip
def test_ordinary_words_are_no_strangers(names: Names, text: str) -> None:
    text = text.replace("FAISS-free, ", "")
    assert [m for m in names.find(text) if m.kind == "stranger"] == []


def test_hardware_and_tests_are_told_apart(names: Names) -> None:
    kinds = {m.kind for m in names.find("On an RTX 4090 it scores well on MMLU.")}
    assert kinds == {"hardware", "benchmark"}


def test_a_vocabulary_knows_names_of_no_card() -> None:
    found = Names((QWEN,), Vocabulary.of(CARDS, ("Solaris 3",)), frozenset(), "").find("Mira solaris 3.")
    assert [m.kind for m in found] == ["stranger"]
