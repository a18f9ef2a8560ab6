"""The command that runs a model at home, where the card knows its name in a runtime."""

from __future__ import annotations

from advisor.domain.cards import Card


def command(card: Card, quantization: str, context: int) -> str | None:
    """Ollama first (fewest steps), then llama.cpp, then vLLM with the published weights."""
    names = card.runtimes
    if "ollama" in names:
        return f"ollama run {names['ollama']}"
    for runtime in ("llama.cpp", "gguf"):
        if runtime in names:
            return f"llama-server -hf {names[runtime]}:{quantization} -c {context}"
    if "huggingface" in names:
        return f"vllm serve {names['huggingface']} --max-model-len {context}"
    return None
