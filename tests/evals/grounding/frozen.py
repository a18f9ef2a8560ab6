"""Evidence of the real catalogue as the conversation gathered it on one day, kept so that the corpus written on it stays true.

`python -m tests.evals.grounding.frozen` gathers QUESTIONS anew, keeps those that are not yet in the file, and prints what a
model would be told of each. An evidence that is there already is never replaced: answers were written on it.
"""

from __future__ import annotations

import json
import lzma
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from advisor.answer.claims.vocabulary import Vocabulary
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card

if TYPE_CHECKING:
    from advisor.conversation.deps import Deps

FILE = Path(__file__).parent / "evidence.json.xz"
QUESTIONS: Mapping[str, tuple[str, ...]] = {
    name: tuple(turns)
    for name, turns in json.loads((Path(__file__).parent / "questions.json").read_text(encoding="utf-8")).items()
}
"""The turns of a conversation by the evidence's name; the evidence is that of the last turn."""

_EVIDENCE, _CARDS = TypeAdapter(Evidence), TypeAdapter(tuple[Card, ...])


@cache
def _held() -> Mapping[str, Any]:
    held: Mapping[str, Any] = json.loads(lzma.decompress(FILE.read_bytes()))
    return held


@cache
def _real() -> Mapping[str, Any]:
    """Questions and evidence that a real model was asked on; kept apart, so that no measure on all the others slows down."""
    held: Mapping[str, Any] = json.loads(lzma.decompress((FILE.parent / "real.json.xz").read_bytes()))
    return held


@cache
def real_names() -> tuple[str, ...]:
    return tuple(_real()["evidence"])


@cache
def frozen(name: str) -> Evidence:
    held = _held()["evidence"].get(name) or _real()["evidence"][name]
    for ranking in filter(None, (held.get("ranking"), held.get("prior"))):
        for relaxation in ranking["relaxations"]:
            relaxation.setdefault("change", relaxation["text"])  # evidence older than the field
    return _EVIDENCE.validate_python(held, strict=False)


@cache
def names() -> tuple[str, ...]:
    return tuple(_held()["evidence"])


@cache
def real_vocabulary() -> Vocabulary:
    """The names of the whole catalogue of that day."""
    return Vocabulary.of(_CARDS.validate_python(_held()["cards"]))


def gathered(deps: Deps, turns: Sequence[str]) -> Evidence:
    """The evidence of the last turn, as the conversation's graph would gather it."""
    from advisor.conversation.gather import gather
    from advisor.domain.needs import Dialogue
    from advisor.understand.apply import after

    before = Dialogue()
    for text in turns:
        read = deps.reader.read(text, before)
        now = after(before, read)
        evidence = gather(deps, text, before, now, read, weights={})
        shown = tuple(r.card.model for r in evidence.ranking.recommendations) if evidence.ranking else before.shown
        spoken = evidence.comparison.cards if evidence.comparison else evidence.cards
        focus = tuple(card.model for card in spoken) or tuple(v.card.model for v in evidence.verdicts)
        focus = focus or (shown[:1] if evidence.ranking else before.focus)
        before = replace(now, shown=shown, focus=focus, asked=evidence.question_key)
    return evidence


def _plain(adapter: TypeAdapter[Any], value: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return json.loads(adapter.dump_json(value, fallback=dict))


def main() -> None:
    from advisor import settings
    from advisor.answer.compose import sources_of
    from advisor.answer.prompts import writing
    from advisor.conversation.assemble import assemble

    old = _held() if FILE.exists() else {"cards": [], "evidence": {}}
    with tempfile.TemporaryDirectory() as folder:
        deps = assemble(settings.read({"ADVISOR_DATA": folder}))
        deps.today = lambda: "2026-11-22"
        made = dict(old["evidence"])
        for name, turns in QUESTIONS.items():
            if name not in made:
                evidence = gathered(deps, turns)
                made[name] = _plain(_EVIDENCE, evidence)
                print(f"=== {name}\n{writing(evidence, sources_of(evidence)).user}")
        cards = old["cards"] or _plain(_CARDS, tuple(replace(card, facts={}) for card in deps.catalogue))
        deps.close()
    raw = json.dumps({"cards": cards, "evidence": made}, ensure_ascii=False, separators=(",", ":")).encode()
    FILE.write_bytes(lzma.compress(raw, preset=9))


if __name__ == "__main__":
    main()
