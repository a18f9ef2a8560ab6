"""Which models there are: of a vendor, the newest that are current, each with its size, window and price; of all, how many."""

from __future__ import annotations

from collections import Counter

from advisor.answer.parts.cite import Citer, sentence
from advisor.answer.parts.figures import prices_in_words
from advisor.answer.parts.phrases import listed
from advisor.answer.parts.values import value_in_words
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.formats import number
from advisor.domain.language import Language, Localised

SHOWN = 6
"""Models told of one vendor."""
_OFFERED = ("current", "preview")
_NONE = Localised("No tengo en mi catálogo ningún modelo de {}.", "I have no model by {} in my catalogue.")
_HOLDS = Localised("En mi catálogo hay {} de {}", "My catalogue holds {} by {}")
_ALL = Localised("Conozco {} modelos de {} fabricantes: {}.", "I know {} models by {} vendors: {}.")
_FOR_WHAT = Localised(
    "Dime para qué lo quieres y te digo cuáles te convienen.",
    "Tell me what it is for and I will say which ones suit you.",
)
_WINDOW = Localised("{} de contexto", "{} of context")


def lineup(evidence: Evidence, cite: Citer) -> list[str]:
    """A sentence of how many there are, a list of the newest, and what to ask next."""
    language = evidence.language
    if not evidence.lineup:
        return [_NONE.in_(language).format(listed([f"**{name}**" for name in evidence.makers], language))]
    asks = [] if "use_case" in evidence.needs else [_FOR_WHAT.in_(language)]
    if not evidence.makers:
        by_vendor = Counter(card.vendor for card in evidence.lineup).most_common()
        shown = listed([f"{vendor} ({number(count, language)})" for vendor, count in by_vendor], language)
        told = _ALL.in_(language).format(
            number(len(evidence.lineup), language), number(len(by_vendor), language), shown
        )
        return [told, *asks]
    offered = [card for card in evidence.lineup if card.status in _OFFERED]
    newest = offered[:SHOWN]
    rows = "\n".join(f"- {_row(card, language, cite)}" for card in newest)
    return [*_counted(evidence, len(offered), len(newest)), rows, *asks]


def _counted(evidence: Evidence, offered: int, shown: int) -> list[str]:
    language = evidence.language
    total = len(evidence.lineup)
    es = language == "es"
    models = (
        ("un modelo" if total == 1 else f"{number(total, language)} modelos")
        if es
        else ("one model" if total == 1 else f"{number(total, language)} models")
    )
    told = _HOLDS.in_(language).format(models, listed([f"**{name}**" for name in evidence.makers], language))
    if offered < total:
        told += (
            f"; {number(offered, language)} {'vigentes' if es else 'of them current'}"
            if offered
            else ("; ninguno vigente" if es else "; none of them current")
        )
    if shown < offered:
        told += f". {'Los más recientes' if es else 'The newest'}:"
    return [told if told.endswith(":") else told + (":" if shown else ".")]


def _row(card: Card, language: Language, cite: Citer) -> str:
    """ "**Mistral Small 4** (16 mar 2026 [1]): 119B [1]; 262K tokens de contexto [1]; 0,15 USD ..."; what is unknown is left out."""
    parts: list[str] = []
    for field in ("params_total_b", "context_tokens"):
        fact = card.fact(field)
        if fact is not None and fact.known:
            text = value_in_words(field, fact, language)
            told = _WINDOW.in_(language).format(text) if field == "context_tokens" else text
            parts.append(told + cite.fact(card, fact))
    parts += prices_in_words(card, language, cite)
    released = card.fact("release_date")
    day = (
        f" ({value_in_words('release_date', released, language)}{cite.fact(card, released)})"
        if released is not None and released.known
        else ""
    )
    return sentence(f"**{card.name}**{day}" + (": " + "; ".join(parts) if parts else ""))
