"""How well messages are understood: slots, joint goals, intents, false needs, confusions and time.

    python -m tests.evals.understanding.run [--split dev|dev2_a|dev2_b|dev3|dev4|dev5|dev6|halves|held_out] [--half even|odd] [--failures]
    python -m tests.evals.understanding.run --files knowledge/training/needs_a.jsonl [--skip 60] [--half even|odd]

Every dialogue is read turn by turn against what the reader itself made of the turns before. A turn's needs are right
when every key has its expected value or an accepted one and no other key is there (see README.md here). `--failures`
lists what went wrong, on the dev sets and on even halves only: the other items are for figures.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from advisor.domain.needs import Dialogue, Understanding
    from advisor.understand.reader import Reader

    Reading = Callable[[str, Dialogue], Understanding]

HERE = Path(__file__).parent
KNOWLEDGE = HERE.parents[2] / "knowledge"
_EXACT, _APPROXIMATE = 0.05, 0.5
_BLIND = ("dev5", "dev6")
"""Sets that are measured on and not read."""
_HALVES = ("held_out",)
"""Sets of which only the items with even numbers are read."""
_AFTER_ADVICE = ("x/first", "x/second", "x/third")
"""Stands for what the advisor would have shown, so that "the second one" has something to point at."""


@dataclass
class Tally:
    """Counts of one key, language or the whole."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def f1(self) -> tuple[float, float, float]:
        precision = self.right / (self.right + self.extra) if self.right + self.extra else 1.0
        recall = self.right / (self.right + self.missed) if self.right + self.missed else 1.0
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass
class Result:
    """Everything counted over a split."""

    slots: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    goals: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    intents: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    quiet: list[bool] = field(default_factory=list)
    confused: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def same(expected: Any, found: Any, approximate: bool, superset: bool) -> bool:
    """Whether a value found is the expected one: numbers by tolerance, lists as sets, texts by their words."""
    if isinstance(expected, bool) or isinstance(found, bool) or expected is None or found is None:
        return expected is found
    if isinstance(expected, int | float) and isinstance(found, int | float):
        return abs(found - expected) <= (_APPROXIMATE if approximate else _EXACT) * abs(expected)
    if isinstance(expected, list) and isinstance(found, list):
        have, want = {_plain(v) for v in found}, {_plain(v) for v in expected}
        return have >= want if superset else have == want
    return _plain(expected) == _plain(found)


def _plain(value: Any) -> str:
    return " ".join(str(value).lower().split())


def fits(turn: Mapping[str, Any], key: str, found: Any) -> bool:
    """Whether a key's value (None: absent) is among the right ones of a turn."""
    approximate, superset = key in turn.get("approx", ()), key in turn.get("superset_ok", ())
    expect, accept = turn["expect_state"], turn.get("accept", {})
    options = [expect[key]] if key in expect else [None]
    options += accept.get(key, [])
    return any(same(option, found, approximate, superset) for option in options)


def count(result: Result, turn: Mapping[str, Any], state: Mapping[str, Any], language: str, where: str) -> bool:
    """Adds one turn's slots; whether all of them are right."""
    expect = turn["expect_state"]
    wrong = []
    for key in sorted({*expect, *state}):
        tally = result.slots[key, language]
        if fits(turn, key, state.get(key)):
            tally.right += key in state
            continue
        wrong.append(f"{key}: expected {expect.get(key)!r}, found {state.get(key)!r}")
        tally.extra += key in state
        tally.missed += key in expect
        result.confused[_confusion(key, expect.get(key), state.get(key))] += 1
    if wrong:
        result.failures.append(f"{where} | {turn['user']}\n      " + "\n      ".join(wrong))
    return not wrong


def _confusion(key: str, expected: Any, found: Any) -> str:
    if isinstance(expected, str) or isinstance(found, str) or isinstance(expected, bool) or isinstance(found, bool):
        return f"{key}: {expected} -> {found}"
    return f"{key}: " + ("missed" if found is None else "invented" if expected is None else "other value")


def evaluate(dialogues: list[dict[str, Any]], read: Reading | None = None) -> Result:
    """`read` is what reads a message, given the talk before it; the rules and senses alone unless told otherwise."""
    from advisor.domain.needs import Dialogue
    from advisor.understand.apply import after

    read = read or make_reader().read
    read("warm up: un modelo barato para programr", Dialogue())
    result = Result()
    for item in dialogues:
        dialogue, before = Dialogue(), {}
        for number, turn in enumerate(item["turns"]):
            started = time.perf_counter()
            understanding = read(turn["user"], dialogue)
            result.seconds.append(time.perf_counter() - started)
            held, _ = dialogue.needs.split_json()
            dialogue = after(dialogue, understanding)
            if understanding.intent in ("recommend", "refine"):
                dialogue = replace(dialogue, shown=_AFTER_ADVICE, focus=_AFTER_ADVICE[:1])
            state, _ = dialogue.needs.split_json()
            where = f"{item['id']}.{number}"
            right = count(result, turn, state, item["lang"], where)
            result.goals[item["lang"]].append(right)
            intent = understanding.intent in (turn.get("intent", understanding.intent), *turn.get("intent_accept", ()))
            result.intents[item["lang"]].append(intent)
            if not intent:
                result.confused[f"intent: {turn['intent']} -> {understanding.intent}"] += 1
                result.failures.append(
                    f"{where} | {turn['user']}\n      intent: expected {turn['intent']}, found {understanding.intents}"
                )
            if turn["expect_state"] == before and turn.get("intent") not in ("reset",):
                changed = {k for k in {*held, *state} if held.get(k) != state.get(k)}
                result.quiet.append(all(fits(turn, key, state.get(key)) for key in changed))
            before = turn["expect_state"]
    return result


def make_reader() -> Reader:
    from advisor.conversation.assemble import houses
    from advisor.library.cards import load_catalogue
    from advisor.library.hardware import load_devices
    from advisor.library.lexicon import load_lexicon
    from advisor.understand.reader import Reader
    from advisor.understand.senses.senses import load_senses
    from advisor.understand.talk.which import WhichWords

    catalogue = load_catalogue(KNOWLEDGE / "models")
    return Reader(
        catalogue,
        load_devices(KNOWLEDGE / "hardware.yaml"),
        load_lexicon(KNOWLEDGE / "lexicon"),
        senses=load_senses(KNOWLEDGE / "senses"),
        which=WhichWords.load(KNOWLEDGE / "which.yaml", houses(catalogue)),
    )


def report(result: Result) -> Iterator[str]:
    total = Tally()
    by_key: dict[str, Tally] = defaultdict(Tally)
    by_language: dict[str, Tally] = defaultdict(Tally)
    for (key, language), tally in result.slots.items():
        for into in (total, by_key[key], by_language[language]):
            into.right, into.extra, into.missed = (
                into.right + tally.right,
                into.extra + tally.extra,
                into.missed + tally.missed,
            )
    yield f"{'slot':26}{'precision':>10}{'recall':>8}{'F1':>8}{'n':>6}"
    for key, tally in sorted(by_key.items(), key=lambda row: row[1].f1()[2]):
        yield _row(key, tally)
    yield "-" * 58
    for language, tally in sorted(by_language.items()):
        yield _row(f"all, {language}", tally)
    yield _row("all", total)
    yield ""
    for language in sorted(result.goals):
        yield f"{language:6} joint goal {_share(result.goals[language])}   intent {_share(result.intents[language])}"
    yield f"{'all':6} joint goal {_share(_all(result.goals))}   intent {_share(_all(result.intents))}"
    yield f"false needs on turns without any: {_share([not ok for ok in result.quiet])}"
    times = sorted(result.seconds)
    yield f"time a turn: p50 {1000 * statistics.median(times):.1f} ms, p95 {1000 * times[int(len(times) * 0.95)]:.1f} ms"
    yield ""
    yield "worst confusions:"
    for name, times_seen in result.confused.most_common(15):
        yield f"  {times_seen:4} {name}"


def _all(by_language: Mapping[str, list[bool]]) -> list[bool]:
    return [value for values in by_language.values() for value in values]


def _row(name: str, tally: Tally) -> str:
    precision, recall, f1 = tally.f1()
    return f"{name:26}{precision:10.3f}{recall:8.3f}{f1:8.3f}{tally.right + tally.missed:6}"


def _share(values: list[bool]) -> str:
    return f"{sum(values) / len(values):.3f} ({sum(values)}/{len(values)})" if values else "-"


def read_split(split: str) -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for path in sorted(HERE.glob(f"{split}_*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def read_files(paths: list[Path], skip: int) -> list[dict[str, Any]]:
    """The items of files in the same format, each without its first `skip` ones (a new batch at the end of a file)."""
    return [
        json.loads(line)
        for path in paths
        for line in [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()][skip:]
    ]


def halved(items: list[dict[str, Any]], half: str | None) -> list[dict[str, Any]]:
    """The items whose number is even or odd: one half to read, the other to check with."""
    if half is None:
        return items
    return [item for item in items if int("".join(c for c in item["id"] if c.isdigit())[-4:]) % 2 == (half == "odd")]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--split", choices=("dev", "dev2_a", "dev2_b", "dev3", "dev4", "halves", *_HALVES, *_BLIND), default="dev"
    )
    parser.add_argument("--files", nargs="+", type=Path, help="instead of a split: files in the same format")
    parser.add_argument("--skip", type=int, default=0, help="items passed over at the beginning of each of the files")
    parser.add_argument("--half", choices=("even", "odd"), help="only items whose number is even or odd")
    parser.add_argument("--failures", action="store_true", help="list every wrong turn (dev sets only)")
    options = parser.parse_args(arguments)
    unread = _BLIND if options.half == "even" else (*_BLIND, *_HALVES)
    names = [path.name for path in options.files] if options.files else [options.split]
    if options.failures and any(name.startswith(unread) for name in names):
        print("Items that nobody reads are for figures only: --failures is refused.", file=sys.stderr)
        return 2
    items = read_files(options.files, options.skip) if options.files else read_split(options.split)
    result = evaluate(halved(items, options.half))
    if options.failures:
        print("\n".join(result.failures), end="\n\n")
    print("\n".join(report(result)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
