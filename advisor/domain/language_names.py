"""Names of human languages in both languages, from CLDR's data."""

from __future__ import annotations

from functools import cache

from babel import Locale

from advisor.domain.language import Language, Localised

_UNNAMED = {
    "ber": Localised("bereber", "Berber"),
    "nah": Localised("náhuatl", "Nahuatl"),
    "yua": Localised("maya yucateco", "Yucatec Maya"),
}
"""Languages that people ask for and CLDR has no name of."""


@cache
def language_name(code: str, language: Language) -> str:
    """ "ca" -> "catalán" / "Catalan", "pt-br" -> "portugués (Brasil)"; a code that CLDR does not know stays as it is."""
    locale = Locale(language)
    base, _, region = code.replace("_", "-").partition("-")
    name = locale.languages.get(code.replace("-", "_")) or locale.languages.get(base)
    if name is None:
        return _UNNAMED[code].in_(language) if code in _UNNAMED else code
    if not region or code.replace("-", "_") in locale.languages:
        return str(name)
    place = locale.territories.get(region.upper()) or locale.scripts.get(region.title())
    return f"{name} ({place})" if place else code
