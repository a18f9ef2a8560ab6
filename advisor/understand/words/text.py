"""A message made ready to read: folded once, cut once into tokens, clauses and sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Mark = Literal["word", "number", "mark"]


def wordset(text: str) -> frozenset[str]:
    """The words of a text, for tables of words in the code."""
    return frozenset(text.split())


_URL = r"(?:https?://|www\.)\S+"
_NUMBER = r"\d{4}(?=,\d{2,4}\s?[gG])|\d+(?:[.,']\d+)*"
"""The comma of "8 * 4090,256G" parts a card and its RAM: four digits before it are no group of thousands."""
_SPECIAL = r"c\+\+|c#|f#|\.net\b"
_TIMES = r"(?<=\d)[xX×](?=[^\W\d_]*\d|(?:rtx|gtx|rx|titan|tesla|radeon|geforce|nvidia|quadro|arc|intel|amd|mac)\b)"
"""The sign in "8xH100" and "2xRTX 3090" is a word of its own."""
_LETTERS = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*"
_WORD = f"{_LETTERS}(?:['’]{_LETTERS}|[`´](?:t|s|m|d|re|ve|ll)(?![^\\W\\d_]))?"
"""A word, with its apostrophe: also where a backtick or an acute accent stands for it ("don`t", "it´s")."""
_CLOCK = r"\[?\b\d{1,2}:\d{2}(?::\d{2})?\b\]?"
_TOKEN = re.compile(
    f"(?P<url>{_URL}|{_CLOCK})|(?P<number>{_NUMBER})|(?P<word>{_SPECIAL}|{_TIMES}|{_WORD})|(?P<mark>\\n|[^\\s\\w]|_)",
    re.IGNORECASE,
)
_SENTENCE_END = frozenset(".?!;\n…¿¡")
_CLAUSE_END = frozenset(",:()[]—–•|") | _SENTENCE_END
_ABBREVIATIONS = wordset("vs ej aprox approx max min etc eg ie sr sra dr dra prof num no art pag pags fig") - {"no"}
_SILENT = frozenset("-‐‑*_'\"`’‘“”«»^\\\u00ad\u200b\u200c\u200d\u2060\ufe0f\ufeff")
"""Marks that stand between the words of one name or phrase, or around it."""
_UNITS_TOO = wordset("tb")
"""Shorthand that is a unit behind a number: "1 TB" is no "1 también"."""
_LONGEST = 300
"""Tokens after which a sentence without an end is cut: what is looked up in a sentence stays within bounds."""


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is folded (and spelt out, where it was shorthand); `start` and `end` are offsets in the original."""

    text: str
    start: int
    end: int
    kind: Mark
    clause: int
    sentence: int


def fold(text: str) -> str:
    """Lower case without accents, in plain compatibility forms: "¿Qué Tamaño?" -> "¿que tamano?"."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


class Message:
    """The text of one turn. Token indices are positions in `tokens`; a span is a half-open pair of them."""

    def __init__(self, text: str, shorthand: Mapping[str, str] | None = None) -> None:
        self.text = text
        self.tokens, self.questions = _cut(text, shorthand or {})

    def with_tokens(self, tokens: tuple[Token, ...]) -> Message:
        """The same text, its tokens read otherwise."""
        other = object.__new__(Message)
        other.text, other.tokens, other.questions = self.text, tokens, self.questions
        return other

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.text for token in self.tokens)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Each word once: what a message does not hold need not be looked for at each of its thousand numbers."""
        return frozenset(self.words)

    @cached_property
    def length(self) -> int:
        """How many words and numbers it has, without the marks."""
        return sum(word.isalnum() for word in self.words)

    @cached_property
    def clause_bounds(self) -> dict[int, tuple[int, int]]:
        """Clause number to its span of tokens."""
        return _bounds([token.clause for token in self.tokens])

    @cached_property
    def sentence_bounds(self) -> dict[int, tuple[int, int]]:
        """Sentence number to its span of tokens."""
        return _bounds([token.sentence for token in self.tokens])

    def quote(self, start: int, end: int) -> str:
        """The person's own words from token `start` to before token `end`."""
        if not 0 <= start < end <= len(self.tokens):
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def adjacent(self, i: int) -> bool:
        """Whether token i + 1 follows token i without a space."""
        return i + 1 < len(self.tokens) and self.tokens[i].end == self.tokens[i + 1].start

    def is_question(self, i: int) -> bool:
        """Whether the sentence of token i is marked as a question."""
        return self.tokens[i].sentence in self.questions


def _cut(text: str, shorthand: Mapping[str, str]) -> tuple[tuple[Token, ...], frozenset[int]]:
    """The tokens, and the numbers of the sentences that carry a question mark."""
    tokens: list[Token] = []
    questions: set[int] = set()
    clause = sentence = begun = 0
    for found in _TOKEN.finditer(text):
        kind, raw = found.lastgroup or "mark", found.group()
        if kind == "url" or (raw in ("s", "S") and _is_plural(text, found.start())):
            continue
        if kind == "mark":
            if raw in _SILENT:
                continue
            ends = raw in _SENTENCE_END and not _inside(text, found.start(), raw) and not _abbreviates(tokens, raw)
            if raw == "?":
                questions.add(sentence)
            if ends:
                sentence, begun = sentence + 1, len(tokens)
            if raw == "¿":
                questions.add(sentence)
            if ends or raw in _CLAUSE_END:
                clause += 1
        if len(tokens) - begun >= _LONGEST:
            sentence, clause, begun = sentence + 1, clause + 1, len(tokens)
        folded = fold(raw)
        if kind == "word":
            folded = (
                folded.replace("'", "").replace("’", "").replace("`", "").replace(" ", "")
            )  # some letters unfold to a space and a mark
            beside = (text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1])
            # "W7900" is a name and "3d" no "3 de"; "w 2 cards" is "with two cards"
            unit = folded in _UNITS_TOO and bool(tokens) and tokens[-1].kind == "number"
            if not any(map(str.isdigit, beside)) and not unit:
                folded = shorthand.get(folded, folded)
        parts = folded.split(" ") if kind == "word" else [folded]
        for part in parts:
            if part:
                tokens.append(Token(part, found.start(), found.end(), kind, clause, sentence))  # type: ignore[arg-type]
    return tuple(tokens), frozenset(questions)


def _is_plural(text: str, at: int) -> bool:
    """The "s" of "two 3090's"."""
    return text[at - 1 : at] in ("'", "’") and text[at - 2 : at - 1].isdigit()


_SUFFIX = re.compile(
    r"(?:json|jsonl|ya?ml|csv|tsv|pdf|txt|docx?|xlsx?|pptx?|md|html|xml|gguf|bin|env|safetensors)\b", re.IGNORECASE
)
"""What follows the full stop of "a .json file"."""


def _inside(text: str, at: int, mark: str) -> bool:
    """A full stop inside an abbreviation, name or number ("p.ej", "node.js", "$.50") ends no sentence."""
    if mark != "." or not at < len(text) - 1:
        return False
    joined = at > 0 and text[at - 1].isalnum() and text[at + 1].isalnum()
    return text[at + 1].isdigit() or joined or bool(_SUFFIX.match(text, at + 1))


def _abbreviates(tokens: list[Token], mark: str) -> bool:
    return mark == "." and bool(tokens) and tokens[-1].text in _ABBREVIATIONS


def _bounds(numbers: list[int]) -> dict[int, tuple[int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for i, number in enumerate(numbers):
        start, _ = bounds.get(number, (i, i))
        bounds[number] = (start, i + 1)
    return bounds
