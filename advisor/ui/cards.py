"""Recommendation cards: score, factor bars, figures, reasons, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from advisor.answer.parts.phrases import label, listed
from advisor.answer.parts.values import field_label, size_in_words, value_in_words
from advisor.domain.cards import Card
from advisor.domain.fields import FIELDS
from advisor.domain.formats import number, tokens, usd
from advisor.domain.language import Language
from advisor.domain.needs import NEEDS
from advisor.ui import texts
from advisor.ui.bars import factor_bars
from advisor.ui.safe import plain

_OPEN = 3


def recommendation_cards(items: Sequence[Mapping[str, Any]], cards: Mapping[str, Card], language: Language) -> None:
    """The first three as expanders, the first one open; the rest behind one more."""
    for place, item in enumerate(items[:_OPEN], start=1):
        _card(place, item, cards.get(item["model"]), language, expanded=place == 1)
    rest = items[_OPEN:]
    if rest:
        with st.expander(texts.MORE.in_(language).format(len(rest))):
            for place, item in enumerate(rest, start=_OPEN + 1):
                st.markdown(_title(place, item, language))
                _body(item, cards.get(item["model"]), language)


def _card(place: int, item: Mapping[str, Any], card: Card | None, language: Language, *, expanded: bool) -> None:
    with st.expander(_title(place, item, language), expanded=expanded):
        _body(item, card, language)


def _title(place: int, item: Mapping[str, Any], language: Language) -> str:
    score = texts.SCORE.in_(language).format(number(item["score"] * 100, language, 0))
    tie = f" · {texts.TIE.in_(language)}" if item["tie"] and place > 1 else ""
    return f"**{place}. {plain(item['name'])}** · {score}{tie}"


def _body(item: Mapping[str, Any], card: Card | None, language: Language) -> None:
    left, right = st.columns([1, 1], gap="medium")
    with left:
        st.markdown(_figures(item, card, language))
    with right:
        st.html(factor_bars(item, language))
    lines = "\n".join(f"- {plain(reason)}" for reason in item["reasons"][:4])
    if lines:
        st.markdown(f"**{texts.WHY.in_(language)}**\n\n{lines}")
    if item["cautions"]:
        cautions = "\n".join(f"- {plain(caution)}" for caution in item["cautions"])
        st.markdown(f"**{texts.MIND.in_(language)}**\n\n{cautions}")
    if item["unknown"]:
        names = listed([_name(key, language) for key in item["unknown"]], language)
        st.caption(f"{texts.NOT_KNOWN.in_(language)}: {plain(names)}")
    command = (item.get("fit") or {}).get("command")
    if command:
        st.caption(texts.RUN.in_(language))
        st.code(command, language="bash")


def _figures(item: Mapping[str, Any], card: Card | None, language: Language) -> str:
    """The figures as a definition list in Markdown; what is unknown is said to be so."""
    rows: list[tuple[str, str]] = []
    fit, cost = item.get("fit"), item.get("cost")
    if cost:
        rows.append((texts.MONTHLY.in_(language), f"{usd(cost['usd_month'], language)} · {cost['provider']}"))
    if card is not None:
        price_in, price_out = card.fact("price_in_usd_per_m"), card.fact("price_out_usd_per_m")
        if price_in is not None and price_in.known:
            both = f"{value_in_words('price_in_usd_per_m', price_in, language)} / {value_in_words('price_out_usd_per_m', price_out, language)}"
            rows.append((texts.PRICE.in_(language), f"{both} · 1M tokens · {price_in.provider or ''}".rstrip(" ·")))
        rows.append(
            (texts.CONTEXT.in_(language), value_in_words("context_tokens", card.fact("context_tokens"), language))
        )
        size = size_in_words(card, language) or value_in_words("params_total_b", card.fact("params_total_b"), language)
        rows.append((texts.SIZE.in_(language), size))
        rows.append((texts.LICENCE.in_(language), value_in_words("licence", card.fact("licence"), language)))
    if fit and fit["fits"]:
        memory = f"{number(fit['total_gb'], language, 1)} / {number(fit['available_gb'], language, 1)} GB · {fit['quantization']}"
        rows.append((texts.MEMORY.in_(language), memory))
        if fit["max_context_tokens"]:
            rows.append((texts.CONTEXT.in_(language) + " max", f"{tokens(fit['max_context_tokens'], language)} tokens"))
        if fit["tokens_per_s"]:
            low, high = (number(v, language, 0) for v in fit["tokens_per_s"])
            rows.append((texts.SPEED.in_(language), f"{low}–{high} tokens/s"))
    return "\n".join(f"- **{name}:** {plain(value)}" for name, value in rows)


def _name(key: str, language: Language) -> str:
    if key in FIELDS:
        return field_label(key, language)
    return label(key, language) if key in NEEDS else key
