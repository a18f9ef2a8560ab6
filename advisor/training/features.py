"""What tokens share: the forms of one lemma, and the words of both languages that mean the same.

A token's vector is the sum of its own and of the means of its lemmas' and its meanings' vectors. What "invoices" learns
is so learnt for "invoice", "factura" and "facturas" too. The sum is written out as one plain table at the end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.domain.language import LANGUAGES, Language
from advisor.library.words import _folded_dictionary, fold
from advisor.training.vocabulary import count_words

MIN_TOGETHER = 4
MIN_DICE = 0.35
"""Two words count as translations where their sentences coincide this much (Dice coefficient of lemmas)."""


@dataclass(frozen=True)
class Features:
    """Rows of a sparse matrix, one a token: `ids[starts[t]:starts[t+1]]` with `weights`. The first ids are the tokens'."""

    starts: NDArray[np.int64]
    ids: NDArray[np.int64]
    weights: NDArray[np.float32]
    count: int


def lemma_tables() -> dict[Language, dict[str, str]]:
    return {language: _folded_dictionary(language) for language in LANGUAGES}


def lexicon_forms(
    lexicon: Sequence[tuple[str, tuple[str, ...]]], tables: Mapping[Language, Mapping[str, str]]
) -> dict[str, set[str]]:
    """Every folded form of the lexicon's Spanish words, with its English words."""
    english = {fold(spanish): set[str]() for spanish, _ in lexicon}
    for spanish, words in lexicon:
        english[fold(spanish)].update(words)
    forms = {spanish: set(words) for spanish, words in english.items()}
    for form, lemma in tables["es"].items():
        if lemma in english and form.isascii() and form.isalpha():
            forms.setdefault(form, set()).update(english[lemma])
    return forms


def aligned_words(pairs: Sequence[tuple[str, str]], tables: Mapping[Language, Mapping[str, str]]) -> dict[str, str]:
    """Spanish lemmas and the English lemma that their sentences share, from the aligned sentences alone."""
    together: Counter[tuple[str, str]] = Counter()
    seen: dict[Language, Counter[str]] = {"en": Counter(), "es": Counter()}
    for english, spanish in pairs:
        left = {tables["en"].get(word, word) for word in count_words([english])}
        right = {tables["es"].get(word, word) for word in count_words([spanish])}
        if len(left) > 20 or len(right) > 25:
            continue
        seen["en"].update(left)
        seen["es"].update(right)
        together.update((spanish_word, word) for word in left for spanish_word in right)
    best: dict[str, tuple[float, str]] = {}
    for (spanish_word, word), count in together.items():
        dice = 2 * count / (seen["en"][word] + seen["es"][spanish_word])
        if count >= MIN_TOGETHER and dice > MIN_DICE:
            best[spanish_word] = max(best.get(spanish_word, (0.0, "")), (dice, word))
    return {spanish_word: word for spanish_word, (_, word) in best.items()}


def token_features(
    tokens: Sequence[str],
    tables: Mapping[Language, Mapping[str, str]],
    lexicon: Sequence[tuple[str, tuple[str, ...]]],
    aligned: Mapping[str, str],
    english: frozenset[str],
) -> Features:
    """`english` holds the words known to be English: they mean themselves."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for spanish, word in aligned.items():
        meanings[spanish].add(word)
    for spanish, words in lexicon:
        meanings[fold(spanish)] |= {tables["en"].get(word.casefold(), word.casefold()) for word in words}
    numbers: dict[tuple[str, str], int] = {}

    def shared(kind: str, names: set[str]) -> list[tuple[int, float]]:
        return [
            (numbers.setdefault((kind, name), len(tokens) + len(numbers)), 1 / len(names)) for name in sorted(names)
        ]

    starts, ids, weights = [0], list[int](), list[float]()
    for number, token in enumerate(tokens):
        row = [(number, 1.0)]
        if token.isalpha():
            lemmas: dict[Language, str] = {
                language: table[token] for language, table in tables.items() if token in table
            }
            for language, lemma in lemmas.items():
                row += shared(f"lemma-{language}", {lemma})
            means = set(meanings.get(lemmas.get("es", token), ()))
            if token in english:
                means.add(lemmas.get("en", token))
            row += shared("meaning", means)
        ids += [feature for feature, _ in row]
        weights += [weight for _, weight in row]
        starts.append(len(ids))
    return Features(
        np.array(starts, np.int64), np.array(ids, np.int64), np.array(weights, np.float32), len(tokens) + len(numbers)
    )
