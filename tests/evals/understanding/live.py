"""What a real language model adds to the reading: python -m tests.evals.understanding.live openai:NAME --url http://127.0.0.1:8080/v1

Reads the same messages twice, by the rules alone and together with the model's proposals, and prints both reports. Then, for
each turn that the model changed, whether it was mended or spoilt, and how many proposals had no words behind them.
`--every 5` takes each fifth item; `--files` another set than `dev4`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from advisor.answer.models import ChatModel
from advisor.answer.propose import propose
from advisor.answer.providers import Connection
from advisor.domain.needs import Dialogue, Understanding
from advisor.understand.merge import merged
from advisor.understand.reader import Reader
from tests.evals.understanding.run import evaluate, make_reader, read_files, read_split, report


@dataclass
class Together:
    """The rules and a model, reading one after the other, and what the model's part came to."""

    reader: Reader
    model: ChatModel
    timeout_s: float
    counts: Counter[str] = field(default_factory=Counter)
    added: list[str] = field(default_factory=list)

    def read(self, text: str, before: Dialogue) -> Understanding:
        rules = self.reader.read(text, before)
        proposed = propose(text, before.needs, rules.language, self.model, self.timeout_s)
        both = merged(rules, proposed.changes, text)
        self.counts["messages"] += 1
        self.counts["not answered in time or form"] += proposed.notice is not None
        self.counts["proposals"] += proposed.refused + len(proposed.changes)
        self.counts["refused: no words behind them, or no value of their key"] += proposed.refused
        new = [change for change in both.changes if change.origin == "model"]
        self.counts["taken over"] += len(new)
        self.added += [
            f"{text[:160]!r}\n      " + "; ".join(f"{c.op} {c.key} {c.value!r} <- {c.quote!r}" for c in new)
        ] * bool(new)
        return both


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--url")
    parser.add_argument("--timeout", type=float, default=30, help="seconds for a whole turn, as in the page")
    parser.add_argument("--files", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args(arguments)
    items = (read_files(options.files, 0) if options.files else read_split("dev4"))[:: options.every]
    key = os.environ.get("ADVISOR_MODEL_KEY")
    together = Together(
        make_reader(), ChatModel(Connection(options.model, options.url, key, options.timeout)), options.timeout
    )
    alone, both = evaluate(items), evaluate(items, together.read)
    for title, result in (("rules alone", alone), ("rules and model", both)):
        print(f"== {title} ==", *list(report(result))[-26:], sep="\n", end="\n\n")
    print(*together.added, sep="\n", end="\n\n")
    wrong = [
        {failure.split(" | ")[0] for failure in result.failures if "intent: expected" not in failure}
        for result in (alone, both)
    ]
    print(f"turns mended: {len(wrong[0] - wrong[1])}, spoilt: {len(wrong[1] - wrong[0])}")
    print(*(f"{name}: {times}" for name, times in together.counts.items()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
