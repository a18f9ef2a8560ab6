"""Whose a figure is where the words lean on what was said or asked before, and how near an approximate one must be."""

from __future__ import annotations

import pytest

from tests.answer.passing import passes


@pytest.mark.parametrize(
    ("name", "true", "false"),
    [
        # a name told as another's leaves that other in play
        ("x-en-ref2", "Gemini 3.8 Flash leads. The quality of its predecessor, Gemini 3.7 Flash, is taken. It would cost about 12.75 USD a month.",
         "Gemini 3.8 Flash leads. The quality of its predecessor, Gemini 3.7 Flash, is taken. It would cost about 17.25 USD a month."),
        # a list under a line that says what its figures are
        ("t-es-traduc", "Mira el coste mensual:\n\n- **Qwen3 8B**: 0,43 USD en Novita.", "Mira el coste mensual:\n\n- **Qwen3 8B**: 0,34 USD en Novita."),
        # what the person allows, told ahead or in part
        ("x-en-ref2", "With up to 40 dollars, Gemini 3.8 Flash leads.", "With up to 60 dollars, Gemini 3.8 Flash leads."),
        ("s-en-code", "DeepSeek-V4-Flash costs 6.75 USD a month, leaving most of the 300 USD untouched.",
         "DeepSeek-V4-Flash costs 6.75 USD a month, leaving most of the 500 USD untouched."),
        # an approximate figure is nearer the rounder it is not
        ("x-en-class", "Gemma 4 E4B sits just above 40% of the catalogue.", "Gemma 4 E4B sits just above 42% of the catalogue."),
        # a vendor stands for its model
        ("x-es-cmp3", "Comparo Mistral Small 4 y Qwen3.6 35B A3B. Sin razonar, el de Mistral arranca en 0,61 s y el de Qwen en 1,03 s.",
         "Comparo Mistral Small 4 y Qwen3.6 35B A3B. Sin razonar, el de Mistral arranca en 1,03 s y el de Qwen en 0,61 s."),
        # both ends of a range, the second range after "versus"
        ("x-en-cmp1", "Compare Qwen3.5 9B and Gemma 4 E4B.\n\n- **Speed:** 4-12 tokens/s versus 5-15 tokens/s.",
         "Compare Qwen3.5 9B and Gemma 4 E4B.\n\n- **Speed:** 4-12 tokens/s versus 5-25 tokens/s."),
        # a price told by side is by the million
        ("x-es-clinica", "Gemma 4 26B A4B cuesta 1,38 USD al mes, con 0,07 USD de entrada y 0,34 USD de salida por millón.",
         "Gemma 4 26B A4B cuesta 1,38 USD al mes, con 0,34 USD de entrada y 0,07 USD de salida por millón."),
        # what any model of a size takes
        ("x-es-none", "Un modelo de 200B no cabe en un portátil con 8 GB.", "Un modelo de 200B cabe en un portátil con 8 GB."),
        ("x-en-m4", "With 744B parameters, GLM-5 is not one to run on a home computer.", "GLM-5 runs on a home computer."),
        # what is on record, and what is not
        ("x-es-m3", "Del precio de entrada en caché no consta nada.", "Del precio de entrada no consta nada."),
        ("x-en-cmp2", "Neither vendor publishes the parameter count.", "The vendor publishes the parameter count."),
        # a verb, and a word at the head of a sentence
        ("x-es-3090", "Gemma 4 31B va primero. Llama a herramientas y tiene pesos abiertos.", "Llama va primero. Tiene pesos abiertos."),
        ("w-es", "DeepSeek V3 es grande. Tampoco es lo último: salió el 26 de diciembre de 2024.",
         "DeepSeek V3 es grande. Tampoco es lo último: salió el 26 de diciembre de 2023."),
        # what is said to be not so, though the evidence has the words
        ("x-en-novel", "Gemma 4 31B was trained to reason step by step.", "Gemma 4 31B was not trained to reason step by step."),
        ("x-es-3090", "Gemma 4 31B está entrenado para razonar paso a paso.", "Gemma 4 31B no está entrenado para razonar paso a paso."),
        # why one is ruled out
        ("x-en-why2", "Phi-4 was ruled out because of Spanish.", "Phi-4 was ruled out because of its licence."),
        ("x-es-why1", "Llama 3.3 70B quedó fuera por la memoria.", "Llama 3.3 70B quedó fuera por la licencia."),
        # which of two indices
        ("x-en-m3", "On Artificial Analysis it scores 28.7 in coding and 21.8 overall.", "On Artificial Analysis it scores 28.7 in coding and 28.7 overall."),
        # a provider as the cheapest
        ("x-en-m4", "By API the cheapest I have is DeepInfra.", "By API the cheapest I have is Novita."),
    ],
)  # fmt: skip
def test_the_true_one_passes_and_its_twin_does_not(name: str, true: str, false: str) -> None:
    assert passes(name, true)
    assert not passes(name, false)
