"""The page, from top to bottom."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import streamlit as st

from advisor.answer.parts.why import FACTOR_NAMES
from advisor.conversation.state import Edit
from advisor.conversation.talk import Talk
from advisor.domain.factors import FACTORS
from advisor.domain.formats import day
from advisor.domain.language import LANGUAGES, Language
from advisor.domain.passages import Source
from advisor.errors import AdvisorError
from advisor.ui import resources, session, texts
from advisor.ui.cards import recommendation_cards
from advisor.ui.panel import needs_panel
from advisor.ui.safe import markdown, plain

log = logging.getLogger(__name__)
_NAMES = {"es": "Español", "en": "English"}


def page() -> None:
    """Draws everything; a wrong setting or knowledge file is explained instead of the page."""
    language = session.language()
    st.set_page_config(
        page_title=texts.TITLE.in_(language), page_icon="🧭", layout="centered", initial_sidebar_state="auto"
    )
    st.html(f"<script>document.documentElement.lang='{language}'</script>", unsafe_allow_javascript=True)
    try:
        talk = resources.talk()
        _open_library(talk, language)
    except AdvisorError as error:
        st.error(error.in_(language))
        st.stop()
    thread = session.thread()
    _sidebar(talk, thread, language)
    _header(talk, thread, language)
    _conversation(talk, thread, language)


def _open_library(talk: Talk, language: Language) -> None:
    """Opens the store, with a bar while it is built for the first time."""
    if talk.deps.library_is_open:
        return
    place = st.empty()

    def show(share: float, text: Any) -> None:
        place.progress(min(share, 1.0), text=f"{texts.BUILDING.in_(language)} {text.in_(language)}")

    talk.deps.library(show)
    place.empty()


def _header(talk: Talk, thread: str, language: Language) -> None:
    st.title(texts.TITLE.in_(language))
    st.caption(f"{texts.TAGLINE.in_(language)}")
    if talk.transcript(thread):
        return
    st.write(texts.TRY.in_(language))
    columns = st.columns(2)
    for number, example in enumerate(texts.EXAMPLES):
        if columns[number % 2].button(example.in_(language), key=f"example:{number}", width="stretch"):
            st.session_state["pending"] = example.in_(language)


def _sidebar(talk: Talk, thread: str, language: Language) -> None:
    with st.sidebar:
        chosen = st.segmented_control(
            texts.LANGUAGE.in_(language),
            LANGUAGES,
            default=language,
            format_func=_NAMES.__getitem__,
            key=f"language:{language}",
        )
        if chosen and chosen != language:
            session.set_language(chosen)
            st.rerun()
        if st.button(texts.NEW.in_(language), icon=":material/add_comment:", width="stretch"):
            session.new_thread()
            st.rerun()
        needs_panel(talk.dialogue(thread), language, _applier(talk, thread, language))
        _weights(talk, thread, language)
        st.divider()
        st.caption(_mode(language))
        st.caption(texts.DATA_DATE.in_(language).format(day(talk.deps.catalogue.date, language)))


def _mode(language: Language) -> str:
    settings = resources.settings()
    if settings.model:
        return texts.MODE_MODEL.in_(language).format(plain(settings.model))
    return texts.MODE_OFFLINE.in_(language)


def _applier(talk: Talk, thread: str, language: Language) -> Callable[[list[Edit]], None]:
    def apply(edits: list[Edit]) -> None:
        try:
            talk.edit(thread, edits, preferred=language, weights=_chosen_weights())
        except AdvisorError as error:
            st.session_state["error"] = error.in_(language)
        st.rerun()

    return apply


def _weights(talk: Talk, thread: str, language: Language) -> None:
    """Sliders from the weights of the last ranking; what is moved holds for this visit's next turns."""
    last = next((entry for entry in reversed(talk.transcript(thread)) if entry.get("recommendations")), None)
    if last is None:
        return
    computed: Mapping[str, float] = last["recommendations"][0]["weights"]
    with st.expander(texts.WEIGHTS.in_(language)), st.form("weights", border=False):
        st.caption(texts.WEIGHTS_HELP.in_(language))
        chosen = {
            factor: st.slider(
                FACTOR_NAMES[factor].in_(language).capitalize(),
                0,
                100,
                round(100 * computed[factor]),
                key=f"weight:{thread}:{len(talk.transcript(thread))}:{factor}",
            )
            for factor in FACTORS
        }
        apply = st.form_submit_button(texts.WEIGHTS_APPLY.in_(language), width="stretch")
        reset = st.form_submit_button(texts.WEIGHTS_RESET.in_(language), width="stretch", type="tertiary")
    if apply and any(chosen.values()):
        total = sum(chosen.values())
        st.session_state["weights"] = {factor: value / total for factor, value in chosen.items()}
    if reset:
        st.session_state.pop("weights", None)
    if (apply and any(chosen.values())) or reset:
        _applier(talk, thread, language)([])


def _chosen_weights() -> dict[str, float]:
    return dict(st.session_state.get("weights", {}))


def _conversation(talk: Talk, thread: str, language: Language) -> None:
    entries = talk.transcript(thread)
    for number, entry in enumerate(entries):
        _entry(talk, entry, language, number, last=number == len(entries) - 1)
    error = st.session_state.pop("error", None)
    if error:
        st.error(error)
    typed = st.chat_input(texts.PLACEHOLDER.in_(language), submit_mode="stop", key="message")
    text = typed if typed is not None else st.session_state.pop("pending", None)
    if text is not None:
        _turn(talk, thread, str(text), language)


def _turn(talk: Talk, thread: str, text: str, language: Language) -> None:
    """One turn, drawn as it comes; the page is then drawn anew from what was kept."""
    with st.chat_message("user"):
        st.markdown(plain(text))
    try:
        with st.chat_message("assistant"):
            place = st.empty()
            place.caption(texts.THINKING.in_(language))
            shown = ""
            for event in _events(talk, thread, text, language):
                if event.get("type") == "sentence":
                    shown += event["text"]
                    place.markdown(markdown(shown, ()))
    except AdvisorError as error:
        st.session_state["error"] = error.in_(language)
    except Exception:
        log.exception("a turn failed")
        st.session_state["error"] = texts.UNEXPECTED.in_(language)
    st.rerun()


def _events(talk: Talk, thread: str, text: str, language: Language) -> Iterator[dict[str, Any]]:
    return talk.stream(thread, text, preferred=language, weights=_chosen_weights())


def _entry(talk: Talk, entry: Mapping[str, Any], language: Language, number: int, *, last: bool) -> None:
    with st.chat_message(entry["role"]):
        if entry["role"] == "user":
            st.markdown(plain(entry["text"]))
            return
        spoken: Language = "es" if entry["language"] == "es" else "en"
        sources = [Source(s["id"], s["title"], s["url"], s["date"]) for s in entry["sources"]]
        st.markdown(markdown(entry["answer"], sources))
        for notice in entry["notices"]:
            st.info(plain(notice))
        if entry["recommendations"]:
            items = entry["recommendations"] if last else []
            recommendation_cards(items, talk.deps.catalogue.by_id, spoken)
        if sources:
            _sources(talk, sources, spoken, number)


def _sources(talk: Talk, sources: list[Source], language: Language, number: int) -> None:
    """The numbered sources: links for pages, the section itself for the guide."""
    with st.expander(texts.SOURCES.in_(language).format(len(sources))):
        for place, source in enumerate(sources, start=1):
            dated = f" ({day(source.date, language)})" if source.date else ""
            if source.url.startswith("https://"):
                st.markdown(f"{place}. [{plain(source.title)}](<{source.url}>){dated}")
            else:
                st.markdown(f"{place}. {plain(source.title)}{dated}")
                _section(talk, source, language, f"{number}:{place}")


def _section(talk: Talk, source: Source, language: Language, key: str) -> None:
    wanted = source.id.removeprefix("guide/")
    section = next((s for s in talk.deps.guide.sections if s.id == wanted and s.language == language), None)
    if section is not None:
        with st.popover(texts.OPEN_SECTION.in_(language), key=f"section:{key}"):
            st.markdown(f"**{section.title}**\n\n{markdown(section.body, ())}")
