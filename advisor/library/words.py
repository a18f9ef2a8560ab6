"""Words as keyword search sees them: folded, without stop words, each as its lemma."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from advisor.domain.language import LANGUAGES, Language

_ACCENTS = str.maketrans("áàâäãéèêëíìîïóòôöõúùûüñç", "aaaaaeeeeiiiiooooouuuunc")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
# Only words that carry no meaning in a question about models; "no", "más" and "sin" stay.
_STOP_TEXT = (
    "a al ante con cual cuales de del desde el ella ellas ellos en entre era es esa ese eso esta este esto estos "
    "estas fue ha han has hay he la las le les lo los me mi mis muy nos o os para pero por pues que q se si sobre "
    "su sus te tu tus u un una uno unos unas y ya yo "
    "an and are as at be been but by did do does for from had has have how i if in into is it its my of on or so "
    "that the their them then there these they this those to was we were what when where which who why will with "
    "would you your"
)
STOP = frozenset(_STOP_TEXT.split())


def fold(text: str) -> str:
    """Lower case without accents: "¿Qué Tamaño?" -> "¿que tamano?". Compatibility forms are made plain."""
    plain = text.casefold().translate(_ACCENTS)
    if plain.isascii():
        return plain
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[str]:
    """Folded words and numbers in order: "GPT-4o, 3.5 y más" -> ["gpt", "4o", "3.5", "y", "mas"]."""
    return _WORD.findall(fold(text))


def content(text: str) -> int:
    """How many of a text's words carry meaning: "what does GPT-4o cost?" -> 3 (gpt, 4o, cost)."""
    return sum(word not in STOP for word in words(text))


class Lemmas:
    """Folded word forms to folded lemmas, for the words that can meet something in the index.

    A table of its own, made at build time from simplemma's dictionaries, because those take 0.7 s to load.
    """

    def __init__(self, tables: Mapping[Language, Mapping[str, str]]) -> None:
        self._tables = tables

    @classmethod
    def for_texts(cls, texts: Iterable[str]) -> Lemmas:
        """Every form of every lemma that occurs in `texts`, in both languages."""
        vocabulary = {word for text in texts for word in words(text)}
        tables: dict[Language, dict[str, str]] = {}
        for language in LANGUAGES:
            table = folded_dictionary(language)
            wanted = {table.get(word, word) for word in vocabulary}
            tables[language] = {form: lemma for form, lemma in table.items() if form != lemma and lemma in wanted}
        return cls(tables)

    def terms(self, text: str, language: Language) -> list[str]:
        """The lemmas of a text's words, without stop words; an unknown word is tried in the other language."""
        first = self._tables.get(language, {})
        second = self._tables.get("en" if language == "es" else "es", {})
        return [first.get(word) or second.get(word) or word for word in words(text) if word not in STOP]

    def to_json(self) -> dict[str, dict[str, str]]:
        return {language: dict(table) for language, table in self._tables.items()}

    @classmethod
    def from_json(cls, tables: Mapping[str, Mapping[str, str]]) -> Lemmas:
        return cls({language: tables[language] for language in LANGUAGES})


def folded_dictionary(language: Language) -> dict[str, str]:
    """simplemma's dictionary with forms and lemmas folded; not kept, since it weighs 100 MB and takes a second."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    table: dict[str, str] = {}
    for form, lemma in DefaultDictionaryFactory().get_dictionary(language).items():
        if form.isascii():
            table[form.casefold()] = fold(lemma)
        else:
            # An accented form gives way to a plain one with the same letters.
            table.setdefault(fold(form), fold(lemma))
    return table
