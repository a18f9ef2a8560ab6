"""The words that messages are understood with: data, kept in files that need no Python to extend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from advisor.domain.formats import day, number
from advisor.domain.language import Language


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning and the phrases for it. `kind` says what sort of meaning ("use_case"), `value` which ("coding").

    A phrase is words separated by spaces, without capitals or accents. `word*` matches any ending, `a|b` either
    word, `[word]` is optional, `_` stands for any one word, `...` for up to four, `#` for a number and `<docs>` for any
    word of the class `docs`; `(en casa|local)` is either of several expressions. `shared` phrases belong to both languages ("json").
    """

    kind: str
    value: str
    es: tuple[str, ...]
    en: tuple[str, ...]
    shared: tuple[str, ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        return (*self.es, *self.en, *self.shared)


@dataclass(frozen=True, slots=True)
class Family:
    """A line of models that people name, whether or not it has a card. `vendor` is an id, empty where many use it.

    `variants` name a member on their own ("sonnet" is a Claude); `guarded` names count only beside a version, a size
    or another sign that a model is meant, because they are everyday words too ("command", "nova").
    """

    name: str
    vendor: str
    aliases: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Vendor:
    """`country` is ISO 3166 alpha-2."""

    id: str
    country: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rate:
    """How many US dollars one unit of a currency is worth, and where that figure is from."""

    currency: str
    usd: float
    source: str
    date: str

    def in_words(self, language: Language) -> str:
        """ "1 EUR = 1.16 USD (approximate rate, fixed on Nov 22, 2026)"."""
        shown, fixed = number(self.usd, language, 4), day(self.date, language)
        note = f"cambio aproximado, fijado el {fixed}" if language == "es" else f"approximate rate, fixed on {fixed}"
        return f"1 {self.currency} = {shown} USD ({note})"


@dataclass(frozen=True)
class Lexicon:
    """`classes` are sets of words that phrases share, `variants` continue a model's name ("pro"),
    `shorthand` maps chat spellings to words ("xa" to "para"), `function_words` tell the languages apart."""

    entries: tuple[Entry, ...] = ()
    families: tuple[Family, ...] = ()
    vendors: tuple[Vendor, ...] = ()
    rates: tuple[Rate, ...] = ()
    variants: tuple[str, ...] = ()
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shorthand: Mapping[str, str] = field(default_factory=dict)
    function_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
