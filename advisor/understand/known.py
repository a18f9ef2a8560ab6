"""Whether a word is a real one of either language, so that it is not taken for a typo of another."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8192)
def is_word(word: str) -> bool:
    """Folded words count too where folding them leaves a word ("grafica"). Loads simplemma's dictionaries at first."""
    import simplemma

    return any(simplemma.is_known(word, lang=language) for language in ("es", "en"))
