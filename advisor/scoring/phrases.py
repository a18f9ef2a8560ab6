"""Filling sentences with numbers as each language writes them."""

from __future__ import annotations

from advisor.domain import formats
from advisor.domain.language import Language, Localised


def both(es: str, en: str, **values: float) -> Localised:
    """Fills `{name}` in both; a name that ends in `_tok`, `_usd` or `_pct` is written as tokens, money or per cent."""
    return Localised(es.format(**_written(values, "es")), en.format(**_written(values, "en")))


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def listed(items: list[str], language: Language) -> str:
    """ "a, b y c" / "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + (" y " if language == "es" else " and ") + items[-1]


def _written(values: dict[str, float], language: Language) -> dict[str, str]:
    out = {}
    for name, value in values.items():
        if name.endswith("_tok"):
            out[name] = formats.tokens(value, language)
        elif name.endswith("_usd"):
            out[name] = formats.usd(value, language)
        elif name.endswith("_pct"):
            out[name] = formats.percent(value, language)
        else:
            out[name] = formats.number(value, language)
    return out
