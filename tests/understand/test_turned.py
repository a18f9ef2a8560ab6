"""What a turn asks: two models weighed, whether what is said of one is so, a mere question; opinions and what was understood."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.domain.needs import Dialogue, Needs

HELD = Dialogue(needs=Needs.of({"use_case": "summarization"}), shown=("x/a", "x/b"), turns=1)


@pytest.mark.parametrize(
    "text",
    [
        "is claude sonnet 4.5 faster than gpt-5 mini? we're in a rush",
        "¿merece la pena pasar de claude sonnet 4.5 a gpt-5 mini para un bot de hotel?",
        "rank these for me: gpt-5, claude sonnet 4.5, qwen3 32b",
        "ordena de mejor a peor gpt-5, claude sonnet 4.5 y qwen3 32b",
    ],
)
def test_two_named_ones_are_compared(read: Any, text: str) -> None:
    assert read(text).intent == "compare"


@pytest.mark.parametrize(
    "text",
    ["¿con 500 actas me llega?", "do I need to keep a few aside for checking?", "tengo unas 700 nomás, ¿alcanza?"],
)
def test_a_mere_question_refines_nothing(read: Any, text: str) -> None:
    assert read(text, HELD).intent == "ask_guide"


@pytest.mark.parametrize("text", ["¿y en euskera también?", "something smaller?", "¿hay algo más nuevo?"])
def test_a_wish_put_as_a_question_still_refines(read: Any, text: str) -> None:
    assert read(text, HELD).intent in ("refine", "recommend", "ask_model")


def test_a_model_heard_of_is_asked_about(read: Any) -> None:
    assert read("I run a small shop and everyone says GPT-5 changes everything. Should I switch?").intent == "ask_model"
    assert read("llevo una tienda y todos dicen que GPT-5 lo cambia todo, ¿me conviene?").intent == "ask_model"


@pytest.mark.parametrize(
    "text",
    [
        "who in their right mind uploads love letters to a chatbot",
        "¿quién en su sano juicio le pide consejo a un chatbot?",
        "ah ok ya lo pillo, los tokens son como las fichas de un puzle",
        "oh I get it now, tokens are basically like the pieces of a puzzle",
        "so we burn forests to write memos nobody opens, do I have that right?",
    ],
)
def test_opinions_need_nothing(read: Any, text: str) -> None:
    understanding = read(text)
    assert understanding.intent == "smalltalk"
    assert not understanding.changes


def test_what_was_to_be_free_may_cost(read: Any, talk: Any) -> None:
    assert "budget_usd_month" not in talk("un modelo gratis para escribir cuentos", "ya no hace falta que sea gratis")
    assert "budget_usd_month" not in talk("a free model to write stories", "it doesn't have to be free")
    assert talk("a free model to write stories", "still free please")["budget_usd_month"] == 0


def test_the_commercial_use_is_no_use(talk: Any) -> None:
    needs = talk("imágenes de muebles que pueda usar comercialmente", "quita el uso comercial, es para casa")
    assert needs.get("use_case") == "image_generation"


@pytest.mark.parametrize(
    "text",
    [
        "hola, tengo una frutería y me dicen que con la IA ahorro tiempo, ¿cómo empiezo?",
        "I run a florist's and everybody talks about AI, where do I start?",
        "soy peluquera, ¿la IA me serviría de algo?",
        "would AI help a gardener like me?",
        "does it know yesterday's news?",
        "¿conoce la ley que salió este año?",
    ],
)
def test_what_it_is_good_for_is_asked_of_the_guide(read: Any, text: str) -> None:
    assert read(text).intent == "ask_guide"


def test_who_tells_a_task_asks_for_a_model(read: Any) -> None:
    assert read("tengo un bar, quiero un bot de reservas, ¿por dónde empiezo?").intent == "recommend"


def test_a_task_told_after_models_only_is_the_first_wish(read: Any) -> None:
    spoken_of = Dialogue(needs=Needs.of({"mentioned_models": ["gpt-5"]}), turns=1)
    assert read("es para resumir actas de un despacho", spoken_of).intent == "recommend"
    assert read("it's for summarising minutes at a law firm", spoken_of).intent == "recommend"


def test_how_new_it_is_is_asked_of_the_guide(read: Any) -> None:
    assert read("how up to date is your data? that price changed in spring").intent == "ask_guide"
    assert read("si la fecha de corte es 2024, ¿cómo sabe quién ganó la liga este año?").intent == "ask_guide"
