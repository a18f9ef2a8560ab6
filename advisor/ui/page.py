"""The page, from top to bottom. What takes time to import or open comes after the first thing that can be seen."""

from __future__ import annotations

import logging
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import streamlit as st

from advisor.domain.language import LANGUAGES, Language
from advisor.errors import AdvisorError
from advisor.ui import model_choice, resources, session, texts
from advisor.ui.safe import plain
from advisor.ui.style import dress
from advisor.ui.welcome import header, welcome

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from advisor.conversation.state import Edit
    from advisor.conversation.talk import Talk
    from advisor.ui.panel import Apply

log = logging.getLogger(__name__)
_NAMES = {"es": "Español", "en": "English"}
_OLD_AFTER_DAYS = 90
_ICON = str(Path(__file__).with_name("icon.svg"))


def page() -> None:
    """Draws everything; whatever cannot be opened or drawn is explained instead."""
    language = session.language()
    st.set_page_config(texts.TITLE.in_(language), page_icon=_ICON, initial_sidebar_state="auto")
    st.logo(_ICON, size="large")
    dress(language)
    try:
        _draw(language)
    except Exception:
        log.exception("the page could not be drawn")
        st.error(texts.BROKEN.in_(language))
        st.button(texts.NEW.in_(language), key="new-after-error", on_click=_start_afresh)


def _start_afresh() -> None:
    session.new_thread()


def _draw(language: Language) -> None:
    document = next((p for p in (texts.GUIDE_PARAMETER, texts.CARD_PARAMETER) if p in st.query_params), None)
    if document:
        _document(document, language)
        return
    thread, new = session.thread()
    _sidebar_top(language)
    invitation = None
    if new:
        header(language)
        invitation = st.empty()
        welcome(language, invitation)
    with st.bottom:
        trouble, foot, status = st.empty(), st.empty(), st.empty()
    if "error" in st.session_state:
        trouble.error(plain(st.session_state.pop("error")))
    text = _ask_bar(foot, language)
    try:
        if not resources.is_open():
            _status(status, _mode([], language))
        talk = _opened(language)
    except AdvisorError as error:
        for place in (foot, status, invitation):
            if place is not None:
                place.empty()
        st.error(plain(error.in_(language)))
        st.button(texts.TRY_AGAIN.in_(language), key="try-again", icon=":material/refresh:")
        return
    resources.open_library()
    _talk(talk, thread, text, language, status, welcomed=new)


def _opened(language: Language) -> Talk:
    """What all visitors share; the first of them may have to wait for it a moment."""
    if resources.is_open():
        return resources.talk()
    with st.spinner(texts.OPENING.in_(language)):
        return resources.talk()


def _talk(
    talk: Talk, thread: str, text: str | None, language: Language, status: DeltaGenerator, *, welcomed: bool
) -> None:
    from advisor.ui import chat

    entries, dialogue = talk.history(thread)
    _status(status, f"{_mode(entries, language)} · {_data(talk, language)}")
    if not welcomed:
        begun = bool(entries) or text is not None
        header(language, small=begun)
        place = st.empty()
        if not begun:
            welcome(language, place)
    if resources.progress() and text is None:  # A turn says by itself what it waits for.
        _library_bar(language)
    apply = _applier(talk, thread, language)
    _sidebar(talk, entries, dialogue, language, apply)
    with st.container(key="conversation"):
        chat.past(talk, thread, entries, dialogue, language, apply, going_on=text is not None)
        if text is not None:
            chat.run_turn(talk, thread, text, len(chat.turns(entries)), language)


def _ask_bar(foot: DeltaGenerator, language: Language) -> str | None:
    """The box at the foot of the page, there from the first moment. Returns the message sent, by it or by a click."""
    if "draft" in st.session_state:
        st.session_state["message"] = st.session_state.pop("draft")
    with foot.container():
        typed = st.chat_input(texts.PLACEHOLDER.in_(language), submit_mode="stop", key="message")
    clicked = session.pending()
    return clicked if typed is None else str(typed)


def _status(place: DeltaGenerator, told: str) -> None:
    """Who writes and how old the data is; the former also while the catalogue is still being opened."""
    place.html(f'<p class="status">{told}</p>')


def _mode(entries: list[dict[str, Any]], language: Language) -> str:
    """Who writes; and where the chosen model was asked last and failed, that it did."""
    model = model_choice.mode()
    last = entries[-1] if entries else {}
    if model != model_choice.OFFLINE and last.get("mode") == model and not last.get("by_model", True):
        return f'<span class="off">●</span> {escape(texts.MODE_FAILED.in_(language).format(model))}'
    if model != model_choice.OFFLINE:
        name = escape(texts.MODE_MODEL.in_(language).format(model))
        return (
            f'<span class="on">●</span> {name}<span class="long">, {escape(texts.MODE_MODEL_LONG.in_(language))}</span>'
        )
    return f'{escape(texts.MODE_OFFLINE.in_(language))}<span class="long">: {escape(texts.MODE_OFFLINE_LONG.in_(language))}</span>'


def _data(talk: Talk, language: Language) -> str:
    from advisor.domain.formats import day

    return escape(texts.DATA_DATE.in_(language).format(day(talk.deps.catalogue.date, language)))


def _sidebar(
    talk: Talk, entries: list[dict[str, Any]], dialogue: dict[str, Any], language: Language, apply: Apply
) -> None:
    from advisor.ui.export import document
    from advisor.ui.model_panel import model_button
    from advisor.ui.panel import needs_panel
    from advisor.ui.weights import weight_sliders

    with st.sidebar:
        needs_panel(dialogue, language, talk.deps.catalogue, apply)
        begun = next((n for n in range(len(entries), 0, -1) if entries[n - 1].get("intent") == "reset"), 0)
        ranked = next((e["recommendations"] for e in reversed(entries[begun:]) if e.get("recommendations")), None)
        if ranked:
            weight_sliders(ranked[0]["weights"], language, lambda: apply([]))
        model_button(language)
        st.html(
            f'<p class="contents"><a href="?{texts.GUIDE_PARAMETER}=&lang={language}" target="_blank">{escape(texts.READ_GUIDE.in_(language))}</a></p>'
        )
        age = (date.fromisoformat(talk.deps.today()) - date.fromisoformat(talk.deps.catalogue.date[:10])).days
        if age > _OLD_AFTER_DAYS:
            st.warning(texts.DATA_OLD.in_(language).format(age))
        if entries:
            st.download_button(
                texts.EXPORT.in_(language), lambda: document(entries, dialogue, talk.deps.catalogue.date, language),
                texts.EXPORT_FILE.in_(language), "text/markdown", key="export", icon=":material/download:",
                help=texts.EXPORT_HELP.in_(language), on_click="ignore", width="stretch",
            )  # fmt: skip
        st.button(texts.REDRAW.in_(language), key="redraw")


def _sidebar_top(language: Language) -> None:
    """What needs nothing opened: drawn first, so that the page has its shape from the start."""
    with st.sidebar:
        _language_switch(language)
        st.button(
            texts.NEW.in_(language), icon=":material/add_comment:", key="new", width="stretch", on_click=_start_afresh
        )


def _language_switch(language: Language) -> None:
    chosen = st.segmented_control(
        texts.LANGUAGE.in_(language), LANGUAGES, default=language, format_func=_NAMES.__getitem__, required=True,
        key=f"language-{language}",
    )  # fmt: skip
    if chosen != language:
        session.set_language(chosen)
        st.rerun()


def _applier(talk: Talk, thread: str, language: Language) -> Apply:
    """What a click in the panel does: the changes become a turn of their own."""

    def apply(edits: list[Edit]) -> None:
        rank_again: list[Edit] = [{"key": "weights", "value": None, "assumed": False}]
        try:
            talk.edit(thread, edits or rank_again, preferred=language, weights=session.weights())
        except AdvisorError as error:
            st.session_state["error"] = f"{texts.EDIT_FAILED.in_(language)} {error.in_(language)}"
        st.rerun()

    return apply


@st.fragment(run_every=0.5)
def _library_bar(language: Language) -> None:
    """How far the building of the library is, at the first start or after the knowledge changed; the chat works meanwhile."""
    found = resources.progress()
    if found is None:
        st.rerun()
    share, text = found
    with st.container(key="library-bar"):
        st.progress(min(share, 1.0), text=f"{texts.BUILDING.in_(language)} {text.in_(language)}")


def _document(parameter: str, language: Language) -> None:
    """A section of the guide or a model's card, in a page of its own."""
    from advisor.ui.documents import card_page, guide_page

    try:
        deps = resources.talk().deps
    except AdvisorError as error:
        st.error(plain(error.in_(language)))
        return
    wanted = st.query_params[parameter]
    other: Language = "en" if language == "es" else "es"
    there = escape(f"?{parameter}={quote(wanted)}&lang={other}", quote=True)
    st.html(
        f'<p class="contents way"><a href="?lang={language}">{escape(texts.BACK.in_(language))}</a> · '
        f'<a href="{there}" hreflang="{other}" lang="{other}">{_NAMES[other]}</a></p>'
    )
    if parameter == texts.GUIDE_PARAMETER:
        guide_page(deps.guide, wanted, language)
    else:
        card_page(deps.catalogue, wanted, language)
