"""What stands in the evidence word for word may be said word for word, of the model it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisor.answer.claims.folding import fold

SHORTEST = 24
"""Characters below which a clause is no quotation but a coincidence."""

_CLAUSES = re.compile(r"(?<=[.!?;])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Quote:
    """`owner`: the model whose text it is; None for the guide's. `sources`: the citation numbers that stand for it."""

    owner: str | None
    text: str
    sources: frozenset[int]


class Quotes:
    """`texts`: (owner, text, citation numbers). `own`: whole answers of ours, whose sentences may be said again."""

    def __init__(self, texts: Iterable[tuple[str | None, str, frozenset[int]]], own: Iterable[str] = ()) -> None:
        found: dict[tuple[str | None, str], frozenset[int]] = {}
        for owner, text, cited in texts:
            for clause in (text, *_CLAUSES.split(text)):
                plain = _bare(fold(clause))
                if len(plain) >= SHORTEST and (re.search(r"\d", plain) or plain.count(" ") >= 4):
                    found[owner, plain] = found.get((owner, plain), frozenset()) | cited
        self._quotes = sorted((Quote(o, t, s) for (o, t), s in found.items()), key=lambda q: -len(q.text))
        self._own = frozenset(_letters(sentence) for answer in own for sentence in _CLAUSES.split(answer)) - {""}

    def is_ours(self, folded: str) -> bool:
        """Whether a whole sentence stands in an answer of ours."""
        letters = _letters(folded)
        return len(letters) >= SHORTEST and letters in self._own

    def spans(self, folded: str, models: Sequence[str]) -> list[tuple[int, int, frozenset[int]]]:
        """(start, end, citation numbers) of the clauses quoted from the guide or from texts of these models."""
        spans: list[tuple[int, int, frozenset[int]]] = []
        for quote in self._quotes:
            if quote.owner is not None and quote.owner not in models:
                continue
            at = folded.find(quote.text)
            if at < 0 or (at and folded[at - 1].isalnum()) or folded[at + len(quote.text) :][:1].isalnum():
                continue
            if _DENIED.search(folded[:at]):
                continue
            if not any(at < end and start < at + len(quote.text) for start, end, _ in spans):
                spans.append((at, at + len(quote.text), quote.sources))
        return spans


_DENIED = re.compile(
    r"\b(?:no|not|never|nunca|tampoco|without|sin|nor|ni|neither|\w+n't|cannot|deja de|stops?|fails? to)\s+(?!(?:only|just|solo)\b)(?:(?!y\b|and\b)[a-z]+\s+){0,2}$"
)
""" "It was not" ahead of what the evidence says turns it round."""


def _bare(folded: str) -> str:
    return re.sub(r"[*_`]", "", folded).strip(" .,;:!?-")


def _letters(text: str) -> str:
    """Letters and digits alone, without citations and marks."""
    return re.sub(r"[^a-z0-9.,]+", " ", re.sub(r"\[\d+\]", "", fold(text))).strip(" .,")
