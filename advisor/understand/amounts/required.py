"""What models are said to need in general: "you should have 16 GB of RAM for a 13B" is of no machine and no wish."""

from __future__ import annotations

import itertools

from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_REQUIRING = wordset(
    "requires require required recommended requiere requieren requerido recomendado recomendados necesitas necesitan "
    "necesitarias necesitaras recomiendan recomienda exige exigen"
)
_OF_ANYBODY = (("you", "need"), ("you", "should"), ("you", "must"), ("youll", "need"), ("youd", "need"), ("one", "needs"),
               ("models", "need"), ("model", "needs"), ("se", "necesita"), ("hace", "falta"), ("hacen", "falta"),
               ("deberias", "tener"), ("debes", "tener"), ("hay", "que"), ("you", "will"), ("you", "would"))  # fmt: skip
_MYSELF = wordset("i im ive id we my our me yo mi mis tengo tenemos quiero busco necesito nuestro nuestra puedo")


def is_requirement(reading: Reading, i: int) -> bool:
    """Whether the sentence of token `i` says how much memory models of a size need, whoever runs them."""
    start, end = reading.sentence(i)
    words = reading.message.words[start:end]
    sized = reading.has("unit", "params", start=start, end=end) and reading.has("unit", "gb", start=start, end=end)
    if not sized or _MYSELF & set(words):
        return False
    return bool(_REQUIRING & set(words)) or any(pair in _OF_ANYBODY for pair in itertools.pairwise(words))
