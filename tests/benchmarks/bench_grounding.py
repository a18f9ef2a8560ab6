"""Time of the grounding check, and from a sentence's end on the wire to its place on the page.

python -m tests.benchmarks.bench_grounding
"""

from __future__ import annotations

import statistics
import time

from advisor.answer.claims.lexicon import warm
from advisor.answer.compose import compose, sources_of
from advisor.answer.ground import Guard
from advisor.answer.models import ChatModel
from advisor.answer.providers import Connection
from advisor.answer.sentences import split
from advisor.answer.write import Sentence, prepare, write
from advisor.domain.language import LANGUAGES
from tests.evals.grounding.bundles import BUNDLES, bundle
from tests.evals.grounding.cards import vocabulary
from tests.evals.grounding.run import load
from tests.servers.scripted import Reply, serving

ROUNDS = 20
FIRST = "Te recomiendo **Gemini 2.5 Flash-Lite** de Google."


def main() -> None:
    started = time.perf_counter()
    warm()
    print(f"dictionaries loaded in {time.perf_counter() - started:.2f} s, once a process")
    builds, checks = [], []
    for name in BUNDLES:
        for language in LANGUAGES:
            evidence = bundle(name, language)
            sources, own = sources_of(evidence), (compose(evidence).markdown,)
            for _ in range(5):
                started = time.perf_counter()
                Guard(evidence, sources, vocabulary(), own)
                builds.append(time.perf_counter() - started)
    print(f"guard of one answer built in {_ms(builds)}")
    for case in load("held_out"):
        guard = Guard(bundle(case.bundle, case.language), sources_of(bundle(case.bundle, case.language)), vocabulary())
        thread = None
        for piece in split(case.text):
            started = time.perf_counter()
            thread = guard.check(piece.lead + piece.text, thread, piece.line_start).thread
            checks.append(time.perf_counter() - started)
    print(f"sentence checked in {_ms(checks)} ({len(checks)} sentences)")
    delays = [delay for _ in range(ROUNDS) for delay in _first_sentence()]
    print(f"first sentence shown after its end on the wire: {_ms(delays)}")


def _first_sentence() -> list[float]:
    """Over real HTTP; the model pauses after its first sentence, so that only a pause can tell that it is finished."""
    rest = " Cuesta 0,10 $ por millón de tokens de entrada."
    with serving(Reply(FIRST + rest, size=len(FIRST), pause_s=0.2)) as server:
        chat = ChatModel(Connection("openai:scripted", server.url, timeout_s=5))
        prepare(chat)
        for event in write(bundle("api", "es"), chat, vocabulary(), 5):
            if isinstance(event, Sentence):
                return [time.monotonic() - server.sent[0][1]]
    return []


def _ms(seconds: list[float]) -> str:
    ordered = sorted(1000 * s for s in seconds)
    return f"{statistics.median(ordered):.1f} ms p50, {ordered[int(0.95 * (len(ordered) - 1))]:.1f} ms p95"


if __name__ == "__main__":
    main()
