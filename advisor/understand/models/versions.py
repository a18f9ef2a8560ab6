"""Where the name of a model that has begun ends: past versions, dates of release, sizes and variant words."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

from advisor.understand.words.text import Message, fold, wordset

PIECE = re.compile(r"[\w.:+-]+")
"""What people write without a blank."""


def in_one_piece(name: str) -> str:
    """A name's letters and digits alone, folded: what "GPT-4o mini" and "gpt4omini" have in common."""
    return re.sub(r"[^a-z0-9]", "", fold(name))


_LETTERS_BY_DIGITS = frozenset("abekmnortvx")
"""Letters that belong to a name when they touch a digit: "4o", "r1", "8x7b", "e4b", "3n"."""
_LETTERS_OF_VERSIONS = frozenset("hszwdc")
"""Those that one digit follows in the version of a name, where more digits are of something else ("h100")."""
_JOINED_ONLY = wordset(
    "high low fast image audio code chat base latest deep research edge next air it math edit large medium "
    "small max exp o"
)
"""Variant words that are everyday words too: they count after a hyphen or a digit, or before a digit."""
_SIZES = wordset("large medium small max chat base")
_VERSIONED = wordset("air next max large medium small high low heavy code")
"""Of those, the ones that people write after a version with a space between ("glm 4.6 air")."""
_CLOSING = wordset(
    "y o and or for para pa vs v versus e en in on it we me is es as than que con with contra against can could puede "
    "at via through porque because when since cuando si if does do va will would seria lo la los las me nos te se ya no was were had has but pero"
)
"""Words that a size closes its name before ("mistral large y ...")."""
_AMOUNTS = wordset(
    "gb gigas g k tokens tok % $ € euros dolares paginas pages mil mb ram gib words palabras users usuarios usd eur "
    "documents documentos images imagenes requests"
)
"""After a number: it counts something, and is no version."""
_LIKENED = wordset(
    "ish esque ey sized cpp llm ai based powered like style class level compatible generated specific only free tier"
)
"""After a hyphen: what is like a model, or runs one."""
_MAX_TOKENS = 14


def extended(
    message: Message,
    i: int,
    first: int,
    variants: Container[str],
    lines: Container[str],
    is_word: Callable[[str], bool],
    known: Callable[[tuple[str, ...]], bool],
) -> int:
    """The token after the last of a name that begins at token `first` and whose first words end before token i.

    `lines`: first words of lines of models; `known`: whether a card's name has such words.
    """
    start, words, tokens = i, message.words, message.tokens
    while i < len(words) and i - start < _MAX_TOKENS:
        token, word = tokens[i], words[i]
        gap = message.text[tokens[i - 1].end : token.start]
        if "\n" in gap or len(gap) > 1:
            break
        touches = gap == ""
        digit_next = i + 1 < len(words) and tokens[i + 1].kind == "number" and message.adjacent(i)
        digit_before = tokens[i - 1].kind == "number"
        if token.kind == "number":
            if message.text[tokens[i - 1].start : tokens[i - 1].end].endswith(("'s", "’s")):
                break  # "Sonnet's 15 dollars"
            if not (is_version(message, i, start) or (i > start - 1 and is_release(message, i))):
                break
        elif word == "+" and touches and words[i - 1] in ("r", "pro", "plus"):
            pass  # "Command R+"
        elif word == ":" and touches and digit_next and words[i + 2 : i + 3] in (("b",), ("m",)):
            pass  # "codellama:7b-instruct"
        elif word in ("b", "m") and digit_before:
            pass
        elif len(word) == 1 and word in _LETTERS_BY_DIGITS:
            tied = gap == "-" and message.text[token.end : token.end + 1] in ("", " ", ",", ".", "?", ")", "\n")
            if not ((touches and digit_before) or digit_next or tied):
                break
        elif word in _LETTERS_OF_VERSIONS and digit_next and len(words[i + 1]) == 1:
            pass  # "minimax h3"
        elif word == "h" and digit_before and words[i + 1 : i + 2] in (("tiny",), ("small",), ("micro",)):
            pass  # "granite 4 h tiny"
        elif word in variants:
            if word in _JOINED_ONLY and not (
                gap == "-" or touches or (digit_before and i + 1 == len(words)) or digit_next
            ):
                sized = digit_before and word == "max"
                sized = sized or (words[i - 1] == "mistral" and word in ("large", "medium", "small"))
                versioned = (digit_before or words[i - 1] == "b") and (
                    word in _VERSIONED or known((*words[first:i], word))
                )
                if not sized and not ((word in _SIZES or versioned) and ends_here(message, i)):
                    break
        elif (
            gap == "-"
            and token.kind == "word"
            and len(word) > 2
            and word not in _LIKENED
            and (word in lines or not is_word(word) or _is_chained(message, start, i))
        ):
            pass  # "llava-phi", "llama-3-8b-stheno"
        elif not (word in lines and i > start and words[i - 1] in ("distill", "distilled", "r")):
            break
        i += 1
    return i


def _is_chained(message: Message, start: int, i: int) -> bool:
    """Far inside a file's name ("qwen3.6-35b-a3b-uncensored-somebody-aggressive"): everyday words are part of it."""
    written = message.text[message.tokens[start - 1].start : message.tokens[i].start]
    return written.count("-") >= _CHAINED and " " not in written


_CHAINED = 4


def ends_here(message: Message, i: int) -> bool:
    """Whether a size word closes a name: a mark, a number or a joining word follows ("mistral large y ...")."""
    if i + 1 >= len(message.tokens):
        return True
    after = message.tokens[i + 1]
    return after.kind in ("mark", "number") or after.text in _CLOSING


def is_version(message: Message, i: int, start: int) -> bool:
    """A number that follows a name belongs to it: a version, or a size before "b"; not an amount of something."""
    words = message.words
    raw = words[i]
    after = words[i + 1] if i + 1 < len(words) else ""
    if after in ("b", "bn") or (after == "m" and message.adjacent(i)):
        return True
    if after == "x" and message.adjacent(i):
        return True
    if after in _AMOUNTS:
        return False
    touches = message.tokens[i - 1].end == message.tokens[i].start or message.text[message.tokens[i].start - 1] == "-"
    digits = sum(c.isdigit() for c in raw)
    if digits > 4 or (digits == 4 and not touches):
        return False
    if digits >= 3 and not touches and "." not in raw:
        return False
    return touches or i == start or not raw.isdigit() or message.tokens[i - 1].kind == "word"


def is_release(message: Message, i: int) -> bool:
    """Four digits that tell when a version came out: "2507" (year and month), "0528" (month and day), "2024-11-20"."""
    raw = message.words[i]
    after = message.words[i + 1] if i + 1 < len(message.words) else ""
    if len(raw) != 4 or not raw.isdigit() or after in _AMOUNTS:
        return False
    first, last = int(raw[:2]), int(raw[2:])
    if 22 <= first <= 29 and 1 <= last <= 12:
        return True
    if raw[0] == "0" and first >= 1 and 1 <= last <= 31:
        return True
    tokens = message.tokens
    dated = i + 1 < len(tokens) and message.text[tokens[i].end : tokens[i + 1].start] == "-"
    return raw.startswith("202") and dated and tokens[i + 1].kind == "number"


def is_of_a_recipe(message: Message, i: int) -> bool:
    """ "Step by step", "it fails in step 2", "Step 1:": no model of that line, which is written with a hyphen or a point."""
    words, text = message.words, message.text
    if words[i - 1 : i] == ("by",):
        return True
    numbered = i + 1 < len(words) and words[i + 1].isdigit()
    return numbered and not text.startswith("-", message.tokens[i].end) and words[i + 2 : i + 3] not in _STEPPED


_STEPPED = (("flash",), ("mini",), ("v",), ("audio",), ("r",))
