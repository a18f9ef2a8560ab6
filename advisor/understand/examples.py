"""What a message does by the way it is put, learnt from the example sentences of the lexicon (naive Bayes)."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from advisor.understand.text import Message

_SMOOTHING = 0.05
_PREFIX = 5
"""Letters that stand for the inflections of a longer word."""
_SHORTEST = 3


class ExampleSense:
    """Word statistics of the examples. A word counts whole and by its first letters, so inflections meet."""

    def __init__(self, examples: Mapping[str, Iterable[str]], ignored: Iterable[str] = (), pairs: bool = False) -> None:
        """`ignored` words tell nothing. `pairs`: small words and marks count, and so do neighbours, for how people talk."""
        self._ignored = frozenset(ignored)
        self._pairs = pairs
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for use, sentences in examples.items():
            for sentence in sentences:
                counts[use].update(self._features(Message(sentence).words))
        self._uses = tuple(counts)
        self._known = frozenset(feature for counter in counts.values() for feature in counter)
        self._logs: dict[str, dict[str, float]] = {}
        self._unseen: dict[str, float] = {}
        for use, counter in counts.items():
            total = sum(counter.values()) + _SMOOTHING * len(self._known)
            self._unseen[use] = math.log(_SMOOTHING / total)
            self._logs[use] = {feature: math.log((n + _SMOOTHING) / total) for feature, n in counter.items()}

    def _features(self, words: Iterable[str]) -> list[str]:
        if self._pairs:
            said = [word if word.isalpha() or word in "?¿!" else "#" for word in words]
            return [*said, *(f"{a} {b}" for a, b in pairwise(said))]
        features = []
        for word in words:
            if len(word) < _SHORTEST or not word.isalpha() or word in self._ignored:
                continue
            features.append(word)
            if len(word) > _PREFIX:
                features.append(word[:_PREFIX] + "~")
        return features

    def weigh(self, words: Iterable[str]) -> dict[str, float]:
        """The probability of each use given the words, all uses alike beforehand; empty where no word is known."""
        features = [feature for feature in self._features(words) if feature in self._known]
        if not features:
            return {}
        logs = {use: sum(self._logs[use].get(f, self._unseen[use]) for f in features) / _TEMPERED for use in self._uses}
        top = max(logs.values())
        shares = {use: math.exp(value - top) for use, value in logs.items()}
        total = sum(shares.values())
        return {use: share / total for use, share in shares.items()}


_TEMPERED = 2.0
"""Each word is counted about twice (whole and by its beginning); this takes it back."""
