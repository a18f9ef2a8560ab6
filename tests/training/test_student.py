from __future__ import annotations

import numpy as np
import pytest

from advisor.training.corpus import Labelled

torch = pytest.importorskip("torch")
pytestmark = [pytest.mark.torch, pytest.mark.slow]


def lesson() -> object:
    from tokenizers import Tokenizer, models, pre_tokenizers

    from advisor.training.student import Lesson
    from advisor.training.vocabulary import encode

    words = ["[UNK]", "cost", "price", "cuesta", "precio", "speed", "fast", "rapido", "velocidad", "rain", "lluvia"]
    tokenizer = Tokenizer(models.WordLevel({word: n for n, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    source = np.random.default_rng(3)
    start = source.standard_normal((len(words), 8)).astype(np.float32)
    pairs = [
        ("cost", "cuesta"),
        ("price", "precio"),
        ("fast", "rapido"),
        ("speed", "velocidad"),
        ("rain", "lluvia"),
    ] * 4
    taught = source.standard_normal((5, 8)).astype(np.float32)
    taught = np.tile(taught / np.linalg.norm(taught, axis=1, keepdims=True), (4, 1))
    domain = [
        Labelled("cost", "en", "money"), Labelled("precio", "es", "money"), Labelled("price", "en", "money"),
        Labelled("fast", "en", "time"), Labelled("velocidad", "es", "time"), Labelled("speed", "en", "time"),
        Labelled("lluvia", "es", "none"), Labelled("rain", "en", "none"),
    ]  # fmt: skip
    english = encode(tokenizer, [a for a, _ in pairs])
    spanish = encode(tokenizer, [b for _, b in pairs])
    return Lesson(
        tokenizer,
        start,
        english,
        spanish,
        taught,
        spanish[:5],
        taught[:5],
        domain,
        {"cost": taught[0], "fast": taught[2]},
    )


def test_translations_and_sections_come_together_and_a_seed_repeats() -> None:
    from advisor.training.student import Recipe, train

    recipe = Recipe(
        dimension=8, general_epochs=60, general_batch=10, domain_epochs=60, domain_batch=8, domain_rate=0.02,
        general_rate=0.02, soups=2, slips=0.0,
    )  # fmt: skip
    table = train(lesson(), recipe, lambda _text: None)  # type: ignore[arg-type]
    np.testing.assert_array_equal(table, train(lesson(), recipe, lambda _text: None))  # type: ignore[arg-type]
    unit = table / np.linalg.norm(table, axis=1, keepdims=True)
    words = {
        word: unit[n] for n, word in enumerate(["?", "cost", "price", "cuesta", "precio", "speed", "fast", "rapido"])
    }
    assert words["cost"] @ words["cuesta"] > words["cost"] @ words["rapido"]
    assert words["price"] @ words["cost"] > words["price"] @ words["speed"]


def test_a_text_is_the_mean_of_its_tokens() -> None:
    from advisor.training.student import Student

    start = np.eye(4, dtype=np.float32)
    with torch.no_grad():
        rows = Student(start)([[0, 1], [2], []]).numpy()
    np.testing.assert_allclose(rows, [[0.5**0.5, 0.5**0.5, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]], atol=1e-6)
