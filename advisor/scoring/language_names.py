"""Names of languages in both languages, from Babel's data."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from advisor.domain.language import Language


@lru_cache(maxsize=256)
def language_name(code: str, language: Language) -> str:
    """ "ca" -> "catalán" / "Catalan"; an unknown code stays as it is."""
    found = Locale(language).languages.get(code)
    return str(found) if found else code
