"""API or own hardware: where one becomes cheaper than the other, with every assumption in a field of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from advisor.domain.advice import BreakEven, Hosting
from advisor.domain.cards import Card
from advisor.domain.formats import tokens, usd
from advisor.domain.language import Language
from advisor.scoring.hosting import DEFAULT_HOSTING, break_even, hosting
from advisor.ui import texts
from advisor.ui.safe import plain

_LEAST = 0.0001
_STEPS = {
    "hardware_usd": 100.0,
    "lifetime_months": 6.0,
    "rental_usd_hour": 0.05,
    "power_w": 20.0,
    "electricity_usd_kwh": 0.01,
    "utilisation": 5.0,
    "tokens_per_s": 5.0,
}


def candidate(items: Sequence[Mapping[str, Any]], cards: Mapping[str, Card]) -> Mapping[str, Any] | None:
    """The best recommendation that can be run by oneself and has a price to compare with; None: there is nothing to weigh."""
    return next((item for item in items if _price(item) > 0 and _open(cards.get(item["model"]))), None)


def own_hardware(item: Mapping[str, Any], language: Language, turn: int) -> None:
    """The fields and what follows from them, worked out again at each change without drawing the rest of the page."""

    @st.fragment
    def drawn() -> None:
        st.caption(f"{plain(item['name'])}. {plain(DEFAULT_HOSTING.basis.in_(language))}")
        price, plan = _fields(item, language, turn)
        st.html(_outcome(break_even(price, plan), language))

    drawn()


def _fields(item: Mapping[str, Any], language: Language, turn: int) -> tuple[float, Hosting]:
    """(what the API asks per million tokens, the assumptions as the fields have them)."""
    starts = {name: getattr(DEFAULT_HOSTING, name) for name in _STEPS} | {
        "utilisation": 100 * DEFAULT_HOSTING.utilisation
    }
    speed = (item.get("fit") or {}).get("tokens_per_s")
    if speed:
        starts["tokens_per_s"] = round(sum(speed) / len(speed))
    # Two and two: on a phone, where columns stand below each other, and for the keyboard the order stays the same.
    cells = [cell for _ in range(0, 1 + len(_STEPS), 2) for cell in st.columns(2, vertical_alignment="bottom")]
    price = cells[0].number_input(
        texts.API_PRICE.in_(language), min_value=_LEAST, value=max(_LEAST, round(_price(item), 4)), step=0.05,
        format="%g", key=f"own-{turn}-api",
    )  # fmt: skip
    changed = {
        name: float(
            cells[number].number_input(
                texts.HOSTING[name].in_(language), min_value=_LEAST, value=float(starts[name]), step=_STEPS[name],
                max_value=100.0 if name == "utilisation" else None, format="%g", key=f"own-{turn}-{name}",
            )
        )
        for number, name in enumerate(_STEPS, start=1)
    }  # fmt: skip
    changed["utilisation"] /= 100
    return float(price), hosting(changed.pop("tokens_per_s"), DEFAULT_HOSTING, **changed)


def _outcome(found: BreakEven, language: Language) -> str:
    never = texts.NEVER.in_(language)
    rows = (
        (texts.PAYS_BUYING, _volume(found.owned_tokens_month, language) or never),
        (texts.PAYS_RENTING, _volume(found.rented_tokens_month, language) or never),
        (texts.MACHINE_DOES, _volume(found.capacity_tokens_month, language)),
        (texts.OWNED_COSTS, texts.A_MONTH.in_(language).format(usd(found.owned_usd_month, language))),
        (texts.RENTED_COSTS, texts.A_MONTH.in_(language).format(usd(found.rented_usd_month, language))),
    )
    told = "".join(f"<div><dt>{escape(name.in_(language))}</dt><dd>{escape(value)}</dd></div>" for name, value in rows)
    return (
        f'<div class="answer" role="status"><p class="head">{escape(found.text.in_(language))}</p>'
        f'<dl class="figures wide">{told}</dl></div>'
    )


def _volume(amount: float | None, language: Language) -> str:
    return "" if amount is None else texts.TOKENS_A_MONTH.in_(language).format(tokens(amount, language))


def _price(item: Mapping[str, Any]) -> float:
    """USD per million tokens in this workload's mix; 0 where it is not known."""
    cost = item.get("cost") or {}
    return float(cost["usd_month"]) / cost["tokens"] * 1e6 if cost.get("tokens") else 0.0


def _open(card: Card | None) -> bool:
    return card is not None and card.value("open_weights") is True
