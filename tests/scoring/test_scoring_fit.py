"""Memory and speed against figures that can be checked by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import yaml

from advisor.domain.hardware import Device, OwnedDevice
from advisor.domain.needs import Needs
from advisor.scoring.fit import PLACEMENTS, fit, largest_b
from advisor.scoring.machine import Machine, machine
from advisor.scoring.memory import BY_NAME, RUN_WITH, held_gb, kv_cache_gb, weights_gb
from advisor.scoring.speed import tokens_per_s
from advisor.scoring.table import NUMBERS, Floats
from advisor.scoring.use_cases import parse_use_cases
from tests.scoring.cards import local_card, scorer


def columns(**known: float) -> dict[str, Floats]:
    blank = {name: np.array([np.nan]) for name in NUMBERS}
    return blank | {name: np.array([float(value)]) for name, value in known.items()}


LLAMA_8B = columns(params_total_b=8.03, layers=32, kv_heads=8, head_dim=128, context_tokens=131072)


def test_weights_at_each_quantization() -> None:
    got = {q: float(weights_gb(np.array([8.03]), BY_NAME[q])[0]) for q in ("fp16", "Q8_0", "Q4_K_M")}
    assert got == pytest.approx({"fp16": 16.06, "Q8_0": 8.53, "Q4_K_M": 4.91}, abs=0.01)


@pytest.mark.parametrize(
    ("known", "gb"),
    [
        ({"layers": 32, "kv_heads": 8, "head_dim": 128}, 2 * 32 * 8 * 128 * 2 * 8192 / 1e9),  # GQA
        (
            {"layers": 32, "heads": 32, "hidden_size": 4096},
            2 * 32 * 32 * 128 * 2 * 8192 / 1e9,
        ),  # MHA, head size derived
        ({"layers": 32, "kv_heads": 1, "head_dim": 128}, 2 * 32 * 128 * 2 * 8192 / 1e9),  # MQA
        ({"layers": 61, "kv_lora_rank": 512}, 61 * 576 * 2 * 8192 / 1e9),  # MLA
        ({"layers": 40, "kv_layers": 4, "kv_heads": 8, "head_dim": 128}, 2 * 4 * 8 * 128 * 2 * 8192 / 1e9),  # hybrid
        (
            {"layers": 48, "kv_heads": 8, "head_dim": 256, "sliding_window_layers": 40, "sliding_window_tokens": 1024},
            2 * 8 * 256 * 2 * (8 * 8192 + 40 * 1024) / 1e9,
        ),
    ],
)
def test_kv_cache_of_each_kind_of_attention(known: dict[str, float], gb: float) -> None:
    assert float(kv_cache_gb(columns(params_total_b=10, **known), 8192)[0]) == pytest.approx(gb)


def test_an_unknown_architecture_is_guessed_near_known_ones() -> None:
    known = {1.24: 0.27, 8.03: 1.07, 14.8: 1.34, 32.8: 2.15, 70.6: 2.68}  # GB at 8192 tokens
    for size, exact in known.items():
        guess = float(kv_cache_gb(columns(params_total_b=size), 8192)[0])
        assert exact / 1.7 < guess < exact * 1.7


def test_the_best_quantization_that_fits_and_is_fast_is_taken() -> None:
    chosen = {
        vram: RUN_WITH[fit(LLAMA_8B, Machine(vram_gb=vram, cards=1, vram_gb_s=(360, 360))).quantization[0]].name
        for vram in (7, 8, 9, 12)
    }
    assert chosen == {7: "Q4_K_M", 8: "Q4_K_M", 9: "Q5_K_M", 12: "Q8_0"}


def test_a_slow_memory_gets_a_lighter_quantization() -> None:
    slow = fit(LLAMA_8B, Machine(ram_gb=24, ram_gb_s=(60, 60)))
    assert RUN_WITH[slow.quantization[0]].name == "Q4_K_M"
    assert PLACEMENTS[slow.placement[0]] == "cpu"


def test_more_context_can_push_a_model_out() -> None:
    one = Machine(vram_gb=8, cards=1)
    assert fit(LLAMA_8B, one).fits[0]
    assert not fit(LLAMA_8B, one, min_context=64_000).fits[0]


def test_a_mixture_of_experts_may_spill_into_ram_and_a_dense_model_hardly() -> None:
    sparse = columns(params_total_b=30.5, params_active_b=3.3, layers=48, kv_heads=4, head_dim=128)
    dense = columns(params_total_b=32.8, layers=64, kv_heads=8, head_dim=128)
    box = Machine(vram_gb=12, ram_gb=24, cards=1)
    assert PLACEMENTS[fit(sparse, box).placement[0]] == "partial_offload"
    assert not fit(dense, box).fits[0]
    assert not fit(sparse, Machine(vram_gb=12, cards=1)).fits[0]


def test_sparse_models_write_faster_than_dense_ones_of_the_same_size() -> None:
    box = Machine(vram_gb=24, cards=1, vram_gb_s=(936, 936))
    sparse = fit(columns(params_total_b=30.5, params_active_b=3.3), box)
    dense = fit(columns(params_total_b=30.5), box)
    assert sparse.low[0] > 2 * dense.low[0]
    assert sparse.low[0] < sparse.high[0]


@pytest.mark.parametrize(
    ("active_b", "bits", "bandwidth", "measured"),
    [(4.3, 4.89, 360, 97), (8.03, 4.89, 912, 134), (8.19, 4.89, 1790, 227), (27.8, 4.89, 1010, 46.7)],
)
def test_measured_speeds_lie_in_the_range(active_b: float, bits: float, bandwidth: float, measured: float) -> None:
    """Single rows of llmfit's community cache (2026-08-10): RTX 3060, 3080, 5090 and 4090 with llama.cpp."""
    box = Machine(vram_gb=24, cards=1, vram_gb_s=(bandwidth, bandwidth))
    low, high = tokens_per_s(np.array([active_b * bits / 8]), np.zeros(1), np.array([0.3]), np.array([False]), box)
    assert low[0] <= measured <= high[0]


def test_unified_and_main_memory_leave_the_system_its_share() -> None:
    mac = Device("m", "Mac", "apple", (16.0,), 100.0, True, (), "Apple", "https://example.org", "2026-11-22")
    found = machine(Needs.of({"ram_gb": 16}), [OwnedDevice(mac, 16.0)])
    assert found is not None
    assert (found.ram_gb, found.unified, found.ram_gb_s) == (12.0, True, (100.0, 100.0))
    small = machine(Needs.of({"ram_gb": 8}))
    assert small is not None
    assert small.ram_gb == 5.0
    assert machine(Needs.of({"use_case": "coding"})) is None


def test_several_cards_are_read_in_turn() -> None:
    quick = Device("a", "A", "gpu", (24.0,), 1000.0, False, (), "s", "https://example.org", "2026-11-22")
    slow = Device("b", "B", "gpu", (12.0,), 250.0, False, (), "s", "https://example.org", "2026-11-22")
    found = machine(Needs.of({"vram_gb": 36}), [OwnedDevice(quick, 24.0), OwnedDevice(slow, 12.0)])
    assert found is not None
    assert found.cards == 2
    assert found.vram_gb_s[0] == pytest.approx(36 / (24 / 1000 + 12 / 250))


def test_the_largest_model_for_a_card_is_what_people_run_on_it() -> None:
    sizes = {vram: largest_b(Machine(vram_gb=vram, cards=1)) for vram in (8, 12, 24, 48)}
    assert 7 < sizes[8] < 10
    assert 12 < sizes[12] < 16
    assert 27 < sizes[24] < 36
    assert 55 < sizes[48] < 72


def test_memory_that_nobody_said_more_of_may_be_a_pcs_or_unified() -> None:
    def speeds(**needs: float) -> tuple[float, float]:
        found = machine(Needs.of(dict(needs)))
        assert found is not None
        return found.ram_gb_s

    assert speeds(ram_gb=16) == (40.0, 120.0)
    assert speeds(ram_gb=64) == (40.0, 400.0)
    assert speeds(ram_gb=64, vram_gb=12) == (40.0, 90.0), "beside a graphics card it is a PC's"
    bought = sorted((4, 8, 16, 24, 36, 64, 128, 512))
    assert [speeds(ram_gb=size)[1] for size in bought] == sorted(speeds(ram_gb=size)[1] for size in bought)


def test_a_window_that_does_not_fit_the_machine_is_no_plain_praise(knowledge: Path) -> None:
    """Coding asks for more context than 8B at 8 bits leave room for in 12 GB; in 80 GB all of it fits."""
    uses = parse_use_cases(yaml.safe_load((knowledge / "use_cases.yaml").read_text(encoding="utf-8")))
    held = {}
    for vram in (12.0, 80.0):
        ranked = scorer([local_card("a/one-8b", 8)], uses).rank(Needs.of({"use_case": "coding", "vram_gb": vram}))
        (item,) = ranked.recommendations
        context = next(factor.reason for factor in item.factors if factor.factor == "context")
        assert item.fit is not None
        held[vram] = (item.fit.max_context_tokens or 0, context)
    asked = uses["coding"].context
    assert held[12.0][0] < asked < held[80.0][0]
    assert "en tu equipo caben unos" in held[12.0][1].es
    assert "fit your machine (estimate)" in held[12.0][1].en
    assert "tu equipo" not in held[80.0][1].es


def test_no_quantization_makes_weights_larger_than_they_were_published() -> None:
    gpt_oss = {"params_total_b": 116.83, "params_active_b": 5.13, "layers": 36, "kv_heads": 8, "head_dim": 64}
    four, eight = BY_NAME["Q4_K_M"], BY_NAME["Q8_0"]
    plain, published = columns(**gpt_oss), columns(**gpt_oss, checkpoint_gb=65.28)  # 60.8 GiB, by its model card
    assert float(held_gb(plain, eight)[0]) > 120
    assert float(held_gb(published, eight)[0]) == float(held_gb(published, four)[0]) == 65.28
    desk = Machine(vram_gb=72.0, cards=3)
    assert not fit(plain, desk).fits[0]
    assert fit(published, desk).fits[0]


def test_a_hairs_breadth_beyond_the_card_is_a_tight_fit() -> None:
    llama_70b = columns(params_total_b=70.55, layers=80, kv_heads=8, head_dim=128, context_tokens=131072)
    pair = fit(llama_70b, Machine(vram_gb=48.0, cards=2))
    assert pair.fits[0]
    assert 48.0 < pair.total[0] < 49.0  # what two cards of 24 GiB are known to run
    assert not fit(llama_70b, Machine(vram_gb=46.0, cards=2)).fits[0]
