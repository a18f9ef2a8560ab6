"""What can be done next with a click: answer the advisor's question, ask further, or give up what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from advisor.conversation.state import Edit
from advisor.domain.language import Language
from advisor.ui import texts
from advisor.ui.panel import Apply
from advisor.ui.safe import plain
from advisor.ui.session import say


def next_steps(
    entry: Mapping[str, Any], dialogue: Mapping[str, Any], language: Language, turn: int, apply: Apply
) -> None:
    """The buttons under the last answer."""
    _relaxations(entry, dialogue.get("needs", {}), language, turn, apply)
    offered = [*_replies(entry, dialogue, language), *_follow_ups(entry, language)]
    if not offered:
        return
    with st.container(key=f"next-{turn}", horizontal=True, gap="xsmall"):
        for number, text in enumerate(offered):
            st.button(plain(text), key=f"next-{turn}-{number}", on_click=say, args=(text,))


def edits_towards(now: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[Edit]:
    """The changes that turn one set of needs into another."""
    gone: list[Edit] = [{"key": key, "value": None, "assumed": False} for key in now if key not in wanted]
    changed: list[Edit] = [
        {"key": key, "value": value, "assumed": False} for key, value in wanted.items() if now.get(key) != value
    ]
    return gone + changed


def _relaxations(
    entry: Mapping[str, Any], needs: Mapping[str, Any], language: Language, turn: int, apply: Apply
) -> None:
    if not entry["relaxations"]:
        return
    st.caption(texts.RELAX.in_(language))
    for number, relaxation in enumerate(entry["relaxations"]):
        if st.button(plain(relaxation["text"]), key=f"relax-{turn}-{number}", width="stretch", wrap=True):
            apply(edits_towards(needs, relaxation["needs"]))


def _replies(entry: Mapping[str, Any], dialogue: Mapping[str, Any], language: Language) -> list[str]:
    """Plausible answers to the question at the end of the answer."""
    if not entry.get("question"):
        return []
    return [answer.in_(language) for answer in texts.ANSWERS.get(str(dialogue.get("asked")), ())]


def _follow_ups(entry: Mapping[str, Any], language: Language) -> list[str]:
    names = [item["name"] for item in entry["recommendations"][:2]]
    if not names:
        return []
    told = [texts.WHY_FIRST.in_(language).format(names[0])]
    if len(names) > 1:
        told.append(texts.COMPARE_TWO.in_(language).format(*names))
    return told
