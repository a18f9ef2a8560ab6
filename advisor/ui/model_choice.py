"""Which language model writes for this visitor: the environment's, one chosen in the page, or none.

A key typed in the page lives in the visitor's session and in the provider's client, and nowhere else.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from advisor.ui import resources

if TYPE_CHECKING:
    from advisor.answer.models import ChatModel
    from advisor.answer.providers import Connection
    from advisor.conversation.deps import Context, Deps

OFFLINE = "offline"
_STATE = "language-model"


@dataclass
class _Choice:
    """`model` keeps its connection open from turn to turn; None: no language model."""

    connection: Connection | None
    model: ChatModel | None = None


def connection() -> Connection | None:
    """The one in force; None: answers without a language model."""
    choice: _Choice | None = st.session_state.get(_STATE)
    return choice.connection if choice is not None else _from_settings()


def mode() -> str:
    """ "provider:model", or "offline"."""
    found = connection()
    return found.model if found else OFFLINE


def choose(chosen: Connection | None) -> None:
    """From now on, for this visitor."""
    before: _Choice | None = st.session_state.get(_STATE)
    if before is not None and before.model is not None:
        before.model.close()
    st.session_state[_STATE] = _Choice(chosen)


def context(deps: Deps, stop: threading.Event) -> Context:
    """What the next turn runs with. Call it in the page's own thread; `stop` ends the model's work at once."""
    from advisor.conversation.deps import Context
    from advisor.conversation.models import context_with

    found = connection()
    if found is None:
        return Context(deps)
    from advisor.answer.models import ChatModel

    choice: _Choice = st.session_state.setdefault(_STATE, _Choice(found))
    if choice.model is None:
        choice.model = ChatModel(found)
    return context_with(deps, choice.model, found.timeout_s, stop)


def _from_settings() -> Connection | None:
    settings = resources.settings()
    if not settings.model:
        return None
    from advisor.answer.providers import Connection

    return Connection(settings.model, settings.model_url, settings.model_key, settings.model_timeout_s)
