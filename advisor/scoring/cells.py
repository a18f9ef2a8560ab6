"""One fact as a cell of a comparison, in both languages."""

from __future__ import annotations

from collections.abc import Callable

from advisor.domain import formats
from advisor.domain.facts import Fact
from advisor.domain.fields import FIELDS
from advisor.domain.language import Language, Localised
from advisor.domain.language_names import language_name

UNKNOWN = Localised("sin dato", "unknown")
NOT_DISCLOSED = Localised("no lo publica", "not disclosed")
YES_NO = (Localised("no", "no"), Localised("sí", "yes"))


def as_number(fact: Fact | None) -> float | None:
    if fact is None or fact.value is None:
        return None
    return float(fact.value) if isinstance(fact.value, bool) else fact.number


def cell(name: str, fact: Fact | None) -> Localised:
    if fact is None:
        return UNKNOWN
    value = fact.value
    if value is None:
        return NOT_DISCLOSED
    if isinstance(value, bool):
        return YES_NO[value]
    if isinstance(value, tuple):
        shown = list(value)
        if name == "languages_official":
            return Localised(
                *(
                    ", ".join(language_name(code, lang) for code in shown[:12])
                    + (f" (+{len(shown) - 12})" if len(shown) > 12 else "")
                    for lang in ("es", "en")
                )
            )
        return Localised(", ".join(shown), ", ".join(shown))
    if isinstance(value, str):
        if FIELDS[name].type == "date":
            return Localised(formats.day(value, "es"), formats.day(value, "en"))
        return Localised(value, value)
    write: Callable[[float, Language], str] = formats.number
    if name.endswith("_tokens"):
        write = formats.tokens
    elif name.startswith("price_"):
        write = formats.usd
    return Localised(write(value, "es"), write(value, "en"))
