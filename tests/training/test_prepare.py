from __future__ import annotations

from pathlib import Path

import numpy as np

from advisor.training.prepare import teach


class Teacher:
    """Says the length of a text and its number of vowels; counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: list[str], **_: object) -> np.ndarray:
        self.asked += texts
        return np.array([[len(text), sum(c in "aeiou" for c in text)] for text in texts], np.float32)


def test_each_text_is_asked_once_and_gets_its_own_vector() -> None:
    teacher = Teacher()
    taught = teach(teacher, ["price", "a", "price"], ["a", "bee"], ["coste"])
    assert sorted(teacher.asked) == ["a", "bee", "coste", "price"]
    np.testing.assert_array_equal(taught.sentences, [[5, 2], [1, 1], [5, 2]])
    assert {word: vector.tolist() for word, vector in taught.words.items()} == {"a": [1, 1], "bee": [3, 2]}
    assert taught.domain["coste"].tolist() == [5, 2]


def test_what_was_kept_is_not_asked_again(tmp_path: Path) -> None:
    kept = tmp_path / "taught.npz"
    first = teach(Teacher(), ["precio", "¿qué?"], ["a"], [], kept)
    teacher = Teacher()
    again = teach(teacher, ["precio", "¿qué?"], ["a", "new"], [], kept)
    assert teacher.asked == ["new"]
    np.testing.assert_array_equal(first.sentences, again.sentences)
    assert again.words["new"].tolist() == [3, 1]
    idle = Teacher()
    teach(idle, ["precio"], ["new"], [], kept)
    assert idle.asked == []
