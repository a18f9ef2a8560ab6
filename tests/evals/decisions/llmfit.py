"""llmfit's own recommendation for the same memory, as a baseline (https://github.com/AlexsJones/llmfit, on PyPI)."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from advisor.domain.cards import Catalogue
from tests.evals.decisions.labels import Row
from tests.evals.hardware.llmfit import program, write_profile

Names = tuple[str, ...]
USES = {
    "coding": "coding",
    "math": "reasoning",
    "chatbot": "chat",
    "roleplay": "chat",
    "vision": "multimodal",
    "semantic_search": "embedding",
}


def recommender(catalogue: Catalogue | None = None) -> Callable[[Row], list[Names]] | None:
    """Its first three; with a catalogue, its first three among those models. None where the program is not installed."""
    executable = program()
    if executable is None:
        return None
    if catalogue is None:
        return lambda row: [(name, name) for name in _recommend(executable, row, 3)][:3]
    known = {card.runtimes["huggingface"].lower(): card for card in catalogue if "huggingface" in card.runtimes}

    def among(row: Row) -> list[Names]:
        found = [known[name.lower()] for name in _recommend(executable, row, 20_000) if name.lower() in known]
        return [(card.model, card.name) for card in found][:3]

    return among


def _recommend(executable: str, row: Row, count: int) -> list[str]:
    vram, ram = row.needs.get("vram_gb"), row.needs.get("ram_gb")
    with tempfile.TemporaryDirectory() as folder:
        if vram:
            machine = ["--memory", f"{vram}G", "--ram", f"{ram or 32}G"]
        else:
            machine = ["--profile", str(write_profile(Path(folder), {"total_ram_gb": ram, "unified_memory": True}))]
        done = _run([executable, *machine, *_question(row, count)])
    return [model["name"] for model in done.get("models", [])]


def _question(row: Row, count: int) -> list[str]:
    use = USES.get(row.needs.get("use_case", "general"), "general")
    tools = ["--capability", "tool_use"] if row.needs.get("tool_calling") else []
    return ["recommend", "-n", str(count), "--use-case", use, *tools, "--json"]


def _run(command: list[str]) -> dict[str, list[dict[str, str]]]:
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    start = done.stdout.find("{")
    return dict(json.loads(done.stdout[start:])) if done.returncode == 0 and start >= 0 else {}
