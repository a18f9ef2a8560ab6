"""Recommendation cards as HTML: score, factor bars, figures, reasons, cautions, and what is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from advisor.answer.parts.phrases import listed
from advisor.domain.cards import Card
from advisor.domain.formats import day, number
from advisor.domain.language import Language
from advisor.ui import texts
from advisor.ui.bars import factor_bars
from advisor.ui.figures import figures, glance
from advisor.ui.labels import field_or_need
from advisor.ui.safe import cleaned

OPEN = 3
"""Cards in sight; the rest are behind one more click."""
RETIRES_SOON_DAYS = 180


def recommendation_cards(
    items: Sequence[Mapping[str, Any]],
    cards: Mapping[str, Card],
    language: Language,
    today: str,
    *,
    folded: bool = False,
) -> str:
    """HTML. `folded`: of an earlier turn, so behind one line."""
    if not items:
        return ""
    drawn = [
        _card(place, item, cards.get(item["model"]), language, today, opened=place == 1 and not folded)
        for place, item in enumerate(items, start=1)
    ]
    shown, rest = "".join(drawn[:OPEN]), "".join(drawn[OPEN:])
    if rest:
        more = escape(texts.MORE.in_(language).format(len(items) - OPEN))
        shown += f'<details class="more"><summary>{more}</summary>{rest}</details>'
    if folded:
        title = escape(texts.THEN.in_(language).format(len(items)))
        return f'<details class="more then"><summary>{title}</summary>{shown}</details>'
    name = escape(texts.RECOMMENDED.in_(language), quote=True)
    return f'<section class="recs" aria-label="{name}">{shown}</section>'


def unconfirmed_list(items: Sequence[Mapping[str, Any]], cards: Mapping[str, Card], language: Language) -> str:
    """Models that would fit if what is unknown turned out well: a list of its own, never mixed with the others."""
    if not items:
        return ""
    rows = []
    for item in items:
        card = cards.get(item["model"])
        unknown = escape(listed([field_or_need(key, language) for key in item["unknown"]], language))
        name = escape(cleaned(card.name if card else item["model"]))
        rows.append(f'<li><a href="{card_link(item["model"], language)}" target="_blank">{name}</a>: {unknown}</li>')
    title = escape(texts.UNCONFIRMED.in_(language).format(len(items)))
    return f'<details class="more"><summary>{title}</summary><ul>{"".join(rows)}</ul></details>'


def card_link(model: str, language: Language) -> str:
    return escape(f"?{texts.CARD_PARAMETER}={model}&lang={language}", quote=True)


def retires_soon(card: Card | None, today: str) -> str | None:
    """The retirement date where it lies less than 180 days ahead, or is past."""
    when = card.value("deprecation_date") if card else None
    if not isinstance(when, str) or len(when) != 10:
        return None
    return when if (date.fromisoformat(when) - date.fromisoformat(today)).days <= RETIRES_SOON_DAYS else None


def _card(
    place: int, item: Mapping[str, Any], card: Card | None, language: Language, today: str, *, opened: bool
) -> str:
    name = escape(cleaned(item["name"]))
    vendor = f'<span class="vendor">{escape(cleaned(card.vendor))}</span>' if card else ""
    score = number(item["score"] * 100, language, 0)
    spoken = escape(texts.SCORE.in_(language).format(score))
    return (
        f'<details class="rec"{" open" if opened else ""}><summary><span class="rank">{place}</span>'
        f'<span class="who"><span class="name">{name}</span> {vendor} {_chips(place, item, card, language, today)}'
        f'<span class="glance">{escape(glance(item, card, language))}</span></span>'
        f'<span class="score"><span class="sr">{spoken}</span><span aria-hidden="true">{score}<small>/100</small></span></span></summary>'
        f'<div class="body">{_body(item, card, language)}</div></details>'
    )


def _chips(place: int, item: Mapping[str, Any], card: Card | None, language: Language, today: str) -> str:
    chips = []
    if item["tie"] and place > 1:
        chips.append(f'<span class="chip">{escape(texts.TIE.in_(language))}</span>')
    when = retires_soon(card, today)
    if when:
        words = texts.RETIRES.in_(language) if when >= today else texts.RETIRED.in_(language)
        chips.append(f'<span class="chip warn">{escape(words.format(day(when, language)))}</span>')
    return "".join(chips)


def _body(item: Mapping[str, Any], card: Card | None, language: Language) -> str:
    rows = "".join(
        f"<div><dt>{escape(f.label)}</dt><dd>{escape(cleaned(f.value))}"
        + (f'<span class="note">{escape(cleaned(f.note))}</span>' if f.note else "")
        + "</dd></div>"
        for f in figures(item, card, language)
    )
    parts = [
        f'<div class="halves"><dl class="figures">{rows}</dl>{factor_bars(item, language)}</div>',
        _listed(texts.WHY.in_(language), item["reasons"]),
        _listed(texts.MIND.in_(language), item["cautions"], "mind"),
    ]
    if item["unknown"]:
        names = listed([field_or_need(key, language) for key in item["unknown"]], language)
        parts.append(f'<p class="unknown"><b>{escape(texts.NOT_KNOWN.in_(language))}:</b> {escape(names)}.</p>')
    command = (item.get("fit") or {}).get("command")
    if command:
        parts.append(
            f'<p class="runs">{escape(texts.RUN.in_(language))}</p><pre class="run" tabindex="0"><code>{escape(cleaned(command))}</code></pre>'
        )
    if card:
        whole = escape(texts.WHOLE_CARD.in_(language))
        parts.append(f'<p class="whole"><a href="{card_link(card.model, language)}" target="_blank">{whole}</a></p>')
    return "".join(parts)


def _listed(title: str, lines: Sequence[str], kind: str = "") -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{escape(cleaned(line))}</li>" for line in lines)
    return f'<p class="head">{escape(title)}</p><ul class="{kind or "why"}">{items}</ul>'
