"""What a model of so many parameters takes, and whether that goes into the card that was told."""

from __future__ import annotations

from advisor.domain.advice import BySize
from advisor.domain.answers import Evidence
from advisor.domain.formats import number, tokens
from advisor.domain.language import Language, Localised
from advisor.scoring.by_size import CONTEXT_TOKENS

_TAKES = Localised(
    "Un modelo de {}B pide unos {} GB a 4 bits (Q4_K_M), unos {} a 8 bits (Q8_0) y unos {} sin comprimir (fp16), con una conversación de "
    "{} tokens (estimación; cambia algo de un modelo a otro).",
    "A model of {}B takes about {} GB at 4 bits (Q4_K_M), about {} at 8 bits (Q8_0) and about {} uncompressed (fp16), with a conversation "
    "of {} tokens (estimated; it differs somewhat from one model to another).",
)
_FITS = Localised("En {} GB de memoria gráfica cabe a 4 bits{}.", "In {} GB of graphics memory it fits at 4 bits{}.")
_AND_EIGHT = Localised(", y también a 8", ", and at 8 as well")
_NOT = Localised(
    "En {} GB de memoria gráfica no cabe entero ni a 4 bits: el resto iría a la RAM, y mucho más despacio.",
    "In {} GB of graphics memory it does not fit whole even at 4 bits: the rest would go to RAM, and much slower.",
)


def by_size(evidence: Evidence) -> list[str]:
    """One paragraph; none where nothing of the kind is asked."""
    found, language = evidence.by_size, evidence.language
    if found is None:
        return []
    if found.tuned is not None:
        return [_to_tune(found, language)]
    four, eight, whole = (gb for _, gb in found.takes)
    shown = [_gb(gb, language) for gb in (four, eight, whole)]
    told = _TAKES.in_(language).format(number(found.params_b, language, 1), *shown, tokens(CONTEXT_TOKENS, language))
    if found.room_gb is None:
        return [told]
    room = number(found.room_gb, language, 0)
    if found.longest is not None:
        held = tokens(float(f"{found.longest:.2g}"), language)
        first = _HOLDS.in_(language).format(room, number(found.params_b, language, 1), held)
        return [f"{first} {told}" if found.longest >= _LEAST else f"{_HOLDS_NONE.in_(language).format(room)} {told}"]
    if four > found.room_gb:
        return [f"{told} {_NOT.in_(language).format(room)}"]
    more = _AND_EIGHT.in_(language) if eight <= found.room_gb else ""
    return [f"{told} {_FITS.in_(language).format(room, more)}"]


_LEAST = 512
"""Tokens below which nothing can be done with it."""
_HOLDS = Localised(
    "En {} GB, a un modelo de {}B a 4 bits le caben unos {} tokens de contexto (estimación).",
    "In {} GB, a model of {}B at 4 bits has room for about {} tokens of context (estimated).",
)
_HOLDS_NONE = Localised(
    "En {} GB no cabe entero ni a 4 bits, así que no queda sitio para el contexto.",
    "In {} GB it does not fit whole even at 4 bits, so no room is left for context.",
)
_TO_TUNE = Localised(
    "Afinar un modelo de {}B pide unos {} GB de memoria gráfica con QLoRA (a 4 bits), unos {} con LoRA a 16 bits y unos {} con ajuste "
    "completo (estimación por la tabla de LLaMA-Factory; los textos largos y los lotes grandes piden más).",
    "Tuning a model of {}B takes about {} GB of graphics memory with QLoRA (at 4 bits), about {} with LoRA at 16 bits and about {} with "
    "full tuning (estimated by LLaMA-Factory's table; long texts and large batches take more).",
)
_ROOM = Localised("En tus {} GB cabe {}.", "In your {} GB, {} fits.")
_WAYS = (
    Localised("QLoRA", "QLoRA"),
    Localised("LoRA a 16 bits", "LoRA at 16 bits"),
    Localised("el ajuste completo", "full tuning"),
)
_NO_WAY = Localised("En tus {} GB no cabe de ninguna de esas maneras.", "In your {} GB none of these fits.")


def _to_tune(found: BySize, language: Language) -> str:
    ways = found.tuned or (0.0, 0.0, 0.0)
    shown = [_gb(gb, language) for gb in ways]
    told = _TO_TUNE.in_(language).format(number(found.params_b, language, 1), *shown)
    if found.room_gb is None:
        return told
    room = number(found.room_gb, language, 0)
    fitting = [name.in_(language) for name, gb in zip(_WAYS, ways, strict=True) if gb <= found.room_gb]
    if not fitting:
        return f"{told} {_NO_WAY.in_(language).format(room)}"
    return f"{told} {_ROOM.in_(language).format(room, fitting[-1])}"


def _gb(gb: float, language: Language) -> str:
    return number(float(f"{gb:.3g}"), language, 0 if gb >= 10 else 1)
