"""The conversation: what was said, the turn that is running, and what can be done next."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import streamlit as st

from advisor.conversation.talk import Talk
from advisor.domain import formats
from advisor.domain.language import Language
from advisor.errors import InputError
from advisor.ui import messages, model_choice, resources, session, texts
from advisor.ui.explore import explore
from advisor.ui.next_steps import follow_ups, replies
from advisor.ui.panel import Apply
from advisor.ui.safe import plain
from advisor.ui.turn import Turn

log = logging.getLogger(__name__)
Entry = Mapping[str, Any]
AVATAR = ":material/explore:"


def past(
    talk: Talk,
    thread: str,
    entries: Sequence[Entry],
    dialogue: Entry,
    language: Language,
    apply: Apply,
    *,
    going_on: bool,
) -> None:
    """Every turn so far, oldest first; under the last one what can be done next, unless another turn is `going_on`."""
    grouped = turns(entries)
    for number, turn in enumerate(grouped):
        last = number == len(grouped) - 1 and not going_on
        with st.container(key=f"turn-{number}"):
            if turn[0]["role"] == "user":
                _said(turn[0]["text"], language, number)
            for entry in turn:
                if entry["role"] == "user":
                    continue
                with st.chat_message("assistant", avatar=AVATAR):
                    if entry is turn[0]:
                        st.caption(texts.FROM_PANEL.in_(language))
                    _answer(talk, thread, entry, dialogue, number, apply, last=last)
                    _usage(entry, language)


def _answer(talk: Talk, thread: str, entry: Entry, dialogue: Entry, number: int, apply: Apply, *, last: bool) -> None:
    """Words, then what stands behind them; of the last answer also the replies to its question and the ways on."""
    language: Language = "es" if entry["language"] == "es" else "en"
    words, backing = _drawn(talk, thread, number, entry, folded=not last)
    with st.container(key=f"answer-{number}"):
        st.html(words)
        if last:
            replies(entry, dialogue, language, number, apply)
        if backing:
            st.html(backing)
        if last:
            follow_ups(entry, dialogue, talk.deps.guide, language, number)
            if entry["recommendations"]:
                explore(talk, thread, entry, dialogue, language, number, apply)


def _usage(entry: Entry, language: Language) -> None:
    """What a model counted and cost for this turn, where its provider says so."""
    used = entry.get("usage")
    if used:
        counted = (formats.number(used[key], language, 0) for key in ("tokens_in", "tokens_out"))
        told = texts.USAGE.in_(language).format(*counted)
        cost = f" · {formats.usd(used['usd'], language)}" if used["usd"] is not None else ""
        st.caption(plain(told + cost))


def _drawn(talk: Talk, thread: str, number: int, entry: Entry, *, folded: bool) -> tuple[str, str]:
    """The HTML of a turn, made once a visit: what was answered never changes, and long conversations stay quick."""
    kept: dict[tuple[int, bool], tuple[str, str]] = st.session_state.setdefault(f"drawn-{thread}", {})
    place = (number, folded)
    if place not in kept:
        behind = messages.backing(entry, talk.deps.catalogue.by_id, talk.deps.today(), folded=folded)
        kept[place] = messages.answered(entry), behind
    return kept[place]


def turns(entries: Sequence[Entry]) -> list[list[Entry]]:
    """What was said with its answer; an answer alone follows a change in the panel."""
    grouped: list[list[Entry]] = []
    for entry in entries:
        if entry["role"] == "user" or not grouped or grouped[-1][-1]["role"] != "user":
            grouped.append([])
        grouped[-1].append(entry)
    return grouped


def run_turn(talk: Talk, thread: str, text: str, number: int, language: Language) -> None:
    """One turn, drawn as it comes. Stopped or interrupted, what was verified is kept; then the page is drawn anew."""
    weights = session.weights()

    stop = threading.Event()
    context = model_choice.context(talk.deps, stop)

    def events() -> Iterator[dict[str, Any]]:
        return talk.stream(thread, text, context, preferred=language, weights=weights)

    with st.container(key=f"turn-{number}"):
        _said(text, language, number)
        with st.chat_message("assistant", avatar=AVATAR):
            place = st.empty()
            place.html(messages.waiting(language))
            turn = Turn(events, stop)
            shown = ""
            try:
                for event in turn:
                    if event and event.get("type") == "sentence":
                        shown += event["text"]
                    # Drawing, even the same again, is where Streamlit tells the script that the person pressed stop.
                    place.html(messages.streaming(shown, language) if shown else _waiting(language))
            except BaseException:
                turn.stop()
                raise
    _explain(turn, text, language)
    st.rerun()


def _waiting(language: Language) -> str:
    found = resources.progress()
    return messages.waiting(language, f"{texts.BUILDING.in_(language)} {found[1].in_(language)}" if found else "")


def _explain(turn: Turn, text: str, language: Language) -> None:
    """What went wrong, if anything did; the message goes back into the box, so that nothing is lost."""
    if turn.error is None:
        return
    if turn.explained is None:
        log.error("a turn failed", exc_info=turn.error)
        st.session_state["error"] = texts.UNEXPECTED.in_(language)
    else:
        told = turn.explained.in_(language)
        back = "" if isinstance(turn.explained, InputError) else f" {texts.KEPT_TEXT.in_(language)}"
        st.session_state["error"] = told + back
    st.session_state["draft"] = text


def _said(text: str, language: Language, number: int) -> None:
    with st.container(key=f"said-{number}"), st.chat_message("user"):
        st.html(messages.said(text, language))
