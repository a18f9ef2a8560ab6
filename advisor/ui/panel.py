"""The side panel: what the person said apart from what the advisor assumed, all of it editable and removable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import streamlit as st

from advisor.answer.parts.phrases import label, listed, need_in_words
from advisor.conversation.state import Edit
from advisor.domain.cards import Catalogue
from advisor.domain.language import Language
from advisor.domain.needs import NEEDS, checked
from advisor.domain.written import vendor_names, written
from advisor.errors import NeedsError
from advisor.ui import texts
from advisor.ui.labels import capital, need_label
from advisor.ui.safe import cleaned, plain
from advisor.ui.widgets import NAMED, options, value_widget

Apply = Callable[[list[Edit]], None]
BY_PANEL = "✎"
"""The quote of a need that was set here rather than said."""
_QUOTED = 120


def needs_panel(dialogue: Mapping[str, Any], language: Language, catalogue: Catalogue, apply: Apply) -> None:
    """Draws both lists; `apply` gets the edits that a click amounts to."""
    needs, quotes = dialogue.get("needs", {}), dialogue.get("quotes", {})
    assumed, reasons = dialogue.get("assumed", {}), dialogue.get("assumed_reasons", {})
    st.subheader(texts.YOU_SAID.in_(language), anchor=False)
    if not needs:
        st.caption(texts.NOTHING_YET.in_(language))
    with st.container(gap="xxsmall"):
        for key, value in needs.items():
            words = _words(str(quotes.get(key, "")), language)
            _row(key, value, words, language, catalogue, apply, assumed=False)
    if assumed:
        st.subheader(texts.I_ASSUMED.in_(language), anchor=False, help=texts.ASSUMED_HELP.in_(language))
    with st.container(gap="xxsmall"):
        for key, value in assumed.items():
            _row(key, value, str(reasons.get(key, {}).get(language, "")), language, catalogue, apply, assumed=True)
    if st.button(texts.ADD.in_(language), icon=":material/add:", key="need-add", width="stretch"):
        _adding(tuple(k for k in NEEDS if k not in needs), language, catalogue, apply)


def _words(quote: str, language: Language) -> str:
    """The person's own, in the quotation marks of the page's language."""
    if quote == BY_PANEL:
        return texts.EDITED.in_(language)
    return texts.QUOTED.in_(language).format(quote[:_QUOTED]) if quote else ""


def _row(
    key: str, value: Any, words: str, language: Language, catalogue: Catalogue, apply: Apply, *, assumed: bool
) -> None:
    """One need: what, its value and the words or the reason behind it, with a way to change and to remove it."""
    name, kind = label(key, language), "assumed" if assumed else "said"
    shown = _shown(key, value, language, catalogue)
    with st.container(key=f"need-row-{kind}-{key}", horizontal=True, gap="xxsmall", vertical_alignment="center"):
        st.html(
            f'<div class="need{" guess" if assumed else ""}"><span class="what">{escape(capital(name))}</span><br>'
            f'<span class="value">{escape(cleaned(shown))}</span>'
            + (f'<span class="words">{escape(cleaned(words))}</span>' if words else "")
            + "</div>"
        )
        edit, remove = texts.EDIT.in_(language).format(name), texts.REMOVE.in_(language).format(name)
        if st.button(edit, icon=":material/edit:", key=f"need-edit-{kind}-{key}", type="tertiary"):
            _editing(key, value, language, catalogue, apply)
        if st.button(remove, icon=":material/close:", key=f"need-remove-{kind}-{key}", type="tertiary"):
            apply([{"key": key, "value": None, "assumed": assumed}])


def _shown(key: str, value: Any, language: Language, catalogue: Catalogue) -> str:
    """In words; vendors and models, which are kept in small letters, as they write themselves."""
    if key not in NAMED:
        return need_in_words(key, checked(key, value), language)
    names = {_letters(name): shown for name, shown in options(key, language, catalogue)}
    if key == "excluded_vendors":
        names |= {_letters(slug): name for slug, name in vendor_names(catalogue).items()}
    else:
        names = {_letters(alias): card.name for card in catalogue for alias in card.aliases} | names
    told = written([str(member) for member in value], catalogue)
    return listed([names.get(_letters(member), shown) for member, shown in told.items()], language)


def _letters(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


def _editing(key: str, value: Any, language: Language, catalogue: Catalogue, apply: Apply) -> None:
    @st.dialog(texts.EDIT_TITLE.in_(language))
    def dialog() -> None:
        _value_form(key, value, language, catalogue, apply)

    dialog()


def _adding(free: tuple[str, ...], language: Language, catalogue: Catalogue, apply: Apply) -> None:
    @st.dialog(texts.ADD.in_(language))
    def dialog() -> None:
        key = st.selectbox(
            texts.WHICH.in_(language), free, index=None, key="need-which", placeholder=texts.CHOOSE.in_(language),
            format_func=lambda k: need_label(k, language),
        )  # fmt: skip
        if key:
            _value_form(key, None, language, catalogue, apply)

    dialog()


def _value_form(key: str, value: Any, language: Language, catalogue: Catalogue, apply: Apply) -> None:
    new = value_widget(key, value, language, catalogue)
    if not st.button(texts.SAVE.in_(language), key=f"need-save-{key}", type="primary", width="stretch"):
        return
    if new is None or new == []:
        st.error(texts.EMPTY_VALUE.in_(language))
        return
    try:
        checked(key, new)
    except NeedsError as error:
        st.error(plain(error.in_(language)))
        return
    apply([{"key": key, "value": new, "assumed": False}])
