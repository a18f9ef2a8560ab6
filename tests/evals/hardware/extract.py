"""Takes single-stream decoding speeds out of llmfit's community cache into speeds.csv. Usage:

python -m tests.evals.hardware.extract FOLDER_WITH_THE_RAW_FILES

FOLDER holds benchmark_cache_*.json and hf_models_*.json of https://github.com/AlexsJones/llmfit (MIT). Kept: GGUF runs by
llama.cpp, Ollama, LM Studio or MLX, one request at a time, no speculative decoding, the model wholly on the graphics
card (or wholly on the processor), size known. Rows of one user's same set-up become one, with their median.
"""

from __future__ import annotations

import csv
import json
import re
import statistics
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

ENGINES = {"llama.cpp", "ollama", "lmstudio", "mlx"}
BITS = {
    "Q2_K": 3.16,
    "Q3_K_M": 4.0,
    "Q3_K_XL": 4.1,
    "IQ4_XS": 4.46,
    "IQ4_NL": 4.68,
    "Q4_0": 4.67,
    "Q4_K_S": 4.67,
    "Q4_K_M": 4.89,
    "Q4_K_L": 5.0,
    "Q4_K_XL": 4.95,
    "UD-Q4_K_XL": 4.95,
    "UD-Q4_K_M": 4.89,
    "MXFP4": 4.6,
    "Q5_K_S": 5.57,
    "Q5_K_M": 5.7,
    "Q6_K": 6.56,
    "UD-Q6_K_XL": 6.9,
    "Q8_0": 8.5,
    "Q8_K_XL": 9.0,
    "F16": 16.0,
    "BF16": 16.0,
    "fp16": 16.0,
}
FIELDS = (
    "device",
    "count",
    "memory_gb",
    "model",
    "params_b",
    "active_b",
    "quantization",
    "bits",
    "layers",
    "kv_heads",
    "head_dim",
    "prompt",
    "output",
    "engine",
    "runs",
    "tokens_per_s",
)
OUT = Path(__file__).parent / "speeds.csv"


def main(folder: Path) -> None:
    cache = json.loads(next(folder.glob("benchmark_cache_*.json")).read_text(encoding="utf-8"))
    known = {
        m["name"].lower(): m for m in json.loads(next(folder.glob("hf_models_*.json")).read_text(encoding="utf-8"))
    }
    runs = {row["id"]: row for preset in cache["presets"].values() for row in preset["rows"]}
    groups: dict[tuple[Any, ...], list[float]] = defaultdict(list)
    for run in runs.values():
        if key := _key(run, known):
            groups[key].append(float(run["tokSOut"]))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(FIELDS)
        for key, speeds in sorted(groups.items(), key=lambda pair: tuple(map(str, pair[0]))):
            writer.writerow([*key[:-1], len(speeds), round(statistics.median(speeds), 2)])
    print(f"{len(groups)} set-ups out of {len(runs)} runs: {OUT}")


def _key(run: dict[str, Any], known: dict[str, Any]) -> tuple[Any, ...] | None:
    flags, engine, hardware, model = run["engineFlags"], run["engine"], run["hardware"], run["model"]
    bits = BITS.get(engine["quantization"])
    if (
        flags["specDecoding"]
        or flags["mtpEnabled"]
        or (run["batchSize"] or 1) > 1
        or not run["tokSOut"]
        or engine["engineName"] not in ENGINES
        or bits is None
        or hardware["isHeterogeneousGpu"]
    ):
        return None
    size = _size(model, known)
    if size is None:
        return None
    params, active, layers, kv_heads, head_dim = size
    on_cpu = hardware["hwClass"] == "CPU_ONLY"
    offloaded = flags["gpuLayers"]
    if not on_cpu and offloaded is not None and offloaded < 90 and (layers is None or offloaded < layers):
        return None
    device = (
        hardware["cpu"]
        if on_cpu
        else hardware["gpuName"] or f"Apple {hardware['chipFamily'] or ''} {hardware['chipVariant']}"
    )
    memory = hardware["vramGb"] or hardware["unifiedMemoryGb"] or 0
    if not on_cpu and params * bits / 8 > 0.97 * memory * hardware["gpuCount"]:
        return None
    return (
        " ".join(device.split()),
        0 if on_cpu else hardware["gpuCount"],
        memory,
        model["hfId"],
        params,
        active,
        engine["quantization"],
        bits,
        layers or "",
        kv_heads or "",
        head_dim or "",
        run["promptTokens"] or 0,
        run["outputTokens"] or 0,
        engine["engineName"],
        run["user"]["username"],
    )


def _size(
    model: dict[str, Any], known: dict[str, Any]
) -> tuple[float, float, int | None, int | None, int | None] | None:
    """Billions of parameters, total and active, and layers: from the scraped configuration, or else from the name."""
    base = (model.get("baseModel") or {}).get("hfId") or model["hfId"]
    for name in (model["hfId"], base, re.sub(r"-GGUF$", "", model["hfId"], flags=re.IGNORECASE)):
        entry = known.get(name.lower()) or known.get(name.lower().replace("unsloth/", "qwen/"))
        if entry and entry.get("parameters_raw"):
            total = entry["parameters_raw"] / 1e9
            active = (entry.get("active_parameters") or 0) / 1e9
            named = _named(name)
            if named and abs(named[0] - total) > 0.35 * named[0]:
                continue
            return round(total, 3), round(active or (named[1] if named else 0) or total, 3), *_shape(entry)
    named = _named(model["hfId"]) or _named(base)
    return (
        (named[0], named[1] or named[0], None, None, None)
        if named and not (model.get("isMoE") and not named[1])
        else None
    )


def _shape(entry: dict[str, Any]) -> tuple[int | None, int | None, int | None]:
    heads, hidden = entry.get("num_attention_heads"), entry.get("hidden_size")
    return (
        entry.get("num_hidden_layers"),
        entry.get("num_key_value_heads"),
        entry.get("head_dim") or (hidden // heads if heads and hidden else None),
    )


def _named(name: str) -> tuple[float, float] | None:
    """ "Qwen3-30B-A3B" -> (30, 3); "Llama-3.2-1B" -> (1, 0)."""
    tail = name.rsplit("/", maxsplit=1)[-1]
    total = re.search(r"(?<![A-Za-z0-9.])(\d+(?:\.\d+)?)([BM])(?![A-Za-z0-9])", tail, re.IGNORECASE)
    active = re.search(r"A(\d+(?:\.\d+)?)B(?![A-Za-z0-9])", tail)
    if not total:
        return None
    scale = 1.0 if total.group(2).upper() == "B" else 1e-3
    return float(total.group(1)) * scale, float(active.group(1)) if active else 0.0


if __name__ == "__main__":
    main(Path(sys.argv[1]))
