"""A model's stream cut into pieces that can be checked and shown one by one: sentences, headings, table rows, code blocks.

The pieces put together are the stream again, character for character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 2000
"""Characters after which a piece ends whatever it holds, so that an endless sentence cannot hold up the answer."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`lead`: line breaks, indentation and list marks before the text; `tail`: the blanks after it.

    `line_start`: the first piece of its line.
    """

    lead: str
    text: str
    tail: str
    line_start: bool

    @property
    def whole(self) -> str:
        return self.lead + self.text + self.tail


_LEAD = re.compile(r"\s*(?:(?:[-*+•]|\d{1,2}[.)])[ \t]+|>[ \t]*)*")
_ABBREVIATIONS = re.compile(
    r"(?:^|[\s(¿¡\"«])(?:p\. ?ej|ej|etc|aprox|vs|dr|dra|sr|sra|srta|ud|uds|núm|nº|n|fig|pág|págs|máx|mín|approx|e\.g|i\.e|eg|ie|no|cf|resp|st|mr|mrs|ms|inc|ltd|ee\. ?uu|a\. ?m|p\. ?m|[A-Za-zÁÉÍÓÚ])\.$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…]+(?:\*{1,3}|_{1,2}|[\"”»')\]])*(?:[ \t]?\[\d{1,3}(?:\s*[,-]\s*\d{1,3})*\])*\.?")
_NEXT = re.compile(r"[ \t]+(?=[\"'«“¿¡(\[*_`A-ZÁÉÍÓÚÑÜ0-9$€~\-–—•#|✅❌➡⚠👉💡🟢🔹])|\s*\n")
_BLANK = re.compile(r"[ \t]+|\s*\n")
"""After a full stop with its citation a name may go on in lower case: "... [3]. gpt-oss 20B ..."."""
_HALF_CITED = re.compile(r"\[[\d\s,;-]*\Z")
"""A citation that has begun after a full stop belongs before it, so its end is awaited."""


class Splitter:
    """Feed it chunks; it gives back what is complete. `finish` gives the rest."""

    def __init__(self) -> None:
        self._held = ""
        self._line_start = True

    @property
    def held(self) -> str:
        """What has been fed and not yet given back."""
        return self._held

    def feed(self, chunk: str) -> Iterator[Piece]:
        self._held += chunk
        while True:
            end = self._complete(self._held)
            if end is None:
                return
            yield self._piece(end)

    def pause(self) -> Iterator[Piece]:
        """The model has paused: a sentence that looks finished need not wait for what follows it.

        After a digit ("3." may go on as "3.5") and after an abbreviation it does wait.
        """
        text = self._held.rstrip()
        stop = list(_STOP.finditer(text))
        if not stop or stop[-1].end() != len(text) or "```" in text or text.lstrip().startswith("|"):
            return
        mark = stop[-1]
        if mark.group() != "." or not (text[mark.start() - 1 : mark.start()].isdigit() or _ABBREVIATIONS.search(text)):
            yield self._piece(len(self._held))

    def finish(self) -> Iterator[Piece]:
        while self._held.strip():
            end = self._complete(self._held + "\n")
            yield self._piece(min(end or len(self._held), len(self._held)))

    def _piece(self, end: int) -> Piece:
        raw, self._held = self._held[:end], self._held[end:]
        match = _LEAD.match(raw)
        lead = match.group() if match else ""
        body = raw[len(lead) :]
        text = body.rstrip()
        line_start = self._line_start or "\n" in lead
        tail = body[len(text) :]
        self._line_start = "\n" in tail
        return Piece(lead, text, tail, line_start)

    def _complete(self, held: str) -> int | None:
        """Where the first complete piece ends; None while there is none."""
        match = _LEAD.match(held)
        start = match.end() if match else 0
        if start >= len(held):
            return None
        if held.startswith(("```", "~~~"), start):
            close = held.find(held[start : start + 3], start + 3)
            line = held.find("\n", close + 3) if close >= 0 else -1
            return line + 1 if line >= 0 else (start + LONGEST if len(held) - start > LONGEST else None)
        newline = held.find("\n", start)
        if held[start] in "|#":
            return newline + 1 if newline >= 0 else (start + LONGEST if len(held) - start > LONGEST else None)
        for stop in _STOP.finditer(held, start, newline if newline >= 0 else len(held)):
            if self._ends(held, start, stop):
                return _after(held, stop.end())
        if newline >= 0:
            return newline + 1
        return start + LONGEST if len(held) - start > LONGEST else None

    def _ends(self, held: str, start: int, stop: re.Match[str]) -> bool:
        cited = "]" in held[max(0, stop.start() - 1) : stop.end()]
        following = (_BLANK if cited else _NEXT).match(held, stop.end())
        if not following or _HALF_CITED.match(held, following.end()):
            return False
        if stop.group().startswith(".") and stop.group() == ".":
            before = held[start : stop.end()]
            if before.strip().lower() == "no.":
                return not held[following.end() : following.end() + 1].isdigit()
            if _ABBREVIATIONS.search(before) or re.fullmatch(r"\s*\**\d{1,2}\.", before):
                return False
        return True


def _after(held: str, end: int) -> int:
    """Past the blanks that follow a sentence, up to and with one line break."""
    while end < len(held) and held[end] in " \t":
        end += 1
    return end + 1 if end < len(held) and held[end] == "\n" else end


def split(text: str) -> tuple[Piece, ...]:
    """All pieces of a finished text."""
    splitter = Splitter()
    return (*splitter.feed(text), *splitter.finish())
