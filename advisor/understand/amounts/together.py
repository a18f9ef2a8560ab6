"""How many texts of one length a model is given at once."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.understand.amounts.amounts import Amount
from advisor.understand.words.numbers import Numeral
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset


def at_once(reading: Reading, amount: Amount) -> float:
    """How many such texts are read together: "ten papers of 20 pages at once", "30 pages each, five at a time"."""
    words = reading.message.words
    if is_of_all(reading, amount):
        return 1.0
    if _TELLING.isdisjoint(reading.message.vocabulary) and not reading.has("together", "together"):
        return 1.0
    for n in _near(reading, amount):
        after = words[n.end : n.end + 3]
        if (
            after[:1]
            and after[0] in _CHUNKS
            and after[1:2] in (("de",), ("of",))
            and n.end + 2 <= amount.start + 1 <= n.end + 4
        ):
            return n.value if 1 <= n.value <= _MOST_AT_ONCE else 1.0
        repeated = (
            words[n.start - 1 : n.start] == ("de",) and after[:1] == ("en",) and after[1:2] == words[n.start : n.end]
        )
        each = words[n.start - 1 : n.start] in (("cada",), ("each",))
        if not each and (repeated or after[:2] in _AT_A_TIME or after[:3] in _AT_A_TIME):
            return n.value if 1 <= n.value <= _MOST_AT_ONCE else 1.0
    start, end = reading.sentence(amount.start)
    if not reading.has("together", "together", start=start, end=end):
        return 1.0
    counts = [
        n.value
        for n in _near(reading, amount)
        if start <= n.start and n.end < amount.start and 2 <= n.value <= _MOST_AT_ONCE and _counts_texts(reading, n.end)
    ]
    return counts[-1] if counts else 1.0


def is_of_all(reading: Reading, amount: Amount) -> bool:
    """ "12 interviews, 150k words combined": the length of all of them."""
    start, end = reading.sentence(amount.start)
    said = (h for h in reading.of("stance", "altogether") if start <= h.start < end)
    return any(abs(h.start - amount.end) <= _TOLD_WITHIN for h in said)


_TOLD_WITHIN = 6
_AT_A_TIME = (
    ("at", "a", "time"),
    ("a", "la", "vez"),
    ("of", "them"),
    ("of", "those"),
    ("of", "these"),
    ("de", "ellos"),
    ("de", "ellas"),
    ("de", "esos"),
    ("de", "esas"),
    ("de", "golpe"),
)
_CHUNKS = wordset("fragmentos trozos chunks pasajes passages snippets pieces pedazos documentos extractos excerpts")
_TELLING = _CHUNKS | wordset("en") | {row[-1] for row in _AT_A_TIME}
"""Words without which no message says how many at once."""
_MOST_AT_ONCE = 50
_REACH = 60
"""Tokens between a length and the number of texts that are read together."""
_MEASURES = ("tokens", "pages", "words", "characters", "lines", "gb", "params", "tps", "other")


def _near(reading: Reading, amount: Amount) -> Sequence[Numeral]:
    """Of a long message, the numbers that can tell of the same texts."""
    return reading.numbers_in(amount.start - _REACH, amount.end + _REACH)


def _counts_texts(reading: Reading, i: int) -> bool:
    """Whether a noun that is no measure of length or time follows a number."""
    tokens = reading.message.tokens
    measured = any(h.value in _MEASURES for h in reading.at(i, "unit"))
    return i < len(tokens) and tokens[i].kind == "word" and not measured and not reading.at(i, "period", "currency")
