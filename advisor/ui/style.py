"""The page's look and the little script behind it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import streamlit as st

from advisor.domain.language import Language
from advisor.ui import builtin_words, texts

_HERE = Path(__file__).parent


def dress(language: Language) -> None:
    """Call once in each run, before anything else is drawn."""
    st.html(f"<style>{_read('page.css')}</style>")
    page = {
        "language": language,
        "conversation": texts.CONVERSATION.in_(language),
        "words": _towards(language, builtin_words.WORDS),
        "openings": _towards(language, builtin_words.OPENINGS),
    }
    told = json.dumps(page, ensure_ascii=True).replace("<", "\\u003c")
    with st.container(key="page-script"):
        st.html(f"<script>window.__page = {told};\n{_read('page.js')}</script>", unsafe_allow_javascript=True)


def _towards(language: Language, spanish: dict[str, str]) -> dict[str, str]:
    """Into Spanish, or back into the English that a switch of language finds translated."""
    return spanish if language == "es" else {there: here for here, there in spanish.items()}


@cache
def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
