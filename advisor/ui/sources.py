"""The numbered sources under an answer: each opens the page, or the section of the guide, that it names."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from advisor.domain.formats import day
from advisor.domain.language import Language
from advisor.domain.passages import Source
from advisor.ui import texts
from advisor.ui.markup import source_link
from advisor.ui.safe import cleaned


def source_list(sources: Sequence[Source], language: Language) -> str:
    """HTML, folded to one line; empty without sources."""
    if not sources:
        return ""
    title = escape(texts.SOURCES.in_(language).format(len(sources)))
    rows = "".join(f"<li>{_source(source, language)}</li>" for source in sources)
    return f'<details class="sources"><summary>{title}</summary><ol>{rows}</ol></details>'


def _source(source: Source, language: Language) -> str:
    title, url = escape(cleaned(source.title)), source_link(source, language)
    dated = f' <span class="quiet">({escape(day(source.date, language))})</span>' if source.date else ""
    if url is None:
        return title + dated
    return f'<a href="{escape(url, quote=True)}" target="_blank">{title}</a>{dated}'
