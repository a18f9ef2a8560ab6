"""What belongs to one visitor: the page's language and the conversation's id, both in the address so that a reload keeps them."""

from __future__ import annotations

import re
import secrets

import streamlit as st

from advisor.domain.language import LANGUAGES, Language

_THREAD = re.compile(r"[A-Za-z0-9_-]{16,64}")


def language() -> Language:
    """From the address, else the browser's first language, else English."""
    asked = st.query_params.get("lang", "")
    if asked in LANGUAGES:
        return "es" if asked == "es" else "en"
    locale = (st.context.locale or "en").lower()
    return "es" if locale.startswith(("es", "ca", "gl", "eu")) else "en"


def set_language(chosen: Language) -> None:
    st.query_params["lang"] = chosen


def thread() -> str:
    """The conversation's id: unguessable, since whoever knows it can read the conversation."""
    found = st.query_params.get("c", "")
    if not _THREAD.fullmatch(found):
        found = secrets.token_urlsafe(18)
        st.query_params["c"] = found
    return found


def new_thread() -> None:
    st.query_params["c"] = secrets.token_urlsafe(18)
    for key in [k for k in st.session_state if str(k).startswith(("need:", "weight:"))]:
        del st.session_state[key]
