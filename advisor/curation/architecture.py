"""Sizes and layers out of published configurations (llmfit's copies) and vLLM's recipes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.curation.findings import Finding, Origin, Trust
from advisor.curation.raw import RawFolder

_COLUMNS = {
    "num_hidden_layers": "layers",
    "hidden_size": "hidden_size",
    "num_attention_heads": "heads",
    "num_key_value_heads": "kv_heads",
    "head_dim": "head_dim",
    "vocab_size": "vocabulary_size",
}


def configuration(raw: RawFolder, name: str, parameters: bool) -> Iterator[Finding]:
    """`config.json` and the tensors' count of a repository. The window is left out: scrapers scale it wrongly.

    `parameters` is False where the tensors are packed (4-bit) and their count is not the number of parameters.
    """
    row = raw.configurations[name]
    origin = Origin("weights", "Configuration of the weights", f"https://huggingface.co/{name}", "2026-05-12")
    if parameters and row.get("parameters_raw"):
        total = round(row["parameters_raw"] / 1e9, 2 if row["parameters_raw"] >= 1e9 else 3)
        yield Finding("params_total_b", total, "declared", origin, Trust.CONFIGURATION)
    for column, field in _COLUMNS.items():
        if row.get(column):
            yield Finding(field, int(row[column]), "declared", origin, Trust.CONFIGURATION)


def weights_size(raw: RawFolder, name: str) -> Iterator[Finding]:
    """The parameters that EuroEval counted in a repository's tensors, for repositories that are not quantized."""
    row = raw.euroeval[name][0]
    if row["parameters"] == "?":
        raise KeyError(name)
    total = round(float(row["parameters"]) / 1e9, 2 if float(row["parameters"]) >= 1e9 else 3)
    url = f"https://huggingface.co/{name}"
    origin = Origin("weights-size", "Size of the weights, counted by EuroEval", url, "2026-04-20")
    yield Finding("params_total_b", total, "declared", origin, Trust.CONFIGURATION)


def vllm(raw: RawFolder, name: str) -> Iterator[Finding]:
    row = raw.vllm[name]
    path = row["_path"]
    url = f"https://github.com/vllm-project/recipes/blob/main/{path}"
    origin = Origin("vllm", "vLLM recipes", url, str(row["meta"].get("date_updated") or "2026-08-21"))
    model = row["model"]
    for column, field in (("parameter_count", "params_total_b"), ("active_parameters", "params_active_b")):
        size = _billions(model.get(column))
        if size and not (field == "params_active_b" and model.get("architecture") == "dense"):
            yield Finding(field, size, "declared", origin, Trust.AGGREGATOR)
    if isinstance(model.get("context_length"), int):
        yield Finding("context_tokens", model["context_length"], "declared", origin, Trust.AGGREGATOR)
    if model.get("architecture") in {"dense", "moe"}:
        yield Finding("architecture", model["architecture"], "declared", origin, Trust.AGGREGATOR)
    if "tool_calling" in row.get("features", {}):
        yield Finding("tool_calling", True, "declared", origin, Trust.AGGREGATOR)


def _billions(text: str | None) -> float | None:
    found = re.fullmatch(r"~?([0-9.]+)\s*([TBM])", str(text or ""))
    if not found:
        return None
    return round(float(found[1]) * {"T": 1000, "B": 1, "M": 0.001}[found[2]], 4)
