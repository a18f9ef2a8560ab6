"""Conversations in a real PostgreSQL, which the package pgserver brings along."""

from __future__ import annotations

import sys
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from advisor import settings as settings_module
from advisor.conversation.checkpoints import CONNECT_S, open_checkpointer, postgres_checkpointer
from advisor.conversation.deps import Deps
from advisor.conversation.talk import Talk
from advisor.errors import ConversationsError


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """Not in pytest's own folders: those are closed to the unprivileged user that PostgreSQL runs as under root."""
    pgserver = pytest.importorskip("pgserver", reason="no PostgreSQL build for this platform", exc_type=ImportError)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server = pgserver.get_server(folder)
        yield server.get_uri()
        server.cleanup()


@pytest.mark.servers
def test_conversations_live_in_the_database_that_is_named(deps: Deps, database: str, tmp_path: Path) -> None:
    settings = settings_module.read({"ADVISOR_DATA": str(tmp_path), "ADVISOR_DATABASE_URL": database})
    thread = uuid.uuid4().hex
    first = open_checkpointer(settings)
    Talk(deps, first).ask(thread, "un chatbot en catalán")
    again = Talk(deps, open_checkpointer(settings))
    assert again.dialogue(thread)["needs"]["languages"] == ["ca"]
    again.ask(thread, "y barato")
    assert len(Talk(deps, first).transcript(thread)) == 4
    assert not (tmp_path / "conversations.sqlite").exists()
    again.forget(thread)
    assert again.transcript(thread) == []


@pytest.mark.servers
def test_conversations_in_the_database_do_not_mix(deps: Deps, database: str) -> None:
    talk = Talk(deps, postgres_checkpointer(database))
    wanted = {
        uuid.uuid4().hex: (text, code) for text, code in (("un chat en gallego", "gl"), ("a chatbot in French", "fr"))
    }
    threads = [Thread(target=talk.ask, args=(thread, text)) for thread, (text, _) in wanted.items()]
    for worker in threads:
        worker.start()
    for worker in threads:
        worker.join()
    for thread, (_, code) in wanted.items():
        assert talk.dialogue(thread)["needs"]["languages"] == [code]


def test_a_database_that_is_gone_is_said_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("psycopg_pool")
    monkeypatch.setattr("advisor.conversation.checkpoints.CONNECT_S", 1)
    assert CONNECT_S > 1
    with pytest.raises(ConversationsError) as caught:
        postgres_checkpointer("postgresql://ana:secreto@127.0.0.1:9/none")
    for language in ("es", "en"):
        assert "secreto" not in caught.value.in_(language)
        assert "ADVISOR_DATABASE_URL" in caught.value.in_(language)


def test_a_missing_package_is_said_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg_pool", None)
    with pytest.raises(ConversationsError) as caught:
        postgres_checkpointer("postgresql://127.0.0.1/none")
    for language in ("es", "en"):
        assert "uv pip install -e '.[postgres]'" in caught.value.in_(language)
