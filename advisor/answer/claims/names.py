"""Mentions of models and vendors in a sentence: those the evidence holds, and strangers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein

from advisor.answer.claims.folding import fold
from advisor.answer.claims.lexicon import BENCHMARKS, LABELS, TERMS, is_word, place_words
from advisor.answer.claims.vocabulary import (
    GENERIC_TAILS,
    VARIANTS,
    Match,
    NameKind,
    Token,
    Trie,
    Vocabulary,
    is_common,
    shortened,
    spellings,
    tokens_of,
)
from advisor.domain.cards import Card


@dataclass(frozen=True, slots=True)
class Mention:
    """`models`: card ids of the evidence that it may stand for. A stranger is a name that the evidence does not hold.

    quoted: a name of no card at hand, but found in a passage that may be quoted.
    """

    start: int
    end: int
    kind: Literal["model", "short", "vendor", "stranger", "quoted", "hardware", "benchmark"]
    models: tuple[str, ...] = ()
    vendor: str = ""


_HARDWARE = re.compile(
    r"\b(?:(?:nvidia\s+)?(?:geforce\s+)?(?:rtx|gtx)[\s-]?\d{3,4}(?:[\s-]?(?:ti|super|ada|laptop|gb))*|(?:amd\s+)?(?:radeon\s+)?rx[\s-]?\d{3,4}(?:[\s-]?(?:xtx|xt|gre|m))?"
    r"|radeon[\s\w]{0,6}\d{3,4}|arc\s[ab]\d{3}|[ahlbv]\d{2,3}s?\b(?=\s|$|[,.;)'’])|gb?200\b|mi\d{3}x?\b|m[1-5](?:\s(?:pro|max|ultra))?\b(?=\s|$|[,.;)])"
    r"|(?:quadro|tesla|titan)\s\w+|raspberry pi(?:\s\d)?|jetson\s\w+|ryzen[\s\w]{0,14}|core i\d|threadripper|snapdragon[\s\w]{0,10}|xeon|epyc"
    r"|\d{4}\s?(?:ti|super)\b|a?\d{4}\s?ada\b)"
)
_QUANTIZATION = re.compile(
    r"\b(?:i?q\d(?:_[0-9a-z]+)*|[bn]?fp?\d{1,2}|int\d{1,2}|\d-?bits?|w\d+a\d+|mxfp\d|nvfp\d|nf4)\b"
)
_WORD = re.compile(r"[^\W_][\w'’]*(?:[-.+][\w]+)*[+#]*")
_SCALE_ONLY = re.compile(r"\d[\d.,]*(?:x|k|m|b|t|bn|gb|mb|tb|gib|s|ms|st|nd|rd|th|o|a|er|px|h|d|º|ª)?(?:-[a-z]+)*$")


_MODEL_LIKE = re.compile(r"(?<![\w-])[A-Z][a-z]{2,}[ -]\d{1,2}(?:\.\d)?[ -]\d{1,4}(?:\.\d)?[Bb]\b")
""" "Gema 4 31B": a word with a version and a size is a model's name, whatever the word."""


class Names:
    """Reads mentions. `cards`: the evidence's; `words`: folded words of the evidence, which are no strangers."""

    def __init__(self, cards: Iterable[Card], vocabulary: Vocabulary, words: frozenset[str], quotable: str) -> None:
        cards = tuple(cards)
        named = {fold(f.name) for card in cards for f in card.all("benchmarks") if f.name}
        short = {re.sub(r"\s*\([^)]*\)$", "", name) for name in named}  # "IFBench (AA)" goes by "IFBench"
        self._tests = sorted({*named, *(name for name in short if len(name) >= 5)}, key=len, reverse=True)
        self._successors = frozenset(card.successor for card in cards if card.successor)
        self._vocabulary, self._words, self._quotable = vocabulary, words, quotable
        self.cards = {card.model: card for card in cards}
        self._trie = Trie()
        self._vendors = {card.vendor for card in self.cards.values()}
        for card in self.cards.values():
            for name in spellings(card):
                self._trie.add(name, "model", card.model)
        for card in self.cards.values():
            self._trie.add(card.vendor, "vendor", card.vendor)
            self._trie.add(card.model.partition("/")[0], "vendor", card.vendor)
            for tokens in (tokens_of(fold(card.family)), *shortened(card)):
                taken = self._trie.holds(tokens) + vocabulary.trie.holds(tokens)
                if not any(kind == "model" and not self._is_nickname(tokens, id_) for kind, id_ in taken):
                    self._trie.add_tokens(tokens, "short", card.model)

    def _is_nickname(self, tokens: Sequence[Token], id_: str) -> bool:
        """Whether a single word is only a family's name that some other card, not at hand, goes by as well ("Ministral")."""
        return len(tokens) == 1 and id_ not in self.cards and tokens[0].text != id_.partition("/")[2]

    def tests(self, folded: str) -> list[tuple[int, int, str]]:
        """(start, end, name) of the evidence's tests that are named in full, the longest name first."""
        found: list[tuple[int, int, str]] = []
        for name in self._tests:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", folded):
                if not any(match.start() < end and start < match.end() for start, end, _ in found):
                    found.append((match.start(), match.end(), name))
        return [*found, *self._kindred_tests(folded, found)]

    def _kindred_tests(self, folded: str, found: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
        """ "LMArena text, 1,366 to 1,357, and vision": the second is called by what sets it apart."""
        for _, end, name in found:
            head, _, rest = name.rpartition(" ")
            for other in self._tests if head and rest else ():
                apart = other.removeprefix(f"{head} ")
                if other in (name, apart):
                    continue
                following = re.compile(
                    rf"(?:,|\b(?:and|y|e|but|pero|or|o|in|on|en)) (?:in |on |en |the |el |la )*(?P<test>{re.escape(apart)})(?!\w)"
                )
                match = following.search(folded, end)
                if match and not any(match.start("test") < e and s < match.end("test") for s, e, _ in found):
                    yield match.start("test"), match.end("test"), other

    def find(self, text: str) -> list[Mention]:
        """All mentions in order of place, none overlapping. `text` is plain: without emphasis marks."""
        folded = fold(text)
        found: list[Mention] = []
        tokens = tokens_of(folded)
        i = 0
        while i < len(tokens):
            mention, used = self._at(text, folded, tokens, i)
            if mention:
                found.append(mention)
            i += used if mention else 1
        known = [m for m in found if m.models]
        devices = [Mention(m.start(), m.end(), "hardware") for m in _HARDWARE.finditer(folded)]
        devices = [d for d in devices if not _overlaps(d, known)]
        found = [m for m in found if m.models or not _overlaps(m, devices)] + devices
        found += self._strangers(text, folded, found)
        return sorted(found, key=lambda m: m.start)

    def _at(self, text: str, folded: str, tokens: Sequence[Token], i: int) -> tuple[Mention | None, int]:
        first = tokens[i]
        if first.glued or (first.start and text[first.start - 1].isalnum()):
            return None, 1
        ours = self._trie.longest(tokens, i, folded)
        theirs = self._vocabulary.trie.longest(tokens, i, folded)
        stem = first.text in self._vocabulary.stems and not (
            is_common(first.text, first.text) and not text[first.start].isupper()
        )
        match = ours if ours and (not theirs or theirs.count <= ours.count) else theirs
        if match and match.count == 1 and not _is_name(text, first):
            match = None
        if _CALLS.match(folded, first.start):
            return None, 1
        if match is None:
            if not stem or f"{first.text}.cpp" == folded[first.start : first.start + len(first.text) + 4]:
                return None, 1
            match = Match(1, ())
            ours = None
        if ours is match and i + match.count < len(tokens):
            tail = tokens[i + match.count]
            gap = folded[tokens[i + match.count - 1].end : tail.start]
            if tail.text in GENERIC_TAILS and gap in (" ", "-", ":") and (gap != " " or text[tail.start].isupper()):
                ours = match = Match(match.count + 1, match.entries)
        end = self._grown(text, folded, tokens, i, match)
        start, stop = first.start, tokens[end - 1].end
        if stop < len(text) and text[stop].isalnum():
            return (self._stranger(folded, start, stop), end - i) if match.entries else (None, 1)
        grown = end > i + match.count
        if ours is match and not grown:
            return _known(match, start, stop, self.cards), end - i
        return self._vendor_or_stranger(folded, start, stop, () if grown else match.entries), end - i

    def _grown(self, text: str, folded: str, tokens: Sequence[Token], i: int, match: Match) -> int:
        """The end of the name, counting versions, sizes and variants that make another model of it."""
        j = i + match.count
        full = any(kind == "model" for kind, _ in match.entries)
        if match.entries and all(kind == "vendor" for kind, _ in match.entries):
            return j
        while j < len(tokens):
            gap = folded[tokens[j - 1].end : tokens[j].start]
            if (
                len(gap) > 1
                or gap not in " -_:/"
                or (gap == "" and tokens[j].text.isalpha() and not tokens[j - 1].text[0].isdigit())
            ):
                break
            step = self._extends(text, folded, tokens, i, j, gap, full)
            if not step:
                break
            j += step
        return j

    def _extends(self, text: str, folded: str, tokens: Sequence[Token], i: int, j: int, gap: str, full: bool) -> int:
        token = tokens[j]
        if token.text[0].isdigit():
            sized = (
                j + 1 < len(tokens)
                and tokens[j + 1].glued
                and tokens[j + 1].text in ("b", "t")
                and _ends(folded, tokens[j + 1].end)
            )
            if sized:
                return 2
            letter = j + 1 < len(tokens) and tokens[j + 1].glued
            if re.fullmatch(r"\d{2,}\.\d+", token.text):
                return 0  # a score, no version
            if letter:
                return 2 if not full and tokens[j + 1].text in ("o", "m") else 0
            after = folded[token.end : token.end + 14]
            numbered = any(t.text[0].isdigit() for t in tokens[i:j])
            version = (
                not numbered
                and re.fullmatch(r"\d\.\d{1,2}", token.text)
                and re.match(r"\s*(?:[,;:!?)]|$|\.(?!\d))", after)
            )
            if version:
                return 1
            unit = re.match(r"\s?(?:%|\$|usd|€|tok|gb|mb|x\b|veces|times|de\s|mil|million|,\d)|[.,]\d", after)
            return 0 if unit or (full and gap == " ") else 1
        if token.text in GENERIC_TAILS:
            return 0
        if token.text in VARIANTS and (
            gap in "-_:" or text[token.start].isupper() or text[tokens[j - 1].start].islower()
        ):
            if gap == " " and text[token.start].islower() and (is_word(token.text) or token.text in LABELS):
                return 0
            return 1
        if (
            re.fullmatch(r"[a-z]", token.text)
            and j + 1 < len(tokens)
            and tokens[j + 1].glued
            and gap in "-_ "
            and (text[token.start].isupper() or (gap == "-" and token.text == "v"))
        ):
            return 2
        return 0

    def _vendor_or_stranger(
        self, folded: str, start: int, stop: int, entries: Sequence[tuple[NameKind, str]]
    ) -> Mention:
        vendor = next((id_ for kind, id_ in entries if kind == "vendor"), "")
        if vendor and fold(vendor) in self._words:
            return Mention(start, stop, "vendor", vendor=vendor)
        if any(kind == "model" and id_ in self._successors for kind, id_ in entries):
            return Mention(start, stop, "quoted")
        known = self._stranger(folded, start, stop)
        maker = next((id_.partition("/")[0] for kind, id_ in entries if kind != "vendor" and "/" in id_), "")
        return Mention(start, stop, known.kind, vendor=vendor or self._vocabulary.vendors.get(fold(maker), ""))

    def _stranger(self, folded: str, start: int, stop: int) -> Mention:
        tail = re.match(r"(?:-[a-z]{3,})+", folded[stop:])
        if tail and folded[start : stop + tail.end()] in self._words:  # "LLaMA-Factory" names no LLaMA
            stop += tail.end()
        kind: Literal["quoted", "stranger"] = (
            "quoted"
            if re.search(rf"(?<!\w){written(folded[start:stop])}(?![\w-]|\.\d)", self._quotable)
            else "stranger"
        )
        return Mention(start, stop, kind)

    def _strangers(self, text: str, folded: str, found: Sequence[Mention]) -> list[Mention]:
        """Words that look like names and are neither vocabulary nor evidence."""
        strangers: list[Mention] = []
        for match in _WORD.finditer(text):
            start, end = match.span()
            word = folded[start:end].rstrip(".'’")
            if any(start < m.end and m.start < end for m in found) or _QUANTIZATION.fullmatch(word):
                continue
            if word in BENCHMARKS and (match.group().isupper() or "-" in word or not is_word(word)):
                strangers.append(Mention(start, end, "benchmark"))
            elif self._strange(text, word, match.group(), start, end):
                strangers.append(self._stranger(folded, start, end))
        for match in _MODEL_LIKE.finditer(text):
            start, end = match.span()
            if not any(start < m.end and m.start < end for m in (*found, *strangers)):
                strangers.append(self._stranger(folded, start, end))
        return strangers

    def _strange(self, text: str, word: str, plain: str, start: int, end: int) -> bool:
        if self._usual(word) or _SCALE_ONLY.fullmatch(word):
            return False
        if word.endswith("s") and word[:-1] in self._vocabulary.stems:  # "both Qwens"
            return False
        parts = [p for p in re.split(r"[-.'’]", word) if p]
        if len(parts) > 1 and all(self._usual(p) or p.isdigit() or is_word(p) for p in parts):
            numbered = plain[0].isupper() and any(p.isdigit() for p in parts)
            return numbered and not all(self._usual(p) or p.isdigit() for p in parts)
        dictionary = is_word(plain.lower()) or is_word(word)
        if any(c.isdigit() for c in word):
            return any(c.isalpha() for c in word)
        if not any(c.isupper() for c in plain):
            return not dictionary and self._nearly(word)
        variant = _NUMBERED.match(text, end) if plain[0].isupper() else None
        if variant and fold(variant.group(1)) in VARIANTS:
            return True
        follows = re.match(r"[ -]([A-Z][a-z]+)\b", text[end : end + 14])
        if (
            dictionary
            and plain[0].isupper()
            and follows
            and fold(follows.group(1)) in VARIANTS
            and not self._usual(f"{word} {fold(follows.group(1))}")
        ):
            return True
        if dictionary and len(word) <= 3 and plain.istitle() and _may_begin(text, start):
            return False
        if dictionary and (plain.isupper() or is_word(plain.lower())):
            return (
                plain[0].isupper() and not plain.isupper() and not _may_start(text, start, end) and not _in_title(text)
            )
        return True

    def _usual(self, word: str) -> bool:
        return (
            word in self._words or word in TERMS or word in LABELS or word in place_words() or (word.isalpha() and len(word) == 1)
            or (word.endswith("s") and word[:-1] in TERMS)
        )  # fmt: skip

    def _nearly(self, word: str) -> bool:
        """Almost the name of a family or vendor: "mistrol", "anthropik"."""
        if len(word) < 5:
            return False
        limit = 1 if len(word) < 8 else 2
        names = [*self._vocabulary.stems, *self._vocabulary.vendors]
        return any(
            abs(len(n) - len(word)) <= limit and DamerauLevenshtein.distance(n, word, score_cutoff=limit) <= limit
            for n in names
            if len(n) >= 5
        )


def written(name: str) -> str:
    """A pattern for a folded name as a text may write it: "gemma 3 at 27b" for "gemma 3 27b"."""
    pattern = re.sub(r"\\ (?=\d[\d.\\]*b$)", r"(?:,? (?:at|with|con|de|of)|:)? ", re.escape(name))
    return re.sub(r"^([a-z]+\\ )(?=[a-z]{4,}\\ )", r"(?:\1)?", pattern)  # "Sonnet 4.5" for "Claude Sonnet 4.5"


def _is_name(text: str, token: Token) -> bool:
    """An ordinary word ("command", "meta") is a name only with a capital."""
    plain = text[token.start : token.end]
    return plain[:1].isupper() or not token.text.isalpha() or not is_common(token.text, plain)


_CALLS = re.compile(r"llama a (?:(?:las|tus|sus|otras|funciones|herramientas|apis?|una?)\b)")
""" "Llama a herramientas" is a verb."""
_NUMBERED = re.compile(r"[ -]\d+(?:\.\d+)? ([A-Z][a-z]+)\b")
""" "Osta 3 Pro": a word with a capital, a number and a variant are a name, whatever the word."""


def _known(match: Match, start: int, stop: int, cards: dict[str, Card]) -> Mention:
    models = tuple(dict.fromkeys(id_ for kind, id_ in match.entries if kind == "model" and id_ in cards))
    if models:
        return Mention(start, stop, "model", models)
    short = tuple(dict.fromkeys(id_ for kind, id_ in match.entries if kind == "short" and id_ in cards))
    vendor = next((id_ for kind, id_ in match.entries if kind == "vendor"), "")
    if vendor:
        return Mention(start, stop, "vendor", tuple(i for i, c in cards.items() if c.vendor == vendor), vendor)
    return Mention(start, stop, "short", short)


def _overlaps(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(mention.start < m.end and m.start < mention.end for m in others)


def _ends(folded: str, position: int) -> bool:
    return position >= len(folded) or not folded[position].isalnum()


_BARE_SUBJECT = re.compile(
    r"\s+(?:is|es|has|tiene|costs?|cuesta|offers?|ofrece|supports?|admite|soporta|fits|cabe|runs|corre|leads|gana|wins|beats|supera|outperforms|provides|handles|delivers)\b"
)


def _may_start(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word may carry a capital here: at the start of a sentence, cell, label or quotation.

    At the start a bare noun before a verb ("Nebula is ...") is a name after all; an ordinary subject has an article.
    """
    before = text[:start].rstrip(" \t*_\"'“«¿¡([")
    if before and unicodedata.category(before[-1]) in ("So", "Sk", "Sm", "Mn"):
        return True
    starts = not before or before[-1] in ".:;!?|>\n-–—#•/" or bool(re.search(r"(?:^|\n)\s*\d+[.)]$", before))
    doing = re.search(r"(?:ing|[aei]r(?:lo|la)?)$", fold(text[start:end]))
    return starts and (bool(doing) or not _BARE_SUBJECT.match(fold(text[end : end + 16])))


def _may_begin(text: str, start: int) -> bool:
    """Whether a sentence or a part of one begins here."""
    before = text[:start].rstrip(" \t*_\"'“«¿¡([")
    return not before or before[-1] in ".:;!?\n"


def _in_title(text: str) -> bool:
    """A heading, table row or label where most words carry a capital."""
    words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    return bool(words) and sum(w[0].isupper() for w in words) >= 0.8 * len(words) and not re.search(r"[.!?]\s*$", text)
