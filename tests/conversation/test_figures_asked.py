"""Short questions on a figure of the model that was recommended: answered with figures, not with the guide."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[[str], dict[str, Any]]
AT_HOME = {"es": "para programar, con una rtx 4090 de 24 gb", "en": "for coding, on an rtx 4090 with 24 gb"}
BY_API = {
    "es": "un agente por api, 100.000 consultas al mes de 3000 tokens de entrada y 1000 de salida",
    "en": "an agent over an API, 100,000 requests a month, 3000 tokens in and 1000 tokens out each",
}


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("es", "¿y en Q5 cuánto ocupa?"),
        ("es", "cuanta vram consume"),
        ("es", "¿ocuparía mucho con 64k?"),
        ("es", "y cuánto contexto le cabe?"),
        ("en", "how many gigs at 8 bits"),
        ("en", "what quant?"),
        ("en", "how much context can I get?"),
    ],
)
def test_memory_is_told_by_quantization_and_context(ask: Ask, language: str, question: str) -> None:
    first = ask(AT_HOME[language])
    told = ask(question)
    assert told["intent"] == "ask_model"
    assert first["recommendations"][0]["name"] in told["answer"]
    cells = {row.split("|")[1].strip(): row for row in told["answer"].splitlines() if row.startswith(("| Q", "| fp16"))}
    assert set(cells) == {"Q4_K_M", "Q5_K_M", "Q6_K", "Q8_0", "fp16"}
    sizes = [float(n.replace(",", ".")) for n in re.findall(r"[\d.,]+", cells["Q4_K_M"].replace("Q4_K_M", ""))]
    assert sizes == sorted(sizes)
    for row in cells.values():  # bold is what fits in the 24 GB
        for cell in row.split("|")[2:-1]:
            size = float(cell.strip(" *").replace(",", "."))
            assert ("**" in cell) == (size <= 24)


@pytest.mark.parametrize(
    ("language", "question"), [("es", "tok/s?"), ("es", "¿qué velocidad me daría?"), ("en", "what tok/s would I get")]
)
def test_speed_is_of_the_persons_machine(ask: Ask, language: str, question: str) -> None:
    ask(AT_HOME[language])
    told = ask(question)
    assert told["intent"] == "ask_model"
    assert ("en tu equipo" if language == "es" else "on your hardware") in told["answer"].lower()


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("es", "¿cuánto saldría al año?"),
        ("es", "¿y por consulta?"),
        ("es", "cuanto me cuesta cada 1000 llamadas"),
        ("en", "what would that cost a year?"),
        ("en", "cost per request?"),
        ("en", "how much per 1000 requests"),
    ],
)
def test_a_bill_is_told_by_month_year_and_case(ask: Ask, language: str, question: str) -> None:
    first = ask(BY_API[language])
    told = ask(question)
    month = first["recommendations"][0]["cost"]["usd_month"]
    assert told["intent"] == "ask_model"
    assert told["needs"] == first["needs"]
    for figure in (12 * month, month / 100):  # 100,000 cases: what a thousand of them cost
        assert any(abs(_number(n) / figure - 1) < 0.01 for n in re.findall(r"\d[\d.,]*", told["answer"])), figure


def _number(text: str) -> float:
    """As written in either language: the last separator is the decimal one unless three digits follow it."""
    text = text.rstrip(".,")
    parts = re.split(r"[.,]", text)
    if (len(parts) > 1 and len(parts[-1]) != 3) or parts[0] == "0":
        return float("".join(parts[:-1]) + "." + parts[-1])
    return float("".join(parts))


@pytest.mark.parametrize(
    ("language", "question", "row"),
    [
        ("es", "¿y con caché?", "Coste al mes con la mitad de la entrada en caché"),
        ("es", "y por lotes?", "Coste al mes por lotes"),
        ("en", "and with batch api", "Monthly cost in batches"),
        ("en", "which is cheaper a year?", "Yearly cost"),
    ],
)
def test_two_models_are_compared_by_what_is_asked(ask: Ask, language: str, question: str, row: str) -> None:
    ask(BY_API[language])
    plain = ask("GPT-5.6 Luna vs Gemini 3.5 Flash")
    assert row not in plain["answer"]
    assert f"| {row} |" in ask(question)["answer"]


@pytest.mark.parametrize(
    ("language", "question"), [("es", "¿está alojado en Europa?"), ("en", "is it available on bedrock?")]
)
def test_who_serves_it_is_told_and_where_is_not_known(ask: Ask, language: str, question: str) -> None:
    first = ask(BY_API[language])
    told = ask(question)
    assert first["recommendations"][0]["cost"]["provider"] in told["answer"]
    assert ("no consta" if language == "es" else "not in my cards") in told["answer"]


@pytest.mark.parametrize("question", ["¿qué es la cuantización?", "how much vram does a 70B need?"])
def test_what_is_asked_in_general_goes_to_the_guide(ask: Ask, question: str) -> None:
    ask(AT_HOME["es"])
    assert ask(question)["intent"] == "ask_guide"


@pytest.mark.parametrize(("language", "mode"), [("es", "sin razonar"), ("en", "non-reasoning")])
def test_measured_waits_say_in_which_mode(ask: Ask, language: str, mode: str) -> None:
    """The same model waits a minute thinking and a second without: two figures that look alike would be one too many."""
    question = (
        "¿cuánto tarda en responder Gemma 4 31B por API?"
        if language == "es"
        else "how fast is Gemma 4 31B over an API?"
    )
    told = ask(question)["answer"]
    assert f"({mode})" in told
    assert "API median" not in told


@pytest.mark.parametrize(
    ("language", "question"),
    [("es", "¿cuántos usuarios a la vez aguanta?"), ("en", "how many concurrent users could it take?")],
)
def test_conversations_at_once_are_fewer_the_longer_they_are(ask: Ask, language: str, question: str) -> None:
    ask(AT_HOME[language])
    many = r"unas (\d+) conversaciones a la vez" if language == "es" else r"about (\d+) conversations at once"
    pattern = rf"{many}|(?:una sola|a single) (?:conversación|conversation)"
    short = re.search(pattern, ask(question)["answer"])
    ask("con 64k de contexto" if language == "es" else "with 64k of context")
    long = re.search(pattern, ask(question)["answer"])
    assert short
    assert long
    assert int(short[1]) > int(long[1] or 1) >= 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("¿cuánta VRAM hace falta para un 70B?", "Un modelo de 70B pide unos 47 GB a 4 bits"),
        ("how much VRAM does a 70B need?", "A model of 70B takes about 47 GB at 4 bits"),
        ("¿me corre un 70B en una 3060 de 12 GB?", "En 12 GB de memoria gráfica no cabe entero ni a 4 bits"),
        ("can a 3060 12GB run a 70B?", "In 12 GB of graphics memory it does not fit whole even at 4 bits"),
    ],
)
def test_what_a_size_takes_is_told_first(ask: Any, text: str, told: str) -> None:
    assert told in ask(text)["answer"].split("\n\n")[0]
