"""Wires a language model into the conversation: it proposes changes to the needs and writes the answer."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.conversation.deps import Context, Deps, Emit
from advisor.domain.answers import Answer, Evidence, Usage
from advisor.domain.language import Localised
from advisor.domain.needs import Change, Dialogue
from advisor.settings import Settings

if TYPE_CHECKING:
    from advisor.answer.claims.vocabulary import Vocabulary
    from advisor.answer.models import LanguageModel


def context_for(deps: Deps, settings: Settings, stop: threading.Event | None = None) -> Context:
    """The context of a turn under these settings; without a model, the offline one. `stop` ends the model's work."""
    if not settings.model:
        return Context(deps)
    from advisor.answer.models import ChatModel
    from advisor.answer.providers import Connection

    connection = Connection(settings.model, settings.model_url, settings.model_key, settings.model_timeout_s)
    return context_with(deps, ChatModel(connection), settings.model_timeout_s, stop)


def context_with(deps: Deps, model: LanguageModel, timeout_s: float, stop: threading.Event | None = None) -> Context:
    """The context of turns with this model. Reading and writing share `timeout_s`: what reading used, writing lacks."""
    from advisor.answer.models import priced
    from advisor.answer.propose import SHARE, propose
    from advisor.answer.write import run

    vocabulary = vocabulary_of(deps)

    spent: list[Usage] = []
    """What reading the message cost, until its answer takes it into account."""

    def write(evidence: Evidence, emit: Emit) -> Answer:
        answer = run(evidence, emit, model, vocabulary, timeout_s * (1 - SHARE), stop)
        used = [spent.pop()] if spent else []
        counted = [u for u in (*used, answer.usage) if u]
        if not counted:
            return answer
        return replace(answer, usage=priced(sum(counted, Usage(0, 0)), model.name, deps.catalogue.cards))

    def read(text: str, before: Dialogue) -> tuple[tuple[Change, ...], tuple[Localised, ...]]:
        proposed = propose(text, before.needs, before.language or "en", model, timeout_s, stop)
        spent[:] = [proposed.usage] if proposed.usage else []
        return proposed.changes, (proposed.notice,) if proposed.notice else ()

    return Context(deps, write, read)


def vocabulary_of(deps: Deps) -> Vocabulary:
    """All names of the catalogue, for the grounding check; made once for a set of Deps."""
    from advisor.answer.claims.vocabulary import Vocabulary

    if deps.vocabulary is None:
        deps.vocabulary = Vocabulary.of(deps.catalogue)
    return deps.vocabulary
