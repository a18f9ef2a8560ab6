"""What can be done next with a click: answer the advisor's question, ask further, or give up what stands in the way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from advisor.conversation.state import Edit
from advisor.domain.language import Language
from advisor.domain.passages import Guide
from advisor.scoring.situation import HELD
from advisor.ui import texts
from advisor.ui.panel import Apply
from advisor.ui.safe import plain
from advisor.ui.session import say

_ASIDE = ("off_topic", "smalltalk", "adversarial", "reset")
"""Turns that lead nowhere by themselves: where nothing is known yet, what the advisor can do is shown again."""
_OFFERED = 3
_PLAIN = re.compile(r"¿?[A-ZÁÉÍÓÚ][^\d,;:.?]+\?")
"""One question and nothing else, without a figure."""


def replies(entry: Mapping[str, Any], dialogue: Mapping[str, Any], language: Language, turn: int, apply: Apply) -> None:
    """Right under the words: what could be given up, and plausible answers to the advisor's own question."""
    if entry["relaxations"]:
        st.caption(texts.RELAX.in_(language))
        for number, relaxation in enumerate(entry["relaxations"]):
            # The answer's own list tells what each of them lets in.
            shown = plain(relaxation.get("change", relaxation["text"]))
            if st.button(shown, key=f"relax-{turn}-{number}", width="stretch", wrap=True):
                apply(edits_towards(dialogue, relaxation["needs"]))
    # A stopped answer may have lost its question: then there is nothing to reply to.
    if entry.get("question") and entry["question"] in entry["answer"]:
        offered = texts.ANSWERS.get(str(dialogue.get("asked")), ())
        _said_with_a_click([answer.in_(language) for answer in offered], f"reply-{turn}")


def follow_ups(
    entry: Mapping[str, Any], dialogue: Mapping[str, Any], guide: Guide, language: Language, turn: int
) -> None:
    """Under everything: what people ask next. Thanks in the middle of a talk bring no examples of other talks."""
    names = [item["name"] for item in entry["recommendations"][:2]]
    if names:
        offered = [texts.WHY_FIRST.in_(language).format(names[0])]
        offered += [texts.COMPARE_TWO.in_(language).format(*names)] if len(names) > 1 else []
    elif entry["intent"] in _ASIDE:
        offered = [] if dialogue.get("needs") else [example.in_(language) for example in texts.EXAMPLES[:_OFFERED]]
    else:
        offered = _read_on(entry, guide, language)
    _said_with_a_click(offered, f"next-{turn}")


def edits_towards(dialogue: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[Edit]:
    """The changes that turn what was said and what is assumed and held like it into the needs wanted."""
    said = dialogue.get("needs", {})
    held = {key: value for key, value in dialogue.get("assumed", {}).items() if key in HELD and key not in said}
    gone: list[Edit] = [{"key": key, "value": None, "assumed": False} for key in said if key not in wanted]
    dropped: list[Edit] = [{"key": key, "value": None, "assumed": True} for key in held if key not in wanted]
    now = {**held, **said}
    changed: list[Edit] = [
        {"key": key, "value": value, "assumed": False} for key, value in wanted.items() if now.get(key) != value
    ]
    return gone + dropped + changed


def _read_on(entry: Mapping[str, Any], guide: Guide, language: Language) -> list[str]:
    """After a section of the guide: a question that each related section answers.

    Only what is plainly a question: a section's examples also tell of machines and wishes, which nobody here has said.
    """
    if entry["intent"] != "ask_guide":
        return []
    related = [s["id"].removeprefix("guide/") for s in entry["sources"] if s["id"].startswith("guide/")][1:]
    by_id = {section.id: section for section in guide.sections if section.language == language}
    plain_ones = [filter(_PLAIN.fullmatch, by_id[i].questions) for i in dict.fromkeys(related) if i in by_id]
    asked = [min(questions, key=len, default="") for questions in plain_ones]
    return [question for question in asked if question][:_OFFERED]


def _said_with_a_click(offered: Sequence[str], key: str) -> None:
    if not offered:
        return
    with st.container(key=key, horizontal=True, gap="xsmall"):
        for number, text in enumerate(offered):
            st.button(plain(text), key=f"{key}-{number}", wrap=True, on_click=say, args=(text,))
