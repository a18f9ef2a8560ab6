"""Which models stand side by side, and what is said of those that do not."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[[str], dict[str, Any]]
AT_HOME = {"es": "para programar, con una rtx 4090 de 24 gb", "en": "for coding, on an rtx 4090 with 24 gb"}


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("es", "¿de verdad es mejor que mistral 9 ultra?", "No tengo ficha de «mistral 9"),
        ("en", "is it really better than mistral 9 ultra?", 'I have no card for "mistral 9'),
    ],
)
def test_a_name_without_a_card_is_told_first_and_replaced_by_none(
    ask: Ask, language: str, text: str, first: str
) -> None:
    ask(AT_HOME[language])
    told = ask(text)["answer"]
    assert told.startswith(first)
    assert "| --- |" not in told
    assert "|---" not in told


@pytest.mark.parametrize(("language", "more"), [("es", "Comparo cinco como mucho"), ("en", "I compare five at most")])
def test_more_than_five_are_left_over_aloud(ask: Ask, language: str, more: str) -> None:
    ask(AT_HOME[language])
    lead = "compara" if language == "es" else "compare"
    told = ask(f"{lead} gpt-oss 20b, gemma 3 27b, phi-4 14b, qwen3 14b, mistral small 3.2 y llama 3.1 8b")["answer"]
    assert told.startswith(more)
    assert "**Llama 3.1 8B Instruct**" in told.splitlines()[0]  # and not another one that contains the name


@pytest.mark.parametrize(
    ("language", "other", "text"),
    [
        ("es", "¿y gpt-oss 20b?", "¿cuál es más rápido de los dos?"),
        ("en", "what about gpt-oss 20b?", "which is faster?"),
    ],
)
def test_after_another_was_asked_about_which_means_the_two(ask: Ask, language: str, other: str, text: str) -> None:
    first = ask(AT_HOME[language])["recommendations"][0]["name"]
    ask(other)
    assert set(re.findall(r"\*\*(.+?)\*\*", ask(text)["answer"])) == {first, "gpt-oss 20B"}


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("es", "¿qué es la cuantización?", "¿de verdad es mejor que qwen3 14b?"),
        ("en", "what is quantization?", "is it really better than qwen3 14b?"),
    ],
)
def test_a_question_to_the_guide_changes_no_subject(ask: Ask, language: str, question: str, text: str) -> None:
    ask(AT_HOME[language])
    ask("¿y gpt-oss 20b?" if language == "es" else "what about gpt-oss 20b?")
    ask(question)
    head = next(line for line in ask(text)["answer"].splitlines() if line.startswith("| |"))
    assert {cell.strip() for cell in head.split("|") if cell.strip()} == {"gpt-oss 20B", "Qwen3 14B"}


@pytest.mark.parametrize(
    ("language", "choice"), [("es", "¿y con cuál te quedarías?"), ("en", "which one would you take?")]
)
def test_the_choice_after_a_table_is_told_without_it(ask: Ask, language: str, choice: str) -> None:
    ask(AT_HOME[language])
    table = ask("gpt-oss 20b vs gemma 3 27b vs qwen3 14b")["answer"]
    told = ask(choice)["answer"]
    assert "|---" in table
    assert "|---" not in told
    assert any(f"**{name}**" in told.splitlines()[0] for name in ("gpt-oss 20B", "Gemma 3 27B", "Qwen3 14B"))


@pytest.mark.parametrize(
    ("language", "text", "row"),
    [("es", "¿y a Q8?", "Con Q8_0, "), ("en", "and at 8 bit?", "At Q8_0, "), ("es", "y en q5 como queda de memoria", "Con Q5_K_M, ")],
)  # fmt: skip
def test_a_quantization_is_answered_before_the_table(ask: Ask, language: str, text: str, row: str) -> None:
    ask(AT_HOME[language])
    told = ask(text)["answer"]
    assert told.startswith(row)
    assert "GB" in told.splitlines()[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "¿cuántos médicos lo pueden usar a la vez?"), ("en", "how many nurses could use it at the same time?"),
     ("es", "¿cuántas personas a la vez?"), ("en", "how many concurrent users?")],
)  # fmt: skip
def test_how_many_at_once_is_told_of_the_model_whoever_they_are(ask: Ask, language: str, text: str) -> None:
    name = ask(AT_HOME[language])["recommendations"][0]["name"]
    told = ask(text)
    assert told["intent"] == "ask_model"
    assert told["answer"].startswith(f"**{name}**")
    assert ("conversaci" if language == "es" else "conversation") in told["answer"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "pon los tres primeros uno al lado del otro, con memoria y contexto"), ("en", "can you compare the top 3 on memory and context?")],
)  # fmt: skip
def test_the_first_ones_of_the_ranking_whatever_was_talked_about_since(ask: Ask, language: str, text: str) -> None:
    first = [r["name"] for r in ask(AT_HOME[language])["recommendations"][:3]]
    ask("gpt-oss 20b vs gemma 3 27b")
    head = next(line for line in ask(text)["answer"].splitlines() if line.startswith("| |"))
    assert [cell.strip() for cell in head.split("|") if cell.strip()] == first


@pytest.mark.parametrize(("language", "text"), [("es", "¿q8 o q4?"), ("en", "q4 or q8?")])
def test_of_two_quantizations_what_each_takes_and_which(ask: Ask, language: str, text: str) -> None:
    ask(AT_HOME[language])
    told = ask(text)["answer"].splitlines()[0]
    assert "Q4_K_M" in told
    assert "Q8_0" in told
    assert ("En tu equipo cabe entero con Q4_K_M" if language == "es" else "it fits whole at Q4_K_M") in told


@pytest.mark.parametrize(("language", "text"), [("es", "¿se inventa cosas?"), ("en", "does it hallucinate a lot?")])
def test_a_worry_after_a_comparison_is_answered_and_nothing_compared(ask: Ask, language: str, text: str) -> None:
    ask(AT_HOME[language])
    ask("gpt-oss 20b vs gemma 3 27b")
    assert "|---" not in ask(text)["answer"]


@pytest.mark.parametrize(("language", "text"), [("es", "¿y cuánto costaría claude opus 5?"), ("en", "what would claude opus 5 cost?")])  # fmt: skip
def test_the_month_beyond_the_budget_comes_before_prices_by_the_million(ask: Ask, language: str, text: str) -> None:
    ask(
        "un chatbot por api, 3 millones de consultas al mes, como mucho 2000 dólares al mes"
        if language == "es"
        else "a chatbot over an API, 3 million requests a month, at most 2000 dollars a month"
    )
    told = ask(text)["answer"]
    assert ("queda fuera" if language == "es" else "is out") in told.splitlines()[0]
    assert ("al mes" if language == "es" else "a month") in told.splitlines()[0]


@pytest.mark.parametrize(
    ("language", "detour", "text"),
    [("es", "¿qué es la cuantización?", "¿con cuál te quedarías?"), ("en", "what is quantization?", "so which one would you take?")],
)  # fmt: skip
def test_the_choice_holds_through_a_question_to_the_guide(ask: Ask, language: str, detour: str, text: str) -> None:
    ask(AT_HOME[language])
    ask("gpt-oss 20b vs qwen3 14b")
    ask(detour)
    told = ask(text)["answer"].splitlines()[0]
    assert "**gpt-oss 20B**" in told
    assert "**Qwen3 14B**" in told


@pytest.mark.parametrize(
    ("language", "text"), [("es", "¿se nota que q5 sea mejor que q4?"), ("en", "is q5 noticeably better than q4?")]
)
def test_quantizations_compared_compare_no_models(ask: Ask, language: str, text: str) -> None:
    ask(AT_HOME[language])
    assert "| |" not in ask(text)["answer"]


@pytest.mark.parametrize(
    ("language", "text"), [("es", "¿cuál es su ventana de contexto?"), ("en", "can it do 32k context?")]
)
def test_of_a_window_what_the_machine_has_room_for(ask: Ask, language: str, text: str) -> None:
    ask(AT_HOME[language])
    told = ask(text)["answer"]
    assert ("en tu equipo" if language == "es" else "on your machine") in told.casefold()
