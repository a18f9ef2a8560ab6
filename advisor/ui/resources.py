"""What all sessions of the page share: opened once, closed with the process."""

from __future__ import annotations

import os

import streamlit as st

from advisor import settings as settings_module
from advisor.conversation.assemble import assemble
from advisor.conversation.talk import Talk, sqlite_checkpointer
from advisor.settings import Settings


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    return settings_module.read(os.environ)


@st.cache_resource(show_spinner=False)
def talk() -> Talk:
    """The conversations over the one set of Deps; AdvisorError where knowledge or settings are wrong."""
    return Talk(assemble(settings()), sqlite_checkpointer(settings().data))
