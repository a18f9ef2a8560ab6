"""The first thing a visitor sees: what this is, and questions to start from."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from advisor.domain.language import Language
from advisor.ui import texts
from advisor.ui.safe import plain
from advisor.ui.session import say


def header(language: Language, *, small: bool = False) -> None:
    """The title; small once there is a conversation, which needs the room."""
    with st.container(key="header-small" if small else "header"):
        st.title(texts.TITLE.in_(language), anchor=False)


def welcome(language: Language, place: DeltaGenerator) -> None:
    """An invitation, and examples that are sent with a click. It leaves its place at once when a conversation begins."""
    with place.container(key="welcome"):
        st.markdown(texts.TAGLINE.in_(language))
        st.caption(texts.TRY.in_(language))
        # Two and two, so that phone and keyboard keep the order.
        cells = [cell for _ in range(0, len(texts.EXAMPLES), 2) for cell in st.columns(2, gap="small")]
        for number, example in enumerate(texts.EXAMPLES):
            text = example.in_(language)
            cells[number].button(
                plain(text), key=f"example-{number}-{language}", width="stretch", wrap=True, on_click=say, args=(text,)
            )
