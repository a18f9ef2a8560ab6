"""True figures and names in a false setting: another seller, scale, label, limit or count; each with its true twin."""

from __future__ import annotations

import pytest

from tests.answer.passing import passes

PAIRS = (
    ("s-en-m", "Nebius is a bit dearer, at $0.14 and $0.28.", "Together AI is a bit dearer, at $0.14 and $0.28."),
    ("s-en-m", "Nebius is a bit dearer, at $0.14 and $0.28.", "DeepInfra is a bit dearer, at $0.14 and $0.28."),
    ("s-es-why", "Pide casi seis veces lo que tienes.", "Pide casi el triple de lo que tienes."),
    ("s-es-m", "En caché pagas la décima parte de la tarifa normal.", "En caché pagas la mitad de la tarifa normal."),
    ("s-es-guide", "Llama 3.1 leyó 15 billones de tokens, según Meta.", "Llama 3.1 leyó 15 millones de tokens, según Meta."),
    ("g-es", "LLaMA-Factory calcula 120 GB con ajuste completo y 16 GB con LoRA.", "LLaMA-Factory calcula 120 GB con ajuste completo y 6 GB con LoRA."),
    ("g-en", "Chinchilla, at 70B, beat Gopher, at 280B.", "Chinchilla, at 70B, beat Gopher, at 175B."),
    ("s-en-guide", "Claude Haiku 4.5 reads 200,000 tokens and writes 64,000.", "Claude Haiku 4.5 reads 200,000 tokens and writes 16,384."),
    ("u-en-rag", "Only 7 of the 258 models meet what you ask.", "Only 5 of the 258 models meet what you ask."),
    ("w-en", "The replacement is GPT-6.1 Terra.", "The replacement is GPT-6 Terra."),
    ("w-en", "If quality matters most, Gemini 3.7 Flash would come first.", "If quality matters most, GPT-5 mini would come first."),
    ("s-en-cmp3", "You'd pay $7.50 a month with Gemini and $20 with either of the others.", "You'd pay $20 a month with Gemini and $7.50 with either of the others."),
    ("n-es-why", "En tus dos RTX 4090 caben 48 GB y necesita unos 252,4 GB.", "En tus dos RTX 4090 caben 252,4 GB y necesita unos 48 GB."),
)  # fmt: skip


@pytest.mark.parametrize(("name", "true", "false"), PAIRS)
def test_only_the_true_twin_passes(name: str, true: str, false: str) -> None:
    assert passes(name, true)
    assert not passes(name, false)


def test_a_test_named_before_is_carried_over() -> None:
    said = "**Kimi K3** saca 76,2 en el AA Coding Index. En esa misma prueba, Mistral Medium 3.5 se queda en {}."
    assert passes("s-es-cmp", said.format("46,9"))
    assert not passes("s-es-cmp", said.format("12,5"))
