"""Whom of the models shown a question is about: "of the first two", "de los tres", "which of them"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.domain.needs import Dialogue, ModelMention

THEM = r"(?:(?:de|entre|d) (?:ellos|ellas|est[oa]s|es[oa]s|los que (?:dices|pones|has dicho|me das)|l[oa]s (?:que \w+|anteriores))|(?:of|from|out of|between|among|amongst) (?:them|em|these|those|the (?:ones|list|above|models)))"
_COUNT = {
    "dos": 2,
    "two": 2,
    "2": 2,
    "tres": 3,
    "three": 3,
    "3": 3,
    "cuatro": 4,
    "four": 4,
    "4": 4,
    "cinco": 5,
    "five": 5,
}
_N = "|".join(_COUNT)
FIRST = re.compile(
    rf"\b(?:(?:l[oa]s )?primer[oa]s ({_N})|(?:l[oa]s )?({_N}) (?:primer[oa]s|de arriba|mejores)|(?:the )?(?:first|top|best) ({_N}))\b"
)
OF_SO_MANY = re.compile(
    rf"\b(?:(?:de|entre) (?:l[oa]s|es[oa]s|est[oa]s) ({_N})|(?:of|between|among) (?:the|those|these) ({_N})|(?:of )?(both)|(ambos|ambas))\b"
)
ALL = re.compile(r"\b(?:de tod[oa]s|of (?:them )?all|of all of (?:them|these)|de la lista)\b")
_COMPARATIVE = re.compile(
    r"\b(?:el|la|los|las|the) (?:que )?(?:mas|menos|mejor)\b|\b\w{3,}est\b|\b(?:most|least|best)\b"
)
"""A superlative, which is asked of all; "which is faster?" is asked of two."""
_SEVERAL = re.compile(rf"\b(?:cuales|which ones)\b|{THEM}|\b(?:they|all|todos|todas)\b")


def among(text: str, dialogue: Dialogue, mentions: Sequence[ModelMention]) -> tuple[str, ...]:
    """Whom it is asked of: the ones pointed at, so many of the first, those just compared, or all that were shown."""
    ranked = dialogue.ranked or dialogue.shown
    since = dialogue.focus[:1] if dialogue.focus[:1] != dialogue.shown[:1] else ()
    just = dialogue.which.among if dialogue.which else dialogue.focus if len(dialogue.focus) > 1 else ()
    of_all = _SEVERAL.search(text) or (_COMPARATIVE.search(text) and set(since) <= set(dialogue.shown))
    just = just or ((*since, *dialogue.shown[:1]) if since and not of_all else ())
    if count := _said(FIRST, text):
        return ranked[:count]
    if count := _said(OF_SO_MANY, text):
        return just if len(just) == count else ranked[:count] if len(ranked) >= count else dialogue.shown[:count]
    if ALL.search(text):
        return ranked
    pointed = tuple(dict.fromkeys(model for m in mentions for model in m.models))
    if len(pointed) > 1:
        return pointed
    return just or dialogue.shown


def _said(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.search(text)
    word = next(filter(None, match.groups()), "") if match else ""
    return _COUNT.get(word, 2 if match else 0)


def counted(text: str) -> str:
    """The words that count models: "de los tres", "the first two"; of no cards and no money."""
    return " ".join(m.group() for pattern in (FIRST, OF_SO_MANY) for m in pattern.finditer(text))
