"""What untrusted text is stripped of before it is shown, wherever it is shown."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>$~:^=@.-])")


def cleaned(text: str) -> str:
    """Without control, format and right-to-left marks, which hide or reorder what is there; line breaks and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t\u200d" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))


def plain(text: str) -> str:
    """For widgets' labels, which Streamlit reads as Markdown: every mark is escaped, so it shows as typed, on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(cleaned(text).split()))


def https(url: str) -> str | None:
    """The address where it is a whole https one without blanks or user part, else None."""
    if any(c.isspace() or c in "<>\"'`\\" for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme == "https" and parts.hostname and "@" not in parts.netloc else None
