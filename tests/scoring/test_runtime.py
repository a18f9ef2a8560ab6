"""The command shown runs on the machine it is shown for."""

from __future__ import annotations

import pytest

from advisor.conversation.deps import Deps
from advisor.domain.needs import Needs
from advisor.scoring.runtime import command
from tests.scoring.cards import card


def test_the_runtime_with_the_fewest_steps_comes_first() -> None:
    every = {"ollama": "one:8b", "gguf": "acme/one-GGUF", "huggingface": "acme/one"}
    assert command(card("acme/one", runtimes=every), "Q4_K_M", 8192, whole=True) == "ollama run one:8b"
    del every["ollama"]
    llama = command(card("acme/one", runtimes=every), "Q4_K_M", 8192, whole=False)
    assert llama == "llama-server -hf acme/one-GGUF:Q4_K_M -c 8192"


def test_the_published_weights_are_loaded_only_where_they_fit() -> None:
    published = card("acme/one", runtimes={"huggingface": "acme/one"})
    assert command(published, "Q4_K_M", 8192, whole=True) == "vllm serve acme/one --max-model-len 8192"
    assert command(published, "Q4_K_M", 8192, whole=False) is None


@pytest.mark.parametrize("needs", [{"vram_gb": 12.0}, {"ram_gb": 16.0}, {"vram_gb": 80.0}])
def test_no_real_card_is_served_at_16_bits_where_it_does_not_fit(deps: Deps, needs: dict[str, float]) -> None:
    served = 0
    for item in deps.scorer.rank(Needs.of({**needs, "local": True}), k=60).recommendations:
        told = item.fit.command if item.fit else None
        if told and told.startswith("vllm") and item.fit:
            served += 1
            assert (item.card.number("params_total_b") or 0) * 2 < item.fit.available_gb
    assert bool(served) is ("vram_gb" in needs)
