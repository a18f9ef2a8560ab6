"""Estimated against measured speed, ours and llmfit's, and both programs' memory on the same 30 cases.

python -m tests.evals.hardware.run [--cases] [--llmfit-rows N]

speeds.csv holds community measurements out of llmfit's benchmark cache (MIT; extract.py made it). Our constants were
fitted on the models whose name hashes to even; errors are printed for the odd ones and for all. Of the memory it prints
in which part the two differ, and why. Set-ups faster than the
card can read the weights, and graphics cards of unknown bandwidth, are left out and counted.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from advisor.library.hardware import load_devices
from advisor.scoring.machine import Machine
from advisor.scoring.memory import BY_NAME, Quantization, kv_cache_gb, overhead_gb, weights_gb
from advisor.scoring.speed import SPREAD, tokens_per_s
from advisor.scoring.table import NUMBERS
from tests.evals.hardware import llmfit

SPEEDS = Path(__file__).parent / "speeds.csv"
HARDWARE = Path("knowledge/hardware.yaml")
CASES = (
    ("Qwen/Qwen3-0.6B", {"params_total_b": 0.752, "layers": 28, "kv_heads": 8, "head_dim": 128}),
    ("meta-llama/Llama-3.2-3B-Instruct", {"params_total_b": 3.213, "layers": 28, "kv_heads": 8, "head_dim": 128}),
    ("meta-llama/Llama-3.1-8B-Instruct", {"params_total_b": 8.03, "layers": 32, "kv_heads": 8, "head_dim": 128}),
    ("Qwen/Qwen3-8B", {"params_total_b": 8.191, "layers": 36, "kv_heads": 8, "head_dim": 128}),
    ("Qwen/Qwen2.5-14B-Instruct", {"params_total_b": 14.77, "layers": 48, "kv_heads": 8, "head_dim": 128}),
    (
        "openai/gpt-oss-20b",
        {
            "params_total_b": 20.9,
            "params_active_b": 3.61,
            "layers": 24,
            "kv_heads": 8,
            "head_dim": 64,
            "sliding_window_layers": 12,
            "sliding_window_tokens": 128,
        },
    ),
    ("Qwen/Qwen3-32B", {"params_total_b": 32.76, "layers": 64, "kv_heads": 8, "head_dim": 128}),
    (
        "google/gemma-3-27b-it",
        {
            "params_total_b": 27.43,
            "layers": 62,
            "kv_heads": 16,
            "head_dim": 128,
            "sliding_window_layers": 52,
            "sliding_window_tokens": 1024,
        },
    ),
    ("meta-llama/Llama-3.3-70B-Instruct", {"params_total_b": 70.55, "layers": 80, "kv_heads": 8, "head_dim": 128}),
    (
        "deepseek-ai/DeepSeek-V3",
        {"params_total_b": 671.0, "params_active_b": 37.0, "layers": 61, "kv_lora_rank": 512},
    ),
)
SHAPES = ((8192, "Q4_K_M"), (32768, "Q4_K_M"), (32768, "Q8_0"))


@dataclass(frozen=True)
class Speed:
    model: str
    device: str
    count: int
    memory_gb: float
    bandwidth: float
    columns: dict[str, np.ndarray]
    quantization: str
    bits: float
    context: float
    measured: float
    held_out: bool


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", action="store_true", help="print the memory of each of the 30 cases")
    parser.add_argument("--llmfit-rows", type=int, default=1000, help="how many set-ups to ask llmfit about")
    arguments = parser.parse_args()
    speeds, impossible, unnamed = read_speeds()
    print(
        f"speed: {len(speeds)} set-ups (left out: {impossible} faster than the memory allows, {unnamed} of unknown bandwidth)"
    )
    ours = np.array([estimate(row)[1] for row in speeds])
    measured = np.array([row.measured for row in speeds])
    held_out = np.array([row.held_out for row in speeds])
    print_errors("ours, all", ours, measured)
    print_errors("ours, models not fitted on", ours[held_out], measured[held_out])
    inside = [low <= row.measured <= high for row, (low, _, high) in zip(speeds, map(estimate, speeds), strict=True)]
    print(f"  measured lies in our range: {100 * float(np.mean(inside)):.0f}%")
    against_llmfit(speeds[: arguments.llmfit_rows])
    memory_cases(arguments.cases)
    return 0


def read_speeds() -> tuple[list[Speed], int, int]:
    bandwidth = {device.name.lower(): device.bandwidth_gb_s for device in load_devices(HARDWARE)}
    rows, impossible, unnamed = [], 0, 0
    with SPEEDS.open(encoding="utf-8") as file:
        for line in csv.DictReader(file):
            name = line["device"].lower()
            speed = next((s for n, s in bandwidth.items() if s and (n == name or n.endswith(f" {name}"))), None)
            if speed is None or line["count"] == "0":
                unnamed += 1
                continue
            row = _speed(line, float(speed))
            if row.measured * float(row.columns["params_active_b"][0]) * row.bits / 8 > row.bandwidth:
                impossible += 1
                continue
            rows.append(row)
    return rows, impossible, unnamed


def _speed(line: dict[str, str], bandwidth: float) -> Speed:
    columns = blank()
    named = {
        "params_total_b": "params_b",
        "params_active_b": "active_b",
        "layers": "layers",
        "kv_heads": "kv_heads",
        "head_dim": "head_dim",
    }
    for column, source in named.items():
        columns[column] = np.array([float(line[source]) if line[source] else np.nan])
    digest = hashlib.sha1(line["model"].split("/")[-1].encode(), usedforsecurity=False).hexdigest()
    return Speed(
        line["model"], line["device"], int(line["count"]), float(line["memory_gb"]), bandwidth, columns,
        line["quantization"], float(line["bits"]), float(line["prompt"]) + float(line["output"]),
        float(line["tokens_per_s"]), int(digest, 16) % 2 == 1,
    )  # fmt: skip


def blank() -> dict[str, np.ndarray]:
    return {name: np.array([np.nan]) for name in NUMBERS}


def estimate(row: Speed) -> tuple[float, float, float]:
    """Low, middle and high tokens a second."""
    machine = Machine(vram_gb=row.memory_gb * row.count, cards=row.count, vram_gb_s=(row.bandwidth, row.bandwidth))
    active, total = row.columns["params_active_b"], row.columns["params_total_b"]
    kv = kv_cache_gb(row.columns, row.context)
    low, high = tokens_per_s(active * row.bits / 8, np.zeros(1), kv, active < 0.6 * total, machine)
    middle = low[0] / SPREAD[0]
    return float(low[0]), float(middle), float(high[0])


def print_errors(name: str, estimated: np.ndarray, measured: np.ndarray) -> None:
    error = np.abs(estimated / measured - 1)
    bias = float(np.median(estimated / measured))
    print(
        f"  {name:34} n={len(error):3}  median error {100 * np.median(error):4.0f}%  p90 {100 * np.quantile(error, 0.9):4.0f}%  median ratio {bias:.2f}"
    )


def against_llmfit(speeds: list[Speed]) -> None:
    """Both on the set-ups whose model llmfit knows under the same name and whose quantization it takes."""
    if llmfit.program() is None:
        print("  llmfit is not installed here")
        return
    pairs = []
    for row in speeds:
        quantization = (
            row.quantization if row.quantization in ("Q8_0", "Q6_K", "Q4_K_M", "Q3_K_M", "Q2_K") else "Q4_K_M"
        )
        if abs(row.bits - BITS.get(quantization, row.bits)) > 0.35:
            continue
        plan = llmfit.plan(row.model, max(int(row.context), 512), quantization, row.memory_gb, row.bandwidth)
        if plan and plan.tokens_per_s:
            pairs.append((estimate(row)[1], plan.tokens_per_s, row.measured, row.held_out))
    if not pairs:
        print("  llmfit knows none of these set-ups")
        return
    ours, theirs, measured, held_out = (np.array(column) for column in zip(*pairs, strict=True))
    for name, some in (
        ("same set-ups", np.ones(len(measured), bool)),
        ("same, models not fitted on", held_out.astype(bool)),
    ):
        print_errors(f"ours, {name}", ours[some], measured[some])
        print_errors(f"llmfit, {name}", theirs[some], measured[some])


BITS = {"Q8_0": 8.5, "Q6_K": 6.56, "Q4_K_M": 4.89, "Q3_K_M": 4.0, "Q2_K": 3.16}


def memory_cases(verbose: bool) -> None:
    cases = [_case(model, known, context, quantization) for model, known in CASES for context, quantization in SHAPES]
    if verbose:
        for case in cases:
            theirs = f"{case.theirs:6.1f}" if case.theirs else "     -"
            print(
                f"  {case.model:36} {case.context:6} {case.quantization:7} ours {case.ours:6.1f} GB"
                f" (cache {case.cache:5.1f})  llmfit {theirs} GB"
            )
    known_to_both = [case for case in cases if case.theirs]
    if not known_to_both:
        print(f"memory: {len(cases)} cases; llmfit is not installed here or knows none")
        return
    ratios = [case.ours / (case.theirs or 1.0) for case in known_to_both]
    low, middle, high = np.quantile(ratios, [0.1, 0.5, 0.9])
    print(
        f"memory: {len(cases)} cases, {len(ratios)} known to llmfit; ours / llmfit: median {middle:.2f}, p10 {low:.2f}, p90 {high:.2f}"
    )
    _why(known_to_both)


@dataclass(frozen=True)
class Case:
    """GB; `theirs` None where llmfit does not know the model. `attention` says what its cache is like."""

    model: str
    context: int
    quantization: str
    ours: float
    weights: float
    cache: float
    theirs: float | None
    their_weights: float | None
    attention: str


def _case(model: str, known: Mapping[str, float], context: int, quantization: str) -> Case:
    columns = blank() | {name: np.array([float(value)]) for name, value in known.items()}
    need, cache = memory(columns, context, BY_NAME[quantization])
    plan = llmfit.plan(model, context, quantization, 80, 1000)
    windows = known.get("sliding_window_layers")
    if windows:
        attention = f"{windows} of {known['layers']} layers see {known['sliding_window_tokens']} tokens only"
    else:
        attention = "one compressed vector a layer (MLA)" if "kv_lora_rank" in known else "every layer sees everything"
    return Case(
        model, context, quantization, need, float(weights_gb(columns["params_total_b"], BY_NAME[quantization])[0]), cache,
        plan.memory_gb if plan else None, plan.weights_gb if plan else None, attention,
    )  # fmt: skip


def _why(cases: Sequence[Case]) -> None:
    """The difference in parts: weights by quantization, cache by what 8K to 32K adds, and what is left."""
    print("  why: weights")
    for quantization in dict.fromkeys(case.quantization for case in cases):
        pairs = [(c.weights, c.their_weights) for c in cases if c.quantization == quantization and c.their_weights]
        ratio = float(np.median([ours / theirs for ours, theirs in pairs]))
        bits = BY_NAME[quantization].bits
        print(
            f"    {quantization:7} ours / llmfit {ratio:.2f}: we take {bits / 8:.3f} bytes a weight, as measured by llama.cpp"
        )
    print("  why: cache, added from 8K to 32K at 16 bits (we count GB of 10^9 bytes, llmfit GiB: 7% less for the same)")
    for model in dict.fromkeys(case.model for case in cases):
        short, long = (
            next(c for c in cases if (c.model, c.context, c.quantization) == (model, *s)) for s in SHAPES[:2]
        )
        ours, theirs = long.cache - short.cache, (long.theirs or 0.0) - (short.theirs or 0.0)
        print(f"    {model:36} ours {ours:5.2f} GB  llmfit {theirs:5.2f} GB  ({short.attention})")
    left = [
        (c.ours - c.weights - c.cache, (c.theirs or 0.0) - (c.their_weights or 0.0) - c.cache)
        for c in cases
        if c.attention.startswith("every")
    ]
    ours, theirs = np.median(left, axis=0)
    print(f"  why: overhead beyond weights and cache: ours {ours:.1f} GB, llmfit {theirs:.1f} GB (median)")


def memory(columns: dict[str, np.ndarray], context: int, quantization: Quantization) -> tuple[float, float]:
    weights = weights_gb(columns["params_total_b"], quantization)
    cache = kv_cache_gb(columns, float(context))
    return float((weights + cache + overhead_gb(weights, 1))[0]), float(cache[0])


if __name__ == "__main__":
    sys.exit(main())
