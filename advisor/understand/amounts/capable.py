"""Sizes of models that tell what a machine manages, what a model takes or what was going on, and bound nothing."""

from __future__ import annotations

from advisor.understand.amounts.amounts import Amount
from advisor.understand.words.reading import MACHINE, Reading
from advisor.understand.words.text import wordset

_MANAGES = wordset("mueve corre aguanta tira soporta ejecuta carga runs handles manages fits loads")
_CAN = wordset("can could puede podria")
_MANAGE = wordset("run handle manage fit load con correr mover ejecutar cargar tirar")
_ITSELF = wordset(
    "it card gpu pc laptop machine computer rig server mac grafica tarjeta equipo ordenador portatil maquina servidor compu"
)
_TAKES = wordset(
    "takes take took needs need uses used requires ocupa ocupan pide piden necesita necesitan gasta consume chupa"
)
_WHEN = wordset("when whenever if cuando si al")
_LOADED = (
    "carg", "abr", "ejecut", "corr", "lanz", "arranc", "load", "run", "start", "launch", "open", "try", "tri", "prob",
)  # fmt: skip
_SINCE = wordset("llevo llevamos vengo venimos")
_SUPPORT = wordset("support soporte compatibilidad")
_WITHIN = 6


def tells_what_runs(reading: Reading, amount: Amount) -> bool:
    """ "My 3060 can run models up to 13B", "el 70B ocupa 40 GB", "when I load a 13B", "llevo meses con modelos de 7B"."""
    words = reading.message.words
    start, end = reading.clause(amount.start)
    before = words[max(amount.start - _WITHIN, start) : amount.start]
    if any(a in _WHEN and any(w.startswith(_LOADED) for w in before[k + 1 : k + 4]) for k, a in enumerate(before)):
        return True
    if any(reading.has("scope", value, start=start, end=amount.start) for value in ("want", "must")):
        return False
    if set(before) & (_SINCE | _SUPPORT) or _is_managed(reading, start, amount.start):
        return True
    memory = any(start <= h.start < end for h in reading.of("unit", "gb"))
    return memory and bool(_TAKES & set(words[start:end])) and amount.bound in ("exact", "about")


def _is_managed(reading: Reading, start: int, at: int) -> bool:
    """A machine before a verb of running, in front of the size."""
    words = reading.message.words
    for k in range(start, at):
        verb = words[k] in _MANAGES or (words[k] in _CAN and bool(_MANAGE & set(words[k + 1 : k + 2])))
        if verb and k > start:
            return reading.taken[k - 1] == MACHINE or words[k - 1] in _ITSELF
    return False
