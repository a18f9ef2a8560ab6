"""Passages: the pieces of guide and cards that can be found and quoted."""

from __future__ import annotations

from dataclasses import dataclass, field

from advisor.domain.factors import Factor
from advisor.domain.language import Language


@dataclass(frozen=True, slots=True)
class GuideSection:
    """One section of the guide in one language. `id` is the contract's ("size/tiers"); `body` is Markdown without heading."""

    id: str
    factor: Factor
    language: Language
    title: str
    body: str
    questions: tuple[str, ...]
    updated: str
    origins: tuple[tuple[str, str, str], ...] = ()
    """(claim, source title, url) for the numbers in the body."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotable piece. `id` is "guide/size/tiers" or "card/vendor/slug"; `document` tells pieces of one id apart."""

    id: str
    document: str
    language: Language
    title: str
    text: str
    factor: Factor | None = None
    vendor: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One found id. `score` in 0..1 is comparable within one search and, against the threshold, between searches."""

    id: str
    score: float
    language: Language
    passage: Passage


@dataclass(frozen=True, slots=True)
class SearchResult:
    """`found` is False where even the best hit lies below the calibrated threshold: then say that it is not known."""

    hits: tuple[Hit, ...] = ()
    found: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """What a citation [n] points to; n is its place in the answer's list, from 1."""

    id: str
    title: str
    url: str
    date: str = ""


@dataclass(frozen=True)
class Guide:
    sections: tuple[GuideSection, ...] = field(default_factory=tuple)
    fingerprint: str = ""
