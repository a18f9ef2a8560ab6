"""A price asked for in a word: "how much?", "¿y cuánto sería?"."""

from __future__ import annotations

import re

_BARE = re.compile(
    r"\W*(?:(?:y|and|vale|ok|okay|so|pues|entonces|but|pero|eso|that)\b\W*)*"
    r"(?:cu[aá]nto|how much|cost|coste|costo|price|precio|el precio|the price|qu[eé] precio|a cu[aá]nto|por cu[aá]nto)"
    r"(?:\W+(?:ser[ií]a|es|sale|saldr[ií]a|vale|is it|is that|would it be|would that be|then|entonces|por eso|for it|for that|it|eso|"
    r"lo cobran|me cobran|cobran|lo venden|(?:per|por|por cada|each|a|cada) \w+|al mes|al a[nñ]o|a month|a year|per month|per year|por a[nñ]o|en total|in total|me|nos))*\W*",
    re.IGNORECASE,
)


def is_bare_price(text: str) -> bool:
    """Whether nothing but the price is asked for."""
    return len(text) < 60 and _BARE.fullmatch(text) is not None
