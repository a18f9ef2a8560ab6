"""Memory that a model takes: weights by quantization, KV cache by attention, overhead. All in GB (10^9 bytes).

Every function takes columns (one element a card) and returns columns; NaN in, NaN out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from advisor.scoring.table import Floats


@dataclass(frozen=True, slots=True)
class Quantization:
    """Bits per weight as measured on Llama 3.1 8B by llama.cpp (tools/quantize/README.md); scales and the few tensors kept
    at higher precision are in it. `sane` is False where quality visibly suffers."""

    name: str
    bits: float
    sane: bool = True


QUANTIZATIONS = (
    Quantization("fp16", 16.0),
    Quantization("Q8_0", 8.50),
    Quantization("Q6_K", 6.56),
    Quantization("Q5_K_M", 5.70),
    Quantization("Q4_K_M", 4.89),
    Quantization("Q3_K_M", 4.00, sane=False),
)
RUN_WITH = tuple(q for q in QUANTIZATIONS if q.sane and q.name != "fp16")
"""What is tried on a person's machine, best first: beyond 8 bits nothing is gained that could be noticed."""
BY_NAME = {q.name: q for q in QUANTIZATIONS}

KV_BYTES = 2.0
"""One cached value at 16 bits, the default of llama.cpp, Ollama and vLLM."""
MLA_ROPE_DIM = 64
"""The position part that multi-head latent attention caches beside the latent vector (DeepSeek-V2, arXiv:2405.04434)."""
OVERHEAD_GB = 0.7
"""Runtime context and compute buffers on each card."""
OVERHEAD_SHARE = 0.02


def weights_gb(params_b: Floats, quantization: Quantization) -> Floats:
    return params_b * quantization.bits / 8


def held_gb(columns: Mapping[str, Floats], quantization: Quantization) -> Floats:
    """The weights at a quantization, which makes nothing larger than it was published: gpt-oss comes in 4 bits, and its files
    at 8 are hardly larger."""
    return np.fmin(weights_gb(columns["params_total_b"], quantization), columns["checkpoint_gb"])


def kv_cache_gb(columns: Mapping[str, Floats], context: Floats | float) -> Floats:
    """KV cache of one conversation of `context` tokens.

    Full layers hold 2 x kv_heads x head_dim values a token (GQA and MQA through kv_heads), MLA layers kv_lora_rank +
    64, sliding-window layers no more than their window, linear or recurrent layers (not in kv_layers) nothing.
    Without the architecture: a power law of the active size, see `guessed_kv_gb`.
    """
    layers, heads = columns["layers"], columns["heads"]
    kv_heads = np.where(np.isnan(columns["kv_heads"]), heads, columns["kv_heads"])
    head_dim = np.where(np.isnan(columns["head_dim"]), columns["hidden_size"] / heads, columns["head_dim"])
    sliding = np.nan_to_num(columns["sliding_window_layers"])
    window = np.where(np.isnan(columns["sliding_window_tokens"]), context, columns["sliding_window_tokens"])
    full = np.where(np.isnan(columns["kv_layers"]), np.maximum(layers - sliding, 0), columns["kv_layers"])
    per_layer = np.where(
        np.isnan(columns["kv_lora_rank"]), 2 * kv_heads * head_dim, columns["kv_lora_rank"] + MLA_ROPE_DIM
    )
    tokens = full * context + sliding * np.minimum(window, context)
    exact = tokens * per_layer * KV_BYTES / 1e9
    return np.where(np.isnan(exact), guessed_kv_gb(columns, context), exact)


def running_gb(columns: Mapping[str, Floats], context: float) -> Floats:
    """At 4 bits on one card: weights, cache of one conversation (no longer than the model's window) and overhead."""
    weights = held_gb(columns, RUN_WITH[-1])
    window = columns["context_tokens"]
    held = np.where(np.isnan(window), context, np.minimum(window, context))
    return np.asarray(weights + kv_cache_gb(columns, held) + overhead_gb(weights, 1))


def kv_known(columns: Mapping[str, Floats]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    head_dim = np.where(np.isnan(columns["head_dim"]), columns["hidden_size"] / columns["heads"], columns["head_dim"])
    heads = np.where(np.isnan(columns["kv_heads"]), columns["heads"], columns["kv_heads"])
    latent = ~np.isnan(columns["kv_lora_rank"])
    layers = np.where(np.isnan(columns["kv_layers"]), columns["layers"], columns["kv_layers"])
    return np.asarray(~np.isnan(layers) & (latent | ~np.isnan(heads * head_dim)))


def guessed_kv_gb(columns: Mapping[str, Floats], context: Floats | float) -> Floats:
    """48 KB a token at 1B, growing with the active size to the power 0.46: a line through published configurations
    (Llama 3.2 1B 32 KB, Llama 3.1 8B 131 KB and 70B 328 KB, Qwen3 14B 164 KB and 32B 262 KB)."""
    active = np.where(np.isnan(columns["params_active_b"]), columns["params_total_b"], columns["params_active_b"])
    return np.asarray(48e3 * np.power(active, 0.46) * context / 1e9)


def overhead_gb(weights: Floats, cards: int) -> Floats:
    return OVERHEAD_GB * max(cards, 1) + OVERHEAD_SHARE * weights
