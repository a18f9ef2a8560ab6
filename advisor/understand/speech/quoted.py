"""Words that are somebody else's: in quotation marks, or written by a program that failed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.understand.speech.sentences import AUTHORITIES
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_QUOTED = re.compile(r"(?<!\w)(?:\"[^\"\n]{12,}\"|“[^”]{12,}”|«[^»]{12,}»|[‘'](?=\w)[^\n]{12,}?\S[’'](?!\w))")
_LINE = re.compile(r"^[ \t]*>[^\n]*", re.MULTILINE)
"""A line quoted as mail and chats quote it."""
_ERROR = re.compile(
    r"(?<!\w)(?:[\w.]*(?:Error|Exception)|[Ee]rror(?: (?:response|message|code|de|from)\b[^:\n]{0,30})?|ERROR|Traceback[^:\n]*)"
    r"\s*:(?=\s)"
)
"""The head of a pasted error."""
_FAULT = re.compile(
    r"not found|failed|failure|no supported|(?:is|was|are) not |unable to|could not|couldn't|cannot|can't|expected|invalid|denied|"
    r"refused|timed out|unauthorized|missing|unsupported|exceeded|error\b|toner|no such|no se (?:pudo|puede|encontr)",
    re.IGNORECASE,
)
"""What programs write when they fail."""
_FILE = re.compile(r"\w[._]\w+[._(]|\w_\w|\w\.(?:so|py|dll|json|safetensors|gguf|exe|js|cpp)\b|::|\d: ")
"""Names that only programs use."""
_QUOTED_WORDS = 4
_LED_BY = 4
"""Words before a quotation that say whose it is."""
_REPORTS = wordset(
    "da dice pone tira suelta saca muestra responde devuelve says saying gives shows throws prints returns reads"
)
_PROGRAMS = wordset(
    "script codigo app aplicacion programa pc mac ordenador portatil terminal consola plugin extension navegador servidor "
    "macro router impresora code program laptop computer console browser server printer windows excel word vscode"
)
"""What speaks in messages of its own: one that is quoted is pasted trouble."""
_SAYING = frozenset(
    ("says", "said", "dice", "dijo", "decia", ":", "reads", "repeat", "repite", "every", "cita", "quote")
)
_WITHIN = 5000
"""Characters of a message that are looked through."""


def quoted(reading: Reading, named: Sequence[tuple[int, int]]) -> tuple[list[tuple[int, int]], bool]:
    """The spans in quotation marks, unless somebody with a say passes them on or they are a model's name (`named`); and
    whether a program speaks in one, so that help with it is sought."""
    message = reading.message
    spans, trouble = [], False
    for marked in _QUOTED.finditer(message.text[:_WITHIN]):
        inside = [i for i, t in enumerate(message.tokens) if marked.start() < t.start and t.end < marked.end()]
        trouble = trouble or _is_fault(reading, marked.group(), inside)
        if len(inside) < _QUOTED_WORDS:
            continue
        first, last = inside[0], inside[-1] + 1
        led = message.words[max(first - _LED_BY, 0) : first]
        trouble = trouble or bool(set(led[-2:]) & _REPORTS and set(led) & _PROGRAMS)
        outside = {t.text for t in message.tokens if not marked.start() < t.start < marked.end()}
        if not any(w.startswith(AUTHORITIES) for w in outside) and (outside & _SAYING or len(outside) > 1):
            called = sum(end - start for start, end in named if first <= start and end <= last)
            if len(inside) - called > 1:  # more than the name of a model
                spans.append((first, last))
    lines = [(m.start(), m.end()) for m in _LINE.finditer(message.text[:_WITHIN])]
    theirs = [i for i, t in enumerate(message.tokens) if any(a <= t.start < b for a, b in lines)]
    if theirs and len(theirs) < len(message.tokens):  # a message all of such lines is the person's own
        spans += [(i, i + 1) for i in theirs]
    return spans, trouble


def _is_fault(reading: Reading, text: str, inside: Sequence[int]) -> bool:
    """ "Radeon software says \"no supported driver\"", "'libcusparse.so.12 not found'": what a program wrote as it failed."""
    if not inside or not _FAULT.search(text):
        return False
    led = reading.message.words[max(inside[0] - _LED_BY - 1, 0) : inside[0]]
    return bool(_FILE.search(text)) or bool(_PROGRAMS & set(led)) or reading.has("errand", "tool")


def pasted_errors(reading: Reading) -> tuple[list[tuple[int, int]], bool]:
    """ "RuntimeError: CUDA out of memory", "error: model requires 9.3 GiB": the spans from each to its sentence's end, and
    whether there are any."""
    message = reading.message
    spans = []
    for head in _ERROR.finditer(message.text[:_WITHIN]):
        first = next((i for i, t in enumerate(message.tokens) if t.start >= head.start()), None)
        if first is not None:
            spans.append((first, reading.sentence(first)[1]))
    return spans, bool(spans)
