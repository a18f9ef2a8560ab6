"""The tokenizer: lower case without accents, whole words of both languages first, pieces for all the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from advisor.library.words import fold, folded_dictionary
from advisor.training.corpus import Labelled

_WORD = re.compile(r"[^\W\d_]+")
_SYMBOLS = "abcdefghijklmnopqrstuvwxyz0123456789.,?!$%€+-"
TEACHER_WORDS = 18_000
"""The teacher's vocabulary is in the order of frequency in general English; its tail is names and fragments."""


def count_words(texts: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_WORD.findall(fold(text)))
    return counts


def choose_tokens(
    teacher: Path, pairs: Sequence[tuple[str, str]], domain: Sequence[Labelled], lexicon_forms: Iterable[str]
) -> list[str]:
    """The vocabulary, in a fixed order: symbols, the teacher's English, the domain, Spanish by frequency, endings."""
    from tokenizers import Tokenizer

    tokens: dict[str, None] = dict.fromkeys(["[PAD]", "[UNK]"])
    for symbol in _SYMBOLS:
        tokens |= {symbol: None, f"##{symbol}": None}
    known = Tokenizer.from_file(str(teacher / "tokenizer.json")).get_vocab()
    for number, token in enumerate(sorted(known, key=lambda token: known[token])):
        if (re.fullmatch(r"[a-z]{1,14}", token) and number < TEACHER_WORDS) or re.fullmatch(
            r"##[a-z]{1,4}|[0-9]{1,4}", token
        ):
            tokens[token] = None
    english, spanish = (count_words(side) for side in zip(*pairs, strict=True))
    ours = count_words(row.text for row in domain)
    tokens |= dict.fromkeys(word for word in sorted(ours) if word.isascii() and (ours[word] >= 2 or len(word) <= 6))
    tokens |= dict.fromkeys(word for word, count in _ranked(spanish) if count >= 4)
    tokens |= dict.fromkeys(word for word, count in _ranked(english) if count >= 8)
    tokens |= dict.fromkeys(form for form in sorted(lexicon_forms) if form in spanish or form in ours or len(form) <= 9)
    endings = Counter(f"##{word[-size:]}" for word in spanish for size in range(2, 6) if len(word) > size + 2)
    tokens |= dict.fromkeys(ending for ending, _ in _ranked(endings)[:1500])
    return list(tokens)


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(((word, n) for word, n in counts.items() if word.isascii()), key=lambda pair: (-pair[1], pair[0]))


def lexicon_forms(lexicon: Sequence[tuple[str, tuple[str, ...]]]) -> dict[str, set[str]]:
    """Every folded form of the lexicon's Spanish words, with its English words."""
    english: dict[str, set[str]] = {}
    for spanish, words in lexicon:
        english.setdefault(fold(spanish), set()).update(words)
    forms = {spanish: set(words) for spanish, words in english.items()}
    for form, lemma in folded_dictionary("es").items():
        if lemma in english and form.isascii() and form.isalpha():
            forms.setdefault(form, set()).update(english[lemma])
    return forms


def make_tokenizer(tokens: Sequence[str]) -> Any:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    vocabulary = {token: number for number, token in enumerate(tokens)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=60))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.BertPreTokenizer(), pre_tokenizers.Digits(individual_digits=False)]
    )
    return tokenizer


def encode(tokenizer: Any, texts: Sequence[str]) -> list[list[int]]:
    return [encoding.ids for encoding in tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]
