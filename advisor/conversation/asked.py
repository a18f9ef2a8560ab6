"""A message that asks the guide two things at once, searched one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from advisor.answer.compose import LONG
from advisor.domain.passages import Hit, SearchResult

_ASKING = (
    r"qué|que es|que son|que modelo|que ia|que llm|cuál|cual|cuáles|cuales|cuánt\w+|cuant\w+|cómo|como se|cuándo|cuando|dónde|donde|por qué|para qué"
    r"|what|which|how|when|where|why|do i|does|is it|are they|can i"
)
_SEAM = re.compile(rf"[?;]+|(?:,\s*)?\b(?:y|e|and|also)\s+(?=(?:de\s+|en\s+|con\s+)?(?:{_ASKING})\b)", re.IGNORECASE)
_SENTENCE = re.compile(r"([^.!?¿\n]+)(\??)")
"""A sentence, and its question mark: each stretch is looked at once, however long a message without marks is."""
_CHOOSING = re.compile(
    r"\b(?:recom\w+|suggest\w*|(?:which|what|cu[aá]l|qu[eé]) (?:one|model\w*|ia|ai|me|uso|should|do you)\b)",
    re.IGNORECASE,
)
"""Asks for a model, which the ranking answers."""
_MANNER = re.compile(
    r"(?:,\s|\s)?\b(?:como si (?:tuviera|tuviese|fuera|fuese) (?:\w+ años?|un[ao]? \w+|mi \w+)|(?:like|as if) (?:i'?m|i am|i was|i were) (?:a )?\w+"
    r"(?: years? old)?|en (?:palabras|términos|terminos|lenguaje) (?:m[aá]s )?\w+|in (?:simple|simpler|plain|easy|everyday) (?:words|terms|english)"
    r"|para (?:tontos|dummies|principiantes)|for dummies|eli5)\b",
    re.IGNORECASE,
)
"""How the answer is to be told, which says nothing of what is asked."""
_WORDS = 2
_BREATH = 25
"""Words of two questions asked in one breath; a longer message tells a story around one, whose pieces find anything."""
MOST = 2
"""Sections told in one answer."""


def questions(text: str) -> tuple[str, ...]:
    """ "¿qué es LoRA y cuántos ejemplos necesito?" -> its two questions; the whole text where it asks one thing."""
    parts = [part.strip(" ¿¡,.") for part in _SEAM.split(text)]
    found = tuple(part for part in parts if len(part.split()) >= _WORDS)
    notions = tuple(part for part in found if not _CHOOSING.search(part))  # "what's a token and which model do I use?"
    if len(found) > 1 and len(notions) == 1:
        return notions
    return found[:MOST] if len(found) > 1 else (text,)


def questions_beside(text: str) -> str:
    """Of a message that also states needs, the sentences that ask, but those that ask for a model; all of it where none does."""
    asked = [part.strip(" ,;:") for part, mark in _SENTENCE.findall(text) if mark]
    asked = [part for part in asked if len(part.split()) >= _WORDS and not _CHOOSING.search(part)]
    return "? ".join(asked) + "?" if asked else text


def asked_part(text: str, quotes: Iterable[str]) -> str:
    """Where fields of cards are looked for: the sentences that ask, of a long message, without the models' names: the
    "q8_0" of "llama3:8b-instruct-q8_0" asks for no memory."""
    sentences = [part for part, mark in _SENTENCE.findall(text) if mark]
    part = " ".join(sentences) if sentences and len(text) > LONG else text
    for quote in sorted(quotes, key=len, reverse=True):
        part = re.sub(rf"\S{{0,40}}{re.escape(quote)}\S{{0,40}}", " ", part, flags=re.IGNORECASE)
    return part


def matter(text: str) -> str:
    """What is asked, without how it is to be told: "explain MoE like I'm five" -> "explain MoE"."""
    return _MANNER.sub("", text).strip() or text


def answers(text: str, search: Callable[[str], SearchResult]) -> tuple[SearchResult, tuple[str, ...]]:
    """What was found, and the ids of the hits that answer, one a question, in the order asked.

    Two questions are taken apart only where each finds a section of its own: otherwise they were one.
    """
    parts = questions(text)
    whole = search(parts[0] if len(parts) == 1 else text)
    if len(parts) > 1 and len(text.split()) <= _BREATH:
        results = [search(part) for part in parts]
        firsts = {result.hits[0].id: result.hits[0] for result in results if result.found and result.hits}
        if len(firsts) == len(parts):
            rest = [hit for result in (whole, *results) for hit in result.hits]
            merged: dict[str, Hit] = {hit.id: hit for hit in reversed([*firsts.values(), *rest])}
            ordered = [*firsts, *(hit.id for hit in rest)]
            return SearchResult(tuple(merged[i] for i in dict.fromkeys(ordered)), found=True), tuple(firsts)
    return whole, tuple(hit.id for hit in whole.hits[:1]) if whole.found else ()


def surer(part: str, whole: str, search: Callable[[str], SearchResult]) -> tuple[SearchResult, tuple[str, ...]]:
    """`answers` to the part of a message that asks, or to the whole of it where that finds a section more surely: a
    question may hang on what was told before it ("which of them should I use?")."""
    alone = answers(part, search)
    if part == whole:
        return alone
    told = answers(whole, search)
    first = told[0].hits[0] if told[0].hits else None
    if first is None or not first.id.startswith("guide/"):
        return alone
    return told if not alone[0].hits or first.score > alone[0].hits[0].score else alone
