"""The answer by a language model, sentence by sentence: checked, corrected once, and shown only then.

Whatever happens, the stream of events ends in one Done with a complete grounded answer.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

from advisor.answer.claims.lexicon import warm
from advisor.answer.claims.vocabulary import Vocabulary
from advisor.answer.compose import compose
from advisor.answer.events import Correction, Done, Event, Notice, Sentence
from advisor.answer.models import LanguageModel, Stopped
from advisor.answer.turn import Turn
from advisor.domain.answers import Answer, Evidence
from advisor.errors import ModelError


def write(
    evidence: Evidence,
    model: LanguageModel,
    vocabulary: Vocabulary,
    timeout_s: float,
    stop: threading.Event | None = None,
) -> Iterator[Event]:
    """Events of one answer, within `timeout_s` seconds plus a moment (a first one also loads what `prepare` would have).

    Never raises a ModelError.
    """
    offline = compose(evidence)
    if not _has_matter(evidence):
        yield Done(offline, by_model=False)
        return
    turn = Turn(evidence, model, vocabulary, offline, timeout_s, stop)
    try:
        yield from turn.stream()
        yield from turn.finish()
    except Stopped:
        yield turn.stopped()
    except ModelError as error:
        done, notice = turn.offline(error)
        yield Notice(notice)
        yield done


def prepare(model: LanguageModel) -> None:
    """Everything slow that a first answer would wait for: packages and dictionaries. Raises ModelError."""
    warm()
    model.prepare()


def _has_matter(evidence: Evidence) -> bool:
    """Whether there is anything for a model to write about; greetings, refusals and lists of figures alone are ours."""
    if evidence.outlook or evidence.bought:
        return False
    if "adversarial" in evidence.intents or evidence.intent in ("reset", "off_topic", "smalltalk"):
        return False
    held = (evidence.ranking, evidence.comparison, evidence.cards, evidence.verdicts, evidence.sections)
    return any(held) or bool(evidence.passages and evidence.passages.found)


def run(
    evidence: Evidence,
    emit: Callable[[dict[str, Any]], None],
    model: LanguageModel,
    vocabulary: Vocabulary,
    timeout_s: float,
    stop: threading.Event | None = None,
) -> Answer:
    """`write` for whoever takes plain dicts: {"type": "sentence" | "correction" | "notice" | "usage", ...}."""
    language = evidence.language
    for event in write(evidence, model, vocabulary, timeout_s, stop):
        if isinstance(event, Sentence):
            emit({"type": "sentence", "text": event.text})
        elif isinstance(event, Correction):
            emit({"type": "correction", "text": event.text.in_(language), "kept": event.kept})
        elif isinstance(event, Notice):
            emit({"type": "notice", "text": event.text.in_(language)})
        else:
            if event.usage:
                emit(
                    {
                        "type": "usage",
                        "in": event.usage.tokens_in,
                        "out": event.usage.tokens_out,
                        "usd": event.usage.usd,
                    }
                )
            return event.answer
    return compose(evidence)
