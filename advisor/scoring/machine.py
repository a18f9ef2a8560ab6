"""The memory a person owns, as the fit sees it: how much can be used, and how fast it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.domain.hardware import OwnedDevice
from advisor.domain.needs import Needs

UNIFIED_SHARE = 0.75
"""Of unified or main memory, what a model may take. macOS lets the GPU wire about two thirds (up to 36 GB) to three
quarters (above) by default, and a PC's system and browser need about a quarter as well."""
SYSTEM_GB = 3.0
"""What the system keeps at least: below 12 GB a quarter is not enough for it."""

UNKNOWN_GPU_GB_S = (220.0, 1000.0)
"""Range taken for a card that was not named: RTX 3050 8 GB (224) to RTX 4090 (1008)."""
PC_MEMORY_GB_S = (40.0, 90.0)
"""Dual-channel DDR4-2666 (43) to DDR5-5600 (90)."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Usable memory in GB and bandwidth ranges in GB/s. `unified`: what there is as main memory feeds a GPU too.

    A card sold as 12 GB holds 12 GiB (12.9 GB): the seven per cent between are left to the driver and the desktop, so
    `vram_gb` is the number on the box. Several cards: their sum, read one after the other at their mean bandwidth.
    """

    vram_gb: float = 0.0
    ram_gb: float = 0.0
    unified: bool = False
    cards: int = 0
    vram_gb_s: tuple[float, float] = UNKNOWN_GPU_GB_S
    ram_gb_s: tuple[float, float] = PC_MEMORY_GB_S
    named: tuple[str, ...] = ()
    apple: bool = False


def machine(needs: Needs, devices: Sequence[OwnedDevice] = ()) -> Machine | None:
    """From vram_gb and ram_gb; the devices add bandwidth and kind. None where no memory was given."""
    vram, ram = needs.number("vram_gb"), needs.number("ram_gb")
    if vram is None and ram is None:
        return None
    gpus = [owned for owned in devices if not owned.device.unified and owned.device.kind != "cpu"]
    shared = [owned for owned in devices if owned.device.unified]
    usable = 0.0 if ram is None else max(0.0, min(ram * UNIFIED_SHARE, ram - SYSTEM_GB))
    named_speed = _bandwidth(gpus)
    shared_speed = _bandwidth(shared)
    return Machine(
        vram_gb=vram or 0.0,
        ram_gb=usable,
        unified=bool(shared) and not vram,
        cards=sum(owned.count for owned in gpus) or (1 if vram else 0),
        vram_gb_s=(named_speed, named_speed) if named_speed else UNKNOWN_GPU_GB_S,
        ram_gb_s=(shared_speed, shared_speed) if shared_speed and not vram else PC_MEMORY_GB_S,
        named=tuple(owned.device.name for owned in devices),
        apple=any(owned.device.kind == "apple" for owned in shared),
    )


def _bandwidth(devices: Sequence[OwnedDevice]) -> float | None:
    """Mean by memory of the time to read it (harmonic): layers are spread over the cards and run in turn."""
    if not devices or any(not owned.device.bandwidth_gb_s for owned in devices):
        return None
    memory = sum(owned.memory_gb * owned.count for owned in devices)
    seconds = sum(owned.memory_gb * owned.count / (owned.device.bandwidth_gb_s or 1.0) for owned in devices)
    return memory / seconds if seconds else None
