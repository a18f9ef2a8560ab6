"""What a message shows to the trained senses: its words with how they are meant, and the lexicon's phrases in it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

READ = 250
"""Tokens of a message that are looked at."""
_STEM = 5
"""Letters that stand for the inflections of a longer word."""
_PAIR, _SIGN = 0.7, 0.5
"""How much two neighbours, and signs beside the words, count against a word's 1."""
_NAMING = {"use_case": 0, "use_hint": 2, "use_word": 3, "use_product": 3}
_WORD, _PRODUCT, _MOST_WORDS = 0.5, 1.0, 1.5
"""How much a word, and a product made for one use, speak for that use, and all of them together at most."""
NAMINGS = 5
"""Ways in which the lexicon's phrases speak for a use: outright, outright in a question or aside, a hint, words, more."""


class Feature(NamedTuple):
    """`value` is 1 for a word; `at` is the token it stands at, -1 for the message as a whole."""

    value: float
    at: int


class Naming(NamedTuple):
    """How far the lexicon's phrases name one use; `start` and `end` are those of the most telling phrase."""

    ways: tuple[float, ...]
    start: int
    end: int


def namings(reading: Reading, acts: Acts, start: int = 0, end: int = READ) -> Mapping[str, Naming]:
    """By use, what its phrases between two tokens amount to; those denied, or part of a name that is no product's, do
    not count."""
    ways: dict[str, list[float]] = {}
    best: dict[str, tuple[int, int, int]] = {}
    ends: dict[str, set[int]] = {}
    licensed = _licensed(reading)
    for kind, place in _NAMING.items():
        for hit in reading.longest(kind):
            if (
                not start <= hit.start < end
                or licensed & set(range(hit.start, hit.end))
                or (reading.polarity(hit.start, hit.end) != "yes" and not is_ones_own(reading, hit))
                or (all(reading.taken[hit.start : hit.end]) and kind != "use_product")
            ):
                continue
            row = ways.setdefault(hit.value, [0.0] * NAMINGS)
            aside = kind == "use_case" and acts.keep(hit.start) >= Keep.SITUATION
            if place == _NAMING["use_word"]:
                row[place] = min(row[place] + (_PRODUCT if kind == "use_product" else _WORD), _MOST_WORDS)
            else:
                row[place + aside] = 1.0
            ends.setdefault(hit.value, set()).add(hit.end)
            row[4] = min(len(ends[hit.value]) - 1, 4) / 2
            best.setdefault(hit.value, (place + aside, hit.start, hit.end))
            best[hit.value] = min(best[hit.value], (place + aside, hit.start, hit.end))
    return {use: Naming(tuple(row), best[use][1], best[use][2]) for use, row in ways.items()}


def is_ones_own(reading: Reading, hit: Hit) -> bool:
    """ "I'm fed up with my chatbot answering in English": denied is what one's own does, and not what it is for."""
    own = reading.message.words[max(hit.start - 1, 0) : hit.start]
    return own in _MINE and hit.kind == "use_case" and reading.polarity(hit.start, hit.end) == "no"


_MINE = (("mi",), ("nuestro",), ("nuestra",), ("my",), ("our",))


def features(
    reading: Reading, acts: Acts, named: Mapping[str, Naming], start: int = 0, end: int = READ
) -> dict[str, Feature]:
    """What stands between two tokens, by name: words (`w:`), their stems (`s:`), neighbours (`b:`), denied stems (`no:`), lexicon phrases, acts.

    `e:` is the word once more, its value shrinking with the message: the part that was learnt through word vectors.
    """
    found: dict[str, Feature] = {}
    stems: list[str] = []
    tokens = reading.message.tokens[start:end]
    licensed = _licensed(reading)
    share = max(sum(t.kind == "word" for t in tokens), 1) ** -0.5
    for i, token in enumerate(tokens, start):
        if i in licensed:
            stems.append("")
        elif reading.taken[i]:
            stems.append("")
            found.setdefault("w:@name", Feature(_SIGN, -1))
        elif token.kind == "mark":
            stems.append("")
            if token.text == "?":
                found.setdefault("w:?", Feature(_SIGN, -1))
        elif reading.polarity(i, i + 1) != "yes":
            stems.append("")
            found.setdefault(f"no:{_stem(token.text)}", Feature(_SIGN, i))
        else:
            word = "#" if token.kind == "number" else token.text
            stems.append(_stem(word))
            found.setdefault(f"w:{word}", Feature(1.0, i))
            found.setdefault(f"s:{_stem(word)}", Feature(1.0, i))
            found.setdefault(f"e:{word}", Feature(share, i))
    for i, (first, second) in enumerate(pairwise(stems), start):
        if first and second:
            found.setdefault(f"b:{first} {second}", Feature(_PAIR, i))
    return found | _signs(reading, acts, named, start, end)


def _licensed(reading: Reading) -> frozenset[int]:
    """Tokens of "código abierto": of how a model is licensed, and of no code to be written."""
    hits = (h for h in reading.of("flag", "open_weights") if h.length > 1)
    return frozenset(i for h in hits for i in range(h.start, h.end) if reading.message.words[i] in _CODE)


_CODE = wordset("codigo code")


def _stem(word: str) -> str:
    return word[:_STEM] + "~" if len(word) > _STEM else word


def _signs(reading: Reading, acts: Acts, named: Mapping[str, Naming], start: int, end: int) -> dict[str, Feature]:
    """What else the lexicon finds in the message, what sort of message it is, and how clearly it names any use."""
    tokens = reading.message.tokens[start:end]
    signs = {f"act:{act}" for act in (acts.by_sentence[n] for n in {t.sentence for t in tokens})}
    for hit in reading.hits:
        if start <= hit.start < end and hit.kind not in (*_NAMING, "boundary"):
            signs.add(f"o:{hit.kind}")
            if hit.kind not in ("tongue", "own"):
                signs.add(f"o:{hit.kind}:{hit.value}")
    length = f"length:{min(len(tokens) // 6, 6)}"
    turn = "first" if reading.dialogue.turns == 0 else "later"
    asks = "asks" if reading.message.questions else "tells"
    wants = "wants" if reading.has("scope", "want") else "plain"
    signs |= {length, turn, asks, wants, "names" if any(reading.taken) else "nameless"}
    best = min((next(k for k, way in enumerate(n.ways) if way) for n in named.values()), default=NAMINGS)
    signs |= {f"n:{best}", *(f"n:{best}:{sign}" for sign in (length, turn, asks, wants))}
    return {sign: Feature(_SIGN, -1) for sign in sorted(signs)}
