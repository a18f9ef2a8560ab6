"""What people ask once something was recommended is answered, and not met with "nothing new in your message"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[[str], dict[str, Any]]
AT_HOME = {
    "es": "Tengo una 3060 de 12 GB y quiero un modelo para programar en Python",
    "en": "I have a 3060 12GB and want a model for coding in Python",
}
OVER_API = {
    "es": "Quiero un chatbot para los clientes de mi tienda, por API y barato",
    "en": "I want a chatbot for my shop's customers, over an API and cheap",
}
NOTHING_NEW = {"es": "No leo en tu mensaje", "en": "I read no new requirement"}


@pytest.mark.parametrize(
    ("spanish", "english", "told_es", "told_en"),
    [
        ("¿qué otras opciones hay?", "what other options are there?", "van detrás:", "come next:"),
        ("dame otras tres", "show me three more", "puesto 4", "place 4"),
        ("no me gusta el primero", "I don't like the first one", "van detrás:", "come next:"),
        ("lo he probado y va fatal", "I tried it and it was terrible", "van detrás:", "come next:"),
        ("¿y va a ir muy lento?", "will it be very slow?", "tokens/s (estimado)", "tokens/s (estimated)"),
        ("¿qué contexto necesito?", "how much context do I need?", "unos 64K tokens", "about 64K tokens"),
        ("¿de qué empresa es?", "which company makes it?", "es de ", "is by "),
        ("pero eso es chino, ¿no?", "isn't that Chinese?", "es de ", "is by "),
        ("¿y sin conexión funciona?", "does it work offline?", "sin internet", "without internet"),
        ("¿mis datos dónde van?", "where does my data go?", "nada de lo que le das", "nothing that you give it"),
        ("¿se inventa cosas?", "does it make things up?", "puede inventarse", "may make up"),
        ("¿estás seguro?", "are you sure?", "No pongo cifras de memoria", "no figure from memory"),
        ("¿es difícil de instalar?", "is it hard to set up?", "Para empezar con", "To begin with"),
        ("¿qué desventajas tiene?", "what are its downsides?", "puntos", "points"),
        ("entonces, ¿cuál cojo?", "so which one should I pick?", "Yo me quedaría con", "I would take"),
        ("¿puede buscar en internet?", "can it search the web?", "es solo el motor", "is only the engine"),
        ("¿se puede usar con WhatsApp?", "does it work with WhatsApp?", "es solo el motor", "is only the engine"),
        ("¿qué has entendido?", "what did you understand?", "tengo apuntado: programar", "have noted: coding"),
        ("¿por qué solo 75 puntos?", "why only 75 points?", "suman los siete factores", "add up the seven factors"),
        ("¿cuál es el más popular?", "which one is the most popular?", "no consta en mis fichas", "is not on my cards"),
        ("¿hay algún descuento?", "are there any discounts?", "Por lotes", "In batches"),
        (
            "¿cuántas páginas lee de una vez?",
            "how many pages can it read at once?",
            "páginas de texto",
            "pages of text",
        ),
        (
            "¿qué hardware necesitaría para ese?",
            "what hardware does it need?",
            "Memoria que pide",
            "Memory that",
        ),
        ("¿va a tardar mucho en contestar?", "will it take very long?", "tokens/s (estimado)", "tokens/s (estimated)"),
        ("que licencia tiene", "what license does it have", "Apache", "Apache"),
        ("¿y la velocidad?", "and speed?", "tokens/s (estimado)", "tokens/s (estimated)"),
        ("¿dónde lo alojo?", "where do I host it?", "sirven", "is served by"),
        (
            "¿hay alguno que no diga palabrotas?",
            "is there a kid-friendly one?",
            "ni lo asegura ningún",
            "no model guarantees",
        ),
        ("¿y para traducir?", "and for translation?", "Si fuera para esto", "If it were for this"),
        ("no sé", "I don't know", "eso no cambia", "that changes nothing"),
        ("¿y tú qué opinas?", "what would you do?", "En corto", "In short"),
        ("cuéntame algo más de él", "tell me more about it", "publicación", "release date"),
    ],
)
def test_of_what_runs_at_home(ask: Ask, spanish: str, english: str, told_es: str, told_en: str) -> None:
    for language, text, told in (("es", spanish, told_es), ("en", english, told_en)):
        ask("olvida todo, empezamos de cero" if language == "es" else "forget everything, start over")
        needs = ask(AT_HOME[language])["needs"]
        turn = ask(text)
        assert told in turn["answer"], text
        assert NOTHING_NEW[language] not in turn["answer"]
        assert turn["needs"] == needs, text


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_next_ones_go_on_from_there(ask: Ask, language: str) -> None:
    first = ask(AT_HOME[language])["answer"]
    more = "dame otras tres" if language == "es" else "show me three more"
    second, third = ask(more)["answer"], ask(more)["answer"]
    assert ("puesto 7" if language == "es" else "place 7") in third
    assert first != second != third


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [("es", "eso es muy caro", "ninguno tiene cuota"), ("en", "that's too expensive", "none has a fee")],
)
def test_at_home_nothing_has_a_fee_however_dear(ask: Ask, language: str, text: str, told: str) -> None:
    ask(AT_HOME[language])
    turn = ask(text)
    assert told in turn["answer"]
    assert turn["needs"]["priority"] == ["cost"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [("es", "uf, es carísimo", "cuestan menos que"), ("en", "hmm, too expensive", "cost less than")],
)
def test_what_costs_less_where_cost_matters_already(ask: Ask, language: str, text: str, told: str) -> None:
    ask(OVER_API[language])
    assert told in ask(text)["answer"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "¿cuánto costaría al mes con 3000 consultas diarias?", "90.000 al mes"),
        ("en", "what would it cost per month with 3000 queries a day?", "90,000 a month"),
    ],
)
def test_a_cost_is_that_of_the_work_it_is_asked_for(ask: Ask, language: str, text: str, told: str) -> None:
    ask(OVER_API[language])
    assert told in ask(text)["answer"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "¿vale también para traducir?", "Si fuera para esto (traducir)"),
        ("es", "¿qué tal se le dan las matemáticas?", "Si fuera para esto (matemáticas)"),
        ("es", "y también un poco de escritura creativa", "Si fuera para esto (escritura creativa)"),
        ("en", "also some creative writing", "If it were for this (creative writing)"),
        ("en", "is it good for translation too?", "If it were for this (translation)"),
        ("en", "how good is it at maths?", "If it were for this (mathematics)"),
    ],
)
def test_another_use_is_judged_and_changes_nothing(ask: Ask, language: str, text: str, told: str) -> None:
    needs = ask(AT_HOME[language])["needs"]
    turn = ask(text)
    assert told in turn["answer"]
    assert turn["needs"] == needs


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "quita el primero"),
        ("es", "el primero lo descarto"),
        ("en", "drop the first one"),
        ("en", "rule out the first"),
    ],
)
def test_a_model_that_was_shown_can_be_let_go(ask: Ask, language: str, text: str) -> None:
    first = ask(AT_HOME[language])["recommendations"][0]
    turn = ask(text)
    assert turn["needs"]["excluded_models"] == [first["name"].lower()]
    assert first["model"] not in [r["model"] for r in turn["recommendations"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "¿por qué no el segundo?"), ("en", "why not the second?"), ("es", "me quedo con el segundo")],
)
def test_asking_after_one_lets_none_go(ask: Ask, language: str, text: str) -> None:
    ask(AT_HOME[language])
    assert "excluded_models" not in ask(text)["needs"]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "Compara GPT-5.4 y Claude Sonnet 5 para un agente",
            "¿y cuál es más barato con 20 millones de tokens al mes?",
            "20M",
        ),
        (
            "Compare GPT-5.4 and Claude Sonnet 5 for an agent",
            "and which is cheaper with 20 million tokens a month?",
            "20M",
        ),
        ("Quiero traducir manuales del alemán al español", "¿y entre Claude y Gemini?", "Gemini"),
        ("I want to translate manuals from German to Spanish", "and between Claude and Gemini?", "Gemini"),
    ],
)
def test_what_is_weighed_stays_weighed(ask: Ask, first: str, second: str, told: str) -> None:
    ask(first)
    turn = ask(second)
    assert turn["intent"] == "compare"
    assert told in turn["answer"] or turn["needs"].get("tokens_per_month") == 20_000_000


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Identificar plantas por foto en el móvil, sin internet", "¿y si lo hago por API?"),
        ("Identify plants in photos on my phone, offline", "and through an API?"),
    ],
)
def test_a_machine_that_was_assumed_goes_with_the_machine(ask: Ask, first: str, second: str) -> None:
    assert "ram_gb" in ask(first)["assumed"]
    assert "ram_gb" not in ask(second)["assumed"]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "Un modelo de visión de menos de 0,5B que hable quechua, en local con 2 GB de VRAM",
            "¿en qué cedo?",
            "Lo mínimo",
        ),
        (
            "A vision model under 0.5B that speaks Quechua, local with 2 GB of VRAM",
            "what should I give up?",
            "smallest thing",
        ),
    ],
)
def test_where_nothing_fits_what_to_give_up_is_told_again(ask: Ask, first: str, second: str, told: str) -> None:
    assert not ask(first)["recommendations"]
    assert told in ask(second)["answer"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("es", "prefiero una suscripción fija", "no constan en mis fichas"),
        ("en", "I'd rather have a flat rate", "are not on my cards"),
        ("es", "¿y pagando cuánto sería?", "pagando por lo que se gasta"),
        ("en", "and if I pay, how much is it?", "paying for what is used"),
        ("es", "entonces, ¿qué hago?", "Para empezar con"),
        ("en", "so what do I do?", "To begin with"),
    ],
)
def test_ways_of_paying_and_what_to_do(ask: Ask, language: str, text: str, told: str) -> None:
    ask(AT_HOME[language])
    assert told in ask(text)["answer"]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [("es", "¿va bien con esa gráfica?", "Si fuera"), ("en", "is it good with that card?", "If it were")],
)
def test_a_graphics_card_is_no_other_use(ask: Ask, language: str, text: str, told: str) -> None:
    ask(AT_HOME[language])
    assert told not in ask(text)["answer"]


@pytest.mark.parametrize(
    ("language", "chosen", "begin"),
    [
        ("es", "cuéntame más del segundo", "¿cómo empiezo?"),
        ("en", "tell me more about the second one", "how do I start?"),
    ],
)
def test_one_begins_with_the_model_that_was_come_to(ask: Ask, language: str, chosen: str, begin: str) -> None:
    second = ask(AT_HOME[language])["recommendations"][1]["name"]
    ask(chosen)
    assert f"**{second}**" in ask(begin)["answer"].split("\n")[0]
