"""llmfit's own recommendation for the same memory, as a baseline (https://github.com/AlexsJones/llmfit, on PyPI)."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.evals.decisions.labels import Row
from tests.evals.hardware.llmfit import program, write_profile

USES = {
    "coding": "coding",
    "math": "reasoning",
    "chatbot": "chat",
    "roleplay": "chat",
    "vision": "multimodal",
    "semantic_search": "embedding",
}


def recommender() -> Callable[[Row], list[tuple[str, ...]]] | None:
    """None where the program is not installed."""
    executable = program()
    return (lambda row: _recommend(executable, row)) if executable else None


def _recommend(executable: str, row: Row) -> list[tuple[str, ...]]:
    vram, ram = row.needs.get("vram_gb"), row.needs.get("ram_gb")
    with tempfile.TemporaryDirectory() as folder:
        if vram:
            machine = ["--memory", f"{vram}G", "--ram", f"{ram or 32}G"]
        else:
            machine = ["--profile", str(write_profile(Path(folder), {"total_ram_gb": ram, "unified_memory": True}))]
        done = _run([executable, *machine, *_question(row)])
    return [(model["name"], model["name"]) for model in done.get("models", [])[:3]]


def _question(row: Row) -> list[str]:
    use = USES.get(row.needs.get("use_case", "general"), "general")
    tools = ["--capability", "tool_use"] if row.needs.get("tool_calling") else []
    return ["recommend", "-n", "3", "--use-case", use, *tools, "--json"]


def _run(command: list[str]) -> dict[str, list[dict[str, str]]]:
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    start = done.stdout.find("{")
    return dict(json.loads(done.stdout[start:])) if done.returncode == 0 and start >= 0 else {}
