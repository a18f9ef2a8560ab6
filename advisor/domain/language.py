"""The two languages of the advisor, and texts that exist in both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["es", "en"]
LANGUAGES: tuple[Language, ...] = ("es", "en")


@dataclass(frozen=True, slots=True)
class Localised:
    """One text in both languages. Templates are filled before it is made."""

    es: str
    en: str

    def in_(self, language: Language) -> str:
        return self.es if language == "es" else self.en
