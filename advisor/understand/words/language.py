"""Which of the two languages a message is in."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.domain.language import Language
from advisor.understand.words.known import leans
from advisor.understand.words.text import Message, Token

_SPANISH_LETTERS = frozenset("ñ¿¡áíóúü")
_HEADLINE = 60
"""Words of a message without small words ("mini pc 32gb no gpu, email classification") that are looked up."""
_ENOUGH = 1.0
"""By how much one language must lead to count against the conversation's."""


def _tells(token: Token) -> bool:
    return token.kind == "word" and len(token.text) > _SHORTEST


_SHORTEST = 3


class LanguageSense:
    """A model of function words: it knows both languages by their commonest words, which brand names cannot mislead."""

    def __init__(self, function_words: Mapping[str, tuple[str, ...]]) -> None:
        spanish, english = set(function_words["es"]), set(function_words["en"])
        shared = spanish & english
        self._spanish = frozenset(spanish - shared)
        self._english = frozenset(word.replace("'", "") for word in english - shared)

    def lead(self, message: Message) -> float:
        """Words for Spanish minus words for English, each counted; letters that only Spanish has count too."""
        spanish = english = 0.0
        for i, token in enumerate(message.tokens[:400]):
            if token.kind == "word":
                if "/" in (*message.words[max(i - 1, 0) : i], *message.words[i + 1 : i + 2]):
                    continue  # the codes of "en/fr/de"
                spanish += token.text in self._spanish
                english += token.text in self._english
                spanish += 0.5 * any(c in _SPANISH_LETTERS for c in message.text[token.start : token.end].lower())
            elif token.text in "¿¡":
                spanish += 1
        return spanish - english

    def of(self, message: Message, before: Language | None) -> Language:
        """The language of the message; a short or neutral one keeps the conversation's (at first: Spanish)."""
        lead = self.lead(message)
        if not lead and before is None:
            lead = sum(leans(token.text) for token in message.tokens[:_HEADLINE] if _tells(token))
        if abs(lead) < _ENOUGH or (before and abs(lead) <= _ENOUGH and len(message.tokens) <= 3):
            return before or ("en" if lead < 0 else "es")
        return "es" if lead > 0 else "en"
