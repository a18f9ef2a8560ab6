"""The conversation as a Markdown document that a person can keep or send on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from advisor.answer.parts.phrases import label, need_in_words
from advisor.domain.formats import day, number
from advisor.domain.language import Language
from advisor.domain.needs import checked
from advisor.ui import texts
from advisor.ui.labels import capital
from advisor.ui.safe import cleaned, https

Entry = Mapping[str, Any]


def document(entries: Sequence[Entry], dialogue: Entry, data_date: str, language: Language) -> str:
    """What was said and answered, oldest first, with rankings and sources, then the needs as they stand now."""
    parts = [f"# {texts.TITLE.in_(language)}", texts.DATA_DATE.in_(language).format(day(data_date, language))]
    for before, entry in zip([None, *entries], entries, strict=False):
        if entry["role"] != "user" and (before is None or before["role"] != "user"):
            parts.append(f"*{texts.FROM_PANEL.in_(language)}*")
        parts.append(_quoted(entry["text"]) if entry["role"] == "user" else _answer(entry))
    parts += _needs(texts.YOU_SAID.in_(language), dialogue.get("needs", {}), language)
    parts += _needs(texts.I_ASSUMED.in_(language), dialogue.get("assumed", {}), language)
    return "\n\n".join(part for part in parts if part) + "\n"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in cleaned(text).splitlines()) or ">"


def _answer(entry: Entry) -> str:
    """In the answer's own language."""
    language: Language = "es" if entry["language"] == "es" else "en"
    told = [cleaned(entry["answer"]), *(f"*{cleaned(line)}*" for line in entry["notices"])]
    ranked = [
        f"{place}. {cleaned(item['name'])}: {texts.SCORE.in_(language).format(number(100 * item['score'], language, 0))}"
        for place, item in enumerate(entry["recommendations"], start=1)
    ]
    told += ["\n".join(ranked)] if ranked else []
    sources = [f"{place}. {_source(source, language)}" for place, source in enumerate(entry["sources"], start=1)]
    if sources:
        told += [texts.SOURCES.in_(language).format(len(sources)) + ":", "\n".join(sources)]
    by = texts.WRITTEN_BY.in_(language).format(cleaned(str(entry["mode"]))) if entry.get("by_model") else ""
    who = by or texts.MODE_OFFLINE.in_(language)
    return "\n\n".join([*told, f"*{who}*"])


def _source(source: Entry, language: Language) -> str:
    address, dated = https(source["url"]), f" ({day(source['date'], language)})" if source["date"] else ""
    return f"{cleaned(source['title'])}{dated}" + (f": <{address}>" if address else "")


def _needs(title: str, needs: Entry, language: Language) -> list[str]:
    rows = [
        f"- {capital(label(key, language))}: {cleaned(need_in_words(key, checked(key, value), language))}"
        for key, value in needs.items()
    ]
    return [f"## {title}", "\n".join(rows)] if rows else []
