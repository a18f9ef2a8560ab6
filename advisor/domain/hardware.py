"""Hardware that people name: graphics cards, Apple chips, boards and phones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Device:
    """`memory_gb`: the sizes it is sold with, smallest first (GB as sold). `bandwidth_gb_s`: memory bandwidth, None if unknown.

    `unified`: the memory is shared with the processor, so it counts as RAM, not as VRAM.
    """

    id: str
    name: str
    kind: Literal["gpu", "laptop_gpu", "datacenter_gpu", "apple", "apu", "board", "phone", "cpu"]
    memory_gb: tuple[float, ...]
    bandwidth_gb_s: float | None
    unified: bool
    aliases: tuple[str, ...]
    source: str
    url: str
    date: str
    common_gb: float | None = None
    """The size assumed, aloud, where several are sold and none was said; None where there is only one."""


@dataclass(frozen=True, slots=True)
class OwnedDevice:
    """A device as one person has it: this memory, so many times."""

    device: Device
    memory_gb: float
    count: int = 1
