"""The numbered sources under an answer: each opens the page, or the section of the guide, that it names."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from advisor.domain.formats import day
from advisor.domain.language import Language
from advisor.domain.passages import Source
from advisor.ui import texts
from advisor.ui.markup import CITATION, source_link
from advisor.ui.safe import cleaned


def source_list(sources: Sequence[Source], answer: str, language: Language) -> str:
    """HTML, folded to one line, of those that the answer cites, or of all where it cites none; empty without sources.

    A model is given more pages than it comes to cite.
    """
    if not sources:
        return ""
    numbered = list(enumerate(sources, start=1))
    cited = {int(number) for number in CITATION.findall(answer)}
    numbered = [(number, source) for number, source in numbered if number in cited] or numbered
    title = escape(texts.SOURCES.in_(language).format(len(numbered)))
    rows = "".join(f'<li value="{number}">{_source(source, language)}</li>' for number, source in numbered)
    return f'<details class="sources"><summary>{title}</summary><ol>{rows}</ol></details>'


def _source(source: Source, language: Language) -> str:
    title, url = escape(cleaned(source.title)), source_link(source, language)
    dated = f' <span class="quiet">({escape(day(source.date, language))})</span>' if source.date else ""
    if url is None:
        return title + dated
    return f'<a href="{escape(url, quote=True)}" target="_blank">{title}</a>{dated}'
