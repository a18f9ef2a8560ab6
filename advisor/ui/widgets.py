"""The right widget for each kind of need."""

from __future__ import annotations

from typing import Any

import streamlit as st

from advisor.answer.parts.phrases import USE_CASES, need_in_words
from advisor.domain.cards import Catalogue
from advisor.domain.language import Language
from advisor.domain.language_names import language_name
from advisor.domain.needs import NEEDS
from advisor.ui import texts
from advisor.ui.labels import capital, need_label

PROGRAMMING = (
    "python", "javascript", "typescript", "java", "c#", "c++", "c", "go", "rust", "php", "ruby", "swift", "kotlin", "r",
    "sql", "bash", "html", "css", "scala", "lua", "dart", "matlab", "cobol", "fortran", "terraform",
)  # fmt: skip
SPOKEN = (
    "es", "en", "ca", "gl", "eu", "pt", "fr", "de", "it", "nl", "pl", "ro", "ru", "uk", "tr", "ar", "he", "fa", "hi", "bn",
    "ur", "zh", "ja", "ko", "vi", "th", "id", "sv", "da", "no", "fi", "el", "cs", "sk", "hu", "bg", "hr", "sr", "sl", "et",
    "lv", "lt", "is", "ast", "oc", "an", "cy", "ga", "sw", "ms", "tl",
)  # fmt: skip
NAMED = ("excluded_vendors", "excluded_models", "mentioned_models", "in_place_of")
"""Needs that hold the catalogue's own names, in small letters."""
_TOKENS = ("min_context_tokens", "min_output_tokens", "tokens_per_month")
_START: dict[str, float] = {
    "min_context_tokens": 32_000,
    "min_output_tokens": 4_000,
    "tokens_per_month": 1_000_000,
    "items_per_month": 1_000,
    "items_once": 1_000,
    "users": 50,
    "item_tokens": 2_000,
    "output_share": 0.25,
    "max_params_b": 14,
    "min_params_b": 7,
    "vram_gb": 12,
    "ram_gb": 32,
    "budget_usd_month": 20,
    "budget_usd_once": 100,
    "max_usd_per_item": 0.01,
    "max_price_in_usd_per_m": 1,
    "max_price_out_usd_per_m": 4,
    "min_tokens_per_s": 20,
}
"""Where an empty number starts: somewhere plausible, so that a few steps reach what is meant."""


def value_widget(key: str, value: Any, language: Language, catalogue: Catalogue) -> Any:
    """Draws the widget that fits the need's type, holding `value`; returns what it holds now."""
    spec, widget = NEEDS[key], f"need-value-{key}"
    name = need_label(key, language)
    if spec.type == "bool":
        return st.segmented_control(
            name, [True, False], default=True if value is None else value, key=widget, required=True,
            format_func=lambda v: (texts.YES if v else texts.NO).in_(language),
        )  # fmt: skip
    if spec.type == "choice":
        allowed = list(spec.allowed)
        return st.selectbox(
            name, allowed, index=allowed.index(value) if value in allowed else 0, key=widget,
            format_func=lambda v: _choice(key, v, language), placeholder=texts.CHOOSE.in_(language),
        )  # fmt: skip
    if spec.type in ("choices", "names"):
        return _members(key, name, list(value or ()), language, catalogue, widget)
    return _number(key, name, value, language, widget)


def _choice(key: str, value: str, language: Language) -> str:
    words = USE_CASES[value].in_(language) if key == "use_case" else need_in_words(key, value, language)
    return capital(words)


def _members(key: str, name: str, value: list[str], language: Language, catalogue: Catalogue, widget: str) -> list[str]:
    names = dict(options(key, language, catalogue))
    missing = [member for member in value if member not in names]
    return st.multiselect(
        name, [*missing, *names], default=value, key=widget, placeholder=texts.CHOOSE.in_(language), select_all=False,
        format_func=lambda member: names.get(member, str(member)), accept_new_options=NEEDS[key].type == "names",
    )  # fmt: skip


def options(key: str, language: Language, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """(value, what to show) of a list need, in the reader's order."""
    if key == "languages":
        return tuple((code, language_name(code, language)) for code in SPOKEN)
    if key == "programming_languages":
        return tuple((word, word) for word in PROGRAMMING)
    if key == "excluded_vendors":
        return tuple(sorted({(card.vendor.lower(), card.vendor) for card in catalogue}))
    if key in ("excluded_models", "mentioned_models", "in_place_of"):
        return tuple(sorted({(card.name.lower(), card.name) for card in catalogue}, key=lambda pair: pair[1].lower()))
    return tuple((member, need_in_words(key, (member,), language)) for member in NEEDS[key].allowed)


def _number(key: str, name: str, value: Any, language: Language, widget: str) -> float | int | None:
    spec, start = NEEDS[key], _START.get(key, max(1.0, NEEDS[key].low))
    note = texts.PAGES_HELP if key in _TOKENS else texts.FREE_HELP if key == "budget_usd_month" else None
    if key in texts.UNITS:
        name = f"{name} ({texts.UNITS[key].in_(language)})"
    held: float | int | None
    if spec.type == "integer":
        held = st.number_input(
            name, min_value=int(spec.low), max_value=int(spec.high), value=int(start if value is None else value),
            step=1000 if key in _TOKENS else 1, key=widget,
        )  # fmt: skip
    else:
        held = st.number_input(
            name, min_value=float(spec.low), max_value=float(spec.high), value=float(start if value is None else value),
            step=1.0, format="%g", key=widget,
        )  # fmt: skip
    if note:
        st.caption(note.in_(language))
    return held
