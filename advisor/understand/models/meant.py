"""Everyday words and bare versions that are names of models by how they stand: "usa Hermes", "BLOOM", "o4-mini, 4o"."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.understand.words.text import Message, wordset

_USING = wordset(
    "use uses using used run runs running try tried trying tested usa uso usar usan usamos usaba usando probe probado probar "
    "pruebo probamos corro corre correr"
)
_PRODUCTS = wordset("copilot notebooklm command titan imagen wan sora")
"""Names that are programs, cards or words oftener than models, whoever uses them."""
_LOUD = 5
"""Letters from which a name in capitals is no abbreviation."""
_THE = (("the",), ("el",), ("la",), ("al",), ("del",))
_ROW = wordset(", y e o u and or vs versus / el la the")
_APART = 3


def is_meant(message: Message, i: int) -> bool:
    """Whether a word that is a name too has a capital after a verb of use, or stands in capitals among small letters."""
    word = message.text[message.tokens[i].start : message.tokens[i].end]
    if message.words[i] in _PRODUCTS or not word[:1].isupper():
        return False
    before, after = message.words[i - 1 : i], message.text[message.tokens[i].end :].lstrip(" ")[:1]
    if word.isupper():
        return len(word) >= _LOUD and before not in _THE and not message.text[: message.tokens[i].start].isupper()
    if after.isupper():
        return False  # "Nova Launcher"
    return message.words[i - 1 : i] != () and message.words[i - 1] in _USING


def lone_versions(message: Message, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "O3, o4-mini, 4o": the version alone, in a row with names."""
    ends = [end for _, end in spans]
    found = []
    for i in range(1, len(message.words) - 1):
        if message.words[i : i + 2] != ("4", "o") or not message.adjacent(i):
            continue
        last = max((end for end in ends if end <= i), default=None)
        if last is not None and 0 < i - last <= _APART and set(message.words[last:i]) <= _ROW:
            found.append((i, i + 2))
    return found
