"""Factors, shares and differences that the figures bear out, and models meant by their order: true sentences pass, false twins do not."""

from __future__ import annotations

import pytest

from tests.answer.test_guard_leaning import guard, judged

FACTORS: tuple[tuple[str, str, str, str], ...] = (
    # evidence, what comes before, a true sentence, a false one
    ("s-es-m", "Te cuento de GPT-6 Sol.", "Cobra 2 USD por millón de tokens de entrada y cinco veces más por la salida.", "Cobra 2 USD por millón de tokens de entrada y ocho veces más por la salida."),
    ("s-es-m", "GPT-6 Sol escribe hasta 128K tokens.", "Puede leer mucho más: 1,05M, unas ocho veces más.", "Puede leer mucho más: 1,05M, unas veinte veces más."),
    ("s-es-m", "Sobre GPT-6 Sol.", "La entrada sale a 2 USD por millón y la salida, al quíntuple.", "La entrada sale a 2 USD por millón y la salida, al triple."),
    ("s-es-m", "Sobre GPT-6 Sol.", "La salida cuesta 10 USD por millón, cinco veces la entrada.", "La salida cuesta 10 USD por millón, el doble que la entrada."),
    ("s-es-m", "Sobre GPT-6 Sol.", "De los 1,05M que lee, solo puede escribir 128K, menos de la quinta parte.", "De los 1,05M que lee, solo puede escribir 64K, menos de la quinta parte."),
    ("s-en-cmp3", "Take Gemini 3.7 Flash.", "It charges $0.75 per million input tokens, and five times that for output.", "It charges $0.75 per million input tokens, and twice that for output."),
    ("s-en-cmp3", "Take Gemini 3.7 Flash.", "It reads 1.05M tokens, sixteen times what it can write.", "It reads 1.05M tokens, four times what it can write."),
    ("r-en-vision", "Gemma 4 26B A4B comes next.", "It has 25.2B parameters in total and 3.8B active, about 15%.", "It has 25.2B parameters in total and 3.8B active, about 35%."),
    ("r-en-vision", "Look at Gemma 4 31B.", "It comes to $4.65 a month, less than a twentieth of your $100.", "It comes to $4.65 a month, less than a hundredth of your $100."),
    ("r-en-vision", "Look at Gemma 4 31B.", "At $4.65 a month it takes under 5% of your budget.", "At $4.65 a month it takes under 2% of your budget."),
    ("r-en-vision", "Take Qwen3.6 35B A3B.", "Of its 35.95B parameters only 3B work on each token, under a tenth.", "Of its 35.95B parameters only 3B work on each token, about a third."),
    ("t-en-cmp", "Gemma 3 27B would take about 18.9 GB.", "The second takes about 2 GB less.", "The second takes about 9 GB less."),
    ("t-en-cmp", "", "Mistral Small 3.2 would need about 2 GB less than Gemma 3 27B.", "Mistral Small 3.2 would need about 6 GB less than Gemma 3 27B."),
    ("s-es-cmp", "Kimi K3 sale a 199,50 USD al mes.", "Tarda unas cuatro veces más que Mistral Medium 3.5 en arrancar.", "Tarda unas nueve veces más que Mistral Medium 3.5 en arrancar."),
    ("s-es-cmp", "", "La ventana de Kimi K3 es cuatro veces la de Mistral Medium 3.5.", "La ventana de Kimi K3 es ocho veces la de Mistral Medium 3.5."),
    ("s-es-cmp", "Te hablo de Mistral Medium 3.5.", "En Scaleway cobra 1,50 USD por millón de entrada y cinco veces eso de salida.", "En Scaleway cobra 1,50 USD por millón de entrada y siete veces eso de salida."),
    ("u-en-free", "Gemma 4 26B A4B takes 17 GB.", "Qwen3.5 9B takes 7 GB, less than half.", "Qwen3.5 9B takes 7 GB, less than a quarter."),
    ("n-en-budget", "", "Llama 4 Scout reads 10M tokens, roughly ten times Gemini 3.5 Flash-Lite's 1.05M.", "Llama 4 Scout reads 10M tokens, roughly twenty times Gemini 3.5 Flash-Lite's 1.05M."),
    ("s-es-m", "Te hablo de GPT-6 Sol.", "La salida vale 10 USD por millón de tokens, el quíntuple que la entrada.", "La salida vale 10 USD por millón de tokens, el doble que la entrada."),
    ("s-en-cmp3", "Look at Claude Sonnet 5.5.", "Reading costs $2 per million tokens; writing is five times dearer.", "Reading costs $2 per million tokens; writing is nine times dearer."),
    ("s-en-cmp3", "Claude Sonnet 5.5 reads a million tokens.", "It can write 128K, roughly an eighth of that.", "It can write 128K, roughly a third of that."),
    ("r-en-vision", "Qwen3.6 35B A3B is third.", "It costs $5.55 a month, about a fifth more than Gemma 4 31B.", "It costs $5.55 a month, about two thirds more than Gemma 4 31B."),
    ("r-en-vision", "Gemma 4 26B A4B is cheaper.", "You'd pay $2.91 a month, over a third less than with Gemma 4 31B.", "You'd pay $2.91 a month, over two thirds less than with Gemma 4 31B."),
    ("s-es-cmp", "", "Kimi K3 tiene 2,8T de parámetros, unas veinte veces los 128B de Mistral Medium 3.5.", "Kimi K3 tiene 2,8T de parámetros, unas cinco veces los 128B de Mistral Medium 3.5."),
    ("u-en-free", "gpt-oss 20B is third.", "Only 3.61B of its 20.91B parameters are active, about 17%.", "Only 3.61B of its 20.91B parameters are active, about 47%."),
    ("s-es-m", "Sobre GPT-6 Sol.", "La entrada en caché baja a 0,20 USD por millón, la décima parte.", "La entrada en caché baja a 0,20 USD por millón, la mitad."),
)  # fmt: skip
ORDINALS: tuple[tuple[str, str, str, str], ...] = (
    ("u-en-free", "I'd look at Gemma 4 26B A4B, Qwen3.5 9B and gpt-oss 20B.", "The second would need about 7 GB.", "The second would need about 12 GB."),
    ("u-en-free", "I'd look at Gemma 4 26B A4B, Qwen3.5 9B and gpt-oss 20B.", "The third needs an estimated 16.1 GB.", "The third needs an estimated 7 GB."),
    ("u-en-free", "I'd look at Gemma 4 26B A4B, Qwen3.5 9B and gpt-oss 20B.", "The first has 25.2B parameters.", "The first has 20.91B parameters."),
    ("u-en-free", "I'd look at Gemma 4 26B A4B, Qwen3.5 9B and gpt-oss 20B.", "The second is the slowest on your Mac, at an estimated 9 to 20 tokens/s.", "The third is the slowest on your Mac, at an estimated 9 to 20 tokens/s."),
    ("r-en-vision", "Gemma 4 31B, Gemma 4 26B A4B and Qwen3.6 35B A3B all fit.", "The first costs $4.65 a month.", "The second costs $4.65 a month."),
    ("r-en-vision", "Gemma 4 31B, Gemma 4 26B A4B and Qwen3.6 35B A3B all fit.", "The third activates 3B parameters per token.", "The second activates 3B parameters per token."),
    ("r-en-vision", "Gemma 4 31B, Gemma 4 26B A4B and Qwen3.6 35B A3B all fit.", "The third costs $5.55 a month, against $4.65 for the first.", "The third costs $5.55 a month, against $4.65 for the second."),
    ("s-es-cmp", "Comparo Mistral Medium 3.5 y Kimi K3.", "El primero tiene 262K tokens de ventana.", "El segundo tiene 262K tokens de ventana."),
    ("s-es-cmp", "Comparo Mistral Medium 3.5 y Kimi K3.", "El segundo cuesta 199,50 USD al mes frente a los 105 del primero.", "El primero cuesta 199,50 USD al mes frente a los 105 del segundo."),
    ("t-en-cmp", "Gemma 3 27B and Mistral Small 3.2 are close.", "The first has 27.43B parameters, the second 24B.", "The first has 24B parameters, the second 27.43B."),
    ("s-es-cmp", "Comparo Mistral Medium 3.5 y Kimi K3.", "El segundo cuesta casi el doble que el primero.", "El segundo cuesta casi la mitad que el primero."),
    ("u-en-free", "I'd look at Gemma 4 26B A4B, Qwen3.5 9B and gpt-oss 20B.", "The second takes 10 GB less than the first.", "The second takes 4 GB less than the first."),
    ("u-en-free", "I'd look at Gemma 4 26B A4B, Qwen3.5 9B and gpt-oss 20B.", "The third has half the context window of the first.", "The third has twice the context window of the first."),
)  # fmt: skip
UNPUBLISHED: tuple[tuple[str, str, str, str], ...] = (
    ("s-es-m", "", "OpenAI no publica ni los parámetros ni los idiomas oficiales de GPT-6 Sol.", "OpenAI no publica el precio de GPT-6 Sol."),
    ("s-es-m", "GPT-6 Sol es el que preguntas.", "OpenAI publica el precio, pero no los parámetros.", "OpenAI no publica la ventana de contexto."),
    ("s-es-cmp", "", "En Kimi K3 no consta si la licencia permite el uso comercial.", "En Kimi K3 no consta cuánto cuesta la salida."),
    ("u-en-free", "Look at Gemma 4 26B A4B.", "Google declares 140 languages without naming them, so French isn't confirmed as official.", "Google declares 60 languages without naming them, so French isn't confirmed as official."),
    ("s-en-cmp3", "GPT-6 Sol is the second.", "OpenAI publishes neither its parameter count nor its official languages.", "OpenAI publishes neither its price nor its context window."),
    ("r-es-voz", "", "Solo un modelo de los 258 cumple todo lo que pides: Gemini 2.5 Flash-Lite.", "Solo un modelo de los 340 cumple todo lo que pides: Gemini 2.5 Flash-Lite."),
    ("u-en-free", "", "gpt-oss 20B's official languages aren't published.", "gpt-oss 20B's context window isn't published."),
    ("s-es-m", "", "No está confirmado qué idiomas admite oficialmente GPT-6 Sol.", "No está confirmado qué precio tiene GPT-6 Sol."),
)  # fmt: skip


@pytest.mark.parametrize(("name", "before", "true", "false"), [*FACTORS, *ORDINALS, *UNPUBLISHED])
def test_what_the_figures_give_is_told_from_what_they_do_not(name: str, before: str, true: str, false: str) -> None:
    checker = guard(name)
    assert judged(checker, before, true)
    assert not judged(checker, before, false)
