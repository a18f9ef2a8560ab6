"""What is asked of several models that were shown: which of them it is, or whether it is so of all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Way = Literal["most", "least", "has"]


@dataclass(frozen=True, slots=True)
class Which:
    """ "¿Cuál es el más rápido?" is (speed, most), "which ones take images?" (images, has), "who fits at Q8?" (fits, has, Q8_0)."""

    thing: str
    way: Way
    value: str = ""
    """Of a language its code, of a use its slug, of a fit the quantization, of a house the vendor's slug."""
    among: tuple[str, ...] = ()
    """The card ids it is asked of, in the order shown."""
    pick: str = ""
    """Of a question on "the cheapest one": what it goes furthest in, and how ("cost:least")."""
    none_of: bool = False
    """It is asked which of them have it not: "which ones aren't Chinese?"."""
    gap: bool = False
    """It is asked by how much."""
    every: bool = False
    """It is asked whether that holds of all of them, or of any, and not of which."""
