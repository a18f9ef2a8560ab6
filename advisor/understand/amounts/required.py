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
               ("models", "need"), ("model", "needs"), ("it", "needs"), ("it", "requires"), ("se", "necesita"), ("hace", "falta"),
               ("hacen", "falta"), ("deberias", "tener"), ("debes", "tener"), ("hay", "que"), ("you", "will"), ("you", "would"))  # fmt: skip
_DEMANDS = wordset(
    "requirement requirements requisito requisitos specs spec docs documents documentos readme documentation documentacion ficha"
)
_ALSO_OWN = wordset("specs spec")
"""Of those, what one's own machine has as well: they count as "recommended specs" only."""
_ASKED_OF = wordset("recommended required minimum min official suggested recomendadas minimas")
_STATING = wordset(
    "seem seems appear appears parece parecen be to say says said state states is are list lists ask asks call calls mention mentions son es era dice dicen pone piden pide"
)
_STATED_WITHIN = 3
_MYSELF = wordset(
    "i im ive id we my our me yo mi mis tengo tenemos quiero busco necesito nuestro nuestra puedo dispongo"
)


def is_requirement(reading: Reading, i: int) -> bool:
    """Whether the words around token `i`, up to where somebody speaks of oneself, tell how much memory models need."""
    start, end = reading.clause(i)
    words = reading.message.words
    if not _MYSELF & set(words[start:end]) and _is_demanded(words[start:end]):
        return True  # "tengo 16 GB, el requisito mínimo parece ser 32"
    start, end = reading.sentence(i)
    asked = reading.message.is_question(i) and not _MYSELF & set(words[start:end])
    if asked and _LOWEST & set(words[start:end]) and _COPULAS & set(words[start:end]):
        return True  # "is 12 GB the new minimum?"
    first = next((k for k in range(start, end) if words[k] in _MYSELF), end)
    if i >= first or not reading.has("unit", "gb", start=start, end=first):
        return False
    said = words[start:first]
    if _is_demanded(said) or _is_reported(words[start : min(first, end)], i - start):
        return True
    if first < end and _ANYBODYS & set(said) and reading.has("unit", "gb", start=first, end=end):
        return True  # "24GB is the most you get on consumer hardware (I personally have 16)"
    sized = reading.has("unit", "params", start=start, end=first)
    return sized and (bool(_REQUIRING & set(said)) or any(pair in _OF_ANYBODY for pair in itertools.pairwise(said)))


def _is_reported(said: tuple[str, ...], at: int) -> bool:
    """ "Discord says 24gb minimum", "dicen que mínimo 24": heard, and as the least that will do."""
    return bool(_TELLING & set(said[:at])) and bool(_LEAST & set(said[max(at - 3, 0) : at + 5]))


_TELLING = wordset(
    "says said say claims claim told reckons reckon insists dice dicen dijo dijeron aseguran asegura juran"
)
_LEAST = wordset("minimum min minimo minima least menos needed necesarios required bare")
_LOWEST = wordset("minimum minimo minima")
_COPULAS = wordset("is es son are sigue siendo")
_ANYBODYS = wordset("you people everyone everybody most gamers consumer gente uno todos usuarios mayoria")


def _is_demanded(said: tuple[str, ...]) -> bool:
    """ "The docs say", "the minimum requirement is"."""
    return any(
        word in _DEMANDS
        and (word not in _ALSO_OWN or (k > 0 and said[k - 1] in _ASKED_OF))
        and bool(_STATING & set(said[k + 1 : k + 1 + _STATED_WITHIN]))
        for k, word in enumerate(said)
    )
