"""More cards of the kind that is held, and a workload that grows: short turns that lean on what was said."""

from typing import Any

import pytest

CARD = {
    "es": "tengo una tesla p40 y 64 gb de ram, para programar",
    "en": "I have a tesla p40 and 64 gb of ram, for coding",
}
WORK = {
    "es": "un agente por api, 100.000 consultas al mes de 3000 tokens de entrada y 1000 de salida",
    "en": "an agent over an API, 100,000 requests a month, 3000 tokens in and 1000 tokens out each",
}


@pytest.mark.parametrize(
    ("language", "turn", "vram"),
    [
        ("es", "¿y dos?", 48),
        ("es", "y con tres?", 72),
        ("es", "¿y si meto 2 más?", 72),
        ("es", "y si añado otras 3", 96),
        ("en", "and two?", 48),
        ("en", "what about 3 of them?", 72),
        ("en", "and if I add 2 more", 72),
    ],
)
def test_more_cards_of_the_same_kind(talk: Any, language: str, turn: str, vram: float) -> None:
    held = talk(CARD[language], turn)
    assert (held["vram_gb"], held["ram_gb"]) == (vram, 64)


@pytest.mark.parametrize("turn", ["¿y con 32k?", "y con 200 euros al mes?", "¿y con 2 idiomas?"])
def test_other_figures_count_no_cards(talk: Any, turn: str) -> None:
    held = talk(CARD["es"], turn)
    assert (held["vram_gb"], held["ram_gb"]) == (24, 64)


@pytest.mark.parametrize(
    "text",
    [
        "tengo una 3060 de 12 gb y quiero cambiar a una 3090 o una 4070 ti super, para programar",
        "I have a 3060 12 GB and want to upgrade to either a 3090 or a 5060 ti, for coding",
    ],
)
def test_cards_weighed_against_each_other_are_not_owned(talk: Any, text: str) -> None:
    assert talk(text)["vram_gb"] == 12


@pytest.mark.parametrize(
    ("language", "turn", "times"),
    [
        ("es", "¿y si se triplica el tráfico?", 3),
        ("es", "y si se duplica el volumen", 2),
        ("es", "¿y si el uso se multiplica por 10?", 10),
        ("es", "y con 5 veces más usuarios?", 5),
        ("en", "what if traffic triples?", 3),
        ("en", "and if volume doubles", 2),
        ("en", "what if usage goes 5x", 5),
        ("en", "actually 200,000 requests", 2),
    ],
)
def test_the_workload_grows_with_its_count(talk: Any, language: str, turn: str, times: float) -> None:
    held = talk(WORK[language], turn)
    assert (held["items_per_month"], held["tokens_per_month"]) == (100_000 * times, 400_000_000 * times)


@pytest.mark.parametrize(
    "text",
    [
        "cada usuario hace 20 preguntas al día, son 150 usuarios, contexto de 10k por pregunta y 600 de respuesta",
        "150 users, 20 questions a day each, 10k context per question and 600 tokens answer",
        "20 requests a day per user, 150 users, 10k tokens prompt, 600 tokens completion",
    ],
)
def test_what_each_call_reads_and_writes_is_told_in_either_order(talk: Any, text: str) -> None:
    held = talk(text)
    assert (held["items_per_month"], held["tokens_per_month"]) == (90_000, 954_000_000)


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        (
            "whats the biggest moe i can run on 128gb unified at >20 tok/s with 100k context",
            {"min_tokens_per_s": 20, "min_context_tokens": 100_000, "ram_gb": 128},
        ),
        (
            "cual es el modelo mas grande que puedo mover a mas de 15 tok/s en una 3090 con 32k de contexto?",
            {"min_tokens_per_s": 15, "min_context_tokens": 32_000, "vram_gb": 24},
        ),
    ],
)
def test_the_most_that_fits_is_asked_for_oneself(talk: Any, text: str, needs: dict[str, Any]) -> None:
    held = talk(text)
    assert {key: held.get(key) for key in needs} == needs
    assert "items_per_month" not in held


@pytest.mark.parametrize("text", ["llamo a la API unas 50k veces al mes", "I call the API about 50k times a month"])
def test_calling_the_api_of_a_model_calls_no_tools(talk: Any, text: str) -> None:
    held = talk(text + ", clasificar tickets" if text.startswith("llamo") else text + ", to classify tickets")
    assert held["items_per_month"] == 50_000
    assert "tool_calling" not in held


def test_codes_between_slashes_do_not_tell_the_language(read: Any) -> None:
    assert read("max budget is small, multilingual (en/fr/de/nl) extraction with a strict schema").language == "en"


@pytest.mark.parametrize(
    "messages",
    [
        (
            "analizar sentimientos en tuits, 2 millones al mes, presupuesto 100 usd",
            "¿y si en vez de 2 son 20 millones?",
        ),
        ("sentiment of tweets, 2 million a month, budget 100 USD", "and if it were 20 million instead of 2?"),
    ],
)
def test_the_figure_that_gives_way_is_not_read(talk: Any, messages: tuple[str, str]) -> None:
    held = talk(*messages)
    assert (held["items_per_month"], held["budget_usd_month"]) == (20_000_000, 100)


def test_a_count_of_cards_is_no_context(talk: Any) -> None:
    held = talk("3x 3060 12gb for an agent, 48k context", "and with 4?")
    assert (held["vram_gb"], held["min_context_tokens"]) == (48, 48_000)


@pytest.mark.parametrize(
    "text",
    ["what would it cost to translate 1M words to german via api", "traducir un millón de palabras al alemán por api"],
)
def test_a_million_words_to_translate_are_no_context(talk: Any, text: str) -> None:
    assert "min_context_tokens" not in talk(text)


@pytest.mark.parametrize(
    "text",
    [
        "3000 conversaciones al mes, 12 vueltas cada una, 900 tokens de entrada y 120 de salida por vuelta",
        "3000 conversations a month, 12 turns each, 900 tokens in and 120 out per turn",
    ],
)
def test_a_conversation_takes_its_lengths_once_a_turn(talk: Any, text: str) -> None:
    held = talk(text)
    assert (held["items_per_month"], held["tokens_per_month"]) == (3000, 3000 * 12 * 1020)


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("pc with 32gb of ram, no gpu, coding", "coding"),
        ("h100 80gb, 16k ctx, summarization", "summarization"),
        ("rtx 3060 de 12gb, 16k de contexto, traducir", "translation"),
    ],
)
def test_a_use_alone_between_specs_is_the_use(talk: Any, text: str, use: str) -> None:
    assert talk(text)["use_case"] == use


@pytest.mark.parametrize(
    ("messages", "tokens"),
    [
        (("an agent over api, 1M calls a month, 1.5k in 100 out", "what if the input grows to 3k"), 3100),
        (("un agente por api, 1M de llamadas al mes, 1500 tokens de entrada y 100 de salida", "y si la salida sube a 400 tokens"), 1900),
    ],
)  # fmt: skip
def test_one_of_the_two_lengths_is_another(talk: Any, messages: tuple[str, str], tokens: int) -> None:
    held = talk(*messages)
    assert abs(held["tokens_per_month"] / 1e6 - tokens) < 1
    assert "min_context_tokens" not in held
    assert "min_output_tokens" not in held
