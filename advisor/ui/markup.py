"""Untrusted Markdown as HTML that can carry nothing out.

Everything is escaped; what is left are paragraphs, emphasis, lists, headings, tables and code. There are no images, no
HTML, no formulas, and no links but the citations [n], which lead to the answer's own sources.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING

from advisor.domain.language import Language
from advisor.domain.passages import Source
from advisor.ui import texts
from advisor.ui.safe import cleaned, https

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

CITATION = re.compile(r"\[(\d{1,3})\]")
_FOREIGN = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
"""An inline link or image: only its words are kept."""
_TOGETHER = re.compile(
    r"(?<=\d) (?=(?:GB|USD|EUR|W)\b)"
    r"|(?<=\d) (?=(?:ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic) \d{4}\b)|(?<=\d [a-z]{3}) (?=\d{4}\b)|(?<=\d sept) (?=\d{4}\b)"
    r"|(?<=\b[A-Z][a-z]{2}) (?=\d{1,2}, \d{4}\b)"
)
"""Between a number and its unit, and within a date, no line ends."""
_OFF = ("image", "link", "autolink", "reference", "html_block", "html_inline", "lheading")
_TOP_HEADING = 4
"""Answers stand below the page's own headings."""


def typed(text: str) -> str:
    """What somebody typed, exactly as typed."""
    return f'<div class="typed">{escape(cleaned(text))}</div>'


@lru_cache(maxsize=1024)
def rendered(text: str, sources: tuple[Source, ...] | None, language: Language) -> str:
    """HTML of an answer; [n] leads to the n-th source, and a number without a source stays text.

    `sources` None: not known yet, so every [n] looks like a citation and leads nowhere.
    """
    tokens = _parser().parse(_FOREIGN.sub(r"\1", cleaned(text)))
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1:]) + _TOP_HEADING - 1)}"
        for child in token.children or ():
            if child.type == "text":
                child.content = _TOGETHER.sub("\u00a0", child.content)
        if token.children:
            token.children = [part for child in token.children for part in _cited(child, sources, language)]
    html = str(_parser().renderer.render(tokens, _parser().options, {})).replace("<th></th>", "<td></td>")
    label = escape(texts.TABLE.in_(language), quote=True)
    return html.replace(
        "<table>", f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"><table>'
    ).replace("</table>", "</table></div>")


def source_link(source: Source, language: Language) -> str | None:
    """Where a source opens: a vendor's page, or the guide's own section; None where it cannot be linked."""
    if source.id.startswith("guide/"):
        return f"?{texts.GUIDE_PARAMETER}={source.id.removeprefix('guide/')}&lang={language}"
    return https(source.url)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(_OFF)


def _cited(token: Token, sources: tuple[Source, ...] | None, language: Language) -> list[Token]:
    """A piece of text with its citations turned into links; any other token as it is."""
    if token.type != "text" or "[" not in token.content:
        return [token]
    from markdown_it.token import Token as New

    parts, end = [], 0
    for match in CITATION.finditer(token.content):
        link = _link(int(match.group(1)), sources, language)
        if link:
            parts.append(New("text", "", 0, content=token.content[end : match.start()].rstrip(" ")))
            parts.append(New("html_inline", "", 0, content=link))
            end = match.end()
    return [*parts, New("text", "", 0, content=token.content[end:])]


def _link(number: int, sources: tuple[Source, ...] | None, language: Language) -> str:
    if sources is None:
        return f'<span class="cite">{number}</span>'
    if not 1 <= number <= len(sources):
        return ""
    source = sources[number - 1]
    url = source_link(source, language)
    title = escape(f"{texts.SOURCE.in_(language)} {number}: {cleaned(source.title)}", quote=True)
    if url is None:
        return f'<span class="cite" title="{title}">{number}</span>'
    address = escape(url, quote=True)
    return f'<a class="cite" href="{address}" target="_blank" title="{title}" aria-label="{title}">{number}</a>'
