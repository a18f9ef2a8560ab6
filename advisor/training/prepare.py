"""From files to a lesson: vocabulary, shared features, first vectors, and what the teacher says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.training.corpus import Labelled
from advisor.training.student import Lesson, Recipe
from advisor.training.vocabulary import choose_tokens, count_words, encode, lexicon_forms, make_tokenizer

Array = NDArray[np.float32]


@dataclass(frozen=True)
class Taught:
    """The teacher's vectors of all English texts, which take the longest to work out and never change."""

    sentences: Array
    words: dict[str, Array]
    domain: dict[str, Array]


def teach(
    teacher: Any, sentences: Sequence[str], words: Sequence[str], domain: Sequence[str], kept: Path | None = None
) -> Taught:
    """What the teacher says of each text. Vectors that the file `kept` holds are not worked out again, and it holds them
    all afterwards."""
    known: dict[bytes, Array] = {}
    if kept is not None and kept.exists():
        with np.load(kept, allow_pickle=False) as arrays:
            known = dict(zip(arrays["digests"].tolist(), arrays["vectors"], strict=True))
    missing = sorted(text for text in {*sentences, *words, *domain} if _digest(text) not in known)
    if missing:
        given = teacher.encode(missing, batch_size=128, normalize_embeddings=True, show_progress_bar=False)
        known.update(zip(map(_digest, missing), np.asarray(given, np.float32), strict=True))
    if kept is not None and missing:
        np.savez(kept, digests=np.array(list(known)), vectors=np.stack(list(known.values())))
    return Taught(
        np.stack([known[_digest(text)] for text in sentences]),
        {text: known[_digest(text)] for text in words},
        {text: known[_digest(text)] for text in domain},
    )


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).hexdigest().encode()


@dataclass(frozen=True)
class Material:
    """Everything that is read before anything is learnt."""

    pairs: Sequence[tuple[str, str]]
    lexicon: Sequence[tuple[str, tuple[str, ...]]]
    domain: Sequence[Labelled]
    teacher: Path


def prepare(
    material: Material, recipe: Recipe, taught_by: Callable[[list[str], list[str], list[str]], Taught]
) -> tuple[Lesson, list[str]]:
    """The lesson, and the vocabulary in the order of the table's rows."""
    forms = lexicon_forms(material.lexicon)
    tokens = choose_tokens(material.teacher, material.pairs, material.domain, forms)
    tokenizer = make_tokenizer(tokens)
    english_counts = count_words(english for english, _ in material.pairs)

    meanings = sorted({word for words in forms.values() for word in words})
    plain = sorted({token.removeprefix("##") for token in tokens} | set(meanings))
    domain_english = sorted({row.text for row in material.domain if row.language == "en"})
    taught = taught_by([english for english, _ in material.pairs], plain, domain_english)
    centre, axes = _principal_axes(taught.sentences, recipe.dimension)

    def project(vectors: Array) -> Array:
        return np.asarray((vectors - centre) @ axes, np.float32)

    word_vectors = {word: project(vector) for word, vector in taught.words.items()}
    start = np.stack([_first(token, forms, english_counts, word_vectors) for token in tokens])
    english = encode(tokenizer, [english for english, _ in material.pairs])
    spanish = encode(tokenizer, [spanish for _, spanish in material.pairs])
    domain = encode(tokenizer, [row.text for row in material.domain])
    counts = np.bincount(
        [token for texts in (english, spanish, domain) for text in texts for token in text], minlength=len(tokens)
    )
    start *= (recipe.smoothing / (recipe.smoothing + counts / counts.sum()))[:, None].astype(np.float32)
    shown = sorted((form, word) for form in forms if form in set(tokens) for word in forms[form])
    return (
        Lesson(
            tokenizer=tokenizer,
            start=np.asarray(start, np.float32),
            english=english,
            spanish=spanish,
            taught=_unit(project(taught.sentences)),
            words=encode(tokenizer, [form for form, _ in shown]),
            word_vectors=_unit(np.stack([word_vectors[word] for _, word in shown])),
            domain=material.domain,
            domain_taught={text: _unit(project(vector)) for text, vector in taught.domain.items()},
        ),
        tokens,
    )


def _first(token: str, forms: dict[str, set[str]], english: dict[str, int], vectors: dict[str, Array]) -> Array:
    """A Spanish word of the lexicon starts as the mean of its meanings, any other token as the teacher reads it."""
    if token in forms and not english.get(token):
        return np.asarray(np.mean([vectors[word] for word in sorted(forms[token])], axis=0), np.float32)
    return vectors[token.removeprefix("##")]


def _principal_axes(vectors: Array, dimension: int) -> tuple[Array, Array]:
    centre = vectors.mean(axis=0)
    covariance = np.cov((vectors - centre).T)
    values, axes = np.linalg.eigh(covariance)
    chosen = axes[:, np.argsort(-values)[:dimension]]
    return centre, np.asarray(chosen, np.float32)


def _unit(vectors: Array) -> Array:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-12), np.float32)
