"""How vendors and models write their own names, which needs keep in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from advisor.domain.cards import Card

_WITHOUT_CARDS = {
    "01-ai": "01.AI",
    "aleph-alpha": "Aleph Alpha",
    "apple": "Apple",
    "baidu": "Baidu",
    "black-forest-labs": "Black Forest Labs",
    "elevenlabs": "ElevenLabs",
    "huawei": "Huawei",
    "lg": "LG",
    "reka": "Reka",
    "sber": "Sber",
    "stability": "Stability AI",
    "thinking-machines": "Thinking Machines",
    "upstage": "Upstage",
    "yandex": "Yandex",
}
"""Vendors that people name and that have no card, by slug."""
_PRODUCTS = {
    "chatgpt": "ChatGPT",
    "chat gpt": "ChatGPT",
    "claude code": "Claude Code",
    "codex": "Codex",
    "bard": "Bard",
}
"""What people name for the model behind it."""
_BETWEEN = r"[\s._-]*"
"""What may stand between the letters of a name, however it is typed."""


def vendor_names(cards: Iterable[Card]) -> dict[str, str]:
    """Every vendor's name by its slug: those of the cards, and of others that people name."""
    return _WITHOUT_CARDS | {card.model.partition("/")[0]: card.vendor for card in cards}


def written(typed: Iterable[str], cards: Iterable[Card]) -> Mapping[str, str]:
    """How what was typed is written, of a vendor or of a model; what no card is called stays as it was typed."""
    cards = tuple(cards)
    vendors = _PRODUCTS | vendor_names(cards)
    return {name: vendors.get(name) or _model(name, cards) or name for name in typed}


def _model(typed: str, cards: Iterable[Card]) -> str | None:
    """The name as the first card has it that is called so, or in whose name it stands as whole words."""
    letters = [c for c in typed.lower() if c.isalnum()]
    if not letters:
        return None
    pattern = re.compile(rf"(?<!\w){_BETWEEN.join(map(re.escape, letters))}(?!\w)", re.IGNORECASE)
    found = (match for card in cards for name in (card.name, *card.aliases) if (match := pattern.search(name)))
    names = sorted({match.group() for match in found if not match.group().islower()})
    return names[0] if names else None
