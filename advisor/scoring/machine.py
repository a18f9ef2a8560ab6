"""The memory a person owns, as the fit sees it: how much can be used, and how fast it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.domain.hardware import OwnedDevice
from advisor.domain.needs import Needs

TIGHT = 1.02
"""A card sold as 24 GB holds 24 GiB, 25.8 GB: two of those seven per cent may be needed before something does not fit. That
is how 70B at 4 bits runs on two such cards."""
UNIFIED_SHARE = 0.75
"""Of unified or main memory, what a model may take. macOS lets the GPU wire about two thirds (up to 36 GB) to three
quarters (above) by default, and a PC's system and browser need about a quarter as well."""
SYSTEM_GB = 3.0
"""What the system keeps at least, where a quarter is less than that; but never more than half."""

GPU_GB_S_BY_SIZE = (
    (4.0, (100.0, 220.0)),
    (6.0, (190.0, 340.0)),
    (8.0, (220.0, 450.0)),
    (12.0, (280.0, 720.0)),
    (16.0, (280.0, 900.0)),
    (24.0, (340.0, 1010.0)),
    (48.0, (340.0, 1240.0)),
    (float("inf"), (690.0, 3700.0)),
)
"""For memory whose card was not named: 10th to 90th percentile of the bandwidth of cards with about that much, in
knowledge/hardware.yaml (2026-11-22), smoothed so that more memory is never slower."""
BOARD_GB_S = (10.0, 34.0)
"""Single-board computers: Raspberry Pi 4 (32 bits of LPDDR4-3200, 12.8) to RK3588 boards (64 bits of LPDDR4X-4267, 34)."""
PHONE_GB_S = (30.0, 70.0)
"""Phones: 64 bits of LPDDR5-4266 to LPDDR5X-8533."""
PC_MEMORY_GB_S = (40.0, 90.0)
"""Dual-channel DDR4-2666 (43) to DDR5-5600 (90)."""
APPLE_GB_S_BY_SIZE = (
    (8.0, (68.0, 100.0)),
    (16.0, (68.0, 200.0)),
    (24.0, (100.0, 307.0)),
    (32.0, (120.0, 400.0)),
    (36.0, (150.0, 614.0)),
    (64.0, (273.0, 800.0)),
    (128.0, (400.0, 800.0)),
    (float("inf"), (800.0, 800.0)),
)
"""A Mac whose chip was not named: least and most of the chips sold with about that much memory, in knowledge/hardware.yaml."""
UNIFIED_GB_S_BY_SIZE = ((8.0, 100.0), (16.0, 120.0), (24.0, 150.0), (36.0, 270.0), (64.0, 400.0), (float("inf"), 550.0))
"""Memory that nobody said more of may be a PC's or unified: what Apple's chips with about that much read, M2 to M4."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Usable memory in GB and bandwidth ranges in GB/s. `unified`: what there is as main memory feeds a GPU too.

    A card sold as 12 GB holds 12 GiB (12.9 GB): the seven per cent between are left to the driver and the desktop, so
    `vram_gb` is the number on the box (but see TIGHT). Several cards: their sum, read one after the other at their mean bandwidth.
    """

    vram_gb: float = 0.0
    ram_gb: float = 0.0
    unified: bool = False
    cards: int = 0
    vram_gb_s: tuple[float, float] = (220.0, 1010.0)
    ram_gb_s: tuple[float, float] = PC_MEMORY_GB_S
    named: tuple[str, ...] = ()

    @property
    def fast_gb(self) -> float:
        """What a model that is to run whole in the fast memory may take at the very most."""
        return self.vram_gb * TIGHT if self.vram_gb else self.ram_gb


def machine(needs: Needs, devices: Sequence[OwnedDevice] = ()) -> Machine | None:
    """From vram_gb and ram_gb; the devices add bandwidth and kind. None where no memory was given."""
    vram, ram = needs.number("vram_gb"), needs.number("ram_gb")
    if vram is None and ram is None:
        return None
    gpus = [owned for owned in devices if not owned.device.unified and owned.device.kind != "cpu"]
    shared = [owned for owned in devices if owned.device.unified and owned.device.kind != "cpu"]
    usable = 0.0 if ram is None else max(ram / 2, min(ram * UNIFIED_SHARE, ram - SYSTEM_GB))
    named_speed = _bandwidth(gpus)
    return Machine(
        vram_gb=vram or 0.0,
        ram_gb=usable,
        unified=bool(shared) and not vram,
        cards=sum(owned.count for owned in gpus) or (1 if vram else 0),
        vram_gb_s=(named_speed, named_speed) if named_speed else _likely_gpu(vram or 0.0),
        ram_gb_s=_main_memory(devices, ram or 0.0) if not vram else PC_MEMORY_GB_S,
        named=tuple(owned.device.name for owned in devices),
    )


def _likely_gpu(vram_gb: float) -> tuple[float, float]:
    return next(speeds for size, speeds in GPU_GB_S_BY_SIZE if vram_gb <= size)


def _main_memory(devices: Sequence[OwnedDevice], ram_gb: float) -> tuple[float, float]:
    named = _bandwidth([owned for owned in devices if owned.device.unified])
    if named:
        return named, named
    kinds = {owned.device.kind for owned in devices}
    if not kinds:
        return PC_MEMORY_GB_S[0], next(speed for size, speed in UNIFIED_GB_S_BY_SIZE if ram_gb <= size)
    if kinds == {"apple"}:
        return next(speeds for size, speeds in APPLE_GB_S_BY_SIZE if ram_gb <= size)
    return BOARD_GB_S if "board" in kinds else PHONE_GB_S if "phone" in kinds else PC_MEMORY_GB_S


def _bandwidth(devices: Sequence[OwnedDevice]) -> float | None:
    """Mean by memory of the time to read it (harmonic): layers are spread over the cards and run in turn."""
    if not devices or any(not owned.device.bandwidth_gb_s for owned in devices):
        return None
    memory = sum(owned.memory_gb * owned.count for owned in devices)
    seconds = sum(owned.memory_gb * owned.count / (owned.device.bandwidth_gb_s or 1.0) for owned in devices)
    return memory / seconds if seconds else None
