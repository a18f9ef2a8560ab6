"""Claims without a figure that a small model makes: who meets the needs, what is tied, what is on record, what follows from what."""

from __future__ import annotations

from functools import cache

import pytest

from advisor.answer.compose import sources_of
from advisor.answer.ground import Guard
from tests.evals.grounding.frozen import frozen, real_vocabulary

FALSE = [
    ("t-en-priv", "Gemma 4 31B has 30.7B parameters, which allows a context window of 262K tokens."),
    ("t-en-priv", "It reads 262K tokens because it has 30.7B parameters."),
    ("n-en-budget", "Llama 4 Scout has open weights, which makes it faster."),
    ("n-en-budget", "Thanks to its licence, Llama 4 Scout runs at 135.18 tokens/s."),
    ("r-es-rest", "Cuesta 1,92 USD al mes, lo que permite una ventana de 262K tokens."),
    ("n-en-budget", "Compared to the other models, Llama 4 Scout has a much higher processing power."),
    (
        "r-es-rest",
        "En comparación con los demás modelos, Gemma 4 31B tiene una capacidad de procesamiento mucho más alta.",
    ),
    ("r-es-rest", "Gemma 4 31B es más amable que las demás opciones."),
    ("n-en-budget", "The user wants a model for medical diagnosis."),
    ("n-en-budget", "The person asked for image generation."),
    ("r-es-rest", "El usuario necesita transcribir audio."),
    ("t-en-priv", "Gemma 4 31B meets the requirement for tool calling."),
    ("r-es-rest", "Cumple el requisito de pesos abiertos."),
    ("r-es-rest", "Gemma 4 26B A4B (78) supera a Gemma 4 31B (79)."),
    ("s-en-code", "GLM-5.2 is the recommended model for your coding project."),
    ("s-en-code", "DeepSeek-V4-Flash offers a lower customization score than the other models."),
    ("s-en-code", "There is no information about DeepSeek-V4-Flash."),
    ("n-en-cmp", "I don't have precise information about the models mentioned."),
    ("c-en", "GPT-5 mini is the best choice for summarizing long documents."),
    ("c-en", "GPT-5 mini meets your needs."),
    ("c-en", "Claude Haiku 4.5 has open weights, so you can download it."),
    ("c-en", "Claude Haiku 4.5 has a larger context window (200K) than GPT-5 mini (400K)."),
    ("c-en", "Claude Haiku 4.5 is cheaper for output, at 5 USD, than GPT-5 mini, at 2 USD."),
    ("s-en-why", "Phi-4 14B does not meet the needs because it has no open weights."),
    ("s-en-why", "Phi-4 14B is ruled out because it does not fit in 16 GB."),
    ("s-en-why", "The context window of Phi-4 is 14.66B tokens."),
    ("s-en-why", "Phi-4 14B officially supports Spanish and Portuguese."),
    ("n-es-why", "Llama 4 Maverick no cumple porque su licencia no permite el uso comercial."),
    ("n-es-why", "Llama 4 Maverick tiene soporte oficial de catalán."),
    ("n-es-why", "Con 17B de parámetros totales cabría en 48 GB."),
    ("n-es-refine", "Gemma 4 E4B es el modelo con mejor puntuación."),
    ("t-es-tienda", "La puntuación de Gemma 4 26B A4B, 80, es ligeramente mejor que la de Gemma 4 31B, 84."),
    ("t-es-tienda", "Gemma 4 26B A4B tiene 80 puntos, algo más que Gemma 4 31B, que tiene 84."),
    ("t-en-priv", "None of the models meets all the needs."),
    ("t-en-priv", "Only one model meets the needs."),
    ("t-en-priv", "Qwen3.6 35B A3B does not meet the needs."),
    ("t-en-priv", "Gemma 4 31B officially supports English and German."),
    ("t-en-priv", "Gemma 4 31B is the most recent model of the list."),
    ("t-en-priv", "Qwen3.6 35B A3B accepts text only."),
    ("t-en-priv", "Gemma 4 31B accepts text, image and audio."),
    ("t-en-priv", "The model cannot be used commercially."),
    ("t-en-priv", "Gemma 4 31B was trained with RLHF."),
    ("t-en-priv", "It is a mixture of experts model."),
    ("t-en-priv", "Gemma 4 31B and Qwen3.6 35B A3B are tied."),
    ("t-en-priv", "Your data is encrypted and never leaves your machine."),
    ("t-en-priv", "The model complies with privacy regulations."),
    ("t-en-priv", "It requires an internet connection."),
    ("t-en-priv", "The ranking has no information on its speed."),
    ("n-en-budget", "Llama 4 Scout is not able to call tools."),
    ("n-en-budget", "Llama 4 Scout can reason step by step."),
    ("n-en-budget", "The licence has no restrictions."),
    ("n-en-budget", "Gemini 3.5 Flash-Lite can be downloaded and run locally."),
    ("n-en-budget", "Gemini 3.5 Flash-Lite is open source."),
    ("n-en-budget", "Ministral 3 8B does not support Arabic."),
    ("n-en-budget", "Llama 4 Scout is a dense model."),
    ("n-en-budget", "Llama 4 Scout is made by Google."),
    ("n-en-budget", "Llama 4 Scout exceeds your budget."),
    ("n-en-budget", "Llama 4 Scout is outside the budget of 30 USD."),
    ("r-es-rest", "Ninguno de los modelos cumple tus requisitos."),
    ("r-es-rest", "Gemma 4 31B declara oficialmente el catalán."),
    ("r-es-rest", "Gemma 4 31B no se ha medido en catalán."),
    ("r-es-rest", "Gemma 4 31B es un modelo propietario."),
    ("r-es-rest", "Gemma 4 31B se pasa de tu presupuesto."),
    ("r-es-rest", "Gemma 4 31B y Gemma 4 26B A4B no están empatados."),
    ("r-es-rest", "No admite imágenes."),
    ("r-es-rest", "Qwen3.5 9B es de Google."),
    ("n-es-local", "Qwen3.5 9B no cabe en tu gráfica de 16 GB."),
    ("n-es-local", "Es el único que cumple lo que pides."),
    ("n-es-local", "Qwen3.5 9B se publicó en 2025."),
    ("n-es-local", "Qwen3 14B acepta imágenes."),
    ("n-es-local", "Todos los modelos aceptan imágenes."),
    ("s-es-m", "GPT-6 Sol puede ejecutarse en tu equipo."),
    ("s-es-m", "GPT-6 Sol es un modelo de Google."),
    ("s-es-m", "GPT-6 Sol es el modelo más reciente de OpenAI."),
    ("n-en-none", "Several models meet all your needs."),
    ("s-en-none", "Gemma 4 E2B meets all your needs."),
    ("f-en", "DeepSeek-V4-Flash officially supports Spanish."),
]
TRUE = [
    ("t-en-priv", "Gemma 4 31B has 30.7B parameters, which means it takes 29.3 GB of memory at Q5_K_M."),
    ("r-es-rest", "Cuesta 1,92 USD al mes, lo que queda dentro de tu presupuesto."),
    ("t-en-priv", "The context window is 262K tokens, which allows it to read long documents."),
    ("n-es-local", "Ocupa 11,4 GB, por lo que cabe en tus 16 GB."),
    ("n-en-budget", "Llama 4 Scout is more suitable than the other options."),
    ("r-es-rest", "Gemma 4 31B queda por delante de las demás opciones."),
    ("n-en-budget", "The user wants a chatbot in Arabic and English."),
    ("r-es-rest", "El usuario necesita un chatbot en catalán."),
    ("t-en-priv", "The user needs to summarize documents on their own hardware."),
    ("f-en", "Gemma 4 31B meets the requirement of open weights."),
    ("s-en-code", "DeepSeek-V4-Flash is the recommended model for your coding project."),
    ("n-en-cmp", "I have information about both models, Mistral Small 4 and Gemma 4 31B."),
    ("c-en", "GPT-5 mini does not meet the needs: it is retired on Dec 11, 2026."),
    ("c-en", "Claude Haiku 4.5 has a smaller context window (200K) than GPT-5 mini (400K)."),
    ("c-en", "Claude Haiku 4.5 is dearer for output, at 5 USD, than GPT-5 mini, at 2 USD."),
    ("s-en-why", "Phi-4 14B does not meet the needs because there is no official support for Spanish."),
    ("s-en-why", "The context window of Phi-4 is 16K tokens."),
    ("n-es-why", "Llama 4 Maverick no cumple porque necesita unos 252,4 GB y caben 48 GB."),
    ("n-es-why", "No consta soporte oficial de catalán para Llama 4 Maverick."),
    ("n-es-refine", "Gemma 4 31B es el modelo con mejor puntuación."),
    ("t-es-tienda", "La puntuación de Gemma 4 31B, 84, es algo mejor que la de Gemma 4 26B A4B, 80."),
    ("r-en-agent", "Qwen3.6 27B has a score of 79, one point more than Mistral Medium 3.5."),
    ("t-en-priv", "48 GB are enough for Gemma 4 31B at Q5_K_M."),
    ("t-en-priv", "66 models meet the needs."),
    ("t-en-priv", "Qwen3.6 35B A3B meets the needs and has tool calling."),
    ("t-en-priv", "Qwen3.6 35B A3B accepts text, image and video."),
    ("t-en-priv", "Qwen3.6 35B A3B and Gemma 4 26B A4B are practically tied."),
    ("n-en-budget", "Ministral 3 8B officially supports Arabic and English."),
    ("n-en-budget", "Llama 4 Scout is made by Meta."),
    ("n-en-budget", "Llama 4 Scout is within your budget."),
    ("n-en-budget", "The licence of Llama 4 Scout forbids some uses."),
    ("r-es-rest", "Gemma 4 31B y Gemma 4 26B A4B están prácticamente empatados."),
    ("r-es-rest", "Gemma 4 31B está medido en catalán."),
    ("r-es-rest", "Gemma 4 31B admite texto e imágenes."),
    ("n-es-local", "Qwen3.5 9B cabe en tu gráfica de 16 GB."),
    ("n-es-local", "Qwen3.5 9B se publicó el 2 de marzo de 2026."),
    ("n-en-none", "No model meets everything you ask for."),
]


@cache
def guard(name: str) -> Guard:
    evidence = frozen(name)
    return Guard(evidence, sources_of(evidence), real_vocabulary())


@pytest.mark.parametrize(("name", "said"), FALSE)
def test_what_does_not_hold_is_refused(name: str, said: str) -> None:
    assert not guard(name).check(said, line_start=True).ok


@pytest.mark.parametrize(("name", "said"), TRUE)
def test_what_holds_is_let_through(name: str, said: str) -> None:
    assert guard(name).check(said, line_start=True).problems == ()
