"""Makes untrusted text harmless as Markdown: no images, no foreign links, no formulas, no control characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from advisor.domain.passages import Source

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_IMAGE = re.compile(r"!\s*\[")
_LINK = re.compile(r"\]\s*\(([^)]*)\)")
_REFERENCE = re.compile(r"^\s*\[[^\]]+\]:\s*\S+.*$", re.MULTILINE)
_BARE_URL = re.compile(r"\b(?:https?|ftp|file|data|javascript|mailto):[^\s)>\]]+", re.IGNORECASE)
_CITATION = re.compile(r"\[(\d{1,3})\](?!\()")


def plain(text: str) -> str:
    """Text that somebody typed, to be shown as typed: every Markdown mark is escaped."""
    cleaned = _INVISIBLE.sub("", text)
    cleaned = "".join(c for c in cleaned if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf"))
    escaped = re.sub(r"([\\`*_{}\[\]()#+!|<>$~:^=-])", r"\\\1", cleaned)
    return escaped.replace("\n", "  \n")


def markdown(text: str, sources: Sequence[Source]) -> str:
    """An answer: links and images dropped, citations [n] turned into links to our own sources, dollars escaped."""
    cleaned = _INVISIBLE.sub("", text)
    cleaned = _REFERENCE.sub("", cleaned)
    cleaned = _IMAGE.sub("[", cleaned)
    cleaned = _LINK.sub("]", cleaned)
    cleaned = _BARE_URL.sub("", cleaned)
    cleaned = cleaned.replace("<", "&lt;").replace("$", "\\$")
    return _CITATION.sub(lambda match: _linked(match, sources), cleaned)


def _linked(match: re.Match[str], sources: Sequence[Source]) -> str:
    number = int(match.group(1))
    if not 1 <= number <= len(sources):
        return match.group(0)
    url = sources[number - 1].url
    if not url.startswith("https://"):
        return f"\\[{number}\\]"
    return f"[\\[{number}\\]](<{url.replace('<', '').replace('>', '')}>)"
