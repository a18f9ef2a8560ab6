"""Lower case without accents, one character for one, so that positions in the folded text hold in the original."""

from __future__ import annotations

import unicodedata

_SPECIAL = {
    "’": "'",
    "‘": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    "×": "x",
}


class _Folds(dict[int, str]):
    """Fills itself with each character's fold when that character is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _SPECIAL:
            folded = _SPECIAL[char]
        elif char.isspace():
            folded = "\n" if char in "\n\r" else " "
        else:
            plain = [c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)]
            folded = plain[0].lower() if len(plain) == 1 and len(plain[0].lower()) == 1 else char
        self[code] = folded
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text in lower case, without accents, with plain quotes, dashes and spaces; always of the same length."""
    return text.translate(_FOLDS)
