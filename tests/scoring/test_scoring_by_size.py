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
        "how much VRAM to fine-tune a 7B?",
        "¿cuánta VRAM para entrenar un 7B?",
        "which is better, a 13B in fp16 or a 34B in Q4?",
        "un 7b para mi tienda",
        "a 7b model for my shop",
        "how much memory does it take?",
    ],
)
def test_other_questions_are_left_alone(text: str) -> None:
    assert by_size(text, None) is None
