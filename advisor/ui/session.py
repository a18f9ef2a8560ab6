"""What belongs to one visitor: language, conversation and weights, in the address so that a reload keeps them."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping

import streamlit as st

from advisor.domain.factors import FACTORS, Factor
from advisor.domain.language import LANGUAGES, Language

_THREAD = re.compile(r"[A-Za-z0-9_-]{16,64}")
_WEIGHTS = re.compile(r"\d{1,3}(-\d{1,3}){6}")
_SPANISH_FIRST = ("es", "ca", "gl", "eu", "ast")
"""Readers of these languages are better served in Spanish than in English."""


def language() -> Language:
    """From the address, else the browser's first language, else English."""
    asked = st.query_params.get("lang", "")
    if asked in LANGUAGES:
        return "es" if asked == "es" else "en"
    locale = (st.context.locale or "en").lower().replace("_", "-")
    return "es" if locale.split("-")[0] in _SPANISH_FIRST else "en"


def set_language(chosen: Language) -> None:
    st.query_params["lang"] = chosen


def thread() -> tuple[str, bool]:
    """(the conversation's id, whether it has just been made). Whoever knows the id can read it, so it cannot be guessed."""
    found = st.query_params.get("c", "")
    if _THREAD.fullmatch(found):
        st.session_state["thread"] = found
        return found, False
    kept = st.session_state.get("thread")
    if kept is None:
        return new_thread(), True
    st.query_params["c"] = kept
    return str(kept), False


def new_thread() -> str:
    """Starts afresh: another id, and the weights back to the computed ones."""
    made = secrets.token_urlsafe(18)
    st.session_state["thread"] = made
    # All at once: each change of the address is one more step for the browser's back button.
    kept = {name: value for name, value in st.query_params.to_dict().items() if name != "w"}
    st.query_params.from_dict({**kept, "c": made})
    return made


def say(text: str) -> None:
    """A click that stands for a message: it is sent in the run that follows."""
    st.session_state["pending"] = text


def pending() -> str | None:
    """The message of a click, once."""
    found = st.session_state.pop("pending", None)
    return None if found is None else str(found)


def weights() -> dict[str, float]:
    """The weights that the person set, adding up to 1; empty: the computed ones hold."""
    raw = st.query_params.get("w", "")
    if not _WEIGHTS.fullmatch(raw):
        return {}
    values = [int(part) for part in raw.split("-")]
    total = sum(values)
    return {factor: value / total for factor, value in zip(FACTORS, values, strict=True)} if total else {}


def set_weights(chosen: Mapping[Factor, int]) -> None:
    """Whole parts by factor (0 to 100); empty drops them."""
    if chosen:
        st.query_params["w"] = "-".join(str(chosen[factor]) for factor in FACTORS)
    else:
        st.query_params.pop("w", None)
