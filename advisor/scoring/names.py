"""Vendors and models as people type them: "open ai", "gpt 4o", "los de google", "chinos"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from advisor.domain.cards import Card

VENDOR_WORDS = {
    "facebook": "meta",
    "metaai": "meta",
    "qwen": "alibaba",
    "alibabacloud": "alibaba",
    "deepmind": "google",
    "googledeepmind": "google",
    "alphabet": "google",
    "zhipu": "zai",
    "zhipuai": "zai",
    "moonshotai": "moonshot",
    "kimi": "moonshot",
    "mistralai": "mistral",
    "aws": "amazon",
    "elonmusk": "xai",
    "musk": "xai",
    "bscaina": "bsc",
    "chatgpt": "openai",
    "gpt": "openai",
    "claude": "anthropic",
    "gemini": "google",
    "grok": "xai",
    "llama": "meta",
    "microsoftazure": "microsoft",
    "allenai": "ai2",
    "ai2": "allenai",
}
COUNTRIES = {
    "CN": ("china", "chino", "chinos", "chinas", "chinese"),
    "US": (
        "usa",
        "eeuu",
        "estadosunidos",
        "unitedstates",
        "american",
        "americano",
        "americanos",
        "us",
        "estadounidenses",
    ),
    "FR": ("francia", "france", "french", "frances", "franceses"),
    "IL": ("israel", "israeli", "israelies"),
    "AE": ("emiratos", "uae", "emirates"),
    "KR": ("corea", "korea", "korean", "coreanos"),
    "RU": ("rusia", "russia", "russian", "rusos"),
}


def plain(text: str) -> str:
    """Letters and digits only, without accents, lower case."""
    folded = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[^a-z0-9]+", "", folded)


def words(text: str) -> tuple[str, ...]:
    """Runs of letters and runs of digits: "GPT-4o mini" -> gpt, 4, o, mini."""
    folded = unicodedata.normalize("NFKD", text.lower())
    return tuple(re.findall(r"[a-z]+|\d+(?:\.\d+)?", folded))


def vendor_rows(typed: str, cards: Sequence[Card]) -> list[int]:
    """Cards of the vendor, country or (where it is no vendor) family that was typed."""
    name = plain(typed)
    for code, spoken in COUNTRIES.items():
        if name in spoken:
            return [row for row, card in enumerate(cards) if card.origin == code]
    wanted = {name, VENDOR_WORDS.get(name, name)}
    rows = [row for row, card in enumerate(cards) if wanted & _vendor_names(card)]
    return rows or model_rows(typed, cards)


def model_rows(typed: str, cards: Sequence[Card]) -> list[int]:
    """An exact name or alias, or else every model whose name or family starts with what was typed."""
    name = plain(typed)
    if not name:
        return []
    exact = [row for row, card in enumerate(cards) if name in {plain(n) for n in _model_names(card)}]
    if exact:
        return exact
    asked = words(typed)
    return [
        row
        for row, card in enumerate(cards)
        if any(_within(asked, words(n)) for n in (*_model_names(card), card.family))
    ]


def vendor_or_model_rows(typed: str, cards: Sequence[Card]) -> list[int]:
    """What a name stands for where either may be meant: a model where one is so called, else the vendor's models."""
    return model_rows(typed, cards) or vendor_rows(typed, cards)


def _vendor_names(card: Card) -> set[str]:
    slug = card.model.partition("/")[0]
    return {plain(card.vendor), plain(slug)}


def _model_names(card: Card) -> tuple[str, ...]:
    return (card.name, card.model, card.model.partition("/")[2], *card.aliases)


def _within(asked: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """The asked words appear in the name, side by side."""
    return any(name[at : at + len(asked)] == asked for at in range(len(name) - len(asked) + 1))
