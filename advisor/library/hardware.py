"""Loading knowledge/hardware.yaml: the devices that people name, each figure with its source."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from advisor.domain.hardware import Device
from advisor.errors import KnowledgeError
from advisor.library.plain_yaml import PlainYamlError, read_plain

_KINDS = ("gpu", "laptop_gpu", "datacenter_gpu", "apple", "apu", "board", "phone", "cpu")


def load_devices(path: Path) -> tuple[Device, ...]:
    """All devices of the file, in its order. Raises KnowledgeError naming the device and what is wrong with it."""
    try:
        raw = read_plain(path.read_text(encoding="utf-8"))
    except (OSError, PlainYamlError) as error:
        raise KnowledgeError(
            f"{path.name}: no se puede leer ({error}).", f"{path.name}: cannot be read ({error})."
        ) from error
    if (
        not isinstance(raw, dict)
        or not isinstance(raw.get("devices"), list)
        or not isinstance(raw.get("sources"), dict)
    ):
        raise KnowledgeError(
            f"{path.name}: faltan «devices» o «sources».", f'{path.name}: "devices" or "sources" is missing.'
        )
    devices = tuple(_device(path.name, row, raw["sources"]) for row in raw["devices"])
    seen: dict[str, str] = {}
    for device in devices:
        for name in (device.id, *device.aliases):
            if seen.setdefault(name, device.id) != device.id:
                raise _wrong(path.name, device.id, f"«{name}» ya es {seen[name]}", f'"{name}" is {seen[name]} already')
    return devices


def _device(file: str, row: Any, sources: dict[str, Any]) -> Device:
    name = str(row.get("id") if isinstance(row, dict) else row)
    try:
        source = sources[row["source"]]
        device = Device(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            memory_gb=tuple(float(size) for size in row["memory_gb"]),
            bandwidth_gb_s=None if row["bandwidth_gb_s"] is None else float(row["bandwidth_gb_s"]),
            unified=bool(row.get("unified", False)),
            aliases=tuple(str(alias) for alias in row["aliases"]),
            source=source["title"],
            url=row.get("url") or source["url"],
            date=str(source["date"]),
            common_gb=float(row["common_gb"]) if "common_gb" in row else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _wrong(file, name, f"falta o sobra algo ({error})", f"something is missing or wrong ({error})") from error
    sizes = device.memory_gb
    if not sizes or list(sizes) != sorted(set(sizes)) or sizes[0] <= 0:
        raise _wrong(file, name, "tamaños de memoria sin orden", "memory sizes are not in order")
    if device.kind not in _KINDS:
        raise _wrong(file, name, f"clase «{device.kind}»", f'kind "{device.kind}"')
    if (len(sizes) > 1 and device.common_gb not in sizes) or (device.common_gb and device.common_gb not in sizes):
        raise _wrong(file, name, "common_gb no es uno de los tamaños", "common_gb is not one of the sizes")
    return device


def _wrong(file: str, name: str, es: str, en: str) -> KnowledgeError:
    return KnowledgeError(f"{file}: {name}: {es}.", f"{file}: {name}: {en}.")
