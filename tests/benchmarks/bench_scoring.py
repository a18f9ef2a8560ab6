"""Time to rank 100,000 synthetic cards, and the order against pymcdm's TOPSIS on the same matrix.

python -m tests.benchmarks.bench_scoring [--cards N]
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

import numpy as np
import yaml

from advisor.domain.cards import Card, Catalogue
from advisor.domain.needs import Needs
from advisor.scoring.engine import Scorer
from advisor.scoring.use_cases import Benchmark, parse_use_cases
from tests.scoring.cards import card

ROUNDS = 15
NEEDS = {
    "nothing said": {},
    "chatbot, Spanish, 12 GB": {"use_case": "chatbot", "languages": ["es"], "vram_gb": 12, "local": True},
    "RAG by API on a budget": {
        "use_case": "rag",
        "budget_usd_month": 50,
        "min_context_tokens": 32000,
        "languages": ["es"],
    },
    "agent, tools, open weights": {"use_case": "agent", "tool_calling": True, "open_weights": True, "ram_gb": 64},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cards", type=int, default=100_000)
    count = parser.parse_args().cards
    started = time.perf_counter()
    catalogue = Catalogue(tuple(synthetic(count)), "2026-11-01", "synthetic")
    print(f"{count} synthetic cards made in {time.perf_counter() - started:.1f} s")
    uses = parse_use_cases(yaml.safe_load(Path("knowledge/use_cases.yaml").read_text(encoding="utf-8")))
    tests = {
        name: Benchmark(name, capability) for name, capability in (("A", "chat"), ("B", "coding"), ("C", "reasoning"))
    }
    started = time.perf_counter()
    scorer = Scorer(catalogue, tests, uses)
    print(f"table and abilities built in {time.perf_counter() - started:.1f} s, once")
    for name, raw in NEEDS.items():
        needs = Needs.of(raw)
        clock, processor = [], []
        for _ in range(ROUNDS):
            started, worked = time.perf_counter(), time.process_time()
            ranking = scorer.rank(needs, 10, today="2026-11-22")
            clock.append(1000 * (time.perf_counter() - started))
            processor.append(1000 * (time.process_time() - worked))
        print(
            f"  {name:30} median {statistics.median(clock):6.1f} ms   worst {max(clock):6.1f} ms   first {clock[0]:6.1f} ms"
            f"   of processor time: median {statistics.median(processor):6.1f} ms, worst {max(processor):6.1f} ms"
            f"   eligible {ranking.eligible}"
        )
    against_topsis(scorer)


def against_topsis(scorer: Scorer) -> None:
    """Spearman's rank correlation with TOPSIS on the same factor values and weights; both are sums of a kind."""
    from pymcdm.methods import TOPSIS
    from scipy.stats import spearmanr

    for name, raw in NEEDS.items():
        result = scorer.scored(Needs.of(raw), today="2026-11-22")
        matrix = result.utilities.values[:2000]
        weights = np.array(list(result.weights.values()))
        spread = matrix.max(axis=0) > matrix.min(axis=0)
        matrix, weights = matrix[:, spread], weights[spread] / weights[spread].sum()
        preference = TOPSIS()(matrix, weights, np.ones(matrix.shape[1]))
        agreement = spearmanr(preference, result.scores[:2000]).statistic
        same = len(set(np.argsort(-preference)[:10]) & set(np.argsort(-result.scores[:2000])[:10]))
        print(f"  {name:30} rank correlation with TOPSIS {agreement:.3f}, {same} of the first 10 in common")


def synthetic(count: int) -> list[Card]:
    draw = np.random.default_rng(7)
    params = np.round(np.exp(draw.uniform(np.log(0.3), np.log(700), count)), 2)
    made = []
    for row in range(count):
        open_weights = bool(draw.random() < 0.6)
        facts: dict[str, object] = {
            "open_weights": open_weights,
            "commercial_use": bool(draw.random() < 0.9),
            "context_tokens": int(2 ** draw.integers(13, 21)),
            "tool_calling": bool(draw.random() < 0.7),
            "structured_output": bool(draw.random() < 0.6),
            "reasoning": bool(draw.random() < 0.4),
            "training_type": "instruct",
            "modalities": ("text", "image") if draw.random() < 0.3 else ("text",),
            "release_date": f"202{draw.integers(3, 7)}-0{draw.integers(1, 10)}-15",
            "languages_official": ("en", "es", "fr") if draw.random() < 0.5 else ("en", "zh"),
            "architecture": "dense",
        }
        if open_weights:
            facts |= {"params_total_b": float(params[row]), "layers": 32, "kv_heads": 8, "head_dim": 128}
        price = (float(np.round(draw.uniform(0.02, 5), 3)), float(np.round(draw.uniform(0.1, 20), 3)))
        scores = {name: float(np.round(draw.uniform(5, 95), 1)) for name in "ABC" if draw.random() < 0.6}
        speaks = {"es": float(np.round(draw.uniform(1.2, 4), 2))} if draw.random() < 0.4 else {}
        made.append(card(f"v{row % 40}/model-x{row}-", "current", price=price, scores=scores, speaks=speaks, **facts))
    return made


if __name__ == "__main__":
    main()
