"""What the model sought is to replace: spoken of and left aside, not refused."""

from __future__ import annotations

import pytest

from advisor.domain.needs import Dialogue, Needs
from advisor.understand.apply import after
from advisor.understand.reader import Reader


def _needs(reader: Reader, text: str, before: Dialogue | None = None) -> Needs:
    dialogue = before or Dialogue()
    return after(dialogue, reader.read(text, dialogue)).needs


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Quiero un modelo para mi chatbot de soporte en vez de ChatGPT", ("chatgpt",)),
        ("I want to use an open model instead of GPT-4o for summarizing contracts", ("gpt-4o",)),
        ("a cheap alternative to Claude for coding", ("claude",)),
        ("an alternative to ChatGPT, Claude or Gemini for writing", ("chatgpt", "claude", "gemini")),
        ("a ChatGPT alternative that I can run on a 3090", ("chatgpt",)),
        ("we want to replace Claude Sonnet in our agent with something open", ("claude sonnet",)),
        ("dejar de usar OpenAI, ¿qué me recomiendas para un chatbot?", ("openai",)),
        ("is there a Claude alternative to GPT-5 for legal texts?", ("gpt-5",)),
    ],
)
def test_what_is_to_be_replaced_is_not_refused(reader: Reader, text: str, left: tuple[str, ...]) -> None:
    needs = _needs(reader, text)
    assert needs.names("in_place_of") == left
    assert "excluded_models" not in needs
    assert "excluded_vendors" not in needs


@pytest.mark.parametrize(
    "text",
    [
        "no quiero ChatGPT, quiero otra cosa para programar",
        "what's the difference between Claude and GPT-5?",
        "is deepseek a good alternative to claude?",
        "quiero algo como ChatGPT para mis alumnos",
    ],
)
def test_who_refuses_compares_or_likens_replaces_nothing(reader: Reader, text: str) -> None:
    assert "in_place_of" not in _needs(reader, text)


def test_what_follows_the_purpose_is_not_denied_with_it(reader: Reader) -> None:
    needs = _needs(reader, "I want to use an open model instead of GPT-4o for summarizing contracts")
    assert needs.text("use_case") == "summarization"


@pytest.mark.parametrize("text", ["ChatGPT me vale también", "actually ChatGPT is fine too"])
def test_one_that_is_welcome_again_is_replaced_no_longer(reader: Reader, text: str) -> None:
    first = reader.read("una alternativa a ChatGPT para programar", Dialogue())
    assert "in_place_of" not in _needs(reader, text, after(Dialogue(), first))


@pytest.mark.parametrize("text", ["alternativas a Claude?", "instead of Claude, what would you pick?"])
def test_a_question_that_names_only_what_is_to_be_replaced_asks_for_another(reader: Reader, text: str) -> None:
    read = reader.read(text, Dialogue())
    assert read.intents == ("recommend",)
    assert after(Dialogue(), read).needs.names("in_place_of") == ("claude",)
