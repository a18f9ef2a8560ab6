"""The library: everything the advisor knows, found by meaning, by words and by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from advisor.domain.cards import Catalogue
from advisor.domain.factors import Factor
from advisor.domain.language import Language, Localised
from advisor.domain.passages import Guide, Hit, Passage, SearchResult
from advisor.library.embedders.base import Embedder
from advisor.library.embedders.choose import open_embedder
from advisor.library.entries import DECOY, Entry, Kind
from advisor.library.fusion import NO_DOUBT, THRESHOLD, Doubt, Evidence, fuse
from advisor.library.keywords import Keywords
from advisor.library.names import Names, read_nicknames
from advisor.library.opening import Opened, open_store
from advisor.library.vectors import ANYTHING, Columns, Filter, VectorIndex
from advisor.library.words import content, words
from advisor.settings import Settings

Progress = Callable[[float, Localised], None]
MAX_QUERY_CHARACTERS = 2000
NEAR = 160
"""Entries asked of the vector index for each kind; enough for a dozen sections with their questions."""
VOTES = 16
SOFTNESS = 0.12
"""How near a section is, is voted by its nearest entries (soft maximum): one odd question should not decide."""
STORY = 8
"""Words with a meaning beyond which a text is a story around a question: a question about one model takes fewer."""
_SENTENCE = re.compile(r"(?<=[.?!…])\s+|\n+")
_AI = (
    (re.compile(r"\binteligencias? artificial(?:es)?\b", re.I), "IA"),
    (re.compile(r"\bartificial intelligence\b", re.I), "AI"),
)
"""Long for what the guide and its questions write short."""


@dataclass(frozen=True, slots=True)
class Status:
    """What opening did. `action`: built, rebuilt, reopened, or borrowed (another process owns the store)."""

    action: Literal["built", "rebuilt", "reopened", "borrowed"]
    text: Localised
    embedder: str
    entries: int
    embedded: int
    seconds: float


@dataclass(frozen=True)
class Found:
    """Evidence by id, what speaks against any answer, the question's vector, and the keyword score by row."""

    ids: dict[str, Evidence]
    doubt: Doubt
    vector: NDArray[np.float32]
    words: NDArray[np.float32]


class Library:
    """Safe to search from several threads. `close` gives the store free for another process."""

    def __init__(
        self,
        opened: Opened,
        catalogue: Catalogue,
        embedder: Embedder,
        nicknames: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._opened = opened
        self.embedder = embedder
        self._entries: Sequence[Entry] = opened.entries
        self.keywords: Keywords = opened.keywords
        self.index: VectorIndex = opened.index
        self._columns = Columns(self._entries)
        self._names = Names(catalogue, nicknames)
        self._ids = [entry.passage.id for entry in self._entries]
        self._by_id: dict[str, list[int]] = {}
        for row, identifier in enumerate(self._ids):
            self._by_id.setdefault(identifier, []).append(row)
        self._asked = {
            tuple(words(e.passage.text)) for e in self._entries if e.role == "question" and e.passage.id != DECOY
        }
        self.status = Status(
            opened.action, opened.text, embedder.name, len(self._entries), opened.embedded, opened.seconds
        )

    @classmethod
    def open(
        cls,
        settings: Settings,
        catalogue: Catalogue,
        guide: Guide,
        progress: Progress | None = None,
        *,
        embedder: Embedder | None = None,
    ) -> Library:
        """Build the store at the first start, reopen it afterwards, rebuild it where knowledge or embedder changed or
        it is damaged. `progress` gets a share in 0..1 and what is being done. Raises StoreError and EmbedderError."""
        embedder = embedder or open_embedder(settings)
        return cls(
            open_store(settings, catalogue, guide, embedder, progress or (lambda _share, _text: None)),
            catalogue,
            embedder,
            read_nicknames(settings.knowledge),
        )

    def search(
        self,
        text: str,
        language: Language,
        k: int = 5,
        *,
        kind: Kind | None = None,
        factor: Factor | None = None,
        vendor: str | None = None,
        written_in: Language | None = None,
    ) -> SearchResult:
        """The k ids that answer `text` best, each with its best passage, in the person's language where it exists.

        `factor` and `vendor` keep only passages about them, `written_in` only those of a language. Scores are
        probabilities of being right; `found` is False where the best one lies below the calibrated threshold.
        """
        where = Filter(factor, vendor, written_in)
        found = self.evidence(text, language, kind=kind, where=where)
        if found is None or k < 1:
            return SearchResult()
        ranking = fuse(found.ids, found.doubt)[:k]
        hits = tuple(
            Hit(identifier, score, passage.language, passage)
            for identifier, score in ranking
            for passage in (self._quotable(identifier, language, found, where),)
        )
        return SearchResult(hits, bool(hits) and hits[0].score >= THRESHOLD)

    def evidence(
        self, text: str, language: Language, *, kind: Kind | None = None, where: Filter = ANYTHING
    ) -> Found | None:
        """What speaks for every id that any method found, before it is weighed; None for a text without content."""
        text = text.strip()[:MAX_QUERY_CHARACTERS]
        if not text:
            return None
        for written_out, short in _AI:
            text = written_out.sub(short, text)
        vector = self.embedder.embed_queries([_stressed(text)])[0]
        similarities = self._similarities(vector, (kind,) if kind else ("guide", "card"), where)
        keyed = self._keyword_scores(text, language, kind, where)
        passing = min(1.0, STORY / max(content(text), 1))
        named = self._names.find(text) if kind != "guide" else ()
        names = {f"card/{each.model}": passing * each.strength for each in named}
        names = {
            identifier: strength
            for identifier, strength in names.items()
            if where == ANYTHING or self._allowed(identifier, where)
        }
        ids = {
            identifier: Evidence(
                dense=_vote(similarities.get(identifier, {}).values()),
                words=self._best_words(identifier, keyed),
                name=names.get(identifier, 0.0),
            )
            for identifier in {*similarities, *self._best_ids(keyed), *names}
        }
        decoy = ids.pop(DECOY, Evidence())
        doubt = Doubt(decoy.dense, decoy.words, self.keywords.strangeness(text, language))
        if tuple(words(text)) in self._asked:  # "what is temperature?", word for word, however near the weather's is
            doubt = NO_DOUBT
        return Found(ids, doubt, vector, keyed)

    def close(self) -> None:
        self._opened.close()

    def _similarities(
        self, vector: NDArray[np.float32], kinds: Iterable[Kind], where: Filter
    ) -> dict[str, dict[int, float]]:
        """By id: row and scaled similarity of the entries near the vector."""
        low, high = self._opened.spread
        found: dict[str, dict[int, float]] = {}
        if not vector.any():
            return found
        for kind in kinds:
            near = self.index.nearest(kind, vector, NEAR, where)
            for row, similarity in zip(near.rows.tolist(), near.similarities.tolist(), strict=True):
                scaled = max(0.0, (similarity - low) / (high - low))
                found.setdefault(self._ids[row], {})[row] = scaled
        return found

    def _keyword_scores(self, text: str, language: Language, kind: Kind | None, where: Filter) -> NDArray[np.float32]:
        """A score in 0..1 an entry: its BM25 as a share of what a text with all the query's words would reach."""
        scores, most = self.keywords.scores(text, language)
        scores = scores / most if most > 0 else scores
        return scores if where == ANYTHING and kind is None else scores * self._columns.passing(where, kind)

    def _best_ids(self, scores: NDArray[np.float32]) -> set[str]:
        count = min(NEAR, len(scores))
        if count == 0:
            return set()
        return {self._ids[row] for row in np.argpartition(-scores, count - 1)[:count].tolist() if scores[row] > 0}

    def _best_words(self, identifier: str, scores: NDArray[np.float32]) -> float:
        return float(scores[self._by_id[identifier]].max()) if identifier in self._by_id else 0.0

    def _allowed(self, identifier: str, where: Filter) -> bool:
        return bool(self._columns.passing(where)[self._by_id.get(identifier, [])].any())

    def _quotable(self, identifier: str, language: Language, found: Found, where: Filter) -> Passage:
        """The passage of an id to quote: of the person's language first, then the one most like the question."""
        rows = [row for row in self._by_id[identifier] if self._entries[row].role == "passage"]
        if where != ANYTHING:
            passing = self._columns.passing(where)
            rows = [row for row in rows if passing[row]] or rows
        similar = self._opened.vectors[rows] @ found.vector

        def fitness(at: int) -> tuple[bool, float]:
            row = rows[at]
            own = self._entries[row].passage.language == language
            return own, float(similar[at]) + float(found.words[row]) / 2

        return self._entries[rows[max(range(len(rows)), key=fitness)]].passage


def _stressed(text: str) -> str:
    """A story with its questions said twice: they tell what is wanted, the rest how it came about."""
    if content(text) <= STORY:
        return text
    asking = [sentence for sentence in _SENTENCE.split(text) if sentence.endswith("?") and content(sentence) > 2]
    return " ".join((text, *asking)) if asking and asking != [text] else text


def _vote(similarities: Iterable[float]) -> float:
    """A soft maximum: as much as the nearest entry, less where it stands alone."""
    best = np.sort(np.fromiter(similarities, np.float64))[::-1][:VOTES]
    total = np.exp(best / SOFTNESS).sum() + (VOTES - len(best))
    return SOFTNESS * float(np.log(total / VOTES))
