"""Names of needs, fields and factors as they head a line: with a capital, acronyms untouched."""

from __future__ import annotations

from typing import cast

from advisor.answer.parts.phrases import label
from advisor.answer.parts.values import field_label
from advisor.answer.parts.why import FACTOR_NAMES
from advisor.domain.factors import Factor
from advisor.domain.fields import FIELDS
from advisor.domain.language import Language
from advisor.domain.needs import NEEDS


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def need_label(key: str, language: Language) -> str:
    return capital(label(key, language))


def factor_label(factor: str, language: Language) -> str:
    return capital(FACTOR_NAMES[cast(Factor, factor)].in_(language))


def field_or_need(key: str, language: Language) -> str:
    """In mid-sentence: what a card does not answer, be it a field or a need; the key itself where it is neither."""
    if key in FIELDS:
        return field_label(key, language)
    return label(key, language) if key in NEEDS else key
