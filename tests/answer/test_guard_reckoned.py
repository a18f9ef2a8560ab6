"""What is worked out, put last, called the cheap one of two or let in by giving a need up: each with its false twin."""

from __future__ import annotations

import pytest

from tests.answer.passing import passes

PAIRS = (
    ("w-en", "It holds 400K, 600K less than the 1M you asked for.", "It holds 400K, so there are 600K to spare over the 1M you asked for."),
    ("w-en", "GPT-6.1 Terra succeeds it.", "GPT-6 Terra succeeds it."),
    ("w-es", "De los 671B, solo 37B trabajan a la vez.", "De los 37B, solo 671B trabajan a la vez."),
    ("w-es", "No basta con cargar en la gráfica los 37B activos.", "Te vale con cargar en la gráfica los 37B activos."),
    ("w-es", "DeepSeek-V3 no cabe. De los dos, el barato es DeepInfra.", "DeepSeek-V3 no cabe. De los dos, el barato es Nebius."),
    ("s-es-novela", "Para tu novela, Gemma 4 31B. A tres puntos va Gemini 3.8 Flash.", "Para tu novela, Gemma 4 31B. A seis puntos va Gemini 3.8 Flash."),
    ("r-es-rag", "Pagarías 0,198 USD al mes en DeepInfra; con Gemini 3.7 Flash serían 2,10 USD.", "Con Gemini 3.7 Flash pagarías 2,10 USD al mes en DeepInfra."),
    ("g-en", "Chinchilla (70B) beat Gopher, a model four times its size.", "Chinchilla (70B) beat Gopher, a model three times its size."),
    ("g-en", "On LMArena Gemma 3 27B beats Llama 3.1 405B by 31 points, 1366 against 1335.", "On LMArena Gemma 3 27B beats Llama 3.1 405B by 41 points, 1366 against 1335."),
    ("g-en", "The only thing size guarantees is a bigger bill.", "The only thing size guarantees is a better answer."),
    ("s-en-guide", "Claude Haiku 4.5 can write 64,000 tokens in one answer.", "Claude Haiku 4.5 can write 200,000 tokens in one answer."),
    ("s-en-guide", "Tables take more tokens per page.", "Tables take fewer tokens per page."),
    ("g-es", "Cuantos más ejemplos buenos, mejor.", "Cuantos más ejemplos, mejor, sin mirar la calidad."),
    ("t-en-cmp", "Gemma 3 27B scores 1,366 on LMArena text and 1,165 on vision.", "Gemma 3 27B scores 1,366 on LMArena text and 1,357 on vision."),
    ("t-en-cmp", "I'd go with Gemma 3 27B.", "I'd go with Mistral Small 3.2."),
    ("r-en-vision", "Gemma 4 31B is the one that measures best.", "Gemma 4 26B A4B is the one that measures best."),
    ("r-en-vision", "Qwen3.6 35B A3B measures better than Gemma 4 26B A4B for this use.", "Gemma 4 26B A4B measures better than Qwen3.6 35B A3B for this use."),
    ("s-en-code", "GLM-5.2 is the most tested of the three.", "DeepSeek-V4-Flash is the most tested of the three."),
    ("s-en-why", "Leave the languages aside and Gemma 4 12B would come first.", "Leave the languages aside and Phi-4 would come first."),
    ("s-en-why", "English is the only language it masters.", "It is at home in Spanish."),
    ("n-en-none", "Giving up both Catalan and audio lets in five models.", "Giving up audio alone lets in five models."),
    ("n-es-m", "Granite 4.0 H Small 32B ocuparía 20,9 GB y Qwen3 30B A3B Instruct 2507, 20,5 GB. El rápido de los dos es Qwen3.", "Granite 4.0 H Small 32B ocuparía 20,9 GB y Qwen3 30B A3B Instruct 2507, 20,5 GB. El rápido de los dos es Granite."),
    ("n-es-local", "gpt-oss 20B cierra la lista de los tres.", "Qwen3 14B cierra la lista de los tres."),
    ("n-es-local", "El que menos memoria deja libre es Qwen3 14B.", "El que menos memoria deja libre es Qwen3.5 9B."),
    ("n-es-local", "Qwen3 14B ha sido sustituido por Qwen3.6 27B.", "Qwen3 14B ha sido sustituido por Qwen3.5 9B."),
    ("u-en-rag", "One of the three is a closed model.", "None of the three is a closed model."),
    ("u-en-rag", "The last of them to come out is Gemini 3.5 Flash-Lite.", "The last of them to come out is Nemotron 3 Nano 30B A3B."),
    ("u-en-rag", "In speed, Gemini 3.5 Flash-Lite is the one to beat.", "In speed, Llama 4 Scout is the one to beat."),
    ("n-en-budget", "Even the priciest of the three leaves you $8.75 a month.", "Even the priciest of the three leaves you $18.75 a month."),
    ("n-en-budget", "Hy3 was left out because its languages are not confirmed.", "Hy3 was left out because of its price."),
    ("r-es-mac", "Ninguno llega a la mitad de tus 16 GB.", "Ninguno llega a la quinta parte de tus 16 GB."),
    ("m-es", "La salida de Novita cuesta un tercio menos que la de DeepInfra.", "La salida de Novita cuesta un tercio más que la de DeepInfra."),
    ("s-es-why", "Harían falta seis tarjetas como la tuya.", "Harían falta tres tarjetas como la tuya."),
    ("c-en", "Haiku hallucinates less than GPT-5 mini.", "Haiku hallucinates more than GPT-5 mini."),
)  # fmt: skip


@pytest.mark.parametrize(("name", "true", "false"), PAIRS)
def test_each_true_sentence_passes_and_its_twin_does_not(name: str, true: str, false: str) -> None:
    assert passes(name, true)
    assert not passes(name, false)
