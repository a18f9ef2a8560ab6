"""Figures that are told and not asked for: sizes that are judged, speeds of today, money for machines, free plans in use."""

from __future__ import annotations

from typing import Any

import pytest

KEYS = ("max_params_b", "min_params_b", "min_context_tokens", "min_tokens_per_s", "budget_usd_month", "vram_gb")

TOLD: list[tuple[str, dict[str, Any]]] = [
    ("I know 70b is better but it's too slow here", {}),
    ("el modelo de 13B me sobra para esto", {}),
    ("a 13B is not really necessary here, release a 7B model please", {"max_params_b": 7}),
    ("para correr un 70B, ¿cuánta RAM hace falta?", {}),
    ("los 30B me van a 6 t/s, los 8B vuelan", {}),
    ("quiero un 7B, que la gráfica es de 8GB", {"max_params_b": 7, "vram_gb": 8}),
    ("7b is enough", {"max_params_b": 7}),
    ("14B would be ideal", {"max_params_b": 14}),
    ("el de 24B me gusta pero no cabe", {}),
    ("why are there no A5B or A10B experts? 30B-A3B is so good", {}),
    ("which LLM [1B - 10B] for extraction?", {"min_params_b": 1, "max_params_b": 10}),
    ("what is a smaller LLM [1B - 10B] that extracts well?", {"min_params_b": 1, "max_params_b": 10}),
    ("I only have a few thousand [ < 10k ] samples to fine-tune", {}),
    ("tengo pocos ejemplos (< 5k) para afinar", {}),
    ("un contexto (> 100k)", {"min_context_tokens": 100_000}),
    ("both run at about 60-70 TPS, too slow for the job", {}),
    ("los dos van a unos 20 t/s", {}),
    ("it was running at 3 t/s, I need 10", {"min_tokens_per_s": 10}),
    ("que corra a unos 15 tokens por segundo", {"min_tokens_per_s": 15}),
    ("I want it to run at 30 tps at least", {"min_tokens_per_s": 30}),
    ("I have roughly 10k I can spend on equipment", {}),
    ("me puedo gastar 3000 en un equipo para esto", {}),
    ("Presupuesto: 2.500 € para el ordenador", {}),
    ("unos 100 dólares al mes para el equipo de ventas", {"budget_usd_month": 100}),
    ("Looking to buy a GPU for local LLMs, budget around 800€: a used 3090 or a 4070 Ti Super?", {}),
    ("which is the best 7B-9B model right now?", {"min_params_b": 7, "max_params_b": 9}),
    ("I have no budget for a new computer", {}),
    ("sin presupuesto para otra gráfica", {}),
    ("I'm a light free user of it, is the paid plan worth it?", {}),
    ("se me acaban los mensajes gratuitos de ChatGPT", {}),
    ("we have no budget, it must be free", {"budget_usd_month": 0}),
]


@pytest.mark.parametrize(("text", "needs"), TOLD)
def test_figures_that_are_meant(talk: Any, text: str, needs: dict[str, Any]) -> None:
    told = talk(text)
    assert {key: told[key] for key in KEYS if key in told} == needs
