"""People without a word of the trade: where to begin, what was not understood, answers that nobody can read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[[str], dict[str, Any]]
LETTERS = {"es": "quiero algo que me ayude a escribir cartas", "en": "I want something to help me write letters"}
BOT = {"es": "quiero un chatbot para las reservas de mi hotel", "en": "I want a chatbot for the bookings of my hotel"}
AT_HOME = {
    "es": "quiero una IA para resumir informes sin que salgan de mi ordenador",
    "en": "I want an AI to sum up reports without them leaving my computer",
}
BEGIN = {"es": "Se empieza por una tarea", "en": "You start from one task"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "hola, tengo un bar y me han dicho que con la IA esta puedo ahorrar tiempo, ¿cómo empiezo?"),
        ("es", "che, quiero empezar a usar ia en el laburo, ¿tiro de qué?"),
        ("es", "¿cómo puedo aprovechar la inteligencia artificial en mi tienda?"),
        ("en", "hi, someone told me AI could save me time at the bar, no idea how to start"),
    ],
)
def test_who_names_ai_and_no_task_is_helped_to_one(ask: Ask, language: str, text: str) -> None:
    answer = ask(text)["answer"]
    what_for = "Para qué sirve la IA" if language == "es" else "What generative AI is good for"
    how = "Cómo empezar" if language == "es" else "Getting started"
    assert any(told in answer for told in (BEGIN[language], what_for, how)), answer


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "mi vecino dice que la IA acabará con todos"),
        ("en", "my son is worried that AI will take over the world"),
    ],
)
def test_talk_of_ai_begins_nothing(ask: Ask, language: str, text: str) -> None:
    assert BEGIN[language] not in ask(text)["answer"]


@pytest.mark.parametrize("language", ["es", "en"])
def test_who_writes_to_it_by_hand_hears_of_ready_made_chats(ask: Ask, language: str) -> None:
    told = "chat ya hecho de un fabricante" if language == "es" else "maker's ready-made chat"
    assert told in ask(LETTERS[language])["answer"]
    ask("empezar de cero" if language == "es" else "start over")
    assert told not in ask(BOT[language])["answer"]


@pytest.mark.parametrize(
    ("language", "text", "explained", "put"),
    [
        ("es", "no entiendo nada de eso", "los ordenadores de quien lo sirve", "lo que te preguntaba es dónde trabaja"),
        (
            "en",
            "I don't understand any of that",
            "on the computers of who serves it",
            "what I was asking is where it works",
        ),
    ],
)
def test_what_was_not_understood_is_told_otherwise_and_so_is_the_question(
    ask: Ask, language: str, text: str, explained: str, put: str
) -> None:
    ask(LETTERS[language])
    turn = ask(text)
    assert explained in turn["answer"]
    assert put in turn["question"]
    answered = ask("por internet" if language == "es" else "over the internet")
    assert answered["needs"]["local"] is False


@pytest.mark.parametrize(
    ("start", "language", "text", "told"),
    [
        (LETTERS, "es", "desde el sofá de casa", "sigo contando con un servicio por internet"),
        (LETTERS, "en", "from the sofa, usually", "I go on with a service over the internet"),
        (AT_HOME, "es", "uno corriente de los de toda la vida", "sigo contando con una tarjeta gráfica de 12 GB"),
        (AT_HOME, "en", "just an ordinary one", "I go on with a graphics card with 12 GB"),
        (LETTERS, "es", "no sé", "sigo contando con un servicio por internet"),
        (LETTERS, "en", "I don't know", "I go on with a service over the internet"),
    ],
)
def test_an_answer_that_says_nothing_leaves_what_is_supposed(
    ask: Ask, start: dict[str, str], language: str, text: str, told: str
) -> None:
    needs = ask(start[language])["needs"]
    turn = ask(text)
    assert told in turn["answer"]
    assert turn["needs"] == needs


@pytest.mark.parametrize(
    ("spanish", "english", "section"),
    [
        ("¿qué es la temperatura?", "what is temperature?", "guide/performance/randomness"),
        ("¿qué significa 9B?", "what does 9B mean?", "guide/size/tiers"),
        ("¿y eso de la API qué es?", "what is an API?", "guide/customization/app-or-api"),
        ("¿y se va haciendo más listo si lo uso mucho?", "will it learn from what I tell it?", "guide/context/memory"),
        ("¿qué es un agente de inteligencia artificial?", "so what's an AI agent?", "guide/customization/agents"),
        ("¿qué quiere decir multimodal?", "what do they mean by multimodal?", "guide/context/modalities"),
        ("¿me usarán los datos para entrenar?", "is my data used for training?", "guide/performance/privacy"),
    ],
)
def test_what_newcomers_ask_of_the_guide(ask: Ask, spanish: str, english: str, section: str) -> None:
    for text in (spanish, english):
        assert section in [source["id"] for source in ask(text)["sources"]][:1], text


@pytest.mark.parametrize("text", ["¿cuál es la temperatura en Madrid?", "what's the temperature in Leeds?"])
def test_the_weather_is_no_setting(ask: Ask, text: str) -> None:
    assert not ask(text)["sources"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "¿y si lo ve mi suegra?", "Ni la guía ni las fichas responden a eso"),
        ("en", "what happens if my mother in law sees it?", "Neither the guide nor the cards answer that"),
    ],
)
def test_amid_a_talk_what_leans_on_it_finds_no_section_by_chance(ask: Ask, language: str, text: str, told: str) -> None:
    ask(BOT[language])
    answer = ask(text)["answer"]
    assert told in answer
    assert ("¿cómo empiezo?" if language == "es" else "how do I start?") in answer


@pytest.mark.parametrize(("language", "text"), [("es", "¿qué es un token?"), ("en", "do I need a powerful computer?")])
def test_amid_a_talk_the_guide_is_asked_as_ever(ask: Ask, language: str, text: str) -> None:
    ask(BOT[language])
    assert ask(text)["sources"][0]["id"].startswith("guide/")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "¿sabe poner multas de tráfico?", "Eso no consta en mis fichas"),
        ("en", "can it juggle with five balls?", "That is not on my cards"),
    ],
)
def test_what_no_card_tells_of_it_is_said_to_be_unknown(ask: Ask, language: str, text: str, told: str) -> None:
    ask(BOT[language])
    assert told in ask(text)["answer"]


def test_where_nothing_fits_it_is_not_told_all_over(ask: Ask) -> None:
    first = ask("queremos traducir folletos al rumano y al wolof")["answer"]
    again = ask("no tenemos ordenadores buenos")["answer"]
    assert "Ninguno de los" in first
    assert "sigue sin haber" in again
    assert len(again) < len(first) * 0.6


def test_what_names_no_language_in_cldr_has_a_name(ask: Ask) -> None:
    assert "náhuatl" in ask("quiero un chatbot que hable náhuatl")["answer"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "cuál me recomiendas pues", "Yo me quedaría con"),
        ("es", "¿cuál elegiría usted?", "Yo me quedaría con"),
        ("es", "¿y vos cuál agarrarías?", "Yo me quedaría con"),
        ("en", "which would you pick and why", "I would take"),
        ("en", "what would you go for?", "I would take"),
    ],
)
def test_who_asks_for_a_choice_gets_it(ask: Ask, language: str, text: str, told: str) -> None:
    first = ask(BOT[language])["recommendations"][0]["name"]
    answer = ask(text)["answer"]
    assert first in answer
    assert answer.startswith(told)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "soy médica y quiero redactar informes de pacientes; me preocupa la privacidad"),
        ("en", "I'm a doctor and want to write patients' reports; privacy worries me"),
    ],
)
def test_where_privacy_counts_no_public_chat_is_proposed(ask: Ask, language: str, text: str) -> None:
    turn = ask(text)
    assert "privacy" in turn["needs"]["priority"]
    assert ("chat ya hecho" if language == "es" else "ready-made chat") not in turn["answer"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "tiene que ser gratis", "chat ya hecho de un fabricante"),
        ("en", "it must be free of charge", "maker's ready-made chat"),
    ],
)
def test_who_pays_nothing_and_writes_by_hand_hears_of_ready_made_chats(
    ask: Ask, language: str, text: str, told: str
) -> None:
    ask(LETTERS[language])
    turn = ask(text)
    assert turn["needs"]["budget_usd_month"] == 0
    assert told in turn["answer"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "¿me lo puede traer a casa mi sobrino?"), ("en", "could my nephew bring it round?")],
)
def test_a_question_nobody_can_read_amid_a_talk_is_no_question_on_the_advisor(
    ask: Ask, language: str, text: str
) -> None:
    ask(BOT[language])
    answer = ask(text)["answer"]
    assert "Soy un asesor" not in answer
    assert "I am an advisor" not in answer


@pytest.mark.parametrize(
    ("first", "then", "fitting", "told_already"),
    [
        ("¿qué es la cuantización?", "¿y qué es GGUF?", "GGUF es el formato", "Cuantizar es guardar"),
        ("what is quantization?", "and what is GGUF?", "GGUF is the file format", "Quantizing means storing"),
    ],
)
def test_of_a_section_just_quoted_what_fits_is_enough(
    ask: Ask, first: str, then: str, fitting: str, told_already: str
) -> None:
    assert told_already in ask(first)["answer"]
    answer = ask(then)["answer"]
    assert fitting in answer
    assert told_already not in answer


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "¿es legal usar Llama 3.3 70B en mi producto?"),
        ("es", "¿puede una empresa europea usar Qwen3.5 9B?"),
        ("en", "is it legal to use Llama 3.3 70B in my product?"),
        ("en", "is Qwen3.5 9B ok for a EU company?"),
    ],
)
def test_the_law_is_not_on_the_cards_and_the_licence_is(ask: Ask, language: str, text: str) -> None:
    answer = ask(text)["answer"]
    law, licence = (
        ("Si la ley de tu país lo permite no consta", "permite el uso comercial")
        if language == "es"
        else ("Whether the law of your country allows it", "allows commercial use")
    )
    assert answer.startswith(law)
    assert licence in answer


@pytest.mark.parametrize(
    "text", ["¿Mistral Medium 3.5 está alojado en Europa?", "is Mistral Medium 3.5 hosted in Europe?"]
)
def test_where_it_is_hosted_is_no_matter_of_law(ask: Ask, text: str) -> None:
    answer = ask(text)["answer"]
    assert "la ley de tu país" not in answer
    assert "the law of your country" not in answer


@pytest.mark.parametrize(
    ("language", "asked", "text"),
    [
        ("es", "¿qué es un token?", "entonces, ¿con cuál me quedo?"),
        ("en", "what is a token?", "so which one should I pick?"),
    ],
)
def test_which_to_take_after_a_section_is_a_model(ask: Ask, language: str, asked: str, text: str) -> None:
    first = ask(BOT[language])["recommendations"][0]["name"]
    ask(asked)
    answer = ask(text)["answer"]
    assert first in answer
    assert "token es" not in answer


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "¿y cómo lo pongo?", "Para empezar con"),
        ("es", "vale, ¿y cuál sería el primer paso?", "Para empezar con"),
        ("en", "what's the first step?", "To begin with"),
        ("en", "could my nephew set it up for us?", "To begin with"),
        ("es", "¿y eso qué es?", "en los ordenadores de quien lo sirve"),
        ("es", "ay, no lo pillo", "en los ordenadores de quien lo sirve"),
    ],
)
def test_how_to_begin_and_what_it_was_asked_in_passing(ask: Ask, language: str, text: str, told: str) -> None:
    ask(BOT[language])
    assert told in ask(text)["answer"]


@pytest.mark.parametrize(
    "text", ["¿cuál es el primer paso para afinarlo?", "¿cómo lo pongo en Q8?", "¿y eso qué es, un modelo chino?"]
)
def test_a_matter_of_its_own_is_neither(ask: Ask, text: str) -> None:
    ask(BOT["es"])
    answer = ask(text)["answer"]
    assert "Para empezar con" not in answer
    assert "en los ordenadores de quien lo sirve" not in answer
