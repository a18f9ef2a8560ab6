"""How many messages of one line are read wrongly in some need: python -m tests.evals.understanding.short [COUNT] [--seed N] [--failures]

Chance puts them together from `short.yaml`: plain tasks with a tail, and machines that somebody has; with capitals, without
accents, with a slip or a courtesy. A message counts as wrong where a need that it states is missing or other, where one that
nothing in it speaks of is read, or where its intent is not a recommendation.
"""

from __future__ import annotations

import argparse
import random
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.evals.understanding.run import make_reader

FILE = Path(__file__).with_name("short.yaml")
_ANY = "any"
"""Stands for a value that is right whatever it is."""
_IMPLIED = frozenset(
    {
        "modalities",
        "latency",
        "tool_calling",
        "programming_languages",
        "commercial_use",
        "structured_output",
        "languages",
    }
)
"""Needs that a task may say besides its use ("programar en python", "traducir del inglés")."""
_MACHINE = frozenset({"vram_gb", "ram_gb", "local", "use_case", "priority", "languages"})
_MODULES = {" y 32gb de ram": 32, " and 32gb ram": 32, " con 64 gb de RAM": 64, " with 64 GB of RAM": 64}
"""Main memory that is told beside a card, in GB."""
_COUNTS = (("2x{}", 2), ("dos {}", 2), ("{} x2", 2), ("dual {}", 2), ("4x {}", 4))

Case = tuple[str, Mapping[str, Any], frozenset[str]]
"""A message, the needs that it states, and the keys beside them that may be read."""


def without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def slipped(text: str, chance: random.Random) -> str:
    """With one letter of a longer word left out or swapped."""
    words = text.split()
    long = [i for i, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    if not long:
        return text
    i = chance.choice(long)
    word, j = words[i], chance.randrange(1, len(words[i]) - 2)
    words[i] = chance.choice((word[:j] + word[j + 1] + word[j] + word[j + 2 :], word[:j] + word[j + 1 :]))
    return " ".join(words)


def tasks(content: Mapping[str, Any], count: int, chance: random.Random) -> Iterator[Case]:
    for _ in range(count):
        language = chance.choice(("es", "en"))
        use = chance.choice(list(content["tasks"]))
        frame = chance.choice(content["frames"][language])
        tail = chance.choice(content["tails"][language])
        text = frame.format(v=chance.choice(content["tasks"][use][language]))
        if tail["says"]:
            joint = chance.choice((" ", ", ", ". "))
            text = text.rstrip("?") + joint + tail["says"] + ("?" if text.endswith("?") and joint != ". " else "")
        noises: tuple[Callable[[str], str], ...] = (
            str, str, str.upper, without_accents, lambda t: slipped(t, chance), lambda t: f"{t}!!! 🙏",
            lambda t: t + (", gracias" if language == "es" else ", thanks"), lambda t: t[0].upper() + t[1:] + ".",  # noqa: B023
        )  # fmt: skip
        yield chance.choice(noises)(text), {"use_case": use, **tail["needs"]}, _IMPLIED | {"priority"}


def machines(content: Mapping[str, Any], count: int, chance: random.Random) -> Iterator[Case]:
    for _ in range(count):
        language = chance.choice(("es", "en"))
        key = "vram_gb" if chance.random() < 0.7 else "ram_gb"
        name = chance.choice(list(content["machines"][key]))
        owning, times = chance.choice(content["owning"][language]), 1
        told = name
        if key == "vram_gb" and chance.random() < 0.2:
            form, times = chance.choice(_COUNTS)
            told, owning = form.format(name), owning.replace("una {}", "{}").replace(" a {}", " {}")
        before, after = chance.choice(content["before"][language]), chance.choice(content["after"][language])
        after = after if key == "vram_gb" or after not in _MODULES else ""
        text = before + owning.format(told)
        text = f"{text.rstrip('?')}{after}?" if text.endswith("?") else text + after
        needs = {key: content["machines"][key][name] * times, "local": True}
        if after in _MODULES:
            needs["ram_gb"] = _MODULES[after]
        yield (text.upper() if chance.random() < 0.15 else text), needs, _MACHINE - {"vram_gb", "ram_gb"}


def faults(reader: Any, case: Case) -> list[str]:
    """What is read wrongly of a message; nothing where all of it is right."""
    from advisor.domain.needs import Dialogue
    from advisor.understand.apply import after

    text, wanted, allowed = case
    read = reader.read(text, Dialogue())
    found, _ = after(Dialogue(), read).needs.split_json()
    wrong = [f"{key} {found.get(key)}" for key, value in wanted.items() if not _same(value, found.get(key))]
    wrong += [f"{key} invented" for key in found if key not in wanted and key not in allowed]
    return wrong + ([f"intent {read.intent}"] if read.intent != "recommend" else [])


def _same(wanted: Any, found: Any) -> bool:
    if wanted == _ANY:
        return found is not None
    return set(wanted) == set(found or ()) if isinstance(wanted, list) else bool(wanted == found)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.evals.understanding.short", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=5000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--failures", action="store_true")
    given = parser.parse_args(arguments)
    content, reader = yaml.safe_load(FILE.read_text("utf-8")), make_reader()
    for name, make in (("tasks", tasks), ("machines", machines)):
        wrong: Counter[str] = Counter()
        failed = 0
        for case in make(content, given.count, random.Random(given.seed)):
            found = faults(reader, case)
            failed += bool(found)
            wrong.update(fault.split()[0] for fault in found)
            if found and given.failures:
                print(f"{case[0]!r}: {', '.join(found)}")
        often = ", ".join(f"{key} {times}" for key, times in wrong.most_common(6))
        print(f"{name}: {failed} of {given.count} wrong ({failed / given.count:.1%}); {often}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
