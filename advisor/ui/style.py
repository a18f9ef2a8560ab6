"""The page's look and the little script behind it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import streamlit as st

from advisor.domain.language import Language
from advisor.ui import texts

_HERE = Path(__file__).parent


def dress(language: Language) -> None:
    """Call once in each run, before anything else is drawn."""
    st.html(f"<style>{_read('page.css')}</style>")
    page = {
        "language": language,
        "conversation": texts.CONVERSATION.in_(language),
        "words": texts.BUILT_IN
        if language == "es"
        else {spanish: english for english, spanish in texts.BUILT_IN.items()},
    }
    told = json.dumps(page, ensure_ascii=True).replace("<", "\\u003c")
    with st.container(key="page-script"):
        st.html(f"<script>window.__page = {told};\n{_read('page.js')}</script>", unsafe_allow_javascript=True)


@cache
def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
