"""Checks the evaluation files of this folder: shapes only, not whether a label is right.

Run from the repository's root: `python tests/evals/understanding/check_labels.py`. Prints what is wrong and
how often each key is introduced in each split and language; exits 1 where anything is wrong.
"""

from __future__ import annotations

import collections
import json
import pathlib
import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import Any

HERE = pathlib.Path(__file__).parent
SPLITS = {
    "dev": ("dev_dialogues.jsonl", "dev_messages.jsonl"),
    "held_out": ("held_out_dialogues.jsonl", "held_out_messages.jsonl"),
}
MINIMUM = {"dev_dialogues": 75, "dev_messages": 125, "held_out_dialogues": 80, "held_out_messages": 130}
LEAST_PER_KEY, LEAST_EMPTY_MESSAGES = 8, 30
INTENTS = {
    "recommend",
    "refine",
    "compare",
    "explain_why",
    "ask_guide",
    "ask_model",
    "reset",
    "smalltalk",
    "off_topic",
    "adversarial",
}
USE_CASES = {"chatbot", "coding", "summarization", "rag", "document_analysis", "data_analysis", "semantic_search", "translation", "sentiment", "classification", "extraction", "agent", "vision", "transcription", "voice", "brainstorming", "writing", "creative_writing", "proofreading", "math", "roleplay", "image_generation", "education", "general"}  # fmt: skip
CHOICES = {
    "use_case": USE_CASES,
    "fine_tuning": {"none", "prompt", "lora", "full"},
    "latency": {"low"},
    "training_type": {"base", "instruct", "chat", "reasoning"},
}
LISTS: dict[str, set[str] | None] = {
    "languages": None,
    "programming_languages": None,
    "modalities": {"image", "audio", "video"},
    "priority": {"cost", "quality", "speed", "privacy"},
    "excluded_vendors": None,
    "excluded_models": None,
    "mentioned_models": None,
}
INTEGERS = {"min_context_tokens", "min_output_tokens", "tokens_per_month"}
NUMBERS = INTEGERS | {
    "max_params_b",
    "min_params_b",
    "vram_gb",
    "ram_gb",
    "budget_usd_month",
    "max_price_in_usd_per_m",
    "max_price_out_usd_per_m",
    "min_tokens_per_s",
}
FLAGS = {"open_weights", "commercial_use", "local", "tool_calling", "structured_output", "reasoning"}
KEYS = set(CHOICES) | set(LISTS) | NUMBERS | FLAGS
TURN_KEYS = {"user", "intent", "intent_accept", "expect_state", "accept", "approx", "superset_ok"}


def value_fault(key: str, value: object) -> str | None:
    """What is wrong with a value of a key, or None."""
    if key in CHOICES:
        good = value in CHOICES[key]
    elif key in FLAGS:
        good = isinstance(value, bool)
    elif key in NUMBERS:
        good = isinstance(value, int if key in INTEGERS else int | float) and not isinstance(value, bool)
        good = good and isinstance(value, int | float) and value >= 0
    elif key in LISTS:
        good = isinstance(value, list) and bool(value) and len(set(map(str, value))) == len(value)
        good = good and all(isinstance(v, str) and v == v.lower() == " ".join(v.split()) for v in list_of(value))
        allowed = LISTS[key]
        good = good and (allowed is None or set(list_of(value)) <= allowed)
        if key == "languages":
            good = good and all(re.fullmatch("[a-z]{2,3}", v) for v in list_of(value))
    else:
        return f"{key} is not a key of the contract"
    return None if good else f"{key} = {value!r}"


def list_of(value: object) -> list[str]:
    return value if isinstance(value, list) else []


def turn_faults(turn: dict[str, Any]) -> Iterator[str]:
    """What is wrong with one turn."""
    if unknown := set(turn) - TURN_KEYS:
        yield f"unknown fields {sorted(unknown)}"
    if not isinstance(turn.get("user"), str) or not turn["user"].strip():
        yield "no text"
    state, accept = turn.get("expect_state"), turn.get("accept", {})
    if not isinstance(state, dict) or not isinstance(accept, dict):
        yield "expect_state or accept is not an object"
        return
    intents = [turn.get("intent"), *turn.get("intent_accept", [])]
    if not set(intents) <= INTENTS or len(set(intents)) != len(intents):
        yield f"intents {intents}"
    for key, value in state.items():
        if fault := value_fault(key, value):
            yield fault
        if key == "languages" and any(len(v) != 2 for v in list_of(value)):
            yield f"languages = {value!r}: two letters each"
    for key, others in accept.items():
        if not isinstance(others, list) or not others:
            yield f"accept {key} is not a list of values"
            continue
        for other in others:
            if other is None:
                if key not in state:
                    yield f"accept {key}: null, but the key is not expected"
            elif fault := value_fault(key, other):
                yield f"accept {fault}"
            elif other == state.get(key):
                yield f"accept {key}: {other!r} is the expected value"
    for field, kinds in (("approx", NUMBERS), ("superset_ok", set(LISTS))):
        for key in turn.get(field, []):
            if key not in kinds or (key not in state and key not in accept):
                yield f"{field}: {key}"


def dialogue_faults(row: dict[str, Any], kind: str) -> Iterator[str]:
    """What is wrong with one line; `kind` is dialogues or messages."""
    if set(row) != {"id", "lang", "turns"}:
        yield f"fields {sorted(row)}"
        return
    if row["lang"] not in ("es", "en", "mixed"):
        yield f"lang {row['lang']!r}"
    low, high = (1, 1) if kind == "messages" else (2, 6)
    if not low <= len(row["turns"]) <= high:
        yield f"{len(row['turns'])} turns"
    before: dict[str, Any] = {}
    for number, turn in enumerate(row["turns"], 1):
        yield from (f"turn {number}: {fault}" for fault in turn_faults(turn))
        state = turn.get("expect_state", {})
        if turn.get("intent") == "reset" and state:
            yield f"turn {number}: a reset leaves {sorted(state)}"
        if turn.get("intent") in ("smalltalk", "off_topic", "adversarial") and not turn.get("intent_accept"):
            if state != before:
                yield f"turn {number}: {turn['intent']} changes the needs"
        before = state


def normal(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"[a-z0-9+#]+", plain))


def rows_of(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line]


def introduced(split: str) -> collections.Counter[tuple[str, str]]:
    """How many turns give a key a new value, by key and language; use cases also one by one."""
    counts: collections.Counter[tuple[str, str]] = collections.Counter()
    for name in SPLITS[split]:
        for row in rows_of(name):
            before: dict[str, Any] = {}
            for turn in row["turns"]:
                state = turn["expect_state"]
                for key, value in state.items():
                    if before.get(key) != value:
                        counts[key, row["lang"]] += 1
                        if key == "use_case":
                            counts[f"use_case {value}", row["lang"]] += 1
                before = state
    return counts


def faults() -> list[str]:
    """Everything that is wrong in the four files."""
    found: list[str] = []
    ids: set[str] = set()
    texts: dict[str, str] = {}
    for split, names in SPLITS.items():
        for name in names:
            rows, stem = rows_of(name), name.removesuffix(".jsonl")
            if len(rows) < MINIMUM[stem]:
                found.append(f"{name}: {len(rows)} lines, {MINIMUM[stem]} at least")
            for row in rows:
                found += [f"{row.get('id')}: {fault}" for fault in dialogue_faults(row, stem.split("_")[-1])]
                if row["id"] in ids:
                    found.append(f"{row['id']}: twice")
                ids.add(row["id"])
                for turn in row["turns"]:
                    text = normal(turn["user"])
                    if texts.setdefault(text, split) != split:
                        found.append(f"{row['id']}: {turn['user']!r} is in both splits")
            empty = sum(not row["turns"][0]["expect_state"] for row in rows)
            if stem.endswith("messages") and empty < LEAST_EMPTY_MESSAGES:
                found.append(f"{name}: {empty} messages without needs, {LEAST_EMPTY_MESSAGES} at least")
        counts = introduced(split)
        for key in sorted(KEYS):
            total = sum(counts[key, lang] for lang in ("es", "en", "mixed"))
            if total < LEAST_PER_KEY:
                found.append(f"{split}: {key} is introduced {total} times, {LEAST_PER_KEY} at least")
        found += [
            f"{split}: no {use}"
            for use in sorted(USE_CASES)
            if not any(counts[f"use_case {use}", lang] for lang in ("es", "en"))
        ]
    return found


def main() -> int:
    found = faults()
    for fault in found:
        print(fault)
    for split, names in SPLITS.items():
        for name in names:
            rows = rows_of(name)
            langs = collections.Counter(row["lang"] for row in rows)
            turns = [turn for row in rows for turn in row["turns"]]
            empty = sum(not turn["expect_state"] for turn in turns)
            print(f"{name}: {len(rows)} lines {dict(langs)}, {len(turns)} turns, {empty} of them without needs")
        counts = introduced(split)
        for key in sorted({key for key, _ in counts}):
            by_lang = {lang: counts[key, lang] for lang in ("es", "en", "mixed")}
            print(f"  {split} {key:32} {sum(by_lang.values()):4}  {by_lang}")
    print(f"{len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
