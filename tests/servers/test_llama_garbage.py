"""A real llama.cpp with random weights: its garbage never reaches a person, and its proposals change nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.answer.chunks import Prompt, Text
from advisor.answer.compose import compose
from advisor.answer.models import ChatModel
from advisor.answer.models import test_connection as try_connection
from advisor.answer.propose import Proposal, propose
from advisor.answer.providers import Connection
from advisor.answer.write import Done, Sentence, write
from advisor.domain.language import Language
from advisor.domain.needs import Needs
from advisor.errors import ModelError
from tests.evals.grounding.bundles import bundle
from tests.evals.grounding.cards import vocabulary
from tests.servers.llama import llama_serving, write_random_model

pytestmark = pytest.mark.servers


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    model = tmp_path_factory.mktemp("llama") / "random.gguf"
    write_random_model(model)
    assert Path(model).stat().st_size < 1_000_000
    with llama_serving(model) as url:
        yield Connection("openai:random", url, timeout_s=10)


def test_it_does_speak(connection: Connection) -> None:
    model = ChatModel(connection)
    model.prepare()
    said = "".join(c.text for c in model.stream(Prompt("x", "hola"), time.monotonic() + 10) if isinstance(c, Text))
    assert said
    assert try_connection(connection).ok


@pytest.mark.parametrize(("name", "language"), [("whynot", "es"), ("guide", "en")])
def test_garbage_never_gets_through(connection: Connection, name: str, language: Language) -> None:
    evidence = bundle(name, language)
    started = time.monotonic()
    *events, done = write(evidence, ChatModel(connection), vocabulary(), 8.0)
    assert time.monotonic() - started < 10
    assert not [e for e in events if isinstance(e, Sentence)]
    assert isinstance(done, Done)
    assert done.answer.markdown == compose(evidence).markdown
    assert len(done.answer.notices) == 1


def test_its_proposals_fit_the_schema_and_change_nothing(connection: Connection) -> None:
    model = ChatModel(connection)
    fitting = 0
    for attempt in range(40):  # one in four breaks off inside a character, which the server answers with an error 500
        try:
            raw = model.fill(Prompt("x", f"hola {attempt}"), Proposal, time.monotonic() + 10).data
        except ModelError:
            continue
        Proposal.model_validate(raw)
        fitting += 1
    assert fitting >= 10
    text = "un chatbot en catalán con 24 gigas"
    for _ in range(3):
        assert propose(text, Needs(), "es", model, 5.0).changes == ()
