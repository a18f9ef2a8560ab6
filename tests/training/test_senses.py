from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import yaml

from advisor.domain.needs import USE_CASES, Dialogue
from advisor.library.words import words
from advisor.settings import KNOWLEDGE
from advisor.training.examples import Example, read_dialogues, read_lexicon_phrases, read_phrases, read_talk
from advisor.training.shown import Shown, Words, without_names
from advisor.understand.senses.features import NAMINGS, Feature

TRAINING = KNOWLEDGE / "training"


@pytest.fixture
def dialogue(tmp_path: Path) -> Path:
    turns = [
        {"user": "hola", "intent": "smalltalk", "expect_state": {}},
        {
            "user": "quiero un bot",
            "intent": "recommend",
            "expect_state": {"use_case": "chatbot"},
            "accept": {"use_case": ["agent", None]},
            "intent_accept": ["refine", "ask_guide"],
        },
        {"user": "barato", "intent": "refine", "expect_state": {"use_case": "chatbot", "priority": ["cost"]}},
    ]
    file = tmp_path / "mine_dialogues.jsonl"
    file.write_text(json.dumps({"id": "x", "lang": "es", "turns": turns}) + "\n", encoding="utf-8")
    return file


def test_turns_are_read_after_what_is_right_before_them(dialogue: Path) -> None:
    first, second, third = read_dialogues(dialogue, fresh=True)
    assert {one.author for one in (first, second, third)} == {"mine"}
    assert first.uses == {"none": 1.0}
    assert second.uses == {"chatbot": 0.5, "agent": 0.25, "none": 0.25}
    assert second.intents == {"request": pytest.approx(2 / 3), "ask_guide": pytest.approx(1 / 3)}
    assert (second.before.turns, second.before.shown) == (1, ())
    assert third.before.needs.text("use_case") == "chatbot"
    assert third.before.shown
    assert third.uses == {"none": pytest.approx(2 / 3), "chatbot": pytest.approx(1 / 3)}


@pytest.mark.parametrize("path", sorted(TRAINING.glob("uses_*.yaml")), ids=lambda path: path.stem)
def test_phrases_serve_both_languages_and_real_uses(path: Path) -> None:
    content = yaml.safe_load(path.read_text("utf-8"))
    assert set(content) <= {"none", *USE_CASES}
    assert all(set(by_language) == {"es", "en"} for by_language in content.values())
    examples = list(read_phrases(path, True, 0.5))
    assert len(examples) == sum(len(phrases) for by_language in content.values() for phrases in by_language.values())


def test_talk_and_the_lexicon_s_other_wishes_tell_no_use(knowledge: Path) -> None:
    from advisor.library.lexicon import load_lexicon

    talk = list(read_talk(TRAINING / "talk.yaml", 0.5))
    assert {label for one in talk for label in one.intents} >= {"request", "ask_guide", "smalltalk", "off_topic"}
    assert all(one.uses == {"none": 1.0} for one in talk if "request" not in one.intents)
    phrases = list(read_lexicon_phrases(load_lexicon(knowledge / "lexicon"), 0.1))
    assert len(phrases) > 500
    assert not any(set("|<[*_#") & set(one.text) for one in phrases)


def row(label: str, *names: str, fresh: bool = True, outright: bool = False) -> Shown:
    features = {name: Feature(1.0, n) for n, name in enumerate(names)}
    named = {label: (1.0,) + (0.0,) * (NAMINGS - 1)} if outright else {}
    return Shown(Example(" ".join(names), Dialogue(), "a", {label: 1.0}, {}, fresh), features, named)


ROWS = [
    *[row("voice", "w:sing", "e:sing"), row("math", "w:sum", "e:sum"), row("none", "w:hello", "e:hello")] * 6,
    row("voice", outright=True),
    row("math", outright=True),
]
LEARNT = Words({"sing": 0, "sum": 1, "chant": 2}, np.array([[1, 0], [0, 1], [1, 0]], np.float32))
CLASSES = ("none", "voice", "math")


@pytest.mark.torch
def test_what_is_learnt_reaches_words_that_no_example_has_and_repeats() -> None:
    from advisor.training.network import Layout, fit

    layout = Layout(units=8, rounds=300, dropout=0.0, decay=0.0)
    sense = fit(ROWS, CLASSES, "uses", LEARNT, layout)
    assert sense.weigh({"w:sing": Feature(1.0, 0)}).top == "voice"
    assert sense.weigh({"w:sum": Feature(1.0, 0)}).top == "math"
    assert sense.weigh({"e:chant": Feature(1.0, 0)}).of("voice") > sense.weigh({}).of("voice")
    assert sense.weigh({}, {"math": (1.0,) + (0.0,) * (NAMINGS - 1)}).of("math") > sense.weigh({}).of("math")
    again = fit(ROWS, CLASSES, "uses", LEARNT, layout)
    np.testing.assert_array_equal(sense.weights, again.weights)
    np.testing.assert_array_equal(sense.bias, again.bias)


def test_phrases_that_were_written_on_a_text_count_only_in_part() -> None:
    kept, named, unnamed = without_names([ROWS[0], row("voice", "w:sing", "n:0", fresh=False, outright=True)], 0.25)
    assert kept is ROWS[0]
    assert (named.example.weight, unnamed.example.weight) == (0.75, 0.25)
    assert named.namings
    assert not unnamed.namings
    assert set(unnamed.features) == {"w:sing"}


def test_no_evaluation_message_is_learnt() -> None:
    """Evaluation means nothing on messages that were trained on; those of dev to dev3 are, and are said to be."""
    evals = Path(__file__).parents[1] / "evals" / "understanding"
    learnt: set[str] = set()
    for path in sorted(TRAINING.glob("needs_*.jsonl")):
        learnt |= {_plain(one.text) for one in read_dialogues(path, fresh=True)}
    for path in sorted(TRAINING.glob("uses_*.yaml")):
        learnt |= {_plain(one.text) for one in read_phrases(path, True, 1.0)}
    for path in [p for split in ("dev4", "dev5", "dev6", "held_out") for p in evals.glob(f"{split}_*.jsonl")]:
        unseen = {_plain(one.text) for one in read_dialogues(path, fresh=True)}
        assert not {text for text in unseen & learnt if len(text.split()) > 5}, path.name


def _plain(text: str) -> str:
    return " ".join(words(text))
