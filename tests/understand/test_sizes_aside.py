"""Sizes of models, speeds and volumes that are only spoken of, in both languages; and beside each what is asked for."""

from __future__ import annotations

from typing import Any

import pytest

KEYS = ("min_params_b", "max_params_b", "min_tokens_per_s", "tokens_per_month", "vram_gb", "ram_gb")

ASIDE: tuple[str, ...] = (
    "7B => ~4 GB\n13B => ~8 GB\n30B => ~16 GB\nis that cpu or gpu ram?",
    "7B => ~4 GB\n13B => ~8 GB\n30B => ~16 GB\n¿eso es ram de la cpu o de la gpu?",
    "1B, 3B or 7B, which one is good at poems?",
    "1B, 3B o 7B, ¿cuál escribe mejores poemas?",
    "my first choice would be Tigerbot 180B",
    "mi primera opción sería Tigerbot 180B",
    "i was able to run a 30b on it last year",
    "el año pasado pude correr un 30b",
    "i get 4 t/s on a 13b, anything faster?",
    "saco 4 t/s con un 13b, ¿hay algo más rápido?",
    "7B and 13B from experience are very bad with poems",
    "los de 7B y 13B son muy malos con los poemas",
    "please give Llama a better licence for the 7B model",
    "que cambien la licencia de Qwen3 para el modelo de 7B",
    "Llama 3.1 70B and 405B, what's the difference?",
    "Llama 3.1 70B y 405B, ¿en qué se diferencian?",
    "token rate: roughly 12 tokens per minute",
    "va a unos 12 tokens por minuto",
    "the rate limit is 100k tokens per minute",
    "el límite es de 100k tokens por minuto",
    "it is slow (10 tok/sec, but that is untuned)",
    "va lento (unos 10 tok/s, sin afinar)",
    "the plan says 4B tokens per month but I only got 1.5B",
)

ASKED: list[tuple[str, dict[str, Any]]] = [
    ("a 7B or 8B model for poems", {"max_params_b": 8}),
    ("un modelo de 7B u 8B para poemas", {"max_params_b": 8}),
    ("I want a coding model, Ideally 14B or so", {"max_params_b": 14}),
    ("Quiero algo para programar, de unos 14B", {"max_params_b": 14}),
    ("Max 24B", {"max_params_b": 24}),
    ("Máximo 24B", {"max_params_b": 24}),
    ("at least 15 t/s (20 would be better)", {"min_tokens_per_s": 15}),
    ("mínimo 15 t/s (mejor 20)", {"min_tokens_per_s": 15}),
    ("we use 4B tokens per month", {"tokens_per_month": 4_000_000_000}),
]


@pytest.mark.parametrize("text", ASIDE)
def test_no_bound_is_read_into(talk: Any, text: str) -> None:
    told = talk(text)
    assert {key: told[key] for key in KEYS if key in told} == {}


@pytest.mark.parametrize(("text", "needs"), ASKED)
def test_what_is_asked_for_holds(talk: Any, text: str, needs: dict[str, Any]) -> None:
    told = talk(text)
    assert {key: told[key] for key in KEYS if key in told} == needs
