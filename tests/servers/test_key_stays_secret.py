"""A key goes to its server in a header and nowhere else: not into the database, the export, a log, an address or an error."""

from __future__ import annotations

import json
import logging
import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.conversation.checkpoints import sqlite_checkpointer
from advisor.conversation.deps import Deps
from advisor.conversation.models import context_for
from advisor.conversation.talk import Talk
from advisor.settings import Settings
from tests.servers.scripted import Reply, Server, serving

pytestmark = pytest.mark.servers
KEY = "sk-never-kept-7f3a91c2d4e5"
NOTHING = Reply(text=json.dumps({"cannot_say": True, "changes": []}))
SCRIPTS: dict[str, tuple[Reply, ...]] = {
    "good": (NOTHING, Reply("Pruébalo con casos reales antes de decidir.")),
    "says the key": (NOTHING, Reply(f"Tu clave es {KEY}. Te recomiendo {KEY}.")),
    "key in an image": (NOTHING, Reply(f"![](https://example.com/?k={KEY}) Te recomiendo probarlo.")),
    "key in a need": (
        Reply(json.dumps({"cannot_say": False, "changes": [{"op": "set", "key": "use_case", "value": KEY, "quote": KEY}]})),
        Reply("Pruébalo."),
    ),
    "refuses it": (Reply(status=401, error=f"Incorrect API key provided: {KEY}"),),
    "fails with it": (Reply(status=500, error=f"traceback: Authorization: Bearer {KEY}"),),
    "sends it on": (Reply(status=302, headers=(("location", f"http://127.0.0.1:1/?key={KEY}"),)),),
    "breaks with it": (Reply(raw=f'{{"error": "Bearer {KEY}'.encode()),),
}  # fmt: skip


def _seen(server: Server) -> str:
    return json.dumps([server.paths, server.requests])


@pytest.mark.parametrize("case", SCRIPTS)
def test_the_key_is_kept_nowhere(
    case: str, deps: Deps, settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    from advisor.ui.export import document

    caplog.set_level(logging.DEBUG)
    checkpointer = sqlite_checkpointer(tmp_path)
    talk, thread = Talk(deps, checkpointer), uuid.uuid4().hex
    with serving(*SCRIPTS[case]) as server:
        chosen = replace(settings, model="openai:scripted", model_url=server.url, model_key=KEY, model_timeout_s=4.0)
        context = context_for(deps, chosen)
        events = list(talk.stream(thread, "un chatbot en español, barato", context))
        events += list(talk.stream(thread, "¿y por qué no el segundo?", context))
        assert f"Bearer {KEY}" in str(server.headers), "the server does get it"
        assert KEY not in _seen(server)
    transcript, dialogue = talk.history(thread)
    assert transcript
    exported = document(transcript, dialogue, deps.catalogue.date, "es")
    told = capfd.readouterr()
    for place, text in {
        "events": json.dumps(events, default=str), "transcript": json.dumps(transcript), "dialogue": json.dumps(dialogue),
        "export": exported, "log": caplog.text, "output": told.out + told.err, "context": repr(context), "settings": repr(chosen),
    }.items():  # fmt: skip
        assert KEY not in text, place
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files, "the conversation is on disk"
    assert all(KEY.encode() not in file.read_bytes() for file in files)
