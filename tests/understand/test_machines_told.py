"""Machines, models and sizes as people tell of them: put right, lent, hogged, weighed, heard of; and what only sounds so."""

from __future__ import annotations

from typing import Any

import pytest

KEYS = [
    "vram_gb",
    "ram_gb",
    "local",
    "mentioned_models",
    "excluded_models",
    "excluded_vendors",
    "min_params_b",
    "max_params_b",
    "open_weights",
    "commercial_use",
    "training_type",
]

COUNTED: list[tuple[str, dict[str, Any]]] = [
    ("somos un estudio con tres 4090 | dos, la tercera se la llevó el socio que se fue", {"vram_gb": 48}),
    ("tenemos 4 4090 en el servidor | tres, que una se murió", {"vram_gb": 72}),
    ("we got five V100 32GB from a lab sale | four work, one's toast", {"vram_gb": 128}),
    ("i've got 2x 3090 | sorry, only one, the other is in my brother's pc", {"vram_gb": 24}),
    ("we have six p40s | two of them are dead", {"vram_gb": 96}),
    ("2x 4090 | three months is the deadline btw", {"vram_gb": 48}),
    ("tengo cuatro 3090 | 2 preguntas: cuál va mejor y cuánto ocupa?", {"vram_gb": 96}),
    ("two mi50s, 64gb of vram for peanuts, biggest thing that fits?", {"vram_gb": 64}),
    ("we have 4 units of L40S, what should we serve?", {"vram_gb": 192}),
]

PUT_RIGHT: list[tuple[str, dict[str, Any]]] = [
    ("tengo una 3060 de 8, digo de 12", {"vram_gb": 12}),
    ("my pc has 16 gb of ram, sorry, 32", {"ram_gb": 32}),
    ("64gb of system memory. oops, 32", {"ram_gb": 32}),
    ("mi portátil lleva 8 gigas, espera no, 16 que lo amplié", {"ram_gb": 16}),
    ("tengo 16 de ram, perdona si pregunto mucho, y 8 de vram", {"ram_gb": 16, "vram_gb": 8}),
    ("I have 32gb ram (sorry for my english) and a 3060 12gb", {"ram_gb": 32, "vram_gb": 12}),
    ("4070 ti super here | my bad, just the ti", {"vram_gb": 12}),
    ("tengo una 4070 | es la ti super, perdón", {"vram_gb": 16}),
    ("tengo una 3080 ti | ay no, es la 3080 a secas", {"vram_gb": 10}),
    ("tengo una 4070 | es super lenta", {"vram_gb": 12}),
]

OTHERS: list[tuple[str, dict[str, Any]]] = [
    ("tenemos una A100 pero la usa siempre otro equipo, cuenta con cpu y 64 gb de ram", {"ram_gb": 64}),
    ("our lab has two H100s but the postdocs have them all week. my own box is a 3090", {"vram_gb": 24}),
    ("tenemos un servidor con 2 A100 y siempre está libre, qué modelo?", {"vram_gb": 160}),
    ("my roommate has a 4090 and says i can use it, so what should i run", {"vram_gb": 24}),
    ("mi vecino tiene una 5090, yo con mi 1660 me apaño", {"vram_gb": 6}),
    ("a mate runs mistral large on two 3090s. i'm on a 2060", {"vram_gb": 6}),
    ("devolví la 4060 y me pillé una 4070, qué modelo le meto?", {"vram_gb": 12}),
    ("se me quemó la 2080 y compré una 4060 ti de 16, recomiéndame algo para código", {"vram_gb": 16}),
]

SOUND_LIKE: list[tuple[str, dict[str, Any]]] = [
    ("which model for my galaxy a 12 with 4 gb of ram?", {"ram_gb": 4}),
    ("hp probook 450 g8 con 16 gb, qué modelo corro?", {"ram_gb": 16}),
    ("raspberry pi 5 de 8 gb con tarjeta microsd de 64 gb, qué le meto?", {"ram_gb": 8}),
    ("RTX5070 with 8gb DDR7 and 64gb DDR5 ram, what model?", {"vram_gb": 8, "ram_gb": 64}),
    ("an uncensored companion without a login on my 3060 12gb", {"vram_gb": 12}),
    ("Got 12 GB of vram (RTX 4070), 32 GB system. spreadsheet analysis", {"vram_gb": 12, "ram_gb": 32}),
    ("m1 air de 8, que le meto?", {"ram_gb": 8}),
]

NOT_THERE = (
    "ejercicios de huecos de nivel A2 de inglés",
    "graded dialogues in German at A2 level with quizzes",
    "pixel 10 or iphone 16, which is better? both have 8gb of ram",
    "por qué nvidia-smi marca 0% en mi 3060?",
    "ollama o lm studio, cuál va más rápido?",
    "un bot para la oficina de objetos perdidos",
    "my office is open from 9 to 5 and i need a chatbot for customers",
    "mantengo un proyecto de código abierto y quiero un modelo para revisar pull requests",
    "my supervisor says anything under 30B is useless. Fair or nonsense?",
    "is there any way to make money with ai without coding",
    "puzzles my players can't google",
    "traducir novelas del coreano sin que suene a google translate",
    "el primero es el de zuckerberg no?",
    "analizar encuestas abiertas, 900 respuestas, sacar temas",
    "find duplicates in a product catalogue",
    "found four xeon phi 7210 for 90 bucks each, anyone tried?",
)

MODELS: list[tuple[str, dict[str, Any]]] = [
    ("un tipo en reddit dice que qwen3 8b, sí o no?", {"mentioned_models": ["qwen3 8b"]}),
    ("a guy on youtube swears by gemma 3 12b, worth it?", {"mentioned_models": ["gemma 3 12b"]}),
    ("i've used mistral small so far, what beats it?", {"mentioned_models": ["mistral small"]}),
    ("wouldn't claude be better?", {"mentioned_models": ["claude"]}),
    ("no sería mejor usar gemini?", {"mentioned_models": ["gemini"]}),
    ("tried mistral nemo, hated it, rule it out", {"excluded_models": ["mistral nemo"]}),
    ("probé gemma 3 y no me convence, descartado. para resumir", {"excluded_models": ["gemma 3"]}),
    ("da igual el proveedor menos xai", {"excluded_vendors": ["xai"]}),
    ("legal blocks Anthropic, and Google as well", {"excluded_vendors": ["anthropic", "google"]}),
    ("sin anthropic ni meta | meta vuelve", {"excluded_vendors": ["anthropic"]}),
    ("me da igual el tamaño pero no más de 14B", {"max_params_b": 14}),
    ("quiero algo gordo, mínimo 100B | ¿un MoE de 120B iría más rápido que uno denso de 70?", {"min_params_b": 100}),
    ("a tiny one please, 1b or so, no more than 2 anyway", {"max_params_b": 2}),
    ("pesos publicados y descargables sí o sí", {"open_weights": True}),
    ("base checkpoints, not chat", {"training_type": "base"}),
    ("un modelo de solo completar texto, sin afinar para chat", {"training_type": "base"}),
    ("alguna alternativa a nllb con licencia comercial?", {"mentioned_models": ["nllb"], "commercial_use": True}),
    ("is claude sonnet's 15 dollars out price really 5x haiku's?", {"mentioned_models": ["claude sonnet", "haiku"]}),
    ("¿qué tan pesado es 'qwen3 embedding 0.6b'?", {"mentioned_models": ["qwen3 embedding 0.6b"]}),
    ("stop recommending qwen, i don't like it", {"excluded_models": ["qwen"]}),
    ("haría portadas de libros que luego vendo", {"commercial_use": True}),
    ("que la licencia no dé problemas, es para una tienda", {"commercial_use": True}),
]


def _told(talk: Any, turns: str) -> dict[str, Any]:
    needs = talk(*(turn.strip() for turn in turns.split("|")))
    return {key: sorted(needs[key]) if isinstance(needs[key], list) else needs[key] for key in KEYS if key in needs}


@pytest.mark.parametrize(("turns", "needs"), [*COUNTED, *PUT_RIGHT, *OTHERS, *SOUND_LIKE])
def test_the_machine_that_is_meant(talk: Any, turns: str, needs: dict[str, Any]) -> None:
    told = _told(talk, turns)
    assert {key: told.get(key) for key in ("vram_gb", "ram_gb")} == {"vram_gb": None, "ram_gb": None, **needs}
    assert told.get("local") is True


@pytest.mark.parametrize("text", NOT_THERE)
def test_no_machine_nor_right_is_read_into(talk: Any, text: str) -> None:
    assert _told(talk, text) == {}


@pytest.mark.parametrize(("turns", "needs"), MODELS)
def test_models_and_their_sizes(talk: Any, turns: str, needs: dict[str, Any]) -> None:
    assert _told(talk, turns) == needs
