"""Which of the models shown it is: the first sentence names it, of those that were meant, with its figure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[[str], dict[str, Any]]
AT_HOME = {"es": "para programar, con una rtx 4090 de 24 gb", "en": "for coding, on an rtx 4090 with 24 gb"}
BY_API = {"es": "un chatbot por api, 5 millones de tokens al mes", "en": "a chatbot by api, 5 million tokens a month"}


def _names(told: str) -> list[str]:
    return re.findall(r"\*\*(.+?)\*\*", told)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "cual va mas rapido de los tres"),
        ("es", "de los tres primeros, ¿cuál tarda menos?"),
        ("en", "which is the fastest of the three?"),
        ("en", "of the first three which is quickest"),
    ],
)
def test_a_number_said_bounds_whom_it_is_about(ask: Ask, language: str, text: str) -> None:
    three = [r["name"] for r in ask(AT_HOME[language])["recommendations"][:3]]
    told = ask(text)
    assert set(_names(told["answer"])) == set(three)
    speeds = [float(n) for n in re.findall(r"(\d+)-\d+ tokens/s", told["answer"])]
    assert len(speeds) == 3
    assert speeds == sorted(speeds, reverse=True)


@pytest.mark.parametrize(
    ("language", "text", "beyond"),
    [
        ("es", "con q8 cual me cabe?", "q8"),
        ("en", "which ones fit at Q8?", "q8"),
        ("es", "¿el más grande que me entra a q6?", "q6"),
        ("en", "and the biggest that fits at Q6?", "q6"),
    ],
)
def test_what_fits_whole_at_a_quantization(ask: Ask, language: str, text: str, beyond: str) -> None:
    ask(AT_HOME[language])
    told = ask(text)["answer"]
    sizes = [float(n.replace(",", ".")) for n in re.findall(r"(\d+(?:[.,]\d)?) GB", told)]
    assert sizes
    assert max(sizes) <= 24
    assert {"q8": "Q8_0", "q6": "Q6_K"}[beyond] in told.split(".")[0]


@pytest.mark.parametrize(
    ("language", "text", "nearest"),
    [
        ("es", "¿cuáles me caben a 16 bits?", "no cabe entero ninguno"),
        ("en", "which ones fit at fp16?", "none of those"),
    ],
)
def test_none_fits_and_which_comes_nearest(ask: Ask, language: str, text: str, nearest: str) -> None:
    ask(
        {"es": "para programar, 8 gb de vram, de 7b como mínimo", "en": "for coding, 8 gb of vram, 7b at least"}[
            language
        ]
    )
    told = ask(text)["answer"]
    assert nearest in told.split(". ")[0]
    assert float(re.findall(r"(\d+(?:[.,]\d)?) GB", told)[0].replace(",", ".")) > 8


@pytest.mark.parametrize(
    ("language", "text", "test"),
    [
        ("es", "¿cuál habla mejor alemán?", "EuroEval"),
        ("en", "which one has the best german?", "EuroEval"),
        ("es", "¿cuál sabe más euskera?", "Nadie ha medido"),
        ("en", "which of them is best at japanese?", "Nobody has measured"),
    ],
)
def test_a_language_by_what_was_measured(ask: Ask, language: str, text: str, test: str) -> None:
    ask(BY_API[language])
    told = ask(text)
    assert test in told["answer"]
    assert "languages" not in told["needs"]


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("es", "¿cuáles de ellos ven imágenes?", "imágenes"),
        ("en", "which of them sees images?", "images"),
        ("es", "¿son todos americanos?", "Estados Unidos"),
        ("en", "are all of them american?", "United States"),
        ("es", "¿cuál es europeo?", "europeo"),
        ("en", "which of these is european?", "European"),
        ("es", "¿cuáles tienen licencia apache?", "Apache"),
        ("en", "which ones have an apache licence?", "Apache"),
    ],
)
def test_what_some_have_is_asked_and_not_wished(ask: Ask, language: str, text: str, first: str) -> None:
    needs = ask(BY_API[language])["needs"]
    told = ask(text)
    assert first in told["answer"].split(". ")[0]
    assert told["needs"] == needs


@pytest.mark.parametrize(
    ("language", "texts", "told"),
    [
        ("es", ("¿cuál es el más barato?", "¿y de los dos primeros?", "¿y en calidad?"), "calidad medida"),
        ("en", ("which is the cheapest?", "and of the first two?", "and in quality?"), "measured quality"),
    ],
)
def test_such_a_question_goes_on(ask: Ask, language: str, texts: tuple[str, ...], told: str) -> None:
    two = [r["name"] for r in ask(BY_API[language])["recommendations"][:2]]
    answers = [ask(text)["answer"] for text in texts]
    assert set(_names(answers[1])) == set(two)
    assert set(_names(answers[2])) == set(two)
    assert told in answers[2]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "lo más barato que tengas"),
        ("en", "the cheapest you have please"),
        ("es", "quiero que vea imágenes"),
        ("en", "it must take images"),
        ("es", "¿hay alguno con 128k de contexto?"),
        ("en", "any with 128k context?"),
    ],
)
def test_what_is_wished_is_no_such_question(ask: Ask, language: str, text: str) -> None:
    ask(BY_API[language])
    assert ask(text)["recommendations"]


@pytest.mark.parametrize(
    ("language", "text", "unmeasured"),
    [
        ("es", "¿cuál es el menos censurado?", "no lo mide ninguna prueba"),
        ("en", "which is the least censored?", "no test on my cards"),
    ],
)
def test_what_nobody_measures_is_said_to_be_so(ask: Ask, language: str, text: str, unmeasured: str) -> None:
    ask(AT_HOME[language])
    assert unmeasured in ask(text)["answer"]


@pytest.mark.parametrize(("language", "text"), [("es", "¿y el tercero?"), ("en", "and the third?")])
def test_the_third_is_that_of_the_ranking_after_two_were_compared(ask: Ask, language: str, text: str) -> None:
    third = ask(AT_HOME[language])["recommendations"][2]["name"]
    ask({"es": "compara el primero y el segundo", "en": "compare the first and the second"}[language])
    assert f"**{third}**" in ask(text)["answer"].split(".")[0] + "."


@pytest.mark.parametrize(
    ("language", "text", "begins"),
    [
        ("es", "¿qué pierdo si cojo el segundo?", "Con **{two}** en vez de **{one}**"),
        ("en", "what do I lose if I take the second?", "With **{two}** instead of **{one}**"),
        ("es", "¿qué pegas tiene el segundo?", "Con **{two}** en vez de **{one}**"),
        ("en", "what's the catch with the first?", "With **{one}** instead of **{two}**"),
    ],
)
def test_what_is_lost_with_one_against_the_other(ask: Ask, language: str, text: str, begins: str) -> None:
    one, two, *_ = (r["name"] for r in ask(BY_API[language])["recommendations"])
    assert ask(text)["answer"].startswith(begins.format(one=one, two=two))


@pytest.mark.parametrize(
    ("language", "text", "answers"),
    [
        ("es", "¿el segundo es más rápido que el primero?", ("Sí: ", "No: ")),
        ("en", "is the second faster than the first?", ("Yes: ", "No: ")),
        ("es", "¿el segundo ve imágenes?", ("Sí: ", "No: ")),
        ("en", "is the second one chinese?", ("Yes: ", "No: ")),
    ],
)
def test_yes_or_no_comes_first(ask: Ask, language: str, text: str, answers: tuple[str, str]) -> None:
    second = ask(AT_HOME[language])["recommendations"][1]["name"]
    told = ask(text)["answer"]
    assert told.startswith(answers)
    assert f"**{second}**" in told.splitlines()[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "¿cuáles de ellos correrían en una 3060 de 12 gb?"),
        ("en", "which of them would run on a 3060 with 12 gb?"),
    ],
)
def test_a_machine_supposed_for_those_shown_is_no_need(ask: Ask, language: str, text: str) -> None:
    needs = ask(BY_API[language])["needs"]
    told = ask(text)
    assert told["needs"] == needs
    assert "12 GB" in told["answer"]


@pytest.mark.parametrize(
    ("language", "text", "begins"),
    [
        ("es", "¿cuál cogerías si el precio no importara?", "Si el precio no contara"),
        ("en", "which would you take if price didn't matter?", "If the price did not count"),
    ],
)
def test_one_thing_that_is_to_count_no_more(ask: Ask, language: str, text: str, begins: str) -> None:
    ask(BY_API[language])
    assert ask(text)["answer"].startswith(begins)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "¿quién ganó la liga?"),
        ("en", "who won the league?"),
        ("es", "¿qué desventajas tiene usar la nube?"),
        ("en", "what are the downsides of the cloud?"),
    ],
)
def test_what_else_is_won_or_lost_is_not_asked_of_models(ask: Ask, language: str, text: str) -> None:
    ask(BY_API[language])
    assert not ask(text)["answer"].startswith(("Con **", "With **"))


@pytest.mark.parametrize(
    ("language", "text"), [("es", "¿y si lo alojamos nosotros en 2 L40S?"), ("en", "what if we self host on 2 L40S")]
)
def test_who_hosts_it_himself_seeks_no_provider(ask: Ask, language: str, text: str) -> None:
    ask(BY_API[language])
    told = ask(text)
    assert told["needs"]["vram_gb"] == 96
    assert "DeepInfra**" not in told["answer"].split("\n")[0]
