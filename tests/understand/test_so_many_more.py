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
