"""The command that runs a model at home, where the card knows its name in a runtime."""

from __future__ import annotations

from advisor.domain.cards import Card


def command(card: Card, quantization: str, context: int, *, whole: bool) -> str | None:
    """Ollama first (fewest steps), then llama.cpp; vLLM loads the published weights, so only where they fit `whole`."""
    names = card.runtimes
    if "ollama" in names:
        return f"ollama run {names['ollama']}"
    for runtime in ("llama.cpp", "gguf"):
        if runtime in names:
            return f"llama-server -hf {names[runtime]}:{quantization} -c {context}"
    if whole and "huggingface" in names:
        return f"vllm serve {names['huggingface']} --max-model-len {context}"
    return None
