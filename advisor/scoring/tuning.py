"""Memory that fine-tuning takes, from LLaMA-Factory's hardware table (README, Apache-2.0, read 2026-08-18): 7B, 14B, 30B
and 70B need 6, 12, 24 and 48 GB with QLoRA at 4 bits, 16, 32, 64 and 160 GB with LoRA at 16 bits, 60, 120, 300 and 600 GB
with full tuning in bf16."""

from __future__ import annotations

from typing import Literal

from advisor.scoring.table import Floats

Method = Literal["qlora", "lora16", "full"]
GB_PER_BILLION: dict[Method, float] = {"qlora": 0.85, "lora16": 2.3, "full": 8.6}


def tuning_gb(params_b: Floats, need: str) -> Floats:
    """GB to tune by the frugal way that the need allows: "lora" may be QLoRA at 4 bits, "full" is all weights in bf16."""
    return params_b * GB_PER_BILLION["full" if need == "full" else "qlora"]
