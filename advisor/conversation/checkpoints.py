"""Where conversations are kept: memory, one SQLite file, or a PostgreSQL database."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from langgraph.checkpoint.base import BaseCheckpointSaver

from advisor.errors import ConversationsError
from advisor.settings import Settings

CONNECT_S = 10
"""Seconds to wait for the database before saying that it cannot be reached."""


def open_checkpointer(settings: Settings) -> BaseCheckpointSaver[Any]:
    """The database that ADVISOR_DATABASE_URL names, or else a file in the data folder. Raises ConversationsError."""
    if settings.database_url:
        return postgres_checkpointer(settings.database_url)
    return sqlite_checkpointer(settings.data)


def memory_checkpointer() -> BaseCheckpointSaver[Any]:
    """Conversations that last as long as the process: for the command line and tests."""
    from langgraph.checkpoint.memory import InMemorySaver

    return InMemorySaver()


def sqlite_checkpointer(folder: Path) -> BaseCheckpointSaver[Any]:
    """Conversations in one SQLite file in write-ahead mode, safe for several threads and processes."""
    from langgraph.checkpoint.sqlite import SqliteSaver

    folder.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(folder / "conversations.sqlite", check_same_thread=False, timeout=30)
    connection.execute("PRAGMA journal_mode=WAL")
    saver = SqliteSaver(connection)
    saver.setup()
    return saver


def postgres_checkpointer(url: str) -> BaseCheckpointSaver[Any]:
    """Conversations in PostgreSQL over a small pool. Raises ConversationsError, which never carries the URL's password."""
    try:
        from langgraph.checkpoint.postgres import PostgresSaver
        from psycopg import Connection, Error
        from psycopg.rows import DictRow, dict_row
        from psycopg_pool import ConnectionPool, PoolTimeout
    except ImportError as error:
        raise ConversationsError(
            es="ADVISOR_DATABASE_URL pide PostgreSQL y falta su paquete: .venv/bin/uv pip install -e '.[postgres]'",
            en="ADVISOR_DATABASE_URL asks for PostgreSQL and its package is missing: .venv/bin/uv pip install -e '.[postgres]'",
        ) from error
    # The saver wants each statement committed by itself, rows as mappings, and no prepared statements behind a pooler.
    options = {"autocommit": True, "prepare_threshold": 0, "row_factory": dict_row, "connect_timeout": CONNECT_S}
    pool: ConnectionPool[Connection[DictRow]] = ConnectionPool(url, min_size=1, max_size=8, kwargs=options, open=False)
    try:
        pool.open(wait=True, timeout=CONNECT_S)
        saver = PostgresSaver(pool)
        saver.setup()
    except (Error, PoolTimeout) as error:
        pool.close()
        raise ConversationsError(
            es="No se puede abrir la base de datos de ADVISOR_DATABASE_URL: comprueba la dirección, el usuario y que esté en marcha.",
            en="The database of ADVISOR_DATABASE_URL cannot be opened: check the address, the user and that it is running.",
        ) from error
    return saver
