"""Prints how many false claims the guard catches and how many true sentences it drops: python -m tests.evals.grounding.run

Options: parts (dev, held_out, catalogue, altered, generated, or another .jsonl file of this folder; all five by default) and --errors to list every miss and false alarm.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from advisor.answer.claims.lexicon import warm
from advisor.answer.claims.thread import Thread
from advisor.answer.compose import compose, sources_of
from advisor.answer.ground import Guard, Verdict
from advisor.answer.sentences import split
from advisor.domain.answers import Evidence
from advisor.domain.language import LANGUAGES, Language
from tests.evals.grounding.altered import altered
from tests.evals.grounding.bundles import BUNDLES, bundle
from tests.evals.grounding.cards import vocabulary
from tests.evals.grounding.frozen import frozen, names, real_vocabulary
from tests.evals.grounding.generated import statements
from tests.evals.grounding.mutated import mutants
from tests.evals.grounding.posed import posed

FOLDER = Path(__file__).parent
PARTS = ("dev", "held_out", "catalogue", "leaning", "altered", "mutated", "own", "posed", "generated")
SEEDS = 1


@dataclass(frozen=True)
class Case:
    """A model's answer. `lies`: pieces of text that must not be shown; every other sentence is true.

    `$model` in a citation stands for the number of that card's first source: [$openai/gpt-5-mini].
    """

    id: str
    bundle: str
    language: Language
    kind: str
    text: str
    lies: tuple[str, ...]
    whole: bool = True
    """Whether its other sentences count as true ones; they do not where a part repeats them with each change."""
    figures: frozenset[str] = frozenset()
    """Of the lies those in a figure or a name, where the part says which they are."""


@dataclass(frozen=True)
class Result:
    """`caught` of `lies` false claims; `dropped` of `true` sentences, with the guard's reasons for each error."""

    case: Case
    lies: int
    caught: int
    true: int
    dropped: int
    errors: tuple[str, ...]
    seconds: tuple[float, ...]
    figures: int = 0
    figures_caught: int = 0


def load(part: str) -> Iterator[Case]:
    if part == "generated":
        yield from _generated()
        return
    if part == "altered":
        yield from _altered("catalogue")
        return
    if part == "mutated":
        for made in ("catalogue", "own"):
            yield from _mutated(made)
        return
    if part == "posed":
        for name in names():
            for i, made in enumerate(posed(frozen(name))):
                lies, kind = () if made.true else (made.text,), made.kind.partition("/")[0]
                yield Case(f"posed-{name}-{i}", name, frozen(name).language, kind, made.text, lies)
        return
    if part == "own":
        yield from _own()
        return
    for line in (FOLDER / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        typed = [lie if isinstance(lie, dict) else {"text": lie, "type": ""} for lie in raw.get("lies", [])]
        text = _numbered(raw["text"], raw["bundle"], raw["language"])
        types = {_numbered(lie["text"], raw["bundle"], raw["language"]): lie["type"] for lie in typed}
        figures = frozenset(lie for lie, kind in types.items() if kind in ("figure", "name"))
        yield Case(raw["id"], raw["bundle"], raw["language"], raw["kind"], text, tuple(types), figures=figures)


def _generated() -> Iterator[Case]:
    for name in BUNDLES:
        for language in LANGUAGES:
            for seed in range(SEEDS):
                for i, made in enumerate(statements(bundle(name, language), seed)):
                    lies = () if made.true else (made.text,)
                    yield Case(
                        f"{name}-{language}-{seed}-{i}", name, language, made.kind.partition("/")[0], made.text, lies
                    )


def _altered(part: str) -> Iterator[Case]:
    """Each true sentence that passes, after the ones before it, with one of its figures changed."""
    chance = random.Random(7)
    for case in load(part):
        checker, thread, before = guard(case.bundle, case.language), Thread(), ""
        for piece in split(case.text):
            text = piece.lead + piece.text
            verdict = checker.check(text, thread, piece.line_start)
            thread = verdict.thread
            if verdict.ok and not any(lie in text for lie in case.lies):
                for i, false in enumerate(altered(text, checker, chance)):
                    yield Case(
                        f"{case.id}-{len(before)}-{i}",
                        case.bundle,
                        case.language,
                        "altered",
                        before + false,
                        (false,),
                        False,
                    )
            before += piece.whole


def _mutated(part: str) -> Iterator[Case]:
    """Each true sentence that passes, after the ones before it, with one change of meaning."""
    for case in load(part):
        checker, thread, before = guard(case.bundle, case.language), Thread(), ""
        for piece in split(case.text):
            text = piece.lead + piece.text
            verdict = checker.check(text, thread, piece.line_start)
            if verdict.ok and not any(lie in text for lie in case.lies):
                for i, made in enumerate(mutants(text, checker, thread, piece.line_start)):
                    name = f"{case.id}-{len(before)}-{i}"
                    yield Case(name, case.bundle, case.language, made.kind, before + made.text, (made.text,), False)
            thread = verdict.thread
            before += piece.whole


def _own() -> Iterator[Case]:
    """Our own answers, which are true, read as a model's; without citations, which they number for themselves."""
    for name in names():
        evidence = frozen(name)
        text = re.sub(r" ?\[\d+\]", "", compose(evidence).markdown)
        yield Case(f"own-{name}", name, evidence.language, "own", text, ())


def _numbered(text: str, name: str, language: Language) -> str:
    for n, source in enumerate(sources_of(evidence_of(name, language)), start=1):
        text = text.replace(f"[${source.id.removeprefix('card/')}]", f"[{n}]")
    return text


def evidence_of(name: str, language: Language) -> Evidence:
    """A bundle's evidence, or that of the real catalogue kept under the name."""
    return bundle(name, language) if name in BUNDLES else frozen(name)


@cache
def guard(name: str, language: Language) -> Guard:
    evidence = evidence_of(name, language)
    return Guard(evidence, sources_of(evidence), vocabulary() if name in BUNDLES else real_vocabulary())


def judge(case: Case) -> Result:
    thread = None
    left = list(case.lies)
    lies = caught = true = dropped = figures = figures_caught = 0
    errors: list[str] = []
    seconds: list[float] = []
    checker = guard(case.bundle, case.language)
    for piece in split(case.text):
        text = piece.lead + piece.text
        started = time.thread_time()
        verdict: Verdict = checker.check(text, thread, piece.line_start)
        seconds.append(time.thread_time() - started)
        thread = verdict.thread
        told = [lie for lie in left if lie in text]
        left = [lie for lie in left if lie not in told]
        shown = verdict.text if verdict.ok else ""
        if told:
            lies += 1
            hidden = not any(_stands(lie, shown, case) for lie in told)
            caught += hidden
            if case.figures & set(told):
                figures, figures_caught = figures + 1, figures_caught + hidden
            if not hidden:
                errors.append(f"MISSED {case.id} {case.kind}: {text.strip()!r}")
        elif case.whole:
            true += 1
            if not verdict.ok:
                dropped += 1
                why = [(p.kind, p.span) for p in verdict.problems]
                errors.append(f"DROPPED {case.id} {case.kind}: {text.strip()!r} {why}")
    errors += [f"BAD CASE {case.id}: lie not in the text: {lie!r}" for lie in left]
    return Result(case, lies, caught, true, dropped, tuple(errors), tuple(seconds), figures, figures_caught)


_CITED = re.compile(r"\s*\[\d+\]")


def _stands(lie: str, shown: str, case: Case) -> bool:
    """Whether a lie is shown; that citations were put right makes no figure true, unless the citation was the lie."""
    if not case.whole or not _CITED.search(lie):
        return _CITED.sub("", lie) in _CITED.sub("", shown)
    return lie in shown


def table(results: Sequence[Result]) -> str:
    by_kind: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        by_kind[result.case.kind].append(result)
    lines = [f"{'kind':<14}{'answers':>8}{'false':>7}{'caught':>8}{'rate':>8}{'true':>6}{'dropped':>9}{'rate':>8}"]
    for kind, rows in [*sorted(by_kind.items()), ("all", list(results))]:
        lies, caught = sum(r.lies for r in rows), sum(r.caught for r in rows)
        true, dropped = sum(r.true for r in rows), sum(r.dropped for r in rows)
        rate = f"{caught / lies:.1%}" if lies else "-"
        alarms = f"{dropped / true:.1%}" if true else "-"
        lines.append(f"{kind:<14}{len(rows):>8}{lies:>7}{caught:>8}{rate:>8}{true:>6}{dropped:>9}{alarms:>8}")
    figures, figures_caught = sum(r.figures for r in results), sum(r.figures_caught for r in results)
    if figures:
        lines.append(
            f"of the false ones, figures and names: {figures_caught} of {figures} ({figures_caught / figures:.1%})"
        )
    times = sorted(s for r in results for s in r.seconds)
    languages = Counter(r.case.language for r in results)
    lines.append(
        f"answers: {len(results)} ({', '.join(f'{n} {c}' for c, n in sorted(languages.items()))}); sentences: {len(times)}"
    )
    lines.append(
        f"ms a sentence: mean {1000 * sum(times) / len(times):.2f}, p95 {1000 * times[int(0.95 * len(times))]:.2f}, worst {1000 * times[-1]:.2f}"
    )
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    parts = [a for a in arguments if not a.startswith("--")] or list(PARTS)
    warm()
    for part in parts:
        results = [judge(case) for case in load(part)]
        print(f"== {part}")
        print(table(results))
        if "--errors" in arguments:
            print("\n".join(error for r in results for error in r.errors))


if __name__ == "__main__":
    main(sys.argv[1:])
