"""What a model of so many parameters takes, whichever it is: the answer to "how much VRAM for a 70B?"."""

from __future__ import annotations

import re
import unicodedata

import numpy as np

from advisor.domain.advice import BySize
from advisor.scoring.memory import BY_NAME, OVERHEAD_GB, OVERHEAD_SHARE, guessed_kv_gb
from advisor.scoring.tuning import GB_PER_BILLION

CONTEXT_TOKENS = 8_192
"""Of the conversation that is reckoned with."""
TOLD = ("Q4_K_M", "Q8_0", "fp16")
_SIZE = re.compile(r"(?<![\w.,-])(\d{1,3}(?:[.,]\d)?) ?b\b(?! ?gb)")
_MEMORY = re.compile(
    r"\b(v?ram|memoria|memory|gpus?|grafica|tarjeta|card|run|runs|running|fit|fits|correr|corre|ejecutar|mover|mueve|cabe|caben|cargar|load|hardware)\b"
)
_ASKS = re.compile(
    r"[?¿]|^(cuanta|cuanto|que|how|what|can|could|puedo|se puede|me)\b|\b(how much|how many|cuanta|cuanto)\b"
)
_TUNED = re.compile(r"\b(fine|finetun\w*|tun\w+|entren\w+|ajust\w+|afin\w+|lora|qlora|train\w*)\b")
_CONTEXT = re.compile(r"\b(contexto|context|ctx)\b")
_HOW_MUCH = re.compile(r"\b(cuant[ao]s?|how (?:much|many)|v?ram|memoria|memory|gb|gigas?)\b")
_MAIN = re.compile(r"\b(ram|mac\w*|unified|unificada|laptop|portatil|pc|server|servidor)\b")
"""Beside these, gigabytes are of main memory, of which a part is used by others."""
_GIGABYTES = re.compile(r"(?<![\w.,])(\d{1,3}) ?(?:gb|gigas?|gigabytes?)\b")


def by_size(text: str, vram_gb: float | None) -> BySize | None:
    """None where the message does not ask what a model of one size takes or runs on, or asks it of tuning."""
    folded = unicodedata.normalize("NFKD", text[:400].lower())
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    sizes = {float(found.replace(",", ".")) for found in _SIZE.findall(folded)}
    tuned, context = bool(_TUNED.search(folded)), bool(_CONTEXT.search(folded))
    if len(sizes) != 1 or not _ASKS.search(folded) or not (_MEMORY.search(folded) or (context and vram_gb)):
        return None
    if tuned and not _HOW_MUCH.search(folded):
        return None  # which way of tuning to take, and not what it takes
    size = sizes.pop()
    told = [float(gb) for gb in _GIGABYTES.findall(folded)]
    room = vram_gb or (told[0] if len(told) == 1 and not _MAIN.search(folded) else None)
    if not size:
        return None
    longest = _longest(size, room) if context and room else None
    ways = (size * GB_PER_BILLION["qlora"], size * GB_PER_BILLION["lora16"], size * GB_PER_BILLION["full"])
    return BySize(size, tuple((name, _takes(size, name)) for name in TOLD), room, longest, ways if tuned else None)


def _takes(size: float, quantization: str) -> float:
    weights = size * BY_NAME[quantization].bits / 8
    return weights + _cache(size, CONTEXT_TOKENS) + OVERHEAD_GB + OVERHEAD_SHARE * weights


def _cache(size: float, context: int) -> float:
    columns = {"params_total_b": np.array([size]), "params_active_b": np.array([np.nan])}
    return float(guessed_kv_gb(columns, context)[0])


def _longest(size: float, room: float) -> int:
    """The cache grows evenly with the context."""
    free = room - (_takes(size, TOLD[0]) - _cache(size, CONTEXT_TOKENS))
    return max(int(free / _cache(size, 1)), 0)
