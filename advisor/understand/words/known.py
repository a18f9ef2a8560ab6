"""Whether a word is a real one of either language, so that it is not taken for a typo of another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache


@lru_cache(maxsize=8192)
def is_word(word: str) -> bool:
    """Folded words count too where folding them leaves a word ("grafica"). Loads simplemma's dictionaries at first."""
    import simplemma

    return any(simplemma.is_known(word, lang=language) for language in ("es", "en")) or any(
        simplemma.is_known(accented, lang="es") for accented in _accented(word)
    )


@lru_cache(maxsize=8192)
def leans(word: str) -> int:
    """1 for a word of Spanish only, -1 for one of English only, 0 for others."""
    import simplemma

    english = simplemma.is_known(word, lang="en")
    spanish = simplemma.is_known(word, lang="es") or any(simplemma.is_known(w, lang="es") for w in _accented(word))
    return int(spanish) - int(english)


_ACCENTS = {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú", "n": "ñ"}


def _accented(word: str) -> Iterator[str]:
    """What a word folded out of Spanish may have been ("diputacion"): one of its letters with its sign."""
    for i, letter in enumerate(word):
        if letter in _ACCENTS:
            yield f"{word[:i]}{_ACCENTS[letter]}{word[i + 1 :]}"
