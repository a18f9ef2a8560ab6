"""The seven factors of the guide, in its order."""

from __future__ import annotations

from typing import Literal, get_args

Factor = Literal["language", "size", "context", "customization", "performance", "training", "architecture"]
FACTORS: tuple[Factor, ...] = get_args(Factor)
