"""The names of models, families and vendors, as a trie over small tokens, so that spelling variants meet.

"Qwen3-8B", "qwen3:8b" and "Qwen 3 8B" are all (qwen, 3, 8, b); a version such as 3.1 is one token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from advisor.answer.claims.folding import fold
from advisor.answer.claims.lexicon import LABELS, TERMS, is_word, place_words
from advisor.domain.cards import Card

NameKind = Literal["model", "short", "vendor"]
"""model: a full name. short: a family or a shortened name, which may stand for several models."""

_TOKEN = re.compile(r"[a-z]+|\d+(?:\.\d+)*")
_VERSION = re.compile(r"v?\d+(?:\.\d+)*$")
GENERIC_TAILS = frozenset({"instruct", "it", "chat", "hf", "preview"})
"""Endings that a name may lose or gain without becoming another model, unless another card has that name."""

VARIANTS = frozenset(
    fold(
        """
        mini nano micro tiny small medium large big xl xxl pro max ultra turbo plus lite light flash fast
        instant air advanced premier premium express preview thinking reasoning instruct chat base it coder
        code vision vl omni next distill distilled opus sonnet haiku deep research search heavy high low exp
        experimental latest super hyper giga speed edge scout maverick behemoth nemo codestral magistral
        ministral devstral pixtral
        """
    ).split()
)
"""Words that make another model of a name they follow."""

PROPER = frozenset({"opus", "sonnet", "haiku", "scout", "maverick", "behemoth", "nemo"})
"""Variants that are names of their own: "Haiku" alone is a model, "Mini" alone is not."""

WELL_KNOWN = frozenset(
    fold(
        """
        gpt chatgpt claude gemini gemma llama mistral mixtral ministral codestral magistral devstral pixtral
        qwen qwq deepseek phi grok glm kimi minimax yi falcon granite olmo smollm starcoder vicuna alpaca
        wizardlm zephyr openchat solar dbrx jamba command nova titan palm bard bloom mpt dolly stablelm
        internlm baichuan ernie hunyuan nemotron exaone aya salamandra alia apertus teuken lucie eurollm
        dolphin hermes orca mosaic codellama tinyllama bert roberta t5 flan whisper sora dall midjourney
        flux veo imagen lfm longcat step mimo doubao inkling muse
        """
    ).split()
)
"""Families that a sentence may name although no card is at hand."""


@dataclass(frozen=True, slots=True)
class Token:
    """`glued`: follows the token before it without anything in between."""

    text: str
    start: int
    end: int
    glued: bool


def tokens_of(folded: str) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(folded):
        glued = bool(found) and found[-1].end == match.start()
        found.append(Token(match.group(), match.start(), match.end(), glued))
    return found


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    glued: dict[str, bool] = field(default_factory=dict)
    entries: list[tuple[NameKind, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match:
    """`count` tokens from the start; what they name."""

    count: int
    entries: tuple[tuple[NameKind, str], ...]


class Trie:
    def __init__(self) -> None:
        self._root = _Node()

    def add(self, name: str, kind: NameKind, id_: str) -> None:
        self.add_tokens(tokens_of(fold(name)), kind, id_)

    def add_tokens(self, tokens: Sequence[Token], kind: NameKind, id_: str) -> None:
        node = self._root
        for token in tokens:
            node.glued[token.text] = node.glued.get(token.text, True) and token.glued
            node = node.children.setdefault(token.text, _Node())
        if tokens and (kind, id_) not in node.entries:
            node.entries.append((kind, id_))

    def holds(self, tokens: Sequence[Token]) -> tuple[tuple[NameKind, str], ...]:
        node: _Node | None = self._root
        for token in tokens:
            node = node.children.get(token.text) if node else None
        return tuple(node.entries) if node else ()

    def longest(self, tokens: Sequence[Token], i: int, folded: str) -> Match | None:
        node, best = self._root, None
        for j in range(i, len(tokens)):
            token = tokens[j]
            child = node.children.get(token.text)
            if child is None or (j > i and not _joined(folded, tokens[j - 1], token, node.glued[token.text])):
                break
            node = child
            if node.entries:
                best = Match(j - i + 1, tuple(node.entries))
        return best


def _joined(folded: str, before: Token, after: Token, glued_in_name: bool) -> bool:
    gap = folded[before.end : after.start]
    if gap == "":
        return True
    if len(gap) > 1 or gap not in " -_:/.":
        return False
    return not (glued_in_name and gap == " " and len(before.text) <= 2 and before.text.isalpha())


@dataclass(frozen=True)
class Vocabulary:
    """All names of a catalogue. Build it once; `stems` are first words of names, by which invented ones are known."""

    trie: Trie
    stems: frozenset[str]
    vendors: Mapping[str, str]
    """Folded vendor name -> vendor."""

    @classmethod
    def of(cls, cards: Iterable[Card], names: Iterable[str] = ()) -> Vocabulary:
        """`names`: further names to be known as models, of no card."""
        trie, stems, vendors = Trie(), set(WELL_KNOWN), {}
        for card in cards:
            for name in spellings(card):
                trie.add(name, "model", card.model)
                stems.update(_stem(name))
            for word in card.vendor, card.model.partition("/")[0]:
                trie.add(word, "vendor", card.vendor)
                vendors[fold(word)] = card.vendor
            trie.add(card.family, "short", card.model)
        for name in names:
            trie.add(name, "model", name)
            stems.update(_stem(name))
        return cls(trie, frozenset(s for s in stems if len(s) >= 2 and s not in LABELS), vendors)


def _stem(name: str) -> Iterator[str]:
    first = next(iter(tokens_of(fold(name))), None)
    if first and first.text.isalpha() and len(first.text) >= 3:
        yield first.text


def spellings(card: Card) -> tuple[str, ...]:
    """The names under which a card is known, with and without vendor and generic endings."""
    slug = card.model.partition("/")[2]
    names = [card.name, slug, *card.aliases, *card.runtimes.values()]
    for name in tuple(names):
        bare = re.sub(r"\s*\([^)]*\)", "", name).strip()
        names.append(bare)
        if "/" in bare:
            names.append(bare.partition("/")[2])
        for vendor in (card.vendor, card.model.partition("/")[0]):
            if fold(bare).startswith(fold(vendor) + " "):
                names.append(bare[len(vendor) + 1 :])
        words = re.split(r"[\s\-_]", bare)
        if len(words) > 1 and fold(words[-1]) in GENERIC_TAILS:
            names.append(" ".join(words[:-1]))
        versions = [i for i, w in enumerate(words) if _VERSION.match(fold(w)) and i > 0]
        if len(words) >= 3 and len(versions) == 1:
            rest = [w for i, w in enumerate(words) if i != versions[0]]
            version = words[versions[0]]
            names += [" ".join([*rest, version]), " ".join([rest[0], version, *rest[1:]])]
    return tuple(dict.fromkeys(n for n in names if _usable(n)))


def _usable(name: str) -> bool:
    """A name that is a short token or begins with a digit ("v2", "8b") would be found everywhere."""
    tokens = tokens_of(fold(name))
    return bool(tokens) and tokens[0].text.isalpha() and (len(tokens) > 1 or len(tokens[0].text) >= 3)


def shortened(card: Card) -> Iterator[list[Token]]:
    """Beginnings and ends of a card's name that a writer may use for it once it has been named."""
    for name in dict.fromkeys((card.name, re.sub(r"\s*\([^)]*\)", "", card.name).strip())):
        folded = fold(name)
        tokens = tokens_of(folded)
        starts = [i for i, t in enumerate(tokens) if not t.glued]
        for i in starts[1:]:
            if i >= 1 and tokens[0].text.isalpha():
                yield tokens[:i]
            end = tokens[i:]
            letters = [t.text for t in end if t.text.isalpha() and len(t.text) >= 3]
            if letters and (len(end) > 1 or len(letters[0]) >= 4) and not set(letters) <= GENERIC_TAILS | {"base"}:
                yield [Token(end[0].text, end[0].start, end[0].end, False), *end[1:]]
        for token in tokens[1:]:
            if token.text.isalpha() and len(token.text) >= 4 and token.text in PROPER and not token.glued:
                yield [token]
        if tokens and tokens[0].text.isalpha() and len(tokens) > 1 and len(tokens[0].text) >= 3:
            yield tokens[:1]


def is_common(word: str, plain: str) -> bool:
    """Whether a name of one word is also an ordinary word, so that it counts only with a capital."""
    return word in LABELS or word in TERMS or word in place_words() or is_word(plain.lower())
