"""Talks in which the last answer is asked about: it is told otherwise, with its sources, and the ranking stands."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from advisor.conversation.talk import Talk


def _said(talk: Talk, *turns: str) -> list[dict[str, Any]]:
    thread = uuid.uuid4().hex
    return [talk.ask(thread, text) for text in turns]


@pytest.mark.parametrize(
    ("wish", "shorter", "simpler", "engine"),
    [
        ("un chatbot para mi floristería", "demasiado largo", "no lo entiendo, más fácil", "el motor"),
        ("a chatbot for my flower shop", "too long", "I don't get it, simpler please", "the engine"),
    ],
)
def test_a_recommendation_in_fewer_and_in_simpler_words(
    talk: Talk, wish: str, shorter: str, simpler: str, engine: str
) -> None:
    first, short, simple = _said(talk, wish, shorter, simpler)
    name = first["recommendations"][0]["name"]
    assert name in short["answer"]
    assert len(short["answer"]) < len(first["answer"]) / 2
    assert name in simple["answer"]
    assert engine in simple["answer"]
    assert short["recommendations"] == simple["recommendations"] == first["recommendations"]


@pytest.mark.parametrize(
    ("question", "shorter", "sources"),
    [
        ("¿qué es LoRA?", "resúmelo", "¿de dónde lo has sacado?"),
        ("what is LoRA?", "in short", "where did you get that?"),
    ],
)
def test_of_the_guide_the_same_section_is_told_again(talk: Talk, question: str, shorter: str, sources: str) -> None:
    first, short, origin = _said(talk, question, shorter, sources)
    cited = first["sources"][0]["id"]
    assert [s["id"] for s in short["sources"]] == [s["id"] for s in origin["sources"]] == [cited]
    assert len(short["answer"]) < len(first["answer"]) / 2
    assert not short["recommendations"]


@pytest.mark.parametrize(
    ("wish", "question", "home"),
    [
        ("un chatbot para mi floristería", "¿cómo empiezo?", False),
        ("a chatbot for my flower shop", "how do I start?", False),
        ("un chatbot gratis en mi portátil de 16 GB", "¿cómo empiezo?", True),
        ("a free chatbot on my laptop with 16 GB", "how do I start?", True),
    ],
)
def test_how_to_begin_at_home_or_with_a_provider(talk: Talk, wish: str, question: str, home: bool) -> None:
    first, begin = _said(talk, wish, question)
    assert ("Ollama" in begin["answer"]) is home
    assert first["recommendations"][0]["name"] in begin["answer"]


@pytest.mark.parametrize(
    ("wish", "complaint", "noted"),
    [
        ("un chatbot para mi floristería", "no me has entendido", "un chatbot"),
        ("a chatbot for my flower shop", "you didn't understand me", "a chatbot"),
    ],
)
def test_who_is_not_understood_is_told_what_was(talk: Talk, wish: str, complaint: str, noted: str) -> None:
    first, sorry = _said(talk, wish, complaint)
    assert noted in sorry["answer"]
    assert sorry["needs"] == first["needs"]
    assert sorry["intent"] == "smalltalk"


@pytest.mark.parametrize(
    ("wish", "question", "card"),
    [
        ("un chatbot en mi propio ordenador", "¿qué ordenador me compro?", "con 24 GB"),
        ("a chatbot on my own computer", "which computer should I buy?", "with 24 GB"),
    ],
)
def test_what_to_buy_is_told_by_the_memory_of_the_card(talk: Talk, wish: str, question: str, card: str) -> None:
    first, machines = _said(talk, wish, question)
    assert card in machines["answer"]
    assert machines["needs"] == first["needs"]


@pytest.mark.parametrize("question", ["¿qué es eso de DeepInfra?", "what is DeepInfra?"])
def test_a_provider_that_is_asked_about_is_no_matter_of_the_guide(talk: Talk, question: str) -> None:
    (told,) = _said(talk, question)
    assert "**DeepInfra**" in told["answer"]
    assert not told["sources"]


@pytest.mark.parametrize(
    ("plain", "simply", "lead"),
    [
        ("¿qué es la cuantización?", "¿qué es la cuantización, en palabras sencillas?", "En pocas palabras"),
        ("what is quantization?", "what is quantization? explain it like I'm five", "Put simply"),
    ],
)
def test_a_question_that_asks_for_simple_words_gets_the_gist(talk: Talk, plain: str, simply: str, lead: str) -> None:
    (whole,), (short,) = _said(talk, plain), _said(talk, simply)
    assert short["answer"].startswith(lead)
    assert short["sources"][0]["id"] == whole["sources"][0]["id"]
    assert len(short["answer"]) < len(whole["answer"])


@pytest.mark.parametrize(
    ("wish", "told", "task"),
    [("necesito una ia", "para mi granja", "tarea"), ("i need an ai", "for my farm", "as a task")],
)
def test_while_nothing_is_known_the_task_is_asked_for(talk: Talk, wish: str, told: str, task: str) -> None:
    _, second = _said(talk, wish, told)
    assert task in second["answer"]


@pytest.mark.parametrize(
    ("everyday", "trade", "per_million"),
    [
        ("un chatbot para mi floristería", "un chatbot por API, 2M tokens al mes", "por millón de tokens"),
        ("a chatbot for my flower shop", "a chatbot over an API, 2M tokens a month", "per million tokens"),
    ],
)
def test_prices_by_the_token_are_for_who_speaks_of_tokens(
    talk: Talk, everyday: str, trade: str, per_million: str
) -> None:
    (plain,), (technical,) = _said(talk, everyday), _said(talk, trade)
    assert per_million not in plain["answer"]
    assert per_million in technical["answer"]


@pytest.mark.parametrize(
    ("wish", "few", "little"),
    [
        ("redactar descripciones para mi tienda", "unas 3 por semana", "menos de 0,01 USD"),
        ("product descriptions for my shop", "about 3 a week", "less than 0.01 USD"),
    ],
)
def test_less_than_a_cent_is_said_to_be_so(talk: Talk, wish: str, few: str, little: str) -> None:
    _, second = _said(talk, wish, few)
    assert little in second["answer"]


@pytest.mark.parametrize(
    ("wish", "question", "named", "other"),
    [
        ("extraer datos de facturas", "¿y ese en español va bien?", "español", "búlgaro"),
        ("extracting data from invoices", "is it any good in Spanish?", "Spanish", "Bulgarian"),
    ],
)
def test_of_many_languages_the_one_asked_about_is_told(
    talk: Talk, wish: str, question: str, named: str, other: str
) -> None:
    _, told = _said(talk, wish, question)
    assert named in told["answer"]
    assert other not in told["answer"]
