"""Filling sentences with numbers as each language writes them."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain import formats
from advisor.domain.facts import Fact
from advisor.domain.language import LANGUAGES, Language, Localised


def both(es: str, en: str, **values: float | str) -> Localised:
    """Fills `{name}` in both; a number whose name ends in `_tok`, `_usd` or `_pct` is written as tokens, money or per
    cent, a text as it is. Names out of cards come in here, never in the templates: they may hold braces."""
    return Localised(es.format(**_written(values, "es")), en.format(**_written(values, "en")))


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def joined(parts: Sequence[Localised]) -> Localised:
    """One sentence of parts, with a capital and a full stop: "Dense; takes 5 GB."."""
    es, en = ("; ".join(part.in_(language).rstrip(".") for part in parts) for language in LANGUAGES)
    return Localised(f"{capital(es)}.", f"{capital(en)}.")


def silence(fact: Fact | None, es: str, en: str) -> Localised:
    """What a card does not say: withheld by the vendor where that was checked, else simply not known here."""
    if fact is not None and fact.kind == "not_disclosed":
        return Localised(f"El fabricante no publica {es}.", f"The vendor does not publish {en}.")
    return Localised(f"No consta {es}.", f"Not known here: {en}.")


def listed(items: list[str], language: Language) -> str:
    """ "a, b y c" / "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + (" y " if language == "es" else " and ") + items[-1]


def _written(values: dict[str, float | str], language: Language) -> dict[str, str]:
    out = {}
    for name, value in values.items():
        if isinstance(value, str):
            out[name] = value
        elif name.endswith("_tok"):
            out[name] = formats.tokens(value, language)
        elif name.endswith("_usd"):
            out[name] = formats.usd(value, language)
        elif name.endswith("_pct"):
            out[name] = formats.percent(value, language)
        else:
            out[name] = formats.number(value, language)
    return out
