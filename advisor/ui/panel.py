"""The side panel: what the person said apart from what the advisor assumed, all of it editable and removable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from advisor.answer.parts.phrases import USE_CASES, label, need_in_words
from advisor.conversation.state import Edit
from advisor.domain.language import Language
from advisor.domain.needs import NEEDS, NeedSpec, checked
from advisor.errors import NeedsError
from advisor.ui import texts
from advisor.ui.safe import plain

Apply = Callable[[list[Edit]], None]


def needs_panel(dialogue: Mapping[str, Any], language: Language, apply: Apply) -> None:
    """Draws both lists; `apply` gets the edits of a click."""
    needs, quotes = dialogue.get("needs", {}), dialogue.get("quotes", {})
    assumed, reasons = dialogue.get("assumed", {}), dialogue.get("assumed_reasons", {})
    st.subheader(texts.YOU_SAID.in_(language))
    if not needs:
        st.caption(texts.NOTHING_YET.in_(language))
    for key, value in needs.items():
        _said(key, value, str(quotes.get(key, "")), language, apply)
    if assumed:
        st.subheader(texts.I_ASSUMED.in_(language))
    for key, value in assumed.items():
        _assumed(key, value, reasons.get(key, {}).get(language, ""), language, apply)
    _add(needs, language, apply)


def _said(key: str, value: Any, quote: str, language: Language, apply: Apply) -> None:
    row, edit, remove = st.columns([6, 1, 1], vertical_alignment="center", gap="small")
    words = need_in_words(key, checked(key, value), language)
    with row:
        st.markdown(f"**{_upper(label(key, language))}:** {plain(words)}")
        if quote:
            st.caption(texts.EDITED.in_(language) if quote == "✎" else f"«{plain(quote[:120])}»")
    with edit, st.popover("✎", help=f"{texts.EDIT.in_(language)}: {label(key, language)}"):
        new = value_widget(key, value, language)
        if st.button(texts.SAVE.in_(language), key=f"need:save:{key}"):
            _save(key, new, language, apply)
    if remove.button(
        "✕", key=f"need:remove:{key}", help=f"{texts.REMOVE.in_(language)}: {label(key, language)}", type="tertiary"
    ):
        apply([{"key": key, "value": None, "assumed": False}])


def _assumed(key: str, value: Any, reason: str, language: Language, apply: Apply) -> None:
    row, remove = st.columns([7, 1], vertical_alignment="center", gap="small")
    with row:
        words = need_in_words(key, checked(key, value), language)
        st.markdown(f"{_upper(label(key, language))}: {plain(words)}")
        if reason:
            st.caption(plain(reason))
    if remove.button(
        "✕", key=f"need:drop:{key}", help=f"{texts.REMOVE.in_(language)}: {label(key, language)}", type="tertiary"
    ):
        apply([{"key": key, "value": None, "assumed": True}])


def _add(needs: Mapping[str, Any], language: Language, apply: Apply) -> None:
    with st.popover(texts.ADD.in_(language), width="stretch"):
        free = [key for key in NEEDS if key not in needs]
        key = st.selectbox(
            texts.WHICH.in_(language),
            free,
            index=None,
            format_func=lambda k: _upper(label(k, language)),
            placeholder=texts.CHOOSE.in_(language),
            key="need:add",
        )
        if key:
            new = value_widget(key, None, language)
            if st.button(texts.SAVE.in_(language), key="need:add:save"):
                _save(key, new, language, apply)


def _save(key: str, value: Any, language: Language, apply: Apply) -> None:
    try:
        checked(key, value)
    except NeedsError as error:
        st.error(error.in_(language))
        return
    apply([{"key": key, "value": value, "assumed": False}])


def value_widget(key: str, value: Any, language: Language) -> Any:
    """The widget that fits the need's type; returns what it holds."""
    spec: NeedSpec = NEEDS[key]
    name, widget = texts.VALUE.in_(language), f"need:value:{key}"
    if spec.type == "bool":
        return st.radio(
            name, [True, False], index=0 if value in (None, True) else 1, horizontal=True, key=widget,
            format_func=lambda v: (texts.YES if v else texts.NO).in_(language),
        )  # fmt: skip
    if spec.type == "choice":
        options = list(spec.allowed)
        index = options.index(value) if value in options else 0
        return st.selectbox(name, options, index=index, key=widget, format_func=lambda v: _choice(key, v, language))
    if spec.type == "choices":
        return st.multiselect(
            name,
            list(spec.allowed),
            default=value or [],
            key=widget,
            format_func=lambda v: need_in_words(key, (v,), language),
        )
    if spec.type == "names":
        typed = st.text_input(name, value=", ".join(value or []), help=texts.LIST_HELP.in_(language), key=widget)
        return [part.strip() for part in typed.split(",") if part.strip()]
    if spec.type == "integer":
        return st.number_input(name, min_value=int(spec.low), value=int(value or max(1, spec.low)), step=1, key=widget)
    return st.number_input(name, min_value=float(spec.low), value=float(value or max(1.0, spec.low)), key=widget)


def _choice(key: str, value: str, language: Language) -> str:
    return USE_CASES[value].in_(language) if key == "use_case" else need_in_words(key, value, language)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
