"""llmfit's estimate for one model, context and quantization on one graphics card (on PyPI; MIT)."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Plan:
    """Memory in GB (weights, cache and overhead on the card), of it the weights, and tokens a second; None where it gives
    none."""

    memory_gb: float | None
    tokens_per_s: float | None
    weights_gb: float | None = None


def program() -> str | None:
    found = Path(sys.executable).parent / "llmfit"
    return str(found) if found.exists() else shutil.which("llmfit")


def write_profile(folder: Path, hardware: dict[str, float | bool]) -> Path:
    """A machine that llmfit is to assume; it wants the name to be the file's."""
    path = folder / "row.json"
    match = {"gpu_name_contains": "any"}
    path.write_text(json.dumps({"schema_version": 1, "name": "row", "match": match, "hardware": hardware}))
    return path


def plan(model: str, context: int, quantization: str, memory_gb: float, bandwidth_gb_s: float) -> Plan | None:
    """None where it does not know the model, or does not answer."""
    executable = program()
    if executable is None:
        return None
    hardware = {"total_ram_gb": 64.0, "gpu_memory_bandwidth_gbps": bandwidth_gb_s, "unified_memory": False}
    with tempfile.TemporaryDirectory() as folder:
        profile = write_profile(Path(folder), hardware)
        base = [executable, "--profile", str(profile), "plan", model, "--context", str(context)]
        done = subprocess.run(
            [*base, "--quant", quantization, "--json"], capture_output=True, text=True, timeout=60, check=False
        )
    start = done.stdout.find("{")
    if done.returncode or start < 0:
        return None
    answer = json.loads(done.stdout[start:])
    if answer["model_name"].lower() != model.lower():
        return None
    gpu = next((path for path in answer["run_paths"] if path["path"] == "gpu"), None)
    needed = (answer.get("minimum") or {}).get("vram_gb")
    return Plan(needed, gpu.get("estimated_tps") if gpu else None, answer.get("disk_size_gb"))
