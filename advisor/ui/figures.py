"""The figures of a recommendation: what it costs, holds, weighs and allows, each said to be unknown where it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.answer.parts.values import size_in_words, value_in_words, with_kind
from advisor.domain.cards import Card
from advisor.domain.formats import number, tokens, usd
from advisor.domain.language import Language
from advisor.ui import texts


@dataclass(frozen=True, slots=True)
class Figure:
    """`note` says where it holds or what it was estimated from."""

    label: str
    value: str
    note: str = ""


def figures(item: Mapping[str, Any], card: Card | None, language: Language) -> list[Figure]:
    """What it costs comes first; on the person's own machine what it takes there instead, where no service is paid."""
    running = _running(item.get("fit"), language) or _taking(item.get("memory_gb"), language)
    return [*(running or _costing(item.get("cost"), card, language)), *_holding(card, language)]


def glance(item: Mapping[str, Any], card: Card | None, language: Language) -> str:
    """The three figures that tell recommendations apart while they are closed.

    On the person's own machine the context is what fits there, which may be far less than the card's.
    """
    told = []
    fit, cost = item.get("fit"), item.get("cost")
    if fit and fit["fits"]:
        told.append(f"≈ {number(fit['total_gb'], language, 1)} GB")
    elif item.get("memory_gb"):
        told.append(f"≈ {number(item['memory_gb'], language, 1)} GB")
    elif cost:
        shown = texts.IN_ALL if cost.get("once") else texts.A_MONTH
        told.append(shown.in_(language).format(usd(cost["usd_month"], language)))
    elif card is not None and (price := _price(card, language)):
        told.append(price.value)
    if card is not None:
        size = size_in_words(card, language)
        told += [size] if size else []
        context, longest = card.fact("context_tokens"), (fit or {}).get("max_context_tokens")
        declared = context.number if context is not None else None
        if fit and fit["fits"] and longest and declared and longest < declared:
            told.append(texts.OF_CONTEXT.in_(language).format(f"≈ {tokens(longest, language)}"))
        elif declared:
            told.append(texts.OF_CONTEXT.in_(language).format(tokens(declared, language)))
    return " · ".join(told)


def _running(fit: Mapping[str, Any] | None, language: Language) -> list[Figure]:
    if not fit:
        return []
    total, available = number(fit["total_gb"], language, 1), number(fit["available_gb"], language, 1)
    needs = f"{total} / {available} GB" if fit["fits"] else texts.DOES_NOT_FIT.in_(language).format(total, available)
    told = [Figure(texts.MEMORY.in_(language), f"{needs} · {fit['quantization']}", fit["basis"])]
    if fit["fits"] and fit["max_context_tokens"]:
        longest = f"{tokens(fit['max_context_tokens'], language)} tokens"
        told.append(Figure(texts.LONGEST.in_(language), longest))
    if fit["fits"] and fit["tokens_per_s"]:
        low, high = (number(v, language, 0) for v in fit["tokens_per_s"])
        told.append(Figure(texts.SPEED.in_(language), f"{low}–{high} tokens/s"))
    return told


def _taking(memory_gb: float | None, language: Language) -> list[Figure]:
    """What it would take on own hardware of which the memory is not known."""
    if not memory_gb:
        return []
    shown = texts.AT_4_BITS.in_(language).format(number(memory_gb, language, 1))
    return [Figure(texts.MEMORY.in_(language), shown, texts.ESTIMATED_HERE.in_(language))]


def _costing(cost: Mapping[str, Any] | None, card: Card | None, language: Language) -> list[Figure]:
    told = []
    if cost:
        told.append(
            Figure(
                (texts.COST if cost.get("once") else texts.MONTHLY).in_(language),
                f"{usd(cost['usd_month'], language)} · {cost['provider']}",
                cost["basis"],
            )
        )
    price = _price(card, language, cost["provider"] if cost else None) if card is not None else None
    return [*told, price] if price else told


def _price(card: Card, language: Language, provider: str | None = None) -> Figure | None:
    """Input and output at that provider, or else at the first one that names a price."""
    priced = [f for f in card.all("price_in_usd_per_m") if f.known]
    if not priced:
        return None
    into = next((f for f in priced if f.provider == provider), priced[0])
    out = next((f for f in card.all("price_out_usd_per_m") if f.known and f.provider == into.provider), None)
    shown = f"{usd(into.number or 0, language)} / {usd(out.number or 0, language) if out else '?'}"
    note = texts.PRICE_NOTE.in_(language).format(into.provider or into.source)
    return Figure(texts.PRICE.in_(language), shown, note)


def _holding(card: Card | None, language: Language) -> list[Figure]:
    if card is None:
        return []
    context, total, licence = (card.fact(name) for name in ("context_tokens", "params_total_b", "licence"))
    size = size_in_words(card, language) or value_in_words("params_total_b", total, language)
    return [
        Figure(
            texts.CONTEXT.in_(language),
            with_kind("context_tokens", context, language)
            if context
            else value_in_words("context_tokens", None, language),
        ),
        Figure(texts.SIZE.in_(language), size),
        Figure(texts.LICENCE.in_(language), value_in_words("licence", licence, language)),
    ]
