"""The speed of a Mac whose chip nobody named: between the slowest and the fastest chip sold with that memory."""

from __future__ import annotations

import pytest

from advisor.domain.hardware import Device, OwnedDevice
from advisor.domain.needs import Needs
from advisor.library.hardware import load_devices
from advisor.scoring.machine import machine
from advisor.settings import KNOWLEDGE

DEVICES = load_devices(KNOWLEDGE / "hardware.yaml")
CHIPS = [d for d in DEVICES if d.kind == "apple" and d.bandwidth_gb_s]
NAMELESS = [d for d in DEVICES if d.kind == "apple" and not d.bandwidth_gb_s]


@pytest.mark.parametrize("device", NAMELESS, ids=lambda d: d.id)
def test_the_range_holds_every_chip_of_that_size(device: Device) -> None:
    for size in device.memory_gb:
        told = machine(Needs.of({"ram_gb": size}), (OwnedDevice(device, size),))
        assert told is not None
        speeds = [chip.bandwidth_gb_s for chip in CHIPS if size in chip.memory_gb]
        low, high = told.ram_gb_s
        assert all(low <= speed <= high for speed in speeds if speed)
        assert low in {chip.bandwidth_gb_s for chip in CHIPS}  # no figure of its own
        assert high in {chip.bandwidth_gb_s for chip in CHIPS}
