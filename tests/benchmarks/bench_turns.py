"""Speed of whole turns: cold start, 100 mixed turns, memory; beside what a tutorial would build on the same parts.

`python -m tests.benchmarks.bench_turns` prints the figures; nothing is asserted, since machines differ.
The tutorial: Chroma and the same embedder, the top chunks pasted together, no understanding, no scorer.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

TURNS = (
    "Necesito un chatbot para mi restaurante, que hable catalán y español, barato",
    "mejor que lo pueda ejecutar en mi PC, tengo una 3060 de 12 gigas",
    "¿por qué ese?",
    "¿qué es LoRA y cuántos ejemplos necesito?",
    "compáralo con el segundo",
    "empecemos de cero",
    "I need to classify 2 million reviews a month as positive or negative, under $20",
    "also in Portuguese",
    "forget the budget",
    "what about GPT-4o mini?",
)
ROUNDS = 10


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "ADVISOR_DATA": folder}
        environment.pop("ADVISOR_MODEL", None)
        build = _timed(
            lambda: subprocess.run(
                [sys.executable, "-m", "advisor", "index"], env=environment, check=True, capture_output=True
            )
        )
        print(f"store built by `index`, process and all    {build:8.2f} s")
        cold = sorted(_timed(lambda: _first_answer(environment, TURNS[0])) for _ in range(5))
        guide = sorted(_timed(lambda: _first_answer(environment, TURNS[3])) for _ in range(5))
        print(f"cold start to first recommendation, median {cold[2]:8.2f} s  (min {cold[0]:.2f}, max {cold[-1]:.2f})")
        print(
            f"cold start to first guide answer, median   {guide[2]:8.2f} s  (min {guide[0]:.2f}, max {guide[-1]:.2f})"
        )
        os.environ["ADVISOR_DATA"] = folder
        _report("turns without a model", _advisor_turns(Path(folder)))
        _report("a message of 50,000 characters, understood", _long_messages(Path(folder), whole=False))
        _report("a message of 50,000 characters, whole turns", _long_messages(Path(folder), whole=True))
        print(
            f"memory resident at the peak                {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB"
        )
        _report("tutorial: same store, top chunks, no scorer", _tutorial_turns(Path(folder)))


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _first_answer(environment: dict[str, str], text: str) -> None:
    line = json.dumps({"session": "s", "text": text}) + "\n"
    done = subprocess.run(
        [sys.executable, "-m", "advisor", "ask", "--jsonl"],
        input=line,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["answer"]


def _advisor_turns(folder: Path) -> list[float]:
    from advisor import settings
    from advisor.conversation.assemble import assemble
    from advisor.conversation.checkpoints import sqlite_checkpointer
    from advisor.conversation.talk import Talk

    deps = assemble(settings.read({"ADVISOR_DATA": str(folder)}))
    talk = Talk(deps, sqlite_checkpointer(folder))
    talk.ask("warm", TURNS[3])
    times = [_timed(partial(talk.ask, f"t{n}", text)) for n in range(ROUNDS) for text in TURNS]
    deps.close()
    return times


LONG = (
    (" ".join(TURNS) + " ") * 120,
    "quiero un modelo barato para resumir contratos de 40 páginas. " * 900,
    "necesito un chatbot en español " + "muy bueno y amable " * 2600,
    "12 34 56 78 " * 4200,
)
"""Talk, one wish over and over, a sentence without an end, and a pasted column of numbers."""


def _long_messages(folder: Path, *, whole: bool) -> list[float]:
    """Seconds a message: read alone, or answered too."""
    from advisor import settings
    from advisor.conversation.assemble import assemble
    from advisor.conversation.checkpoints import sqlite_checkpointer
    from advisor.conversation.talk import Talk

    deps = assemble(settings.read({"ADVISOR_DATA": str(folder)}))
    talk = Talk(deps, sqlite_checkpointer(folder))
    times = []
    for number in range(ROUNDS):
        for name, text in enumerate(LONG):
            work = partial(talk.ask, f"long{number}.{name}") if whole else deps.reader.read
            times.append(_timed(partial(work, text[:50_000])))
    deps.close()
    return times


def _tutorial_turns(folder: Path) -> list[float]:
    """Embed the message, take the five nearest passages, paste them into a template."""
    import chromadb

    from advisor import settings
    from advisor.library.cards import load_catalogue
    from advisor.library.embedders.choose import open_embedder
    from advisor.library.guide import load_guide
    from advisor.library.passages import card_passages, section_passages

    options = settings.read({"ADVISOR_DATA": str(folder)})
    embedder = open_embedder(options)
    catalogue, guide = load_catalogue(options.knowledge / "models"), load_guide(options.knowledge / "guide")
    passages = [p for card in catalogue for p in card_passages(card)]
    passages += [p for section in guide.sections for p in section_passages(section)]
    collection = chromadb.EphemeralClient().create_collection("tutorial", embedding_function=None)
    texts = [passage.text for passage in passages]
    for start in range(0, len(texts), 1000):
        part = texts[start : start + 1000]
        collection.add(
            ids=[str(start + n) for n in range(len(part))], documents=part, embeddings=embedder.embed_passages(part)
        )

    def answer(text: str) -> str:
        found = collection.query(query_embeddings=embedder.embed_queries([text]), n_results=5)
        return "Based on the documents:\n" + "\n".join(found["documents"][0])

    return [_timed(partial(answer, text)) for _ in range(ROUNDS) for text in TURNS]


def _report(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    p50, p95 = statistics.median(ordered), ordered[int(len(ordered) * 0.95) - 1]
    print(
        f"{name}: {len(times)} turns, p50 {p50 * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms, max {ordered[-1] * 1000:.1f} ms"
    )


if __name__ == "__main__":
    main()
