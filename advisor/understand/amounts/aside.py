"""Sizes of models and figures that set no bound: listed side by side, in a table, part of a name, told of what was tried."""

from __future__ import annotations

import itertools
from bisect import bisect_left

from advisor.understand.amounts.amounts import Amount
from advisor.understand.words.known import is_word
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import MODEL, Reading
from advisor.understand.words.text import wordset

_LISTING = wordset(", or o u / and y & e vs versus")
_SEVERAL = 3
_TABLE = wordset("= > : ~ → | ≈")
_TABLE_WITHIN = 5
_ROWS_WITHIN = 16
"""Tokens around a cell of a table in which another row stands."""
_THE = wordset("the el la los las a an un una this that este ese")
_VERSIONS = wordset("model models version versions variant variants modelo modelos variante variantes one ones")
_NO_NAMES = wordset(
    "models modelos parameters parametros the need want max min maximum minimum minimo maximo under over below above about around "
    "least most only just like with hasta desde menos unos entre between from than size sizes tamano vram ram quant dense moe full "
    "instruct base chat coder local ollama llms llm gguf class range todo any some"
)
_SHORTEST_NAME = 4
_ABLE = (
    ("able", "to", "run"), ("managed", "to", "run"), ("successfully", "run"), ("successfully", "ran"), ("abble", "to", "run"),
    ("have", "run"), ("ive", "run"), ("been", "running"), ("he", "podido", "correr"), ("logre", "correr"), ("pude", "correr"),
    ("consegui", "correr"), ("he", "conseguido", "correr"), ("he", "corrido"), ("logre", "ejecutar"), ("pude", "ejecutar"),
)  # fmt: skip
_ABLE_WITHIN = 6
_QUOTA = wordset("tokens token")


def is_aside(reading: Reading, amount: Amount) -> bool:
    """Whether a size of models is only spoken of. `amount` is of parameters."""
    if is_in_table(reading, amount.start, amount.end) or _was_run(reading, amount) or _was_clocked(reading, amount):
        return True
    if amount.bound not in ("exact", "about") or amount.low < amount.high:
        return False
    return (
        _is_listed(reading, amount)
        or _goes_on_a_name(reading, amount)
        or _ends_a_name(reading, amount)
        or _is_of_a_line(reading, amount)
        or _is_of_tokens(reading, amount)
    )


def is_in_table(reading: Reading, start: int, end: int) -> bool:
    """ "7B => ~4 GB", "13B: 8GB": a size and what it takes, side by side; either of the two."""
    words = reading.message.words
    sizes, memories = _near(reading, "params", start), _near(reading, "gb", start)
    rows = [
        (size, memory)
        for size in sizes
        for memory in memories
        if 0 < memory.start - size.end <= _TABLE_WITHIN
        and _TABLE & set(words[size.end : memory.start])
        and not any(w.isalpha() for w in words[size.end : memory.start])
    ]
    return len(rows) > 1 and any(start <= h.start < end for row in rows for h in row)


def _near(reading: Reading, unit: str, start: int) -> tuple[Hit, ...]:
    hits = reading.of("unit", unit)
    first = bisect_left(hits, start - _ROWS_WITHIN, key=lambda h: h.start)
    return hits[first : bisect_left(hits, start + _ROWS_WITHIN, key=lambda h: h.start)]


def _is_listed(reading: Reading, amount: Amount) -> bool:
    """The "13B" of "7B, 13B or 70B": of three or more none is a bound."""
    words = reading.message.words[max(amount.start - _ROWS_WITHIN, 0) : amount.end + _ROWS_WITHIN]
    if "billion" in words[: amount.end] and sum(w == "billion" for w in words) >= _SEVERAL:
        return True
    sizes = _near(reading, "params", amount.start)
    row = [sizes[0]] if sizes else []
    rows = [row]
    for a, b in itertools.pairwise(sizes):
        between = [w for w in reading.message.words[a.end : b.start] if not w[:1].isdigit()]
        if between and set(between) <= _LISTING | {"billion"}:
            rows[-1].append(b)
        else:
            rows.append([b])
    return any(len(row) >= _SEVERAL and any(amount.start <= h.start < amount.end for h in row) for row in rows)


def _goes_on_a_name(reading: Reading, amount: Amount) -> bool:
    """The "405B" of "Llama 3.1 70B and 405B"."""
    words, at = reading.message.words, amount.start
    if at < 2 or words[at - 1] not in _LISTING:
        return False
    return reading.taken[at - 2] == MODEL and words[at - 2] == "b"


def _ends_a_name(reading: Reading, amount: Amount) -> bool:
    """The "180B" of "Tigerbot 180B", a model that no list here has: a capital amid the sentence."""
    at = amount.start - 1
    if at < 0 or reading.taken[at] or at == reading.sentence(amount.start)[0] or reading.message.text.isupper():
        return False
    token = reading.message.tokens[at]
    raw = reading.message.text[token.start : token.end]
    known = any(reading.at(at, kind) for kind in ("bound", "scope", "unit", "use_case", "machine"))
    name = raw[:1].isupper() and len(token.text) >= _SHORTEST_NAME and not is_word(token.text)
    return name and token.text not in _NO_NAMES and not known


def _is_of_a_line(reading: Reading, amount: Amount) -> bool:
    """ "An Apache licence for the 7B model", of a line that is named: which of them, and no ceiling."""
    words, at = reading.message.words, amount.start
    after = words[amount.end : amount.end + 1]
    english = at > 0 and words[at - 1] in _THE and bool(_VERSIONS & {*after})
    spanish = at > 2 and words[at - 1] == "de" and words[at - 2] in _VERSIONS and words[at - 3] in _THE
    return (english or spanish) and MODEL in reading.taken


def _was_run(reading: Reading, amount: Amount) -> bool:
    """ "I was able to run up to 30B": what was done, and no wish."""
    words, first = reading.message.words, reading.sentence(amount.start)[0]
    before = words[max(amount.start - _ABLE_WITHIN, first) : amount.start]
    return any(before[i : i + len(said)] == said for said in _ABLE for i in range(len(before)))


def _was_clocked(reading: Reading, amount: Amount) -> bool:
    """ "I get 4 t/s on a 13b", "saco 4 t/s con un 13b": what the speed told is of."""
    rates = _near(reading, "tps", amount.start)
    words = reading.message.words
    return any(
        0 <= amount.start - h.end <= _CLOCKED_WITHIN
        and set(words[h.end : amount.start]) <= _ON_A
        and bool(_GETTING & set(words[max(h.start - 4, 0) : h.start]))
        for h in rates
    )


_CLOCKED_WITHIN = 3
_ON_A = wordset("on with for from a an the my con en de un una el la mi")
_GETTING = wordset("get gets getting got have see seeing saco sacamos saca me da va consigo tengo hago hace")


def _is_of_tokens(reading: Reading, amount: Amount) -> bool:
    """ "4B tokens a month, but I only got 1.5B": of what was just counted."""
    first = max(reading.sentence(amount.start)[0], amount.start - _ROWS_WITHIN)
    words = reading.message.words
    billions = [
        i for i in range(first + 1, amount.start) if words[i] in _QUOTA and words[i - 1] in ("b", "billion", "m")
    ]
    return bool(billions) and not any(w in ("model", "modelo") for w in words[first : amount.end + 1])
