"""Whole turns with a language model over real HTTP: it adds what it may, and no lie of its gets through."""

from __future__ import annotations

import json
import uuid
from dataclasses import replace

import pytest

from advisor.conversation.checkpoints import memory_checkpointer
from advisor.conversation.deps import Deps
from advisor.conversation.models import context_for
from advisor.conversation.talk import Talk
from advisor.settings import Settings
from tests.servers.scripted import Reply, serving

pytestmark = pytest.mark.servers


@pytest.fixture
def talk(deps: Deps) -> Talk:
    return Talk(deps, memory_checkpointer())


def _turn(
    talk: Talk, settings: Settings, text: str, *script: Reply
) -> tuple[list[dict[str, object]], dict[str, object]]:
    with serving(*script) as server:
        chosen = replace(
            settings, model="openai:scripted", model_url=server.url, model_key="k-123", model_timeout_s=6.0
        )
        *events, last = talk.stream(uuid.uuid4().hex, text, context_for(talk.deps, chosen))
    return events, last


def _proposal(*changes: dict[str, str]) -> Reply:
    return Reply(text=json.dumps({"cannot_say": not changes, "changes": list(changes)}))


def test_a_lie_never_reaches_the_person_and_the_correction_is_said(talk: Talk, settings: Settings) -> None:
    lie = "La mejor opción es Llama 9 Ultra, que cuesta 0,0001 USD por millón de tokens. "
    events, turn = _turn(
        talk, settings, "un chatbot en español, barato", _proposal(), Reply(text=lie), Reply(text=lie), Reply(text=lie)
    )
    shown = "".join(str(e["text"]) for e in events if e["type"] == "sentence") + str(turn["answer"])
    assert "Llama 9" not in shown
    assert "0,0001" not in shown
    assert turn["notices"]
    assert turn["recommendations"]


def test_a_broken_model_costs_only_its_gain(talk: Talk, settings: Settings) -> None:
    offline = talk.ask(uuid.uuid4().hex, "un chatbot en español, barato")
    _, turn = _turn(talk, settings, "un chatbot en español, barato", Reply(status=500), Reply(status=500))
    assert turn["needs"] == offline["needs"]
    assert turn["recommendations"] == offline["recommendations"]
    assert len(turn["notices"]) == 1  # type: ignore[arg-type]
    assert turn["mode"] == "openai:scripted"
    assert turn["by_model"] is False
    assert "k-123" not in json.dumps(turn)


def test_what_a_turn_took_is_kept_with_it(talk: Talk, settings: Settings) -> None:
    first = talk.ask(uuid.uuid4().hex, "un chatbot en español, barato")["recommendations"][0]["name"]
    good = Reply(text=f"Te recomiendo {first}.", usage=(800, 40))
    thread = uuid.uuid4().hex
    with serving(replace(_proposal(), usage=(500, 10)), good) as server:
        chosen = replace(
            settings, model="openai:scripted", model_url=server.url, model_key="k-123", model_timeout_s=6.0
        )
        list(talk.stream(thread, "un chatbot en español, barato", context_for(talk.deps, chosen)))
    assert talk.transcript(thread)[-1]["usage"] == {"tokens_in": 1300, "tokens_out": 50, "usd": None}


def test_a_model_may_add_a_need_only_with_the_persons_words(talk: Talk, settings: Settings) -> None:
    invented = {"op": "set", "key": "budget_usd_month", "value": "5", "quote": "cinco dólares"}
    _, turn = _turn(talk, settings, "un chatbot en español, barato", _proposal(invented), Reply(text="Hola."))
    assert "budget_usd_month" not in turn["needs"]  # type: ignore[operator]
