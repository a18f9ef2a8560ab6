"""The seven factor bars: plain HTML that opens into the reason, so that touch, keyboard and screen readers get it too."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from advisor.domain.factors import FACTORS
from advisor.domain.formats import number
from advisor.domain.language import Language
from advisor.ui import texts
from advisor.ui.labels import factor_label
from advisor.ui.safe import cleaned


def factor_bars(item: Mapping[str, Any], language: Language) -> str:
    """HTML of one recommendation's bars. A factor without data is hatched and says so; the points add up to the score."""
    label = escape(texts.ABOUT_FACTORS.in_(language), quote=True)
    rows = "".join(_bar(item, factor, language) for factor in FACTORS)
    sum_up = escape(texts.ADDED_UP.in_(language))
    return f'<div class="bars" role="group" aria-label="{label}">{rows}<p class="quiet">{sum_up}</p></div>'


def _bar(item: Mapping[str, Any], factor: str, language: Language) -> str:
    value, weight, known = float(item["factors"][factor]), float(item["weights"][factor]), bool(item["known"][factor])
    name = factor_label(factor, language)
    points, shown = number(100 * value * weight, language, 1), number(100 * value, language, 0)
    parts = texts.POINTS.in_(language).format(shown, number(100 * weight, language, 0), points)
    why = cleaned(item["explained"][factor]) if known else texts.PRIOR.in_(language)
    return (
        f'<details class="bar"><summary><span class="name">{escape(name)}</span>'
        f'<span class="track" aria-hidden="true"><span class="fill{"" if known else " guess"}" style="width:{100 * value:.0f}%"></span></span>'
        f'<span class="value">{shown if known else f"<span class=sr>{escape(why)}</span>–"}</span>'
        f'<span class="weight">× {number(100 * weight, language, 0)}\u202f%</span></summary>'
        f'<p>{escape(why)}<br><span class="quiet">{escape(parts)}</span></p></details>'
    )
