"""One message of the conversation as HTML: what was typed, or an answer with its notices, cards and sources."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from advisor.domain.cards import Card
from advisor.domain.language import Language
from advisor.domain.passages import Source
from advisor.ui import texts
from advisor.ui.cards import recommendation_cards, unconfirmed_list
from advisor.ui.markup import rendered, typed
from advisor.ui.safe import cleaned
from advisor.ui.sources import source_list

LONG = 1500
"""Characters of a typed message that are shown at once."""


def said(text: str, language: Language) -> str:
    """What the person wrote; of a very long message the beginning, and how long it is."""
    if not text.strip():
        return f'<p class="quiet">{escape(texts.BLANK.in_(language))}</p>'
    if len(text) <= LONG:
        return typed(text)
    note = escape(texts.SHORTENED.in_(language).format(f"{len(text):,}".replace(",", " ")))
    return f'{typed(text[:LONG] + " …")}<p class="quiet">{note}</p>'


def answered(entry: Mapping[str, Any]) -> str:
    """An answer's words in its own language, with their citations and notices."""
    language = _language(entry)
    return (
        f'<div class="answer" lang="{language}">{rendered(entry["answer"], _sources(entry), language)}'
        + notices(entry["notices"])
        + "</div>"
    )


def backing(entry: Mapping[str, Any], cards: Mapping[str, Card], today: str, *, folded: bool) -> str:
    """What stands behind an answer: cards, sources and who wrote it; empty where nothing does.

    `folded`: of an earlier turn, so its cards are behind one line.
    """
    language = _language(entry)
    parts = (
        recommendation_cards(entry["recommendations"], cards, language, today, folded=folded)
        + unconfirmed_list(entry.get("unconfirmed", ()), cards, language)
        + source_list(_sources(entry), str(entry["answer"]), language)
        + _written_by(entry, language)
    )
    return f'<div class="answer backing" lang="{language}">{parts}</div>' if parts else ""


def _language(entry: Mapping[str, Any]) -> Language:
    return "es" if entry["language"] == "es" else "en"


def _sources(entry: Mapping[str, Any]) -> tuple[Source, ...]:
    return tuple(Source(s["id"], s["title"], s["url"], s["date"]) for s in entry["sources"])


def streaming(text: str, language: Language) -> str:
    """What of an answer has arrived so far; its citations get their sources when it is whole."""
    return f'<div class="answer live" lang="{language}">{rendered(text, None, language)}</div>'


def waiting(language: Language, what: str = "") -> str:
    """While there is nothing to read yet; `what` says what is being waited for, where that is known."""
    words = escape(what or texts.THINKING.in_(language))
    return f'<p class="answer live waiting" lang="{language}"><span class="dots" aria-hidden="true"></span>{words}</p>'


def notices(lines: object) -> str:
    told = [str(line) for line in lines] if isinstance(lines, list | tuple) else []
    return "".join(f'<p class="notice" role="note">{escape(cleaned(line))}</p>' for line in told)


def _written_by(entry: Mapping[str, Any], language: Language) -> str:
    mode = str(entry.get("mode", "offline"))
    if mode == "offline" or not entry.get("by_model", True):
        return ""
    return f'<p class="quiet by">{escape(texts.WRITTEN_BY.in_(language).format(cleaned(mode)))}</p>'
