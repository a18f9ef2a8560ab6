"""Beside the recommendation: what would change it, models that nobody beats on two things at once, own hardware."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from advisor.conversation.talk import Talk
from advisor.domain.advice import ParetoPoint
from advisor.domain.formats import number, usd
from advisor.domain.language import Language
from advisor.ui import texts
from advisor.ui.cards import card_link
from advisor.ui.next_steps import edits_towards
from advisor.ui.own_hardware import candidate, own_hardware
from advisor.ui.panel import Apply
from advisor.ui.safe import cleaned, plain

_POINTS = 6
_CHANGES = 4


def explore(
    talk: Talk,
    thread: str,
    entry: Mapping[str, Any],
    dialogue: Mapping[str, Any],
    language: Language,
    turn: int,
    apply: Apply,
) -> None:
    """Folded parts; each is computed only while it is open."""
    changes = st.expander(
        texts.WHAT_IF.in_(language), key=f"what-if-{turn}", on_change="rerun", icon=":material/alt_route:"
    )
    if changes.open:
        with changes:
            _what_if(talk, thread, dialogue, language, turn, apply)
    fronts = st.expander(
        texts.TRADE_OFFS.in_(language), key=f"trade-offs-{turn}", on_change="rerun", icon=":material/balance:"
    )
    if fronts.open:
        with fronts:
            _trade_offs(talk, thread, language)
    weighed = candidate(entry["recommendations"], talk.deps.catalogue.by_id)
    if weighed is None:
        return
    own = st.expander(texts.OWN_OR_API.in_(language), key=f"own-{turn}", on_change="rerun", icon=":material/calculate:")
    if own.open:
        with own:
            own_hardware(weighed, language, turn)


def _what_if(talk: Talk, thread: str, dialogue: Mapping[str, Any], language: Language, turn: int, apply: Apply) -> None:
    found = talk.what_if(thread)[:_CHANGES]
    if not found:
        st.caption(texts.WHAT_IF_NONE.in_(language))
    for place, change in enumerate(found):
        text = plain(change.text.in_(language))
        if change.needs is None:
            st.markdown(text)
        elif st.button(text, key=f"what-if-{turn}-{place}", width="stretch", wrap=True):
            apply(edits_towards(dialogue, change.needs.to_json()))


def _trade_offs(talk: Talk, thread: str, language: Language) -> None:
    points = talk.pareto(thread)
    if not points:
        st.caption(texts.TRADE_OFFS_NONE.in_(language))
        return
    st.caption(texts.TRADE_OFFS_HELP.in_(language))
    for axis, title in texts.AXES.items():
        mine = [point for point in points if point.axis == axis][:_POINTS]
        if mine:
            estimated = axis == "speed" and not any(point.facts for point in mine)
            head = escape((texts.ESTIMATED_SPEED if estimated else title).in_(language))
            st.html(f'<div class="answer front"><p class="head">{head}</p>{_front(mine, language)}</div>')


def _front(points: Sequence[ParetoPoint], language: Language) -> str:
    rows = "".join(
        f'<li><a href="{card_link(point.card.model, language)}" target="_blank">{escape(cleaned(point.card.name))}</a>'
        f'<span class="track" aria-hidden="true"><span class="fill" style="width:{100 * point.quality:.0f}%"></span></span>'
        f'<span class="quiet">{escape(texts.QUALITY.in_(language).format(number(100 * point.quality, language, 0)))}</span>'
        f"<b>{escape(_amount(point, language))}</b></li>"
        for point in points
    )
    return f'<ul class="tradeoff">{rows}</ul>'


def _amount(point: ParetoPoint, language: Language) -> str:
    if point.axis == "cost":
        return usd(point.value, language)
    if point.axis == "size":
        return f"{number(point.value, language, 1)}B"
    return f"{number(point.value, language, 0)} tokens/s"
