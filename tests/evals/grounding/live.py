"""A real language model on the questions of `real.json.xz`: python -m tests.evals.grounding.live openai:NAME --url http://127.0.0.1:8080/v1

Prints for each question how the answer ended, how many of its sentences were shown, put right or left out, and when the first
one was shown; then the totals. `--save FILE` keeps the model's raw answers as JSON Lines, to be labelled by hand.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event as Stop

from advisor.answer.chunks import Chunk, Filled, Prompt, Text
from advisor.answer.events import Correction, Done, Notice, Sentence
from advisor.answer.models import ChatModel, LanguageModel
from advisor.answer.providers import Connection
from advisor.answer.write import prepare, write
from tests.evals.grounding.frozen import frozen, real_names, real_vocabulary


@dataclass
class Overheard:
    """A model, and the first thing that it wrote since `texts` was emptied."""

    model: LanguageModel
    texts: list[list[str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.model.name

    def prepare(self) -> None:
        self.model.prepare()

    def stream(self, prompt: Prompt, deadline: float, stop: Stop | None = None) -> Iterator[Chunk]:
        heard: list[str] = []
        self.texts.append(heard)
        for chunk in self.model.stream(prompt, deadline, stop):
            if isinstance(chunk, Text):
                heard.append(chunk.text)
            yield chunk

    def fill(self, prompt: Prompt, schema: type, deadline: float, stop: Stop | None = None) -> Filled:
        return self.model.fill(prompt, schema, deadline, stop)


@dataclass(frozen=True)
class Told:
    """What came of one question. `first_s`: seconds until the first sentence was shown, None where none was."""

    by_model: bool
    shown: int
    mended: int
    left_out: int
    first_s: float | None
    seconds: float
    notices: tuple[str, ...]


def told(name: str, model: Overheard, timeout_s: float) -> Told:
    started, first, counts, notices, by_model = time.monotonic(), None, [0, 0, 0], [], False
    for event in write(frozen(name), model, real_vocabulary(), timeout_s):
        if isinstance(event, Sentence):
            first = first or time.monotonic() - started
            counts[0] += 1
        elif isinstance(event, Correction):
            counts[1 if event.kept else 2] += 1
        elif isinstance(event, Notice):
            notices.append(event.text.in_(frozen(name).language))
        elif isinstance(event, Done):
            by_model = event.by_model
    return Told(by_model, *counts, first, time.monotonic() - started, tuple(notices))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.evals.grounding.live", description=__doc__)
    parser.add_argument("model", help="provider:model, as in ADVISOR_MODEL")
    parser.add_argument("--url", help="base URL; the key, if any, is read from ADVISOR_MODEL_KEY")
    parser.add_argument("--timeout", type=float, default=30.0, help="seconds for an answer, 30 unless told otherwise")
    parser.add_argument("--limit", type=int, help="only so many questions")
    parser.add_argument("--save", type=Path)
    given = parser.parse_args(arguments)
    key = os.environ.get("ADVISOR_MODEL_KEY")
    model = Overheard(ChatModel(Connection(given.model, given.url, key, given.timeout)))
    prepare(model)
    results, raw = [], []
    for name in real_names()[: given.limit]:
        model.texts.clear()
        result = told(name, model, given.timeout)
        results.append(result)
        raw.append(
            {"bundle": name, "language": frozen(name).language, "text": "".join(model.texts[0]) if model.texts else ""}
        )
        first = f"{result.first_s:.1f} s" if result.first_s is not None else "-"
        print(f"{name:14} {'model' if result.by_model else 'ours ':5} shown {result.shown:3} put right {result.mended:2} "
              f"left out {result.left_out:2} first {first:>7} all {result.seconds:5.1f} s  {' '.join(result.notices)}", flush=True)  # fmt: skip
    firsts = [r.first_s for r in results if r.first_s is not None]
    print(f"{sum(r.by_model for r in results)} of {len(results)} answers are the model's; sentences shown "
          f"{sum(r.shown for r in results)}, put right {sum(r.mended for r in results)}, left out {sum(r.left_out for r in results)}; "
          f"first sentence after {statistics.median(firsts) if firsts else 0:.1f} s (median)")  # fmt: skip
    if given.save:
        given.save.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in raw), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
