"""What a model of so many parameters takes: asked of any model of a size, and of nothing else."""

from __future__ import annotations

import pytest

from advisor.scoring.by_size import by_size


@pytest.mark.parametrize(
    "text",
    ["¿cuánta VRAM hace falta para un 70B?", "how much VRAM do I need for a 70b model?", "que memoria pide un 70 b"],
)
def test_a_size_takes_what_models_of_it_take(text: str) -> None:
    found = by_size(text, None)
    assert found is not None
    assert found.params_b == 70
    four, eight, whole = (gb for _, gb in found.takes)
    assert 42 < four < 50  # Llama 3.3 70B in Q4_K_M: a file of 42.5 GB, before context
    assert 75 < eight < 85
    assert 140 < whole < 150
    assert found.room_gb is None


@pytest.mark.parametrize(
    ("text", "vram", "room"),
    [
        ("can 24GB of VRAM run a 70b?", None, 24),
        ("¿puedo correr un 32B en mi 3060?", 12.0, 12),
        ("¿me cabe un 7b?", None, None),
    ],
)
def test_the_card_that_was_told(text: str, vram: float | None, room: float | None) -> None:
    found = by_size(text, vram)
    assert found is not None
    assert found.room_gb == room


@pytest.mark.parametrize(
    "text",
    [
        "should I fine-tune a 7B or write a better prompt?",
        "¿afino un 7B o escribo mejores instrucciones?",
        "how much does it take to explain context to a 7b?",
        "which is better, a 13B in fp16 or a 34B in Q4?",
        "un 7b para mi tienda",
        "a 7b model for my shop",
        "how much memory does it take?",
    ],
)
def test_other_questions_are_left_alone(text: str) -> None:
    assert by_size(text, None) is None


@pytest.mark.parametrize(
    "text",
    ["how much VRAM to fine-tune a 7B?", "¿cuánta VRAM para entrenar un 7B?", "memoria para afinar un 7b con qlora?"],
)
def test_tuning_takes_what_the_table_says(text: str) -> None:
    found = by_size(text, 12.0)
    assert found is not None
    assert found.tuned is not None
    qlora, lora, full = found.tuned
    assert qlora == pytest.approx(6, rel=0.1)  # LLaMA-Factory's table for 7B
    assert lora == pytest.approx(16, rel=0.1)
    assert full == pytest.approx(60, rel=0.1)


@pytest.mark.parametrize("text", ["how much context fits with the 14b?", "¿cuánto contexto me cabe con un 14B?"])
def test_the_context_that_a_card_leaves_room_for(text: str) -> None:
    held = [found.longest for gb in (8.0, 12.0, 24.0) if (found := by_size(text, gb)) is not None]
    assert held[0] == 0
    assert 8_000 < (held[1] or 0) < 30_000
    assert (held[2] or 0) > 3 * (held[1] or 0)
