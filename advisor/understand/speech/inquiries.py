"""Questions on what running a model takes, on what fails, and on what is worth it: they seek no model, whatever is told beside."""

from __future__ import annotations

from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_SEEKING = (
    "recommend", "suggest", "alternativ", "recomend", "recomiend", "suger", "sugier", "aconsej", "replac",
)  # fmt: skip
_BETTER = wordset("faster smaller lighter cheaper rapido pequeno ligero barato")
_WHICH = wordset("which what que cual cuales any best good other another algun alguna otro otra mejor mejores")
_WHAT = wordset("what que cual which anything something algo algun")
_WOULD = wordset("would should could else do uso usas usais usarias pongo pondrias instalo instalarias pruebo milagro")
_MODEL = ("model", "llm", "slm", "vlm")
_NEAR = 4
_NEEDED = ("system", "hardware", "spec", "requirement", "capacity", "config", "vram", "ram", "memory")


def inquires(reading: Reading) -> bool:
    """Whether a first message asks about such a thing, and for no model."""
    hits = reading.of("inquiry")
    return bool(hits) and not reading.dialogue.turns and not _seeks(reading)


def _seeks(reading: Reading) -> bool:
    """Words of advice or comparison, or "which model", that ask for one; "recommended hardware" does not."""
    words = reading.message.words
    if reading.has("act", "request"):
        return True
    asked = {i for h in reading.of("inquiry") for i in range(h.start, h.end)}
    for i, word in enumerate(words):
        if i in asked:
            continue
        if word.startswith(_SEEKING) and not any(w.startswith(_NEEDED) for w in words[i + 1 : i + 3]):
            return True
        if word in _BETTER and i and words[i - 1] in _WHICH | {"mas", "a", "un", "something", "algo"}:
            return True
        if word in _WHAT and set(words[i + 1 : i + 2]) & _WOULD:
            return True  # "what would you run for ...?"
        _, end = reading.clause(i)
        if word in _WHICH and any(w.startswith(_MODEL) for w in words[i + 1 : min(i + _NEAR, end)]):
            return True
    return False
